"""Painting a number line: a pure function of a painter, a size, a picture and a theme.

The same function draws the widget, and pictures for files: every length is in the painter's own
units and comes from its font.
"""

from __future__ import annotations

from PySide6.QtCore import QLineF, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QPainter, QPolygonF

from fpviz.core.line.zones import ZoneKind
from fpviz.widgets.look.stroke import fill_zone, stroke
from fpviz.widgets.look.theme import Theme, zone_looks
from fpviz.widgets.number_line.layout.boxes import (
    Fonts,
    IntervalBox,
    LaneBox,
    Layout,
    ZoneBox,
    crisp,
)
from fpviz.widgets.number_line.layout.whole import arrange
from fpviz.widgets.number_line.painting.brush import arrow, soft, write
from fpviz.widgets.number_line.painting.near import paint_near, paint_pending
from fpviz.widgets.number_line.painting.pins import paint_pins
from fpviz.widgets.number_line.picture import Picture

_BRACKET = 4.0
"""How far the brackets of an interval reach into it."""


def paint(painter: QPainter, size: QSizeF, picture: Picture, theme: Theme) -> None:
    """Draw ``picture`` into 0, 0 … ``size``; words are set in the painter's font."""
    paint_layout(painter, arrange(picture, size, Fonts.of(painter.font())), theme)


def paint_layout(
    painter: QPainter, layout: Layout, theme: Theme, *, focused: bool = False, top: float = 0.0
) -> None:
    """Draw what has been laid out; above ``top`` nothing is asked for."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.fillRect(QRectF(QPointF(0, 0), layout.size), QColor(theme.panel))
    if top < layout.axis_y:
        _paint_strip(painter, layout, theme)
    _paint_grid(painter, layout, theme)
    if top < layout.axis_y:
        _paint_labels(painter, layout, theme)
    paint_pins(painter, layout, theme)
    _paint_overlay(painter, layout, theme)
    for box in layout.lanes:
        _paint_lane(painter, box, layout, theme)
    _paint_value(painter, layout, theme)
    for box in layout.lanes:
        _paint_image(painter, box, layout, theme)
        if box.pending:
            paint_pending(painter, box, layout, theme)
        if box.caption:
            painter.fillRect(box.caption.rect.adjusted(-4, 2, 2, -2), QColor(theme.panel))
            write(painter, box.caption, layout.fonts.small, theme.dim)
    if focused:
        painter.setPen(stroke(theme, theme.accent, 1.5))
        painter.drawRoundedRect(QRectF(QPointF(1, 1), layout.size - QSizeF(2, 2)), 3, 3)


def _paint_zone(painter: QPainter, box: ZoneBox, theme: Theme) -> None:
    if box.zone.kind is not ZoneKind.ZERO:  # a line of its own
        fill_zone(painter, box.rect, theme, box.zone.kind)


def _paint_zone_name(painter: QPainter, box: ZoneBox, layout: Layout, theme: Theme) -> None:
    if box.name is None:
        return
    look = zone_looks(theme)[box.zone.kind]
    if look.slopes and box.rect.intersects(box.name.rect):
        width = layout.fonts.small.width(box.name.text) + 8
        middle = box.name.rect.center().x()
        label = QRectF(middle - width / 2, box.rect.top() + 2, width, box.rect.height() - 4)
        painter.fillRect(label, QColor(look.ground))
    write(painter, box.name, layout.fonts.small, look.ink)


def _paint_strip(painter: QPainter, layout: Layout, theme: Theme) -> None:
    for box in layout.strip_zones:
        _paint_zone(painter, box, theme)
    for box in layout.strip_zones:
        _paint_zone_name(painter, box, layout, theme)
    if layout.strip_zones:
        painter.setPen(stroke(theme, theme.accent, 2))
        narrow = layout.strip_window.width() < layout.strip.width() / 4
        painter.setBrush(soft(theme.accent, 0.12 if narrow else 0.0))
        painter.drawRoundedRect(layout.strip_window, 2, 2)
        painter.setBrush(Qt.BrushStyle.NoBrush)


def _paint_grid(painter: QPainter, layout: Layout, theme: Theme) -> None:
    bottom = layout.plot.bottom()
    painter.setPen(stroke(theme, theme.line, 1))
    top = layout.axis_y
    painter.drawLines([QLineF(crisp(x), top, crisp(x), bottom) for x, _ in layout.axis_labels])
    painter.setPen(stroke(theme, theme.dim, 1))
    painter.drawLines([QLineF(crisp(x), top - 4, crisp(x), top) for x, _ in layout.axis_labels])


def _paint_labels(painter: QPainter, layout: Layout, theme: Theme) -> None:
    for _, text in layout.axis_labels:
        write(painter, text, layout.fonts.axis(text.text), theme.dim)


def _paint_overlay(painter: QPainter, layout: Layout, theme: Theme) -> None:
    for box in layout.bars:
        painter.fillRect(box.rect, soft(theme.accent, 0.5))
    if layout.overlay_label is not None:
        area = layout.overlay
        painter.setPen(stroke(theme, theme.line, 1))
        painter.drawLine(QLineF(area.left(), area.bottom(), area.right(), area.bottom()))
        write(painter, layout.overlay_label, layout.fonts.small, theme.accent)


def _paint_lane(painter: QPainter, box: LaneBox, layout: Layout, theme: Theme) -> None:
    track, y = box.track, box.track.center().y()
    for zone in box.zones:
        _paint_zone(painter, zone, theme)
    painter.setPen(stroke(theme, theme.line, 2))
    painter.drawLine(QLineF(track.left(), y, track.right(), y))
    for left, right, strength in box.bands:
        half = track.height() * 0.28
        colour = soft(theme.fraction, 0.3 + 0.4 * strength)
        painter.fillRect(QRectF(left, y - half, max(right - left, 1.0), 2 * half), colour)
    if box.interval:
        _paint_interval(painter, box.interval, theme, theme.tint(box.lane.format))
    _paint_ticks(painter, box, theme)
    if box.near:
        paint_near(painter, box, layout, theme)
    for zone in box.zones:
        _paint_zone_name(painter, zone, layout, theme)
    write(painter, box.name, layout.fonts.strong, theme.ink)


def _paint_ticks(painter: QPainter, box: LaneBox, theme: Theme) -> None:
    painter.setPen(stroke(theme, theme.ink, 1))
    painter.drawLines(box.ticks)
    painter.setPen(stroke(theme, theme.ink, 1.6))
    painter.drawLines(box.long_ticks)


def _paint_interval(painter: QPainter, box: IntervalBox, theme: Theme, colour: str) -> None:
    """The shaded reals that round to the dot: a bracket at a closed end, an arc at an open one."""
    painter.fillRect(box.rect, soft(colour, 0.16))
    if box.rect.width() < 2 * _BRACKET:
        return
    painter.setPen(stroke(theme, soft(colour, 0.9), 1.4))
    for x, closed, inward in (
        (box.rect.left(), box.left_closed, 1),
        (box.rect.right(), box.right_closed, -1),
    ):
        top, bottom, depth = box.rect.top(), box.rect.bottom(), _BRACKET * inward
        if closed is True:
            painter.drawPolyline(QPolygonF([
                QPointF(x + depth, top), QPointF(x, top),
                QPointF(x, bottom), QPointF(x + depth, bottom),
            ]))  # fmt: skip
        elif closed is False:
            arc = QRectF(x if inward > 0 else x - 2 * _BRACKET, top, 2 * _BRACKET, bottom - top)
            painter.drawArc(arc, (90 if inward > 0 else -90) * 16, 180 * 16)


def _paint_value(painter: QPainter, layout: Layout, theme: Theme) -> None:
    if layout.value_x is not None:
        painter.setPen(stroke(theme, theme.accent, 1.6))
        x, bottom = layout.value_x, layout.plot.bottom()
        painter.drawLine(QLineF(x, layout.value_label.rect.top(), x, bottom))
    write(painter, layout.value_label, layout.fonts.numbers, theme.accent)


def _paint_image(painter: QPainter, box: LaneBox, layout: Layout, theme: Theme) -> None:
    """The rounded value as a dot, and the error as a line to it from the value."""
    colour = theme.tint(box.lane.format)
    if box.aside:
        write(painter, box.aside, layout.fonts.strong, theme.overflow)
    if box.dot is None:
        return
    plot, radius = layout.plot, max(3.5, 0.16 * box.track.height() + 1)
    x = min(max(box.dot.x(), plot.left()), plot.right())
    if layout.value_x is not None and abs(layout.value_x - x) > 1:
        painter.setPen(stroke(theme, colour, 2))
        painter.drawLine(QLineF(layout.value_x, box.dot.y(), x, box.dot.y()))
    painter.setPen(stroke(theme, theme.panel, 1.2))
    painter.setBrush(QColor(colour))
    if box.dot_side:
        painter.drawPolygon(arrow(x, box.dot.y(), radius * 1.3 * box.dot_side))
    else:
        painter.drawEllipse(QPointF(x, box.dot.y()), radius, radius)
    painter.setBrush(Qt.BrushStyle.NoBrush)
