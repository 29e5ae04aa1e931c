"""Boxes, sliders and spin fields that the wheel changes only while they have the keyboard.

Qt's own also turn when they happen to pass below the mouse while what holds them scrolls.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QDoubleSpinBox, QSlider, QSpinBox, QWidget

if TYPE_CHECKING:  # a mixin, typed as what it is mixed into
    _Mixed = QWidget
else:
    _Mixed = object


class _Calm(_Mixed):
    """Leaves the wheel to what is around it, unless it has the keyboard; the wheel brings none."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()


class ComboBox(_Calm, QComboBox):
    """A list to choose from."""

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)


class Slider(_Calm, QSlider):
    """A level slider."""

    def __init__(self) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)


class SpinBox(_Calm, QSpinBox):
    """A field of an integer."""

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)


class DoubleSpinBox(_Calm, QDoubleSpinBox):
    """A field of a number."""

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
