"""One variable over many codes: what a machine gets for each, and how far that is from exact.

What does not depend on the variable is worked out once, and the rest in a loop over plain tuples,
since there may be all 65,536 codes of a format to go through.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import cached_property, lru_cache, partial
from sys import float_info
from typing import NamedTuple

from fpviz.core.arithmetic.operations import Operand, Operation, convert, operate, read_operand
from fpviz.core.arithmetic.rounding import Rules, wraps_around
from fpviz.core.expressions.enclosing import Bounds, Enclosed, applied
from fpviz.core.expressions.errors import SPARE_BITS, error
from fpviz.core.expressions.evaluation import evaluate
from fpviz.core.expressions.exactly import Exactly, rounded
from fpviz.core.expressions.machine import executed, line_format
from fpviz.core.expressions.program import Instruction, Program, Variable
from fpviz.core.formats import Format
from fpviz.core.literals import Literal, code_source


class Swept(NamedTuple):
    """The result for one code of the variable, and its error in ulps, to a float's precision.

    The error is ``None`` where the result or the exact value is not finite, or not known; one that
    no float reaches is the largest that there is.
    """

    code: int
    result: int
    error: float | None


class _Plan(NamedTuple):
    """The operations that depend on the variable, with their places and formats, and what makes
    their codes of operands; and the place of the result. Of operations that do the same, such as
    ``exp(x)`` twice, only the first."""

    steps: tuple[tuple[int, Instruction, Format, Callable[..., int]], ...]
    result: int


_KEPT = 1 << 12
"""Codes that are kept of each operation: many values of the variable become the same on the way,
above all where a function has come to its end."""


@dataclass(frozen=True)
class Sweep:
    """An expression of which the variable ``name`` is swept over codes of the format ``domain``.

    ``values`` are those of the other variables. ``result`` counts among those of a list.
    """

    program: Program
    name: str
    domain: Format
    values: Mapping[str, Literal]
    format: Format
    rules: Rules = Rules()
    result: int = 0

    def over(self, codes: Iterable[int]) -> Iterator[Swept]:
        """The results for some codes, one after the other."""
        return map(self.at, codes)

    def at(self, code: int) -> Swept:
        """The result for one code."""
        done, exact = list(self._done), list(self._exact)
        done[self._variable] = self.domain, code
        exact[self._variable] = read_operand((self.domain, code))
        rules, bits = self.rules, self._bits
        for at, step, fmt, code_of in self._plan.steps:
            known = [exact[place] for place in step.operands]
            exact[at] = known[0]
            if step.operation is not None:
                first = done[step.operands[0]][0]
                exact[at] = applied(step.operation, known, bits, rules, first)
            found = self._of_enclosure(step, fmt, exact[at])
            if found is None:
                found = code_of(*(done[place] for place in step.operands))
            done[at] = fmt, found
        place = self._plan.result
        off = error(done[place], exact[place])
        if off is None and done[place][0].is_finite(done[place][1]):
            off = self._slowly(code)
        return Swept(code, done[place][1], None if off is None else _as_float(off))

    def _of_enclosure(self, step: Instruction, fmt: Format, exact: Enclosed) -> int | None:
        """The code, where a machine rounds the very number that is enclosed, and that decides."""
        is_first = all(place == self._variable for place in step.operands)
        if not (is_first and isinstance(exact, Bounds)) or self.rules.daz:
            return None
        if wraps_around(fmt, self.rules):
            return None
        found = rounded(fmt, exact, self.rules)
        return None if found is None else found.code

    def _slowly(self, code: int) -> Fraction | None:
        """The error where the first enclosure is too wide to tell it."""
        values = {**self.values, self.name: code_source(self.domain, code)}
        found = evaluate(self.program, values, self.format, self.rules)
        return found.machine.results[self.result].total

    @cached_property
    def _variable(self) -> int:
        """The place of the variable."""
        places = range(len(self.program.lines))
        return next(at for at in places if self._is_variable(at))

    def _is_variable(self, at: int) -> bool:
        line = self.program.lines[at]
        return isinstance(line, Variable) and line.name == self.name

    @cached_property
    def _plan(self) -> _Plan:
        reached, found = {self._variable}, []
        first: dict[object, int] = {}
        places = list(range(len(self.program.lines)))
        for at in self.program.steps:
            step = self.program.step(at)
            if reached.isdisjoint(step.operands):
                continue
            reached.add(at)
            step = replace(step, operands=tuple(places[each] for each in step.operands))
            fmt = line_format(step, self.format)
            places[at] = first.setdefault((step.operation, step.operands, fmt), at)
            if places[at] == at:
                code_of = partial(_code, step.operation, fmt, self.rules)
                found.append((at, step, fmt, lru_cache(_KEPT)(code_of)))
        return _Plan(tuple(found), places[self.program.results[self.result]])

    @cached_property
    def _bits(self) -> int:
        return 2 * self.format.precision + SPARE_BITS

    @cached_property
    def _started(self) -> Mapping[str, Literal]:
        """The values, that of the variable any: whatever does not depend on it is the same."""
        return {**self.values, self.name: code_source(self.domain, 0)}

    @cached_property
    def _done(self) -> tuple[Operand, ...]:
        lines = executed(self.program, self._started, self.format, self.rules)
        return tuple(line.operand for line in lines)

    @cached_property
    def _exact(self) -> tuple[Enclosed, ...]:
        formats = [fmt for fmt, _ in self._done]
        return Exactly(self.program, self._started, formats, self.rules).lines(self._bits)


def _as_float(off: Fraction) -> float:
    """The nearest float that is finite."""
    try:
        return float(off)
    except OverflowError:
        return float_info.max if off > 0 else -float_info.max


def _code(operation: Operation | None, fmt: Format, rules: Rules, *operands: Operand) -> int:
    """What an operation, or a conversion, gives in a format."""
    if operation is None:
        return convert(fmt, operands[0], rules).code
    return operate(operation, fmt, operands, rules).code


@dataclass(frozen=True, slots=True)
class SweepSummary:
    """What is true of the results of a sweep so far: their number, how many of them have an error,
    how many of these are off by more than half an ulp, and the worst one."""

    count: int = 0
    with_error: int = 0
    beyond_half: int = 0
    worst: Swept | None = None

    def and_of(self, found: Iterable[Swept]) -> SweepSummary:
        """The same of more results."""
        tally = self
        for each in found:
            tally = tally.and_one(each)
        return tally

    def and_one(self, each: Swept) -> SweepSummary:
        """The same of one result more."""
        if each.error is None:
            return replace(self, count=self.count + 1)
        off = abs(each.error)
        is_worst = self.worst is None or off > abs(self.worst.error or 0)
        return SweepSummary(
            self.count + 1,
            self.with_error + 1,
            self.beyond_half + (off > 0.5),
            each if is_worst else self.worst,
        )
