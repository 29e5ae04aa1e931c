"""The results of a run, for machines and for the eye."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import NewType

from fpviz.core.formats import Format
from fpviz.core.numbers import Number
from fpviz.core.phrase import Phrase, phrase, verbatim
from fpviz.core.text import exact_decimal, telling_digits, value_text
from fpviz.experiments.engine.curves import Curve
from fpviz.experiments.engine.number_text import DIGITS, approx


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
                return verbatim(approx(self.value, self.digits))

    @property
    def text(self) -> Phrase:
        """The same with unit and code."""
        text = self.shown
        if self.value is not None and self.unit is not None:
            text = phrase("{value} {unit}", value=text, unit=self.unit)
        if self.value is not None and self.code_text is not None:
            text = phrase("{value} = {code}", value=text, code=self.code_text)
        return text


Readouts = NewType("Readouts", tuple[Readout, ...])
"""All readouts of a run, each with the digits that tell it from the others."""


def side_by_side(readouts: Iterable[Readout]) -> Readouts:
    """The readouts of a run."""
    found = list(readouts)
    digits = telling_digits([readout.value for readout in found], DIGITS)
    told = (replace(each, digits=n) for each, n in zip(found, digits, strict=True))
    return Readouts(tuple(told))


def curve_readout(
    curve: Curve,
    key: str,
    what: Phrase,
    value: Number | Fraction | int | Phrase | None,
    unit: Phrase | None = None,
) -> Readout:
    """Something about a curve."""
    label = phrase("{curve}, {what}", curve=curve.label, what=what)
    return Readout(f"{curve.name}.{key}", label, value, unit, short=what)


def code_readout(curve: Curve, key: str, what: Phrase, t: int | None) -> Readout:
    """The value of a curve at step ``t``, with its code; without a step there is none."""
    if t is None:
        return curve_readout(curve, key, what, None)
    readout = curve_readout(curve, key, what, curve.number(t))
    return replace(readout, format=curve.format, code=curve.code(t))


def final_readout(curve: Curve, last: int) -> Readout:
    """Where a curve ends."""
    return code_readout(curve, "final", phrase("in the end"), last)


def error_readout(curve: Curve, reference: Curve, last: int) -> Readout:
    """How far a curve is from the reference in the end."""
    return curve_readout(curve, "error", phrase("error"), curve.error(reference, last))


def end_readouts(curve: Curve, reference: Curve, last: int) -> Iterator[Readout]:
    """Where a curve ends and how far from the reference that is."""
    yield final_readout(curve, last)
    yield error_readout(curve, reference, last)
    in_ulps = curve.error_in_ulps(reference, last)
    yield curve_readout(curve, "error-ulps", phrase("error in ulps"), in_ulps, phrase("ulp"))
