"""What one step of ``w <- round(w + g)`` teaches, in sentences, with the data for a picture.

Every sentence is a template in a table here; the values in it are exact or say that they are not.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from fractions import Fraction
from functools import cached_property
from string import Formatter

from fpviz.core.decoding import decode, is_finite_code, value_of
from fpviz.core.formats import Format
from fpviz.core.numbers import Finite, Number
from fpviz.core.order import next_down, next_up, places_below, ulp
from fpviz.core.phrase import Phrase, phrase
from fpviz.core.rounding import Flags, Rounded, Rounding, Rules, border, encode
from fpviz.core.text import floor_log10, scientific
from fpviz.experiments.experiment import Lesson, Outcome, StepPicture, brief
from fpviz.experiments.trajectory import Trajectory

_OUT_OF_RANGE = Flags.OVERFLOW | Flags.INVALID
_NEAREST = (Rounding.TIES_TO_EVEN, Rounding.TIES_AWAY)

TITLES = {
    Outcome.EXACT: "The sum is exact",
    Outcome.PARTLY_LOST: "Part of the update is lost",
    Outcome.TIE: "A tie",
    Outcome.SWAMPED: "The update is swamped",
    Outcome.STALLED: "The weight has stalled",
    Outcome.FLUSHED: "The sum is flushed to zero",
    Outcome.OVERFLOWED: "Out of range",
    Outcome.NO_UPDATE: "There is no update",
}

_SIZE_IN_ULPS = "The update is {ratio} ulps of the weight."
_SIZE_OF_ULP = "The update is {ratio} of an ulp of the weight."
_SIZE_OF_GAP = (
    "The update is {ratio} of the gap on the weight's side toward zero, "
    "which at a power of two is half an ulp."
)
_STALLED = "The weight has stood at {weight} since step {stall}."
_WHY_SWAMPED = {
    Rounding.TIES_TO_EVEN: "Less than half:",
    Rounding.TIES_AWAY: "Less than half:",
    Rounding.TOWARD_ZERO: "Rounding toward zero:",
    Rounding.UPWARD: "Rounding upward:",
    Rounding.DOWNWARD: "Rounding downward:",
    Rounding.TO_ODD: "Rounding to odd keeps the neighbour whose last bit is 1:",
}
_WHY_TIE = {
    Rounding.TIES_TO_EVEN: "Exactly half, a tie, and the weight is even:",
    Rounding.TIES_AWAY: "Exactly half, a tie, and the weight lies farther from zero:",
}
_WHY_LEAST = "Nothing lies below the weight:"
_EVER = ", now and at every later step."
_ROUNDS_BACK = " {format} rounds back to {weight}" + _EVER
_EXACT = "The sum, {total}, is a value of {format}: nothing is lost."
_PARTLY = "{format} adds {added} instead of {update}: an error of {error} in this step."
_TIE = {
    Rounding.TIES_TO_EVEN: "The sum lies half-way between {floor} and {ceiling}, a tie: "
    "{format} takes {result}, the even one.",
    Rounding.TIES_AWAY: "The sum lies half-way between {floor} and {ceiling}, a tie: "
    "{format} takes {result}, the one farther from zero.",
}
_FLUSHED = "The sum, {total}, is subnormal in {format}, and subnormals are flushed: it becomes 0."
_OVERFLOWED = (
    "The sum, {total}, lies beyond the largest value of {format}, {largest}: it becomes {result}."
)
_NOT_POSITIVE = (
    "The sum, {total}, is not positive, as all values of {format} are: it becomes {result}."
)
_FOR_GOOD = "The weight is {weight}, and no update brings it back."
_BACK = "The weight is {weight}; this overflow rule turns it into {result}."
_NO_UPDATE = "The update is 0: nothing is added."

_VERDICT_SWAMPED = {
    Rounding.TIES_TO_EVEN: "update below half an ulp",
    Rounding.TIES_AWAY: "update below half an ulp",
    Rounding.TOWARD_ZERO: "update below an ulp, cut off toward zero",
    Rounding.UPWARD: "update below an ulp, rounded back upward",
    Rounding.DOWNWARD: "update below an ulp, rounded back downward",
    Rounding.TO_ODD: "update below an ulp, rounded back to odd",
}
_VERDICT_LEAST = "update below an ulp, and nothing below the weight"
_VERDICT_TIE = "update exactly half an ulp, a tie that leaves the weight"
_VERDICT_GAP = "update too small a part of the gap toward zero, which is half an ulp"
_VERDICT_PARTLY = "each step adds {added} instead of {update}"
_VERDICT_NOT_FINITE = "the weight is {weight} from the start"
_VERDICTS = {
    Outcome.EXACT: "the first sum is exact",
    Outcome.TIE: "the first sum is a tie",
    Outcome.FLUSHED: "the first sum is flushed to zero",
    Outcome.OVERFLOWED: "the first sum is out of range",
    Outcome.NO_UPDATE: "the update is 0",
}


def lesson(course: Trajectory, t: int) -> Lesson:
    """What the step from w(t) to w(t + 1) teaches."""
    step = _Step(course, t)
    outcome = step.outcome
    return Lesson(t, TITLES[outcome], outcome, step.sentences(), step.picture)


def single_lesson(course: Trajectory, t: int) -> Lesson:
    """What the first step of ``course`` teaches, told as step ``t`` of a run whose updates vary."""
    told = lesson(course, 0)
    again = tuple(replace(s, template=s.template.replace(_EVER, ".")) for s in told.sentences)
    return replace(told, t=t, sentences=again)


WORDS_OF_SUMS = (
    ("the weight's side", "its side"),
    ("he update", "he term"),
    ("he weight", "he sum so far"),
)
"""What a lesson says of a sum of terms where it speaks of weights and updates."""


def about_sums(told: Lesson) -> Lesson:
    """A lesson on a weight in words that fit a sum."""

    def reworded(text: str) -> str:
        for old, new in WORDS_OF_SUMS:
            text = text.replace(old, new)
        return text

    sentences = tuple(replace(s, template=reworded(s.template)) for s in told.sentences)
    return replace(told, title=reworded(told.title), sentences=sentences)


def verdict(course: Trajectory) -> Phrase:
    """The first step of a course in a few words."""
    step = _Step(course, 0)
    if not isinstance(step.weight, Finite):
        return step.say(_VERDICT_NOT_FINITE)
    match step.outcome:
        case Outcome.SWAMPED | Outcome.STALLED:
            if step.enclosing is None:
                return phrase(_VERDICT_LEAST)
            if step.is_tie:
                return phrase(_VERDICT_TIE)
            if step.below_power_of_two:
                return phrase(_VERDICT_GAP)
            return phrase(_VERDICT_SWAMPED[course.rules.rounding])
        case Outcome.PARTLY_LOST:
            return step.say(_VERDICT_PARTLY)
        case outcome:
            return phrase(_VERDICTS[outcome])


def update_in_ulps(course: Trajectory, t: int) -> Fraction | None:
    """|update| / ulp(w(t)); ``None`` where the weight is not finite."""
    spacing = ulp(course.format, course.code(t))
    return None if spacing is None else course.update.magnitude / spacing


def ratio_text(ratio: Fraction) -> str:
    """A ratio for a sentence: three decimals, more where they would read as a half or 1.

    >>> ratio_text(Fraction(881, 2048)), ratio_text(Fraction(4999, 10**4))
    ('0.430', '0.4999')
    """
    if ratio >= 10:
        whole = floor_log10(ratio) + 1
        return scientific(ratio, whole if 4 < whole < 10 else 4)
    if ratio < Fraction(1, 1000):
        return scientific(ratio, 4)
    decimals = 3
    while (shown := round(ratio, decimals)) in (Fraction(1, 2), 1) and shown != ratio:
        decimals += 1
    scaled = int(shown * 10**decimals)
    digits = str(scaled).rjust(decimals + 1, "0")
    return f"{digits[:-decimals]}.{digits[-decimals:]}"


@dataclass(frozen=True)
class _Step:
    """The facts of one step of a course."""

    course: Trajectory
    t: int

    @property
    def format(self) -> Format:
        return self.course.format

    @property
    def rules(self) -> Rules:
        return self.course.rules

    @property
    def update(self) -> Fraction:
        return self.course.update.value

    @cached_property
    def code(self) -> int:
        return self.course.code(self.t)

    @cached_property
    def weight(self) -> Number:
        return self.course.number(self.t)

    @cached_property
    def total(self) -> Number:
        return self.course.total(self.t)

    @cached_property
    def rounded(self) -> Rounded:
        return self.course.rounded(self.t)

    @cached_property
    def result(self) -> Number:
        return decode(self.format, self.rounded.code).number

    @property
    def added(self) -> Fraction:
        """What the step really adds; weight and result must be finite."""
        assert isinstance(self.weight, Finite)
        assert isinstance(self.result, Finite)
        return self.result.value - self.weight.value

    @property
    def toward(self) -> int | None:
        """The next code in the direction of the update."""
        step = next_down if self.course.update.negative else next_up
        return step(self.format, self.code)

    @cached_property
    def gap(self) -> Fraction:
        """The distance of a finite weight to that neighbour; an ulp where none is finite."""
        there = self.toward
        if there is None or not is_finite_code(self.format, there):
            spacing = ulp(self.format, self.code)
            assert spacing is not None
            return spacing
        return abs(value_of(self.format, there) - value_of(self.format, self.code))

    @property
    def below_power_of_two(self) -> bool:
        """Whether the update points to the side of the weight where values lie denser."""
        return self.gap != ulp(self.format, self.code)

    @cached_property
    def enclosing(self) -> tuple[Fraction, Fraction | None, Fraction] | None:
        """(lower, upper, border): the magnitudes about the sum; no upper above the largest.

        ``None`` below the smallest number of a format without zero. The sum must be finite.
        """
        fmt = self.format
        assert isinstance(self.total, Finite)
        lower = places_below(fmt, self.total.magnitude)
        if lower < 0:
            return None
        bottom, upper = fmt.magnitude(lower), lower + 1
        if self.rules.flush and 0 < self.total.magnitude < fmt.min_normal:
            bottom, lower, upper = Fraction(0), fmt.min_normal_code - 1, fmt.min_normal_code
        elif bottom == self.total.magnitude:
            return bottom, bottom, bottom
        top = fmt.magnitude(upper) if upper <= fmt.largest_code else None
        return bottom, top, border(fmt, lower, self.total.negative, self.rules)[0]

    @cached_property
    def is_tie(self) -> bool:
        """Whether the sum lies half-way between two values, and rounding is to nearest."""
        if self.rules.rounding not in _NEAREST or Flags.INEXACT not in self.rounded.flags:
            return False
        assert isinstance(self.total, Finite)
        return self.enclosing is not None and self.enclosing[2] == self.total.magnitude

    @cached_property
    def is_flushed(self) -> bool:
        if not (self.rules.flush and isinstance(self.result, Finite) and self.result.is_zero):
            return False
        kept = encode(self.format, self.total, replace(self.rules, flush=False))
        return bool(kept.code & self.format.magnitude_mask)

    @cached_property
    def outcome(self) -> Outcome:
        if not isinstance(self.weight, Finite) or self.rounded.flags & _OUT_OF_RANGE:
            return Outcome.OVERFLOWED
        if self.is_flushed:
            return Outcome.FLUSHED
        if not self.update:
            return Outcome.NO_UPDATE
        if not self.added:
            return Outcome.STALLED if 0 < self.course.stall <= self.t else Outcome.SWAMPED
        if Flags.INEXACT not in self.rounded.flags:
            return Outcome.EXACT
        return Outcome.TIE if self.is_tie else Outcome.PARTLY_LOST

    # -- saying it ---------------------------------------------------------------------------

    def sentences(self) -> tuple[Phrase, ...]:
        """What happens, in one to three sentences."""
        match self.outcome:
            case Outcome.OVERFLOWED:
                return (self.say(self.out_of_range()),)
            case Outcome.FLUSHED:
                return (self.say(_FLUSHED),)
            case Outcome.NO_UPDATE:
                return (self.say(_NO_UPDATE),)
            case Outcome.STALLED:
                return self.say(_STALLED), self.size(), self.say(self.why_back())
            case Outcome.SWAMPED:
                return self.size(), self.say(self.why_back())
            case Outcome.TIE:
                return self.size(), self.say(_TIE[self.rules.rounding]), self.say(_PARTLY)
            case Outcome.EXACT:
                return self.size(), self.say(_EXACT)
        return self.size(), self.say(_PARTLY)

    def say(self, template: str) -> Phrase:
        """``template`` with those of this step's values that it asks for."""
        names = [name for _, name, _, _ in Formatter().parse(template) if name]
        return Phrase(template, tuple((name, self.named(name)) for name in names))

    def named(self, name: str) -> str:
        """The value that a ``{name}`` in a template stands for."""
        match name:
            case "format":
                return self.format.title
            case "stall":
                return str(self.course.stall)
            case "largest":
                return brief(self.format.largest)
            case "added":
                return _apart(self.added, self.update)[0]
            case "update":
                return _apart(self.added, self.update)[1]
            case "error":
                return brief(self.added - self.update, signed=True)
            case "floor" | "ceiling":
                value = getattr(self.picture, name)
            case _:
                value = getattr(self, name)
        return "–" if value is None else brief(value, self.digits)

    @property
    def digits(self) -> int:
        """Decimal digits that tell any two values of the format apart, or more."""
        return max(10, 2 + self.format.precision * 302 // 1000)

    def size(self) -> Phrase:
        """How large the update is, measured on the weight."""
        ratio = abs(self.update) / self.gap
        if ratio < 1 and self.below_power_of_two:
            return phrase(_SIZE_OF_GAP, ratio=ratio_text(ratio))
        ratio = update_in_ulps(self.course, self.t) or ratio
        return phrase(_SIZE_OF_ULP if ratio < 1 else _SIZE_IN_ULPS, ratio=ratio_text(ratio))

    def why_back(self) -> str:
        if self.enclosing is None:
            return _WHY_LEAST + _ROUNDS_BACK
        table = _WHY_TIE if self.is_tie else _WHY_SWAMPED
        return table[self.rules.rounding] + _ROUNDS_BACK

    def out_of_range(self) -> str:
        if not isinstance(self.weight, Finite):
            return _FOR_GOOD if self.rounded.code == self.code else _BACK
        return _NOT_POSITIVE if Flags.INVALID in self.rounded.flags else _OVERFLOWED

    @cached_property
    def picture(self) -> StepPicture:
        """The step for a drawing."""
        fmt, code = self.format, self.code
        plain = StepPicture(self.weight, self.update, self.total, self.result)
        if not isinstance(self.weight, Finite):
            return plain
        below, above = next_down(fmt, code), next_up(fmt, code)
        floor = ceiling = edge = None
        if self.enclosing is not None and isinstance(self.total, Finite):
            ends = [None if x is None else -x if self.total.negative else x for x in self.enclosing]
            floor, ceiling, edge = ends
            if self.total.negative:
                floor, ceiling = ceiling, floor
        return replace(
            plain,
            ulp=ulp(fmt, code),
            gap=self.gap,
            below=None if below is None else decode(fmt, below).number,
            above=None if above is None else decode(fmt, above).number,
            floor=floor,
            ceiling=ceiling,
            border=edge,
        )


def _apart(a: Fraction, b: Fraction) -> tuple[str, str]:
    """Two different numbers, with as many digits as it takes to see that they are."""
    digits = 10
    while (texts := (brief(a, digits), brief(b, digits)))[0] == texts[1] and a != b:
        digits += 5
    return texts
