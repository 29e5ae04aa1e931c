"""The menu "Open recent"."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMenu

from fpviz.model.files.recent import RecentFiles, short_names


class RecentMenu(QObject):
    """Fills ``menu`` with the recent files, whenever the menu above it is about to be shown."""

    def __init__(
        self, above: QMenu, recent: RecentFiles, open_path: Callable[[Path], None]
    ) -> None:
        super().__init__(above)
        self._recent = recent
        self._open_path = open_path
        self.menu = above.addMenu(self.tr("Open &recent"))
        self.menu.setToolTipsVisible(True)
        above.aboutToShow.connect(self.fill)
        self.fill()

    def fill(self) -> None:
        """One entry a file, with its place as its number; then a way to clear the list."""
        self.menu.clear()
        paths = self._recent.paths
        for at, (path, name) in enumerate(zip(paths, short_names(paths), strict=True), 1):
            action = self.menu.addAction(f"&{at}  {name.replace('&', '&&')}")
            action.setToolTip(str(path))
            action.triggered.connect(lambda _=False, path=path: self._open_path(path))
        self.menu.addSeparator()
        self.menu.addAction(self.tr("&Clear this list")).triggered.connect(self._recent.clear)
        self.menu.setEnabled(bool(paths))
