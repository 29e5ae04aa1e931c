"""Painting what surrounds a lane's value: neighbours, midpoints, and an update on its way."""

from __future__ import annotations

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPolygonF

from fpviz.widgets.look.stroke import stroke
from fpviz.widgets.look.theme import Theme
from fpviz.widgets.number_line.layout.boxes import LaneBox, Layout, PendingBox, crisp
from fpviz.widgets.number_line.painting.brush import arrow, soft, write

_POINT = 3.0
"""Half the width of the wedge that points to a midpoint."""


def paint_near(painter: QPainter, box: LaneBox, layout: Layout, theme: Theme) -> None:
    """The neighbours as strong ticks of the lane's colour, midpoints as wedges at both edges."""
    assert box.near is not None
    track, y = box.track, box.track.center().y()
    colour = QColor(theme.tint(box.lane.format))
    painter.setPen(stroke(theme, colour, 2.2))
    reach = 0.3 * track.height()
    painter.drawLines(
        [QLineF(crisp(x), y - reach, crisp(x), y + reach) for x in box.near.neighbours]
    )
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    named = [text.rect for text in box.near.gaps]
    for x in box.near.midpoints:
        for tip, outward in ((track.top(), -1.6 * _POINT), (track.bottom(), 1.6 * _POINT)):
            if outward > 0 and any(name.left() < x < name.right() for name in named):
                continue  # the name of the gap stands there, and says more
            edge = tip + outward
            ends = QPointF(x - _POINT, edge), QPointF(x + _POINT, edge), QPointF(x, tip)
            painter.drawPolygon(QPolygonF(ends))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for text in box.near.gaps:
        write(painter, text, layout.fonts.small, theme.tint(box.lane.format))


def paint_pending(painter: QPainter, box: LaneBox, layout: Layout, theme: Theme) -> None:
    """The update as an arrow from the weight, the border it must pass, and the way it rounds."""
    pending, track = box.pending, box.track
    assert pending is not None
    if pending.border is not None:
        _paint_border(painter, pending.border, track, theme)
    _paint_update(painter, pending, track, theme)
    for text, colour in ((pending.name, theme.sign), (pending.border_name, theme.overflow)):
        if text is not None:
            write(painter, text, layout.fonts.small, colour)
    _paint_way(painter, pending, box, theme)
    if pending.note is not None:
        ink = theme.overflow if pending.addition.is_swamped else theme.ink
        painter.fillRect(pending.note.rect.adjusted(-4, 2, 2, -2), QColor(theme.panel))
        write(painter, pending.note, layout.fonts.small_strong, ink)


def _paint_border(painter: QPainter, x: float, track: QRectF, theme: Theme) -> None:
    painter.setPen(stroke(theme, theme.overflow, 1.6, (2, 2)))
    painter.drawLine(QLineF(x, track.top() - 3, x, track.bottom() + 3))


def _paint_update(painter: QPainter, pending: PendingBox, track: QRectF, theme: Theme) -> None:
    start, end = (min(max(x, track.left()), track.right()) for x in (pending.weight, pending.total))
    y, length = track.center().y(), end - start
    head = max(-7.0, min(7.0, length))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(theme.sign))
    thick = 0.2 * track.height()
    shaft = QRectF(min(start, end - head), y - thick / 2, abs(length - head), thick)
    painter.drawRect(shaft)
    if head:
        painter.drawPolygon(arrow(end, y, head))
    painter.setBrush(Qt.BrushStyle.NoBrush)


def _paint_way(painter: QPainter, pending: PendingBox, box: LaneBox, theme: Theme) -> None:
    """From the sum over the track to the value it rounds to, which gets a ring."""
    track, result = box.track, pending.result
    if result is None or not track.left() <= result <= track.right():
        return
    y, radius = track.center().y(), max(3.5, 0.16 * track.height() + 1) + 3
    colour = theme.tint(box.lane.format)
    painter.setPen(stroke(theme, colour, 1.6))
    painter.drawEllipse(QPointF(result, y), radius, radius)
    if abs(pending.total - result) < radius or not track.left() <= pending.total <= track.right():
        return
    top = track.top() + 1
    painter.setPen(stroke(theme, soft(colour, 0.9), 1.4))
    tip = QPointF(result, y - radius)
    painter.drawPolyline(
        [QPointF(pending.total, y - 4), QPointF(pending.total, top), QPointF(result, top), tip]
    )
    painter.drawPolyline([tip + QPointF(-3, -4), tip, tip + QPointF(3, -4)])
