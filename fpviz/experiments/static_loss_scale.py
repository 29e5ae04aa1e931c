"""Static loss scaling: where a whole distribution of gradients lies among the zones of a format.

Gradient i of n is ``2^(centre + spread·z)`` with ``z = Φ⁻¹((i + ½)/n)``, the quantiles of a
log-normal distribution, in binary64; signs alternate, the first being positive. Magnitudes rise
with i, so each zone is a range of i, and its ends are found by bisection.

The steps of the run are not steps of training but values of k: S = 2^k, k from -24 to 40.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property, lru_cache, partial
from statistics import NormalDist

from fpviz.core.arithmetic.rounding import Rules
from fpviz.core.formats import Format
from fpviz.core.line.zones import Zone, ZoneKind, zones
from fpviz.core.numbers import floor_log2, power_of_two
from fpviz.core.phrase import Phrase, phrase, template, verbatim
from fpviz.core.text import superscript
from fpviz.experiments.engine.counterparts import CAST, who
from fpviz.experiments.engine.courses import NumberCourse
from fpviz.experiments.engine.experiment import (
    Curve,
    Experiment,
    Lesson,
    Outcome,
    Progress,
    Readout,
    RoundingStep,
    Run,
    brief,
)
from fpviz.experiments.engine.outline import Outline
from fpviz.experiments.engine.parameters import (
    FLUSH,
    OVERFLOW,
    ROUNDING,
    Count,
    ExactNumber,
    Exponent,
    FormatName,
    Parameter,
    Settings,
    finite_value,
)
from fpviz.experiments.engine.plot import Axis, Bar, Histogram
from fpviz.experiments.engine.typed_numbers import rules_of

LEAST_K, MOST_K = -24, 40

SCALE_EXPONENT = Parameter(
    "k",
    verbatim("log₂ S"),
    Exponent(LEAST_K, MOST_K),
    "0",
    phrase("The loss, and so each gradient, is multiplied by 2^k."),
)
FORMAT = Parameter(
    "gradient-format",
    phrase("Gradients in"),
    FormatName(),
    "fp16",
    phrase("The format that the scaled gradients are rounded to."),
)
CENTRE = Parameter(
    "centre",
    phrase("Centre"),
    ExactNumber(),
    "-22",
    phrase("log₂ of the median magnitude of the gradients."),
)
SPREAD = Parameter(
    "spread",
    phrase("Spread"),
    ExactNumber(),
    "5",
    phrase("The standard deviation of log₂ of the magnitudes."),
)
COUNT = Parameter(
    "count",
    phrase("Gradients"),
    Count(1, 10**9),
    "100000",
    phrase("How many gradients there are; at most 10^9."),
)

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
_MEANING = phrase("How many of the gradients, times 2^k, fall into this zone.")

_LOST = template(
    "With S = 2{k}, {zeros} of {count} gradients become zero and {overflows} overflow."
)
_ZERO_BELOW = template("Positive gradients become zero below {g}, where S·g is {scaled}.")
_OVERFLOW_ABOVE = template("Positive gradients overflow above {g}, where S·g is {scaled}.")
_WINDOW = template("Every k from {low} to {high} is safe: nothing becomes zero, nothing overflows.")
_CONFLICT = template(
    "No scale keeps all: up to k = {high} nothing overflows, and {zeros} gradients are lost "
    "there; from k = {low} none is lost, and {overflows} overflow there."
)
_UP_TO = template("Every k up to {high} is safe: nothing becomes zero, nothing overflows.")
_FROM = template("Every k from {low} on is safe: nothing becomes zero, nothing overflows.")
_ANY = template("Every k is safe: nothing becomes zero, nothing overflows.")


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


def _outline(_settings: Settings) -> Outline:
    return Outline(NAMES, MOST_K - LEAST_K, measured=False)


def _run(settings: Settings, _progress: Progress) -> Run:
    gradients = _gradients(settings)
    told = who(CAST, gradients.rules, gradients.format)
    curves = tuple(
        Curve(
            name,
            label,
            _MEANING,
            NumberCourse(partial(_count_at, gradients, i)),
            who=told,
            zone=kind,
        )
        for i, (kind, name, label) in enumerate(zip(KINDS, NAMES, LABELS, strict=True))
    )
    return Run(
        experiment=STATIC_LOSS_SCALE.name,
        settings=settings,
        steps=MOST_K - LEAST_K,
        curves=curves,
        readouts=tuple(_readouts(gradients, settings[SCALE_EXPONENT])),
        rounding_steps=(RoundingStep(phrase("S · gradient"), gradients.format),),
        explain=partial(_explain, gradients),
        reference=None,
        focus=NAMES[0],
        first_look=settings[SCALE_EXPONENT] - LEAST_K,
        histogram=_histogram(gradients, settings[SCALE_EXPONENT]),
        horizontal=Axis(verbatim("log₂ S"), origin=LEAST_K),
        vertical=Axis(phrase("gradients")),
    )


def _gradients(settings: Settings) -> Gradients:
    """The distribution. Raises ParameterError where binary64 could not hold all of it."""
    centre, spread = finite_value(settings[CENTRE]), finite_value(settings[SPREAD])
    if spread < 0:
        raise SPREAD.error(phrase("a spread must not be negative"))
    if abs(centre) + 7 * spread > 900:
        raise (CENTRE if abs(centre) > 900 else SPREAD).error(
            phrase("centre and spread must leave log₂ of all gradients within ±900")
        )
    fmt = settings[FORMAT]
    if not fmt.has_zero:
        raise FORMAT.error(
            phrase("{format} has neither signs nor zero, which gradients need", format=fmt.name)
        )
    return Gradients(settings[COUNT], float(centre), float(spread), fmt, rules_of(settings))


def _count_at(gradients: Gradients, zone: int, t: int) -> int:
    return gradients.counts(t + LEAST_K)[zone]


def _histogram(gradients: Gradients, k: int) -> Histogram:
    """The gradients times 2^k by exponent."""
    ends = (gradients.magnitude(0), gradients.magnitude(gradients.count - 1))
    low, high = (floor_log2(Fraction(end)) for end in ends)
    bars = []
    start = 0
    for exponent in range(low, high + 1):
        end = gradients.first(_reaches(power_of_two(exponent + 1), closed=True))
        bars.append(Bar(exponent + k, gradients.counts_between(k, start, end)))
        start = end
    by_kind = gradients.sides[0]
    borders = [zone.lo for kind in KINDS[1:] if (zone := by_kind.get(kind)) and zone.lo is not None]
    return Histogram(
        verbatim("log₂ |S·g|"), LABELS, KINDS, gradients.counts(k), tuple(bars), tuple(borders)
    )


def _readouts(gradients: Gradients, k: int) -> Iterator[Readout]:
    counts = gradients.counts(k)
    yield Readout("scale", verbatim("S"), power_of_two(k))
    for name, zone, count in zip(NAMES, LABELS, counts, strict=True):
        label, part = phrase("Gradients: {zone}", zone=zone), Fraction(100 * count, gradients.count)
        yield Readout(f"{name}.count", label, count, short=phrase("how many"))
        yield Readout(f"{name}.percent", label, part, verbatim("%"), short=phrase("which part"))
    window = Window.of(gradients)
    low, high = window.low, window.high
    yield Readout("window.high", phrase("Largest k without overflow"), high)
    if high is not None:
        lost = gradients.counts(high)[0]
        yield Readout("window.high-zeros", phrase("Gradients lost there"), lost)
    yield Readout("window.low", phrase("Least k that loses none to zero"), low)
    if low is not None:
        overflows = gradients.counts(low)[-1]
        yield Readout("window.low-overflows", phrase("Overflows there"), overflows)
    yield Readout("window", phrase("Safe scales"), _window_phrase(gradients))


@dataclass(frozen=True)
class Window:
    """The least k that loses no gradient to zero and the largest without overflow.

    ``None`` where no k loses any, or none lets any overflow.
    """

    low: int | None
    high: int | None

    @classmethod
    def of(cls, gradients: Gradients) -> Window:
        """The window of a distribution, wherever it lies."""
        reach = range(-2400, 2401)
        overflows = bisect_left(reach, 1, key=lambda k: min(1, gradients.counts(k)[-1]))
        keeps = bisect_left(reach, 1, key=lambda k: int(not gradients.counts(k)[0]))
        inside = range(1, len(reach))
        return cls(
            reach[keeps] if keeps in inside else None,
            reach[overflows] - 1 if overflows in inside else None,
        )


def _window_phrase(gradients: Gradients) -> Phrase:
    match Window.of(gradients):
        case Window(None, None):
            return phrase(_ANY)
        case Window(None, high):
            return phrase(_UP_TO, high=str(high))
        case Window(low, None):
            return phrase(_FROM, low=str(low))
        case Window(int(low), int(high)) if low > high:
            zeros, overflows = str(gradients.counts(high)[0]), str(gradients.counts(low)[-1])
            return phrase(_CONFLICT, low=str(low), high=str(high), zeros=zeros, overflows=overflows)
        case Window(low, high):
            return phrase(_WINDOW, low=str(low), high=str(high))


def _explain(gradients: Gradients, t: int, _curve: str) -> Lesson:
    k = t + LEAST_K
    counts = gradients.counts(k)
    lost = phrase(
        _LOST,
        k=superscript(k),
        zeros=str(counts[0]),
        count=str(gradients.count),
        overflows=str(counts[-1]),
    )
    if counts[-1]:
        title, outcome = phrase("The scale is too large"), Outcome.OVERFLOWED
    elif counts[0]:
        title, outcome = phrase("Gradients are lost"), Outcome.FLUSHED
    else:
        title, outcome = phrase("The scale is safe"), Outcome.EXACT
    sentences = (lost, *_borders(gradients, k), _window_phrase(gradients))
    return Lesson(t, title, outcome, sentences)


def _borders(gradients: Gradients, k: int) -> Iterator[Phrase]:
    """Where rounding begins to take everything from what is multiplied, or to give too much."""
    zones_up = [zone for kind in KINDS[1:] if (zone := gradients.sides[0].get(kind))]
    for text, zone in ((_ZERO_BELOW, zones_up[0]), (_OVERFLOW_ABOVE, zones_up[-1])):
        overflow = zone.kind is ZoneKind.OVERFLOW
        if zone.lo and overflow == (text == _OVERFLOW_ABOVE):
            yield phrase(text, g=brief(zone.lo * power_of_two(-k)), scaled=brief(zone.lo))


STATIC_LOSS_SCALE = Experiment(
    "static-loss-scale",
    phrase("Static loss scale"),
    phrase(
        "Small gradients become zero in FP16; times S they live, until the large ones overflow."
    ),
    (SCALE_EXPONENT, FORMAT, CENTRE, SPREAD, COUNT, ROUNDING, OVERFLOW, FLUSH),
    _run,
    _outline,
)
