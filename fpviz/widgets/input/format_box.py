"""A list of formats, family by family, in which any part of a name finds one."""

from __future__ import annotations

from collections.abc import Container

from PySide6.QtCore import Signal

from fpviz.core.formats import FAMILIES, Format, FormatError, find_format
from fpviz.widgets.input.drops import DropLine
from fpviz.widgets.input.grouped_box import GroupedBox
from fpviz.widgets.translated import said


class FormatBox(GroupedBox):
    """The formats of the catalogue under the titles of their families, and a line for any other.

    ``first`` is an entry before them, which stands for no format: its name is empty. Only formats
    whose base is among ``bases`` are listed.

    Signals, of what the user does alone:
        chosen(str): the name of a format, or what was typed and is none.
    """

    chosen = Signal(str)

    def __init__(self, first: str = "", bases: Container[int] = (2, 10)) -> None:
        self._line = DropLine()
        super().__init__(self._line)
        if first:
            self.add_entry(first, "")
        for family in FAMILIES:
            offered = [fmt for fmt in family.formats if fmt.base in bases]
            if offered:
                self.add_title(said(family.title))
            for fmt in offered:
                self.add_entry(fmt.title, fmt.name, fmt.name)
        self.setCurrentIndex(0 if first else self._first_format())
        self._line.home(False)  # the first entry came without a change of the index
        self._told = self.name
        self.activated.connect(lambda at: self._tell(self.itemData(at)))
        self._line.editingFinished.connect(self._choose_typed)

    def show_name(self, name: str) -> None:
        """Show a format by its name, or a text that is none; nothing is told."""
        self._told = name
        at = self.findData(name)
        self.setCurrentIndex(at)
        if at < 0:
            self.setEditText(name)

    @property
    def name(self) -> str:
        """The name of the format, or what is typed instead; empty for the first entry."""
        at = self.entry_at(self.currentText())
        return self.itemData(at) if at >= 0 else self.currentText().strip()

    def format(self) -> Format | None:
        """The format that is shown; ``None`` for the first entry, and for what is none."""
        try:
            return find_format(self.name) if self.name else None
        except FormatError:
            return None

    def _first_format(self) -> int:
        return next(at for at in range(self.count()) if self.itemData(at))

    def _choose_typed(self) -> None:
        at = self.entry_at(self.currentText())
        if at >= 0:
            self.setCurrentIndex(at)
        if self.name != self._told:
            self._tell(self.name)

    def _tell(self, name: str) -> None:
        self._told = name
        self.chosen.emit(name)
