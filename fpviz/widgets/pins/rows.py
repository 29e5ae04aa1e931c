"""The rows of pins, and the texts in them."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from dataclasses import dataclass
from io import StringIO

from PySide6.QtCore import QCoreApplication

from fpviz.core.formats import Format
from fpviz.core.markup import in_html
from fpviz.core.reading import Reading
from fpviz.core.text import brief, exact_text
from fpviz.widgets.number_line.table import Table
from fpviz.widgets.translated import told

_DIGITS = 17
_NAMED = 3
"""Formats that a narrow place names."""


@dataclass(frozen=True)
class PinRow:
    """A pin as it is shown: ``reading`` is its value in its own format or the active one, and
    ``exact_in`` are the formats, among those shown and its own, that hold the value itself."""

    name: str
    note: str
    text: str
    reading: Reading
    exact_in: tuple[Format, ...]

    @property
    def code(self) -> str:
        """The code with its format; of one that another value was rounded to, that it was."""
        fmt, is_exact = self.reading.format, self.reading.is_exact
        return f"{fmt.title} {'' if is_exact else '≈ '}{fmt.code_text(self.reading.code)}"

    @property
    def value(self) -> str:
        """The value that was pinned, as long as there is room for."""
        return brief(self.reading.source, _DIGITS)

    @property
    def formats(self) -> str:
        """The formats that hold it, as many as there is room for."""
        more = len(self.exact_in) - _NAMED
        titles = _titles(self.exact_in[:_NAMED])
        return f"{titles} +{more}" if more > 0 else titles


def tr(text: str) -> str:
    """``text`` in the language of the window."""
    return QCoreApplication.translate("Pins", text)


def headings() -> tuple[str, ...]:
    """What stands over the columns."""
    return tr("name"), tr("code"), tr("value"), tr("exact in"), tr("note")


def cells(row: PinRow) -> tuple[str, ...]:
    """The texts of a row."""
    return row.name, row.code, row.value, row.formats or "–", row.note


def tip(row: PinRow) -> str:
    """All that is known of a row, as HTML: a note may look like marks of it."""
    lines = [told(row.name, row.note) if row.note else row.name, row.text, row.code]
    if not row.reading.is_exact:
        held = brief(row.reading.number)
        lines.append(tr("rounded: {0}").format(held))
    lines.append(tr("exact in: {0}").format(_titles(row.exact_in) or tr("none shown")))
    return in_html("\n".join(lines))


def whole_table(rows: Sequence[PinRow]) -> Table:
    """Rows as they are taken away: nothing is cut, and each value reads back as it is."""
    titles = tr("name"), tr("source"), tr("code"), tr("value"), tr("exact in"), tr("note")
    return Table(titles, tuple(map(_whole, rows)))


def rows_tsv(rows: Sequence[PinRow]) -> str:
    """The texts of rows, without headings, for a spreadsheet."""
    return "\n".join("\t".join(_whole(row)) for row in rows)


def rows_csv(rows: Sequence[PinRow]) -> str:
    """The rows as CSV, after RFC 4180."""
    out, table = StringIO(), whole_table(rows)
    csv.writer(out).writerows((table.headings, *table.rows))
    return out.getvalue()


def rows_markdown(rows: Sequence[PinRow]) -> str:
    """The rows as a table of Markdown."""
    table = whole_table(rows)
    texts = tuple(tuple(text.replace("|", "\\|") for text in row) for row in table.rows)
    return Table(table.headings, texts).markdown() + "\n"


def _whole(row: PinRow) -> tuple[str, ...]:
    value = exact_text(row.reading.source)
    return row.name, row.text, row.code, value, _titles(row.exact_in), row.note


def _titles(formats: Sequence[Format]) -> str:
    return ", ".join(fmt.title for fmt in formats)
