"""What outlives the widgets of a window when all of them are built anew on the same session."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QWidget

from fpviz.widgets.input.verdict import Verdict

if TYPE_CHECKING:
    from fpviz.app.window.main_window import MainWindow

Steps = list[tuple[type[QWidget], int]]
"""The way from a widget down to one inside it: at each step, which child of a kind."""


class Passing:
    """What a window shows that neither its session nor its settings know.

    The views of the panels, the layout of the docks, a value that is half typed, and where the
    keyboard is.
    """

    def __init__(self, window: MainWindow) -> None:
        self._views = window.views()
        self._layout, self._alone = window.docks.layout(), window.docks.alone
        edit = window.value_bar.entry.edit
        self._draft = edit.text() if edit.verdict is not Verdict.VALID else None
        self._bit = window.bits.grid.focused_bit
        self._part, self._steps = _keyboard(window)

    def show_in(self, window: MainWindow) -> None:
        """Show it in the window's new widgets."""
        window.restore_views(self._views)
        # before a layout knows how small it may become it would refuse its old sizes
        QCoreApplication.sendPostedEvents()
        window.restoreState(self._layout)
        if self._alone:
            window.docks.show_alone(self._alone)
        if self._draft is not None:
            window.value_bar.entry.edit.show_draft(self._draft)
        if self._bit is not None:
            window.bits.grid.focus_bit(*self._bit)
        elif self._part in _parts(window):
            widget = _down(_parts(window)[self._part], self._steps)
            if widget is not None:
                widget.setFocus(Qt.FocusReason.OtherFocusReason)


def _parts(window: MainWindow) -> dict[str, QWidget]:
    return {"value": window.value_bar, **window.frames}


def _keyboard(window: MainWindow) -> tuple[str, Steps]:
    """The part of the window that has the keyboard, and the way down in it; "" if none has."""
    focused = window.focusWidget()
    for name, part in _parts(window).items():
        if focused is not None and part.isAncestorOf(focused):
            return name, _steps(part, focused)
    return "", []


def _steps(top: QWidget, widget: QWidget) -> Steps:
    """The way down to a widget inside another."""
    if widget is top:
        return []
    parent = widget.parentWidget()
    assert parent is not None, "it is inside"
    step = type(widget), _children(parent, type(widget)).index(widget)
    return [*_steps(top, parent), step]


def _down(top: QWidget, steps: Steps) -> QWidget | None:
    for kind, at in steps:
        alike = _children(top, kind)
        if at >= len(alike):
            return None
        top = alike[at]
    return top


def _children(parent: QWidget, kind: type[QWidget]) -> list[QWidget]:
    return [child for child in parent.children() if type(child) is kind]
