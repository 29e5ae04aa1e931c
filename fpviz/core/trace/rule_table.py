"""All rules at once: what an operation gives under every rounding, with and without each switch.

A cell of the table is what the worked sheet says under the rules of that cell; so typed operands
are rounded by those rules, too. Where rounding draws at random, a cell has every outcome with its
probability; the operands are those of the draw that the present rules have.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import IntEnum
from fractions import Fraction
from functools import cache, cached_property
from itertools import product
from typing import Any, NamedTuple

from fpviz.core.arithmetic.operations import CONVERT, Result, convert, find_operation, operate
from fpviz.core.arithmetic.rounding import Flags, Rounded, Rules, encode
from fpviz.core.arithmetic.rounding_rules import Rounding
from fpviz.core.arithmetic.tininess_rules import Tininess
from fpviz.core.formats import Format
from fpviz.core.literals import CodeLiteral
from fpviz.core.phrase import Phrase, phrase, verbatim
from fpviz.core.trace.whole_sheet import Sheet, operand_of

Work = Callable[[Rules], Rounded]
"""What comes of an operation whose operands are there, under rules."""


class RuleSwitch(NamedTuple):
    """One of the rules beside rounding: its field in ``Rules``, what it is called, and each of its
    values with a name that is short enough for the head of a column."""

    field: str
    name: Phrase
    values: tuple[tuple[Any, Phrase], ...]


SWITCHES = (
    RuleSwitch("flush", verbatim("FTZ"), ((False, phrase("no FTZ")), (True, verbatim("FTZ")))),
    RuleSwitch("daz", verbatim("DAZ"), ((False, phrase("no DAZ")), (True, verbatim("DAZ")))),
    RuleSwitch("tininess", phrase("tininess"), tuple((each, each.rule.name) for each in Tininess)),
)
"""The switches whose values make the columns of the table."""


class Differs(IntEnum):
    """What of an outcome is none of the present rules': nothing, its flags, or its code itself."""

    NOTHING = 0
    FLAGS = 1
    CODE = 2


class RuledOutcome(NamedTuple):
    """A code with flags, how probable it is (1 unless it is drawn), and what of it differs from
    what the present rules give."""

    code: int
    flags: Flags
    chance: Fraction
    differs: Differs = Differs.NOTHING


@dataclass(frozen=True, slots=True)
class RuledCell:
    """What comes of an operation under ``rules``; several outcomes where they draw."""

    rules: Rules
    outcomes: tuple[RuledOutcome, ...]

    @property
    def differs(self) -> Differs:
        """What of one of the outcomes differs."""
        return max(outcome.differs for outcome in self.outcomes)


class RuleColumn(NamedTuple):
    """Values of the switches that matter, and a cell for each rounding."""

    labels: tuple[Phrase, ...]
    cells: tuple[RuledCell, ...]


@dataclass(frozen=True)
class RuleTable:
    """An operation under every rounding and every setting of the switches.

    ``cells`` has a row for each rounding and in it a cell for each setting, in the order of the
    product of ``SWITCHES``. ``rules`` are the present ones.
    """

    format: Format
    rules: Rules
    cells: tuple[tuple[RuledCell, ...], ...]

    @cached_property
    def all_cells(self) -> tuple[RuledCell, ...]:
        """The cells of one row after the other."""
        return tuple(cell for row in self.cells for cell in row)

    @cached_property
    def matter(self) -> tuple[RuleSwitch, ...]:
        """The switches that change a code or flags under some of the other rules."""
        return tuple(switch for switch in SWITCHES if self._matters(switch))

    @property
    def idle(self) -> tuple[RuleSwitch, ...]:
        """The switches that change nothing."""
        return tuple(switch for switch in SWITCHES if switch not in self.matter)

    @cached_property
    def columns(self) -> tuple[RuleColumn, ...]:
        """A column for each setting of the switches that matter; the others are as at present."""
        return tuple(
            RuleColumn(
                tuple(label for _, label in setting),
                tuple(
                    self.cell(replace(self.rules, rounding=rounding, **self._fields(setting)))
                    for rounding in Rounding
                ),
            )
            for setting in product(*(switch.values for switch in self.matter))
        )

    def cell(self, rules: Rules) -> RuledCell:
        """The cell of these rules."""
        return self._by_rules[rules]

    @cached_property
    def _by_rules(self) -> dict[Rules, RuledCell]:
        return {cell.rules: cell for cell in self.all_cells}

    def _fields(self, setting: Sequence[tuple[Any, Phrase]]) -> dict[str, Any]:
        values = (value for value, _ in setting)
        return {switch.field: value for switch, value in zip(self.matter, values, strict=True)}

    def _matters(self, switch: RuleSwitch) -> bool:
        return any(
            len({self._with(cell, switch, value).outcomes for value, _ in switch.values}) > 1
            for cell in self.all_cells
        )

    def _with(self, cell: RuledCell, switch: RuleSwitch, value: object) -> RuledCell:
        fields: dict[str, Any] = {switch.field: value}
        return self.cell(replace(cell.rules, **fields))


def rule_table(sheet: Sheet) -> RuleTable:
    """The table of what a sheet works out; its rules are the present ones."""
    fmt, rules = sheet.trace.format, sheet.trace.rules
    present = _outcomes(_work_of(sheet, rules), rules)
    return RuleTable(
        fmt,
        rules,
        tuple(
            tuple(
                _cell(_work_of(sheet, each), each, present)
                for each in settings(replace(rules, rounding=rounding))
            )
            for rounding in Rounding
        ),
    )


def _work_of(sheet: Sheet, rules: Rules) -> Work:
    """An operation on what its operands are under ``rules``, or a conversion."""
    name, fmt, source = sheet.trace.name, sheet.trace.format, sheet.sources[0]
    if name != CONVERT:
        operation = find_operation(name)
        operands = [
            operand_of(source, its_format, rules)
            for source, (its_format, _) in zip(sheet.sources, sheet.operands, strict=True)
        ]
        return lambda ruled: _rounded(operate(operation, fmt, operands, ruled))
    if isinstance(source, CodeLiteral):
        operand = source.operand
        return lambda ruled: _rounded(convert(fmt, operand, ruled))
    number = source.number
    return lambda ruled: encode(fmt, number, ruled)


def _rounded(result: Result) -> Rounded:
    """What became of an exact result."""
    return Rounded(result.code, result.flags)


def settings(rules: Rules) -> Iterator[Rules]:
    """``rules`` with every setting of the switches."""
    for values in product(*(switch.values for switch in SWITCHES)):
        fields = {switch.field: value for switch, (value, _) in zip(SWITCHES, values, strict=True)}
        yield replace(rules, **fields)


def _cell(work: Work, rules: Rules, present: tuple[RuledOutcome, ...]) -> RuledCell:
    compared = (each._replace(differs=_differs(each, present)) for each in _outcomes(work, rules))
    return RuledCell(rules, tuple(compared))


def _differs(outcome: RuledOutcome, present: tuple[RuledOutcome, ...]) -> Differs:
    alike = [each.flags for each in present if each.code == outcome.code]
    if not alike:
        return Differs.CODE
    return Differs.NOTHING if outcome.flags in alike else Differs.FLAGS


# -- what is drawn -----------------------------------------------------------------------------


def _outcomes(work: Work, rules: Rules) -> tuple[RuledOutcome, ...]:
    """What comes of the work, the smallest draws first."""
    if not rules.draws:
        return (RuledOutcome(*work(rules), Fraction(1)),)
    draws = 1 << rules.random_width

    @cache
    def drawn(bits: int) -> Rounded:
        return work(replace(rules, random_bits=bits))

    starts = [0, *_borders(drawn, 0, draws - 1)]
    ends = [*starts[1:], draws]
    return tuple(
        RuledOutcome(*drawn(start), Fraction(end - start, draws))
        for start, end in zip(starts, ends, strict=True)
    )


def _borders(drawn: Callable[[int], Rounded], low: int, high: int) -> Iterator[int]:
    """The draws above ``low``, up to ``high``, that give something else than the one before.

    What is drawn is added: with more of it a number once goes up, and once it is tiny no longer,
    and neither is undone by still more. So draws between two that give the same give it, too.
    """
    if drawn(low) == drawn(high):
        return
    if high - low == 1:
        yield high
        return
    middle = (low + high) // 2
    yield from _borders(drawn, low, middle)
    yield from _borders(drawn, middle, high)
