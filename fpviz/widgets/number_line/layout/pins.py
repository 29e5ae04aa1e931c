"""Where pins stand: a mark under the axis for each that is in view, and its name beside it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QRectF

from fpviz.widgets.number_line import words
from fpviz.widgets.number_line.layout.boxes import LEFT, PictureSpace, PinBox, Text, column
from fpviz.widgets.number_line.picture import PinMark

_WIDEST = 10.0
"""A name takes so many lines' heights at most."""

_GAP = 3.0
"""Pixels between a mark and its name, and from there to the next mark, at least."""

_Placed = tuple[float, tuple[PinMark, ...]]
"""A column, and the pins that one mark stands for."""


def pin_boxes(space: PictureSpace, row: QRectF) -> list[PinBox]:
    """The marks in a row, from left to right; those that would touch are one, and say so.

    A name stands at the right of its mark or, where something is in the way, at the left; where
    there is no room for it, the mark stands alone.
    """
    if not row.height():
        return []
    half = mark_width(space) / 2
    placed = list(_joined(_in_view(space), 2 * half + 1))
    boxes: list[PinBox] = []
    taken = row.left() - space.fonts.em
    for at, (x, pins) in enumerate(placed):
        next_x = placed[at + 1][0] if at + 1 < len(placed) else row.right() + space.fonts.em
        name = _name(space, row, x, pins, (taken, next_x - half))
        mark = QRectF(x - half, row.top(), 2 * half, row.height())
        boxes.append(PinBox(pins, x, mark, name))
        taken = max(x + half, name.rect.right() if name else 0.0)
    return boxes


def mark_width(space: PictureSpace) -> float:
    """How wide a mark is."""
    return 0.5 * space.fonts.em


def _in_view(space: PictureSpace) -> list[tuple[float, PinMark]]:
    view, found = space.picture.view, []
    for pin in space.picture.pins_in_view:
        assert pin.value is not None
        found.append((column(space.plot, view.position(pin.value)), pin))
    return sorted(found, key=lambda each: each[0])


def _joined(found: Sequence[tuple[float, PinMark]], room: float) -> Iterator[_Placed]:
    """Pins in their columns; those less than ``room`` beside the first of them join it."""
    start, pins = 0.0, list[PinMark]()
    for x, pin in found:
        if pins and x - start >= room:
            yield start, tuple(pins)
            pins = []
        if not pins:
            start = x
        pins.append(pin)
    if pins:
        yield start, tuple(pins)


def _name(
    space: PictureSpace,
    row: QRectF,
    x: float,
    pins: tuple[PinMark, ...],
    free: tuple[float, float],
) -> Text | None:
    """A name between what is at the left and at the right of its mark."""
    face, widest = space.fonts.small_strong, _WIDEST * space.fonts.em
    *longer, last = words.pins_names(pins)
    texts = [*(text for text in longer if face.width(text) <= widest), face.elided(last, widest)]
    away = mark_width(space) / 2 + _GAP
    for text in texts:
        width = face.width(text) + 2
        for left in (x + away, x - away - width):
            if left - _GAP >= free[0] and left + width + _GAP <= free[1]:
                return Text(text, QRectF(left, row.top(), width, row.height()), LEFT)
    return None
