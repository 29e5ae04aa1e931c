"""The menus of the window, made of the actions of the table and of the panels' own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMenu

from fpviz.app.actions import (
    EDIT_MENU,
    FILE_MENU,
    FORMATS_MENU,
    HELP_MENU,
    NOTATION_KEYS,
    OPEN_MENU,
    build_actions,
)
from fpviz.app.appearance import CHOICES
from fpviz.app.recent_menu import RecentMenu
from fpviz.app.take_away import ExperimentsMenu
from fpviz.panels.bits import BitsPanel
from fpviz.widgets.copy_as import CopyAsMenu

if TYPE_CHECKING:
    from fpviz.app.window import MainWindow


class Menus(QObject):
    """Fills the menu bar of a window; ``actions`` are those of the table, by their ids."""

    def __init__(self, window: MainWindow, bits: BitsPanel) -> None:
        super().__init__(window)
        self._bits = bits
        doers = (window, window.files, window.edits, window.lessons, window.pictures)
        self.actions = build_actions(doers, window)
        bar = window.menuBar()
        self.file = bar.addMenu(self.tr("&File"))
        self._build_file_menu(self.file, window)
        self._build_edit_menu(bar.addMenu(self.tr("&Edit")), window)
        self._build_view_menu(bar.addMenu(self.tr("&View")), window)
        self.formats = bar.addMenu(self.tr("F&ormats"))
        self.formats.aboutToShow.connect(self._fill_formats)
        self._fill_formats()
        experiments = bar.addMenu(self.tr("E&xperiments"))
        self.experiments = ExperimentsMenu(experiments, window.session, window.settings, window)
        self._fill(bar.addMenu(self.tr("&Help")), HELP_MENU)

    def _fill(self, menu: QMenu, ids: tuple[str, ...]) -> None:
        for action_id in ids:
            if action_id:
                menu.addAction(self.actions[action_id])
            else:
                menu.addSeparator()

    def _build_file_menu(self, menu: QMenu, window: MainWindow) -> None:
        self._fill(menu, OPEN_MENU)
        self.recent = RecentMenu(menu, window.files.recent, window.files.open_path)
        self._fill(menu, FILE_MENU)

    def _build_edit_menu(self, menu: QMenu, window: MainWindow) -> None:
        stack = window.document.undo_stack
        undo = stack.createUndoAction(window, self.tr("Undo"))
        undo.setShortcuts(QKeySequence.StandardKey.Undo)
        redo = stack.createRedoAction(window, self.tr("Redo"))
        redo.setShortcuts([QKeySequence("Ctrl+Shift+Z"), QKeySequence("Ctrl+Y")])
        menu.addActions([undo, redo])
        self.copy_as = CopyAsMenu(lambda: window.document.snapshot, None, menu)
        self.copy_as.copied.connect(window.edits.remark)
        for name, keys in NOTATION_KEYS.items():
            self.copy_as.action(name).setShortcut(QKeySequence(keys))
        self.actions["copy-as"] = self.copy_as.menuAction()
        self._fill(menu, EDIT_MENU)
        value = window.value_bar.entry.edit
        value.addActions([self.actions[each] for each in ("copy-as", "copy-link", "paste-value")])

    def _build_view_menu(self, menu: QMenu, window: MainWindow) -> None:
        for at, frame in enumerate(window.frames.values(), 1):
            action = frame.toggleViewAction()
            action.setShortcut(QKeySequence(f"Ctrl+{at}"))
            menu.addAction(action)
        menu.addSeparator()
        self._build_theme_menu(menu.addMenu(self.tr("&Theme")), window)
        menu.addSeparator()
        menu.addAction(self.actions["reset-layout"])

    def _build_theme_menu(self, menu: QMenu, window: MainWindow) -> None:
        names = {
            "system": self.tr("As the &system"),
            "light": self.tr("&Light"),
            "dark": self.tr("&Dark"),
        }
        self._themes = {}
        for choice in CHOICES:
            action = menu.addAction(names[choice])
            action.setCheckable(True)
            action.triggered.connect(lambda _=False, choice=choice: window.choose_theme(choice))
            self._themes[choice] = action
        self.tick_theme(window.appearance.choice)

    def tick_theme(self, choice: str) -> None:
        """Mark the theme that is chosen."""
        for its_choice, action in self._themes.items():
            action.setChecked(its_choice == choice)

    def _fill_formats(self) -> None:
        self._bits.fill_format_menu(self.formats)
        self.formats.removeAction(self.formats.actions()[-1])  # it stands below, with keys
        self._fill(self.formats, FORMATS_MENU[1:])
