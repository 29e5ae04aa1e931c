"""What becomes of elements, one by one, by exact fractions: what censuses are held against."""

from __future__ import annotations

from collections import Counter
from fractions import Fraction

from fpviz.core.arithmetic.rounding import Flags, encode
from fpviz.core.formats.decoding import value_of
from fpviz.core.numbers import finite
from fpviz.data.census.fates import Fate


def least_of(fmt, negative, flush):
    """The smallest magnitude that rounding can deliver."""
    place = fmt.min_normal_place if flush else fmt.smallest_place
    return fmt.magnitude(place, negative and fmt.signed)


def names_of(value, fmt, rules):
    """The names of ``Fate`` under which a number that is not zero is counted."""
    negative, magnitude = value < 0, abs(value)
    rounded = encode(fmt, finite(value), rules)
    if Flags.INVALID in rounded.flags:
        return ["invalid"]
    result = None if Flags.OVERFLOW in rounded.flags else abs(value_of(fmt, rounded.code))
    if negative and not fmt.signed:
        return ["flushed", "to_zero"]
    least, greatest = (
        least_of(fmt, negative, rules.flush),
        fmt.magnitude(fmt.last_place(negative), negative),
    )
    if result is None:
        return ["overflow"]
    names = []
    if magnitude > greatest:
        names.append("rounded_down")
    if result == 0:
        return [*names, "flushed", "to_zero"]
    if magnitude < least:
        names.append("rounded_up")
    is_subnormal = fmt.has_subnormals and result < fmt.magnitude(fmt.min_normal_place, negative)
    return [*names, "subnormal" if is_subnormal else "normal"]


def fate_of(source, codes, fmt, rules, scale):
    """The fate of the elements with these codes at the scale ``2**scale``."""
    counts = Counter()
    for code in codes:
        if source.is_nan(code):
            counts["nan"] += 1
        elif not source.is_finite(code):
            counts["infinite"] += 1
        elif value := value_of(source, code):
            counts.update(names_of(value * Fraction(2) ** scale, fmt, rules))
        else:
            counts["zero"] += 1
    return Fate(**{name: counts[name] for name in Fate._fields})
