"""From the command line to a running window. Importing this loads Qt."""

from __future__ import annotations

import logging
import signal
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QSettings, Qt, QTimer
from PySide6.QtWidgets import QApplication

from fpviz.app.application import Application, application
from fpviz.app.collector import Collector
from fpviz.app.log import log_to
from fpviz.app.pictures.commands import PictureCommands
from fpviz.app.pictures.on_screen import OnScreen
from fpviz.app.preferences.appearance import Appearance
from fpviz.app.preferences.language import Language, check_letters
from fpviz.app.session.autosave import (
    SessionFile,
    claim_session,
    last_session,
    log_file,
    put_aside,
)
from fpviz.app.session.crash import CrashWatch
from fpviz.app.session.opening import data_file, scene_from
from fpviz.app.window.main_window import MainWindow
from fpviz.core.phrase import in_series, phrase
from fpviz.model.files.scene import Scene
from fpviz.model.session import new_session
from fpviz.model.settings import LANGUAGE, TEXT_SIZE, THEME, Settings
from fpviz.widgets.roles import tell_roles
from fpviz.widgets.translated import said

_log = logging.getLogger(__name__)


def build_window(
    scene: Scene, settings: Settings, appearance: Appearance, language: Language
) -> MainWindow:
    """A window on a scene, not yet shown."""
    tell_roles()
    session = new_session(scene)
    session.reader.keep_in(settings)
    session.recent.keep_in(settings)
    session.folder.keep_in(settings)
    window = MainWindow(session, settings, appearance, language)
    window.shown.restore_views(scene.views)
    _make_pictures(window)
    return window


def on_screen(window: MainWindow) -> OnScreen:
    """A window as pictures of it see it."""
    return OnScreen(
        window,
        window.frames,
        window.panels,
        window.shown.scene,
        window.session.runs,
        window.appearance,
        window.language,
        window.settings,
    )


def _make_pictures(window: MainWindow) -> None:
    """Let the pictures be made that are wanted of a window."""
    pictures = PictureCommands(on_screen(window))
    pictures.remark.connect(window.show_remark)
    window.export_wanted.connect(pictures.export)
    window.copy_wanted.connect(pictures.copy)


def user_settings() -> Settings:
    """The settings of this user."""
    scope = QSettings.Scope.UserScope
    return Settings(QSettings(QSettings.Format.IniFormat, scope, "fpviz", "fpviz"))


def open_window(
    start: str | None,
    theme: str | None = None,
    language: str | None = None,
    typed: str | None = None,
    workspace: str | None = None,
) -> int:
    """Open a window and run until it is closed; the exit status.

    ``start`` is a scene, a literal or a file of data, ``typed`` the text that was read as this
    literal: the entry shows it with its other readings. Without ``start`` the last session
    goes on. Theme and language are those remembered, the workspace that of the scene, unless they
    are given. Raises SceneError or LiteralError if ``start`` is neither, and PlatformError if no
    font here has the letters of the language that is given.
    """
    app, settings = application(), user_settings()
    collector = Collector(app)
    with suppress(OSError):
        log_to(log_file())
    if language:
        check_letters(language)
    appearance = Appearance(app, theme or settings.get(THEME), int(settings.get(TEXT_SIZE)))
    spoken = Language(app, language or settings.get(LANGUAGE))
    file = claim_session()
    data = data_file(start) if start is not None else None
    if start is None:
        window, remark = _last_window(file, settings, appearance, spoken, workspace)
    else:
        scene, path = scene_from(start) if data is None else (Scene(), None)
        scene = _in_workspace(scene, workspace)
        window, remark = build_window(scene, settings, appearance, spoken), ""
        window.files.take(path)
        if typed is not None:
            window.value_bar.entry.edit.show_reading(typed, scene.state.source)
    window.later.completed.connect(collector.begin, Qt.ConnectionType.SingleShotConnection)
    window.restore_layout()
    if data is not None:
        window.open_file(data)
    elif start is not None:
        window.shown.front_wanted.emit(scene.front, scene.views.keys())
    if remark:
        window.show_remark(remark)
    window.show()
    _let_files_through(app, window)
    keeper = window.keep_in(file)
    app.aboutToQuit.connect(keeper.keep_if_changed)
    watch = CrashWatch(window, keeper.rescue, file.path)
    watch.remark.connect(window.show_remark)
    watch.install()
    _let_signals_through(app, window)
    return app.exec()


def _in_workspace(scene: Scene, workspace: str | None) -> Scene:
    return scene if workspace is None else replace(scene, workspace=workspace)


def _last_window(
    file: SessionFile,
    settings: Settings,
    appearance: Appearance,
    spoken: Language,
    workspace: str | None,
) -> tuple[MainWindow, str]:
    """A window that goes on with the last session, or begins anew should that be impossible.

    Beside it, what could not be taken up, for the status line; empty where all was.
    """
    last = last_session(file, settings)
    try:
        scene = _in_workspace(last.scene, workspace)
        window = build_window(scene, settings, appearance, spoken)
    except Exception:  # noqa: BLE001 - or the program would never start again
        _log.critical("the last session is put aside: %s", put_aside(file), exc_info=True)
        return build_window(Scene(), settings, appearance, spoken), ""
    window.files.go_on_with(last.path)
    if not last.left_out:
        return window, ""
    reasons = in_series(*last.left_out)
    return window, said(phrase("Not taken up from the last session: {reasons}", reasons=reasons))


def _let_files_through(app: QApplication, window: MainWindow) -> None:
    """Open in the window what the desktop hands to the running program."""
    if isinstance(app, Application):
        app.file_wanted.connect(lambda path: window.open_file(Path(path)))
        app.link_wanted.connect(window.edits.drop_value)


def _let_signals_through(app: QApplication, window: MainWindow) -> None:
    """Let Ctrl+C in a terminal and the end of the desktop's session end the program.

    Nothing is asked, since nobody may be there to answer: the session keeps what is not saved.
    Python sees signals only between its own steps, so it is given some.
    """

    def leave(*_: object) -> None:
        window.layout_.remember()
        app.exit()

    for name in ("SIGINT", "SIGTERM", "SIGHUP"):
        if hasattr(signal, name):  # Windows has no SIGHUP
            signal.signal(getattr(signal, name), leave)
    timer = QTimer(app)
    timer.start(500)
    timer.timeout.connect(lambda: None)
