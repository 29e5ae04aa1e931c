"""A figure set up out of sight: a window or one panel on a scene, at a size, in a theme.

Nothing that is on the screen changes meanwhile: the figure has a session of its own, and its theme
is that of its own window.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from math import inf

from PySide6.QtCore import QEvent, QEventLoop, Qt
from PySide6.QtWidgets import QApplication, QWidget

from fpviz.app.appearance import OnePicture
from fpviz.app.language import ENGLISH, Language
from fpviz.app.launch import application, build_window, passing_settings
from fpviz.app.pictures.environment import drawn_with
from fpviz.app.pictures.on_paper import is_whole, leave_out_chrome, share_out
from fpviz.app.pictures.origin import Origin
from fpviz.app.pictures.size import Size
from fpviz.app.pictures.writing import Picture
from fpviz.app.window import MainWindow
from fpviz.model.scene import Scene
from fpviz.panels.panel import Panel, Room
from fpviz.widgets.figure_sheet import FigureSheet
from fpviz.widgets.style import palette
from fpviz.widgets.theme import THEMES

_WINDOW = (1440, 900)
_LEAST_WINDOW = (1024, 640)
_MOST_SHRUNK = 16.0


@dataclass(frozen=True, slots=True)
class Look:
    """How a scene is to be drawn: a panel's id (empty: the window), a size (``None``: the natural
    one), a scale for pixels, a theme, and a language, unless it is that of a window."""

    panel: str = ""
    size: Size | None = None
    scale: float = 1.0
    theme: str = "light"
    language: str = ENGLISH


@dataclass(frozen=True, slots=True)
class Figure:
    """A picture that is ready, and by how much it had to be shrunk for all of it to fit."""

    picture: Picture
    shrunk: float = 1.0


@contextmanager
def figure(scene: Scene, look: Look, like: MainWindow | None = None) -> Iterator[Figure]:
    """A figure of a scene. ``like`` is a window whose layout, runs and language it has."""
    theme = THEMES[look.theme]
    language = Language(application(), look.language) if like is None else like.language
    with tempfile.TemporaryDirectory() as folder:
        window = build_window(scene, passing_settings(folder), OnePicture(theme), language)
        session = window.session  # it has to outlive what listens to it
        target: QWidget = window
        try:
            window.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
            window.setPalette(palette(theme))
            if like is None:
                session.runs.wait()
            else:
                session.runs.take_over(like.session.runs)
            if look.panel:
                target, fitted = _sheet(window, look)
            else:
                fitted = _whole(window, look, like)
            _settle(target)
            size = replace(fitted.size, height=fitted.height)
            about = str(look.size) if look.size is not None else ""
            spoken = language.present
            origin = Origin(scene, look.panel, about, look.scale, look.theme, spoken, drawn_with())
            yield Figure(Picture(target, size, origin), fitted.shrunk)
        finally:
            session.runs.close()
            for widget in {target, window}:
                widget.hide()
                widget.deleteLater()
                QApplication.sendPostedEvents(widget, QEvent.Type.DeferredDelete.value)
            if like is None:
                language.choose(ENGLISH)


def as_shown(window: MainWindow, panel_id: str) -> Size | None:
    """The size that a panel, or the window, has now; ``None`` for a panel that is not in view."""
    if not panel_id:
        return Size(window.width(), window.height())
    frame = window.frames[panel_id]
    if frame.visibleRegion().isEmpty():
        return None
    return Size(frame.width(), frame.height())


@dataclass(frozen=True, slots=True)
class _Fitted:
    """The size that was asked for with a height in its unit, and the pixels to lay out at."""

    size: Size
    height: float
    layout: tuple[int, int]
    shrunk: float


def _sheet(window: MainWindow, look: Look) -> tuple[FigureSheet, _Fitted]:
    """A panel on a sheet of its own, laid out."""
    panel, frame = window.panels[look.panel], window.frames[look.panel]
    window.build_late()
    caption = panel.figure_caption() or frame.caption.text()
    sheet = FigureSheet(panel, panel.title, caption, THEMES[look.theme])
    if not panel.figure_caption():
        panel.caption_changed.connect(sheet.set_caption)
    panel.become_figure()
    size = look.size or Size(panel.figure_width())
    sheet.resize(round(size.pixels[0]), 400)
    sheet.show()
    _settle(sheet)
    if look.size is None:  # some widths are known only when all is there
        size = Size(panel.figure_width())
    fitted = _fit(size, lambda width: _room(sheet, panel, width))
    sheet.resize(*fitted.layout)
    return sheet, fitted


def _room(sheet: FigureSheet, panel: Panel, width: int) -> Room:
    rest, room = sheet.rest(width), panel.figure_room(width)
    return Room(room.width, room.least + rest, room.best + rest)


def _whole(window: MainWindow, look: Look, like: MainWindow | None) -> _Fitted:
    """The whole window, laid out; on paper without what only a hand needs."""
    for frame in window.frames.values():
        frame.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)  # one may float
    if look.size is None:
        width, height = _WINDOW if like is None else (like.width(), like.height())
        fitted = _Fitted(Size(width, height), height, (width, height), 1.0)
    else:
        fitted = _fit(look.size, _window_room)
    window.resize(*fitted.layout)
    window.show()
    window.build_late()
    _settle(window)
    if like is not None:
        window.restoreState(like.saveState())
        window.resize(*fitted.layout)
        _settle(window)
    if THEMES[look.theme].on_paper:
        leave_out_chrome(window, THEMES[look.theme])
    if like is None:
        window.layout_.arrange()
    return _with_room(window, fitted) if THEMES[look.theme].on_paper else fitted


def _with_room(window: MainWindow, fitted: _Fitted) -> _Fitted:
    """The window larger, until all that its panels say is in it: nothing can be scrolled there."""
    width, height = fitted.layout
    for growth in (1.0, 1.08, 1.16, 1.25, 1.4, 1.6, 1.8, 2.0):
        window.resize(round(width * growth), round(height * growth))
        _settle(window)
        share_out(window)
        _settle(window)
        if is_whole(window):
            break
    layout = (window.width(), window.height())
    return replace(fitted, layout=layout, shrunk=fitted.shrunk * growth)


def _window_room(width: int) -> Room:
    return Room(_LEAST_WINDOW[0], _LEAST_WINDOW[1], round(width * _WINDOW[1] / _WINDOW[0]))


def _fit(size: Size, room: Callable[[int], Room]) -> _Fitted:
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
        return _Fitted(size, best / high / size.unit.pixels, (wide, best), high)
    assert size.height is not None
    return _Fitted(size, size.height, (wide, round(height * high)), high)


def _settle(widget: QWidget) -> None:
    """Let everything find its place."""
    for _ in range(3):
        QApplication.sendPostedEvents()
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)
    layout = widget.layout()
    if layout is not None:
        layout.activate()
