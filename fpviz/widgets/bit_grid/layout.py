"""Where the cells of the bit grid stand: plain geometry in pixels, without Qt."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache

from fpviz.core.formats import Field, FieldKind, Format, behind_point

_MOST_LEFT = 24
"""A row that needs more columns before the point stands packed among the aligned ones."""

_GAP = 0.35
"""What lies between two fields, in distances of cells."""


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
    """How many bits that are no digits stand between the sign and the digits."""
    return sum(
        field.width for field in fields if field.weight is None and field.kind is not FieldKind.SIGN
    )


def before_point(fields: Fields) -> int:
    """How many columns digits take before the point, one for a hidden bit at least."""
    return max([1, *(each.weight + each.width for each in fields if each.weight is not None)])


def _left(fields: Fields) -> tuple[int, int]:
    """The columns before the point, that of a sign among them, and the gaps between fields."""
    others = [field for field in fields if field.weight is None]
    signs = sum(field.kind is FieldKind.SIGN for field in others)
    columns = before_point(fields) + sum(field.width for field in others) + (not signs)
    return columns, len(others) + (not signs)


def shapes(fmt: Format) -> list[Fields]:
    """The fields that codes of a format may have: those of all, or of some at their widest."""
    if fmt.has_fixed_shape:
        return [fmt.shape]
    marks = {0, fmt.smallest_code, fmt.largest_code, fmt.code_at(fmt.largest_place // 2)}
    return [fmt.fields(code) for code in sorted(marks)]


@lru_cache(maxsize=256)
def aligns(fmt: Format) -> bool:
    """Whether codes have digits that are worth powers of two, and no more than fits before them."""
    found = shapes(fmt)
    return max(map(_left, found))[0] <= _MOST_LEFT and any(
        field.weight is not None for fields in found for field in fields
    )


@lru_cache(maxsize=256)
def longest_fraction(fmt: Format) -> int:
    """The most digits behind the point that are shown under each other."""
    return max(map(behind_point, shapes(fmt))) if aligns(fmt) else 0


@dataclass(frozen=True, slots=True)
class CellPlace:
    """A cell's left edge and the line of its row that it stands on."""

    x: float
    line: int


@dataclass(frozen=True, slots=True)
class RowPlaces:
    """Where a row's cells stand. ``cells[i]`` is bit index i; ``hidden`` is the place of a bit
    before the point that no code stores, ``None`` where one is stored there, and when packed."""

    cells: tuple[CellPlace, ...]
    hidden: CellPlace | None
    lines: int
    is_aligned: bool


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
        return self.pitch * _GAP

    def places(self, fmt: Format, fields: Fields | None = None) -> RowPlaces:
        """Where the cells of a format's row stand, of a code with other fields than the code 0."""
        if self.arrangement is Arrangement.PACKED:
            return self._packed(fmt.width, self.per_line)
        if aligns(fmt):
            return self._aligned(fmt.shape if fields is None else fields)
        return self._packed(fmt.width, self._packed_per_line)

    def lines(self, fmt: Format) -> int:
        """The lines that a format's row takes, whatever its code."""
        return max(self.places(fmt, fields).lines for fields in shapes(fmt))

    @property
    def _packed_per_line(self) -> int:
        """The bits on a line of a packed row among aligned ones."""
        end = self.column_x(self.per_line - 1) + self.pitch
        fitting = int((end - self.left) / (self.pitch * (1 + _GAP / 4)))
        return next((n for n in (64, 32, 16) if n <= fitting), 8)

    def _aligned(self, fields: Fields) -> RowPlaces:
        digits = before_point(fields)
        left = self.point - digits * self.pitch
        found: dict[Field, list[CellPlace]] = {}
        others = [field for field in fields if field.weight is None]
        others.sort(key=lambda field: (field.kind is FieldKind.SIGN, field.low))
        for field in others:
            left -= self._gap + field.width * self.pitch
            found[field] = [CellPlace(left + i * self.pitch, 0) for i in range(field.width)]
        for field in fields:
            if field.weight is not None:
                first = -field.weight - field.width
                found[field] = [self._column(first + i) for i in range(field.width)]
        cells = [cell for field in reversed(fields) for cell in reversed(found[field])]
        lines = 1 + max(0, behind_point(fields) - 1) // self.per_line
        stored = any(f.weight is not None and f.weight + f.width > 0 for f in fields)
        hidden = None if stored else CellPlace(self.point - self.pitch, 0)
        return RowPlaces(tuple(cells), hidden, lines, is_aligned=True)

    def _column(self, column: int) -> CellPlace:
        """The place of a digit that many places behind the first one after the point."""
        if column < 0:
            return CellPlace(self.point + column * self.pitch, 0)
        return CellPlace(self.column_x(column), column // self.per_line)

    def _packed(self, width: int, per_line: int) -> RowPlaces:
        cells = []
        for index in range(width):
            from_top = width - 1 - index
            # groups of four are counted from the least significant bit, as hex digits are
            shift = -width % 4
            line, column = divmod(from_top + shift, per_line)
            cells.append(CellPlace(self.left + column * self.pitch + column // 4 * self._gap, line))
        return RowPlaces(tuple(cells), None, cells[0].line + 1, is_aligned=False)


def grid_layout(
    formats: Iterable[Format],
    arrangement: Arrangement,
    left: float,
    width: float,
    pitches: tuple[float, float],
) -> GridLayout:
    """The layout that fits the rows of these formats into ``width`` pixels from ``left``.

    ``pitches`` are the smallest and largest distance between cells; rows that are too long for
    the smallest wrap.
    """
    smallest, largest = pitches
    shown = tuple(formats)
    if arrangement is Arrangement.PACKED:
        widest = max(fmt.width for fmt in shown)
        longest = min(64, -(-widest // 4) * 4)
        units = longest + longest / 4 * _GAP
        pitch = min(largest, max(smallest, width / units))
        fitting = int(width / (pitch * (1 + _GAP / 4)))
        per_line = next((n for n in (64, 32, 16) if n <= fitting), 8)
        return GridLayout(arrangement, left, pitch, left, per_line)
    aligned = [fields for fmt in shown if aligns(fmt) for fields in shapes(fmt)]
    columns, gaps = max(map(_left, aligned), default=(2, 1), key=_in_cells)
    longest = max(map(longest_fraction, shown))
    fixed = columns + (gaps + 2) * _GAP
    pitch = min(largest, max(smallest, width / (fixed + max(1, min(64, longest)))))
    fitting = int(width / pitch - fixed)
    if fitting < longest:
        fitting = max(8, fitting // 4 * 4)
    point = left + (columns + gaps * _GAP) * pitch
    return GridLayout(arrangement, left, pitch, point, max(8, fitting))


def _in_cells(left: tuple[int, int]) -> float:
    """The length of columns and gaps, in distances of cells."""
    return left[0] + left[1] * _GAP
