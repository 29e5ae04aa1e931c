"""HiFloat8: eight bits whose first ones say how many of the others are the exponent.

Behind the sign stands a *dot*, a prefix of two to four bits, which gives the exponent 4, 3, 2, 1 or
0 bits and the fraction what is left. The exponent is a sign and a magnitude, of which the leading
one is not stored; so each width has its own exponents, and codes are not in the order of values.
Behind the dot 0000 there are three bits that count powers of two further down. Rounding is to
nearest, ties away from zero, in the hardware; here it is as the rules say. Sources: Luo et al.,
"Ascend HiFloat8 Format for Deep Learning", arXiv 2409.16626.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from typing import NamedTuple

from fpviz.core.formats.encoding import Format
from fpviz.core.formats.family import Family
from fpviz.core.formats.fields import Field, FieldKind, Level, NumberClass, Piece
from fpviz.core.formats.places import Stretch
from fpviz.core.numbers import NaN, power_of_two
from fpviz.core.phrase import Phrase, phrase

_SIGN = 0x80
_NAN, _INFINITY = 0x80, 0x6F
_DOTS = ((0b11, 2, 4), (0b10, 2, 3), (0b01, 2, 2), (0b001, 3, 1), (0b0001, 4, 0))
"""(dot, its width, width of the exponent)."""

_LEAST, _EMIN, _EMAX = -22, -15, 15
"""The exponents of the smallest number, of the smallest normal one and of the largest."""


class _Shape(NamedTuple):
    """The widths of dot, exponent and fraction of a code, and its exponent.

    Behind the dot of four zeros all bits are the exponent, an excess of 23.
    """

    dot: int
    exponent_width: int
    fraction_width: int
    exponent: int


def _layout(code: int) -> _Shape:
    for dot, dot_width, width in _DOTS:
        if code >> (7 - dot_width) & ((1 << dot_width) - 1) == dot:
            fraction_width = 7 - dot_width - width
            bits = code >> fraction_width & ((1 << width) - 1)
            return _Shape(dot_width, width, fraction_width, _exponent(bits, width))
    return _Shape(4, 3, 0, (code & 7) - 23)


def _exponent(bits: int, width: int) -> int:
    """A sign, then a magnitude that has a leading one before what is stored."""
    if not width:
        return 0
    top = 1 << (width - 1)
    magnitude = bits | top
    return -magnitude if bits & top else magnitude


def _fraction_width(exponent: int) -> int:
    """How many digits behind the point values from ``2**exponent`` to twice that have."""
    size = abs(exponent)
    if exponent < _EMIN:
        return 0
    return 3 if size < 4 else 2 if size < 8 else 1


@lru_cache(maxsize=1)
def _codes() -> tuple[int, ...]:
    """The positive codes in the order of their values, from zero to infinity."""
    return (0, *sorted(range(1, _SIGN), key=_size))


def _size(code: int) -> tuple[int, int]:
    parts = _layout(code)
    return parts.exponent, code & ((1 << parts.fraction_width) - 1)


@lru_cache(maxsize=1)
def _places() -> tuple[int, ...]:
    """The places of the positive codes."""
    found = [0] * _SIGN
    for place, code in enumerate(_codes()):
        found[code] = place
    return tuple(found)


@lru_cache(maxsize=1)
def _binades() -> dict[int, int]:
    """The place at which each binade begins, by its exponent; one more beyond the largest."""
    found, place = {}, 1
    for exponent in range(_LEAST, _EMAX + 2):
        found[exponent] = place
        place += 1 << _fraction_width(exponent)
    return found


@dataclass(frozen=True)
class HiFloat8(Format):
    """The one format of this kind."""

    name: str
    aliases: tuple[str, ...] = ()
    title: str = ""

    signed = True
    width = 8
    precision = 4
    emin, emax = _EMIN, _EMAX
    binade_size = None
    payload_width = 0
    has_zero = has_infinity = has_nan = True
    has_negative_zero = False
    has_fixed_shape = False

    def __hash__(self) -> int:
        return hash(self.name)

    @property
    def key(self) -> tuple[object, ...]:
        return ("hifloat8",)

    # -- codes -------------------------------------------------------------------------------

    def number_class(self, code: int) -> NumberClass:
        if code == _NAN:
            return NumberClass.NAN
        size = code & ~_SIGN
        if size in {0, _INFINITY}:
            return NumberClass.INFINITE if size else NumberClass.ZERO
        return NumberClass.NORMAL if size >> 3 else NumberClass.SUBNORMAL

    def fields(self, code: int) -> tuple[Field, ...]:
        return tuple(self._fields(code, f"{code:08b}", _layout(code)))

    def _fields(self, code: int, bits: str, parts: _Shape) -> Iterator[Field]:
        dot, width, fraction_width, exponent = parts
        end = 1 + dot
        yield Field(FieldKind.SIGN, 7, bits[0], code >> 7)
        yield Field(FieldKind.PREFIX, 7 - dot, bits[1:end], int(bits[1:end], 2))
        if not code >> 3 & 15:
            yield Field(FieldKind.EXPONENT, 0, bits[end:], code & 7, 23)
            return
        if width:
            digits = bits[end : end + width]
            yield Field(FieldKind.EXPONENT, fraction_width, digits, exponent)
        fraction = code & ((1 << fraction_width) - 1)
        yield Field(FieldKind.FRACTION, 0, bits[8 - fraction_width :], fraction, 0, -fraction_width)

    def formula(self, code: int) -> tuple[Piece, ...]:
        sign = Piece(str(code >> 7), FieldKind.SIGN, Level.RAISED)
        head: tuple[Piece, ...] = (Piece("(−1)"), sign, Piece(" × "))
        if not code & ~_SIGN:
            return (*head, Piece("0"))
        _, _, fraction_width, exponent = _layout(code)
        power = f"{exponent}".replace("-", "−")
        if not code >> 3 & 15:
            power = f"{code & 7}−23"
        head = (*head, Piece("2"), Piece(power, FieldKind.EXPONENT, Level.RAISED))
        if not fraction_width:
            return head
        digits = Piece(
            f"{code & ((1 << fraction_width) - 1):0{fraction_width}b}", FieldKind.FRACTION
        )
        return (*head, Piece(" × 1."), digits, Piece("2", None, Level.LOWERED))

    def hidden_bit(self, code: int) -> int | None:
        return int(bool(code & ~_SIGN)) if self.is_finite(code) else None

    def remark(self, code: int) -> Phrase | None:
        if not code & 0x78 and code & 7:
            return phrase("behind the dot 0000 three bits count powers of two from 2⁻²² up")
        return None

    def nan(self, code: int) -> NaN:
        return NaN(payload_width=0)

    def code_of_nan(self, nan: NaN) -> int | None:
        return _NAN

    # -- order -------------------------------------------------------------------------------

    def sign_and_place(self, code: int) -> tuple[bool, int]:
        return code >= _SIGN, _places()[code & ~_SIGN]

    def code_at(self, place: int, negative: bool = False) -> int:
        code = _codes()[place]
        return code | _SIGN if negative and place else code

    def scaled(self, place: int, negative: bool = False) -> tuple[int, int]:
        if not place:
            return 0, _LEAST
        if place > self.largest_place:  # as if there were more of them
            exponent, first = _EMAX, _binades()[_EMAX]
        else:
            exponent = _layout(_codes()[place]).exponent
            first = _binades()[exponent]
        width = _fraction_width(exponent)
        return (1 << width) + place - first, exponent - width

    def place_of(self, significand: int, quantum: int) -> int:
        if not significand:
            return 0
        exponent = significand.bit_length() - 1 + quantum
        finer = quantum - self.quantum_at(exponent)
        digits = significand << finer if finer >= 0 else significand >> -finer
        width = _fraction_width(exponent)
        return self._start(exponent) + digits - (1 << width)

    def _start(self, exponent: int) -> int:
        """The place at which a binade begins; beyond the largest all are as that."""
        last = _EMAX + 1
        return _binades()[min(exponent, last)] + 2 * max(0, exponent - last)

    @property
    def min_normal_place(self) -> int:
        return _binades()[_EMIN]

    @property
    def largest_place(self) -> int:
        return _SIGN - 2

    def quantum_at(self, exponent: int) -> int:
        if exponent < _LEAST:
            return _LEAST
        return exponent - _fraction_width(exponent)

    def stretch_in(self, exponent: int) -> Stretch:
        if exponent < _LEAST:
            return Stretch(Fraction(0), power_of_two(_LEAST), 1, 0)
        width = _fraction_width(exponent)
        spacing = power_of_two(exponent - width)
        return Stretch(power_of_two(exponent), spacing, 1 << width, self._start(exponent))


HIFLOAT = Family(
    key="hifloat",
    title=phrase("HiFloat8: exponent and fraction share the bits"),
    formats=(HiFloat8("hif8", ("hifloat8",), "HiF8"),),
)
