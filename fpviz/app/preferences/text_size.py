"""The size of all text in a window: larger, smaller, by menu, by key and by Ctrl and the wheel."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QWidget

from fpviz.app.preferences.appearance import Appearance
from fpviz.model.settings import TEXT_SIZE, TEXT_SIZES, Settings

_NOTCH = 120
"""A wheel's angle for one notch, in eighths of a degree."""


class TextSize(QObject):
    """What a window's user does to the size of its text; remembered for the next run.

    The wheel is seen where the system hands it to a window, before any widget can take it.

    Signals:
        remark(str): how large text is now.
    """

    remark = Signal(str)

    def __init__(self, appearance: Appearance, settings: Settings, parent: QObject) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._settings = settings
        self._turned = 0

    def larger_text(self) -> None:
        self._step(1)

    def smaller_text(self) -> None:
        self._step(-1)

    def usual_text(self) -> None:
        self.choose(100)

    def choose(self, percent: int) -> None:
        """Take a size and remember it; one of ``TEXT_SIZES``."""
        self._settings.set(TEXT_SIZE, str(percent))
        self._appearance.resize_text(percent)
        self.remark.emit(self.tr("Text size {0} %").format(percent))

    def _step(self, by: int) -> None:
        at = TEXT_SIZES.index(self._appearance.text_size) + by
        self.choose(TEXT_SIZES[max(0, min(len(TEXT_SIZES) - 1, at))])

    def watch(self, *windows: QWidget) -> None:
        """Follow the wheel over windows, as far as they are shown as such."""
        for widget in windows:
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
