"""The errors of an expression over many values of a variable, as a picture: darker where more."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QLineF, QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFontMetricsF,
    QImage,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from fpviz.core.formats import Format
from fpviz.core.formats.decoding import decode
from fpviz.core.formats.order import code_at
from fpviz.core.numbers import Finite
from fpviz.core.text import scientific, superscript
from fpviz.widgets.look.stroke import stroke
from fpviz.widgets.look.style import number_font
from fpviz.widgets.look.theme import Theme
from fpviz.widgets.roles import Role, told_as

Errors = NDArray[np.float64]
"""Errors in ulps, in the order of the values; NaN where there is none."""

_DOT = 2
"""Pixels of a cell of the picture."""

_TICKS = (0.5, 1, 2, 4, 8, 16, 64, 256, 1024, 2.0**16, 2.0**24, 2.0**32, 2.0**64, 2.0**256)
_PLAIN = 1024
"""The largest error that is written out."""

_LABELS = 7
"""Values that are written below the picture, at most."""


@dataclass(frozen=True, eq=False)
class SweptErrors:
    """Errors at places in the order of a format's values."""

    domain: Format
    places: range
    errors: Errors

    def code(self, index: int) -> int:
        """The code of the variable at an index."""
        return code_at(self.domain, self.places[index])


def height(error: Errors | float) -> Errors:
    """How high an error stands: up to one ulp as it is, beyond that by its logarithm."""
    off = np.abs(error)
    risen: Errors = np.where(off <= 1, off, 1 + np.log2(np.maximum(off, 1)))
    return np.copysign(risen, error)


@told_as(Role.Graphic)
class SweepPlot(QWidget):
    """Errors upward and downward, over the values of the variable in their order.

    Signals:
        picked(int): a column was clicked: the index of its worst error.
    """

    picked = Signal(int)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._shown: SweptErrors | None = None
        self._worst = -1
        self._image: QImage | None = None
        self._made_for: tuple[object, ...] = ()
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(self.tr("Errors over the values of the variable"))

    def show_errors(self, shown: SweptErrors | None) -> None:
        """Show the errors of a sweep, or nothing."""
        self._shown = shown
        known = shown is not None and bool(np.isfinite(shown.errors).any())
        self._worst = int(np.nanargmax(np.abs(shown.errors))) if shown and known else -1
        self._made_for = ()
        self.update()

    @property
    def shown(self) -> SweptErrors | None:
        """The errors that are shown."""
        return self._shown

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self._theme = theme
        self._made_for = ()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(640, 260)

    def minimumSizeHint(self) -> QSize:
        return QSize(160, 90)

    # -- where things are -------------------------------------------------------------------

    @property
    def _metrics(self) -> QFontMetricsF:
        return QFontMetricsF(number_font(self.font(), 0.85))

    def _field(self) -> QRectF:
        metrics = self._metrics
        left = metrics.horizontalAdvance(_label(-1024)) + 10
        return QRectF(left, 8, self.width() - left - 14, self.height() - metrics.height() - 16)

    def _most(self) -> float:
        """The height at the upper edge; at least that of an ulp and a half."""
        assert self._shown is not None
        if self._worst < 0:
            return 1.5
        return max(1.5, float(np.abs(height(self._shown.errors[self._worst]))) * 1.05)

    def _y(self, error: float) -> float:
        field = self._field()
        share = float(height(error)) / self._most()
        return field.center().y() - share * field.height() / 2

    def _x(self, index: int) -> float:
        assert self._shown is not None
        field = self._field()
        return field.left() + (index + 0.5) / len(self._shown.places) * field.width()

    def _indices_at(self, x: float) -> range:
        """The indices whose errors stand in the column at ``x``; empty beside the field."""
        shown, field = self._shown, self._field()
        if shown is None or not field.left() <= x <= field.right():
            return range(0)
        count = len(shown.places)
        per_pixel = count / field.width()
        first = math.floor((x - field.left()) * per_pixel)
        return range(min(first, count - 1), min(max(first + 1, round(first + per_pixel)), count))

    def worst_at(self, x: float) -> int:
        """The index of the worst error in the column at ``x``; -1 where there is none."""
        indices = self._indices_at(x)
        if self._shown is None or not indices:
            return -1
        errors = np.abs(self._shown.errors[indices.start : indices.stop])
        return indices.start + int(np.nanargmax(errors)) if np.isfinite(errors).any() else -1

    # -- painting ---------------------------------------------------------------------------

    def paintEvent(self, _event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), QColor(self._theme.panel))
            if self._shown is None or not self._shown.places:
                return
            painter.setFont(number_font(self.font(), 0.85))
            self._paint_grid(painter)
            painter.drawImage(self._field().topLeft(), self._cells())
            self._paint_values(painter)
            self._paint_worst(painter)

    def _paint_grid(self, painter: QPainter) -> None:
        field, theme, metrics = self._field(), self._theme, self._metrics
        last = math.inf
        for error in (0.0, *_TICKS):
            if float(height(error)) > self._most():
                break
            y = self._y(error)
            if last - y < metrics.height() * 0.9:
                continue
            last = y
            for each in {error, -error}:
                at = self._y(each)
                colour = theme.overflow if error == 0.5 else theme.line
                painter.setPen(stroke(theme, colour, 1))
                painter.drawLine(QLineF(field.left(), at, field.right(), at))
                painter.setPen(QColor(theme.dim))
                box = QRectF(0, at - metrics.height() / 2, field.left() - 5, metrics.height())
                side = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
                painter.drawText(box, side, _label(each))

    def _cells(self) -> QImage:
        """The picture of all errors: each cell the darker the more of them it holds."""
        assert self._shown is not None
        field = self._field()
        ratio = self.devicePixelRatioF()
        columns = max(1, int(field.width() * ratio / _DOT))
        rows = max(1, int(field.height() * ratio / _DOT))
        made_for = (id(self._shown), columns, rows, self._theme)
        if self._made_for == made_for and self._image is not None:
            return self._image
        errors = self._shown.errors
        known = np.isfinite(errors)
        x = (np.nonzero(known)[0] * columns) // len(errors)
        y = (1 - height(errors[known]) / self._most()) / 2 * rows
        counts = np.zeros((rows, columns))
        np.add.at(counts, (np.clip(y.astype(int), 0, rows - 1), x), 1)
        tint = QColor(self._theme.tint(self._shown.domain))
        share = np.log1p(counts) / max(1.0, float(np.log1p(counts.max())))
        alpha = np.where(counts > 0, 70 + 185 * share, 0).astype(np.uint8)
        pixels = np.zeros((rows, columns, 4), np.uint8)
        pixels[..., 0], pixels[..., 1], pixels[..., 2] = tint.blue(), tint.green(), tint.red()
        pixels[..., 3] = alpha
        pixels = np.repeat(np.repeat(pixels, _DOT, axis=0), _DOT, axis=1)
        high, wide = pixels.shape[:2]
        image = QImage(pixels.tobytes(), wide, high, 4 * wide, QImage.Format.Format_ARGB32).copy()
        image.setDevicePixelRatio(ratio)
        self._image, self._made_for = image, made_for
        return image

    def _paint_values(self, painter: QPainter) -> None:
        """Values of the variable below the field."""
        assert self._shown is not None
        field, count = self._field(), len(self._shown.places)
        painter.setPen(QColor(self._theme.dim))
        wanted = min(_LABELS, count, max(2, int(field.width() / 110)))
        edge = field.left()
        for number in range(wanted):
            index = round(number * (count - 1) / max(1, wanted - 1))
            text = self._value(index)
            width = self._metrics.horizontalAdvance(text)
            left = min(max(self._x(index) - width / 2, field.left()), field.right() - width)
            if left < edge:
                continue
            edge = left + width + 12
            painter.drawText(QPointF(left, field.bottom() + self._metrics.height() + 2), text)

    def _value(self, index: int) -> str:
        assert self._shown is not None
        number = decode(self._shown.domain, self._shown.code(index)).number
        return scientific(number.value, 3) if isinstance(number, Finite) else "–"

    def _paint_worst(self, painter: QPainter) -> None:
        if self._worst < 0 or self._shown is None:
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(stroke(self._theme, self._theme.overflow, 1.6))
        at = QPointF(self._x(self._worst), self._y(float(self._shown.errors[self._worst])))
        painter.drawEllipse(at, 5, 5)

    # -- the mouse --------------------------------------------------------------------------

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        index = self.worst_at(event.position().x())
        self.setCursor(
            Qt.CursorShape.PointingHandCursor if index >= 0 else Qt.CursorShape.ArrowCursor
        )
        if index >= 0 and self._shown is not None:
            text = self.tr("{0}: off by {1} ulp; click to see why").format(
                self._value(index), f"{self._shown.errors[index]:+.4g}"
            )
            QToolTip.showText(event.globalPosition().toPoint() + QPoint(12, 12), text, self)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        index = self.worst_at(event.position().x())
        if event.button() == Qt.MouseButton.LeftButton and index >= 0:
            self.picked.emit(index)


def _label(error: float) -> str:
    """An error beside its line: a power of two, where it is large."""
    if not error:
        return "0"
    off = abs(error)
    text = f"{off:g}" if off <= _PLAIN else f"2{superscript(round(math.log2(off)))}"
    return f"{'+' if error > 0 else '−'}{text}"
