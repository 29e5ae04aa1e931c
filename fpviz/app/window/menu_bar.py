"""The menu bar of the window, made of the tables of actions and of the panels' own actions."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from fpviz.app.preferences.appearance import Appearance
from fpviz.app.preferences.language import Language
from fpviz.app.preferences.text_size import TextSize
from fpviz.app.session.scene_file import SceneFiles
from fpviz.app.window.focus import FocusOrder
from fpviz.app.window.layout import WindowLayout
from fpviz.app.window.menus.actions import (
    NOTATION_KEYS,
    Act,
    Rows,
    edit_actions,
    file_actions,
    format_actions,
    help_actions,
    made,
    open_actions,
    reset_actions,
    text_size_actions,
    view_actions,
)
from fpviz.app.window.menus.choice_menu import ChoiceMenu
from fpviz.app.window.menus.edit_menu import EditCommands
from fpviz.app.window.menus.experiment_menu import ExperimentMenu
from fpviz.app.window.menus.recent_menu import RecentMenu
from fpviz.app.window.menus.undo_actions import UndoActions
from fpviz.app.window.menus.workspace_menu import WorkspaceMenu
from fpviz.core.phrase import Phrase
from fpviz.model.document import Document
from fpviz.model.languages import LANGUAGES
from fpviz.model.present_workspace import PresentWorkspace
from fpviz.model.session import Session
from fpviz.model.settings import LANGUAGE, THEME, Settings
from fpviz.model.themes import DARK, LIGHT, SYSTEM
from fpviz.panels import PANELS
from fpviz.panels.bits import BitsPanel
from fpviz.widgets.frame.panel_frame import PanelFrame
from fpviz.widgets.reading.copy_as import CopyAsMenu

_OF_THE_VALUE = "copy-as", "copy-link", "paste-value", "pin-value"
"""What the value itself offers, too."""

_PANEL_KEYS = (*((str(n), f"Ctrl+{n}") for n in range(1, 10)), ("0", "Alt+0"))
"""The digit of each panel in the menu and the keys that go there; Ctrl+0 is the usual text size."""


class Menus(QObject):
    """Fills a menu bar, step by step; ``actions`` are those of the tables, by their ids."""

    def __init__(self, bar: QMenuBar, parent: QObject) -> None:
        super().__init__(parent)
        self._bar = bar
        self.actions: dict[str, QAction] = {}
        self._toggles: list[QAction] = []

    def add_file(
        self,
        files: SceneFiles,
        open_dump: Act,
        export: Act,
        copy: Act,
        leave: Act,
    ) -> None:
        """The scenes and the pictures of the window, what the bench reads, and the way out."""
        self.file = self._bar.addMenu(self.tr("&File"))
        self._fill(self.file, open_actions(files, open_dump))
        self.recent = RecentMenu(self.file, files.recent, files.open_path)
        self._fill(self.file, file_actions(files, export, copy, leave))

    def add_edit(
        self,
        document: Document,
        edits: EditCommands,
        value: QWidget,
        go_to_value: Act,
        go_to_bits: Act,
    ) -> None:
        """Undo, the ways to copy, and the changes of the value; ``value`` offers some, too."""
        menu = self._bar.addMenu(self.tr("&Edit"))
        self.history = UndoActions(document, self)
        menu.addActions([self.history.undo, self.history.redo])
        self.copy_as = CopyAsMenu(lambda: document.snapshot, None, menu)
        self.copy_as.copied.connect(edits.remark)
        document.refused.connect(self._show_refusal)
        for name, keys in NOTATION_KEYS.items():
            self.copy_as.action(name).setShortcut(QKeySequence(keys))
        self.actions["copy-as"] = self.copy_as.menuAction()
        menu.addSeparator()
        menu.addAction(self.actions["copy-as"])
        self._fill(menu, edit_actions(edits, go_to_value, go_to_bits))
        value.addActions([self.actions[each] for each in _OF_THE_VALUE])

    def _show_refusal(self, refusal: Phrase | None) -> None:
        """Copy nothing while the source is older than what was typed."""
        self.copy_as.setEnabled(refusal is None)

    # -- the view, from top to bottom -------------------------------------------------------

    def add_view(
        self, workspace: PresentWorkspace, focus: FocusOrder, layout: WindowLayout
    ) -> None:
        """The workspaces, their panels, and how the window shares them out."""
        self._view = self._bar.addMenu(self.tr("&View"))
        self.workspaces = WorkspaceMenu(self._view.addMenu(self.tr("&Workspace")), workspace)
        self._view.addSeparator()
        self._below_panels = self._view.addSeparator()
        self._panels = self._view.addMenu(self.tr("&Go to a panel"))
        self._go_to = focus.go_to_panel
        self._fill(self._view, view_actions(focus, layout))

    def show_panels(self, here: Iterable[str], frames: Mapping[str, PanelFrame]) -> None:
        """Offer the panels that are here to be shown and gone to, and the others to be gone to."""
        here = [*here]
        for action in self._toggles:
            self._view.removeAction(action)
        self._toggles = [frames[name].toggleViewAction() for name in here]
        self._view.insertActions(self._below_panels, self._toggles)
        self._panels.clear()
        for (digit, keys), name in zip(_PANEL_KEYS, here, strict=False):
            self._add_panel(name, f"&{digit}  {PANELS[name].title}", keys)
        self._panels.addSeparator()
        for name in PANELS:
            if name not in here[: len(_PANEL_KEYS)]:
                self._add_panel(name, PANELS[name].title)

    def _add_panel(self, name: str, text: str, keys: str = "") -> None:
        action = self._panels.addAction(text)
        action.setShortcut(QKeySequence(keys))
        action.triggered.connect(lambda: self._go_to(name))

    def add_text_size(self, text: TextSize) -> None:
        self._fill(self._view.addMenu(self.tr("Te&xt size")), text_size_actions(text))

    def add_choices(self, appearance: Appearance, language: Language, settings: Settings) -> None:
        """The submenus of which one entry is ticked."""
        themes = {
            SYSTEM: self.tr("As the &system"),
            LIGHT: self.tr("&Light"),
            DARK: self.tr("&Dark"),
        }
        languages = {SYSTEM: self.tr("As the &system"), **LANGUAGES}
        menu = self._view.addMenu(self.tr("&Theme"))
        self.themes = ChoiceMenu(menu, themes, appearance, THEME, settings)
        menu = self._view.addMenu(self.tr("&Language"))
        self.languages = ChoiceMenu(menu, languages, language, LANGUAGE, settings)

    def add_reset(self, layout: WindowLayout) -> None:
        self._fill(self._view, reset_actions(layout))

    # -- the others -------------------------------------------------------------------------

    def add_formats(self, bits: BitsPanel, edits: EditCommands, show_facts: Act) -> None:
        """The formats to show, as the panel of bits lists them, and what is done to them."""
        menu = self.formats = self._bar.addMenu(self.tr("F&ormats"))
        below = self._made(format_actions(edits, bits.make_format, show_facts))
        bits.facts_wanted.connect(show_facts)

        def fill() -> None:
            bits.fill_format_menu(menu)
            for action in menu.actions()[-2:]:
                menu.removeAction(action)  # they stand below, with keys
            menu.addActions(below)

        menu.aboutToShow.connect(fill)
        menu.addActions(below)  # their keys are there before anybody opens it

    def add_experiments(self, session: Session, settings: Settings, window: QWidget) -> None:
        menu = self._bar.addMenu(self.tr("E&xperiments"))
        self.experiments = ExperimentMenu(menu, session, settings, window)

    def add_help(
        self,
        show_guide: Act,
        show_shortcuts: Act,
        show_about: Act,
    ) -> None:
        menu = self._bar.addMenu(self.tr("&Help"))
        self._fill(menu, help_actions(show_guide, show_shortcuts, show_about))

    # -- their means ------------------------------------------------------------------------

    def _fill(self, menu: QMenu, rows: Rows) -> None:
        menu.addActions(self._made(rows))

    def _made(self, rows: Rows) -> list[QAction]:
        actions = [made(row, self) for row in rows]
        self.actions |= {each.objectName(): each for each in actions if not each.isSeparator()}
        return actions
