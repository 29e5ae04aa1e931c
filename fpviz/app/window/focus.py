"""Where Tab and F6 lead: from panel to panel as they are seen, into none that is behind another.

Qt's own order is that in which widgets were made, over all panels; a panel whose form is made anew
falls to its end, and one behind a tab takes the keyboard where nobody sees it.
"""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDockWidget, QMainWindow, QMenuBar, QScrollArea, QTabBar, QWidget

from fpviz.app.window.docks import Docks

_ROW = 24
"""Pixels within which panels stand in one row."""


class FocusOrder:
    """The order in which a window's widgets take the keyboard.

    The window's parts (tool bar, docks, tab bars) come from top to bottom, then from left to
    right; the widgets of each stay as Qt has them.
    """

    def __init__(self, window: QMainWindow, docks: Docks) -> None:
        self._window = window
        self._docks = docks

    def step(self, forward: bool) -> bool:
        """Give the keyboard to the next widget, or the one before; whether that was possible."""
        chain = self._chain()
        stops = [w for part in self._parts() for w in chain if part.isAncestorOf(w)]
        here = self._window.focusWidget()
        if here not in stops:
            return False
        _focus(stops[(stops.index(here) + (1 if forward else -1)) % len(stops)], forward)
        return True

    def next_panel(self) -> None:
        self.step_panel(forward=True)

    def previous_panel(self) -> None:
        self.step_panel(forward=False)

    def go_to_panel(self, name: str) -> None:
        """Show a panel, and give it the keyboard."""
        self._docks.bring_to_front(name)
        self.enter(self._docks.frames[name])

    def step_panel(self, forward: bool) -> None:
        """Give the keyboard to the next panel, or the one before: to what had it there last."""
        parts = [part for part in self._parts() if not isinstance(part, QTabBar | QMenuBar)]
        here = self._window.focusWidget()
        at = next((i for i, part in enumerate(parts) if part.isAncestorOf(here)), -1)
        for offset in range(1, len(parts) + 1):
            if self.enter(parts[(at + (offset if forward else -offset)) % len(parts)]):
                return

    def enter(self, part: QWidget) -> bool:
        """Give the keyboard to a part of the window; whether anything in it takes it."""
        stops = [widget for widget in self._chain() if part.isAncestorOf(widget)]
        body = part.widget() if isinstance(part, QDockWidget) else part
        inside = [stop for stop in stops if body is not None and body.isAncestorOf(stop)]
        last = part.focusWidget()
        if not stops:
            return False
        _focus(last if last in stops else (inside or stops)[0], True)
        return True

    def _parts(self) -> list[QWidget]:
        """What the window consists of, as one reads it; what cannot be seen is left out."""
        options = Qt.FindChildOption.FindDirectChildrenOnly
        parts = self._window.findChildren(QWidget, options=options)
        seen = [
            part for part in parts if not part.isWindow() and not part.visibleRegion().isEmpty()
        ]
        return sorted(seen, key=lambda part: (part.y() // _ROW, part.x()))

    def _chain(self) -> list[QWidget]:
        """The widgets of the window that take the keyboard, in the order they were put together."""
        # WORKAROUND PySide6 6.10.3: nextInFocusChain() makes the wrapper of each widget the child
        # of the one before, and forgets half the window when one of them is deleted; not reported.
        return [widget for widget in self._window.findChildren(QWidget) if _takes_keyboard(widget)]


def _takes_keyboard(widget: QWidget) -> bool:
    tab = Qt.FocusPolicy.TabFocus
    return (
        widget.focusPolicy() & tab == tab
        and widget.focusProxy() is None
        and widget.isVisible()
        and widget.isEnabled()
    )


def _focus(widget: QWidget, forward: bool) -> None:
    reasons = Qt.FocusReason
    widget.setFocus(reasons.TabFocusReason if forward else reasons.BacktabFocusReason)
    above = widget.parentWidget()
    while above is not None:
        if isinstance(above, QScrollArea) and above.widget() is not None:
            above.ensureWidgetVisible(widget)
        above = above.parentWidget()
