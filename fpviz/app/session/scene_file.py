"""The scene file of a window: opened, saved, named in the title, never given up unasked."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from fpviz.app import dialogs
from fpviz.app.pictures import SUFFIXES as PICTURES
from fpviz.app.session.opening import load
from fpviz.app.session.shown_scene import ShownScene
from fpviz.core.reading import State
from fpviz.model.bench.records import Bench
from fpviz.model.document import Document
from fpviz.model.files.errors import of_file
from fpviz.model.files.recent import RecentFiles
from fpviz.model.files.scene import SUFFIX, Scene, SceneError, Setup, save_scene
from fpviz.model.settings import LAST_FOLDER, Settings
from fpviz.widgets.translated import said


class SceneFiles(QObject):
    """What the menu "File" does with scenes; ``path`` is the file of the present one, if any.

    ``window`` is named after it, and asks what there is to ask.

    Signals:
        path_changed(): the scene may be another file's, or none's.
        remark(str): what is not in a file that was written.
    """

    path_changed = Signal()
    remark = Signal(str)

    def __init__(
        self, window: QWidget, document: Document, shown: ShownScene, settings: Settings
    ) -> None:
        super().__init__(window)
        self._window = window
        self._document = document
        self._undo_stack = document.undo_stack
        self._shown = shown
        self._settings = settings
        self.recent = RecentFiles(settings)
        self.path: Path | None = None
        document.clean_changed.connect(self._show_title)
        self._show_title()

    # -- opening ----------------------------------------------------------------------------

    def show(self, scene: Scene, path: Path | None = None) -> None:
        """Show a scene; with a path, it is that file's. What it has no bench for is put away."""
        self._shown.show(replace(scene, bench=scene.bench or Bench()))
        self.take(path)

    def open_path(self, path: Path) -> None:
        """Open a file with a scene in it; a bad one changes nothing and says why."""
        if self._read(path) is not None and self.may_close():
            scene = self._read(path)  # again: saving may have changed this very file
            if scene is not None:
                self.show(scene, path)

    def _read(self, path: Path) -> Scene | None:
        try:
            return load(path)
        except SceneError as error:
            if not path.exists():
                self.recent.forget(path)
            dialogs.complain(self._window, self.tr("The scene was not opened"), said(error.phrase))
            return None

    def new_scene(self) -> None:
        if self.may_close():
            self.show(Scene(views=self._shown.first_views()))

    def open_scene(self) -> None:
        what = self.tr("Scenes and pictures of fpviz")
        suffixes = (SUFFIX, *PICTURES)
        path = dialogs.ask_open(self._window, self._settings.get(LAST_FOLDER), what, suffixes)
        if path is not None:
            self._settings.set(LAST_FOLDER, str(path.parent))
            self.open_path(path)

    # -- saving -----------------------------------------------------------------------------

    def save_scene(self) -> bool:
        """Save to the scene's file, or ask for one; whether it was saved."""
        return self.save_scene_as() if self.path is None else self._save(self.path)

    def save_scene_as(self) -> bool:
        """Ask for a file and save to it; whether it was saved."""
        folder = self._settings.get(LAST_FOLDER)
        what = self.tr("fpviz scenes")
        path = dialogs.ask_save(self._window, folder, what, [SUFFIX], "scene")
        return path is not None and self._save(path)

    def may_close(self) -> bool:
        """Whether the present scene may go: saved, never a file's, or given up by the user."""
        if self.path is None or self._undo_stack.isClean():
            return True
        match dialogs.ask_unsaved(self._window, self.path.name):
            case dialogs.Unsaved.SAVE:
                return self.save_scene()
            case dialogs.Unsaved.DISCARD:
                self.take(None)
                return True
            case dialogs.Unsaved.CANCEL:
                return False

    def _save(self, path: Path) -> bool:
        try:
            save_scene(self._shown.scene(), path)
        except OSError as error:
            reason = said(of_file(path, error))
            dialogs.complain(self._window, self.tr("The scene was not saved"), reason)
            return False
        self._settings.set(LAST_FOLDER, str(path.parent))
        self.take(path)
        self._say_what_was_left_out()
        return True

    def _say_what_was_left_out(self) -> None:
        """Say that what is refused is not in the file, but what held before it; and which dump is
        too much for a scene."""
        if dump := self._document.bench.dump:
            from fpviz.model.files.dump_in_scene import why_not_kept  # noqa: PLC0415 - it is there

            if reason := why_not_kept(dump):
                self.remark.emit(self.tr("Saved without the dump: {0}").format(said(reason)))
        if self._shown.old is not None:
            saved = self.tr("Saved is what held before what is refused: {0}")
            self.remark.emit(saved.format(said(self._shown.old)))

    # -- the present file -------------------------------------------------------------------

    def take(self, path: Path | None) -> None:
        """From now on the scene is that file's, as it is now; a picture's scene is no file's."""
        if path is not None:
            self.recent.add(path)
            self._undo_stack.setClean()
        is_picture = path is not None and path.suffix.lower() in PICTURES
        self.path = None if is_picture else path
        self._show_title()

    def go_on_with(self, path: Path | None) -> None:
        """The scene, as it was left, is that file's: changed, unless it is the one in the file."""
        if path is None:
            return
        try:
            saved, shown = load(path), self._shown.scene()
        except SceneError:
            return  # gone, or no scene any longer: not to be overwritten unasked
        self.path = path
        if _kept(saved) == _kept(shown):
            self._undo_stack.setClean()
        else:
            self._undo_stack.resetClean()
        self._show_title()

    def _show_title(self) -> None:
        """Show the name of the scene's file, and whether it has changed."""
        self.path_changed.emit()
        name = self.path.stem if self.path else ""
        self._window.setWindowTitle(f"{name}[*] – fpviz" if name else "fpviz")
        self._window.setWindowModified(bool(name) and not self._undo_stack.isClean())


def _kept(scene: Scene) -> tuple[State, Setup, Bench]:
    """What of a scene can be undone, and so is a change of its file."""
    return scene.state, scene.setup, scene.bench or Bench()
