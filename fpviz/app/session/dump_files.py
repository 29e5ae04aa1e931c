"""The dumps that a window opens: chosen in a dialog, or dropped."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from fpviz.app import dialogs
from fpviz.model.bench.reading import DumpReader
from fpviz.model.settings import LAST_FOLDER, Settings


class DumpFiles(QObject):
    """What the menu "File" does with dumps; ``show`` brings the bench to the front."""

    def __init__(
        self, window: QWidget, reader: DumpReader, settings: Settings, show: Callable[[], None]
    ) -> None:
        super().__init__(window)
        self._window = window
        self._reader = reader
        self._settings = settings
        self._show = show

    def open_path(self, path: Path) -> None:
        """Read a file on the bench."""
        self._show()
        self._reader.open_path(path)

    def open_dump(self) -> None:
        """Ask for a file, and read it."""
        folder = self._settings.get(LAST_FOLDER)
        path = dialogs.ask_open(self._window, folder, self.tr("Any file"), ("",))
        if path is not None:
            self._settings.set(LAST_FOLDER, str(path.parent))
            self.open_path(path)
