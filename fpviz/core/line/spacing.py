"""How far apart the values of a format are: ulp(x) and ulp(x)/x against the magnitude of x.

Everything is said in logarithms to the base of two. In most formats these are integers, and exact:
the ulp is a power of two, level in each stretch, so that ``ulp(x)`` is a staircase and
``ulp(x) / x`` a sawtooth on logarithmic scales.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from itertools import chain, islice
from math import floor
from typing import NamedTuple

from fpviz.core.arithmetic.rounding import Rules
from fpviz.core.formats import Format
from fpviz.core.line.axis import log2
from fpviz.core.line.zones import ZoneKind, zones
from fpviz.core.numbers import floor_log2, is_power, power_of_two

Corner = tuple[float, float]
"""A corner of a curve: the logarithms of its |x| and of its height."""


class Plateau(NamedTuple):
    """Magnitudes from ``lo`` up to below ``hi`` with the same ``ulp``."""

    lo: Fraction
    hi: Fraction
    ulp: Fraction


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

    def level(self, exponent: float) -> Plateau:
        """The level at ``2**exponent``: one binade, where binades are even."""
        if self.format.has_even_binades:
            binade = floor(exponent)
            lo, ulp = power_of_two(binade), power_of_two(self.format.quantum_at(binade))
            return Plateau(lo, 2 * lo, ulp)
        whole = floor(exponent)
        return self.level_at(Fraction(2.0 ** (exponent - whole)) * power_of_two(whole))

    def level_at(self, magnitude: Fraction) -> Plateau:
        """The level that a magnitude lies on, as long as values are equally far apart."""
        stretch = self.format.stretch_at(magnitude)
        return Plateau(stretch.start, stretch.end, stretch.spacing)

    @property
    def binades(self) -> range:
        """The exponents of the binades that hold values."""
        return range(floor_log2(self.smallest), floor_log2(self.format.largest) + 1)


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
    >>> fp16.level(-20).ulp, fp16.level(0).ulp, fp16.zero_limit, fp16.overflow
    (Fraction(1, 16777216), Fraction(1, 1024), Fraction(1, 33554432), Fraction(65520, 1))
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
    has_plateau = _has_plateau(of.format)
    of_levels = _binades if has_plateau else _levels
    starts = list(islice(of_levels(of, first, last, level), at_most + 1))
    thinned = len(starts) > at_most
    if thinned and has_plateau:
        starts = [first, level, last - 1] if level > first else [first, last - 1]
    elif thinned:  # no straight line: some of the binades
        starts = [*range(first, last - 1, -(-(last - first) // at_most)), last - 1]
    corners: list[Corner] = []
    for start, end in zip(starts, [*starts[1:], last], strict=True):
        ulp = _log2(of.level(start).ulp)
        left, right = (ulp - start, ulp - end) if sawtooth else (ulp, ulp)
        corners.append((start, left))
        if not thinned or start == starts[-1] or (has_plateau and start < level):
            corners.append((end, right))
    return SpacingCurve(tuple(corners), thinned)


def _has_plateau(fmt: Format) -> bool:
    """Whether values are equally far apart up to the first normal binade, and even beyond."""
    if not fmt.has_even_binades:
        return False
    return fmt.quantum_at(floor_log2(fmt.smallest)) == fmt.quantum_at(fmt.emin)


def _binades(_of: Spacing, first: int, last: int, level: int) -> Iterator[float]:
    """Where the steps of even binades begin: one, but for the plateau up to ``level``."""
    return chain((first,), range(max(level + 1, first + 1), last))


def _levels(of: Spacing, first: int, last: int, _level: int) -> Iterator[float]:
    """Where the levels begin, as long as values are equally far apart."""
    yield first
    end, at = power_of_two(last), of.level_at(max(power_of_two(first), of.smallest)).hi
    while at < end:
        yield _log2(at)
        at = of.level_at(at).hi


def _log2(x: Fraction) -> float:
    """The logarithm, an integer of a power of two."""
    return floor_log2(x) if is_power(x, 2) else log2(x)
