"""The columns of the table of elements, and what each says of a code."""

from __future__ import annotations

from enum import Enum

from PySide6.QtCore import QCoreApplication

from fpviz.core.arithmetic.rounding import encode
from fpviz.core.formats import Format
from fpviz.core.formats.decoding import class_said, decode, value_of
from fpviz.core.text import brief_in, scientific, shortest_decimal, value_text
from fpviz.widgets.translated import said


class Column(Enum):
    """What the table may say of an element."""

    ADDRESS = "address"
    CODE = "code"
    BITS = "bits"
    VALUE = "value"
    CLASS = "class"
    ERROR = "error"


class ValueForm(Enum):
    """How values are written: the exact number as far as there is room, or the shortest one."""

    EXACT = "exact"
    SHORTEST = "shortest"


def tr(text: str) -> str:
    """``text`` in the language of the window."""
    return QCoreApplication.translate("BenchColumns", text)


def column_name(column: Column) -> str:
    """What stands over a column."""
    return {
        Column.ADDRESS: tr("address"),
        Column.CODE: tr("code"),
        Column.BITS: tr("bits"),
        Column.VALUE: tr("value"),
        Column.CLASS: tr("class"),
        Column.ERROR: tr("error"),
    }[column]


def value_said(fmt: Format, code: int, form: ValueForm) -> str:
    """The value of a code, in a form."""
    if form is ValueForm.SHORTEST and fmt.is_finite(code):
        return shortest_decimal(fmt, code)
    return brief_in(fmt, decode(fmt, code).number)


def whole_value(fmt: Format, code: int) -> str:
    """The exact value of a code, however long."""
    return value_text(decode(fmt, code).number)


def class_of_code(fmt: Format, code: int) -> str:
    """What a code is."""
    return said(class_said(decode(fmt, code)))


def error_in(other: Format, fmt: Format, code: int) -> str:
    """By how much a value changes that another format rounds, to three digits."""
    if not fmt.is_finite(code):
        return ""
    rounded = encode(other, decode(fmt, code).number).code
    if not other.is_finite(rounded):
        return tr("becomes {0}").format(brief_in(other, decode(other, rounded).number))
    return scientific(value_of(other, rounded) - value_of(fmt, code), 3)
