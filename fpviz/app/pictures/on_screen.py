"""What a window shows now, as far as a picture of it must know."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fpviz.app.pictures.look import Likeness
from fpviz.app.pictures.size import Size

if TYPE_CHECKING:
    from fpviz.app.window.main_window import MainWindow


def likeness(window: MainWindow) -> Likeness:
    """What a picture of the window, or of a panel of it, has in common with it."""
    return Likeness(
        window.session.runs,
        window.language,
        window.width(),
        window.height(),
        window.saveState(),
    )


def size_of(window: MainWindow, panel_id: str) -> Size | None:
    """The size that a panel, or the window, has now; ``None`` for a panel that is not in view."""
    if not panel_id:
        return Size(window.width(), window.height())
    frame = window.frames[panel_id]
    if frame.visibleRegion().isEmpty():
        return None
    return Size(frame.width(), frame.height())
