"""An expression in a format, three ways side by side, with the error of each operation."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property

from fpviz.core.arithmetic.operations import Dyadic, Operation, read_operand
from fpviz.core.arithmetic.operations.exact import number_of
from fpviz.core.arithmetic.rounding import Flags, Rules
from fpviz.core.expressions.contraction import contracted
from fpviz.core.expressions.enclosing import Bounds, Enclosed, enclosed, value_of
from fpviz.core.expressions.exactly import MOST_BITS, Exactly, rounded
from fpviz.core.expressions.machine import Done, executed
from fpviz.core.expressions.program import ExpressionError, Instruction, Line, Program, TextSpan
from fpviz.core.formats import Format
from fpviz.core.formats.decoding import NumberClass, decode
from fpviz.core.formats.order import ulp
from fpviz.core.literals import Literal
from fpviz.core.numbers import Finite, Infinity, NaN, Number, floor_log2
from fpviz.core.phrase import phrase, quoted

_SPARE_BITS = 64
_NARROW = Fraction(1, 1 << 24)
"""Share of an ulp as which an enclosure is narrow enough to say how many ulps an error has."""


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
        """The operation at which the error grew most; ``None`` where there is no error."""
        grown = [
            (self._growth(each), each) for each in self.lines if isinstance(each.line, Instruction)
        ]
        most = max(grown, key=lambda pair: pair[0], default=None)
        return most[1] if most and most[0] > 0 else None

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
        return _execution(self._exactly, self.format)

    @cached_property
    def contracted(self) -> Execution:
        """With products fused into sums; the same as ``machine`` where there are none such."""
        program = contracted(self.program)
        if program is self.program:
            return self.machine
        return _execution(Exactly(program, self.values, self.rules), self.format)

    @cached_property
    def _exactly(self) -> Exactly:
        return Exactly(self.program, self.values, self.rules)

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


# -- errors ---------------------------------------------------------------------------------------


def _execution(exactly: Exactly, fmt: Format) -> Execution:
    done = executed(exactly.program, exactly.values, fmt, exactly.rules)
    exact = _as_narrow_as_needed(exactly, done)
    program = exactly.program
    lines = []
    for place, (line, each) in enumerate(zip(program.lines, done, strict=True)):
        operands = tuple(done[at] for at in line.operands) if isinstance(line, Instruction) else ()
        made, total = _errors(each, exact[place])
        lost = _lost(line, operands, each)
        lines.append(Executed(place, line, each, operands, exact[place], made, total, lost))
    return Execution(program, tuple(lines))


def _as_narrow_as_needed(exactly: Exactly, done: tuple[Done, ...]) -> tuple[Enclosed, ...]:
    """Enclosures that decide the roundings of the results, and errors in ulps, if any do."""
    bits = 2 * max(each.format.precision for each in done) + _SPARE_BITS
    while True:
        exact = exactly.lines(bits)
        results = exactly.program.results
        is_decided = all(
            rounded(done[at].format, exact[at], exactly.rules) is not None for at in results
        )
        if (is_decided and all(map(_is_narrow, done, exact))) or bits >= MOST_BITS:
            return exact
        bits *= 2


def _decided(executed: Executed, rules: Rules) -> int | None:
    found = rounded(executed.format, executed.exact, rules)
    return None if found is None else found.code


def _is_narrow(done: Done, exact: Enclosed) -> bool:
    """Whether the error of a result can be told in ulps, or cannot be at all."""
    unit = _unit(done, exact)
    if unit is None or not isinstance(exact, Bounds):
        return unit is None or exact is not None
    return exact.width <= unit * _NARROW


def _unit(done: Done, exact: Enclosed) -> Fraction | None:
    """The ulp of a result; of zero, where the exact value is none, the ulp of that."""
    fmt, code = done.operand
    if fmt.number_class(code) is NumberClass.ZERO:
        nearest = rounded(fmt, exact.high if isinstance(exact, Bounds) else exact, Rules())
        code = code if nearest is None or not fmt.is_finite(nearest.code) else nearest.code
    return ulp(fmt, code)


def _errors(done: Done, exact: Enclosed) -> tuple[Fraction | None, Fraction | None]:
    """What rounding made of the operation, and how far the result is from ``exact``, in ulps."""
    unit, held = _unit(done, exact), read_operand(done.operand)
    if unit is None or not isinstance(held, Dyadic | Finite):
        return None, None
    value = value_of(held)
    return _between(value, _before(done), unit), _between(value, exact, unit)


def _before(done: Done) -> Enclosed:
    """What was rounded, enclosed where it is irrational."""
    if isinstance(done.exact, Dyadic | Finite | Infinity | NaN):
        return done.exact
    return enclosed(done.exact, done.format.precision + _SPARE_BITS)


def _between(held: Fraction, exact: Enclosed, unit: Fraction) -> Fraction | None:
    if isinstance(exact, Bounds):
        return (held - exact.middle) / unit if exact.width <= unit * _NARROW else None
    return (held - value_of(exact)) / unit if isinstance(exact, Dyadic | Finite) else None


_TERMS: Mapping[Operation | None, Callable[..., Sequence[Fraction]]] = {
    Operation.ADD: lambda a, b: (a, b),
    Operation.SUBTRACT: lambda a, b: (a, b),
    Operation.FMA: lambda a, b, c: (a * b, c),
}
"""What is added or subtracted, in the operations that do."""


def _lost(line: Line, operands: tuple[Done, ...], done: Done) -> int:
    """The leading bits that cancel in a sum: the exponent of its larger term less its own."""
    terms = _TERMS.get(line.operation) if isinstance(line, Instruction) else None
    values = [read_operand(each.operand) for each in operands]
    finite = [value_of(each) for each in values if isinstance(each, Dyadic | Finite)]
    if terms is None or len(finite) < len(values) or not isinstance(done.exact, Dyadic | Finite):
        return 0
    most, left = max(map(abs, terms(*finite))), abs(value_of(done.exact))
    if not (most and left):
        return done.format.precision if most else 0
    return max(0, floor_log2(most) - floor_log2(left))
