"""Where the cells of the bit grid stand: plain geometry in pixels, without Qt."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import Enum

from fpviz.core.formats import Field, FieldKind, behind_point


class Arrangement(Enum):
    """``ALIGNED``: a fraction column is worth the same in every row. ``PACKED``: plain
    left-justified codes in groups of four, with bit indices."""

    ALIGNED = "aligned"
    PACKED = "packed"


Fields = Sequence[Field]
"""The fields of a code, the most significant first."""


def by_bit(fields: Fields) -> list[Field]:
    """The field that each bit belongs to, by its index."""
    return [field for field in reversed(fields) for _ in field.digits]


def between(fields: Fields) -> int:
    """How many bits stand between the sign and the digit before the point."""
    return sum(
        field.width for field in fields if field.weight is None and field.kind is not FieldKind.SIGN
    )


@dataclass(frozen=True, slots=True)
class CellPlace:
    """A cell's left edge and the line of its row that it stands on."""

    x: float
    line: int


@dataclass(frozen=True, slots=True)
class RowPlaces:
    """Where a row's cells stand. ``cells[i]`` is bit index i; ``hidden`` is the hidden bit, whose
    right edge is the binary point (``None`` when packed)."""

    cells: tuple[CellPlace, ...]
    hidden: CellPlace | None
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

    def places(self, fields: Fields) -> RowPlaces:
        """Where the cells of a row stand whose codes have these fields."""
        if self.arrangement is Arrangement.PACKED:
            return self._packed(sum(field.width for field in fields))
        return self._aligned(fields)

    def _aligned(self, fields: Fields) -> RowPlaces:
        left = hidden = self.point - self.pitch
        cells: list[CellPlace] = []
        for field in reversed(fields):
            if field.weight is None:
                left = left - self._gap - field.width * self.pitch
                row = [CellPlace(left + i * self.pitch, 0) for i in range(field.width)]
            else:
                first = -field.weight - field.width
                row = [self._column(first + i) for i in range(field.width)]
            cells += reversed(row)
        lines = 1 + max(0, behind_point(fields) - 1) // self.per_line
        return RowPlaces(tuple(cells), CellPlace(hidden, 0), lines)

    def _column(self, column: int) -> CellPlace:
        """The place of a digit that many places behind the first one after the point."""
        return CellPlace(self.column_x(column), column // self.per_line)

    def _packed(self, width: int) -> RowPlaces:
        cells = []
        for index in range(width):
            from_top = width - 1 - index
            # groups of four are counted from the least significant bit, as hex digits are
            shift = -width % 4
            line, column = divmod(from_top + shift, self.per_line)
            cells.append(CellPlace(self.left + column * self.pitch + column // 4 * self._gap, line))
        return RowPlaces(tuple(cells), None, cells[0].line + 1)


def grid_layout(
    rows: Iterable[Fields],
    arrangement: Arrangement,
    left: float,
    width: float,
    pitches: tuple[float, float],
) -> GridLayout:
    """The layout that fits rows with these fields into ``width`` pixels from ``left``.

    ``pitches`` are the smallest and largest distance between cells; rows that are too long for
    the smallest wrap.
    """
    smallest, largest = pitches
    shown = tuple(rows)
    if arrangement is Arrangement.PACKED:
        widest = max(sum(field.width for field in fields) for fields in shown)
        longest = min(64, -(-widest // 4) * 4)
        units = longest + longest / 4 * 0.35
        pitch = min(largest, max(smallest, width / units))
        fitting = int(width / (pitch * (1 + 0.35 / 4)))
        per_line = next((n for n in (64, 32, 16) if n <= fitting), 8)
        return GridLayout(arrangement, left, pitch, left, per_line)
    exponent, longest = max(map(between, shown)), max(map(behind_point, shown))
    fixed = 2 + exponent + 4 * 0.35
    pitch = min(largest, max(smallest, width / (fixed + max(1, min(64, longest)))))
    fitting = int(width / pitch - fixed)
    if fitting < longest:
        fitting = max(8, fitting // 4 * 4)
    point = left + (2 + exponent + 2 * 0.35) * pitch
    return GridLayout(arrangement, left, pitch, point, max(8, fitting))
