"""A button for the header of a panel."""

from __future__ import annotations

from PySide6.QtWidgets import QToolButton


def tool_button(text: str, tip: str) -> QToolButton:
    """A button with a word on it, which says in its tip, and to screen readers, what it does."""
    button = QToolButton()
    button.setText(text)
    button.setToolTip(tip)
    button.setAccessibleName(tip)
    return button
