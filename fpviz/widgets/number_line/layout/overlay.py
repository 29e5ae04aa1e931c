"""Where the bars of an overlay stand: one for each binade and sign that numbers fall into."""

from __future__ import annotations

from PySide6.QtCore import QRectF

from fpviz.core.line.histogram import Bar
from fpviz.widgets.number_line import words
from fpviz.widgets.number_line.layout.boxes import LEFT, BarBox, PictureSpace, Text

_LEAST = 1.5
"""No bar is lower or narrower than this many pixels: a single number must be seen."""


def bar_boxes(space: PictureSpace, area: QRectF) -> list[BarBox]:
    """The bars in view, standing on the bottom of ``area``."""
    overlay = space.picture.overlay
    tallest = 0 if overlay is None else overlay.tallest
    if overlay is None or not tallest:
        return []
    room = area.height() - 1.1 * space.fonts.em  # the label stands above
    boxes = []
    for bar in overlay.bars:
        left, right = _ends(space, bar)
        if right > 0 and left < 1:
            left, right = max(left, 0.0), min(right, 1.0)
            width = max((right - left) * area.width() - 1, _LEAST)
            height = max(bar.count / tallest * room, _LEAST)
            x = area.left() + left * area.width()
            boxes.append(BarBox(bar, QRectF(x, area.bottom() - height, width, height)))
    return boxes


def _ends(space: PictureSpace, bar: Bar) -> tuple[float, float]:
    """Where the binade of a bar begins and ends, from left to right."""
    place = space.picture.view.scale.power
    inner, outer = (place(bar.exponent + k, bar.negative) for k in (0, 1))
    return min(inner, outer), max(inner, outer)


def overlay_label(space: PictureSpace, area: QRectF) -> Text | None:
    """What the bars are, at the top left of them."""
    overlay = space.picture.overlay
    if overlay is None:
        return None
    rect = QRectF(area.left(), area.top() + 2, area.width(), space.fonts.em)
    text = space.fonts.small.elided(words.overlay_text(overlay), area.width())
    return Text(text, rect, LEFT)
