"""The decoded values of one reading, every line of which can be selected and copied."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QLabel,
    QScrollArea,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from fpviz.core.formats.decoding import Decoded
from fpviz.core.reading import Reading
from fpviz.core.text import value_brief
from fpviz.widgets.frame.wanted_height import whole_height
from fpviz.widgets.look.style import button_sheet, number_font, scroll_sheet, word_font
from fpviz.widgets.look.theme import Theme
from fpviz.widgets.reading.decoded_texts import decoded_texts, length_text, neighbour_tip
from fpviz.widgets.reading.formula import formula_html, formula_text
from fpviz.widgets.reading.whole_line import WholeLine
from fpviz.widgets.translated import said

_MARGIN, _SPACING = 14, 14
"""Pixels beside the lines, and between their parts."""

_ROWS = (
    "exact",
    "shortest",
    "hexfloat",
    "code",
    "class",
    "exponent",
    "ulp",
    "neighbours",
    "error",
    "relative",
    "flags",
)
"""The lines, from the top."""


class DecodedView(QWidget):
    """The formula of a reading and what is true of it, line by line.

    Signals:
        code_picked(Format, int): a neighbour was chosen.
        menu_requested(str, QPoint): the context menu was asked for, on a line with that text
            (empty between the lines), at a global position.
    """

    code_picked = Signal(object, object)
    menu_requested = Signal(str, QPoint)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._reading: Reading | None = None
        self._is_figure = False
        self._taken = 0
        self.formula = QLabel()
        self.formula.setTextFormat(Qt.TextFormat.RichText)
        self.formula.setFont(number_font(self.font(), 1.25))
        self.formula.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.formula.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.formula.setWordWrap(True)
        self.formula.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.formula.setAccessibleName(self.tr("Formula"))
        self.remark = QLabel()
        self.remark.setWordWrap(True)
        self.remark.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.remark.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.remark.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._names = {
            "exact": self.tr("exact"),
            "shortest": self.tr("shortest"),
            "hexfloat": self.tr("hex-float"),
            "code": self.tr("code"),
            "class": self.tr("class"),
            "exponent": self.tr("exponent"),
            "ulp": self.tr("ulp"),
            "neighbours": self.tr("neighbours"),
            "error": self.tr("error"),
            "relative": self.tr("relative"),
            "flags": self.tr("flags"),
        }
        self.lines = {key: WholeLine(self._names[key]) for key in _ROWS if key != "neighbours"}
        self.length = QLabel()
        self.about_shortest = QLabel()
        self._beside = {self.length: "exact", self.about_shortest: "shortest"}
        self.below = self._neighbour_button(self.tr("Go to the neighbour below"))
        self.above = self._neighbour_button(self.tr("Go to the neighbour above"))
        self.below.clicked.connect(lambda: self._go(self._reading and self._reading.previous))
        self.above.clicked.connect(lambda: self._go(self._reading and self._reading.next))
        self._labels: list[QLabel] = []
        self._build()
        self.set_theme(theme)

    # -- what is shown ----------------------------------------------------------------------

    def show_reading(self, reading: Reading) -> None:
        """Show everything about a reading."""
        self._reading = reading
        self._show_formula(reading)
        self.formula.setAccessibleDescription(formula_text(reading.decoded))
        remark = reading.format.remark(reading.code)
        self.remark.setText("" if remark is None else said(remark))
        self.remark.setVisible(remark is not None)
        for key, text in decoded_texts(reading).items():
            self.lines[key].show_text(text)
        exact = self.lines["exact"].whole
        self.length.setText(length_text(exact))
        about = reading.about_shortest
        self.about_shortest.setText("" if about is None else said(about))
        for button, decoded in ((self.below, reading.previous), (self.above, reading.next)):
            button.setEnabled(decoded is not None)
            button.setToolTip("" if decoded is None else neighbour_tip(decoded))
        self._fit(reading)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._reading is not None:
            self._show_formula(self._reading)
            self._fit(self._reading)

    def changeEvent(self, event: QEvent) -> None:
        self._taken = 0  # fonts and styles change it, readings do not
        super().changeEvent(event)

    def _fit(self, reading: Reading) -> None:
        """Let the lines, their remarks and the neighbours share the room beside the names."""
        self._taken = self._taken or self._width_taken()
        room = self.width() - self._taken
        self._fit_remarks(room)
        self._fit_neighbours(reading, room)

    def _width_taken(self) -> int:
        """Pixels beside the lines."""
        names = max(label.sizeHint().width() for label in self._labels if label not in self._beside)
        bar = self._scroll.verticalScrollBar().sizeHint().width()
        return bar + names + 2 * (_MARGIN + _SPACING)

    def _fit_neighbours(self, reading: Reading, room: int) -> None:
        """Name the neighbours, cut where they have no room: the tip has them whole."""
        for button, decoded, arrow in (
            (self.below, reading.previous, "↓ {0}"),
            (self.above, reading.next, "↑ {0}"),
        ):
            value = self.tr("none") if decoded is None else value_brief(decoded)
            whole, metrics = arrow.format(value), button.fontMetrics()
            button.setText(whole)
            frame = button.sizeHint().width() - metrics.horizontalAdvance(whole)
            mode = Qt.TextElideMode.ElideRight
            button.setText(metrics.elidedText(whole, mode, room - frame))

    def _fit_remarks(self, room: int) -> None:
        """Show the remarks beside lines that are whole beside them, or three times as wide."""
        for remark, key in self._beside.items():
            line, width = self.lines[key], remark.sizeHint().width()
            whole = line.fontMetrics().horizontalAdvance(line.whole[:400]) + 8
            remark.setVisible(room - width >= min(whole, 3 * width))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        under = self.childAt(event.pos())
        if isinstance(under, QLabel) and under in (self.formula, self.remark):
            text = under.selectedText()
        else:
            text = under.whole if isinstance(under, WholeLine) else ""
        self.menu_requested.emit(text, event.globalPos())

    def _show_formula(self, reading: Reading) -> None:
        digit = self.formula.fontMetrics().horizontalAdvance("0")
        room = max(12, (self.width() - 40) // digit - 16)
        self.formula.setText(formula_html(reading.decoded, self._theme, room))

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self._theme, self._taken = theme, 0
        for label in self._labels:
            label.setStyleSheet(f"color: {theme.dim}")
        for line in self.lines.values():
            line.setStyleSheet(
                f"QLineEdit {{ background: transparent; color: {theme.ink}; border: none; }}"
                f"QLineEdit:focus {{ background: {theme.accent_soft}; }}"
            )
        for button in (self.below, self.above):
            button.setStyleSheet(_flat_sheet(theme) if self._is_figure else button_sheet(theme))
        self._scroll.verticalScrollBar().setStyleSheet(scroll_sheet(theme))
        if self._reading is not None:
            self.show_reading(self._reading)

    def become_figure(self) -> None:
        """From now on show the neighbours as values, not as buttons."""
        self._is_figure = True
        self._scroll.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.set_theme(self._theme)

    def figure_width(self) -> int:
        """The width at which no line is cut, unless one is very long."""
        metrics = self.lines["exact"].fontMetrics()
        widest = max(metrics.horizontalAdvance(line.whole[:400]) for line in self.lines.values())
        names = max(label.sizeHint().width() for label in self._labels)
        formula = self.formula.sizeHint().width() + 28
        return max(formula, names + widest + self.length.sizeHint().width() + 72)

    def height_at(self, width: int) -> int:
        """The height at which nothing needs scrolling, at a width."""
        return whole_height(self._scroll.widget(), width)

    # -- building ---------------------------------------------------------------------------

    def _build(self) -> None:
        content = QWidget()
        rows = QGridLayout(content)
        rows.setContentsMargins(_MARGIN, 10, _MARGIN, 10)
        rows.setHorizontalSpacing(_SPACING)
        rows.setVerticalSpacing(4)
        rows.setColumnStretch(1, 1)
        rows.addWidget(self.formula, 0, 0, 1, 3)
        rows.addWidget(self.remark, 1, 0, 1, 3)
        for at, key in enumerate(_ROWS, 2):
            label = QLabel(self._names[key])
            self._labels.append(label)
            rows.addWidget(label, at, 0)
            beside = next((label for label, line in self._beside.items() if line == key), None)
            rows.addWidget(self._value_widget(key), at, 1, 1, 1 if beside else 2)
            if beside:
                beside.setFont(word_font(self.font(), 0.85))
                self._labels.append(beside)
                rows.addWidget(beside, at, 2)
        rows.setRowStretch(len(_ROWS) + 2, 1)
        self._scroll = scroll = QScrollArea()
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(content)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(scroll)

    def _value_widget(self, key: str) -> QWidget:
        if key != "neighbours":
            return self.lines[key]
        pair = QWidget()
        layout = QVBoxLayout(pair)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(3)
        layout.addWidget(self.above)
        layout.addWidget(self.below)
        return pair

    def _neighbour_button(self, tip: str) -> QToolButton:
        button = QToolButton()
        button.setFont(number_font(self.font(), 0.9))
        button.setAccessibleName(tip)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        button.setMinimumWidth(40)  # a narrow panel cuts the value; its tip has it whole
        return button

    def _go(self, decoded: Decoded | None) -> None:
        if decoded is not None:
            self.code_picked.emit(decoded.format, decoded.code)


def _flat_sheet(theme: Theme) -> str:
    return f"QToolButton {{ border: none; padding: 0; text-align: left; color: {theme.ink}; }}"
