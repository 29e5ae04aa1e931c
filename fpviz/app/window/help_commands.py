"""What the menu "Help" shows beside the Guide: the keys, and what this program is."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMainWindow

from fpviz.app import dialogs
from fpviz.panels import PANELS
from fpviz.panels.panel import Panel


class HelpCommands(QObject):
    """The dialogs of help of a window; ``panels`` are those whose keys are of interest now."""

    def __init__(self, window: QMainWindow, panels: Callable[[], Mapping[str, Panel]]) -> None:
        super().__init__(window)
        self._window = window
        self._panels = panels

    def show_shortcuts(self, title: str, keys: tuple[tuple[str, str], ...]) -> None:
        """Show the keys of the menus, those under a title, and those of the panels."""
        from fpviz.app.dialogs.shortcuts import (  # noqa: PLC0415 - when asked
            Group,
            ShortcutsDialog,
            menu_groups,
            shown,
        )

        groups = [*menu_groups(self._window.menuBar()), Group(title, shown(keys))]
        for panel_id, panel in self._panels().items():
            groups.append(Group(PANELS[panel_id].title, shown(panel.keys)))
        dialogs.show(ShortcutsDialog(groups, self._window))

    def show_about(self) -> None:
        from fpviz.app.dialogs.about import AboutDialog  # noqa: PLC0415 - when asked

        dialogs.show(AboutDialog(self._window))
