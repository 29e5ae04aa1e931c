"""Gradients of all magnitudes, and where they lie among the zones of a format under a scale 2^k.

Gradient i of n is ``2^(centre + spread·z)`` with ``z = Φ⁻¹((i + ½)/n)``, the quantiles of a
log-normal distribution, in binary64; signs alternate, the first being positive. Magnitudes rise
with i, so each zone is a range of i, and its ends are found by bisection.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property, lru_cache
from statistics import NormalDist

from fpviz.core.arithmetic.rounding import Rules
from fpviz.core.formats import Format, find_format
from fpviz.core.line.histogram import Sample, sample
from fpviz.core.line.zones import Zone, ZoneKind, zones
from fpviz.core.numbers import floor_log2, power_of_two
from fpviz.core.phrase import phrase, verbatim
from fpviz.experiments.engine.parameter_kinds import finite_value
from fpviz.experiments.engine.parameters import GRADIENT_FORMAT, Arguments
from fpviz.experiments.engine.plot import BinadeCount, Histogram
from fpviz.experiments.engine.typed_numbers import rules_of
from fpviz.experiments.static_loss_scale.parameters import CENTRE, COUNT, SPREAD

KINDS = (
    ZoneKind.TO_ZERO,
    ZoneKind.UP_TO_SMALLEST,
    ZoneKind.SUBNORMAL,
    ZoneKind.NORMAL,
    ZoneKind.DOWN_TO_LARGEST,
    ZoneKind.OVERFLOW,
)
NAMES = ("zero", "rounded-up", "subnormal", "normal", "rounded-down", "overflow")
LABELS = (
    phrase("to zero"),
    phrase("up to the smallest"),
    phrase("subnormal"),
    phrase("normal"),
    phrase("down to the largest"),
    phrase("overflow"),
)


@dataclass(frozen=True)
class Gradients:
    """The magnitudes, in ascending order, and their places among the zones of a format."""

    count: int
    centre: float
    spread: float
    format: Format
    rules: Rules

    def magnitude(self, i: int) -> float:
        """|g_i|, binary64."""
        z = NormalDist().inv_cdf((i + 0.5) / self.count)
        return float(2.0 ** (self.centre + self.spread * z))

    def first(self, passes: Callable[[float], bool]) -> int:
        """The least i whose magnitude passes a test that all larger ones pass; else the count."""
        return bisect_left(range(self.count), True, key=lambda i: passes(self.magnitude(i)))

    @cached_property
    def sides(self) -> tuple[dict[ZoneKind, Zone], ...]:
        """The zones of positive numbers, and those of negative ones as magnitudes."""
        found = zones(self.format, self.rules)
        positive = {zone.kind: zone for zone in found if zone.lo is not None and zone.lo >= 0}
        negative = {
            zone.kind: zone.mirrored() for zone in found if zone.hi is not None and zone.hi <= 0
        }
        return positive, negative if self.format.signed else positive

    def counts(self, k: int) -> tuple[int, ...]:
        """How many of the gradients, times 2^k, lie in each of ``KINDS``."""
        return self.counts_between(k, 0, self.count)

    def counts_between(self, k: int, start: int, end: int) -> tuple[int, ...]:
        """The same for gradients ``start`` to ``end`` - 1."""
        found = [0] * len(KINDS)
        for parity in (0, 1):  # even ones are positive, odd ones negative
            cuts = [min(max(cut, start), end) for cut in self._cuts(k, parity)]
            for i, (lo, hi) in enumerate(zip([start, *cuts], [*cuts, end], strict=True)):
                found[i] += (hi - parity + 1) // 2 - (lo - parity + 1) // 2
        return tuple(found)

    @lru_cache(maxsize=256)  # noqa: B019 - of a frozen value, which lives as long as its run
    def _cuts(self, k: int, side: int) -> tuple[int, ...]:
        """For each zone after the first, the least i that lies in it or beyond."""
        scale, by_kind = power_of_two(-k), self.sides[side]
        cuts, following = [], self.count
        for kind in reversed(KINDS[1:]):
            zone = by_kind.get(kind)
            if zone is not None and zone.lo is not None:
                following = self.first(_reaches(zone.lo * scale, zone.lo_closed))
            cuts.append(following)
        return tuple(reversed(cuts))


def _reaches(limit: Fraction, closed: bool) -> Callable[[float], bool]:
    return (lambda x: x >= limit) if closed else (lambda x: x > limit)


def gradients_of(arguments: Arguments) -> Gradients:
    """The distribution. Raises ParameterError where binary64 could not hold all of it."""
    centre, spread = finite_value(arguments[CENTRE]), finite_value(arguments[SPREAD])
    if spread < 0:
        raise SPREAD.error(phrase("a spread must not be negative"))
    if abs(centre) + 7 * spread > 900:
        raise (CENTRE if abs(centre) > 900 else SPREAD).error(
            phrase("centre and spread must leave log₂ of all gradients within ±900")
        )
    fmt = arguments[GRADIENT_FORMAT]
    if not fmt.has_zero:
        raise GRADIENT_FORMAT.error(
            phrase("{format} has neither signs nor zero, which gradients need", format=fmt.name)
        )
    return Gradients(arguments[COUNT], float(centre), float(spread), fmt, rules_of(arguments))


def histogram(gradients: Gradients, k: int) -> Histogram:
    """The gradients times 2^k by exponent."""
    ends = (gradients.magnitude(0), gradients.magnitude(gradients.count - 1))
    low, high = (floor_log2(Fraction(end)) for end in ends)
    bars = []
    start = 0
    for exponent in range(low, high + 1):
        end = gradients.first(_reaches(power_of_two(exponent + 1), closed=True))
        bars.append(BinadeCount(exponent + k, gradients.counts_between(k, start, end)))
        start = end
    by_kind = gradients.sides[0]
    borders = [zone.lo for kind in KINDS[1:] if (zone := by_kind.get(kind)) and zone.lo is not None]
    return Histogram(
        verbatim("log₂ |S·g|"), LABELS, KINDS, gradients.counts(k), tuple(bars), tuple(borders)
    )


@lru_cache(maxsize=4)
def sample_of(count: int, centre: float, spread: float) -> Sample:
    """The gradients themselves: ascending magnitudes, alternating signs."""
    of = Gradients(count, centre, spread, find_format("fp16"), Rules())
    signed = (-of.magnitude(i) if i % 2 else of.magnitude(i) for i in range(count))
    return sample(phrase("gradients"), signed)


@dataclass(frozen=True)
class SafeScales:
    """The least k that loses no gradient to zero and the largest without overflow.

    ``None`` where no k loses any, or none lets any overflow.
    """

    low: int | None
    high: int | None

    @classmethod
    def of(cls, gradients: Gradients) -> SafeScales:
        """The safe scales of a distribution, wherever it lies."""
        reach = range(-2400, 2401)
        overflows = bisect_left(reach, 1, key=lambda k: min(1, gradients.counts(k)[-1]))
        keeps = bisect_left(reach, 1, key=lambda k: int(not gradients.counts(k)[0]))
        inside = range(1, len(reach))
        return cls(
            reach[keeps] if keeps in inside else None,
            reach[overflows] - 1 if overflows in inside else None,
        )
