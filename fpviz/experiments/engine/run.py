"""What an experiment found."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from typing import Protocol, TypeVar

from fpviz.core.formats import Format
from fpviz.core.phrase import Phrase, phrase
from fpviz.experiments.engine.curves import Curve, CurveBand
from fpviz.experiments.engine.lesson import Lesson
from fpviz.experiments.engine.parameters import Arguments
from fpviz.experiments.engine.plot import Domain, Histogram, Mark, Quantity
from fpviz.experiments.engine.readouts import Readout, Readouts

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


def share_of(progress: Progress, turn: int, turns: int) -> Progress:
    """The progress of one of several equally long parts of a run."""
    return lambda part: progress((turn + part) / turns)


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


@dataclass(frozen=True, slots=True)
class Outline:
    """What is known of a run before it is made.

    The names of its ``curves``, what it goes along, and whether its errors can be ``measured``.
    """

    curves: tuple[str, ...]
    domain: Domain
    measured: bool = True


@dataclass(frozen=True)
class Run:
    """What an experiment found.

    Curves are defined at steps 0 … ``domain.steps`` (and beyond, if asked). ``reference`` names
    the curve that errors are measured against, if there is one, ``focus`` the curve that a lesson
    speaks of unless told otherwise; ``first_look`` is the step it speaks of, where the arguments
    choose one. ``bands``, ``marks`` and the ``histogram`` belong to the picture.
    """

    arguments: Arguments
    domain: Domain
    quantity: Quantity
    curves: tuple[Curve, ...]
    readouts: Readouts
    rounding_steps: tuple[RoundingStep, ...]
    focus: str
    reference: str | None = None
    first_look: int | None = None
    bands: tuple[CurveBand, ...] = ()
    marks: tuple[Mark, ...] = ()
    histogram: Histogram | None = None

    @property
    def experiment(self) -> str:
        """The name of the experiment."""
        return self.arguments.experiment

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
        ends = ((curve, curve.code(self.domain.steps)) for curve in self.curves if not curve.faint)
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
        return self.curve(curve or self.focus).tell(t)

    def error(self, curve: str, t: int) -> Fraction | None:
        """How far a curve is from the reference at step ``t``; ``None`` unless both are finite."""
        if self.reference is None:
            return None
        return self.curve(curve).error(self.curve(self.reference), t)

    def error_in_ulps(self, curve: str, t: int) -> Fraction | None:
        """The same in ulps of the curve's own value; ``None`` for an exact curve, too."""
        if self.reference is None:
            return None
        return self.curve(curve).error_in_ulps(self.curve(self.reference), t)


class _Named(Protocol):
    @property
    def name(self) -> str: ...


_N = TypeVar("_N", bound=_Named)


def _named(items: tuple[_N, ...], name: str) -> _N:
    for item in items:
        if item.name == name:
            return item
    raise KeyError(f"'{name}' is none of {', '.join(item.name for item in items)}")
