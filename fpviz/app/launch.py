"""From the command line to a running window. Importing this loads Qt."""

from __future__ import annotations

import logging
import signal
import sys
from pathlib import Path

from PySide6.QtCore import QSettings, QStandardPaths, QTimer
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from fpviz import __version__
from fpviz.app.appearance import Appearance
from fpviz.app.assets import resource
from fpviz.app.opening import scene_from
from fpviz.app.qt_messages import log_messages
from fpviz.app.window import MainWindow
from fpviz.model.scene import Scene, SceneError, load_scene, save_scene
from fpviz.model.session import new_session
from fpviz.model.settings import THEME, Settings

_log = logging.getLogger(__name__)


def application() -> QApplication:
    """The one application object, made if it is not there."""
    existing = QApplication.instance()
    if isinstance(existing, QApplication):
        return existing
    log_messages()
    app = QApplication(sys.argv[:1])
    app.setApplicationName("fpviz")
    app.setApplicationVersion(__version__)
    app.setDesktopFileName("fpviz")
    app.setWindowIcon(QIcon(str(resource("icons/fpviz.svg"))))
    return app


def build_window(scene: Scene, settings: Settings, appearance: Appearance) -> MainWindow:
    """A window on a scene, not yet shown."""
    window = MainWindow(new_session(scene), settings, appearance)
    window.restore_views(scene.views)
    return window


def user_settings() -> Settings:
    """The settings of this user."""
    scope = QSettings.Scope.UserScope
    return Settings(QSettings(QSettings.Format.IniFormat, scope, "fpviz", "fpviz"))


def passing_settings(folder: str) -> Settings:
    """Settings that are the defaults and are forgotten, for pictures and trials."""
    path = str(Path(folder) / "settings.ini")
    return Settings(QSettings(path, QSettings.Format.IniFormat))


def session_file() -> Path:
    """Where the last session is kept between runs."""
    place = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.AppDataLocation)
    return Path(place) / "session.fpviz"


def open_window(start: str | None, theme: str | None) -> int:
    """Open a window and run until it is closed; the exit status.

    ``start`` is a scene or a literal; without it the last session goes on. Raises SceneError or
    LiteralError if it is neither.
    """
    scene, path = scene_from(start) if start is not None else (_last_session(), None)
    app = application()
    settings = user_settings()
    window = build_window(scene, settings, Appearance(app, theme or settings.get(THEME)))
    window.files.take(path)
    window.restore_layout()
    window.show()
    app.aboutToQuit.connect(lambda: _keep_session(window))
    _let_interrupts_through(app)
    return app.exec()


def _last_session() -> Scene:
    try:
        return load_scene(session_file())
    except SceneError as error:
        if session_file().exists():
            _log.info("the last session is not taken up: %s", error)
        return Scene()


def _keep_session(window: MainWindow) -> None:
    try:
        session_file().parent.mkdir(parents=True, exist_ok=True)
        save_scene(window.scene(), session_file())
    except OSError as error:
        _log.info("the session is not kept: %s", error)


def _let_interrupts_through(app: QApplication) -> None:
    """Let Ctrl+C in a terminal end the program: Python sees signals only between its own steps."""
    signal.signal(signal.SIGINT, lambda *_: app.quit())
    timer = QTimer(app)
    timer.start(500)
    timer.timeout.connect(lambda: None)
