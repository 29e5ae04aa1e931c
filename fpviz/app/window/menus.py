"""The menus of the window, made of the actions of the table and of the panels' own."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu

from fpviz.app.window.actions import (
    EDIT_MENU,
    FILE_MENU,
    FORMATS_MENU,
    HELP_MENU,
    NOTATION_KEYS,
    OPEN_MENU,
    TEXT_SIZE_MENU,
    VIEW_MENU,
    build_actions,
)
from fpviz.app.window.experiment_menu import ExperimentsMenu
from fpviz.app.window.recent_menu import RecentMenu
from fpviz.app.window.undo_actions import History
from fpviz.core.phrase import Phrase
from fpviz.model.languages import LANGUAGES
from fpviz.panels.formats import FormatsPanel
from fpviz.widgets.reading.copy_as import CopyAsMenu

if TYPE_CHECKING:
    from fpviz.app.window.main_window import MainWindow


class Menus(QObject):
    """Fills the menu bar of a window; ``actions`` are those of the table, by their ids."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._bits = window.bits
        doers = (
            window,
            window.layout_,
            window.files,
            window.edits,
            window.lessons,
            window.pictures,
            window.text_size,
        )
        self.actions = build_actions(doers, self)
        bar = window.menuBar()
        self.file = bar.addMenu(self.tr("&File"))
        self._build_file_menu(self.file, window)
        self._build_edit_menu(bar.addMenu(self.tr("&Edit")), window)
        self._build_view_menu(bar.addMenu(self.tr("&View")), window)
        self._facts = QAction(self.tr("&Facts of all formats"), self)
        self._facts.triggered.connect(lambda: window.go_to_panel(FormatsPanel.ID))
        self._bits.facts_wanted.connect(self._facts.trigger)
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
        self.history = History(window.document, self)
        menu.addActions([self.history.undo, self.history.redo])
        self.copy_as = CopyAsMenu(lambda: window.document.snapshot, None, menu)
        self.copy_as.copied.connect(window.edits.remark)
        window.document.refused.connect(self._show_refusal)
        for name, keys in NOTATION_KEYS.items():
            self.copy_as.action(name).setShortcut(QKeySequence(keys))
        self.actions["copy-as"] = self.copy_as.menuAction()
        self._fill(menu, EDIT_MENU)
        value = window.value_bar.entry.edit
        value.addActions([self.actions[each] for each in ("copy-as", "copy-link", "paste-value")])

    def _show_refusal(self, refusal: Phrase | None) -> None:
        """Copy nothing while the source is older than what was typed."""
        self.copy_as.setEnabled(refusal is None)

    def _build_view_menu(self, menu: QMenu, window: MainWindow) -> None:
        menu.addActions([frame.toggleViewAction() for frame in window.frames.values()])
        menu.addSeparator()
        panels = menu.addMenu(self.tr("&Go to a panel"))
        for at, (name, frame) in enumerate(window.frames.items(), 1):
            action = panels.addAction(f"&{at}  {frame.windowTitle()}")
            action.setShortcut(QKeySequence(f"Ctrl+{at}"))
            action.triggered.connect(lambda _=False, name=name: window.go_to_panel(name))
        self._fill(menu, VIEW_MENU)
        self._fill(menu.addMenu(self.tr("Te&xt size")), TEXT_SIZE_MENU)
        self._build_choices(menu, window)
        menu.addSeparator()
        menu.addAction(self.actions["reset-layout"])

    def _build_choices(self, menu: QMenu, window: MainWindow) -> None:
        """The submenus of which one entry is ticked."""
        themes = {
            "system": self.tr("As the &system"),
            "light": self.tr("&Light"),
            "dark": self.tr("&Dark"),
        }
        languages = {"system": self.tr("As the &system"), **LANGUAGES}
        self._themes = Choice(menu.addMenu(self.tr("&Theme")), themes, window.choose_theme)
        self._languages = Choice(
            menu.addMenu(self.tr("&Language")), languages, window.choose_language
        )
        self.show_choices(window.appearance.choice, window.language.choice)

    def show_choices(self, theme: str, language: str) -> None:
        """Tick the theme and the language that are chosen."""
        self._themes.tick(theme)
        self._languages.tick(language)

    def _fill_formats(self) -> None:
        self._bits.fill_format_menu(self.formats)
        self.formats.removeAction(self.formats.actions()[-1])  # it stands below, with keys
        self._fill(self.formats, FORMATS_MENU[1:])
        self.formats.addSeparator()
        self.formats.addAction(self._facts)


class Choice(QObject):
    """A menu of which one entry is ticked; an entry is a key and its text."""

    def __init__(
        self, menu: QMenu, names: Mapping[str, str], choose: Callable[[str], None]
    ) -> None:
        super().__init__(menu)
        group = QActionGroup(self)
        self._actions = {key: group.addAction(name) for key, name in names.items()}
        for key, action in self._actions.items():
            action.setCheckable(True)
            action.triggered.connect(lambda _=False, key=key: choose(key))
        menu.addActions(group.actions())

    def tick(self, key: str) -> None:
        """Tick an entry instead of the present one; pictures have themes that no menu offers."""
        if key in self._actions:
            self._actions[key].setChecked(True)
