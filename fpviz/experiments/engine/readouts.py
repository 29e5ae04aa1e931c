"""The results of a run, for machines and for the eye."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from fpviz.core.formats import Format
from fpviz.core.numbers import Number
from fpviz.core.phrase import Phrase, phrase, verbatim
from fpviz.core.text import exact_decimal, value_text
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
