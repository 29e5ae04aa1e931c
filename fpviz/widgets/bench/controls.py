"""Where the elements of a dump stand, and in which order: a format, an order, places."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QToolButton, QWidget

from fpviz.core.formats import Format
from fpviz.core.phrase import Complaint
from fpviz.data.layout.alike import same_order
from fpviz.data.layout.layout import DumpLayout
from fpviz.data.layout.orders import Order
from fpviz.widgets.bench.labelled import Labelled
from fpviz.widgets.bench.places import place_of, place_text
from fpviz.widgets.bench.said_line import SyntaxBox
from fpviz.widgets.bench.strip import order_letters
from fpviz.widgets.frame.flow import Flow
from fpviz.widgets.input.drops import DropLine
from fpviz.widgets.input.format_box import FormatBox
from fpviz.widgets.input.quiet_wheel import ComboBox
from fpviz.widgets.look.style import button_sheet, line_sheet, number_font
from fpviz.widgets.look.theme import Theme
from fpviz.widgets.translated import said

WORDS = (16, 32, 64)
"""Bits that the words may have which a word order turns round."""


class LayoutControls(QWidget):
    """The controls of a layout.

    Signals, of what the user does alone:
        chosen(DumpLayout): a control was changed.
        refused(str): what was typed is no place, and why.
    """

    chosen = Signal(object)
    refused = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._layout: DumpLayout | None = None
        self.syntax, self.element = SyntaxBox(), FormatBox()
        self.element.setMinimumContentsLength(6)
        self.order, self.word = ComboBox(), ComboBox()
        self.start, self.stride = DropLine(), DropLine()
        self.back, self.on = QToolButton(), QToolButton()
        self._groups: dict[QWidget, Labelled] = {}
        self._build()
        self._connect()
        self.set_theme(theme)

    # -- building ---------------------------------------------------------------------------

    def _build(self) -> None:
        for box in (self.order, self.word):
            box.setSizeAdjustPolicy(box.SizeAdjustPolicy.AdjustToContents)
        for width in WORDS:
            self.word.addItem(self.tr("{0} bits").format(width), width)
        for line, digits in ((self.start, 8), (self.stride, 6)):
            line.setFont(number_font(line.font(), 0.95))
            line.setFixedWidth(round(line.fontMetrics().horizontalAdvance("0") * digits + 12))
        self.start.setToolTip(self.tr("Where the first element begins: bytes, or 12 bits"))
        self.stride.setToolTip(self.tr("From one element to the next: bytes, or 12 bits"))
        self.word.setToolTip(self.tr("What a word order turns round: a register"))
        for button, sign, tip in (
            (self.back, "‹", self.tr("Begin one register earlier")),
            (self.on, "›", self.tr("Begin one register later")),
        ):
            button.setText(sign)
            button.setToolTip(tip)
            button.setAccessibleName(tip)
        row = Flow(self)
        row.setContentsMargins(10, 4, 10, 4)
        for text, *controls in (
            (self.tr("Read as"), self.syntax),
            (self.tr("Element"), self.element),
            (self.tr("Order"), self.order),
            (self.tr("Words"), self.word),
            (self.tr("From"), self.start),
            (self.tr("Every"), self.stride),
            (self.tr("Shift"), self.back, self.on),
        ):
            row.addWidget(self._group(text, *controls))

    def _group(self, text: str, *controls: QWidget) -> QWidget:
        """Controls behind what they are called; one alone is called so itself."""
        group = Labelled(text, *controls)
        self._groups |= dict.fromkeys(controls, group)
        if len(controls) == 1:
            controls[0].setAccessibleName(text)
        return group

    def _connect(self) -> None:
        self.element.chosen.connect(self._choose_format)
        self.order.activated.connect(lambda at: self._change(order=self.order.itemData(at)))
        self.word.activated.connect(lambda at: self._change(word=self.word.itemData(at)))
        self.start.editingFinished.connect(self._choose_start)
        self.stride.editingFinished.connect(self._choose_stride)
        self.back.clicked.connect(lambda: self._shift(-1))
        self.on.clicked.connect(lambda: self._shift(1))

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self._theme = theme
        for line in (self.start, self.stride):
            line.setStyleSheet(line_sheet(theme, theme.line, theme.accent))
        for button in (self.back, self.on):
            button.setStyleSheet(button_sheet(theme))
        for group in self._groups.values():
            group.set_theme(theme)

    # -- what is shown ----------------------------------------------------------------------

    def show_syntaxes(self, titles: Sequence[tuple[str, str]], present: str) -> None:
        """Show all that the text may be, as (key, title), if that is more than one thing."""
        self.syntax.show_syntaxes(titles, present)
        self._groups[self.syntax].setVisible(len(titles) > 1)

    def show_layout(self, layout: DumpLayout, *, is_of_numbers: bool) -> None:
        """Show a layout; numbers have no bytes that could be turned round."""
        self._layout = layout
        self.element.show_name(layout.fmt.name)
        self._show_orders(layout)
        self._show_words(layout)
        _show(self.start, place_text(layout.offset))
        _show(self.stride, place_text(layout.step))
        self.back.setEnabled(layout.offset > 0)
        orders = not is_of_numbers and self.order.count() > 1
        self._groups[self.order].setVisible(orders)
        self._groups[self.word].setVisible(orders and layout.fmt.width > WORDS[1])
        for control in (self.start, self.stride, self.back):
            self._groups[control].setVisible(not is_of_numbers)

    def _show_orders(self, layout: DumpLayout) -> None:
        self.order.clear()
        for order in layout.orders:
            self.order.addItem(self._order_said(replace(layout, order=order)), order)
        at = next((at for at, each in enumerate(layout.orders) if same_order(layout, each)), 0)
        self.order.setCurrentIndex(at)

    def _order_said(self, layout: DumpLayout) -> str:
        names = {Order.ABCD: self.tr("{0} (big)"), Order.DCBA: self.tr("{0} (little)")}
        return names.get(layout.order, "{0}").format(order_letters(layout))

    def _show_words(self, layout: DumpLayout) -> None:
        at = self.word.findData(layout.word)
        self.word.setCurrentIndex(at)

    # -- what is changed --------------------------------------------------------------------

    def _change(self, **changes: object) -> None:
        if self._layout is not None:
            changed = replace(self._layout, **changes)  # type: ignore[arg-type]  # its own fields
            if changed != self._layout:
                self.chosen.emit(changed)

    def _choose_format(self, _name: str) -> None:
        fmt: Format | None = self.element.format()
        layout = self._layout
        if fmt is None or layout is None:
            self.refused.emit(self.tr("No format is called {0}").format(self.element.name))
            if layout is not None:
                self.element.show_name(layout.fmt.name)
            return
        stride = layout.stride if layout.stride > fmt.width else 0
        self._change(fmt=fmt, stride=stride)

    def _choose_start(self) -> None:
        if (bits := self._typed(self.start)) is not None:
            self._change(offset=bits)

    def _choose_stride(self) -> None:
        bits, layout = self._typed(self.stride), self._layout
        if bits is not None and layout is not None:
            self._change(stride=0 if bits in (0, layout.fmt.width) else bits)

    def _shift(self, registers: int) -> None:
        if self._layout is not None:
            self._change(offset=max(0, self._layout.offset + registers * WORDS[0]))

    def _typed(self, line: QLineEdit) -> int | None:
        """What a line says, in bits; what is none is taken back, and it is said why."""
        try:
            return place_of(line.text())
        except Complaint as error:
            self.refused.emit(said(error.phrase))
        layout = self._layout
        if layout is not None:
            shown = layout.offset if line is self.start else layout.step
            line.setText(place_text(shown))
        return None


def _show(line: QLineEdit, text: str) -> None:
    if line.text() != text:
        line.setText(text)
