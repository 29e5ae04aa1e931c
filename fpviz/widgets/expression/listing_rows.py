"""The operations of an expression in one format, a row each."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from fpviz.core.arithmetic.rounding import Flags
from fpviz.core.expressions import Executed, Execution
from fpviz.core.expressions.listing import Listing
from fpviz.core.expressions.said import HEAD, exact_digits, is_spared, row, value_said
from fpviz.core.formats import Format
from fpviz.widgets.expression.result_rows import HALF
from fpviz.widgets.expression.text_table import TableCell
from fpviz.widgets.look.theme import Theme
from fpviz.widgets.translated import said

_WORDS = {0, 1, 8}
"""The columns in which words stand: line, operation, flags."""

_MADE, _TOTAL, _LOST, _FLAGS = 4, 6, 7, 8
_MUCH = 4
"""Bits that cancel beyond which the loss is told in colour."""

_LONGEST = 40
_LOUD = Flags.INVALID | Flags.OVERFLOW | Flags.DIVIDE_BY_ZERO


def tr(text: str) -> str:
    """``text`` in the language of the window."""
    return QCoreApplication.translate("ExpressionPanel", text)


def shown_lines(execution: Execution) -> tuple[Executed, ...]:
    """The lines that are listed: all but typed numbers that the format holds."""
    return tuple(each for each in execution.lines if not is_spared(each))


def listing_headings() -> tuple[TableCell, ...]:
    """What stands in the columns."""
    tips = {
        _MADE: tr("What rounding this operation has added, in ulps of its result"),
        5: tr("What the errors of its operands have become, in ulps of its result"),
        _TOTAL: tr("How far the result is from the exact value, in ulps"),
        _LOST: tr("Leading bits that cancel in a sum or a difference"),
    }
    return tuple(
        TableCell(said(head), tips.get(at, ""), is_number=at not in _WORDS)
        for at, head in enumerate(HEAD)
    )


def listing_rows(execution: Execution, home: Format, theme: Theme) -> list[tuple[TableCell, ...]]:
    """A row for each line that is shown; where the error grows most, it is in bold."""
    listing = Listing(execution.program)
    return [
        _cells(each, listing, home, theme, each is execution.worst)
        for each in shown_lines(execution)
    ]


def _cells(
    executed: Executed, listing: Listing, home: Format, theme: Theme, is_worst: bool
) -> tuple[TableCell, ...]:
    texts = [said(text) for text in row(executed, listing, home)]
    colours = _colours(executed, theme)
    tip = _tip(executed, listing, is_worst)
    return tuple(
        TableCell(
            _cut(text) if at in (0, 1) else text,
            tip,
            colours.get(at, ""),
            is_number=at not in _WORDS,
            is_strong=is_worst and at in (0, 1, _TOTAL),
        )
        for at, text in enumerate(texts)
    )


def _colours(executed: Executed, theme: Theme) -> dict[int, str]:
    """What wants to be seen: errors beyond half an ulp, cancellation, exceptions."""
    total = executed.total
    found = {}
    if total is None or abs(total) > HALF:
        found[_TOTAL] = theme.overflow
    if executed.lost >= _MUCH:
        found[_LOST] = theme.subnormal
    if executed.flags & _LOUD:
        found[_FLAGS] = theme.overflow
    return found


def _tip(executed: Executed, listing: Listing, is_worst: bool) -> str:
    """The operation on its values, the exact value, and whether the error grows most here."""
    told = []
    if executed.operands:
        values = [value_said(*each.operand) for each in executed.operands]
        told.append(tr("operands {0}").format(", ".join(values)))
    told.append(tr("exactly {0}").format(exact_digits(executed) or tr("not known")))
    if is_worst:
        told.append(tr("the error in ulps grows most here"))
    told.append(listing.program.said(executed.place))
    return "\n".join(told)


def _cut(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST // 2]}…{text[-_LONGEST // 3 :]}"
