"""The order of a format's values: neighbours, ordinals, and the distance between values."""

from __future__ import annotations

from bisect import bisect_left
from fractions import Fraction

from fpviz.core.formats.encoding import Format
from fpviz.core.formats.fields import Field, FieldKind, field_of
from fpviz.core.formats.places import Magnitude
from fpviz.core.numbers import Finite, NaN, power_of_two


def ordinal(fmt: Format, code: int) -> int:
    """The place of a code among all values, signed: 0 for both zeros, consecutive.

    Infinities stand one beyond the largest finite value. Raises ValueError for a NaN.
    """
    if fmt.is_nan(code):
        raise ValueError(f"{fmt.code_text(code)} is a NaN of {fmt.name} and has no place in order")
    negative, place = fmt.sign_and_place(code)
    return -place if negative else place


def ulps_apart(fmt: Format, a: int, b: int) -> int | None:
    """How many values two codes lie apart; ``None`` where one is no number.

    >>> from fpviz.core.formats import find_format
    >>> ulps_apart(find_format("bf16"), 0xC283, 0xC284), ulps_apart(find_format("fp16"), 1, 0x8001)
    (1, 2)
    """
    if fmt.is_nan(a) or fmt.is_nan(b):
        return None
    return abs(ordinal(fmt, a) - ordinal(fmt, b))


def code_at(fmt: Format, ordinal: int) -> int:
    """The code at a place in the order; +0 at 0. The inverse of ``ordinal``.

    Raises ValueError beyond the ends.
    """
    if not first_ordinal(fmt) <= ordinal <= last_ordinal(fmt):
        raise ValueError(f"{fmt.name} has no value number {ordinal}")
    return fmt.code_at(abs(ordinal), ordinal < 0)


def last_ordinal(fmt: Format) -> int:
    """The place of +infinity, or of the largest value in a format without one."""
    return fmt.largest_place + fmt.has_infinity


def first_ordinal(fmt: Format) -> int:
    """The place of the least value, -infinity where there is one."""
    if fmt.signed:
        return -fmt.last_place(negative=True) - fmt.has_infinity
    return 0 if fmt.has_zero else fmt.smallest_place


def opposite(fmt: Format, code: int) -> int | None:
    """The code of a datum with its sign changed; ``None`` where there is none such."""
    if fmt.is_nan(code):
        said = fmt.nan(code)
        return fmt.code_of_nan(NaN(not said.negative, said.payload, said.quiet))
    negative, place = fmt.sign_and_place(code)
    if not fmt.signed or place > fmt.last_place(not negative) + fmt.has_infinity:
        return None
    return fmt.code_at(place, not negative)


def exponent_stepped(fmt: Format, code: int, up: bool) -> int | None:
    """A code with one more, or less, in its exponent field; ``None`` at an end of that, and where
    there is none. A field may stand in pieces, and be a number in two's complement."""
    fields = fmt.fields(code)
    pieces: list[Field] = []
    for field in fields:  # what is repeated further down says nothing
        if field.kind is FieldKind.EXPONENT and field.below not in {each.below for each in pieces}:
            pieces.append(field)
    width = sum(piece.width for piece in pieces)
    bits = sum(int(piece.digits, 2) << piece.below for piece in pieces)
    least = 1 << width >> 1 if _is_signed(fmt) else 0
    step = bits + (1 if up else -1)
    if not width or bits ^ least == (0, (1 << width) - 1)[up]:
        return None
    for piece in pieces:
        mask = (1 << piece.width) - 1
        code = code & ~(mask << piece.low) | (step >> piece.below & mask) << piece.low
    return code


def _is_signed(fmt: Format) -> bool:
    """Whether exponent fields are in two's complement."""
    return field_of(fmt.fields((1 << fmt.width) - 1), FieldKind.EXPONENT).value < 0


def farthest(fmt: Format, negative: bool) -> Finite:
    """The largest finite number; of negative ones in fixed point, where it may be another, the
    least."""
    negative = negative and fmt.signed and fmt.is_fixed_point
    return Finite(negative, fmt.magnitude(fmt.last_place(negative), negative))


def next_up(fmt: Format, code: int) -> int | None:
    """The code of the least value greater than ``code``'s (IEEE 754-2019, 5.3.1).

    ``None`` above the greatest value, and for a NaN.
    """
    return _step(fmt, code, 1)


def next_down(fmt: Format, code: int) -> int | None:
    """The code of the greatest value less than ``code``'s; ``None`` where there is none."""
    return _step(fmt, code, -1)


def _step(fmt: Format, code: int, step: int) -> int | None:
    if fmt.is_nan(code):
        return None
    negative, place = fmt.sign_and_place(code)
    place = (-place if negative else place) + step
    if not first_ordinal(fmt) <= place <= last_ordinal(fmt):
        return None
    if place == 0 and step > 0 and fmt.has_negative_zero:
        return fmt.code_at(0, negative=True)  # from below, the next value is -0
    return fmt.code_at(abs(place), place < 0)


def ulp(fmt: Format, code: int) -> Fraction | None:
    """The distance between consecutive values in the stretch of a finite code, else ``None``."""
    if not fmt.is_finite(code):
        return None
    negative, place = fmt.sign_and_place(code)
    if fmt.has_even_binades:
        return power_of_two(fmt.scaled(place, negative)[1])
    return fmt.stretch_of(place, negative).spacing


def ulp_at(fmt: Format, magnitude: Fraction, negative: bool = False) -> Fraction:
    """The distance between consecutive values around any non-negative real, or its negative."""
    return fmt.stretch_at(magnitude, negative).spacing


def places_below(fmt: Format, magnitude: Fraction, negative: bool = False) -> int:
    """How far the values of one sign reach up to ``magnitude``: the last place whose value is <=
    it (0 or, without a zero, -1 where it is below all; never beyond the last finite one)."""
    last = fmt.last_place(negative)
    if not magnitude:
        return min(fmt.smallest_place - 1, last)
    return min(fmt.bracket(Magnitude.of(magnitude), negative).place, last)


def place_of_power(fmt: Format, exponent: int, negative: bool = False) -> int | None:
    """The place of ``2**exponent``, or of its negative; ``None`` where it is no value, read as if
    there were more of them beyond the largest."""
    bracket = fmt.bracket(Magnitude(1, 1, exponent), negative)
    return None if bracket.rest else bracket.place


def first_place_apart(fmt: Format, exponent: int, negative: bool = False) -> int:
    """The first place of a stretch, but for the one from zero up, in which values are
    ``2**exponent`` or more apart.

    Beyond the largest value where they never are.
    """
    if fmt.has_even_binades:
        binades = range(fmt.emin, fmt.emax + 2)
        at = bisect_left(binades, exponent, key=fmt.quantum_at)
        if at == len(binades):
            return fmt.last_place(negative) + 2
        return fmt.stretch_in(binades[at] - (at == 0)).place
    spacing = power_of_two(exponent)
    first, last = fmt.min_normal_place, fmt.last_place(negative) + 2
    while first < last:
        middle = (first + last) // 2
        if fmt.stretch_of(middle, negative).spacing < spacing:
            first = middle + 1
        else:
            last = middle
    return first


def contains(fmt: Format, other: Format) -> bool:
    """Whether every finite value of ``other`` is one of ``fmt``."""
    return (
        fmt.base == other.base
        and fmt.has_even_binades
        and other.signed <= fmt.signed
        and other.has_zero <= fmt.has_zero
        and other.precision <= fmt.precision
        and other.largest <= fmt.largest
        and other.finest >= fmt.finest
    )
