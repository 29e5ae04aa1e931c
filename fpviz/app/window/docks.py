"""Where the docks of a workspace stand at first, and how they get back there."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from functools import partial

from PySide6.QtCore import QByteArray, QEvent, QObject, QPoint, QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import QMainWindow, QTabBar

from fpviz.model.workspaces import FirstPlace, Places, called_for, seen_at_first
from fpviz.widgets.frame.panel_frame import PanelFrame
from fpviz.widgets.look.style import em

_CHROME = 10.0
"""About what menu bar, value bar and status line take of the window's height, in lines."""

_BESIDE, _LEAST_BESIDE = 0.29, 21.5
"""How wide a dock beside another is, as a share of the row, and how many lines at least."""

_MOVES = frozenset(
    {
        QEvent.Type.Move,
        QEvent.Type.Resize,
        QEvent.Type.Show,
        QEvent.Type.Hide,
        QEvent.Type.WindowStateChange,
    }
)


class Docks(QObject):
    """The docks of a window, those of the present workspace each with its first place.

    A dock that is hidden and shown again finds the split that it left. ``alone`` is the name of the
    one that is shown without the others, until any of them is asked for; empty if none is. The
    docks that only other workspaces have are hidden, and have no place.

    Signals:
        changed(): a dock, or the window, is elsewhere, of another size, shown or hidden.
        wanted(names): docks are asked for, of which the workspace may lack one.
    """

    changed = Signal()
    wanted = Signal(object)

    def __init__(self, window: QMainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._places: Places = {}
        self.frames: dict[str, PanelFrame] = {}
        self._splits = _Splits(self.frames, window)
        self.alone = ""
        self._together = QByteArray()
        self._empty = window.saveState()
        self._front: tuple[str, ...] = ()
        window.installEventFilter(self)

    def add(self, frame: PanelFrame) -> None:
        """Take a new dock, hidden until a workspace with a place for it is entered."""
        name = frame.objectName()
        self.frames[name] = frame
        frame.setParent(self._window)
        frame.hide()
        frame.installEventFilter(self)
        frame.alone_wanted.connect(partial(self.toggle_alone, name))
        frame.dockLocationChanged.connect(self._splits.forget)
        toggle = frame.toggleViewAction()
        toggle.triggered.connect(lambda checked: self._show_again(name) if checked else None)

    def clear(self) -> None:
        """Delete all docks: others are to come, and take what places they have."""
        self.alone = ""
        self._splits.forget()
        for frame in self.frames.values():
            self._window.removeDockWidget(frame)
            frame.deleteLater()
        self.frames.clear()

    def enter(self, places: Places, state: QByteArray | None = None) -> bool:
        """Show the docks of a workspace, and no others, as a state says, else at their first
        places; whether the state could be had."""
        self._take_out()
        self._places = places
        restored = state is not None and self._window.restoreState(state)
        self._place_all()
        return restored

    def _take_out(self) -> None:
        """Leave no dock in the window, and nothing that keeps a place for one that was there."""
        self.alone = ""
        for frame in (self.frames[name] for name in self._places):
            if frame.isFloating():
                frame.setFloating(False)  # of others it would show what lies behind, too
            self._window.removeDockWidget(frame)
        self._window.restoreState(self._empty)

    def bring_to_front(self, *names: str) -> None:
        """Show docks that are hidden, behind another's tab, or behind the window."""
        self.wanted.emit(names)
        for name in names:
            if name in self._places:
                self._bring_to_front(name)

    def _bring_to_front(self, name: str) -> None:
        if name != self.alone:
            self.show_together()
        if self.frames[name].isHidden():
            self._show_again(name)
        else:
            self.frames[name].raise_()
        if self.frames[name].isFloating():
            self.frames[name].activateWindow()

    # -- tabs in front ----------------------------------------------------------------------

    def in_front(self) -> tuple[str, ...]:
        """The docks that are seen in the window where others are seen at first, as tabs.

        Those last seen, while the window itself is not.
        """
        if self._window.isVisible():
            first = seen_at_first(self._places)
            seen = (name for name, place in self._places.items() if not place.at_side)
            self._front = tuple(n for n in seen if n not in first and self._is_in_front(n))
        return self._front

    def _is_in_front(self, name: str) -> bool:
        frame = self.frames[name]
        return not (frame.isFloating() or frame.visibleRegion().isEmpty())

    def show_in_front(self, names: Sequence[str], spoken_of: Collection[str]) -> None:
        """Show docks in front; elsewhere the first of each place's that is spoken of, if shown."""
        for name in called_for(self._places, spoken_of):
            if not self.frames[name].isHidden():
                self.frames[name].raise_()
        if names:
            self.bring_to_front(*names)

    # -- one alone --------------------------------------------------------------------------

    def toggle_alone(self, name: str) -> None:
        """Show a dock without the others, or all of them again."""
        if self.alone:
            self.show_together()
        else:
            self.show_alone(name)

    def show_alone(self, name: str) -> None:
        """Give a dock the whole window; what floats goes on floating."""
        self._together, self.alone = self._window.saveState(), name
        for other in self._places:
            if not self.frames[other].isFloating():
                self.frames[other].setVisible(other == name)

    def show_together(self) -> None:
        """Show the docks as they were before one was shown alone."""
        if self.alone:
            self.alone = ""
            self._window.restoreState(self._together)

    def layout(self) -> QByteArray:
        """Where the docks are, or will be when one is no longer alone."""
        return self._together if self.alone else self._window.saveState()

    # -- first places -----------------------------------------------------------------------

    def _show_again(self, name: str) -> None:
        self.show_together()
        frame = self.frames[name]
        frame.show()
        frame.raise_()
        QTimer.singleShot(0, frame, frame.raise_)  # one that was hidden has its tab only then
        QTimer.singleShot(0, self, partial(self._came, name))

    def _place_all(self) -> None:
        """Put every dock that has no place yet into its first one."""
        # What stands at the side is put there while there is one dock to stand beside, what is as
        # wide as all columns while there is one column, and tabs when nothing is to stand under.
        # A row is complete before the next one begins, or that would be as wide as it.
        first, *others = sorted(seen_at_first(self._places), key=self._spot)
        sides = [name for name, place in self._places.items() if place.at_side]
        across = [name for name in others if self._places[name].across]
        for name in dict.fromkeys((first, *sides, *across, *others, *self._places)):
            if not self._is_placed(name):
                self._place(name)

    def _spot(self, name: str) -> tuple[int, int]:
        return self._places[name].row, self._places[name].column

    def _is_placed(self, name: str) -> bool:
        nowhere = Qt.DockWidgetArea.NoDockWidgetArea
        return self._window.dockWidgetArea(self.frames[name]) != nowhere

    def reset(self) -> None:
        """Put every dock back to its first place."""
        self._take_out()
        self._place_all()

    def _place(self, name: str) -> None:
        """Onto the tabs of its place, or under the next dock of its column, or beside its row's."""
        frame, place = self.frames[name], self._places[name]
        others = [
            (self.frames[other], its)
            for other, its in self._places.items()
            if other != name and self._is_placed(other)
        ]
        here = [dock for dock, its in others if (its.row, its.column) == (place.row, place.column)]
        above = [
            (its.row, dock)
            for dock, its in others
            if its.column == place.column and its.row < place.row
        ]
        beside = [dock for dock, its in others if its.row == place.row and not its.at_side]
        if here:
            self._window.tabifyDockWidget(here[-1], frame)
            here[0].raise_()
        elif above:
            nearest = max(above, key=lambda each: each[0])[1]
            self._window.splitDockWidget(nearest, frame, Qt.Orientation.Vertical)
        elif beside:
            self._window.splitDockWidget(beside[-1], frame, Qt.Orientation.Horizontal)
        else:
            self._window.addDockWidget(Qt.DockWidgetArea.TopDockWidgetArea, frame)
        frame.setVisible(not place.at_side)  # one shown for a moment would want room

    def arrange(self, wanted: Mapping[str, int]) -> None:
        """Give the docks their first sizes; ``wanted`` are the heights of those without a share."""
        self._splits.forget()
        docked = self._docked()
        chrome = round(_CHROME * em(self._window.font()))
        room = max(300, self._window.height() - chrome)
        without = [name for name, place in docked.items() if not place.share]
        fixed = {name: min(wanted.get(name, room), round(room * 0.42)) for name in without}
        for column in sorted({each.column for each in docked.values() if not each.at_side}):
            stack = {name: place for name, place in docked.items() if place.column == column}
            shares = sum(place.share for name, place in stack.items() if name not in fixed) or 1
            rest = room - sum(fixed.values())
            heights = {name: rest * place.share // shares for name, place in stack.items()} | {
                name: fixed[name] for name in stack if name in fixed
            }
            fixed |= {name: heights[name] for name, place in stack.items() if place.across}
            frames = [self.frames[name] for name in stack]
            self._window.resizeDocks(frames, list(heights.values()), Qt.Orientation.Vertical)
        self._arrange_widths(docked)

    def _arrange_widths(self, docked: Places) -> None:
        sides = [name for name, place in docked.items() if place.at_side]
        widths = {name: self._side_width(name) for name in sides}
        room = self._window.width() - sum(widths.values())
        for row in {place.row for place in docked.values()}:
            inner = [n for n, place in docked.items() if place.row == row and n not in sides]
            if len(inner) > 1:
                inner.sort(key=lambda name: not docked[name].wide)
                widths |= zip(inner, self._row_widths(len(inner), room), strict=True)
        self._resize_widths(widths)

    def _row_widths(self, count: int, room: int) -> list[int]:
        """The widths of a row's docks: the first has the most, the others as much as each other."""
        others = count - 1
        least = max(self.frames[name].minimumSizeHint().width() for name in self._places)
        wanted = max(_LEAST_BESIDE * em(self._window.font()), room * _BESIDE / others**0.5)
        beside = round(min(wanted, (room - least) / others))
        return [room - others * beside, *[beside] * others]

    def _side_width(self, name: str) -> int:
        """The width that a dock at the side wants, as far as there is room."""
        return min(self.frames[name].sizeHint().width(), round(self._window.width() * 0.3))

    def _resize_widths(self, widths: Mapping[str, int]) -> None:
        frames = [self.frames[name] for name in widths]
        self._window.resizeDocks(frames, list(widths.values()), Qt.Orientation.Horizontal)

    # -- hidden and shown again -------------------------------------------------------------

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """See docks go, and the window's own splits drawn with the mouse."""
        if event.type() in _MOVES:
            self.changed.emit()
        if watched is self._window:
            if event.type() == QEvent.Type.MouseButtonRelease:
                self._splits.forget()
        elif event.type() == QEvent.Type.Close:
            self._splits.keep()
        return False

    def _came(self, name: str) -> None:
        """Give the docks back the split that they had with this one, or make room at the side.

        By now it may be gone: another workspace may have been chosen.
        """
        if name not in self._places or self._splits.mend() or not self._places[name].at_side:
            return
        docked, room = self._docked(), self._window.width()
        if name in docked and len(docked) > 1:
            wanted = self._side_width(name)
            share = (room - wanted) / (room - self.frames[name].width())
            widths = {other: round(self.frames[other].width() * share) for other in docked}
            self._resize_widths(widths | {name: wanted})

    def grow(self, name: str, height: int) -> None:
        """Give a dock at least a height, as far as half of the window."""
        frame = self.frames[name]
        wanted = min(height, self._window.height() // 2)
        if not frame.isFloating() and frame.height() < wanted:
            self._splits.forget()
            self._window.resizeDocks([frame], [wanted], Qt.Orientation.Vertical)

    def _docked(self) -> dict[str, FirstPlace]:
        """The docks that stand in the window, of tabs the first, from top to bottom."""
        first: dict[tuple[int, int], str] = {}
        for name, place in self._places.items():
            frame = self.frames[name]
            if not frame.isHidden() and not frame.isFloating():
                first.setdefault((place.row, place.column), name)
        return {first[spot]: self._places[first[spot]] for spot in sorted(first)}


class _Splits:
    """Remembers, for each company of docks, how they last shared the window.

    Qt keeps the size of a hidden dock alone; where several were hidden, what they left has gone to
    the others, and does not come back by itself.
    """

    def __init__(self, frames: Mapping[str, PanelFrame], window: QMainWindow) -> None:
        self._frames = frames
        self._window = window
        self._known: dict[frozenset[str], dict[str, QSize]] = {}

    def keep(self) -> None:
        """Remember the present split."""
        sizes = self._sizes()
        self._known[frozenset(sizes)] = sizes

    def forget(self) -> None:
        """Remember no split: another has been drawn."""
        self._known.clear()

    def mend(self) -> bool:
        """Give the docks the sizes that they last had together; whether there were such sizes."""
        known = self._known.get(frozenset(self._sizes()), {})
        frames = [self._frames[name] for name in known]
        heights = [size.height() for size in known.values()]
        widths = [size.width() for size in known.values()]
        self._window.resizeDocks(frames, heights, Qt.Orientation.Vertical)
        self._window.resizeDocks(frames, widths, Qt.Orientation.Horizontal)
        return bool(known)

    def _sizes(self) -> dict[str, QSize]:
        """The sizes of the docks that can be seen in the window, with the tabs under them."""
        options = Qt.FindChildOption.FindDirectChildrenOnly
        bars = self._window.findChildren(QTabBar, options=options)
        tabs = [bar.geometry() for bar in bars if bar.isVisible()]
        sizes = {}
        for name, frame in self._frames.items():
            if not frame.isFloating() and not frame.visibleRegion().isEmpty():
                under = frame.geometry().bottomLeft() + QPoint(2, 2)
                heights = [bar.height() for bar in tabs if bar.contains(under)]
                sizes[name] = frame.size() + QSize(0, sum(heights))
        return sizes
