"""The tensors that are open, and which of them is looked at, at which scale."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from fpviz.core.phrase import Complaint
from fpviz.model.background import Background
from fpviz.model.tensors.records import Entry, Named, OpenFile, TensorChoice

SUFFIXES = (".npy", ".npz", ".safetensors", ".gguf", ".pt", ".pth", ".safetensors.index.json")
"""How files end that are read as tensors, or of which it is said here how they could be."""


def holds_tensors(path: Path) -> bool:
    """Whether a path is read as tensors, by its name; a folder is."""
    return path.name.lower().endswith(SUFFIXES) or path.is_dir()


class TensorShelf(QObject):
    """Opens files of tensors: a matter of the view, which no undo of a value changes.

    Signals:
        changed(): other files are open, or they are read by now.
        chosen_changed(): another tensor is looked at, or at another scale.
        progressed(object): how far reading is, 0 to 1; ``None`` when it is over.
        refused(Phrase): why nothing was opened; what is open stays.
    """

    changed = Signal()
    chosen_changed = Signal()
    progressed = Signal(object)
    refused = Signal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.names: tuple[Named, ...] = ()
        self.files: tuple[OpenFile, ...] = ()
        self.entries: tuple[Entry, ...] = ()
        self.choice = TensorChoice()
        self.reading = Background(self)
        self.reading.progressed.connect(self.progressed.emit)
        self.reading.done.connect(self._take)
        self.reading.failed.connect(self._fail)

    # -- opening ----------------------------------------------------------------------------

    def open_paths(self, paths: Iterable[Path]) -> None:
        """Open files and folders, instead of what is open."""
        from fpviz.model.tensors.work import opened  # noqa: PLC0415 - now it is needed

        self.reading.start(partial(opened, tuple(paths)))

    def open_named(self, names: Sequence[Named]) -> None:
        """Open files that were open once, unless they are so still."""
        if tuple(names) == self.names:
            return
        from fpviz.model.tensors.work import reopened  # noqa: PLC0415 - now it is needed

        self._show(tuple(names), ())
        self.reading.start(partial(reopened, self.names))

    def have_read(self) -> None:
        """Wait for what is being read. Raises Complaint for a file that is not there as it was."""
        self.reading.wait()
        for each in self.refusals:
            if each.refusal is not None and each.named.fingerprint:
                raise Complaint(each.refusal)

    def cancel(self) -> None:
        """End the reading that is under way."""
        self.reading.cancel()
        self.progressed.emit(None)

    def _take(self, files: tuple[OpenFile, ...]) -> None:
        self.progressed.emit(None)
        names = tuple(each.named for each in files)
        if [each.path for each in names] != [each.path for each in self.names]:
            self.choice = TensorChoice(scale=self.choice.scale)
        self._show(names, files)

    def _show(self, names: tuple[Named, ...], files: tuple[OpenFile, ...]) -> None:
        self.names, self.files = names, files
        self.entries = tuple(
            Entry(each, tensor, at)
            for each in files
            if each.file is not None
            for at, tensor in enumerate(each.file.tensors)
        )
        self.changed.emit()
        self.chosen_changed.emit()

    def _fail(self, error: Exception) -> None:
        self.progressed.emit(None)
        if not isinstance(error, Complaint):
            raise error
        self.refused.emit(error.phrase)

    @property
    def refusals(self) -> tuple[OpenFile, ...]:
        """The files that could not be read."""
        return tuple(each for each in self.files if each.refusal is not None)

    # -- what is looked at ------------------------------------------------------------------

    @property
    def chosen(self) -> Entry | None:
        """The tensor that is looked at: that of the name, else the first that can be counted."""
        choice = self.choice
        named = [each for each in self.entries if each.tensor.name == choice.tensor]
        here = [each for each in named if self.files.index(each.open) == choice.file]
        countable = (each for each in self.entries if each.tensor.fmt is not None)
        return next(iter((*here, *named, *countable, *self.entries)), None)

    @property
    def scale(self) -> int:
        """The exponent of the power of two that elements are multiplied by."""
        return self.choice.scale

    def show(self, choice: TensorChoice) -> None:
        """Look at another tensor, or at another scale."""
        if choice != self.choice:
            self.choice = choice
            self.chosen_changed.emit()

    def choose(self, entry: Entry) -> None:
        """Look at a tensor."""
        self.show(TensorChoice(entry.tensor.name, self.files.index(entry.open), self.scale))

    def set_scale(self, scale: int) -> None:
        """Multiply the elements by this power of two."""
        self.show(self.choice._replace(scale=scale))
