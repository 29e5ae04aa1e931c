"""A few buttons in a row of which one is down."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QToolButton, QWidget

from fpviz.widgets.roles import Role, told_as


@told_as(Role.Grouping)
class Segments(QWidget):
    """A few buttons of which one is down.

    Signals:
        chosen(str): the key of the button that the user pressed.
    """

    chosen = Signal(str)

    def __init__(self, choices: Sequence[tuple[str, str, str]], name: str) -> None:
        """``choices`` are (key, text, tooltip); ``name`` says what is chosen."""
        super().__init__()
        self._choice = ""
        self._group = QButtonGroup(self)
        self._keys: dict[QAbstractButton, str] = {}
        self.setAccessibleName(name)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        for key, text, tip in choices:
            button = QToolButton()
            button.setText(text)
            button.setToolTip(tip)
            button.setAccessibleName(f"{name}: {text}")
            button.setCheckable(True)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            self._keys[button] = key
            self._group.addButton(button)
            layout.addWidget(button)
        self._group.buttonToggled.connect(self._toggled)

    def show_choice(self, key: str) -> None:
        """Press a button down without telling anyone."""
        self._choice = key
        for button, its_key in self._keys.items():
            if its_key == key:
                button.setChecked(True)

    def _toggled(self, button: QAbstractButton, on: bool) -> None:
        """A button was pressed, or toggled by a screen reader, unless it was told to be down."""
        key = self._keys[button]
        if on and key != self._choice:
            self._choice = key
            self.chosen.emit(key)

    @property
    def buttons(self) -> tuple[QAbstractButton, ...]:
        """The buttons from left to right."""
        return tuple(self._keys)

    def button(self, key: str) -> QAbstractButton:
        """The button of a choice."""
        return next(button for button, its_key in self._keys.items() if its_key == key)
