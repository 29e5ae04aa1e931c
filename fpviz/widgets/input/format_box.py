"""A list of formats, family by family, in which any part of a name finds one."""

from __future__ import annotations

from collections.abc import Container

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QStandardItemModel
from PySide6.QtWidgets import QCompleter

from fpviz.core.formats import FAMILIES, Format, FormatError, find_format
from fpviz.widgets.input.drops import DropLine
from fpviz.widgets.input.quiet_wheel import ComboBox
from fpviz.widgets.look.style import em
from fpviz.widgets.translated import said

_WIDEST = 28
"""How wide the list may be, in ems."""


class FormatBox(ComboBox):
    """The formats of the catalogue under the titles of their families, and a line for any other.

    ``first`` is an entry before them, which stands for no format: its name is empty. Only formats
    whose base is among ``bases`` are listed.

    Signals, of what the user does alone:
        chosen(str): the name of a format, or what was typed and is none.
    """

    chosen = Signal(str)

    def __init__(self, first: str = "", bases: Container[int] = (2, 10)) -> None:
        super().__init__()
        if first:
            self.addItem(first, "")
        for family in FAMILIES:
            offered = [fmt for fmt in family.formats if fmt.base in bases]
            if offered:
                self._add_title(said(family.title))
            for fmt in offered:
                self.addItem(fmt.title, fmt.name)
                self.setItemData(self.count() - 1, fmt.name, Qt.ItemDataRole.ToolTipRole)
        self.setEditable(True)
        self._line = DropLine()
        self.setLineEdit(self._line)
        self.setInsertPolicy(self.InsertPolicy.NoInsert)
        self.setSizeAdjustPolicy(self.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(8)
        self.setMaxVisibleItems(24)
        self._find_any_part()
        self.setCurrentIndex(0 if first else self._first_format())
        self._told = self.name
        self.activated.connect(lambda at: self._tell(self.itemData(at)))
        self._line.editingFinished.connect(self._choose_typed)

    def showPopup(self) -> None:  # noqa: N802 - Qt's name
        """Show the list, wide enough for its titles, within reason."""
        bar = self.view().verticalScrollBar().sizeHint().width()
        wanted = self.view().sizeHintForColumn(0) + bar + 8
        self.view().setMinimumWidth(min(wanted, round(_WIDEST * em(self.font()))))
        super().showPopup()

    def setAccessibleName(self, name: str) -> None:  # noqa: N802 - Qt's name
        super().setAccessibleName(name)
        self._line.setAccessibleName(name)

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
        at = self._at(self.currentText())
        return self.itemData(at) if at >= 0 else self.currentText().strip()

    def format(self) -> Format | None:
        """The format that is shown; ``None`` for the first entry, and for what is none."""
        try:
            return find_format(self.name) if self.name else None
        except FormatError:
            return None

    def _add_title(self, title: str) -> None:
        """A line that is read and not chosen."""
        self.addItem(title)
        model = self.model()
        assert isinstance(model, QStandardItemModel)
        item = model.item(self.count() - 1)
        item.setEnabled(False)
        font = item.font()
        font.setBold(True)
        item.setFont(font)

    def _first_format(self) -> int:
        return next(at for at in range(self.count()) if self.itemData(at))

    def _find_any_part(self) -> None:
        completer = QCompleter(self.model(), self)
        completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.setCompleter(completer)

    def _at(self, text: str) -> int:
        """The entry that a text is the title of; -1 where it is of none."""
        wanted = text.strip().casefold()
        entries = range(self.count())
        named = (at for at in entries if self.itemText(at).casefold() == wanted)
        return next((at for at in named if self.itemData(at) is not None), -1)

    def _choose_typed(self) -> None:
        at = self._at(self.currentText())
        if at >= 0:
            self.setCurrentIndex(at)
        if self.name != self._told:
            self._tell(self.name)

    def _tell(self, name: str) -> None:
        self._told = name
        self.chosen.emit(name)
