"""The panel "Formats": the facts of all formats side by side, and how many values a range has."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from fractions import Fraction
from typing import Any

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QMenu, QToolButton, QVBoxLayout, QWidget

from fpviz.core.formats import CATALOGUE, Format
from fpviz.core.literals import LiteralError, parse_literal
from fpviz.core.numbers import Finite
from fpviz.model.session import Session
from fpviz.panels.panel import Panel, Room
from fpviz.widgets.formats_view import FormatsView
from fpviz.widgets.said import said
from fpviz.widgets.theme import Theme
from fpviz.widgets.value_entry import LiteralEdit


class FormatsPanel(Panel):
    """A row for each format of the catalogue and each custom one that is shown."""

    ID = "formats"

    def __init__(self, session: Session, theme: Theme) -> None:
        super().__init__(session, theme)
        self.table = FormatsView(theme)
        self.ends = LiteralEdit(theme), LiteralEdit(theme)
        self._range = Fraction(1), Fraction(2)
        self._build_tools()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.table)
        self.table.chosen.connect(self._choose)
        self.document.changed.connect(self._show)

    @property
    def title(self) -> str:
        return self.tr("Formats")

    def _build_tools(self) -> None:
        names = (self.tr("Count values from"), self.tr("Count values below"))
        for edit, name, text in zip(self.ends, names, ("1", "2"), strict=True):
            edit.setAccessibleName(name)
            edit.setToolTip(name)
            edit.setFixedWidth(round(edit.fontMetrics().horizontalAdvance("0") * 9))
            edit.show_text(text)
            edit.textEdited.connect(self._count)
        copy = QToolButton()
        copy.setText(self.tr("copy"))
        copy.setToolTip(self.tr("Copy the table"))
        copy.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(copy)
        for text, write in (
            (self.tr("as Markdown"), self.table.markdown),
            (self.tr("as CSV"), self.table.csv),
        ):
            menu.addAction(text).triggered.connect(lambda _=False, write=write: self._copy(write()))
        copy.setMenu(menu)
        self.copy_menu = menu
        label = QLabel(self.tr("values in [a, b)"))
        tools: tuple[QWidget, ...] = (label, *self.ends, copy)
        self.tools = tools

    def build_late(self) -> None:
        self._show()

    def _formats(self) -> tuple[Format, ...]:
        shown = self.document.state.formats
        return (*CATALOGUE, *(fmt for fmt in shown if fmt not in CATALOGUE))

    def _show(self, _cause: object = None) -> None:
        state = self.document.state
        self.table.show_formats(self._formats(), state.active, state.rules, self._range)

    def _count(self, _text: str = "") -> None:
        """Take the typed range, once both ends are numbers."""
        try:
            self._take_range()
            self.status_changed.emit("")
        except LiteralError as error:
            self.status_changed.emit(said(error.phrase))

    def _take_range(self) -> None:
        match [parse_literal(edit.text()).number for edit in self.ends]:
            case [Finite() as lo, Finite() as hi]:
                self._range = lo.value, hi.value
                self._show()

    def _choose(self, fmt: Format) -> None:
        if fmt in self.document.state.formats:
            self.document.activate(fmt)
        else:
            self.document.add_format(fmt)

    def _copy(self, text: str) -> None:
        QGuiApplication.clipboard().setText(text)
        self.status_changed.emit(self.tr("The table is copied."))

    def set_theme(self, theme: Theme) -> None:
        super().set_theme(theme)
        self.table.set_theme(theme)
        for edit in self.ends:
            edit.set_theme(theme)

    def figure_width(self) -> int:
        return self.table.whole_size().width()

    def figure_room(self, width: int) -> Room:
        size = self.table.whole_size()
        return Room(size.width(), size.height(), size.height())

    def become_figure(self) -> None:
        self._show()
        self.table.become_figure()

    def view(self) -> dict[str, Any]:
        return {"from": self.ends[0].text(), "below": self.ends[1].text()}

    def restore_view(self, view: Mapping[str, Any]) -> None:
        for edit, key in zip(self.ends, ("from", "below"), strict=True):
            if isinstance(view.get(key), str):
                edit.show_text(view[key])
        with suppress(LiteralError):
            self._take_range()
