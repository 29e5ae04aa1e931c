"""Numbers and formats as a script in Python has them, exactly."""

from __future__ import annotations

from contextlib import suppress
from fractions import Fraction

from fpviz.core.arithmetic.rounding import encode
from fpviz.core.formats import NAMED_SPECIALS, BinaryFormat, Format, binary_layout
from fpviz.core.numbers import Finite, Infinity, NaN, finite
from fpviz.core.phrase import Complaint, phrase

MOST_STEPS = 1_000_000
"""Steps that exact arithmetic in Python makes in seconds."""

NUMPY_AS_NP = "import numpy as np"


def quoted(value: object) -> str:
    """A value as Python writes it, texts in double quotes."""
    return f'"{value}"' if isinstance(value, str) else repr(value)


def number_text(number: object) -> str:
    """An exact number as Python writes it: a float where that holds it, else a Fraction."""
    if isinstance(number, Infinity):
        return 'float("-inf")' if number.negative else 'float("inf")'
    if not isinstance(number, Finite):
        return 'float("-nan")' if isinstance(number, NaN) and number.negative else 'float("nan")'
    if number.is_zero:
        return "-0.0" if number.negative else "0.0"
    return fraction_text(number.value)


def fraction_text(value: Fraction) -> str:
    """A rational as Python writes it: a float where that holds it, else a Fraction."""
    with suppress(OverflowError):  # beyond binary64 there is no float to write
        if Fraction(float(value)) == value:
            return repr(float(value))
    n, d = value.as_integer_ratio()
    zeros = (n & -n).bit_length() - d.bit_length()  # the power of two in it, if d is one
    if d & (d - 1) or abs(zeros) < 64:
        return f"Fraction({n}, {d})"
    return f"Fraction({n // (n & -n)}) * Fraction(2) ** {zeros}"


def holds(fmt: Format, value: Fraction) -> bool:
    """Whether a number is a value of a format."""
    return not encode(fmt, finite(value)).flags


def layout_of(fmt: Format) -> BinaryFormat:
    """The widths and the bias of a format, which our own arithmetic in scripts is made of."""
    layout = binary_layout(fmt)
    if layout and layout.signed and layout.subnormals and layout.specials in NAMED_SPECIALS:
        return layout
    raise Complaint(phrase("{format}: scripts have no arithmetic for it", format=fmt.name))


def layout_values(fmt: Format) -> tuple[int | str, ...]:
    """The same as the values with which a script makes the format."""
    of = layout_of(fmt)
    return of.exponent_width, of.fraction_width, of.bias, of.specials.key
