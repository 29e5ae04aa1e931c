"""Widgets that are drawn into a picture, and never come to a screen."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication, QWidget


@contextmanager
def deleted_after(widget: QWidget) -> Iterator[None]:
    """Keeps a widget from the screen, and deletes it at once when it has been drawn."""
    widget.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
    try:
        yield
    finally:
        widget.hide()
        widget.deleteLater()
        QApplication.sendPostedEvents(widget, QEvent.Type.DeferredDelete.value)
