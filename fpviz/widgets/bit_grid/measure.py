"""The sizes and faces that all rows of the bit grid share."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtGui import QFont, QFontMetricsF

from fpviz.core.formats import Format
from fpviz.widgets.bit_grid.layout import (
    Arrangement,
    GridLayout,
    grid_layout,
    longest_fraction,
    shapes,
)
from fpviz.widgets.bit_grid.texts import RowTexts, format_facts
from fpviz.widgets.look.style import number_font, word_font

_LEAST_PITCH, _WIDEST_PITCH = 1.5, 2.1
"""How far bits stand apart, in digits: at least, and at most before they grow."""

_GROWN_PITCH = 3.2
"""How far bits that have grown stand apart at most. They do in a window, not in a figure."""

BEST_PITCH = 1.8 / _WIDEST_PITCH
"""How far they stand apart in a figure, if there is room, as a share of the most."""

_GAP = 18
"""Pixels between the bits and the columns."""

_LONGEST_NAME = 18
"""The digits that a format's name has room for; those of the catalogue all fit."""

_WIDE, _NARROW, _WIDEST = (20, 12, 12), (11, 11, 11), (22, 22, 22)
"""The digits that value, error and code have room for, where space is, where it is not, and in a
figure, where a column takes no more than what stands in it. FP32's code is whole in all."""

_WITH_CODES = ((20, 12), (16, 11))
"""The digits of value and error beside codes that are whole."""

Columns = tuple[tuple[int, int], ...]

_FEW = 16
"""A figure has narrow columns rather than fewer bits on a line."""


@dataclass(frozen=True, slots=True)
class RowMeasure:
    """The sizes and faces that all rows share.

    ``columns`` are the (left, right) edges of value, error and code.
    """

    layout: GridLayout
    cell_height: int
    name_font: QFont
    small_font: QFont
    number_font: QFont
    bit_font: QFont
    columns: Columns


def measured(
    base: QFont,
    formats: Sequence[Format],
    arrangement: Arrangement,
    width: int,
    texts: Sequence[RowTexts] = (),
) -> RowMeasure:
    """The measure of rows in a grid of ``width`` pixels; ``texts`` are those of a figure's rows."""
    numbers, small = number_font(base, 0.95), word_font(base, 0.82)
    digit = QFontMetricsF(numbers).horizontalAdvance("0")
    names = QFontMetricsF(word_font(base, bold=True))
    facts = QFontMetricsF(small)
    left = 26 + max(
        *(min(names.horizontalAdvance(fmt.title), _LONGEST_NAME * digit) for fmt in formats),
        *(facts.horizontalAdvance(format_facts(fmt)) for fmt in formats),
    )
    pitches = (_LEAST_PITCH * digit, (_WIDEST_PITCH if texts else _GROWN_PITCH) * digit)
    tried = []
    for digits in _figure_digits(texts) if texts else _window_digits(formats):
        columns = _columns([each * digit for each in digits], 1.5 * digit, width)
        room = columns[0][0] - _GAP - left
        tried.append((grid_layout(formats, arrangement, left, room, pitches), columns))
    if not texts:
        tried = [each for each in tried if _is_clear(*each, formats)] or tried[-1:]
    least = _few(formats) if texts else _fewest_lines(formats, [layout for layout, _ in tried])
    layout, columns = next((each for each in tried if each[0].per_line >= least), tried[-1])
    cell = QFontMetricsF(numbers).height() * 1.25
    growth = min(layout.pitch / (_WIDEST_PITCH * digit), (names.height() + facts.height()) / cell)
    growth = max(1.0, growth)
    bits = number_font(base, 0.92 * min(growth, layout.pitch / pitches[0]))
    faces = (word_font(base, bold=True), small, numbers, bits)
    return RowMeasure(layout, round(cell * growth), *faces, columns)


def taken(measure: RowMeasure, formats: Sequence[Format], width: int, share: float = 1.0) -> int:
    """What a measure for a width really takes, with its bits at a share of their pitch."""
    layout = measure.layout
    bits = (_end_of_bits(layout, formats) - layout.left) * share
    if share < 1:
        bits += 0.6 * layout.pitch  # so that no row breaks for the want of a hair
    return round(layout.left + bits + _GAP + width - measure.columns[0][0])


def _is_clear(layout: GridLayout, columns: Columns, formats: Sequence[Format]) -> bool:
    """Whether the bits of all rows end before the columns begin."""
    return _end_of_bits(layout, formats) <= columns[0][0] - _GAP / 2


def _end_of_bits(layout: GridLayout, formats: Sequence[Format]) -> float:
    found = (layout.places(fmt, fields) for fmt in formats for fields in shapes(fmt))
    return max(place.x for places in found for place in places.cells) + layout.pitch


def _few(formats: Sequence[Format]) -> int:
    """The bits on a line below which a figure rather has narrow columns."""
    return min(_FEW, max(map(longest_fraction, formats)))


def _fewest_lines(formats: Sequence[Format], layouts: Sequence[GridLayout]) -> int:
    """The bits on a line with which the longest row has as few lines as in any of the layouts."""
    packed = layouts[0].arrangement is Arrangement.PACKED
    longest = max(fmt.width if packed else longest_fraction(fmt) for fmt in formats)
    lines = -(-longest // max(layout.per_line for layout in layouts))
    return -(-longest // max(1, lines))


def _window_digits(formats: Sequence[Format]) -> tuple[Sequence[int], ...]:
    """The digits that the columns of a window may have, the best first; values do not matter, or
    columns would jump as these change."""
    code = max(len(fmt.code_text(0)) for fmt in formats) + 1
    whole = [(*rest, max(code, _WIDE[2])) for rest in _WITH_CODES]
    return (*whole, _WIDE, _NARROW)


def _figure_digits(texts: Sequence[RowTexts]) -> tuple[Sequence[int], ...]:
    """The digits that the columns of a figure may have, the best first."""
    columns = zip(*(each.columns for each in texts), strict=True)
    longest = [max(map(len, column)) + 1 for column in columns]
    return tuple(
        [min(pair) for pair in zip(most, longest, strict=True)] for most in (_WIDEST, _NARROW)
    )


def _columns(widths: Sequence[float], gap: float, width: int) -> Columns:
    """(left, right) of value, error and code, from the right edge."""
    right, result = width - 14.0, []
    for column in reversed(widths):
        result.append((round(right - column), round(right)))
        right -= column + gap
    return tuple(reversed(result))
