"""What a step of a run teaches: a few sentences and one small picture of the addition."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from fpviz.core.numbers import Finite
from fpviz.core.text import scientific
from fpviz.experiments.engine.lesson import Lesson, StepPicture
from fpviz.widgets.frame.wanted_height import whole_height
from fpviz.widgets.look.stroke import stroke
from fpviz.widgets.look.style import number_font, scroll_sheet, word_font
from fpviz.widgets.look.theme import Theme
from fpviz.widgets.roles import Role, told_as
from fpviz.widgets.translated import said, said_in_html


@dataclass(frozen=True, slots=True)
class Span:
    """The stretch of the real line that a picture of an addition shows."""

    low: Fraction
    high: Fraction

    def place(self, value: Fraction) -> float:
        """Where a value stands, 0 at the left and 1 at the right; clipped a little outside."""
        where = (value - self.low) / (self.high - self.low)
        return float(max(Fraction(-1, 50), min(Fraction(51, 50), where)))


def span_of(picture: StepPicture) -> Span | None:
    """What to show: from the weight past the sum to the values that enclose it."""
    if not isinstance(picture.weight, Finite):
        return None
    weight = picture.weight.value
    ends = [weight, weight + picture.update]
    gap = picture.gap or picture.ulp
    if gap:
        ends.append(weight + (gap if picture.update >= 0 else -gap))
    ends += [end for end in (picture.floor, picture.ceiling) if end is not None]
    low, high = min(ends), max(ends)
    return Span(low, high) if high > low else None


@told_as(Role.Graphic)
class AdditionPicture(QWidget):
    """The weight, the update as an arrow, and the border it would have to pass."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._picture: StepPicture | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_picture(self, picture: StepPicture | None) -> None:
        """Show an addition, or nothing."""
        self._picture = picture if picture is not None and span_of(picture) else None
        self.setVisible(self._picture is not None)
        self.update()

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self._theme = theme
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(200, round(QFontMetricsF(self.font()).height() * 5.6))

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._picture is None:
            return
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            paint_addition(painter, QRectF(self.rect()), self._picture, self._theme)


def paint_addition(painter: QPainter, area: QRectF, picture: StepPicture, theme: Theme) -> None:
    """Paint one addition into an area; nothing, if the picture has no span."""
    span = span_of(picture)
    if span is not None and isinstance(picture.weight, Finite):
        _Drawing(painter, area, picture, span, theme).paint(picture.weight.value)


class _Drawing:
    """One addition on its way to a painter: the measures that its parts share."""

    def __init__(
        self, painter: QPainter, area: QRectF, picture: StepPicture, span: Span, theme: Theme
    ) -> None:
        self.painter, self.area, self.picture = painter, area, picture
        self.span, self.theme = span, theme
        base = painter.font()
        self.words, self.numbers = word_font(base, 0.88), number_font(base, 0.85)
        self.line = QFontMetricsF(self.numbers).height()
        self.y = area.top() + self.line * 2.5
        self.left, self.right = area.left() + 18, area.right() - 18

    def x(self, value: Fraction) -> float:
        return self.left + self.span.place(value) * (self.right - self.left)

    def paint(self, weight: Fraction) -> None:
        self.painter.setPen(stroke(self.theme, self.theme.dim, 1))
        self.painter.drawLine(QPointF(self.left - 8, self.y), QPointF(self.right + 8, self.y))
        self.update(weight)
        self.values(weight)
        if self.picture.border is not None:
            self.border(self.picture.border)
        self.result()

    def values(self, weight: Fraction) -> None:
        """The values of the format, as ticks; the ends carry their numbers."""
        ends = {weight}
        for near in (self.picture.below, self.picture.above):
            if isinstance(near, Finite) and self.span.low <= near.value <= self.span.high:
                ends.add(near.value)
        ends |= {value for value in (self.picture.floor, self.picture.ceiling) if value is not None}
        self.painter.setPen(stroke(self.theme, self.theme.ink, 2))
        for value in ends:
            reach = self.line * 0.75
            at = self.x(value)
            self.painter.drawLine(QPointF(at, self.y - reach), QPointF(at, self.y + reach))
        shown = sorted({min(ends), max(ends)})
        for value, align in zip(
            shown, (Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight), strict=False
        ):
            self.text(value, self.y + self.line * 0.85, scientific(value, 11), self.numbers, align)

    def border(self, border: Fraction) -> None:
        """Where rounding changes, dashed."""
        at = self.x(border)
        self.painter.setPen(stroke(self.theme, self.theme.overflow, 1.5, (2, 2)))
        reach = self.line * 0.9
        self.painter.drawLine(QPointF(at, self.y - reach), QPointF(at, self.y + reach))
        self.painter.setPen(QColor(self.theme.overflow))
        name = QCoreApplication.translate("LessonView", "rounding changes here")
        top = self.y - self.line * 2.3
        self.text(border, top, name, self.words, Qt.AlignmentFlag.AlignHCenter)

    def update(self, weight: Fraction) -> None:
        """The update, a bar from the weight to the exact sum."""
        start, end = self.x(weight), self.x(weight + self.picture.update)
        thick = self.line * 0.5
        bar = QRectF(min(start, end), self.y - thick / 2, abs(end - start), thick)
        self.painter.fillRect(bar, QColor(self.theme.sign))
        self.painter.setPen(QColor(self.theme.sign))
        self.painter.setFont(self.numbers)
        middle = QRectF(bar.center().x() - 20, self.y - self.line * 1.5, 40, self.line)
        self.painter.drawText(middle, Qt.AlignmentFlag.AlignCenter, "g")

    def result(self) -> None:
        """The rounded sum, a dot on its value."""
        if isinstance(self.picture.result, Finite):
            at = self.x(self.picture.result.value)
            self.painter.setPen(stroke(self.theme, self.theme.panel, 1.5))
            self.painter.setBrush(QColor(self.theme.accent))
            self.painter.drawEllipse(QPointF(at, self.y), 5, 5)

    def text(
        self, value: Fraction, top: float, text: str, font: QFont, align: Qt.AlignmentFlag
    ) -> None:
        """A text at a value: beginning, centred or ending there, and kept inside the area."""
        self.painter.setFont(font)
        if align is not Qt.AlignmentFlag.AlignHCenter:
            self.painter.setPen(QColor(self.theme.dim))
        metrics = QFontMetricsF(font)
        width = metrics.horizontalAdvance(text)
        shift = {Qt.AlignmentFlag.AlignLeft: 8.0, Qt.AlignmentFlag.AlignRight: width - 8.0}
        left = self.x(value) - shift.get(align, width / 2)
        left = max(self.area.left() + 4, min(self.area.right() - width - 4, left))
        self.painter.drawText(QPointF(left, top + metrics.ascent()), text)


@told_as(Role.Grouping)
class LessonView(QScrollArea):
    """A lesson: its sentences, its picture, its aside."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("Lesson of the step"))
        self.words = _paragraph()
        self.aside = _paragraph()
        self.picture = AdditionPicture(theme)
        content = QWidget()
        layout = QVBoxLayout(content)
        layout.setContentsMargins(14, 10, 14, 10)
        layout.setSpacing(8)
        for widget in (self.words, self.picture, self.aside):
            layout.addWidget(widget)
        layout.addStretch(1)
        self.setWidget(content)
        self.set_theme(theme)

    def show_lesson(self, lesson: Lesson) -> None:
        """Show what a step teaches."""
        self.words.setText(said_in_html(lesson.text))
        self.aside.setText(said_in_html(lesson.aside) if lesson.aside is not None else "")
        self.aside.setVisible(lesson.aside is not None)
        self.picture.show_picture(lesson.picture)
        self.picture.setAccessibleName(said(lesson.title))
        self.picture.setAccessibleDescription(said(lesson.text))

    def height_at(self, width: int) -> int:
        """The height at which nothing needs scrolling, at a width."""
        return whole_height(self.widget(), width)

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self._theme = theme
        self.picture.set_theme(theme)
        self.words.setStyleSheet(f"color: {theme.ink}")
        self.aside.setStyleSheet(f"color: {theme.dim}")
        self.verticalScrollBar().setStyleSheet(scroll_sheet(theme))


def _paragraph() -> QLabel:
    label = QLabel()
    label.setTextFormat(Qt.TextFormat.RichText)
    label.setWordWrap(True)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label
