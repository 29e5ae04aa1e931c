"""The results of an expression in several formats, a row each."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication

from fpviz.core.expressions import Evaluation, Executed
from fpviz.core.expressions.said import code_said, exact_digits, ulps_said, value_said
from fpviz.core.formats import Format
from fpviz.widgets.expression.text_table import TableCell
from fpviz.widgets.look.theme import Theme

HALF = Fraction(1, 2)
"""The error in ulps beyond which a result is not the nearest value."""


class ResultRow(NamedTuple):
    """One result in one format, and its cells."""

    format: Format
    cells: tuple[TableCell, ...]


def tr(text: str) -> str:
    """``text`` in the language of the window."""
    return QCoreApplication.translate("ExpressionPanel", text)


def result_headings() -> tuple[TableCell, ...]:
    """What stands in the columns."""
    return (
        TableCell(tr("format"), is_number=False),
        TableCell(tr("exact, rounded once"), tr("What the exact result rounds to")),
        TableCell(tr("as written"), tr("What a machine gets, operation by operation")),
        TableCell(tr("ulps off"), tr("How far that is from the exact result, in ulps")),
        TableCell(tr("with FMA"), tr("What it gets with products fused into sums")),
        TableCell(tr("ulps off"), tr("How far that is from the exact result, in ulps")),
    )


def result_rows(found: Sequence[Evaluation], theme: Theme) -> tuple[ResultRow, ...]:
    """A row for each format, or, of a list, for each member in each format."""
    rows = []
    for each in found:
        pairs = zip(each.machine.results, each.contracted.results, each.nearest, strict=True)
        for at, (machine, contracted, nearest) in enumerate(pairs):
            name = each.format.title or each.format.name
            label = f"{name} [{at}]" if each.program.is_list else name
            cells = (
                TableCell(label, "", theme.tint(each.format), is_number=False, is_strong=True),
                _exact(machine, nearest),
                _held(machine),
                off_by(machine, theme),
                *_fused(machine, contracted, theme),
            )
            rows.append(ResultRow(each.format, cells))
    return tuple(rows)


def off_by(executed: Executed, theme: Theme) -> TableCell:
    """An error in ulps; one beyond half an ulp in the colour of a warning."""
    total = executed.total
    text = tr("exact") if total == 0 else ulps_said(total)
    far = total is None or abs(total) > HALF
    return TableCell(text, "", theme.overflow if far else "")


def _exact(executed: Executed, nearest: int | None) -> TableCell:
    exact = exact_digits(executed) or tr("not known")
    if nearest is None:
        return TableCell("?", tr("Exactly {0}; not decided to which code it rounds").format(exact))
    code = code_said(executed.format, nearest, executed.format)
    text = value_said(executed.format, nearest)
    return TableCell(text, tr("Exactly {0}; rounds to {1}").format(exact, code))


def _fused(machine: Executed, contracted: Executed, theme: Theme) -> tuple[TableCell, TableCell]:
    """The result with products fused, and its error; where that changes nothing, that it does."""
    if machine.done.operand == contracted.done.operand:
        same = TableCell(tr("the same"), "", theme.dim)
        return same, TableCell("", "")
    return _held(contracted), off_by(contracted, theme)


def _held(executed: Executed) -> TableCell:
    text = value_said(executed.format, executed.code)
    return TableCell(text, f"{executed.format.name}:{executed.format.code_text(executed.code)}")
