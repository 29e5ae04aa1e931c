"""Remarks in rounded frames, and the readings of a text to choose from."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from fpviz.core.literals import Literal
from fpviz.widgets.look.style import word_font
from fpviz.widgets.look.theme import Theme
from fpviz.widgets.roles import Role, told_as
from fpviz.widgets.translated import said

_SPACING = 4
_MOST_CHOICES = 2
"""Choices that stand beside the entry; its key goes through all of them."""


@told_as(Role.StaticText)
class Chip(QWidget):
    """A short remark in a rounded frame; what does not fit is in its tooltip.

    Signals:
        clicked(): the mouse was pressed on it.
    """

    clicked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = ""
        self._colours = ("", "")
        self.setFont(word_font(self.font(), 0.9))
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.hide()

    def text(self) -> str:
        """The whole remark."""
        return self._text

    def show_remark(self, text: str, colour: str, fill: str) -> None:
        """Say something in a colour; an empty text hides the chip."""
        if (text, colour, fill) == (self._text, *self._colours):
            return
        if text != self._text:
            self._text = text
            self.setToolTip(text)
            self.setAccessibleName(text)
            self.setVisible(bool(text))
            self.updateGeometry()
        self._colours = (colour, fill)
        self.update()

    def show_offer(self, offers: bool) -> None:
        """Show by the pointer that a click does something, or no longer."""
        if offers:
            self.setCursor(Qt.CursorShape.PointingHandCursor)
        else:
            self.unsetCursor()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.clicked.emit()
        super().mousePressEvent(event)

    def sizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        return QSize(metrics.horizontalAdvance(self._text) + 20, metrics.height() + 3)

    def minimumSizeHint(self) -> QSize:
        return QSize(40, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            colour, fill = self._colours
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(fill))
            painter.drawRoundedRect(self.rect(), self.height() / 2, self.height() / 2)
            painter.setPen(QColor(colour))
            area = self.rect().adjusted(9, 0, -9, 0)
            elided = self.fontMetrics().elidedText(
                self._text, Qt.TextElideMode.ElideRight, area.width()
            )
            painter.drawText(area, Qt.AlignmentFlag.AlignCenter, elided)


class Choices(QWidget):
    """The other readings of a text as buttons: as many as there is room for, and one at least.

    Signals:
        chosen(Literal): one was clicked.
    """

    chosen = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._literals: tuple[Literal, ...] = ()
        self.buttons = [QToolButton() for _ in range(_MOST_CHOICES)]
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(_SPACING)
        for place, button in enumerate(self.buttons):
            button.setAccessibleName(self.tr("Reading {0}").format(place + 2))
            button.setFont(word_font(self.font(), 0.9))
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.setCursor(Qt.CursorShape.PointingHandCursor)
            button.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
            button.setFixedHeight(button.fontMetrics().height() + 3)
            button.setMinimumWidth(1)
            button.clicked.connect(lambda _=False, at=place: self.chosen.emit(self._literals[at]))
            layout.addWidget(button)
        layout.addStretch(1)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.set_theme(theme)
        self.hide()

    def show_literals(self, literals: Sequence[Literal], *, asks: bool = False) -> None:
        """Offer readings, or ask which one is meant; hidden where there are none."""
        self._literals = tuple(literals[:_MOST_CHOICES])
        for button, literal in zip(self.buttons, self._literals, strict=False):
            form = self.tr("{0}?") if asks else self.tr("or {0}")
            button.setText(form.format(literal.text if asks else said(literal.short)))
            button.setAccessibleName(form.format(said(literal.said)))
            tip = self.tr("{0} (Alt+Enter goes on to the next reading)")
            button.setToolTip(tip.format(form.format(said(literal.said))))
        self.setVisible(bool(self._literals))
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        used = 0
        for place, button in enumerate(self.buttons):
            used += button.sizeHint().width() + _SPACING
            fits = place == 0 or used <= self.width()
            button.setVisible(place < len(self._literals) and fits)

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self.setStyleSheet(
            f"QToolButton {{ color: {theme.accent}; background: {theme.accent_soft}; border: none;"
            f" border-radius: 7px; padding: 1px 8px; }}"
            f" QToolButton:hover {{ color: {theme.accent_ink}; background: {theme.accent}; }}"
        )


class Remarks(QWidget):
    """Two remarks, or one and choices, in a room that is as large whatever they say."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.source = Chip()
        self.fit = Chip()
        self.choices = Choices(theme)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.setMinimumWidth(120)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addStretch(1)
        for chip in (self.source, self.fit):
            # aligned, or the narrower one would bound both
            layout.addWidget(chip, alignment=Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(self.choices)
        layout.addStretch(1)
        self.setFixedHeight(2 * self.source.sizeHint().height() + layout.spacing())
