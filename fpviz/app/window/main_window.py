"""The main window: value bar, panels in docks, menus, status line."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent, Qt, QTimer
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QShowEvent
from PySide6.QtWidgets import QLabel, QMainWindow, QMenuBar, QSizePolicy, QStatusBar, QToolBar

from fpviz.app import dialogs
from fpviz.app.dialogs.about import AboutDialog
from fpviz.app.dialogs.shortcuts import Group, ShortcutsDialog, menu_groups, shown
from fpviz.app.pictures.commands import PictureCommands
from fpviz.app.preferences.appearance import Appearance
from fpviz.app.preferences.language import Language
from fpviz.app.preferences.text_size import TextSize
from fpviz.app.session.scene_file import SceneFiles
from fpviz.app.window.docks import Docks, Place
from fpviz.app.window.edit_menu import Edits
from fpviz.app.window.focus import FocusOrder
from fpviz.app.window.guide_requests import Lessons
from fpviz.app.window.layout import WindowLayout
from fpviz.app.window.menus import Menus
from fpviz.app.window.rebuilding import Passing
from fpviz.app.window.value_bar import ValueBar
from fpviz.core.reading import Snapshot
from fpviz.model.files.scene import Scene
from fpviz.model.session import Session
from fpviz.model.settings import LANGUAGE, THEME, Settings
from fpviz.panels import PANELS, Panel
from fpviz.panels.bits import BitsPanel
from fpviz.panels.guide import GuidePanel
from fpviz.widgets.frame.panel_frame import PanelFrame
from fpviz.widgets.input.drops import take_copy
from fpviz.widgets.look.theme import Theme


class MainWindow(QMainWindow):
    """A window on one session.

    Its language is changed by building all that speaks anew; what outlives that is the session,
    the file, and what ``Passing`` keeps.
    """

    def __init__(
        self, session: Session, settings: Settings, appearance: Appearance, language: Language
    ) -> None:
        super().__init__()
        self.session = session
        self.document = session.document
        self.settings = settings
        self.appearance = appearance
        self.language = language
        self.late_built = False
        self.setAcceptDrops(True)
        self.setDockNestingEnabled(True)
        self.setDockOptions(
            QMainWindow.DockOption.AllowNestedDocks
            | QMainWindow.DockOption.AllowTabbedDocks
            | QMainWindow.DockOption.AnimatedDocks
        )
        self.layout_ = WindowLayout(self)
        self._build()
        self.files = SceneFiles(self, self.document, settings)
        self.edits = Edits(session, self)
        self.text_size = TextSize(self)
        self.menus = Menus(self)
        self.document.changed.connect(self._show_rules)
        self.document.views_wanted.connect(self.restore_views)
        self.edits.remark.connect(self.show_remark)
        appearance.changed.connect(self._set_theme)
        # queued: the menu in which one of them is chosen goes, too
        for stale in (language.changed, appearance.text_resized):
            stale.connect(self._build_anew, Qt.ConnectionType.QueuedConnection)

    # -- building ---------------------------------------------------------------------------

    def _build(self) -> None:
        """Build everything but the menus, which need it."""
        self.value_bar = ValueBar(self.session, self.appearance.theme)
        self.panels: dict[str, Panel] = {}
        self.docks = Docks(self)
        self.frames = self.docks.frames
        self._build_bar()
        self._build_panels()
        self._build_status()
        self.lessons = Lessons(self)
        self.pictures = PictureCommands(self)
        for commands in (self.lessons, self.pictures):
            commands.remark.connect(self.show_remark)
        self.bits.grew.connect(self.layout_.grow_bits)
        self.focus_order = FocusOrder(self)
        self._show_rules(self.document.snapshot)

    def _build_anew(self) -> None:
        """Say everything in the present language: new widgets, on the same session."""
        passing = Passing(self)
        self.setUpdatesEnabled(False)
        self._clear()
        self._build()
        self.menus = Menus(self)
        if self.late_built:
            self._build_late_parts()
        passing.show_in(self)
        self.setUpdatesEnabled(True)

    def _clear(self) -> None:
        """Delete all that was built, so that nothing of it hears of the session any more."""
        self.removeToolBar(self._bar)
        for frame in self.frames.values():
            self.removeDockWidget(frame)
        commands = (self.menus, self.lessons, self.pictures)
        for built in (*commands, self.docks, self._bar, *self.frames.values()):
            built.deleteLater()
        self.setMenuBar(QMenuBar())
        self.setStatusBar(QStatusBar())
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    def _build_bar(self) -> None:
        self._bar = bar = QToolBar(self.tr("Value and rules"))
        bar.setObjectName("value-bar")
        bar.setMovable(False)
        bar.toggleViewAction().setEnabled(False)
        bar.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        self.value_bar.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        bar.addWidget(self.value_bar)
        self.addToolBar(bar)

    def _build_panels(self) -> None:
        for kind, row, column in PANELS:
            panel = kind(self.session, self.appearance.theme)
            frame = PanelFrame(kind.ID, panel.title, panel, panel.tools, self.appearance.theme)
            panel.caption_changed.connect(frame.caption.setText)
            panel.status_changed.connect(self.show_remark)
            self.panels[kind.ID] = panel
            self.docks.add(frame, Place(row, column, kind.SHARE, kind.AT_SIDE))
        self.docks.place_all()
        for panel in self.panels.values():
            panel.restore_view(panel.view())

    def _build_status(self) -> None:
        self.remark = QLabel()
        self.rules = QLabel()
        for label in (self.remark, self.rules):
            label.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        self.remark.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.statusBar().setContentsMargins(10, 0, 10, 0)
        self.statusBar().setSizeGripEnabled(False)
        self.statusBar().addWidget(self.remark, 1)
        self.statusBar().addPermanentWidget(self.rules)

    # -- showing ----------------------------------------------------------------------------

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.text_size.watch()
        if not self.late_built:
            QTimer.singleShot(0, self.build_late)

    def build_late(self) -> None:
        """Build what panels build after the first paint."""
        if not self.late_built:
            self.late_built = True
            self._build_late_parts()

    def _build_late_parts(self) -> None:
        for panel in self.panels.values():
            panel.build_late()

    def show_remark(self, text: str) -> None:
        """Show a passing remark in the status line."""
        self.remark.setText(text)

    def _show_rules(self, snapshot: Snapshot) -> None:
        rules = snapshot.state.rules
        rounding, overflow = self.value_bar.names(rules)
        parts = [rounding, self.tr("overflow {0}").format(overflow)]
        parts += [self.tr("subnormals flushed")] * rules.flush
        parts += [self.tr("subnormal operands zero")] * rules.daz
        self.rules.setText(" · ".join(parts))

    def _set_theme(self, theme: Theme) -> None:
        self.value_bar.set_theme(theme)
        for frame in self.frames.values():
            frame.set_theme(theme)
        for panel in self.panels.values():
            panel.set_theme(theme)

    def restore_layout(self) -> None:
        """Take the remembered layout; who has none is new here."""
        if not self.layout_.restore():
            self.show_remark(self.tr("New here? F1 opens the Guide."))

    @property
    def bits(self) -> BitsPanel:
        """The panel of the bit grid."""
        bits = self.panels[BitsPanel.ID]
        assert isinstance(bits, BitsPanel)
        return bits

    # -- scenes -----------------------------------------------------------------------------

    def views(self) -> dict[str, dict[str, Any]]:
        """What each panel shows beyond the document."""
        return {panel_id: panel.view() for panel_id, panel in self.panels.items()}

    def restore_views(self, views: Mapping[str, Mapping[str, Any]]) -> None:
        """Show what a scene's views say."""
        for panel_id, view in views.items():
            if panel_id in self.panels:
                self.panels[panel_id].restore_view(view)

    def scene(self) -> Scene:
        """What the window shows, as a scene; what is refused in it is not shown."""
        return replace(self.document.scene(self.views()), setup=self.session.runs.sound_setup)

    def show_scene(self, scene: Scene) -> None:
        """Show a scene, as an undoable change.

        The Guide stays open where it was, unless the scene itself says otherwise.
        """
        views = self.views()
        if GuidePanel.ID not in scene.views:
            del views[GuidePanel.ID]
        self.document.load(scene, views)

    # -- the intents of the menus that are the window's own ----------------------------------

    def quit(self) -> None:
        self.close()

    def edit_value(self) -> None:
        self.value_bar.focus_value()

    def edit_bits(self) -> None:
        self.docks.bring_to_front(BitsPanel.ID)
        self.bits.grid.focus_active()

    def next_panel(self) -> None:
        self.focus_order.step_panel(forward=True)

    def previous_panel(self) -> None:
        self.focus_order.step_panel(forward=False)

    def focusNextPrevChild(self, forward: bool) -> bool:
        return self.focus_order.step(forward) or super().focusNextPrevChild(forward)

    def go_to_panel(self, name: str) -> None:
        """Show a panel, and give it the keyboard."""
        self.docks.bring_to_front(name)
        self.focus_order.enter(self.frames[name])

    def custom_format(self) -> None:
        self.bits.make_format()

    def choose_theme(self, choice: str) -> None:
        """Take a theme and remember it."""
        self.settings.set(THEME, choice)
        self.appearance.choose(choice)
        self.menus.show_choices(choice, self.language.choice)

    def choose_language(self, choice: str) -> None:
        """Take a language and remember it."""
        self.settings.set(LANGUAGE, choice)
        self.language.choose(choice)
        self.menus.show_choices(self.appearance.choice, choice)

    def show_shortcuts(self) -> None:
        parts: list[ValueBar | Panel] = [self.value_bar, *self.panels.values()]
        groups = [Group(part.title, shown(part.keys)) for part in parts]
        dialogs.show(ShortcutsDialog([*menu_groups(self.menuBar()), *groups], self))

    def show_about(self) -> None:
        dialogs.show(AboutDialog(self))

    # -- leaving, dropping ------------------------------------------------------------------

    def closeEvent(self, event: QCloseEvent) -> None:
        if not self.files.may_close():
            event.ignore()
            return
        self.layout_.remember()
        self.session.runs.close()
        super().closeEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls() or event.mimeData().hasText():
            take_copy(event)

    def dropEvent(self, event: QDropEvent) -> None:
        urls = event.mimeData().urls()
        if urls and urls[0].isLocalFile():
            self.files.open_path(Path(urls[0].toLocalFile()))
        else:
            self.edits.drop_value(event.mimeData().text())
        take_copy(event)
