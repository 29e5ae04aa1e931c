"""Dumps that are opened: whatever is in a file, on the bench."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from fpviz.app import dialogs
from fpviz.model.bench.reading import DumpReader
from fpviz.model.settings import LAST_FOLDER, Settings
from fpviz.panels import BENCH


class DumpCommands(QObject):
    """Opens files on the bench of a window, which is brought to the front."""

    def __init__(
        self,
        dump: DumpReader,
        settings: Settings,
        bring_to_front: Callable[[str], None],
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._dump = dump
        self._settings = settings
        self._bring_to_front = bring_to_front
        self._window = window

    def open_path(self, path: Path) -> None:
        """Read a file on the bench."""
        self._bring_to_front(BENCH)
        self._dump.open_path(path)

    def ask(self) -> None:
        """Ask for a file, and read it."""
        folder = self._settings.get(LAST_FOLDER)
        path = dialogs.ask_open(self._window, folder, self.tr("Any file"), ("",))
        if path is not None:
            self._settings.set(LAST_FOLDER, str(path.parent))
            self.open_path(path)
