"""What a format is: an encoding that answers questions about its codes and their values.

A family of formats is a class that answers them; nobody outside this room asks how it is done.
The values of a format are numbered in their order by *places*: 0 is zero (the least value where
there is no zero), 1 the next value away from it, and so on, for both signs alike, one beyond the
largest finite value for an infinity. Codes need not be in that order, and of several codes of one
value ``code_at`` gives the canonical one. Away from zero the values fall into *stretches*, in
which they are equally far apart; ticks, ulps, borders and zones follow from these.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable
from enum import Enum
from fractions import Fraction
from functools import cached_property
from typing import NamedTuple

from fpviz.core.numbers import NaN, floor_log2, power_of_two
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
    EXPONENT = "exponent"
    FRACTION = "fraction"


class Field(NamedTuple):
    """Neighbouring bits of a code that say one thing.

    ``low`` is the bit index of the last of ``digits``, which are the bits. ``value`` is the
    integer that they say, ``excess`` what is taken off it to make an exponent (its bias).
    ``weight`` is the exponent of two that the last bit is worth in the significand; ``None``
    where the bits are not digits of it.
    """

    kind: FieldKind
    low: int
    digits: str
    value: int
    excess: int = 0
    weight: int | None = None

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


class Stretch(NamedTuple):
    """A piece of the line from zero outward in which values are equally far apart.

    Its values are ``significand * 2**quantum`` for the significands from ``first`` up to below
    ``stop``, at consecutive places from ``place`` on; its end, ``stop * 2**quantum``, is where the
    next one begins.
    """

    quantum: int
    first: int
    stop: int
    place: int

    @property
    def spacing(self) -> Fraction:
        """The distance between two values."""
        return power_of_two(self.quantum)

    @property
    def end_place(self) -> int:
        """The place at which the next stretch begins."""
        return self.place + self.stop - self.first


class Format(ABC):
    """A format of numbers: an encoding of ``width`` bits.

    ``signed`` says whether it has negative numbers. ``key`` tells formats apart by what their
    codes mean, without the name; equality includes the name.
    """

    name: str
    signed: bool
    aliases: tuple[str, ...]
    title: str

    # -- facts -------------------------------------------------------------------------------

    @property
    @abstractmethod
    def width(self) -> int:
        """Bits of a code."""

    @property
    @abstractmethod
    def key(self) -> tuple[object, ...]:
        """Two formats with the same key have the same values at the same codes."""

    @property
    @abstractmethod
    def has_zero(self) -> bool:
        """Whether zero is a value."""

    @property
    @abstractmethod
    def has_negative_zero(self) -> bool:
        """Whether a zero may have a sign."""

    @property
    @abstractmethod
    def has_infinity(self) -> bool:
        """Whether there are infinities; then of both signs if it is signed."""

    @property
    @abstractmethod
    def has_nan(self) -> bool:
        """Whether any code is not a number."""

    @property
    @abstractmethod
    def payload_width(self) -> int:
        """Bits of a NaN's payload; 0 where NaNs say nothing more."""

    @property
    @abstractmethod
    def precision(self) -> int:
        """The most significant bits that a value has (p of IEEE 754-2019)."""

    @property
    @abstractmethod
    def emin(self) -> int:
        """The exponent of the smallest normal number."""

    @property
    @abstractmethod
    def emax(self) -> int:
        """The exponent of the largest finite number."""

    @property
    @abstractmethod
    def binade_size(self) -> int | None:
        """How many values every binade of normal numbers has; ``None`` where that varies."""

    @property
    def has_subnormals(self) -> bool:
        """Whether there are values below the smallest normal number, but for zero."""
        return self.smallest_place < self.min_normal_place

    # -- codes -------------------------------------------------------------------------------

    @abstractmethod
    def number_class(self, code: int) -> NumberClass:
        """What kind of datum a code is."""

    @abstractmethod
    def fields(self, code: int) -> tuple[Field, ...]:
        """What a code is made of, the most significant field first; lengths may depend on it."""

    @cached_property
    def shape(self) -> tuple[Field, ...]:
        """The fields of the code 0: where lengths are fixed, those of all codes."""
        return self.fields(0)

    @abstractmethod
    def formula(self, code: int) -> tuple[Piece, ...]:
        """How the value of a finite code comes about."""

    def hidden_bit(self, code: int) -> int | None:
        """The digit before the point that a finite code does not store; ``None`` where none is."""
        return None

    @abstractmethod
    def nan(self, code: int) -> NaN:
        """What a code of class NaN or invalid says."""

    @abstractmethod
    def code_of_nan(self, nan: NaN) -> int | None:
        """The code that stands for a NaN: of its payload the leading bits; ``None``: no code."""

    def is_nan(self, code: int) -> bool:
        """Whether a code stands for no number."""
        return self.number_class(code) in (NumberClass.NAN, NumberClass.INVALID)

    def is_finite(self, code: int) -> bool:
        """Whether a code is a zero, subnormal or normal number."""
        return self.number_class(code) is not NumberClass.INFINITE and not self.is_nan(code)

    def code_text(self, code: int) -> str:
        """``code`` in hexadecimal, padded to the format's width: ``0x3c7c``."""
        return f"0x{code:0{(self.width + 3) // 4}x}"

    # -- order -------------------------------------------------------------------------------

    @abstractmethod
    def sign_and_place(self, code: int) -> tuple[bool, int]:
        """Whether a code is negative, and its place; the code must not be a NaN."""

    @abstractmethod
    def code_at(self, place: int, negative: bool = False) -> int:
        """The code at a place of one sign; of zero that of the sign, where zeros have one."""

    @abstractmethod
    def scaled(self, place: int) -> tuple[int, int]:
        """(significand, quantum) of a place: its magnitude is ``significand * 2**quantum``.

        Two to the quantum is the ulp. Also right for the place one above the largest finite
        number, read as if there were more of them.
        """

    @abstractmethod
    def place_of(self, significand: int, quantum: int) -> int:
        """The place of ``significand * 2**quantum``; the inverse of ``scaled``.

        The quantum must be that of the stretch the number lies in, or at whose end it stands.
        """

    def code_of(self, significand: int, quantum: int, negative: bool = False) -> int | None:
        """The code of ``significand * 2**quantum`` of one sign; ``None`` beyond the last value.

        The quantum must be as for ``place_of``.
        """
        place = self.place_of(significand, quantum)
        return None if place > self.last_place(negative) else self.code_at(place, negative)

    @property
    @abstractmethod
    def min_normal_place(self) -> int:
        """The place of the smallest normal number."""

    @property
    @abstractmethod
    def largest_place(self) -> int:
        """The place of the largest finite number."""

    def last_place(self, negative: bool) -> int:
        """The place of the finite value of one sign that is farthest from zero."""
        return self.largest_place

    @cached_property
    def smallest_place(self) -> int:
        """The place of the smallest positive number, subnormal where there are any."""
        return 1 if self.has_zero else 0

    @cached_property
    def infinity_place(self) -> int | None:
        """The place of the infinities, if there are any."""
        return self.largest_place + 1 if self.has_infinity else None

    def magnitude(self, place: int) -> Fraction:
        """The exact value at a place without its sign, as far as ``scaled`` tells it."""
        significand, quantum = self.scaled(place)
        if quantum >= 0:
            return Fraction(significand << quantum)
        return Fraction(significand, 1 << -quantum)

    # -- stretches ---------------------------------------------------------------------------

    @abstractmethod
    def quantum_at(self, exponent: int) -> int:
        """The exponent of the distance between values from ``2**exponent`` to twice that.

        Below the smallest value that of the first stretch; beyond the largest as if there were
        more. It never falls as the exponent grows.
        """

    def stretch_in(self, exponent: int) -> Stretch:
        """The stretch that ``2**exponent`` lies in; the first one reaches from zero up."""
        quantum = self.quantum_at(exponent)
        if exponent < self.emin:
            return Stretch(quantum, 0, 1 << (self.emin - quantum), self.place_of(0, quantum))
        first = 1 << (exponent - quantum)
        return Stretch(quantum, first, 2 * first, self.place_of(first, quantum))

    def stretch_at(self, magnitude: Fraction) -> Stretch:
        """The stretch that a magnitude lies in."""
        return self.stretch_in(floor_log2(magnitude) if magnitude else self.emin - 1)

    def stretch_of(self, place: int) -> Stretch:
        """The stretch that the value at a place lies in."""
        significand, quantum = self.scaled(place)
        if not significand:
            return self.stretch_in(self.emin - 1)
        return self.stretch_in(significand.bit_length() - 1 + quantum)

    # -- values and codes of note ------------------------------------------------------------

    @cached_property
    def largest(self) -> Fraction:
        """The largest finite value."""
        return self.magnitude(self.largest_place)

    @cached_property
    def min_normal(self) -> Fraction:
        """The smallest positive normal value."""
        return self.magnitude(self.min_normal_place)

    @cached_property
    def smallest(self) -> Fraction:
        """The smallest positive value."""
        return self.magnitude(self.smallest_place)

    @cached_property
    def largest_code(self) -> int:
        """The code of the largest finite number."""
        return self.code_at(self.largest_place)

    @cached_property
    def min_normal_code(self) -> int:
        """The code of the smallest normal number."""
        return self.code_at(self.min_normal_place)

    @cached_property
    def smallest_code(self) -> int:
        """The code of the smallest positive number."""
        return self.code_at(self.smallest_place)

    @cached_property
    def infinity_code(self) -> int | None:
        """The code of +infinity, if there is one."""
        return None if self.infinity_place is None else self.code_at(self.infinity_place)

    @cached_property
    def nan_code(self) -> int | None:
        """The canonical quiet NaN, if the format has one."""
        return self.code_of_nan(NaN())
