"""Numbers as text: exact, shortest, hexadecimal, and short forms for the eye.

Long conversions go through ``decimal``, whose integers have no limit on their digits.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from itertools import count, groupby, pairwise
from math import lcm, log2
from unicodedata import east_asian_width

from fpviz.core.formats import IEEE_KINDS, FieldKind, Format, field_of
from fpviz.core.formats.decoding import Decoded, decode, is_finite_code
from fpviz.core.formats.fields import Level
from fpviz.core.numbers import (
    Finite,
    Infinity,
    NaN,
    Number,
    about_log10,
    floor_log10_ratio,
    in_units_of_power_of_ten,
)

_SUPERSCRIPTS = str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹")


def integer_text(value: int) -> str:
    """``value`` in decimal, however long."""
    return str(Decimal(value)) if abs(value) >> 10_000 else str(value)


def _twos_and_fives(denominator: int) -> tuple[int, int] | None:
    """(t, f) where ``denominator`` is 2**t * 5**f; ``None`` if it has other factors."""
    twos = (denominator & -denominator).bit_length() - 1
    rest = denominator >> twos
    fives = round((rest.bit_length() - 1) / log2(5))  # the only power of five of this size
    return (twos, fives) if rest == 5**fives else None


def decimal_places(value: Fraction) -> int | None:
    """How many decimals ``value`` has; ``None`` if they never end."""
    factors = _twos_and_fives(value.denominator)
    return None if factors is None else max(factors)


def exact_decimal(value: Fraction) -> str:
    """``value`` as a complete decimal without exponent, or ``n/d`` where none ends.

    >>> exact_decimal(Fraction(1, 8)), exact_decimal(Fraction(-1, 3))
    ('0.125', '-1/3')
    """
    n, d = value.numerator, value.denominator
    factors = _twos_and_fives(d)
    if factors is None:
        return f"{integer_text(n)}/{integer_text(d)}"
    twos, fives = factors
    places = max(twos, fives)
    digits = integer_text(abs(n) * 5 ** (places - fives) << (places - twos))
    return ("-" if n < 0 else "") + _point(digits, places)


def _point(digits: str, places: int) -> str:
    if places <= 0:
        return digits
    digits = digits.rjust(places + 1, "0")
    return f"{digits[:-places]}.{digits[-places:]}"


def exact_text(number: Number) -> str:
    """An exact number as a literal that reads back as the same number.

    >>> exact_text(Finite(True, Fraction(0))), exact_text(NaN(payload=0x123))
    ('-0', 'nan(0x123)')
    """
    match number:
        case Finite(negative, magnitude):
            return ("-" if negative else "") + exact_decimal(magnitude)
        case Infinity(negative):
            return "-inf" if negative else "inf"
        case NaN(negative, payload, quiet):
            name = "nan" if quiet else "snan"
            return ("-" if negative else "") + name + (f"({payload:#x})" if payload else "")


def held_text(fmt: Format, code: int) -> str:
    """The number that a code stands for as ``exact_text`` has it; of base 2 by shifts alone."""
    if fmt.base != 2 or not fmt.is_finite(code):
        return exact_text(decode(fmt, code).number)
    negative, place = fmt.sign_and_place(code)
    return ("-" if negative else "") + _scaled_decimal(*fmt.scaled(place, negative))


def _scaled_decimal(significand: int, exponent: int) -> str:
    """``exact_decimal`` of ``significand * 2**exponent``."""
    if exponent >= 0 or not significand:
        return integer_text(significand << max(exponent, 0))
    zeros = (significand & -significand).bit_length() - 1
    places = max(-exponent - zeros, 0)
    return _point(integer_text((significand >> -exponent - places) * 5**places), places)


def value_text(number: Number) -> str:
    """An exact number as machine-readable output gives it: every NaN is ``nan``."""
    return "nan" if isinstance(number, NaN) else exact_text(number)


def scientific(value: Fraction, digits: int) -> str:
    """``value`` rounded to ``digits`` significant decimals (ties to even), trailing zeros cut.

    Plain between 1e-4 and 1e7 (more for numbers with more digits), with an exponent beyond.

    >>> scientific(Fraction(1, 3), 4), scientific(Fraction(-(10**30)), 4)
    ('0.3333', '-1e+30')
    """
    n, d = value.numerator, value.denominator
    if not n:
        return "0"
    coefficient, exponent = _rounded_digits(abs(n), d, digits)
    return ("-" if n < 0 else "") + _plain_or_exponent(coefficient, exponent, max(digits, 7))


def telling_digits(values: Sequence[object], least: int, most: int = 60) -> list[int]:
    """How many significant decimals each of the values needs to look unlike every other one.

    At least ``least``; not more than ``most``, with which values may still look alike. What is
    no ``Finite`` and no ``Fraction`` gets ``least``.

    >>> telling_digits([Fraction(1), 1 - Fraction(1, 2**53), Fraction(2), None], 10)
    [16, 16, 10, 10]
    """
    rationals = [each.value if isinstance(each, Finite) else each for each in values]
    ascending = sorted({each for each in rationals if isinstance(each, Fraction)})
    needs: dict[object, int] = dict.fromkeys(ascending, least)
    for a, b in pairwise(ascending):
        together = floor_log10(max(abs(a), abs(b))) - floor_log10(b - a)
        digits = max(least, min(together, most))
        while digits < most and scientific(a, digits) == scientific(b, digits):
            digits += 1
        needs[a], needs[b] = max(needs[a], digits), max(needs[b], digits)
    return [needs.get(each, least) for each in rationals]


def _rounded_digits(n: int, d: int, digits: int) -> tuple[int, int]:
    """(coefficient, exponent): n / d ~ coefficient * 10**exponent with that many digits."""
    beyond = coefficient = 10**digits
    exponent = about_log10(n, d) - digits
    while coefficient >= beyond:
        exponent += 1
        coefficient = _nearest(*in_units_of_power_of_ten(n, d, exponent))
    return coefficient, exponent


def _nearest(n: int, d: int) -> int:
    """The integer nearest to ``n / d``, the even one of two."""
    whole, rest = divmod(n, d)
    return whole + (2 * rest + (whole & 1) > d)


def _plain_or_exponent(coefficient: int, exponent: int, plain_digits: int) -> str:
    text = integer_text(coefficient)
    stripped = text.rstrip("0")
    exponent += len(text) - len(stripped)
    leading = exponent + len(stripped) - 1
    if -5 < leading < plain_digits:
        if exponent >= 0:
            return stripped + "0" * exponent
        return _point(stripped, -exponent)
    mantissa = stripped[0] + ("." + stripped[1:] if len(stripped) > 1 else "")
    return f"{mantissa}e{leading:+03d}"


def floor_log10(value: Fraction) -> int:
    """The exponent e with ``10**e <= value < 10**(e + 1)``; ``value`` must be positive."""
    return floor_log10_ratio(value.numerator, value.denominator)


def shortest_decimal(fmt: Format, code: int) -> str:
    """The shortest decimal that ties-to-even reads back as ``code``, nearest to it among equals.

    This is what most languages print: 65504 in fp16 comes out as 65500.
    """
    if not is_finite_code(fmt, code):
        raise ValueError(f"{fmt.code_text(code)} is not finite in {fmt.name}")
    negative, place = fmt.sign_and_place(code)
    sign = "-" if negative else ""
    if place == 0 and fmt.has_zero:
        return sign + "0"
    # In a decimal format shorter decimals are values of their own.
    if fmt.base == 2:
        coefficient, exponent = _shortest(fmt, place, negative)
    else:
        coefficient, exponent = fmt.scaled(place, negative)
    return sign + _plain_or_exponent(coefficient, exponent, 16)


def whole_or_shortest(fmt: Format, code: int) -> str:
    """``shortest_decimal``, but of an integer below 2**53 all digits, none of which is a guess.

    >>> from fpviz.core.formats import find_format
    >>> whole_or_shortest(find_format("fp16"), 0x7BFF)
    '65504'
    """
    value = decode(fmt, code).number
    if isinstance(value, Finite) and value.magnitude.denominator == 1 <= value.magnitude < 1 << 53:
        return exact_text(value)
    return shortest_decimal(fmt, code)


def _shortest(fmt: Format, place: int, negative: bool) -> tuple[int, int]:
    """(coefficient, exponent) of the shortest decimal between the midpoints about a place.

    Where the interval is at least as wide as a power of ten, a multiple of that lies in it; of
    ten times that there may be one, and no more. One digit is the least that a decimal has, which
    where posits are far apart takes a smaller unit. The midpoints belong to the even one of their
    neighbours. A format without zero rounds to its least value as if there were one.
    """
    low, value, high, whole, below, significand = _ends(fmt, place, negative)
    for unit in count(floor_log10_ratio(high - low, whole) + 1, -1):
        n, d = in_units_of_power_of_ten(1, whole, unit)
        least = (low * n - (below & 1)) // d + 1
        greatest = (high * n - (significand & 1)) // d
        if least <= greatest and value * n >= d:
            break
    return min(max(_nearest(value * n, d), least), greatest), unit


def _ends(fmt: Format, place: int, negative: bool) -> tuple[int, int, int, int, int, int]:
    """(low, value, high, whole, below, significand): both midpoints about the value at a place, as
    integers over ``whole``, and two integers that are odd where the lower and this value are."""
    if not fmt.has_even_binades:
        ends = (fmt.between(place - 1, 1, 2, negative), fmt.between(place, 1, 2, negative))
        exact = fmt.magnitude(place, negative)
        whole = lcm(exact.denominator, *(end.denominator for end in ends))
        low, value, high = (int(end * whole) for end in (ends[0], exact, ends[1]))
        below_is_odd, is_odd = (fmt.is_odd(place - k, negative) for k in (1, 0))
        return low, value, high, whole, below_is_odd, is_odd
    significand, exponent = fmt.scaled(place, negative)
    below, lower = fmt.scaled(place - 1, negative) if place else (0, exponent)
    finest = min(exponent, lower) - 1
    half, whole = 1 << max(finest, 0), 1 << max(-finest, 0)
    value = (significand << exponent - finest) * half
    low = (value + (below << lower - finest) * half) // 2 if place else half
    high = value + (1 << exponent - finest - 1) * half
    return low, value, high, whole, below, significand


def hexfloat(fmt: Format, code: int) -> str:
    """A finite code of base 2 as a hexadecimal literal of C, with all digits of its fraction field.

    >>> from fpviz.core.formats import find_format
    >>> hexfloat(find_format("fp16"), 0x3C7C)
    '0x1.1f0p+0'
    """
    if not is_finite_code(fmt, code):
        raise ValueError(f"{fmt.code_text(code)} is not finite in {fmt.name}")
    negative, place = fmt.sign_and_place(code)
    sign, (significand, quantum) = "-" if negative else "", fmt.scaled(place, negative)
    if not significand:
        return sign + "0x0p+0"
    exponent = max(significand.bit_length() - 1 + quantum, fmt.emin)
    places = exponent - quantum
    digits = (places + 3) // 4
    whole, fraction = divmod(significand, 1 << places)
    point = f".{fraction << digits * 4 - places:0{digits}x}" if digits else ""
    return f"{sign}0x{whole:x}{point}p{exponent:+d}"


def bit_fields(fmt: Format, code: int) -> tuple[str, ...]:
    """The digits of the fields of a code, the most significant field first."""
    return tuple([field.digits for field in fmt.fields(code)])


def formula_text(fmt: Format, code: int) -> str:
    """How the value of a finite code comes about, in plain text.

    >>> from fpviz.core.formats import find_format
    >>> formula_text(find_format("fp8_e4m3fn"), 0x3A)
    '(−1)^0 × 2^(7−7) × 1.010₂'
    """
    pieces = groupby(fmt.formula(code), key=lambda piece: piece.level)
    return "".join(_LEVELS[level]("".join(piece.text for piece in run)) for level, run in pieces)


_SUBSCRIPTS = str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉")
_LEVELS: Mapping[Level, Callable[[str], str]] = {
    Level.LINE: str,
    Level.RAISED: lambda text: f"^{text}" if text.isdigit() else f"^({text})",
    Level.LOWERED: lambda text: text.translate(_SUBSCRIPTS),
}


@lru_cache(maxsize=256)  # each row of the grid says it whenever its value changes
def widths_text(fmt: Format) -> str:
    """How many bits the fields have: ``1·5·10``, of sign, exponent and fraction where there are no
    others; ``…`` for all that varies."""
    fields = fmt.shape
    if not fmt.has_fixed_shape:
        return f"{fields[0].width}·…"
    kinds = [field.kind for field in fields]
    usual = [kind for kind in IEEE_KINDS if kind in kinds]
    if FieldKind.EXPONENT in kinds and kinds == usual:
        return "·".join(str(field_of(fields, kind).width) for kind in IEEE_KINDS)
    return "·".join(str(field.width) for field in fields)


THIN_SPACE, NARROW_NO_BREAK_SPACE = "\u2009", "\u202f"


def grouped(number: int, space: str = THIN_SPACE) -> str:
    """An integer with its digits in groups of three."""
    return f"{number:,}".replace(",", space)


def superscript(value: int) -> str:
    """An integer in raised digits: ``⁻¹⁴``."""
    return str(value).translate(_SUPERSCRIPTS)


def power_text(value: Fraction) -> str | None:
    """``2⁻¹⁰`` for a power of two, ``None`` for any other number."""
    n, d = value.numerator, value.denominator
    if n <= 0 or n & (n - 1) or d & (d - 1):
        return None
    return "2" + superscript(n.bit_length() - d.bit_length())


def brief(number: Number, digits: int = 30) -> str:
    """An exact number for a narrow place: complete while it is short, else its leading digits.

    What is cut ends in ``…``.
    """
    if not isinstance(number, Finite):
        return exact_text(number)
    sign, magnitude = "-" if number.negative else "", number.magnitude
    if not magnitude:
        return sign + "0"
    if magnitude.numerator.bit_length() + magnitude.denominator.bit_length() < 512:
        text = exact_decimal(magnitude)
        if len(text) <= digits + 2 and "/" not in text:
            return sign + text
    coefficient, last = _rounded_digits(magnitude.numerator, magnitude.denominator, digits)
    n, d = in_units_of_power_of_ten(magnitude.numerator, magnitude.denominator, last)
    mantissa, e, exponent = _plain_or_exponent(coefficient, last, max(digits, 7)).partition("e")
    return sign + mantissa + ("" if n == coefficient * d else "…") + e + exponent


def value_brief(decoded: Decoded) -> str:
    """A value for a narrow place, with digits enough to tell it from its neighbours."""
    return brief_in(decoded.format, decoded.number)


def brief_in(fmt: Format, number: Number) -> str:
    """A number for a narrow place, with digits enough to tell apart those that a format holds,
    and the midpoints between them."""
    return brief(number, max(30, 4 + fmt.precision * 302 // 1000))


def columns(text: str) -> int:
    """How many columns a text takes in a monospaced face: Chinese characters take two each."""
    if text.isascii():
        return len(text)
    return sum(2 if east_asian_width(symbol) in "WF" else 1 for symbol in text)


def padded(text: str, width: int) -> str:
    """A text with as many spaces behind it as it takes to fill ``width`` columns."""
    return text + " " * (width - columns(text))
