"""The strip of orders and formats: the first values in each, the most plausible first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QSizePolicy,
    QWidget,
)

from fpviz.core.formats.decoding import decode
from fpviz.core.phrase import Phrase, listed
from fpviz.core.text import brief, value_text, whole_or_shortest
from fpviz.data.layout.layout import DumpLayout
from fpviz.widgets.look.stroke import stroke
from fpviz.widgets.look.style import em, number_font, scroll_sheet, word_font
from fpviz.widgets.look.theme import Theme
from fpviz.widgets.roles import Role, told_as
from fpviz.widgets.translated import said

_WIDE = 12.5
"""The width of a card, in lines of text."""

_LONGEST = 10
"""Characters of a value on a card."""


@dataclass(frozen=True, slots=True)
class Offer:
    """A layout that is offered: its first codes, and what speaks for it."""

    layout: DumpLayout
    codes: tuple[int, ...]
    reasons: tuple[Phrase, ...]
    is_likeliest: bool

    @property
    def title(self) -> str:
        """Order and format: ``DCBA · FP32``."""
        order = order_letters(self.layout)
        return f"{order} · {self.layout.fmt.title}" if order else self.layout.fmt.title

    @property
    def values(self) -> str:
        """The first values."""
        return ", ".join(_short_value(self.layout, code) for code in self.codes)


def order_letters(layout: DumpLayout) -> str:
    """How the bytes of an element stand in the data, in letters; empty where there is but one."""
    name = layout.order.value.name.upper()
    if layout.fmt.width <= 8 and layout.has_whole_bytes:
        return ""
    if layout.fmt.width == 16:
        return "BA" if layout.order.value.bytes_turned else "AB"
    return name


def _short_value(layout: DumpLayout, code: int) -> str:
    fmt = layout.fmt
    if not fmt.is_finite(code):
        return value_text(decode(fmt, code).number)
    text = whole_or_shortest(fmt, code)
    return text if len(text) <= _LONGEST else brief(decode(fmt, code).number, 4)


class OfferCard(QAbstractButton):
    """A layout with its first values; the chosen one is down."""

    def __init__(self, offer: Offer, likeliest: str, theme: Theme) -> None:
        super().__init__()
        self.offer = offer
        self._likeliest = likeliest if offer.is_likeliest else ""
        self._theme = theme
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        reasons = said(listed(*offer.reasons)) if offer.reasons else ""
        self._lines = (offer.values, reasons)
        self.setAccessibleName(" ".join(filter(None, (offer.title, self._likeliest))))
        self.setAccessibleDescription("; ".join(filter(None, self._lines)))
        self.setToolTip("\n".join(filter(None, (self.accessibleName(), *self._lines))))

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self._theme = theme
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Return chooses, as a click or Space does; Qt itself goes on by the arrows."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        line = em(self.font())
        return QSize(round(_WIDE * line), card_height(self.font()))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, chosen = self._theme, self.isChecked()
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            strong = chosen or self.hasFocus() or self.underMouse()
            width = 2 if chosen else 1
            painter.setPen(stroke(theme, theme.accent if strong else theme.line, width))
            painter.setBrush(QColor(theme.accent_soft if chosen else theme.panel))
            inset = width / 2 + (1.5 if self.hasFocus() and chosen else 0)
            frame = self.rect().toRectF().adjusted(inset, inset, -inset, -inset)
            painter.drawRoundedRect(frame, 4, 4)
            self._paint_lines(painter)

    def _paint_lines(self, painter: QPainter) -> None:
        theme, line = self._theme, em(self.font())
        inner = self.rect().adjusted(9, round(0.3 * line), -9, -round(0.3 * line))
        high = inner.height() // 3
        first = QRect(inner.left(), inner.top(), inner.width(), high)
        rows = [first.translated(0, at * high) for at in range(3)]
        bold = word_font(self.font(), 0.95, bold=True)
        painter.setPen(QColor(theme.ink))
        _write(painter, rows[0], self.offer.title, bold)
        if self._likeliest:
            wide = QFontMetrics(bold).horizontalAdvance(self.offer.title + "  ")
            painter.setPen(QColor(theme.accent))
            _write(painter, rows[0].adjusted(wide, 0, 0, 0), self._likeliest, self.font())
        painter.setPen(QColor(theme.ink))
        _write(painter, rows[1], self._lines[0], number_font(self.font(), 0.86))
        painter.setPen(QColor(theme.dim))
        _write(painter, rows[2], self._lines[1], word_font(self.font(), 0.86))


def card_height(font: QFont) -> int:
    """How high a card is: three lines, and room around them."""
    return round(3.75 * em(font))


def _write(painter: QPainter, area: QRect, text: str, font: QFont) -> None:
    painter.setFont(font)
    cut = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, area.width())
    painter.drawText(area, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, cut)


@told_as(Role.Grouping)
class OfferStrip(QScrollArea):
    """Cards side by side, as many as there are; those for which there is no room are scrolled to.

    Signals:
        chosen(DumpLayout): the user has chosen the layout of a card.
    """

    chosen = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.cards: list[OfferCard] = []
        self._present: DumpLayout | None = None
        self.setAccessibleName(self.tr("Orders and formats, the likeliest first"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidgetResizable(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._row = QWidget()
        self._layout = QHBoxLayout(self._row)
        self._layout.setContentsMargins(10, 6, 10, 6)
        self._layout.setSpacing(8)
        self.setWidget(self._row)
        self.setFixedHeight(self.sizeHint().height())
        self.set_theme(theme)

    def show_offers(self, offers: Sequence[Offer]) -> None:
        """Show other cards; as many as before are kept, and the keyboard with them."""
        at = next((at for at, card in enumerate(self.cards) if card.hasFocus()), None)
        if [card.offer for card in self.cards] == list(offers):
            return
        for card in self.cards:
            self._layout.removeWidget(card)
            card.deleteLater()
        while self._layout.count():
            self._layout.takeAt(0)
        self.cards = [OfferCard(each, self.tr("likeliest"), self._theme) for each in offers]
        for card in self.cards:
            card.clicked.connect(lambda _=False, card=card: self._choose(card))
            self._layout.addWidget(card)
        self._layout.addStretch(1)
        if at is not None and at < len(self.cards):
            self.cards[at].setFocus()

    def show_present(self, offer: Offer | None) -> None:
        """Have the card of a layout down, and in view."""
        for card in self.cards:
            card.setChecked(card.offer is offer)
            if card.offer is offer:
                self.ensureWidgetVisible(card, 10, 0)

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self._theme = theme
        self.setStyleSheet(scroll_sheet(theme))
        self._row.setStyleSheet(f"background: {theme.panel}")
        for card in self.cards:
            card.set_theme(theme)

    def sizeHint(self) -> QSize:
        margins, line = self._layout.contentsMargins(), em(self.font())
        high = card_height(self.font()) + margins.top() + margins.bottom()
        return QSize(round(3 * _WIDE * line), high + self.horizontalScrollBar().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return QSize(round(_WIDE * em(self.font())), self.sizeHint().height())

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The wheel goes sideways: there is nothing above or below."""
        delta = event.angleDelta()
        bar = self.horizontalScrollBar()
        if not bar.maximum():
            event.ignore()
            return
        bar.setValue(bar.value() - (delta.y() or delta.x()))
        event.accept()

    def _choose(self, card: OfferCard) -> None:
        card.setChecked(True)
        self.chosen.emit(card.offer.layout)
