"""The elements of one kind, listed."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from fpviz.core.formats.decoding import decode
from fpviz.core.text import brief
from fpviz.data.census.elements import Element, place
from fpviz.data.tensors.tensor import Tensor
from fpviz.widgets.expression.text_table import TableCell

_DIGITS = 9


def tr(text: str) -> str:
    """``text`` in the language of the window."""
    return QCoreApplication.translate("ElementRows", text)


def headings() -> tuple[TableCell, ...]:
    """What stands over the columns."""
    return (
        TableCell(tr("element"), tr("Click a row: it becomes the source"), is_number=False),
        TableCell(tr("value")),
        TableCell(tr("code")),
    )


def cells(tensor: Tensor, element: Element) -> tuple[TableCell, ...]:
    """The texts of an element: its indices, its value, its code."""
    fmt = tensor.known_format
    number = decode(fmt, element.code).number
    where = ", ".join(map(str, place(tensor, element.at)))
    return (
        TableCell(f"[{where}]"),
        TableCell(brief(number, _DIGITS), brief(number)),
        TableCell(fmt.code_text(element.code)),
    )
