"""What one step of ``w <- round(w + g)`` teaches, in sentences.

Every sentence is a template in a table here; the values in it are exact or say that they are not.
In it, ``augend`` is what the number is called that is added to, ``addend`` what is added.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from fractions import Fraction

from fpviz.core.arithmetic.operations import Exact
from fpviz.core.arithmetic.rounding import Flags, wraps_around
from fpviz.core.formats import Format
from fpviz.core.formats.order import farthest
from fpviz.core.numbers import Finite, Number
from fpviz.core.phrase import Phrase, phrase, template
from fpviz.core.text import floor_log10, power_text, scientific
from fpviz.experiments.engine.constant_update.one_step import OneStep
from fpviz.experiments.engine.constant_update.trajectory import Trajectory
from fpviz.experiments.engine.lesson import Lesson, Outcome
from fpviz.experiments.engine.number_text import approx
from fpviz.experiments.engine.rounded_arithmetic import Machine, number_of


@dataclass(frozen=True, slots=True)
class Words:
    """What lessons call the number that is added to, and what is added to it.

    ``size_of_gap`` is the template that says what part of the denser side's gap is added.
    """

    augend: Phrase
    addend: Phrase
    size_of_gap: str


OF_A_WEIGHT = Words(
    augend=phrase("weight"),
    addend=phrase("update"),
    size_of_gap=template(
        "The update is {ratio} of the gap on the weight's side toward zero, "
        "which at a power of two is half an ulp."
    ),
)
OF_A_SUM = Words(
    augend=phrase("sum so far"),
    addend=phrase("term"),
    size_of_gap=template(
        "The term is {ratio} of the gap on its side toward zero, "
        "which at a power of two is half an ulp."
    ),
)
OF_HALVES = replace(
    OF_A_SUM, augend=phrase("sum of the first half"), addend=phrase("sum of the second half")
)
"""Both halves have one sign, so the gap toward zero is never spoken of."""

TITLES = {
    Outcome.EXACT: template("The sum is exact"),
    Outcome.PARTLY_LOST: template("Part of the {addend} is lost"),
    Outcome.TIE: template("A tie"),
    Outcome.SWAMPED: template("The {addend} is swamped"),
    Outcome.STALLED: template("The {augend} has stalled"),
    Outcome.FLUSHED: template("The sum is flushed to zero"),
    Outcome.OVERFLOWED: template("Out of range"),
    Outcome.NO_UPDATE: template("There is no {addend}"),
}

_TO_ADD = template("To be added: {given}; ulp of the {augend}: {ulp}.")
_TO_ADD_ABOUT_A_MIDPOINT = template(
    "To be added: {given}; ulp of the {augend}: {ulp}; midpoint: {border}."
)
_TO_ADD_ABOUT_A_BORDER = template(
    "To be added: {given}; ulp of the {augend}: {ulp}; rounding changes at {border}."
)
_SIZE_IN_ULPS = template("The {addend} is {ratio} ulps of the {augend}.")
_SIZE_OF_ULP = template("The {addend} is {ratio} of an ulp of the {augend}.")
_STALLED = template("The {augend} has stood at {weight} since step {stall}.")
_LESS = template("Less than half:")
_WHY_LEAST = template("Nothing lies below the {augend}:")
_BACK_NOW = template("{reason} {format} rounds back to {weight}.")
_BACK_EVER = template("{reason} {format} rounds back to {weight}, now and at every later step.")
_EXACT = template("The sum, {total}, is a value of {format}: nothing is lost.")
_PARTLY = template("{format} adds {added} instead of {update}: an error of {error} in this step.")
_FLUSHED = template(
    "The sum, {total}, is subnormal in {format}, and subnormals are flushed: it becomes 0."
)
_OVERFLOWED = template(
    "The sum, {total}, lies beyond the largest value of {format}, {largest}: it becomes {result}."
)
_AROUND = template(
    "The sum, {total}, lies beyond the ends of {format}: it wraps around to {result}."
)
_NOT_POSITIVE = template(
    "The sum, {total}, is not positive, as all values of {format} are: it becomes {result}."
)
_FOR_GOOD = template("The {augend} is {weight}, and no {addend} brings it back.")
_BACK = template("The {augend} is {weight}; this overflow rule turns it into {result}.")
_NOT_FINITE = template("To be added: {given}. The {addend} is not finite, nor is any sum with it.")
_NO_UPDATE = template("The {addend} is 0: nothing is added.")
_UNDERFLOWED = template(
    "{typed} underflows in {format}, whose least value is {least}: the {what} is 0 before anything "
    "is added."
)

_BELOW_HALF = template("update below half an ulp")
_VERDICT_LEAST = template("update below an ulp, and nothing below the weight")
_VERDICT_TIE = template("update exactly half an ulp, a tie that leaves the weight")
_VERDICT_GAP = template("update too small a part of the gap toward zero, which is half an ulp")
_VERDICT_PARTLY = template("each step adds {added} instead of {update}")
_VERDICT_NOT_FINITE = template("the weight is {weight} from the start")
_VERDICTS = {
    Outcome.EXACT: template("the first sum is exact"),
    Outcome.TIE: template("the first sum is a tie"),
    Outcome.FLUSHED: template("the first sum is flushed to zero"),
    Outcome.OVERFLOWED: template("the first sum is out of range"),
    Outcome.NO_UPDATE: template("the update is 0"),
}

_NOT_OF_A_SUM = "a step that adds is never {}"


def lesson(course: Trajectory, t: int, words: Words = OF_A_WEIGHT) -> Lesson:
    """What the step from w(t) to w(t + 1) teaches."""
    return _Teller(OneStep(course, t), words).lesson(t)


def underflowed(typed: Fraction, fmt: Format, what: Phrase) -> Phrase:
    """That ``typed``, which is called ``what``, is lost in its own format."""
    return phrase(
        _UNDERFLOWED,
        typed=approx(typed),
        format=fmt.title,
        least=approx(fmt.smallest),
        what=what,
    )


def single_lesson(course: Trajectory, t: int, words: Words = OF_A_WEIGHT) -> Lesson:
    """What the first step of ``course`` teaches, told as step ``t`` of a run whose updates vary."""
    return _Teller(OneStep(course, 0), words, lasting=False).lesson(t)


def added(
    machine: Machine, before: Exact, what: Exact, t: int, words: Words = OF_A_WEIGHT
) -> Lesson:
    """The sum of two numbers that a loop works out at step ``t``, rounded by ``machine``."""
    number = number_of(what)
    if not isinstance(number, Finite):
        title, given = phrase(TITLES[Outcome.OVERFLOWED]), approx(number)
        sentence = phrase(_NOT_FINITE, addend=words.addend, given=given)
        return Lesson(t, title, Outcome.OVERFLOWED, (sentence,))
    course = Trajectory(machine.format, machine.code(before), number, machine.rules)
    return single_lesson(course, t, words)


def to_add(course: Trajectory) -> tuple[Phrase, ...]:
    """What the first step adds, beside the ulp; nothing where there is nothing to add."""
    told = _Teller(OneStep(course, 0))
    return (told.given(_TO_ADD),) if told.adds else ()


def verdict(course: Trajectory) -> Phrase:
    """The first step of a course in a few words."""
    return _Teller(OneStep(course, 0)).verdict()


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
class _Teller:
    """Says what there is to say of a step; ``lasting`` if the same update comes again and again."""

    step: OneStep
    words: Words = OF_A_WEIGHT
    lasting: bool = True

    def lesson(self, t: int) -> Lesson:
        """What the step teaches, told as step ``t``."""
        step = self.step
        title = self.say(TITLES[step.outcome])
        sentences = (*self.to_add(), *self.sentences())
        return Lesson(t, title, step.outcome, sentences, step.picture)

    @property
    def adds(self) -> bool:
        """Whether there is a sum to speak of."""
        return isinstance(self.step.weight, Finite) and bool(self.step.update)

    def to_add(self) -> tuple[Phrase, ...]:
        """What was to be added, the ulp it is measured by, and where rounding changes."""
        step, border = self.step, self.step.picture.border
        if not self.adds:
            return ()
        if border is None or step.outcome is Outcome.OVERFLOWED:
            return (self.given(_TO_ADD),)
        nearest = step.rules.rounding.rule.is_nearest
        text = _TO_ADD_ABOUT_A_MIDPOINT if nearest else _TO_ADD_ABOUT_A_BORDER
        return (self.given(text, border=self.number(border)),)

    def given(self, text: str, **values: str) -> Phrase:
        """What was to be added, and the ulp it is measured by."""
        ulp = self.step.picture.ulp
        assert ulp is not None  # the weight is finite
        given = approx(self.step.update)
        return self.say(text, given=given, ulp=power_text(ulp) or approx(ulp), **values)

    def sentences(self) -> tuple[Phrase, ...]:
        """What happens, in one to three sentences."""
        match self.step.outcome:
            case Outcome.OVERFLOWED:
                return (self.out_of_range(),)
            case Outcome.FLUSHED:
                return (self.say(_FLUSHED, total=self.total, format=self.format),)
            case Outcome.NO_UPDATE:
                return (self.say(_NO_UPDATE),)
            case Outcome.STALLED:
                stall = str(self.step.course.stall)
                return self.say(_STALLED, weight=self.weight, stall=stall), self.size(), self.back()
            case Outcome.SWAMPED:
                return self.size(), self.back()
            case Outcome.TIE:
                return self.size(), self.tie(), self.partly(_PARTLY)
            case Outcome.EXACT:
                return self.size(), self.say(_EXACT, total=self.total, format=self.format)
            case Outcome.PARTLY_LOST:
                return self.size(), self.partly(_PARTLY)
            case Outcome.SKIPPED | Outcome.GROWN | Outcome.KEPT as outcome:
                raise AssertionError(_NOT_OF_A_SUM.format(outcome.value))

    def size(self) -> Phrase:
        """How large the update is."""
        text = _SIZE_OF_ULP if self.step.ratio < 1 else _SIZE_IN_ULPS
        if self.step.is_on_the_denser_side:
            text = self.words.size_of_gap
        return self.say(text, ratio=ratio_text(self.step.ratio))

    def back(self) -> Phrase:
        """That the sum is rounded back to the weight, and why."""
        text = _BACK_EVER if self.lasting else _BACK_NOW
        why = self.say(self.why_back())
        return self.say(text, reason=why, format=self.format, weight=self.weight)

    def why_back(self) -> str:
        """Why it is rounded back."""
        if self.step.enclosing is None:
            return _WHY_LEAST
        rule = self.step.rules.rounding.rule
        return _LESS if rule.is_nearest and not self.step.is_tie else rule.back

    def tie(self) -> Phrase:
        """Between which values the sum lies, and which is taken."""
        picture = self.step.picture
        return self.say(
            self.step.rules.rounding.rule.tie,
            floor=self.number(picture.floor),
            ceiling=self.number(picture.ceiling),
            format=self.format,
            result=self.result,
        )

    def partly(self, text: str) -> Phrase:
        """What is added instead of the update."""
        step = self.step
        added, update = _apart(step.added, step.update)
        error = approx(step.added - step.update, signed=True)
        return self.say(text, format=self.format, added=added, update=update, error=error)

    def out_of_range(self) -> Phrase:
        """Where the sum lies, or what the weight is, and what comes of it."""
        step = self.step
        if not isinstance(step.weight, Finite):
            text = _FOR_GOOD if step.rounded.code == step.code else _BACK
            return self.say(text, weight=self.weight, result=self.result)
        values = {"total": self.total, "format": self.format, "result": self.result}
        if wraps_around(step.format, step.rules):
            return self.say(_AROUND, **values)
        if Flags.INVALID in step.rounded.flags:
            return self.say(_NOT_POSITIVE, **values)
        assert isinstance(step.total, Finite)
        end = farthest(step.format, step.total.negative)
        return self.say(_OVERFLOWED, **values, largest=approx(end))

    def verdict(self) -> Phrase:
        """The step in a few words."""
        step = self.step
        if not isinstance(step.weight, Finite):
            return self.say(_VERDICT_NOT_FINITE, weight=self.weight)
        match step.outcome:
            case Outcome.SWAMPED | Outcome.STALLED:
                return self.say(self.verdict_swamped())
            case Outcome.PARTLY_LOST:
                return self.partly(_VERDICT_PARTLY)
            case (
                Outcome.EXACT
                | Outcome.TIE
                | Outcome.FLUSHED
                | Outcome.OVERFLOWED
                | Outcome.NO_UPDATE
            ) as outcome:
                return self.say(_VERDICTS[outcome])
            case Outcome.SKIPPED | Outcome.GROWN | Outcome.KEPT as outcome:
                raise AssertionError(_NOT_OF_A_SUM.format(outcome.value))

    def verdict_swamped(self) -> str:
        if self.step.enclosing is None:
            return _VERDICT_LEAST
        if self.step.is_tie:
            return _VERDICT_TIE
        if self.step.below_power_of_two:
            return _VERDICT_GAP
        return self.step.rules.rounding.rule.swamped or _BELOW_HALF

    def say(self, text: str, **values: str | Phrase) -> Phrase:
        """A template with these values, and with the words for sum and update where it has them."""
        return phrase(text, augend=self.words.augend, addend=self.words.addend, **values)

    @property
    def format(self) -> str:
        return self.step.format.title

    @property
    def weight(self) -> str:
        return self.number(self.step.weight)

    @property
    def total(self) -> str:
        return self.number(self.step.total)

    @property
    def result(self) -> str:
        return self.number(self.step.result)

    def number(self, value: Number | Fraction | None) -> str:
        """A value of the step's format, or one between two such values."""
        return "–" if value is None else approx(value, self.digits)

    @property
    def digits(self) -> int:
        """Decimal digits that tell any two values of the format apart, or more."""
        return max(10, 2 + self.step.format.precision * 302 // 1000)


def _apart(a: Fraction, b: Fraction) -> tuple[str, str]:
    """Two different numbers, with as many digits as it takes to see that they are."""
    digits = 10
    while (texts := (approx(a, digits), approx(b, digits)))[0] == texts[1] and a != b:
        digits += 5
    return texts
