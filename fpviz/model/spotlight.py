"""Where a panel points to in the bits of another: some bits of a code, for a while."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:  # a window is there before the first sheet is worked
    from fpviz.core.trace.sheet import BitRange


class Spotlight(QObject):
    """What is pointed at.

    Signals:
        moved(object): a ``BitRange``, or ``None`` when nothing is pointed at any more.
    """

    moved = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._place: BitRange | None = None

    @property
    def place(self) -> BitRange | None:
        """The bits that are pointed at, if any."""
        return self._place

    def point_at(self, place: BitRange | None) -> None:
        """Point at other bits, or at nothing."""
        if place != self._place:
            self._place = place
            self.moved.emit(place)
