"""What the table of the bench shows, and of which elements, as far as other panels follow it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from fpviz.core.formats import Format, find_format
from fpviz.model.views import ViewOfBench

if TYPE_CHECKING:  # a table is filtered when a dump is open
    from fpviz.data.scanning.predicates import Predicate


class TableLook(QObject):
    """The format whose errors are shown, and what elements are filtered by, if they are.

    Signals:
        changed(): one of them is another.
    """

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._view = ViewOfBench(errors="", filter="")

    def show_view(self, view: ViewOfBench) -> None:
        """Take what a view of the table says; what it does not say stays."""
        before, self._view = self._view, view.over(self._view)
        if (before.errors, before.filter) != (self._view.errors, self._view.filter):
            self.changed.emit()

    @property
    def errors(self) -> Format | None:
        """The format whose errors are shown."""
        name = (self._view.errors or "").strip()
        return find_format(name) if name else None

    @property
    def filter(self) -> Predicate | None:
        """What is true of all elements that are shown."""
        from fpviz.model.bench.choosing import read_filter  # noqa: PLC0415 - now it is needed

        written = (self._view.filter or "").strip()
        return read_filter(written) if written else None
