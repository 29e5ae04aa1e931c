"""The pens and hatches that everything is drawn with: as thick as the theme says."""

from __future__ import annotations

import math
from collections.abc import Sequence

from PySide6.QtCore import QLineF, QRectF
from PySide6.QtGui import QColor, QPainter, QPen

from fpviz.core.line.zones import ZoneKind
from fpviz.widgets.look.theme import Theme, zone_looks

DOTS = (1.0, 2.0)
"""A dotted line, as dashes."""


def stroke(
    theme: Theme, colour: str | QColor, width: float = 1.0, dashes: Sequence[float] = ()
) -> QPen:
    """A pen of ``width`` pixels on a screen; ``dashes`` are lengths and gaps in widths of it."""
    pen = QPen(QColor(colour), width * theme.stroke)
    if dashes:
        pen.setDashPattern(list(dashes))
    return pen


def hatch(area: QRectF, slopes: Sequence[int], pitch: float = 7.0) -> list[QLineF]:
    """The lines of a hatch, cut to an area; those of neighbouring areas go on in each other."""
    # WORKAROUND Qt 6.10.3: a hatched brush is a grid of dots in SVG, and not lines; not reported.
    left, top, right, bottom = area.left(), area.top(), area.right(), area.bottom()
    lines: list[QLineF] = []
    for slope in slopes if area.width() > 0 and area.height() > 0 else ():
        near, far = (left + top, right + bottom) if slope > 0 else (left - bottom, right - top)
        for place in range(math.floor(near / pitch) + 1, math.ceil(far / pitch)):
            c = place * pitch
            if slope > 0:  # x + y = c
                start, end = max(left, c - bottom), min(right, c - top)
                lines.append(QLineF(start, c - start, end, c - end))
            else:  # x - y = c
                start, end = max(left, c + top), min(right, c + bottom)
                lines.append(QLineF(start, start - c, end, end - c))
    return lines


def fill_zone(painter: QPainter, area: QRectF, theme: Theme, kind: ZoneKind) -> None:
    """Fill an area as that kind of zone looks."""
    look = zone_looks(theme)[kind]
    painter.fillRect(area, QColor(look.ground))
    if look.slopes:
        lines = QColor(look.ink)
        lines.setAlphaF(theme.hatch)
        painter.setPen(stroke(theme, lines))
        painter.drawLines(hatch(area, look.slopes))
