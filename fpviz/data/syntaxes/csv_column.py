"""A column of CSV with a head: codes in hexadecimal, else numbers; of several, the last one."""

from __future__ import annotations

import csv
import re
from collections.abc import Callable
from dataclasses import replace

from fpviz.core.phrase import phrase
from fpviz.data.dump import Dump, UnreadLine
from fpviz.data.gathering import Gathering
from fpviz.data.syntaxes.decimals import number_of
from fpviz.data.syntaxes.syntax import Syntax
from fpviz.data.words import integer, prefixed, unit_of

_DELIMITERS = ",;\t"
_NAME = re.compile(r"[^\W\d]")
_BYTES = re.compile(r"(?:[0-9A-Fa-f]{2})+")

_Cells = list[tuple[int, str]]
"""The cells of a column, with their lines."""


def read(text: str, unit: int | None) -> Dump | None:
    """The words or numbers of a column; a remark says which."""
    names, columns = _table(text)
    coded = [at for at, cells in enumerate(columns) if _are(cells, prefixed)]
    plain = [at for at, cells in enumerate(columns) if _are(cells, number_of)]
    if not coded and not plain:
        return None
    at = (coded or plain)[-1]
    dump = _codes(columns[at], unit) if coded or unit else _numbers(columns[at])
    said = phrase("column {name} of {names}", name=names[at], names=", ".join(names))
    return dump and replace(dump, remarks=(said, *dump.remarks))


def _table(text: str) -> tuple[list[str], list[_Cells]]:
    """The names of the columns, and their cells; none if the text is no table."""
    lines = text.splitlines()
    if len(lines) < 2:
        return [], []
    reader = csv.reader(lines, delimiter=max(_DELIMITERS, key=lines[0].count))
    names = [cell.strip() for cell in next(reader)]
    if len(names) < 2 or not any(map(_NAME.match, names)) or any(map(_is_data, names)):
        return [], []
    rows = [(reader.line_num, row) for row in reader if len(row) == len(names)]
    return names, [[(line, row[at].strip()) for line, row in rows] for at in range(len(names))]


def _is_data(name: str) -> bool:
    """Whether what stands in the first line is no name of a column."""
    return bool(_BYTES.fullmatch(name) or prefixed(name)) or number_of(name) is not None


def _are(cells: _Cells, read_cell: Callable[[str], object]) -> bool:
    """Whether most cells are of a kind."""
    return sum(1 for _, cell in cells if read_cell(cell) is not None) * 2 > len(cells)


def _codes(cells: _Cells, unit: int | None) -> Dump | None:
    size = unit or unit_of([each for _, cell in cells if (each := integer(cell))])
    gathering = Gathering(size, size)
    for line, cell in cells:
        gathering.add_word(line, cell, integer(cell))
    return gathering.dump()


def _numbers(cells: _Cells) -> Dump:
    found = [(line, cell, number_of(cell)) for line, cell in cells]
    return Dump(
        numbers=tuple(number for *_, number in found if number is not None),
        unread=tuple(UnreadLine(line, cell) for line, cell, number in found if number is None),
    )


SYNTAX = Syntax("csv", phrase("a column of CSV"), read)
