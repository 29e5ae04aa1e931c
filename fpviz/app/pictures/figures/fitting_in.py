"""How large a figure is laid out so that all of it is in the picture, and when it stands still."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from math import inf

from PySide6.QtCore import QEventLoop
from PySide6.QtWidgets import QApplication, QWidget

from fpviz.app.pictures.size import Size
from fpviz.panels.panel import Room

_MOST_SHRUNK = 16.0


@dataclass(frozen=True, slots=True)
class Fitted:
    """The size that was asked for with a height in its unit, and the pixels to lay out at."""

    size: Size
    height: float
    layout: tuple[int, int]
    shrunk: float


def fit(size: Size, room: Callable[[int], Room]) -> Fitted:
    """How to lay something out so that all of it is in a picture of a size.

    Where it does not fit, it is laid out larger, and so comes out smaller.
    """
    width, height = size.pixels

    def fits(larger: float) -> bool:
        needed = room(round(width * larger))
        return needed.width <= width * larger and needed.least <= (height or inf) * larger

    low, high = 1.0, 1.0
    while not fits(high) and high < _MOST_SHRUNK:
        low, high = high, high * 1.5
    while high - low > 0.01:
        middle = (low + high) / 2
        low, high = (low, middle) if fits(middle) else (middle, high)
    wide = round(width * high)
    if height is None:
        best = room(wide).best
        return Fitted(size, best / high / size.unit.pixels, (wide, best), high)
    assert size.height is not None
    return Fitted(size, size.height, (wide, round(height * high)), high)


def settle(widget: QWidget) -> None:
    """Let everything find its place."""
    for _ in range(3):
        QApplication.sendPostedEvents()
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)
    layout = widget.layout()
    if layout is not None:
        layout.activate()
