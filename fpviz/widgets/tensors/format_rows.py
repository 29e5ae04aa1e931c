"""Formats side by side: what becomes of the elements of a tensor in each."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication

from fpviz.core.formats import Format
from fpviz.core.text import grouped
from fpviz.data.census.fates import Fate, Scaling
from fpviz.data.census.quality import Quality
from fpviz.widgets.expression.text_table import TableCell
from fpviz.widgets.look.theme import Theme
from fpviz.widgets.tensors.verdict_text import power, safe_scales


class FormatRow(NamedTuple):
    """What is known of a format: the fate of the elements, the scales, and the errors if known."""

    fmt: Format
    fate: Fate
    scaling: Scaling
    quality: Quality | None


def tr(text: str) -> str:
    """``text`` in the language of the window."""
    return QCoreApplication.translate("FormatRows", text)


def headings() -> tuple[TableCell, ...]:
    """What stands over the columns."""
    texts = (
        (tr("format"), tr("Click a row: its format becomes the active one")),
        (tr("flushed"), tr("Not zero, and becomes zero")),
        (tr("up"), tr("Below the smallest value, and rounded up to it")),
        (tr("subnormal"), tr("Rounds to a subnormal value")),
        (tr("normal"), tr("Rounds to a normal value")),
        (tr("overflow"), tr("Beyond the largest value, and not rounded down to it")),
        (tr("exact"), tr("Held as it is")),
        (tr("SQNR"), tr("Signal to noise of rounding, after scale, cast and unscale")),
        (tr("best"), tr("The best power of two to scale by")),
        (tr("loses nothing"), tr("Scales at which nothing is flushed and nothing overflows")),
    )
    return tuple(TableCell(text, tip, is_number=0 < at < 8) for at, (text, tip) in enumerate(texts))


def cells(row: FormatRow, theme: Theme) -> tuple[TableCell, ...]:
    """The texts of a row; what is lost stands out."""
    fate, found, safe = row.fate, row.quality, safe_scales(row.scaling)
    lost = [
        TableCell(grouped(count), colour=theme.overflow if count else "")
        for count in (fate.flushed, fate.overflow)
    ]
    return (
        TableCell(row.fmt.title, row.fmt.name, theme.tint(row.fmt), False, True),
        lost[0],
        *(TableCell(grouped(n)) for n in (fate.rounded_up, fate.subnormal, fate.normal)),
        lost[1],
        TableCell("…" if found is None else grouped(found.exact)),
        TableCell(_sqnr(found)),
        TableCell(power(row.scaling.best), is_number=False),
        TableCell(f"{power(safe[0])} … {power(safe[-1])}" if safe else tr("none"), is_number=False),
    )


def _sqnr(found: Quality | None) -> str:
    if found is None:
        return "…"
    if found.lost:
        return "–"
    return "∞" if found.sqnr_db is None else f"{found.sqnr_db:.1f} dB"


def format_rows(
    scalings: Mapping[Format, Scaling],
    formats: Iterable[Format],
    scale: int,
    qualities: Mapping[Format, Quality],
) -> list[FormatRow]:
    """A row for each format that was asked about."""
    return [
        FormatRow(fmt, scalings[fmt].at(scale), scalings[fmt], qualities.get(fmt))
        for fmt in formats
        if fmt in scalings
    ]
