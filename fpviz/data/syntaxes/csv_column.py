"""A column of CSV with a head: codes in hexadecimal, else numbers; of several, the last one."""

from __future__ import annotations

import csv
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from typing import NamedTuple

from fpviz.core.phrase import phrase
from fpviz.data.dump import Dump
from fpviz.data.gathering import Gathering
from fpviz.data.gathering_numbers import Numbers, number_of
from fpviz.data.syntaxes.syntax import Syntax
from fpviz.data.text import DumpText
from fpviz.data.words import integer, prefixed, unit_of

_DELIMITERS = ",;\t"
_NAME = re.compile(r"[^\W\d]")
_BYTES = re.compile(r"(?:[0-9A-Fa-f]{2})+")

_Row = tuple[int, list[str]]
"""The number of a line, and its cells."""


def read(text: DumpText, unit: int | None) -> Dump | None:
    """The words or numbers of a column; a remark says which."""
    first = text.head()
    delimiter = max(_DELIMITERS, key=first[0][1].count) if len(first) > 1 else ","
    names, *rows = [cells for _, cells in _rows(first, delimiter)] or [[]]
    if len(names) < 2 or not any(map(_NAME.match, names)) or any(map(_is_data, names)):
        return None
    whole = [row for row in rows if len(row) == len(names)]
    columns = [[row[at] for row in whole] for at in range(len(names))]
    coded = [at for at, cells in enumerate(columns) if _are(cells, prefixed)]
    plain = [at for at, cells in enumerate(columns) if _are(cells, number_of)]
    if not coded and not plain:
        return None
    at = (coded or plain)[-1]
    column = _Column(text, delimiter, names, at)
    dump = _codes(column, unit) if coded or unit else _numbers(column)
    said = phrase("column {name} of {names}", name=names[at], names=", ".join(names))
    return dump and replace(dump, remarks=(said, *dump.remarks))


def _rows(lines: Iterable[tuple[int, str]], delimiter: str) -> Iterator[_Row]:
    for number, line in lines:
        for row in csv.reader([line], delimiter=delimiter):
            yield number, [cell.strip() for cell in row]


class _Column(NamedTuple):
    """A column of a table, below its name."""

    text: DumpText
    delimiter: str
    names: list[str]
    at: int

    def cells(self) -> Iterator[tuple[int, str]]:
        """Its cells, with their lines."""
        rows = _rows(self.text.lines(), self.delimiter)
        next(rows)
        return ((line, row[self.at]) for line, row in rows if len(row) == len(self.names))


def _is_data(name: str) -> bool:
    """Whether what stands in the first line is no name of a column."""
    return bool(_BYTES.fullmatch(name) or prefixed(name)) or number_of(name) is not None


def _are(cells: list[str], read_cell: Callable[[str], object]) -> bool:
    """Whether most cells are of a kind."""
    return sum(1 for cell in cells if read_cell(cell) is not None) * 2 > len(cells)


def _codes(column: _Column, unit: int | None) -> Dump | None:
    size = unit or unit_of(each for _, cell in column.cells() if (each := integer(cell)))
    gathering = Gathering(size, size)
    for line, cell in column.cells():
        gathering.add_word(line, cell, integer(cell))
    return gathering.dump()


def _numbers(column: _Column) -> Dump | None:
    numbers = Numbers()
    for line, cell in column.cells():
        if not numbers.add(line, cell):
            break
    dump = numbers.dump()
    return dump and replace(dump, fit=1.0)


SYNTAX = Syntax("csv", phrase("a column of CSV"), read)
