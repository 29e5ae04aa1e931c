"""An update on its way to a weight: what is added, what would be enough, what comes of it."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from fpviz.core.arithmetic.operands import taken
from fpviz.core.arithmetic.rounding import Rules, encode
from fpviz.core.formats import Format
from fpviz.core.formats.decoding import is_finite_code, value_of
from fpviz.core.formats.order import ulp
from fpviz.core.line.view import neighbours
from fpviz.core.line.zones import rounding_interval
from fpviz.core.numbers import finite


@dataclass(frozen=True, slots=True)
class Pending:
    """One addition ``w + g`` in one format, before and after rounding; everything is exact.

    ``gap`` is the distance from the weight to the next value on the side of the update, ``ulp``
    the weight's ulp (twice the gap on the inner side of a power of two). ``border`` is where, on
    that side, rounding leaves the weight; ``None`` if it never does. ``code`` is what the sum
    rounds to.
    """

    format: Format
    weight: Fraction
    update: Fraction
    code: int
    gap: Fraction
    ulp: Fraction
    border: Fraction | None

    @property
    def total(self) -> Fraction:
        """The sum that is rounded."""
        return self.weight + self.update

    @property
    def ulps(self) -> Fraction:
        """The update in ulps of the weight."""
        return self.update / self.ulp

    @property
    def result(self) -> Fraction | None:
        """The value of the rounded sum, or ``None`` for an infinity or a NaN."""
        return value_of(self.format, self.code) if is_finite_code(self.format, self.code) else None

    @property
    def is_below_half(self) -> bool:
        """Whether the update is shorter than half the gap."""
        return 2 * abs(self.update) < self.gap

    @property
    def is_swamped(self) -> bool:
        """Whether the update leaves the weight as it is."""
        return bool(self.update) and self.result == self.weight


def pending(fmt: Format, code: int, update: Fraction, rules: Rules = Rules()) -> Pending | None:
    """What becomes of ``update``, added to the weight ``code``; ``None`` if that is not finite.

    With DAZ a subnormal weight is the zero as which the addition takes it.

    >>> from fpviz.core.formats import find_format
    >>> addition = pending(find_format("fp16"), 0x3C80, Fraction(881, 2**21))
    >>> float(addition.ulps), addition.is_swamped
    (0.43017578125, True)
    """
    _, code = taken((fmt, code), rules)
    spacing = ulp(fmt, code)
    if spacing is None:
        return None
    weight = value_of(fmt, code)
    below, above = neighbours(fmt, weight)
    up = update >= 0
    if not weight and fmt.has_negative_zero:  # both zeros are one value: take the nearer's border
        code = fmt.code_at(0, negative=not up)
    interval = rounding_interval(fmt, code, rules)
    border = None if interval is None else (interval.hi if up else interval.lo)
    return Pending(
        format=fmt,
        weight=weight,
        update=update,
        code=encode(fmt, finite(weight + update), rules).code,
        gap=above - weight if up else weight - below,
        ulp=spacing,
        border=border,
    )
