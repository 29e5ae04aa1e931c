"""An expression in a format, three ways side by side, with the error of each operation."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property

from fpviz.core.arithmetic.operations import Dyadic
from fpviz.core.arithmetic.operations.exact import number_of
from fpviz.core.arithmetic.rounding import Flags, Rules
from fpviz.core.expressions.contraction import contracted
from fpviz.core.expressions.enclosing import Bounds, Enclosed
from fpviz.core.expressions.errors import SPARE_BITS, bits_lost, errors, is_narrow
from fpviz.core.expressions.exactly import Exactly, rounded
from fpviz.core.expressions.machine import Done, executed
from fpviz.core.expressions.program import ExpressionError, Instruction, Line, Program, TextSpan
from fpviz.core.formats import Format
from fpviz.core.formats.decoding import decode
from fpviz.core.literals import Literal
from fpviz.core.numbers import Finite, Number
from fpviz.core.phrase import phrase, quoted


@dataclass(frozen=True)
class Executed:
    """What a machine did at one place of a program.

    Errors count ulps of the result, or of the exact value where a result is zero, upward if
    positive: ``made`` is what rounding this operation added, ``total`` how far the result is from
    the exact value of the line; ``None`` where either is not finite, or not known. ``lost`` are
    the leading bits that cancelled in a sum.
    """

    place: int
    line: Line
    done: Done
    operands: tuple[Done, ...]
    exact: Enclosed
    made: Fraction | None
    total: Fraction | None
    lost: int

    @property
    def format(self) -> Format:
        return self.done.format

    @property
    def code(self) -> int:
        return self.done.code

    @property
    def flags(self) -> Flags:
        return self.done.flags

    @property
    def number(self) -> Number:
        """What the code stands for."""
        return decode(self.format, self.code).number

    @property
    def exact_number(self) -> Number | None:
        """The exact value of the line, if it is known to the last digit."""
        return None if isinstance(self.exact, Bounds | None) else number_of(self.exact)

    @property
    def is_lost(self) -> bool:
        """Whether there is no finite result, although the exact value is finite."""
        is_known = isinstance(self.exact, Dyadic | Finite | Bounds)
        return is_known and not self.format.is_finite(self.code)

    @property
    def carried(self) -> Fraction | None:
        """What the errors of the operands have become here."""
        return None if self.total is None or self.made is None else self.total - self.made


@dataclass(frozen=True)
class Execution:
    """A program executed in a format: the lines, and among them the results."""

    program: Program
    lines: tuple[Executed, ...]

    @cached_property
    def results(self) -> tuple[Executed, ...]:
        """The lines of the last statement's value."""
        return tuple(self.lines[at] for at in self.program.results)

    @cached_property
    def worst(self) -> Executed | None:
        """Where most goes wrong: the first operation without a finite result where there is one,
        else that at which the error grew most; ``None`` where there is no error."""
        lost = (each for each in self.lines if each.is_lost)
        most = next(lost, None) or max(self.lines, key=self._growth)
        return most if most.is_lost or self._growth(most) else None

    def _growth(self, executed: Executed) -> Fraction:
        """By how many ulps the error of a line is larger than the largest among its operands."""
        if executed.total is None or not isinstance(executed.line, Instruction):
            return Fraction(0)
        before = (self.lines[at].total or Fraction(0) for at in executed.line.operands)
        return max(abs(executed.total) - max(map(abs, before)), Fraction(0))


@dataclass(frozen=True)
class Evaluation:
    """An expression in one format: exactly, as a machine does it, and contracted."""

    program: Program
    values: Mapping[str, Literal]
    format: Format
    rules: Rules

    @cached_property
    def machine(self) -> Execution:
        """Operation by operation, in the order of the text."""
        return self._execution(self.program)

    @cached_property
    def contracted(self) -> Execution:
        """With products fused into sums; the same as ``machine`` where there are none such."""
        program = contracted(self.program)
        if program is self.program:
            return self.machine
        return self._execution(program)

    def _execution(self, program: Program) -> Execution:
        done = executed(program, self.values, self.format, self.rules)
        exactly = Exactly(program, self.values, [each.format for each in done], self.rules)
        return _execution(exactly, done)

    @cached_property
    def nearest(self) -> tuple[int | None, ...]:
        """The codes that the exact results round to; ``None`` where that is not decided."""
        found = (_decided(each, self.rules) for each in self.machine.results)
        return tuple(found)


def evaluate(
    program: Program, values: Mapping[str, Literal], fmt: Format, rules: Rules = Rules()
) -> Evaluation:
    """The evaluation of a program whose variables have values.

    >>> from fpviz.core.expressions.parser import parse
    >>> from fpviz.core.formats import find_format
    >>> found = evaluate(parse("0.1 + 0.2"), {}, find_format("fp64"))
    >>> hex(found.machine.results[0].code), hex(found.nearest[0])
    ('0x3fd3333333333334', '0x3fd3333333333333')

    Raises ExpressionError where a variable has none.
    """
    for name in program.inputs:
        if name not in values:
            raise ExpressionError(
                phrase(
                    "{text}: {name} has no value; give it one, as in {name} = 0.5",
                    text=quoted(program.text),
                    name=name,
                ),
                _first(program, name),
            )
    return Evaluation(program, values, fmt, rules)


def _first(program: Program, name: str) -> TextSpan:
    lines = zip(program.lines, map(program.names, range(len(program.lines))), strict=True)
    return next(line.span for line, names in lines if name in names)


def _execution(exactly: Exactly, done: tuple[Done, ...]) -> Execution:
    exact = _as_narrow_as_needed(exactly, done)
    program = exactly.program
    lines: list[Executed] = []
    for place, (line, each) in enumerate(zip(program.lines, done, strict=True)):
        read = [lines[at] for at in line.operands] if isinstance(line, Instruction) else []
        made, total = errors(each, exact[place])
        if not any(operand.total is None or operand.total for operand in read):
            made = total  # of exact operands nothing is carried, not even by a narrow enclosure
        operands = tuple(operand.done for operand in read)
        lost = bits_lost(line, operands, each)
        lines.append(Executed(place, line, each, operands, exact[place], made, total, lost))
    return Execution(program, tuple(lines))


def _as_narrow_as_needed(exactly: Exactly, done: tuple[Done, ...]) -> tuple[Enclosed, ...]:
    """Enclosures that decide the roundings of the results, and errors in ulps, if any do."""
    bits = 2 * max(each.format.precision for each in done) + SPARE_BITS
    while True:
        exact = exactly.lines(bits)
        results = exactly.program.results
        is_decided = all(
            rounded(done[at].format, exact[at], exactly.rules) is not None for at in results
        )
        if (is_decided and all(map(is_narrow, done, exact))) or bits >= exactly.most_bits:
            return exact
        bits *= 2


def _decided(executed: Executed, rules: Rules) -> int | None:
    found = rounded(executed.format, executed.exact, rules)
    return None if found is None else found.code
