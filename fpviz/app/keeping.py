"""The session: what the window shows, kept while it runs, so that nothing is lost whatever ends it.

It is a scene in a file of its own, beside what the user saves, and the name of the user's file
that it belongs to.
"""

from __future__ import annotations

import logging
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QStandardPaths, QTimer

from fpviz.model.scene import Scene, SceneError, load_scene, save_scene
from fpviz.model.settings import OPEN_FILE, Settings

if TYPE_CHECKING:
    from fpviz.app.window import MainWindow

_LOOK_EVERY = 2000
"""Milliseconds between two looks for a change; the most that can be lost."""

_log = logging.getLogger(__name__)


def session_file() -> Path:
    """Where the last session is kept between runs."""
    return _own_folder() / "session.fpviz"


def log_file() -> Path:
    """Where warnings and errors are written."""
    return _own_folder() / "fpviz.log"


def _own_folder() -> Path:
    place = QStandardPaths.StandardLocation.AppDataLocation
    return Path(QStandardPaths.writableLocation(place))


def last_session(settings: Settings) -> tuple[Scene, Path | None]:
    """The scene of the last session, and the user's file that it belongs to, if any."""
    try:
        scene = load_scene(session_file())
    except SceneError as error:
        if session_file().exists():
            _log.info("the last session is not taken up: %s", error)
        return Scene(), None
    name = settings.get(OPEN_FILE)
    return scene, Path(name) if name else None


def put_aside() -> Path:
    """Give the file of a session that cannot be opened another name; which."""
    return session_file().replace(session_file().with_name("session-not-opened.fpviz"))


class SessionKeeper(QObject):
    """Writes the session of a window soon after every change.

    It looks from time to time rather than being told: what panels show has no other door.
    """

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._kept: tuple[Scene, Path | None] | None = None
        self._clock = QTimer(self)
        self._clock.setInterval(_LOOK_EVERY)
        self._clock.timeout.connect(self.keep_if_changed)
        self._clock.start()

    def keep_if_changed(self) -> None:
        """Keep what is not kept as it is; not being able to is no more than logged."""
        if self._window.isVisible():  # closed, it has closed its floating docks
            self._window.layout_.remember()
        if (self._window.scene(), self._window.files.path) != self._kept:
            try:
                self.keep()
            except OSError as error:
                _log.info("the session is not kept: %s", error)

    def keep(self) -> Path:
        """Keep the session now; where it is. Raises OSError."""
        scene, path, file = self._window.scene(), self._window.files.path, session_file()
        file.parent.mkdir(parents=True, exist_ok=True)
        save_scene(scene, file, lasting=False)  # every two seconds: the window must not wait
        self._window.settings.set(OPEN_FILE, str(path.absolute()) if path else "")
        self._kept = scene, path
        return file

    def rescue(self) -> Path:
        """Keep the session though something is broken; where it is. Raises OSError.

        What the panels show is left out if a panel cannot say it; where the session cannot be
        written, it is put among the system's passing files.
        """
        try:
            return self.keep()
        except Exception as error:  # noqa: BLE001 - anything may be what is broken
            _log.info("the session is kept in part: %s", error)
        scene = self._window.document.scene({})
        try:
            save_scene(scene, session_file())
            return session_file()
        except OSError:
            file = Path(tempfile.gettempdir()) / "fpviz-session.fpviz"
            save_scene(scene, file)
            return file
