"""The size of all text in a window: larger, smaller, by menu, by key and by Ctrl and the wheel."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QWheelEvent

from fpviz.model.settings import TEXT_SIZE, TEXT_SIZES

if TYPE_CHECKING:
    from fpviz.app.window.main_window import MainWindow

_NOTCH = 120
"""A wheel's angle for one notch, in eighths of a degree."""


class TextSize(QObject):
    """What a window's user does to the size of its text; remembered for the next run.

    The wheel is seen where the system hands it to a window, before any widget can take it.
    """

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._turned = 0

    def larger_text(self) -> None:
        self._step(1)

    def smaller_text(self) -> None:
        self._step(-1)

    def usual_text(self) -> None:
        self.choose(100)

    def choose(self, percent: int) -> None:
        """Take a size and remember it; one of ``TEXT_SIZES``."""
        self._window.settings.set(TEXT_SIZE, str(percent))
        self._window.appearance.resize_text(percent)
        self._window.show_remark(self.tr("Text size {0} %").format(percent))

    def _step(self, by: int) -> None:
        at = TEXT_SIZES.index(self._window.appearance.text_size) + by
        self.choose(TEXT_SIZES[max(0, min(len(TEXT_SIZES) - 1, at))])

    def watch(self) -> None:
        """Follow the wheel over the window, and over the panels that float."""
        for widget in (self._window, *self._window.frames.values()):
            handle = widget.windowHandle()
            if handle is not None:
                handle.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        control = Qt.KeyboardModifier.ControlModifier
        if not isinstance(event, QWheelEvent) or event.modifiers() != control:
            return False
        self._turned += event.angleDelta().y()
        notches = int(self._turned / _NOTCH)
        self._turned -= notches * _NOTCH
        if notches:
            self._step(notches)
        return True
