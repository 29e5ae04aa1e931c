"""Elements written into files, beside the window, whole or not at all."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QMenu, QToolButton

from fpviz.core.phrase import Complaint, Phrase, phrase
from fpviz.data.blocks import BLOCK
from fpviz.data.dump import Dump
from fpviz.data.edits import PIECE, Edit, patched_bytes
from fpviz.data.exports import EXPORTS, Export, exported_bytes
from fpviz.data.layout.layout import DumpLayout
from fpviz.model.background import Background, Job, Report
from fpviz.model.files.errors import of_file
from fpviz.model.files.whole_file import whole_file
from fpviz.model.last_folder import LastFolder
from fpviz.widgets.translated import said

_PATCHED = ".bin"


class Exporting(QToolButton):
    """A button with a menu of the ways to write elements into a file.

    Signals:
        wanted(Export, Path): elements shall be written so; without a way, all data with the edits.
        told(Phrase): what came of it.
        progressed(object): how far it is, 0 to 1; ``None`` when nothing is under way.
    """

    wanted = Signal(object, object)
    told = Signal(object)
    progressed = Signal(object)

    def __init__(self, parent: QObject, folder: LastFolder) -> None:
        super().__init__()
        self._folder = folder
        self.background = Background(parent)
        self.background.progressed.connect(self.progressed.emit)
        self.background.done.connect(self._tell)
        self.background.failed.connect(self._fail)
        tip = self.tr("Write the elements into a file: the selected ones, or all that are shown")
        self.setText(self.tr("export"))
        self.setToolTip(tip)
        self.setAccessibleName(tip)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._menu = QMenu(self)
        for each in EXPORTS:
            text = self.tr("{0}…").format(said(each.words))
            self._menu.addAction(text, partial(self._ask, each, each.suffix))
        self._menu.addSeparator()
        self._menu.addAction(
            self.tr("all data with the edits…"), partial(self._ask, None, _PATCHED)
        )
        self.setMenu(self._menu)

    def cancel(self) -> None:
        """End what is being written; what stood there stays."""
        self.background.cancel()
        self.progressed.emit(None)

    def write(self, job: Job) -> None:
        """Write beside the window."""
        self.background.start(job)

    def _ask(self, export: Export | None, suffix: str) -> None:
        kinds = f"*{suffix} (*{suffix})"
        start = str(Path(self._folder.path) / f"dump{suffix}")
        name, _ = QFileDialog.getSaveFileName(self, self.tr("Export"), start, kinds)
        if name:
            path = self._folder.chosen(name)
            self.wanted.emit(export, path if path.suffix else path.with_suffix(suffix))

    def _tell(self, what: Phrase) -> None:
        self.progressed.emit(None)
        self.told.emit(what)

    def _fail(self, error: Exception) -> None:
        self.progressed.emit(None)
        if not isinstance(error, Complaint):
            raise error
        self.told.emit(error.phrase)


def export_job(
    path: Path, export: Export, dump: Dump, layout: DumpLayout, ranges: Sequence[range]
) -> Job:
    """What writes elements into a file."""
    return _job(
        path,
        lambda: exported_bytes(export, dump, layout, ranges),
        BLOCK / max(sum(map(len, ranges)), 1),
    )


def patched_job(path: Path, written: Dump, edits: Sequence[Edit]) -> Job:
    """What writes all data, with the edits in them, into a file."""
    share = PIECE / max(len(written.data), 1)
    return _job(path, lambda: patched_bytes(written, edits), share)


def _job(path: Path, pieces: Callable[[], Iterator[bytes]], share: float) -> Job:
    """What writes pieces, each about so large a share, and returns what is said then."""

    def job(report: Report) -> Phrase:
        try:
            with whole_file(path) as file:
                for done, piece in enumerate(pieces(), 1):
                    file.write(piece)
                    report(min(done * share, 1.0))
        except OSError as error:
            reason = of_file(path, error)
            raise Complaint(phrase("nothing was written: {reason}", reason=reason)) from None
        return phrase("written: {file}", file=path.name)

    return job
