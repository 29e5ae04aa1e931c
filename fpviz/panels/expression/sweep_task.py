"""A sweep over a variable, as work that is done beside the window."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

import numpy as np

from fpviz.core.arithmetic.rounding import Rules
from fpviz.core.expressions.sweep import Sweep, SweepSummary
from fpviz.core.expressions.typed_program import TypedProgram
from fpviz.core.formats import Format
from fpviz.core.formats.order import code_at
from fpviz.core.line.ticks import places, size
from fpviz.core.literals import parse_literal
from fpviz.core.numbers import Finite
from fpviz.core.phrase import Complaint, phrase, quoted
from fpviz.model.background import Report
from fpviz.widgets.expression.sweep_plot import SweptErrors

MOST_CODES = 1 << 16
"""So many values the variable takes at most; of more, every so many-th."""

_AT_ONCE = 64
"""Values between two looks at whether the sweep is still wanted."""


@dataclass(frozen=True)
class SweepTask:
    """A sweep over the values of a format at some places in their order."""

    sweep: Sweep
    places: range

    def found(self, report: Report) -> SweepFound:
        """All errors, worked out."""
        errors = np.full(len(self.places), np.nan)
        summary = SweepSummary()
        for at, place in enumerate(self.places):
            if not at % _AT_ONCE:
                report(at / len(self.places))
            swept = self.sweep.at(code_at(self.sweep.domain, place))
            summary = summary.and_one(swept)
            if swept.error is not None:
                errors[at] = swept.error
        return SweepFound(self, SweptErrors(self.sweep.domain, self.places, errors), summary)


@dataclass(frozen=True, eq=False)
class SweepFound:
    """What came of a sweep."""

    task: SweepTask
    swept: SweptErrors
    summary: SweepSummary


def sweep_task(
    typed: TypedProgram, name: str, ends: tuple[str, str], fmt: Format, rules: Rules
) -> SweepTask:
    """The sweep of a variable over the values of ``fmt`` between two ends as typed.

    An empty end is that of the format. Raises Complaint where there is nothing to sweep.
    """
    if name not in typed.program.inputs:
        raise Complaint(phrase("There is no variable to sweep: write one, as in x*x - 1"))
    least, most = (Fraction(fmt.magnitude(fmt.last_place(sign), sign)) for sign in (True, False))
    low = _end(ends[0], -least if fmt.signed else Fraction(0))
    high = _end(ends[1], most)
    found = places(fmt, low, high)
    count = size(found)
    if not count:
        raise Complaint(
            phrase(
                "{format} has no value from {low} to {high}",
                format=fmt.name,
                low=ends[0],
                high=ends[1],
            )
        )
    every = -(-count // MOST_CODES)
    chosen = range(found.start, found.stop, every)
    values = {key: value for key, value in typed.values.items() if key != name}
    return SweepTask(Sweep(typed.program, name, fmt, values, fmt, rules), chosen)


def _end(text: str, otherwise: Fraction) -> Fraction:
    if not text.strip():
        return otherwise
    number = parse_literal(text).number
    if not isinstance(number, Finite):
        raise Complaint(phrase("{text} is not finite; type a number", text=quoted(text)))
    return number.value
