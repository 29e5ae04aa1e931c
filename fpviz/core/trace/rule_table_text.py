"""The table of all rules as text: for a person, as Markdown, and as rows for CSV."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from itertools import zip_longest
from typing import NamedTuple

from fpviz.core.arithmetic.rounding import flags_raised
from fpviz.core.formats import Format
from fpviz.core.formats.decoding import decode
from fpviz.core.numbers import Finite
from fpviz.core.phrase import Phrase, Say, listed, phrase
from fpviz.core.text import columns, padded, scientific, shortest_decimal, value_text
from fpviz.core.trace.rule_table import Differs, RuleColumn, RuledCell, RuledOutcome, RuleTable


class Marking(NamedTuple):
    """What stands around an outcome that differs in its flags, and around one with another code."""

    plain: str
    flags: str
    code: str

    def marked(self, text: str, differs: Differs) -> str:
        """A text with the mark of what differs."""
        return self[differs].format(text)


TEXT_MARKS = Marking("  {}", "~ {}", "* {}")
_MARKDOWN = Marking("{}", "_{}_", "**{}**")
_GAP = 3


def table_text(table: RuleTable, say: Say = str) -> str:
    """The table for a person: columns under their heads, and below it what it does not show."""
    rows = [["", *(say(head(column)) for column in table.columns)]]
    for at, row in enumerate(table.cells):
        name = say(row[0].rules.rounding.rule.name)
        cells = [_lines(c.cells[at], table.format, TEXT_MARKS, say) for c in table.columns]
        for n, lines in enumerate(zip_longest(*cells, fillvalue="")):
            rows.append([name if not n else "", *lines])
    return "\n\n".join(
        ("\n".join(_in_columns(rows)), "\n".join(map(say, remarks(table, TEXT_MARKS))))
    )


def _in_columns(rows: list[list[str]]) -> Iterator[str]:
    widths = [max(map(columns, texts)) + _GAP for texts in zip(*rows, strict=True)]
    for row in rows:
        yield "".join(padded(text, width) for text, width in zip(row, widths, strict=True)).rstrip()


def table_markdown(table: RuleTable, say: Say = str) -> str:
    """The table in Markdown."""
    heads = [say(phrase("rounding")), *(say(head(column)) for column in table.columns)]
    rows = [heads, ["---"] * len(heads)]
    for at, row in enumerate(table.cells):
        lines = [_lines(c.cells[at], table.format, _MARKDOWN, say) for c in table.columns]
        rows.append([say(row[0].rules.rounding.rule.name), *map("<br>".join, lines)])
    written = "\n".join(f"| {' | '.join(row)} |" for row in rows)
    return "\n\n".join((written, *map(say, remarks(table, _MARKDOWN)))) + "\n"


def head(column: RuleColumn) -> Phrase:
    """What stands over a column."""
    return listed(*column.labels) if column.labels else phrase("result")


def remarks(table: RuleTable, marks: Marking) -> Iterator[Phrase]:
    """Which switches change nothing, and what the marks say, where there are any."""
    if told := without_effect(table):
        yield told
    seen = {each.differs for c in table.columns for cell in c.cells for each in cell.outcomes}
    if Differs.CODE in seen:
        yield phrase(
            "{mark}: another code than under the present rules.", mark=marks.code.format("…")
        )
    if Differs.FLAGS in seen:
        yield phrase("{mark}: the same code with other flags.", mark=marks.flags.format("…"))


def without_effect(table: RuleTable) -> Phrase | None:
    """Which switches change nothing, if any."""
    if not table.idle:
        return None
    names = listed(*(switch.name for switch in table.idle))
    return phrase("Without effect here: {switches}.", switches=names)


def _lines(cell: RuledCell, fmt: Format, marks: Marking, say: Say) -> list[str]:
    """A line for each outcome, with its mark."""
    return [marks.marked(say(outcome_text(each, fmt)), each.differs) for each in cell.outcomes]


def outcome_text(outcome: RuledOutcome, fmt: Format) -> Phrase:
    """An outcome in a few words: its code, value, flags, and its probability unless certain."""
    values: dict[str, str | Phrase] = {
        "code": fmt.code_text(outcome.code),
        "value": short_value(fmt, outcome.code),
        "flags": flags_raised(outcome.flags),
    }
    told = phrase("{code} = {value}", **values)
    if outcome.flags:
        told = phrase("{code} = {value}, {flags}", **values)
    if outcome.chance == 1:
        return told
    return phrase("{outcome}: {percent}%", outcome=told, percent=percent(outcome.chance))


def short_value(fmt: Format, code: int) -> str:
    """A value in the fewest digits that tell it from all others of the format."""
    number = decode(fmt, code).number
    return shortest_decimal(fmt, code) if isinstance(number, Finite) else value_text(number)


def percent(chance: Fraction) -> str:
    """A probability in percent, with three digits or as many as tell it from none and all."""
    least = min(chance, 1 - chance) * 100
    if least >= Fraction(1, 100):
        return scientific(chance * 100, 4)
    text = scientific(least, 2)
    return text if chance == least / 100 else f"100 - {text}"
