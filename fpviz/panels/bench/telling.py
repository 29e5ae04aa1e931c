"""What the status line says of the bench, and when it is over or told anew."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from fpviz.core.phrase import Phrase
from fpviz.panels.bench.counting import Counting
from fpviz.widgets.bench.table import ElementTable
from fpviz.widgets.translated import said


class Telling(QObject):
    """Tells of a table's elements; what is true of them no longer is taken back.

    Signals:
        told(str): what is to be said now; empty when it is over.
    """

    told = Signal(str)

    def __init__(self, table: ElementTable, parent: QObject) -> None:
        super().__init__(parent)
        self._table = table
        self._shown = table.elements
        self._tells = False
        self.counting = Counting(self)
        self.counting.told.connect(self.tell)

    def tell(self, what: Phrase) -> None:
        """Say a phrase."""
        self.say(said(what))

    def say(self, text: str) -> None:
        """Say a text."""
        self._tells = bool(text)
        self.told.emit(text)

    def count(self) -> None:
        """Say what is true of the elements that are selected."""
        self.counting.count(self._table.elements, self._table.selection)

    def take_back(self) -> None:
        """Let nothing that was said stand beside what it is not true of."""
        self.counting.stop()
        if self._tells:
            self.say("")

    def see_elements(self) -> None:
        """The table may show others: what was said of another dump is over, what was said of
        elements that are edited is told anew."""
        before, shown = self._shown, self._table.elements
        self._shown = shown
        if shown.written is not before.written or shown.layout != before.layout:
            self.take_back()
        elif shown.dump is not before.dump and self._tells:
            self.count()
