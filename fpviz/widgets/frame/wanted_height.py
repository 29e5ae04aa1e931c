"""How high a widget wants to be."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget


def whole_height(page: QWidget | None, width: int) -> int:
    """The height at which all that is laid out in a widget is seen, at a width."""
    layout = None if page is None else page.layout()
    return 0 if layout is None else layout.totalHeightForWidth(width)
