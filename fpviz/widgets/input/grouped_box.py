"""A long list under titles, in which any part of a name finds an entry."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QStandardItemModel
from PySide6.QtWidgets import QCompleter, QLineEdit

from fpviz.widgets.input.quiet_wheel import ComboBox
from fpviz.widgets.look.style import em

_WIDEST = 28
"""How wide the list may be, in ems."""

_FOUND_BY = Qt.ItemDataRole.UserRole + 1
"""The role of the words by which an entry is found."""


class GroupedBox(ComboBox):
    """Entries under titles, which are read and not chosen; what is typed finds some of them."""

    def __init__(self, line: QLineEdit) -> None:
        super().__init__()
        self.setEditable(True)
        self.setLineEdit(line)
        self.setInsertPolicy(self.InsertPolicy.NoInsert)
        self.setSizeAdjustPolicy(self.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(8)
        self.setMaxVisibleItems(24)
        self.setCompleter(_AnyPart(self))
        self.currentIndexChanged.connect(lambda _: line.home(False))  # a name is read from there

    def showPopup(self) -> None:  # noqa: N802 - Qt's name
        """Show the list, wide enough for its titles, within reason."""
        bar = self.view().verticalScrollBar().sizeHint().width()
        wanted = self.view().sizeHintForColumn(0) + bar + 8
        self.view().setMinimumWidth(min(wanted, round(_WIDEST * em(self.font()))))
        super().showPopup()

    def setAccessibleName(self, name: str) -> None:  # noqa: N802 - Qt's name
        super().setAccessibleName(name)
        line = self.lineEdit()
        assert line is not None
        line.setAccessibleName(name)

    def add_title(self, title: str) -> None:
        """A line that is read and not chosen."""
        self.addItem(title)
        model = self.model()
        assert isinstance(model, QStandardItemModel)
        item = model.item(self.count() - 1)
        item.setEnabled(False)
        font = item.font()
        font.setBold(True)
        item.setFont(font)

    def add_entry(self, text: str, name: str, words: str = "") -> None:
        """An entry that stands for ``name``; it is found by its text and by other words."""
        self.addItem(text, name)
        at = self.count() - 1
        self.setItemData(at, name, Qt.ItemDataRole.ToolTipRole)
        self.setItemData(at, f"{text} {words}", _FOUND_BY)

    def entry_at(self, text: str) -> int:
        """The entry that a text is the title of; -1 where it is of none."""
        wanted = text.strip().casefold()
        entries = range(self.count())
        named = (at for at in entries if self.itemText(at).casefold() == wanted)
        return next((at for at in named if self.itemData(at) is not None), -1)


class _AnyPart(QCompleter):
    """Finds an entry by any part of the words that it is found by."""

    def __init__(self, box: GroupedBox) -> None:
        super().__init__(box.model(), box)
        self.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        self.setFilterMode(Qt.MatchFlag.MatchContains)
        self.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.setCompletionRole(_FOUND_BY)

    def pathFromIndex(self, index: QModelIndex | QPersistentModelIndex) -> str:  # noqa: N802 - Qt's
        """What is written into the line when an entry is taken."""
        return str(index.data(Qt.ItemDataRole.DisplayRole))
