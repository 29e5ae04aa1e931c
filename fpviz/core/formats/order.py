"""The order of a format's values: neighbours, ordinals, and the distance between values."""

from __future__ import annotations

from fractions import Fraction

from fpviz.core.formats import Format
from fpviz.core.formats.decoding import is_finite_code, is_nan_code
from fpviz.core.numbers import floor_log2, power_of_two


def ordinal(fmt: Format, code: int) -> int:
    """The place of a code among all values: 0 for both zeros, odd about zero, consecutive.

    Infinities stand one beyond the largest finite value. Raises ValueError for a NaN.
    """
    if is_nan_code(fmt, code):
        raise ValueError(f"{fmt.code_text(code)} is a NaN of {fmt.name} and has no place in order")
    return _place(fmt, code)


def _place(fmt: Format, code: int) -> int:
    magnitude = code & fmt.magnitude_mask
    return -magnitude if code & fmt.sign_mask else magnitude


def code_at(fmt: Format, place: int) -> int:
    """The code at a place in the order; +0 at 0. The inverse of ``ordinal``.

    Raises ValueError beyond the ends.
    """
    if not first_ordinal(fmt) <= place <= last_ordinal(fmt):
        raise ValueError(f"{fmt.name} has no value number {place}")
    return _code(fmt, place)


def _code(fmt: Format, place: int) -> int:
    return place if place >= 0 else fmt.sign_mask | -place


def last_ordinal(fmt: Format) -> int:
    """The place of +infinity, or of the largest value in a format without one."""
    return fmt.largest_code if fmt.infinity_code is None else fmt.infinity_code


def first_ordinal(fmt: Format) -> int:
    """The place of the least value, -infinity where there is one."""
    return -last_ordinal(fmt) if fmt.signed else fmt.smallest_code


def next_up(fmt: Format, code: int) -> int | None:
    """The code of the least value greater than ``code``'s (IEEE 754-2019, 5.3.1).

    ``None`` above the greatest value, and for a NaN.
    """
    return _step(fmt, code, 1)


def next_down(fmt: Format, code: int) -> int | None:
    """The code of the greatest value less than ``code``'s; ``None`` where there is none."""
    return _step(fmt, code, -1)


def _step(fmt: Format, code: int, step: int) -> int | None:
    if is_nan_code(fmt, code):
        return None
    place = _place(fmt, code) + step
    if not first_ordinal(fmt) <= place <= last_ordinal(fmt):
        return None
    if place == 0 and step > 0 and fmt.has_negative_zero:
        return fmt.sign_mask  # from below, the next value is -0
    return _code(fmt, place)


def ulp(fmt: Format, code: int) -> Fraction | None:
    """The distance between consecutive values in the binade of a finite code, else ``None``."""
    if not is_finite_code(fmt, code):
        return None
    return power_of_two(fmt.scaled(code & fmt.magnitude_mask)[1])


def ulp_at(fmt: Format, magnitude: Fraction) -> Fraction:
    """The distance between consecutive values in the binade of any non-negative real."""
    exponent = floor_log2(magnitude) if magnitude else fmt.emin
    return power_of_two(max(exponent, fmt.emin) - fmt.fraction_width)


def places_below(fmt: Format, magnitude: Fraction) -> int:
    """How far the positive values reach up to ``magnitude``: the largest magnitude code whose
    value is <= it (0 where it is below all; never beyond the largest finite code)."""
    if magnitude < fmt.smallest:
        return 0 if fmt.has_zero else -1
    if magnitude >= fmt.largest:
        return fmt.largest_code
    exponent = max(floor_log2(magnitude), fmt.emin)
    quantum = exponent - fmt.fraction_width
    significand = int(magnitude / power_of_two(quantum))
    code = ((quantum - fmt.quantum_exponent) << fmt.fraction_width) + significand
    return code - (0 if fmt.has_zero else 1 << fmt.fraction_width)
