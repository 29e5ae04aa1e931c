"""How large the window is and how its docks share it: at first, and as it was left."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QByteArray, QEvent, QObject, QSize, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QMainWindow

from fpviz.app.late_panels import LatePanels
from fpviz.app.window.docks import Docks
from fpviz.model.present_workspace import PresentWorkspace
from fpviz.model.settings import Settings
from fpviz.panels.panel import Panel
from fpviz.widgets.look.style import em

_FIRST_SIZE = QSize(1440, 900)
_TITLE = QSize(0, 36)
"""About what a system puts around a window."""

_HEADER = 2.9
"""About how tall the header of a panel is, in lines."""


class _Left(NamedTuple):
    """How the docks of a workspace stood when another was chosen, and which one was alone."""

    docks: QByteArray
    alone: str = ""


class WindowLayout(QObject):
    """The layout of a window, one for each workspace; the sizes of the first one go with it when it
    is maximised."""

    def __init__(
        self,
        window: QMainWindow,
        docks: Docks,
        panels: LatePanels,
        settings: Settings,
        workspace: PresentWorkspace,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._docks = docks
        self._panels = panels
        self._settings = settings
        self._workspace = workspace
        self._shown = workspace.name
        self._left: dict[str, _Left] = {}
        self._is_first = False
        window.installEventFilter(self)

    def arrange(self) -> None:
        """Give the docks the sizes of the default layout."""
        wanted = {name: self._wanted_by(panel) for name, panel in self._panels.built.items()}
        self._docks.arrange({name: height for name, height in wanted.items() if height})

    def grow(self, name: str) -> None:
        """Give a panel the height that it wants, if there is room."""
        self._docks.grow(name, self._wanted_by(self._panels[name]))

    def reset_layout(self) -> None:
        """Put every panel of the workspace back to where it first stood."""
        self._docks.reset()
        self.arrange()

    def full_screen(self) -> None:
        """Fill the whole screen, or no longer."""
        self._window.setWindowState(self._window.windowState() ^ Qt.WindowState.WindowFullScreen)

    def panel_alone(self) -> None:
        """Show the panel that has the keyboard without the others, or all of them again."""
        focused, frames = self._window.focusWidget(), self._docks.frames
        holding = (name for name, frame in frames.items() if frame.isAncestorOf(focused))
        self._docks.toggle_alone(next(holding, next(iter(self._workspace.places))))

    def _key_left_over(self, event: QKeyEvent) -> None:
        """Esc, where no widget wants it, goes back from one panel to all, and from full screen."""
        if event.key() != Qt.Key.Key_Escape:
            return
        if self._docks.alone:
            self._docks.show_together()
        elif self._window.isFullScreen():
            self.full_screen()

    def switch(self) -> None:
        """Show the present workspace, as it was left, instead of the one shown so far."""
        self._left[self._shown] = _Left(self._docks.layout(), self._docks.alone)
        self._shown = name = self._workspace.name
        left = self._left.get(name) or _Left(self._settings.docks(name) or QByteArray())
        self._is_first = not self._docks.enter(self._workspace.places, left.docks)
        if self._is_first:
            self.arrange()
        if left.alone:
            self._docks.show_alone(left.alone)

    def restore(self) -> bool:
        """Take the remembered layout as far as it can be had, else the default one; whether any
        was remembered.

        A layout from a much larger screen, or of docks that are no longer, is not to be had.
        """
        geometry = self._settings.geometry()
        if geometry is None or not self._window.restoreGeometry(geometry):
            room = self._window.screen().availableSize() - _TITLE
            self._window.resize(_FIRST_SIZE.boundedTo(room))
        docks = self._settings.docks(self._shown)
        if docks is None or not self._window.restoreState(docks):
            self._is_first = True
            QTimer.singleShot(0, self, self.arrange)
        return geometry is not None

    def remember(self) -> None:
        """Keep the layout for the next run, unless it is kept as it is."""
        if not self._window.isVisible():
            return  # closed, it has closed its floating docks
        geometry, kept = self._window.saveGeometry(), self._settings
        docks = {name: left.docks for name, left in self._left.items()}
        docks[self._shown] = self._docks.layout()
        if geometry != kept.geometry() or any(kept.docks(n) != docks[n] for n in docks):
            kept.set_layout(geometry, docks)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.WindowStateChange and self._is_first:
            QTimer.singleShot(50, self, self.arrange)
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            self._key_left_over(event)
        return super().eventFilter(watched, event)

    def _wanted_by(self, panel: Panel) -> int:
        """The height that a panel wants with its header; 0 where it takes its share."""
        height = panel.first_height()
        return height + round(_HEADER * em(self._window.font())) if height else 0
