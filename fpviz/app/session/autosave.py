"""The session: what the window shows, kept while it runs, so that nothing is lost whatever ends it.

It is a scene in a file of its own, beside what the user saves, and the name of the user's file
that it belongs to.
"""

from __future__ import annotations

import logging
import tempfile
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import QLockFile, QObject, QStandardPaths, QTimer

from fpviz.app.session.scene_file import SceneFiles
from fpviz.app.session.shown_scene import ShownScene
from fpviz.core.phrase import Phrase
from fpviz.model.files.scene import Scene, SceneError, load_scene, save_scene
from fpviz.model.settings import OPEN_FILE, Setting, Settings

_SOON = 2000
"""Milliseconds from a change until it is kept; the most that can be lost."""

_log = logging.getLogger(__name__)


class SessionFile:
    """Where the session of this window is kept: a file that no other window writes meanwhile.

    The first window goes on with the first session; a second one, opened beside it, with the
    second. ``lock`` is held until the program ends, however it ends.
    """

    def __init__(self, number: int, lock: QLockFile | None) -> None:
        self._number = number
        self.lock = lock

    @property
    def path(self) -> Path:
        return _numbered(self._number).with_suffix(".fpviz")

    @property
    def belongs_to(self) -> Setting:
        """The setting that says which file of the user's the session belongs to."""
        key = OPEN_FILE.key if self._number == 1 else f"{OPEN_FILE.key}_{self._number}"
        return replace(OPEN_FILE, key=key)


def _numbered(number: int) -> Path:
    return _own_folder() / ("session" if number == 1 else f"session-{number}")


_MOST_WINDOWS = 64
"""One more of them would share its session with the first."""


def claim_session() -> SessionFile:
    """The first session that no other window holds, held from now on."""
    with suppress(OSError):  # then no lock can be had, either
        _own_folder().mkdir(parents=True, exist_ok=True)
    for number in range(1, _MOST_WINDOWS + 1):
        lock = QLockFile(str(_numbered(number).with_suffix(".lock")))
        lock.setStaleLockTime(0)  # a window may be open for days; one that died holds nothing
        if lock.tryLock(0):
            return SessionFile(number, lock)
        if lock.error() is not QLockFile.LockError.LockFailedError:
            break  # nothing can be written here, so nothing is overwritten
    return SessionFile(1, None)


def log_file() -> Path:
    """Where warnings and errors are written."""
    return _own_folder() / "fpviz.log"


def _own_folder() -> Path:
    place = QStandardPaths.StandardLocation.AppDataLocation
    return Path(QStandardPaths.writableLocation(place))


@dataclass(frozen=True, slots=True)
class LastSession:
    """What a session was when its window closed.

    ``path`` is the user's file that it belongs to, if any; ``left_out`` says what of it could not
    be read, as it may have been written by another version.
    """

    scene: Scene = Scene()
    path: Path | None = None
    left_out: tuple[Phrase, ...] = ()


def last_session(file: SessionFile, settings: Settings) -> LastSession:
    """The session in a file; the first scene where there is none."""
    left_out: list[Phrase] = []
    try:
        scene = load_scene(file.path, left_out)
    except SceneError as error:
        if not file.path.exists():
            return LastSession()
        _log.info("the last session is put aside: %s: %s", put_aside(file), error)
        return LastSession(left_out=(error.phrase,))
    for reason in left_out:
        _log.info("left out of the last session: %s", reason)
    name = settings.get(file.belongs_to)
    return LastSession(scene, Path(name) if name else None, tuple(left_out))


def put_aside(file: SessionFile) -> Path:
    """Give the file of a session that cannot be opened another name; which."""
    return file.path.replace(file.path.with_name(f"{file.path.stem}-not-opened.fpviz"))


class SessionKeeper(QObject):
    """Writes the session of a window soon after every change."""

    def __init__(
        self,
        file: SessionFile,
        shown: ShownScene,
        scene_files: SceneFiles,
        settings: Settings,
        remember_layout: Callable[[], None],
    ) -> None:
        super().__init__(scene_files)
        self.file = file
        self._shown = shown
        self._scene_files = scene_files
        self._settings = settings
        self._remember_layout = remember_layout
        self._kept: tuple[Scene, Path | None] | None = None
        self._soon = QTimer(self, singleShot=True, interval=_SOON)
        self._soon.timeout.connect(self.keep_if_changed)
        for told in (shown.changed, scene_files.path_changed):
            told.connect(self.keep_soon)
        self.keep_soon()

    def keep_soon(self) -> None:
        """Something may have changed: look before long, once for all that changes until then."""
        if not self._soon.isActive():
            self._soon.start()

    def keep_if_changed(self) -> None:
        """Keep what is not kept as it is; not being able to is no more than logged."""
        self._remember_layout()
        if (self._shown.scene(), self._scene_files.path) != self._kept:
            try:
                self.keep()
            except OSError as error:
                _log.info("the session is not kept: %s", error)

    def keep(self) -> Path:
        """Keep the session now; where it is. Raises OSError."""
        scene, path, file = self._shown.scene(), self._scene_files.path, self.file.path
        file.parent.mkdir(parents=True, exist_ok=True)
        save_scene(scene, file, lasting=False)  # at every change: the window must not wait
        self._settings.set(self.file.belongs_to, str(path.absolute()) if path else "")
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
        scene = self._shown.scene_without_views()
        try:
            save_scene(scene, self.file.path)
            return self.file.path
        except OSError:
            file = Path(tempfile.gettempdir()) / "fpviz-session.fpviz"
            save_scene(scene, file)
            return file
