"""What a code is made of, and how its value comes about: classes, fields, pieces of a formula."""

from __future__ import annotations

from collections.abc import Iterable
from enum import Enum
from typing import NamedTuple

from fpviz.core.phrase import phrase


class NumberClass(Enum):
    """What kind of datum a code is (IEEE 754-2019, 5.7.2, without the signs)."""

    ZERO = "zero"
    SUBNORMAL = "subnormal"
    NORMAL = "normal"
    INFINITE = "infinite"
    NAN = "nan"
    INVALID = "invalid"
    """A code that no operation accepts; it reads as a NaN."""


CLASSES = {
    NumberClass.ZERO: phrase("zero"),
    NumberClass.SUBNORMAL: phrase("subnormal"),
    NumberClass.NORMAL: phrase("normal"),
    NumberClass.INFINITE: phrase("infinite"),
    NumberClass.NAN: phrase("not a number"),
    NumberClass.INVALID: phrase("invalid"),
}
"""What the classes are called in sentences; the command line and files have their values."""


class FieldKind(Enum):
    """What a field of a code is for."""

    SIGN = "sign"
    PREFIX = "prefix"
    """It says how long the fields behind it are: the dot of HiFloat8, takum's direction."""
    REGIME = "regime"
    """A run of equal bits, or a count, that scales in large steps: of posits and takums."""
    EXPONENT = "exponent"
    INTEGER = "integer"
    """The digits of a significand before the point, but for a single leading bit."""
    LEADING = "leading bit"
    """The one digit of a significand before the point, where it is stored."""
    FRACTION = "fraction"


FIELD_NAMES = {
    FieldKind.SIGN: phrase("sign"),
    FieldKind.PREFIX: phrase("prefix"),
    FieldKind.REGIME: phrase("regime"),
    FieldKind.EXPONENT: phrase("exponent"),
    FieldKind.INTEGER: phrase("integer"),
    FieldKind.LEADING: phrase("leading bit"),
    FieldKind.FRACTION: phrase("fraction"),
}
"""What fields are called in sentences; files have the values of their kinds."""

IEEE_KINDS = (FieldKind.SIGN, FieldKind.EXPONENT, FieldKind.FRACTION)
"""The fields that the formats of IEEE 754 have."""


class Field(NamedTuple):
    """Neighbouring bits of a code that say one thing.

    ``low`` is the bit index of the last of ``digits``, which are the bits. ``value`` is the
    integer that they say, ``excess`` what is taken off it to make an exponent (its bias).
    ``weight`` is the exponent of two that the last bit is worth in the significand; ``None``
    where the bits are not digits of it. ``below`` is how many bits of the same number stand behind
    these elsewhere in the code.
    """

    kind: FieldKind
    low: int
    digits: str
    value: int
    excess: int = 0
    weight: int | None = None
    below: int = 0

    @property
    def width(self) -> int:
        """How many bits it has."""
        return len(self.digits)

    @property
    def high(self) -> int:
        """The bit index of its first bit."""
        return self.low + self.width - 1


def field_of(fields: Iterable[Field], kind: FieldKind) -> Field:
    """The field of a kind; one without bits where there is none."""
    for field in fields:
        if field.kind is kind:
            return field
    return Field(kind, 0, "", 0)


def behind_point(fields: Iterable[Field]) -> int:
    """How many digits of the significand stand behind the binary point."""
    return max((-field.weight for field in fields if field.weight is not None), default=0)


class Level(Enum):
    """Where a piece of a formula stands."""

    LINE = "line"
    RAISED = "raised"
    LOWERED = "lowered"


class Piece(NamedTuple):
    """A piece of a formula: its text, the field that it comes from, if any, and where it stands."""

    text: str
    field: FieldKind | None = None
    level: Level = Level.LINE
