"""The panel "Formats": the facts of all formats side by side, and how many values a range has."""

from __future__ import annotations

from fractions import Fraction

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QMenu, QToolButton, QVBoxLayout, QWidget

from fpviz.core.formats import CATALOGUE, Format
from fpviz.core.numbers import Finite
from fpviz.core.phrase import Complaint, phrase, quoted
from fpviz.model.session import Session
from fpviz.model.views import PanelView, ViewOfFormats
from fpviz.panels.panel import Panel, Room
from fpviz.widgets.formats.table import FormatsView
from fpviz.widgets.input.literal_edit import LiteralEdit
from fpviz.widgets.look.theme import Theme

_RANGE = ("1", "2")
"""The range whose values are counted at first."""


class FormatsPanel(Panel):
    """A row for each format of the catalogue and each custom one that is shown."""

    ID = "formats"

    def __init__(self, session: Session, theme: Theme) -> None:
        super().__init__(session, theme)
        self.table = FormatsView(theme)
        self.ends = LiteralEdit(theme), LiteralEdit(theme)
        self._range = Fraction(1), Fraction(2)
        self._sound = ViewOfFormats(*_RANGE)
        self._build_tools()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.table)
        self.table.chosen.connect(self._choose)
        self.document.changed.connect(self.renew)

    @property
    def title(self) -> str:
        return self.tr("Formats")

    def _build_tools(self) -> None:
        names = (self.tr("Count values from"), self.tr("Count values below"))
        for edit, name, text in zip(self.ends, names, _RANGE, strict=True):
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
        self.tools, self.offers = tools, (copy,)

    def build_late(self) -> None:
        self.renew()

    def _formats(self) -> tuple[Format, ...]:
        shown = self.document.state.formats
        return (*CATALOGUE, *(fmt for fmt in shown if fmt not in CATALOGUE))

    def present(self) -> None:
        state = self.document.state
        self.table.show_formats(self._formats(), state.active, state.rules, self._range)

    def content(self) -> QWidget:
        return self.table

    def _count(self, _text: str = "") -> None:
        """Take the typed range, once both ends are numbers; until then the table is old."""
        try:
            self._take_range()
        except Complaint as error:
            self.show_old(error.phrase)
        else:
            self.show_old(None)

    def _take_range(self) -> None:
        """Count from the one end to below the other. Raises Complaint."""
        lo, hi = map(_end, self.ends)
        if lo > hi:
            texts = {"lo": self.ends[0].text().strip(), "hi": self.ends[1].text().strip()}
            raise Complaint(phrase("{lo} lies above {hi}: there is nothing to count", **texts))
        self._range = lo, hi
        self._sound = ViewOfFormats(*(edit.text() for edit in self.ends))
        self.view_changed.emit()
        self.renew()

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
        self.table.become_figure()

    def view(self) -> ViewOfFormats:
        return self._sound

    def restore_view(self, view: PanelView) -> None:
        assert isinstance(view, ViewOfFormats)
        for edit, text in zip(self.ends, (view.start, view.below), strict=True):
            if text is not None:
                edit.show_text(text)
        self._count()


def _end(edit: LiteralEdit) -> Fraction:
    """The number in a line. Raises Complaint where there is none."""
    typed = edit.read(edit.text())
    if typed.literal is None:
        raise Complaint(typed.reason or phrase("go on typing …"))
    if not isinstance(typed.literal.number, Finite):
        text = quoted(edit.text().strip())
        raise Complaint(phrase("{text} is not finite; type a number", text=text))
    return typed.literal.number.value
