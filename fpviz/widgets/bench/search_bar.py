"""The foot of the table: where to go, what to find, what to show."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QMenu, QToolButton, QWidget

from fpviz.widgets.bench.labelled import Labelled
from fpviz.widgets.frame.flow import Flow
from fpviz.widgets.input.drops import DropLine
from fpviz.widgets.look.style import button_sheet, line_sheet, number_font, word_font
from fpviz.widgets.look.theme import Theme

Filters = Sequence[tuple[str, str, int]]
"""(key, words, how many numbers it wants) of each filter."""


class SearchBar(QWidget):
    """Lines and buttons, in as many lines as they take.

    Signals:
        place_wanted(str): go to the place of this text.
        find_wanted(str, bool): go to the next element that the text says, or to the previous one.
        filter_wanted(str, str): show what a filter of this key lets through, with what is typed
            for it; with an empty key, all.
    """

    place_wanted = Signal(str)
    find_wanted = Signal(str, bool)
    filter_wanted = Signal(str, str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.entry, self.sought, self.told = DropLine(), DropLine(), DropLine()
        self.back, self.on, self.filter = QToolButton(), QToolButton(), QToolButton()
        self.count = QLabel()
        self._key = ""
        self._menu = QMenu(self.filter)
        self._build()
        self._connect()
        self.set_theme(theme)

    def _build(self) -> None:
        self.setObjectName("tableFoot")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._set_line(self.entry, "0x40, #12", self.tr("Go to an address, or to an element"), 10)
        self.entry.setToolTip(self.tr("An address such as 0x40, or an element's number: #12"))
        self._set_line(self.sought, self.tr("what sticks out"), self.tr("Find elements"), 16)
        self.sought.setToolTip(
            self.tr("A value such as 0.1, a code such as 0x7e00; empty: NaN, ∞ and jumps in size")
        )
        self._set_line(self.told, "", self.tr("What the filter is to know"), 12)
        for button, sign, tip in (
            (self.back, "‹", self.tr("Find the previous one (Shift+F3)")),
            (self.on, "›", self.tr("Find the next one (F3)")),
        ):
            button.setText(sign)
            button.setToolTip(tip)
            button.setAccessibleName(tip)
        self.filter.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.filter.setMenu(self._menu)
        self.count.setFont(word_font(self.font(), 0.9))
        row = Flow(self)
        row.setContentsMargins(10, 4, 10, 4)
        self._groups = (
            Labelled(self.tr("Go to"), self.entry),
            Labelled(self.tr("Find"), self.sought, self.back, self.on),
            Labelled(self.tr("Show"), self.filter, self.told),
        )
        for group in self._groups:
            row.addWidget(group)
        row.addWidget(self.count)
        self.show_filter("", self.tr("all"))

    def _set_line(self, line: DropLine, hint: str, name: str, digits: int) -> None:
        line.setFont(number_font(self.font(), 0.92))
        line.setPlaceholderText(hint)
        line.setAccessibleName(name)
        line.setFixedWidth(line.fontMetrics().horizontalAdvance("0") * (digits + 3))

    def _connect(self) -> None:
        self.entry.returnPressed.connect(lambda: self.place_wanted.emit(self.entry.text()))
        self.sought.returnPressed.connect(self.find_next)
        self.on.clicked.connect(self.find_next)
        self.back.clicked.connect(self.find_previous)
        self.told.returnPressed.connect(self._tell)

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        for line in (self.entry, self.sought, self.told):
            line.setStyleSheet(line_sheet(theme, theme.line, theme.accent))
        for button in (self.back, self.on, self.filter):
            button.setStyleSheet(button_sheet(theme))
        for group in self._groups:
            group.set_theme(theme)
        self.count.setStyleSheet(f"color: {theme.dim}; border: none")
        self.setStyleSheet(
            f"#tableFoot {{ background: {theme.panel}; border-top: 1px solid {theme.line}; }}"
        )

    # -- what is shown ----------------------------------------------------------------------

    def offer_filters(self, filters: Filters) -> None:
        """Offer these in the menu, after all elements."""
        self._menu.clear()
        self._menu.addAction(self.tr("all"), partial(self._choose, "", 0))
        self._menu.addSeparator()
        for key, words, wants in filters:
            self._menu.addAction(words, partial(self._choose, key, wants))

    @property
    def menu(self) -> QMenu:
        """The menu of filters."""
        return self._menu

    def show_filter(self, key: str, words: str, told: str = "") -> None:
        """Show which filter there is, in words, and what it was told."""
        self._key = key
        self.filter.setText(f"{words} ▾")
        self.filter.setAccessibleName(self.tr("Show: {0}").format(words))
        self.told.setVisible(bool(told))
        self.told.setText(told)

    # -- what the user does -----------------------------------------------------------------

    def find_next(self) -> None:
        """Look for what the line says, behind the row that is chosen."""
        self.find_wanted.emit(self.sought.text(), True)

    def find_previous(self) -> None:
        """Look for it before that row."""
        self.find_wanted.emit(self.sought.text(), False)

    def _choose(self, key: str, wants: int) -> None:
        if not wants:
            self.filter_wanted.emit(key, "")
            return
        self._key = key
        hint = self.tr("from to") if wants > 1 else self.tr("a number")
        self.told.setPlaceholderText(hint)
        self.told.clear()
        self.told.show()
        self.told.setFocus(Qt.FocusReason.OtherFocusReason)

    def _tell(self) -> None:
        self.filter_wanted.emit(self._key, self.told.text())
