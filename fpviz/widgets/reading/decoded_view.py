"""The decoded values of one reading, every line of which can be selected and copied."""

from __future__ import annotations

from fractions import Fraction

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QLabel,
    QLineEdit,
    QScrollArea,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from fpviz.core.arithmetic.rounding import Flags
from fpviz.core.formats.decoding import Decoded, NumberClass
from fpviz.core.names import CLASSES, flags_raised
from fpviz.core.numbers import Finite
from fpviz.core.reading import Reading
from fpviz.core.text import (
    bit_fields,
    exact_decimal,
    exact_text,
    power_text,
    scientific,
    value_brief,
)
from fpviz.widgets.bit_grid.texts import ulps_text
from fpviz.widgets.frame.wanted_height import whole_height
from fpviz.widgets.look.style import button_sheet, number_font, scroll_sheet, word_font
from fpviz.widgets.look.theme import Theme
from fpviz.widgets.reading.formula import formula_html, formula_text
from fpviz.widgets.translated import said

_LONGEST_LINE = 20_000

_MARGIN, _SPACING = 14, 14
"""Pixels beside the lines, and between their parts."""


class _Line(QLineEdit):
    """A read-only text that shows its beginning and copies whole."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setReadOnly(True)
        self.setFrame(False)
        self.setMaxLength(1 << 24)
        self.setAccessibleName(name)
        self.setFont(number_font(self.font(), 0.95))
        self.setTextMargins(0, 0, 0, 0)
        self.setMinimumWidth(40)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)  # the view has one for all
        self._whole = ""

    @property
    def whole(self) -> str:
        """The complete text, also where the line shows only its ends."""
        return self._whole

    def show_text(self, text: str) -> None:
        """Show a text; the same one again costs nothing."""
        if text == self._whole:
            return
        self._whole = text
        self._fit()
        self.setToolTip(self._whole if len(self._whole) <= 1000 else "")

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._fit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Show the text, cut with an ellipsis where it has no room; whole with the keyboard."""
        text = self._whole
        if len(text) > _LONGEST_LINE:
            text = f"{text[: _LONGEST_LINE // 2]}…{text[-_LONGEST_LINE // 2 :]}"
        if not self.hasFocus():
            room = self.width() - 6
            text = self.fontMetrics().elidedText(text[:400], Qt.TextElideMode.ElideRight, room)
        if text != self.text():
            self.setText(text)
            self.setCursorPosition(0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy) and not self.hasSelectedText():
            QGuiApplication.clipboard().setText(self._whole)
        else:
            super().keyPressEvent(event)


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
        self.formula = QLabel()
        self.formula.setTextFormat(Qt.TextFormat.RichText)
        self.formula.setFont(number_font(self.font(), 1.25))
        self.formula.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.formula.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.formula.setWordWrap(True)
        self.formula.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.formula.setAccessibleName(self.tr("Formula"))
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
        self.lines = {key: _Line(self._names[key]) for key in _ROWS if key != "neighbours"}
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
        for key, text in self.texts(reading).items():
            self.lines[key].show_text(text)
        exact = self.lines["exact"].whole
        self.length.setText(self._length(exact))
        about = reading.about_shortest
        self.about_shortest.setText("" if about is None else said(about))
        for button, decoded in ((self.below, reading.previous), (self.above, reading.next)):
            button.setEnabled(decoded is not None)
            button.setToolTip("" if decoded is None else _neighbour_tip(decoded))
        self._fit(reading)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._reading is not None:
            self._show_formula(self._reading)
            self._fit(self._reading)

    def _fit(self, reading: Reading) -> None:
        """Let the lines, their remarks and the neighbours share the room beside the names."""
        names = max(label.sizeHint().width() for label in self._labels if label not in self._beside)
        bar = self._scroll.verticalScrollBar().sizeHint().width()
        room = self.width() - bar - names - 2 * (_MARGIN + _SPACING)
        self._fit_remarks(room)
        self._fit_neighbours(reading, room)

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
        if under is self.formula:
            text = self.formula.selectedText()
        else:
            text = under.whole if isinstance(under, _Line) else ""
        self.menu_requested.emit(text, event.globalPos())

    def _show_formula(self, reading: Reading) -> None:
        digit = self.formula.fontMetrics().horizontalAdvance("0")
        room = max(12, (self.width() - 40) // digit - 16)
        self.formula.setText(formula_html(reading.decoded, self._theme, room))

    def texts(self, reading: Reading) -> dict[str, str]:
        """The text of every line but the neighbours'."""
        decoded = reading.decoded
        return {
            "exact": exact_text(reading.number),
            "shortest": reading.shortest,
            "hexfloat": reading.hexfloat,
            "code": self._code_text(reading),
            "class": self._class_text(reading),
            "exponent": self._exponent_text(decoded),
            "ulp": _ulp_text(reading.ulp),
            "error": self._error_text(reading),
            "relative": _relative_text(reading),
            "flags": said(flags_raised(reading.flags)),
        }

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self._theme = theme
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

    # -- words ------------------------------------------------------------------------------

    def _length(self, exact: str) -> str:
        whole, _, decimals = exact.lstrip("-").partition(".")
        if not whole.isdigit():
            return ""
        if decimals:
            text = self.tr("1 decimal") if len(decimals) == 1 else self.tr("{0} decimals")
            return text.format(len(decimals))
        text = self.tr("1 digit") if len(whole) == 1 else self.tr("{0} digits")
        return text.format(len(whole))

    def _code_text(self, reading: Reading) -> str:
        bits = " ".join(part for part in bit_fields(reading.format, reading.code) if part)
        return f"{reading.format.code_text(reading.code)}   {bits}"

    def _class_text(self, reading: Reading) -> str:
        kind = said(CLASSES[reading.decoded.number_class])
        exactness = self.tr("exact") if reading.is_exact else self.tr("inexact")
        if Flags.INVALID in reading.flags:
            exactness = self.tr("cannot be held")
        if reading.about_daz:
            exactness = said(reading.about_daz)
        return self.tr("{0}, {1}").format(kind, exactness)

    def _exponent_text(self, decoded: Decoded) -> str:
        fmt, field = decoded.format, decoded.exponent_field
        match decoded.number_class:
            case NumberClass.NORMAL:
                bias = _minus(f"({fmt.bias})" if fmt.bias < 0 else str(fmt.bias))
                return self.tr("field {0} − bias {1} = {2}").format(
                    field, bias, _minus(str(decoded.exponent))
                )
            case NumberClass.SUBNORMAL | NumberClass.ZERO if fmt.has_zero:
                return self.tr("field 0 stands for 1 − bias {0} = {1}, hidden bit 0").format(
                    _minus(str(fmt.bias)), _minus(str(decoded.exponent))
                )
            case _:
                return self.tr("field {0}, kept for specials").format(field)

    def _error_text(self, reading: Reading) -> str:
        error = reading.error
        if error is None:
            return "–"
        if not error.absolute:
            return self.tr("none: the value is exact")
        sign = "+" if error.absolute > 0 else ""
        absolute, ulps = sign + scientific(error.absolute, 12), ulps_text(error.ulps)
        return self.tr("{0} = {1} ulp").format(_minus(absolute), _minus(ulps))

    # -- building ---------------------------------------------------------------------------

    def _build(self) -> None:
        content = QWidget()
        rows = QGridLayout(content)
        rows.setContentsMargins(_MARGIN, 10, _MARGIN, 10)
        rows.setHorizontalSpacing(_SPACING)
        rows.setVerticalSpacing(4)
        rows.setColumnStretch(1, 1)
        rows.addWidget(self.formula, 0, 0, 1, 3)
        for at, key in enumerate(_ROWS, 1):
            label = QLabel(self._names[key])
            self._labels.append(label)
            rows.addWidget(label, at, 0)
            beside = next((label for label, line in self._beside.items() if line == key), None)
            rows.addWidget(self._value_widget(key), at, 1, 1, 1 if beside else 2)
            if beside:
                beside.setFont(word_font(self.font(), 0.85))
                self._labels.append(beside)
                rows.addWidget(beside, at, 2)
        rows.setRowStretch(len(_ROWS) + 1, 1)
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


def _neighbour_tip(decoded: Decoded) -> str:
    text = exact_text(decoded.number) if isinstance(decoded.number, Finite) else ""
    shown = text if len(text) < 200 else text[:200] + "…"
    return f"{shown}  {decoded.format.code_text(decoded.code)}".strip()


def _minus(number: str) -> str:
    """A number with a true minus sign."""
    return number.replace("-", "−")


def _relative_text(reading: Reading) -> str:
    error = reading.error
    if error is None or error.relative is None or not error.absolute:
        return "–"
    return _minus(scientific(error.relative, 6))


def _ulp_text(ulp: Fraction | None) -> str:
    if ulp is None:
        return "–"
    value = exact_decimal(ulp) if 2**-40 <= ulp <= 2**40 else scientific(ulp, 8)
    return f"{power_text(ulp)} = {value}"
