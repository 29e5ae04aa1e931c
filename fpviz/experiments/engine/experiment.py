"""What an experiment is: declarations from which a form, a plot, a command line and JSON follow.

An experiment declares its parameters and is a plain function of their values; what it returns is
a frozen ``Run`` of curves, readouts and rounding steps, which explains each of its steps. Nothing
here knows a particular experiment, and an experiment knows no thread, no widget and no file.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import Enum
from fractions import Fraction
from typing import Any, Protocol, TypeVar

from fpviz.core.formats import Format
from fpviz.core.formats.order import ulp
from fpviz.core.line.zones import ZoneKind
from fpviz.core.numbers import Finite, Number
from fpviz.core.phrase import Phrase, in_a_row, phrase, verbatim
from fpviz.core.text import exact_decimal, scientific, telling_digits, value_text
from fpviz.experiments.engine.outline import Outline
from fpviz.experiments.engine.parameters import Parameter, Settings
from fpviz.experiments.engine.plot import Axis, Histogram, Mark

DIGITS = 10
"""How many digits the eye gets of a number that is not short, unless it needs more."""

Progress = Callable[[float], None]
"""Told from time to time which part, 0 to 1, of a run is done; what it raises ends the run."""


def unheard(_part: float) -> None:
    """The progress that nobody follows."""


def watched(steps: int, progress: Progress) -> Iterator[int]:
    """0 … ``steps`` - 1, telling ``progress`` now and then."""
    for t in range(steps):
        if not t & 0x3FF:
            progress(t / steps)
        yield t


class Course(Protocol):
    """Something that has a number at every step from 0 on, and a code where it has a format."""

    def number(self, t: int) -> Number: ...

    def code(self, t: int) -> int | None: ...

    def breakpoints(self, lo: int, hi: int) -> Sequence[int]:
        """The steps, ``lo`` and ``hi`` among them, between which the course is straight."""
        ...


@dataclass(frozen=True)
class Curve:
    """One course of a run, under the ``label`` that stands at its end.

    ``name`` is what scripts call it, ``meaning`` one sentence. ``format`` is ``None`` for a
    course that is exact. A ``faint`` curve is one of many alike: thin, and without its label.
    ``who`` says in a line which software computes so, and which does not. ``zone`` is the fate of
    the numbers that the curve counts, if it counts such.
    """

    name: str
    label: Phrase
    meaning: Phrase
    course: Course
    format: Format | None = None
    faint: bool = False
    who: Phrase | None = None
    zone: ZoneKind | None = None

    @property
    def description(self) -> Phrase:
        """What it is, and who computes so."""
        return self.meaning if self.who is None else in_a_row(self.meaning, self.who)

    @property
    def shows(self) -> Format | ZoneKind | None:
        """What its colour stands for: its format or its zone; neither where it is exact."""
        return self.zone if self.format is None else self.format

    def number(self, t: int) -> Number:
        """The exact number at step ``t``."""
        return self.course.number(t)

    def code(self, t: int) -> int | None:
        """The code at step ``t``; ``None`` for an exact course."""
        return self.course.code(t)

    def breakpoints(self, lo: int, hi: int) -> Sequence[int]:
        """The steps between which a polyline is the curve itself; both ends included."""
        return self.course.breakpoints(lo, hi)


@dataclass(frozen=True)
class Band:
    """The area between two curves, about a third: where most of many random courses run.

    ``low`` and ``high`` are its edges; ``label`` says which part of the courses lies between.
    """

    name: str
    label: Phrase
    low: Curve
    high: Curve


@dataclass(frozen=True)
class Readout:
    """One result: exact for machines (``machine``), short for the eye (``text``).

    ``value`` is ``None`` where there is no such thing, as the ratio to an update of zero. A
    readout with a ``format`` and a ``code`` is a value of that format. ``short`` is its label
    below a heading that says what it is about. ``digits``, for the eye, tell it from the others.
    """

    name: str
    label: Phrase
    value: Number | Fraction | int | Phrase | None
    unit: Phrase | None = None
    format: Format | None = None
    code: int | None = None
    short: Phrase | None = None
    digits: int = DIGITS

    @property
    def machine(self) -> str | int | None:
        """The value, complete: an integer, a decimal or fraction as text, or words."""
        match self.value:
            case None | int():
                return self.value
            case Fraction():
                return exact_decimal(self.value)
            case Phrase():
                return str(self.value)
            case _:
                return value_text(self.value)

    @property
    def code_text(self) -> str | None:
        """The code in hexadecimal, if the readout has one."""
        if self.format is None or self.code is None:
            return None
        return self.format.code_text(self.code)

    @property
    def shown(self) -> Phrase:
        """The value for the eye; ≈ where digits were left out."""
        match self.value:
            case None:
                return verbatim("–")
            case int():
                return verbatim(str(self.value))
            case Phrase():
                return self.value
            case _:
                return verbatim(brief(self.value, self.digits))

    @property
    def text(self) -> Phrase:
        """The same with unit and code."""
        text = self.shown
        if self.value is not None and self.unit is not None:
            text = phrase("{value} {unit}", value=text, unit=self.unit)
        if self.value is not None and self.code_text is not None:
            text = phrase("{value} = {code}", value=text, code=self.code_text)
        return text


@dataclass(frozen=True, slots=True)
class RoundingStep:
    """One place at which a run rounds: ``operation`` into ``format``; ``note`` says the result."""

    operation: Phrase
    format: Format
    note: Phrase | None = None

    @property
    def text(self) -> Phrase:
        return phrase(
            "{operation} rounded to {format}", operation=self.operation, format=self.format.name
        )


class Outcome(Enum):
    """What becomes of one update; the last three, of one step of a loss scale."""

    EXACT = "exact"
    PARTLY_LOST = "partly lost"
    TIE = "tie"
    SWAMPED = "swamped"
    STALLED = "stalled"
    FLUSHED = "flushed"
    OVERFLOWED = "overflowed"
    NO_UPDATE = "no update"
    SKIPPED = "skipped"
    GROWN = "grown"
    KEPT = "kept"


@dataclass(frozen=True, slots=True)
class StepPicture:
    """What a small drawing of one addition needs, all exact; ``None`` where there is none.

    ``total`` is the sum that is rounded, ``result`` what it becomes. ``below`` and ``above`` are
    the neighbours of the weight; ``floor`` and ``ceiling`` the values of the format that enclose
    the sum (both the sum itself if it is a value), ``border`` where between them rounding changes
    (``None`` if the sum is a value).
    ``gap`` is the distance from the weight to the next value in the direction of the update: an
    ulp, or half of one below a power of two.
    """

    weight: Number
    update: Fraction
    total: Number
    result: Number
    ulp: Fraction | None = None
    gap: Fraction | None = None
    below: Number | None = None
    above: Number | None = None
    floor: Fraction | None = None
    ceiling: Fraction | None = None
    border: Fraction | None = None

    @property
    def half_ulp(self) -> Fraction | None:
        """Half an ulp of the weight."""
        return None if self.ulp is None else self.ulp / 2


@dataclass(frozen=True, slots=True)
class Lesson:
    """What there is to learn from step ``t``: the update on its way from w(t) to w(t + 1).

    ``sentences`` say it; ``aside`` is what else the step teaches, in a quieter voice.
    ``picture`` is ``None`` where nothing is rounded.
    """

    t: int
    title: Phrase
    outcome: Outcome
    sentences: tuple[Phrase, ...]
    picture: StepPicture | None = None
    aside: Phrase | None = None

    @property
    def text(self) -> Phrase:
        """All its sentences."""
        return in_a_row(*self.sentences)


@dataclass(frozen=True)
class Run:
    """What an experiment found.

    ``steps`` is the last step, so curves are defined at 0 … ``steps`` (and beyond, if asked).
    ``reference`` names the curve that errors are measured against, if there is one, ``focus``
    the curve that a lesson speaks of unless told otherwise; ``first_look`` is the step it
    speaks of, where the parameters choose one. ``bands``, ``marks`` and the
    ``histogram`` belong to the picture, whose axes ``horizontal`` and ``vertical`` are.
    """

    experiment: str
    settings: Settings
    steps: int
    curves: tuple[Curve, ...]
    readouts: tuple[Readout, ...]
    rounding_steps: tuple[RoundingStep, ...]
    explain: Callable[[int, str], Lesson]
    reference: str | None
    focus: str
    first_look: int | None = None
    bands: tuple[Band, ...] = ()
    marks: tuple[Mark, ...] = ()
    histogram: Histogram | None = None
    horizontal: Axis = Axis(phrase("step"))
    vertical: Axis = Axis(phrase("value"))

    @property
    def who(self) -> dict[Phrase, tuple[Curve, ...]]:
        """Who computes so: the curves of which a line is true, by that line."""
        found: dict[Phrase, tuple[Curve, ...]] = {}
        for curve in self.curves:
            if curve.who is not None:
                found[curve.who] = (*found.get(curve.who, ()), curve)
        return found

    @property
    def final_codes(self) -> dict[str, str]:
        """The code of each curve at the last step, by the curve's name; exact ones have none."""
        ends = ((curve, curve.code(self.steps)) for curve in self.curves if not curve.faint)
        return {
            curve.name: curve.format.code_text(code)
            for curve, code in ends
            if curve.format is not None and code is not None
        }

    def curve(self, name: str) -> Curve:
        """The curve of that name. Raises KeyError."""
        return _named(self.curves, name)

    def readout(self, name: str) -> Readout:
        """The readout of that name. Raises KeyError."""
        return _named(self.readouts, name)

    def lesson(self, t: int, curve: str = "") -> Lesson:
        """What step ``t`` teaches of one curve, ``focus`` by default. Raises KeyError."""
        return self.explain(t, self.curve(curve or self.focus).name)

    def error(self, curve: str, t: int) -> Fraction | None:
        """How far a curve is from the reference at step ``t``; ``None`` unless both are finite."""
        if self.reference is None:
            return None
        here, there = self.curve(curve).number(t), self.curve(self.reference).number(t)
        if isinstance(here, Finite) and isinstance(there, Finite):
            return here.value - there.value
        return None

    def error_in_ulps(self, curve: str, t: int) -> Fraction | None:
        """The same in ulps of the curve's own value; ``None`` for an exact curve, too."""
        error, fmt, code = self.error(curve, t), self.curve(curve).format, self.curve(curve).code(t)
        if error is None or fmt is None or code is None:
            return None
        spacing = ulp(fmt, code)
        return None if spacing is None else error / spacing


@dataclass(frozen=True)
class Experiment:
    """An experiment: what it can be told, and the function that does it.

    ``function`` does it; call ``run``. ``outline`` says at once what a run will be, ``also`` what
    else it shows, and with which values.

    >>> from fpviz.experiments import find_experiment
    >>> swamping = find_experiment("swamping")
    >>> run = swamping.run(swamping.settings({"steps": "1000"}))
    >>> str(run.readout("weight.final").text)
    '1.125 = 0x3c80'
    """

    name: str
    title: Phrase
    summary: Phrase
    parameters: tuple[Parameter[Any], ...]
    function: Callable[[Settings, Progress], Run]
    outline: Callable[[Settings], Outline]
    also: tuple[Phrase, ...] = ()

    @property
    def description(self) -> Phrase:
        """What it shows, and what else."""
        return in_a_row(self.summary, *self.also)

    def run(self, settings: Settings, progress: Progress = unheard) -> Run:
        """Do it. What ``progress`` raises ends the run and comes through.

        Raises ParameterError for settings that do not go together.
        """
        run = self.function(settings, progress)
        digits = telling_digits([readout.value for readout in run.readouts], DIGITS)
        pairs = zip(run.readouts, digits, strict=True)
        return replace(run, readouts=tuple(replace(each, digits=n) for each, n in pairs))

    def settings(self, texts: Mapping[str, str] | None = None) -> Settings:
        """Settings from texts by parameter name, defaults elsewhere. Raises ParameterError."""
        return Settings(self.parameters, texts)


class _Named(Protocol):
    @property
    def name(self) -> str: ...


_N = TypeVar("_N", bound=_Named)


def _named(items: tuple[_N, ...], name: str) -> _N:
    for item in items:
        if item.name == name:
            return item
    raise KeyError(f"'{name}' is none of {', '.join(item.name for item in items)}")


def told_apart(values: Sequence[Number | Fraction | int]) -> list[str]:
    """Numbers side by side for the eye, each with as many digits as tell them apart.

    >>> told_apart([Fraction(1), 1 - Fraction(1, 2**53), Fraction(1, 3)])
    ['1', '≈ 0.9999999999999999', '≈ 0.3333333333']
    """
    return [brief(*each) for each in zip(values, telling_digits(values, DIGITS), strict=True)]


def brief(value: Number | Fraction | int, digits: int = DIGITS, *, signed: bool = False) -> str:
    """A number for the eye: exact up to 17 digits, else its first ``digits`` behind ≈.

    >>> brief(Fraction(1, 8), signed=True), brief(Fraction(1, 3))
    ('+0.125', '≈ 0.3333333333')
    """
    if isinstance(value, Finite) and not value.is_zero:
        value = value.value
    if not isinstance(value, Fraction | int):
        return value_text(value)
    sign = "+" if signed and value > 0 else ""
    exact = scientific(Fraction(value), 17)
    if Fraction(exact) == value:
        return sign + exact
    return f"≈ {sign}{scientific(Fraction(value), digits)}"
