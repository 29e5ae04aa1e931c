"""Two codes of a format, and what is true of them together."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from fractions import Fraction

from fpviz.core.formats import Format
from fpviz.core.formats.decoding import Decoded
from fpviz.core.formats.fields import FieldKind
from fpviz.core.formats.order import ulps_apart
from fpviz.core.numbers import Finite
from fpviz.core.reading import Reading


@dataclass(frozen=True)
class Pair:
    """Two readings in one format, called by their names: what is expected, and what is there."""

    a: Reading
    b: Reading
    names: tuple[str, str] = ("A", "B")

    def __post_init__(self) -> None:
        if self.a.format != self.b.format:
            raise ValueError(f"{self.a.format.name} and {self.b.format.name} are two formats")

    @property
    def format(self) -> Format:
        return self.a.format

    @property
    def codes(self) -> tuple[int, int]:
        """Both codes."""
        return self.a.code, self.b.code

    @property
    def decoded(self) -> tuple[Decoded, Decoded]:
        """What both codes say."""
        return self.a.decoded, self.b.decoded

    @property
    def named(self) -> dict[str, str]:
        """The names as phrases take them."""
        return dict(zip("ab", self.names, strict=True))

    @property
    def turned(self) -> Pair:
        """The same from the other side: the second one first, each with its name."""
        return replace(self, a=self.b, b=self.a, names=self.names[::-1])

    @property
    def bits(self) -> int:
        """The bits that differ."""
        return self.a.code ^ self.b.code

    @property
    def ulps(self) -> int | None:
        """How many values they lie apart; ``None`` where one is no number."""
        return ulps_apart(self.format, *self.codes)

    @property
    def values(self) -> tuple[Fraction, Fraction] | None:
        """Both values; ``None`` where one is not finite."""
        a, b = (each.number for each in self.decoded)
        return (a.value, b.value) if isinstance(a, Finite) and isinstance(b, Finite) else None

    @property
    def difference(self) -> Fraction | None:
        """The second value less the first, exactly; ``None`` where one is not finite."""
        return None if self.values is None else self.values[1] - self.values[0]

    @property
    def relative(self) -> Fraction | None:
        """The difference as a part of the first value's magnitude; ``None`` where that is zero."""
        if self.values is None or not self.values[0]:
            return None
        return (self.values[1] - self.values[0]) / abs(self.values[0])

    @property
    def fields(self) -> Counter[FieldKind]:
        """How many of the bits that differ lie in each field of the first code."""
        found: Counter[FieldKind] = Counter()
        for field in self.a.decoded.fields:
            found[field.kind] += (self.bits >> field.low & (1 << field.width) - 1).bit_count()
        return +found

    @property
    def first_field(self) -> FieldKind | None:
        """The field, in the first code, of the highest bit that differs."""
        return self.field_at(self.bits.bit_length() - 1)

    def field_at(self, index: int) -> FieldKind | None:
        """The field of a bit in the first code; ``None`` where it is of none."""
        fields = self.a.decoded.fields
        return next((each.kind for each in fields if each.low <= index <= each.high), None)

    @property
    def carry(self) -> int:
        """1 where the codes of neighbours differ by a carry into a run of bits, -1 by a borrow."""
        bits, whole = self.bits, 1 << self.format.width
        if self.ulps != 1 or bits < 3 or bits & (bits + 1):
            return 0
        return {1: 1, whole - 1: -1}.get((self.b.code - self.a.code) % whole, 0)
