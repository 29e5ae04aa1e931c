"""Where the docks of the window stand at first, and how they get back there."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMainWindow

from fpviz.widgets.panel_frame import PanelFrame

_CHROME = 140
"""About what menu bar, value bar and status line take of the window's height."""


@dataclass(frozen=True, slots=True)
class Place:
    """A dock's first place: frames of one row and column are tabs; ``share`` is how much of its
    column's height it gets, against the others."""

    row: int
    column: int
    share: int


class Docks:
    """The docks of a window, each with its first place."""

    def __init__(self, window: QMainWindow) -> None:
        self._window = window
        self._places: dict[str, Place] = {}
        self.frames: dict[str, PanelFrame] = {}

    def add(self, frame: PanelFrame, row: int, column: int, share: int) -> None:
        """Put a new dock into its place."""
        name = frame.objectName()
        self.frames[name] = frame
        self._places[name] = Place(row, column, share)
        self._place(name, set(self.frames) - {name})

    def reset(self) -> None:
        """Put every dock back to its first place."""
        for frame in self.frames.values():
            frame.setFloating(False)
            self._window.removeDockWidget(frame)
        placed: set[str] = set()
        for name in self.frames:
            self._place(name, placed)
            placed.add(name)

    def _place(self, name: str, placed: set[str]) -> None:
        """Onto the tabs of its place, or under its column's last dock, or beside its row's."""
        frame, place = self.frames[name], self._places[name]
        others = [(self.frames[n], self._places[n]) for n in self.frames if n in placed]
        here = [dock for dock, its in others if (its.row, its.column) == (place.row, place.column)]
        above = [dock for dock, its in others if its.column == place.column]
        beside = [dock for dock, its in others if its.row == place.row]
        if here:
            self._window.tabifyDockWidget(here[-1], frame)
            here[0].raise_()
        elif above:
            self._window.splitDockWidget(above[-1], frame, Qt.Orientation.Vertical)
        elif beside:
            self._window.splitDockWidget(beside[-1], frame, Qt.Orientation.Horizontal)
        else:
            self._window.addDockWidget(Qt.DockWidgetArea.TopDockWidgetArea, frame)
        frame.show()

    def arrange(self, wanted: Mapping[str, int]) -> None:
        """Give the docks their first sizes; ``wanted`` names heights that are not shares."""
        room = max(300, self._window.height() - _CHROME)
        fixed = {name: min(height, round(room * 0.42)) for name, height in wanted.items()}
        docked = self._docked()
        for column in {place.column for place in docked.values()}:
            stack = {name: place for name, place in docked.items() if place.column == column}
            shares = sum(place.share for name, place in stack.items() if name not in fixed) or 1
            rest = room - sum(fixed.values())
            heights = [
                fixed.get(name, rest * place.share // shares) for name, place in stack.items()
            ]
            frames = [self.frames[name] for name in stack]
            self._window.resizeDocks(frames, heights, Qt.Orientation.Vertical)
        side = max(300, round(self._window.width() * 0.29))
        for row in {place.row for place in docked.values()}:
            frames = [self.frames[name] for name, place in docked.items() if place.row == row]
            if len(frames) > 1:
                widths = [self._window.width() - side, side]
                self._window.resizeDocks(frames, widths, Qt.Orientation.Horizontal)

    def grow(self, name: str, height: int) -> None:
        """Give a dock at least a height, as far as half of the window."""
        frame = self.frames[name]
        wanted = min(height, self._window.height() // 2)
        if not frame.isFloating() and frame.height() < wanted:
            self._window.resizeDocks([frame], [wanted], Qt.Orientation.Vertical)

    def _docked(self) -> dict[str, Place]:
        """The docks that stand in the window, of tabs the first, from top to bottom."""
        first: dict[tuple[int, int], str] = {}
        for name, place in self._places.items():
            frame = self.frames[name]
            if not frame.isHidden() and not frame.isFloating():
                first.setdefault((place.row, place.column), name)
        return {first[spot]: self._places[first[spot]] for spot in sorted(first)}
