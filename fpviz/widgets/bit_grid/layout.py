"""Where the cells of the bit grid stand: plain geometry in pixels, without Qt."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum

from fpviz.core.formats import Format


class Arrangement(Enum):
    """``ALIGNED``: a fraction column is worth the same in every row. ``PACKED``: plain
    left-justified codes in groups of four, with bit indices."""

    ALIGNED = "aligned"
    PACKED = "packed"


class Field(Enum):
    """The three fields of a code."""

    SIGN = "sign"
    EXPONENT = "exponent"
    FRACTION = "fraction"


def field_of(fmt: Format, index: int) -> Field:
    """The field that bit ``index`` belongs to."""
    if index < fmt.fraction_width:
        return Field.FRACTION
    return Field.EXPONENT if index < fmt.fraction_width + fmt.exponent_width else Field.SIGN


@dataclass(frozen=True, slots=True)
class Place:
    """A cell's left edge and the line of its row that it stands on."""

    x: float
    line: int


@dataclass(frozen=True, slots=True)
class RowPlaces:
    """Where a row's cells stand. ``cells[i]`` is bit index i; ``hidden`` is the hidden bit, whose
    right edge is the binary point (``None`` when packed)."""

    cells: tuple[Place, ...]
    hidden: Place | None
    lines: int


@dataclass(frozen=True, slots=True)
class GridLayout:
    """The common measure of all rows.

    ``left`` is where bits begin, ``pitch`` the distance between cells, ``point`` the x of the
    binary point when aligned, ``per_line`` the fraction columns (aligned) or bits (packed) that
    fit on one line.
    """

    arrangement: Arrangement
    left: float
    pitch: float
    point: float
    per_line: int

    def column_x(self, column: int) -> float:
        """The left edge of fraction column ``column``, counted from 0, on its line."""
        return self.point + self._gap * 1.7 + column % self.per_line * self.pitch

    @property
    def _gap(self) -> float:
        return self.pitch * 0.35

    def places(self, fmt: Format) -> RowPlaces:
        """Where the cells of a format's row stand."""
        if self.arrangement is Arrangement.PACKED:
            return self._packed(fmt)
        return self._aligned(fmt)

    def _aligned(self, fmt: Format) -> RowPlaces:
        hidden_x = self.point - self.pitch
        exponent_x = hidden_x - self._gap - fmt.exponent_width * self.pitch
        cells = [
            Place(
                self.column_x(fmt.fraction_width - 1 - index),
                (fmt.fraction_width - 1 - index) // self.per_line,
            )
            for index in range(fmt.fraction_width)
        ]
        cells += [
            Place(exponent_x + (fmt.exponent_width - 1 - bit) * self.pitch, 0)
            for bit in range(fmt.exponent_width)
        ]
        if fmt.signed:
            cells.append(Place(exponent_x - self._gap - self.pitch, 0))
        lines = 1 + max(0, fmt.fraction_width - 1) // self.per_line
        return RowPlaces(tuple(cells), Place(hidden_x, 0), lines)

    def _packed(self, fmt: Format) -> RowPlaces:
        cells = []
        for index in range(fmt.width):
            from_top = fmt.width - 1 - index
            # groups of four are counted from the least significant bit, as hex digits are
            shift = -fmt.width % 4
            line, column = divmod(from_top + shift, self.per_line)
            cells.append(Place(self.left + column * self.pitch + column // 4 * self._gap, line))
        return RowPlaces(tuple(cells), None, cells[0].line + 1)


def grid_layout(
    formats: Iterable[Format],
    arrangement: Arrangement,
    left: float,
    width: float,
    pitches: tuple[float, float],
) -> GridLayout:
    """The layout that fits the formats into ``width`` pixels from ``left``.

    ``pitches`` are the smallest and largest distance between cells; rows that are too long for
    the smallest wrap.
    """
    smallest, largest = pitches
    shown = tuple(formats)
    if arrangement is Arrangement.PACKED:
        longest = min(64, -(-max(fmt.width for fmt in shown) // 4) * 4)
        units = longest + longest / 4 * 0.35
        pitch = min(largest, max(smallest, width / units))
        fitting = int(width / (pitch * (1 + 0.35 / 4)))
        per_line = next((n for n in (64, 32, 16) if n <= fitting), 8)
        return GridLayout(arrangement, left, pitch, left, per_line)
    exponent = max(fmt.exponent_width for fmt in shown)
    fraction = max(1, min(64, max(fmt.fraction_width for fmt in shown)))
    fixed = 2 + exponent + 4 * 0.35
    pitch = min(largest, max(smallest, width / (fixed + fraction)))
    fitting = int(width / pitch - fixed)
    if fitting < max(fmt.fraction_width for fmt in shown):
        fitting = max(8, fitting // 4 * 4)
    point = left + (2 + exponent + 2 * 0.35) * pitch
    return GridLayout(arrangement, left, pitch, point, max(8, fitting))
