"""How large the window is and how its docks share it: at first, and as it was left."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QEvent, QObject, QSize, Qt, QTimer
from PySide6.QtGui import QKeyEvent

from fpviz.panels.bits import BitsPanel
from fpviz.widgets.look.style import em

if TYPE_CHECKING:
    from fpviz.app.window.main_window import MainWindow

_FIRST_SIZE = QSize(1440, 900)
_TITLE = QSize(0, 36)
"""About what a system puts around a window."""

_HEADER = 2.9
"""About how tall the header of a panel is, in lines."""


class WindowLayout(QObject):
    """The layout of a window; the sizes of the first one go with it when it is maximised."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._is_first = False
        window.installEventFilter(self)

    def arrange(self) -> None:
        """Give the docks the sizes of the default layout."""
        self._window.docks.arrange({BitsPanel.ID: self._wanted_by_bits()})

    def grow_bits(self) -> None:
        """Show all rows, if there is room: a format was added, or they became taller."""
        self._window.docks.grow(BitsPanel.ID, self._wanted_by_bits())

    def reset_layout(self) -> None:
        """Put every panel back to where it first stood."""
        self._window.docks.reset()
        self.arrange()

    def full_screen(self) -> None:
        """Fill the whole screen, or no longer."""
        self._window.setWindowState(self._window.windowState() ^ Qt.WindowState.WindowFullScreen)

    def panel_alone(self) -> None:
        """Show the panel that has the keyboard without the others, or all of them again."""
        window, focused = self._window, self._window.focusWidget()
        holding = (name for name, frame in window.frames.items() if frame.isAncestorOf(focused))
        window.docks.toggle_alone(next(holding, BitsPanel.ID))

    def _key_left_over(self, event: QKeyEvent) -> None:
        """Esc, where no widget wants it, goes back from one panel to all, and from full screen."""
        if event.key() != Qt.Key.Key_Escape:
            return
        if self._window.docks.alone:
            self._window.docks.show_together()
        elif self._window.isFullScreen():
            self.full_screen()

    def restore(self) -> bool:
        """Take the remembered layout as far as it can be had, else the default one; whether any
        was remembered.

        A layout from a much larger screen, or of docks that are no longer, is not to be had.
        """
        remembered = self._window.settings.layout()
        geometry, docks = remembered or (QByteArray(), QByteArray())
        if not self._window.restoreGeometry(geometry):
            room = self._window.screen().availableSize() - _TITLE
            self._window.resize(_FIRST_SIZE.boundedTo(room))
        if not self._window.restoreState(docks):
            self._is_first = True
            QTimer.singleShot(0, self, self.arrange)
        return remembered is not None

    def remember(self) -> None:
        """Keep the layout for the next run, unless it is kept as it is."""
        layout = self._window.saveGeometry(), self._window.docks.layout()
        if layout != self._window.settings.layout():
            self._window.settings.set_layout(*layout)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.WindowStateChange and self._is_first:
            QTimer.singleShot(50, self, self.arrange)
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            self._key_left_over(event)
        return super().eventFilter(watched, event)

    def _wanted_by_bits(self) -> int:
        header = round(_HEADER * em(self._window.font()))
        return self._window.bits.grid.minimum_body_height() + header
