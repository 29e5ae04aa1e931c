"""How far apart the values of a format are: ulp(x) and ulp(x)/x against the magnitude of x.

Everything is said in exponents of two, which are exact: the ulp is a power of two, level in each
binade, so that ``ulp(x)`` is a staircase and ``ulp(x) / x`` a sawtooth on logarithmic scales.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache

from fpviz.core.arithmetic.rounding import Rules
from fpviz.core.formats import Format
from fpviz.core.line.zones import ZoneKind, zones
from fpviz.core.numbers import floor_log2

Corner = tuple[int, int]
"""A corner of a curve: the exponents of two of its |x| and of its height."""


@dataclass(frozen=True, slots=True)
class Spacing:
    """The spacing of one format's values, as far as rounding delivers them.

    ``smallest`` is the least positive magnitude that is delivered, ``zero_limit`` the magnitude up
    to which numbers become zero (0: none does), ``overflow`` where overflow begins (``None``: it
    saturates, or never leaves the finite numbers), all for positive numbers.
    """

    format: Format
    smallest: Fraction
    zero_limit: Fraction
    overflow: Fraction | None

    def ulp_exponent(self, exponent: int) -> int:
        """The exponent of the ulp of all x with ``2**exponent <= |x| < 2**(exponent + 1)``."""
        return self.format.quantum_at(exponent)

    @property
    def binades(self) -> range:
        """The exponents of the binades that hold values."""
        return range(floor_log2(self.smallest), self.format.emax + 1)


@dataclass(frozen=True, slots=True)
class SpacingCurve:
    """The corners of a curve, joined by straight lines; ``is_thinned`` where teeth were left out.

    Of a thinned staircase only the left ends of the steps lie on the line, of a thinned sawtooth
    only the peaks; the rest lies up to a factor of two below.
    """

    corners: tuple[Corner, ...]
    is_thinned: bool


@lru_cache(maxsize=256)
def spacing(fmt: Format, rules: Rules = Rules()) -> Spacing:
    """The spacing of ``fmt`` under these rules: flushing takes the plateau away.

    >>> from fpviz.core.formats import find_format
    >>> fp16 = spacing(find_format("fp16"))
    >>> fp16.ulp_exponent(-20), fp16.ulp_exponent(0), fp16.zero_limit, fp16.overflow
    (-24, -10, Fraction(1, 33554432), Fraction(65520, 1))
    """
    found = {zone.kind: zone for zone in zones(fmt, rules) if zone.hi is None or zone.hi > 0}
    to_zero, over = found.get(ZoneKind.TO_ZERO), found.get(ZoneKind.OVERFLOW)
    return Spacing(
        format=fmt,
        smallest=fmt.min_normal if rules.flush else fmt.smallest,
        zero_limit=Fraction(0) if to_zero is None or to_zero.hi is None else to_zero.hi,
        overflow=None if over is None else over.lo,
    )


def staircase(of: Spacing, inside: range, at_most: int) -> SpacingCurve:
    """``ulp(x)`` over the binades ``inside``, one step each but for the plateau."""
    return _curve(of, inside, at_most, sawtooth=False)


def sawtooth(of: Spacing, inside: range, at_most: int) -> SpacingCurve:
    """``ulp(x) / |x|`` over the binades ``inside``: it halves along each, and jumps back."""
    return _curve(of, inside, at_most, sawtooth=True)


def _curve(of: Spacing, inside: range, at_most: int, *, sawtooth: bool) -> SpacingCurve:
    first = max(of.binades.start, inside.start)
    last = min(of.binades.stop, inside.stop)
    if last <= first:
        return SpacingCurve((), False)
    level = min(max(of.format.emin, first), last)  # the plateau ends in the first normal binade
    starts = [first, *range(max(level + 1, first + 1), last)]
    thinned = len(starts) > at_most
    if thinned:
        starts = [first, level, last - 1] if level > first else [first, last - 1]
    corners: list[Corner] = []
    for start, end in zip(starts, [*starts[1:], last], strict=True):
        ulp = of.ulp_exponent(start)
        left, right = (ulp - start, ulp - end) if sawtooth else (ulp, ulp)
        corners.append((start, left))
        if not thinned or start == starts[-1] or start < level:
            corners.append((end, right))
    return SpacingCurve(tuple(corners), thinned)
