"""The actions of a context menu."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QWidget

from fpviz.core.line.axis import AXES
from fpviz.widgets.number_line import words


def action(parent: QWidget, text: str, act: Callable[[], None]) -> QAction:
    """An action that does ``act``."""
    made = QAction(text, parent)
    made.triggered.connect(lambda _checked=False: act())
    return made


def separator(parent: QWidget) -> QAction:
    """A line between actions."""
    made = QAction(parent)
    made.setSeparator(True)
    return made


def axis_actions(parent: QWidget, choose: Callable[[str], None]) -> dict[str, QAction]:
    """One action for each axis, of which one is checked."""
    group = QActionGroup(parent)
    made = {name: action(parent, words.axis_action(name), partial(choose, name)) for name in AXES}
    for each in made.values():
        each.setCheckable(True)
        group.addAction(each)
    return made
