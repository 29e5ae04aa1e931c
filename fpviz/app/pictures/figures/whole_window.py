"""The whole window, set up out of sight for a picture of it."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

from PySide6.QtCore import Qt

from fpviz.app.pictures.figures.fitting_in import Fitted, fit, settle
from fpviz.app.pictures.figures.off_screen import deleted_after
from fpviz.app.pictures.figures.window_on_paper import (
    Docked,
    heading_of,
    is_whole,
    leave_out_chrome,
    share_out,
)
from fpviz.app.pictures.look import Likeness, PictureLook
from fpviz.app.pictures.size import Size
from fpviz.app.preferences.appearance import OnePicture
from fpviz.app.preferences.language import Language
from fpviz.app.window.main_window import MainWindow
from fpviz.model.files.scene import Scene
from fpviz.model.session import Session
from fpviz.model.settings import passing_settings
from fpviz.panels.panel import Room
from fpviz.widgets.look.style import palette
from fpviz.widgets.look.theme import THEMES

_SIZE = (1440, 900)
_LEAST = (1024, 640)
_GROWTHS = (1.0, 1.08, 1.16, 1.25, 1.4, 1.6, 1.8, 2.0)
"""By how much the window may grow on paper, where nothing can be scrolled."""


@contextmanager
def whole_window(
    session: Session,
    scene: Scene,
    look: PictureLook,
    language: Language,
    like: Likeness | None,
) -> Iterator[tuple[MainWindow, Fitted]]:
    """A window on the session, laid out; on paper without what only a hand needs."""
    theme = THEMES[look.theme]
    with tempfile.TemporaryDirectory() as folder:
        window = MainWindow(session, passing_settings(folder), OnePicture(theme), language)
        with deleted_after(window):
            window.shown.restore_views(scene.views)
            window.docks.show_in_front(scene.front, scene.views.keys())
            window.setPalette(palette(theme))
            yield window, _laid_out(window, look, like)


def _laid_out(window: MainWindow, look: PictureLook, like: Likeness | None) -> Fitted:
    theme = THEMES[look.theme]
    for frame in window.frames.values():
        frame.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)  # one may float
    if look.size is None:
        width, height = _SIZE if like is None else (like.width, like.height)
        fitted = Fitted(Size(width, height), height, (width, height), 1.0)
    else:
        fitted = fit(look.size, _room)
    window.resize(*fitted.layout)
    window.show()
    window.later.complete()
    settle(window)
    _wait(window)
    if like is not None:
        window.restoreState(like.docks)
        window.resize(*fitted.layout)
        settle(window)
    if theme.on_paper:
        source, rules = window.document.state.source.text, window.status.rules.text()
        heading = heading_of(source, rules, window.font(), theme)
        leave_out_chrome(window, _docked(window), heading)
    if like is None:
        window.layout_.arrange()
    return _with_room(window, fitted) if theme.on_paper else fitted


def _wait(window: MainWindow) -> None:
    """Let all be there that the panels in view work out beside the window."""
    window.session.dump.wait()
    for panel in window.panels.built.values():
        panel.wait()
    settle(window)


def _with_room(window: MainWindow, fitted: Fitted) -> Fitted:
    """The window larger, until all that its panels say is in it."""
    width, height = fitted.layout
    for growth in _GROWTHS:
        window.resize(round(width * growth), round(height * growth))
        settle(window)
        share_out(window, _docked(window))
        settle(window)
        if is_whole(window):
            break
    layout = (window.width(), window.height())
    return replace(fitted, layout=layout, shrunk=fitted.shrunk * growth)


def _docked(window: MainWindow) -> Docked:
    return [(frame, window.panels[panel_id]) for panel_id, frame in window.frames.items()]


def _room(width: int) -> Room:
    return Room(*_LEAST, round(width * _SIZE[1] / _SIZE[0]))
