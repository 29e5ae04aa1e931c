"""The forms that lines have, a small reader each: what they take a line apart into is the same.

- TestFloat's own: ``3F800000 40000000 40400000 01``: operands, result, flags.
- Words with names, as in a testbench's log: ``A=0x3f80_0000 B=32'h40000000 EXP=… GOT=… FLAGS=01``.
- CSV: operands, result, flags, in this order or as its head says.

A new form is a class here, and its line in the table.
"""

from __future__ import annotations

import csv
import re
from abc import ABC, abstractmethod
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import ClassVar

from fpviz.core.phrase import Complaint, Phrase, phrase, quoted, verbatim
from fpviz.core.vectors.vector import EXPECTED, GOT
from fpviz.core.vectors.words import CODES, EITHER, Digits

FLAGS, ROUNDING = "flags", "rounding"
_OPERANDS = ("a", "b", "c")

_NAMES = {
    "a": "opa operanda ina ia rs1 src1 src0 op1 operand1 in1 x",
    "b": "opb operandb inb ib rs2 src2 op2 operand2 in2 y",
    "c": "opc operandc inc ic rs3 src3 op3 operand3 in3 z",
    EXPECTED: "exp expect expectation ref reference gold golden model want wanted result res r",
    GOT: "got actual act dut out output rtl unit q rd observed obs",
    f"{EXPECTED} {FLAGS}": "flags flag fflags exc exceptions expflags expectedflags refflags",
    f"{GOT} {FLAGS}": "gotflags actualflags dutflags outflags",
    ROUNDING: "rounding rm frm roundingmode rmode rnd",
}
"""The names of columns and words, by what they are of; case and what is no letter do not count."""

_ROLES = {role: role for role in _NAMES} | {
    name: role for role, names in _NAMES.items() for name in names.split()
}


def role_of(name: str) -> str | None:
    """What a column or a word of that name is; ``None`` if that is not known.

    >>> role_of("OP_A"), role_of("Expected"), role_of("time")
    ('a', 'expected', None)
    """
    return _ROLES.get(re.sub(r"[\W_]+", "", name.lower()))


@dataclass(slots=True)
class LineParts:
    """A line taken apart into words: what operand, result and so on is written as."""

    operands: Sequence[str]
    results: dict[str, str]
    flags: dict[str, str] = field(default_factory=dict)
    rounding: str | None = None


class LineForm(ABC):
    """A form of lines; of each file one, which may remember what its first lines said."""

    key: ClassVar[str]
    name: ClassVar[Phrase]
    digits: ClassVar[Digits]
    """What hexadecimal digits without any mark are."""

    def __init__(self, arity: int) -> None:
        self.arity = arity

    @staticmethod
    @abstractmethod
    def fits(line: str) -> bool:
        """Whether a file whose first line this is may be of this form."""

    @abstractmethod
    def parts(self, line: str) -> LineParts | None:
        """What a line is made of; ``None`` for a head. Raises Complaint."""


class TestFloatLines(LineForm):
    """Operands, the result, and perhaps flags: words of hexadecimal digits."""

    key = "testfloat"
    name = verbatim("TestFloat")
    digits = CODES
    _LINE = re.compile(r"[0-9A-Fa-f]+(?:\s+[0-9A-Fa-f]+)*")

    @staticmethod
    def fits(line: str) -> bool:
        return TestFloatLines._LINE.fullmatch(line) is not None

    def parts(self, line: str) -> LineParts:
        words = line.split()
        _count(words, self.arity)
        return _in_order(words, self.arity)


class LogLines(LineForm):
    """Words with names, among any others: ``A=0x3f80_0000``, ``got: 3f800000``."""

    key = "log"
    name = phrase("words with names")
    digits = CODES
    _WORD = re.compile(r"([A-Za-z][\w.\[\]]*)\s*[=:]\s*(\"[^\"]*\"|[^\s,;=]*[^\s,;=:])(?=[\s,;]|$)")

    @staticmethod
    def fits(line: str) -> bool:
        return any(role_of(name) for name, _ in LogLines._WORD.findall(line))

    def parts(self, line: str) -> LineParts:
        found = [(role_of(name), name, word) for name, word in self._WORD.findall(line)]
        named: dict[str, str] = {}
        for role, name, word in found:
            if role is None:
                continue
            if role in named:
                raise Complaint(phrase("{name} is said twice", name=quoted(name)))
            named[role] = word
        return _by_role(named, self.arity)


class CsvLines(LineForm):
    """Cells between commas, semicolons or tabs; a head may say what the columns are."""

    key = "csv"
    name = verbatim("CSV")
    digits = EITHER
    _DELIMITERS = ",;\t"

    def __init__(self, arity: int) -> None:
        super().__init__(arity)
        self._delimiter = ""
        self._columns: list[str | None] | None = None

    @staticmethod
    def fits(line: str) -> bool:
        return any(delimiter in line for delimiter in CsvLines._DELIMITERS)

    def parts(self, line: str) -> LineParts | None:
        first = not self._delimiter
        if first:
            self._delimiter = next((d for d in self._DELIMITERS if d in line), ",")
        cells = self._cells(line)
        if first and sum(role_of(cell) is not None for cell in cells) > 1:
            self._columns = self._head(cells)
            return None
        if self._columns is None:
            _count(cells, self.arity)
            return _in_order(cells, self.arity)
        if len(cells) > len(self._columns):
            raise Complaint(
                phrase(
                    "there are {count} cells, and {columns} columns",
                    count=str(len(cells)),
                    columns=str(len(self._columns)),
                )
            )
        named = {role: cell for role, cell in zip(self._columns, cells, strict=False) if role}
        return _by_role({role: cell for role, cell in named.items() if cell}, self.arity)

    def _cells(self, line: str) -> list[str]:
        if '"' in line:
            cells = next(csv.reader([line], delimiter=self._delimiter, skipinitialspace=True))
        else:
            cells = line.split(self._delimiter)
        return [cell.strip() for cell in cells]

    def _head(self, cells: Sequence[str]) -> list[str | None]:
        roles = [role_of(cell) for cell in cells]
        for role, cell in zip(roles, cells, strict=True):
            if role and roles.count(role) > 1:
                raise Complaint(phrase("{name} is said twice", name=quoted(cell)))
        return roles


LINE_FORMS: tuple[type[LineForm], ...] = (TestFloatLines, LogLines, CsvLines)
"""The forms, in the order in which they are tried."""


def find_line_form(name: str) -> type[LineForm]:
    """The form of that name. Raises Complaint."""
    for form in LINE_FORMS:
        if form.key == name.strip().lower():
            return form
    accepted = ", ".join(form.key for form in LINE_FORMS)
    raise Complaint(phrase("{text} is not one of {accepted}", text=quoted(name), accepted=accepted))


def form_of(line: str) -> type[LineForm] | None:
    """The first form that a line may be of."""
    return next((form for form in LINE_FORMS if form.fits(line)), None)


def _count(words: Sequence[str], arity: int) -> None:
    if not arity < len(words) <= arity + 2:
        raise Complaint(
            phrase(
                "words: {count}; wanted are the operands ({arity}), a result and perhaps flags",
                count=str(len(words)),
                arity=str(arity),
            )
        )


def _in_order(words: Sequence[str], arity: int) -> LineParts:
    flags = {EXPECTED: words[arity + 1]} if words[arity + 1 :] and words[arity + 1] else {}
    return LineParts(words[:arity], {EXPECTED: words[arity]}, flags)


def _by_role(named: dict[str, str], arity: int) -> LineParts:
    wanted, beyond = _OPERANDS[:arity], [name for name in _OPERANDS[arity:] if name in named]
    if missing := [name for name in wanted if name not in named]:
        raise Complaint(phrase("operand {name} is missing", name=missing[0]))
    results = {name: named[name] for name in (EXPECTED, GOT) if name in named}
    if len(beyond) == 1 and not results:
        results[EXPECTED] = named[beyond.pop()]  # C=… of two operands, Z=… of X and Y
    if beyond:
        raise Complaint(
            phrase(
                "operand {name} is one too many: {arity} are taken",
                name=beyond[0],
                arity=str(arity),
            )
        )
    if not results:
        raise Complaint(phrase("a result is missing"))
    return LineParts(
        [named[name] for name in wanted], results, _flags(named, results), named.get(ROUNDING)
    )


def _flags(named: dict[str, str], results: Iterable[str]) -> dict[str, str]:
    """The flags of each result; those that do not say whose they are belong to the only one."""
    flags = {name: named[f"{name} {FLAGS}"] for name in results if f"{name} {FLAGS}" in named}
    if not flags and f"{EXPECTED} {FLAGS}" in named:
        flags = dict.fromkeys(results, named[f"{EXPECTED} {FLAGS}"])
    return flags
