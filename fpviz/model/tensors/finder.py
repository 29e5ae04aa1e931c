"""The elements of a tensor that are of one kind, found beside the window."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from fpviz.core.phrase import Complaint
from fpviz.model.background import Background
from fpviz.model.tensors.records import Entry
from fpviz.model.tensors.shelf import TensorShelf

if TYPE_CHECKING:  # a window is there before a tensor is opened
    from fpviz.data.census.elements import FoundElements, Kind

MOST = 1000
"""Elements that are listed."""


class ElementFinder(QObject):
    """Finds the first elements of a kind in the tensor that is looked at.

    Signals:
        changed(): another kind is looked for, or its elements are there.
        progressed(object): how far looking is, 0 to 1; ``None`` when it is over.
        refused(Phrase): why none could be looked for.
    """

    changed = Signal()
    progressed = Signal(object)
    refused = Signal(object)

    def __init__(self, shelf: TensorShelf) -> None:
        super().__init__(shelf)
        self._shelf = shelf
        self._of: Entry | None = None
        self.kind: Kind | None = None
        self.found: FoundElements | None = None
        self.looking = Background(self)
        self.looking.progressed.connect(self.progressed.emit)
        self.looking.done.connect(self._take)
        self.looking.failed.connect(self._fail)
        shelf.chosen_changed.connect(self._follow)

    def find(self, kind: Kind | None) -> None:
        """Look for the elements of a kind, or for none."""
        from fpviz.data.census.elements import elements_of  # noqa: PLC0415 - now it is needed

        self._of = chosen = self._shelf.chosen
        self.kind, self.found = kind, None
        self.cancel()
        if kind is not None and chosen is not None and chosen.tensor.fmt is not None:
            self.looking.start(partial(elements_of, chosen.tensor, kind, MOST))
        self.changed.emit()

    def cancel(self) -> None:
        """End the looking that is under way."""
        self.looking.cancel()
        self.progressed.emit(None)

    def _follow(self) -> None:
        """Of another tensor nothing is looked for yet."""
        if self._shelf.chosen is not self._of and self.kind is not None:
            self.find(None)

    def _take(self, found: FoundElements) -> None:
        self.progressed.emit(None)
        self.found = found
        self.changed.emit()

    def _fail(self, error: Exception) -> None:
        self.progressed.emit(None)
        if not isinstance(error, Complaint):
            raise error
        self.refused.emit(error.phrase)
