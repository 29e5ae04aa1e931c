"""The main window: value bar, panels in docks, menus, status line."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from PySide6.QtCore import QByteArray, QEvent, Qt, QTimer
from PySide6.QtGui import (
    QCloseEvent,
    QDragEnterEvent,
    QDropEvent,
    QGuiApplication,
    QKeySequence,
    QShowEvent,
)
from PySide6.QtWidgets import QLabel, QMainWindow, QMenu, QSizePolicy, QToolBar

from fpviz import __version__
from fpviz.app import dialogs
from fpviz.app.actions import (
    EDIT_MENU,
    FILE_MENU,
    FORMATS_MENU,
    HELP_MENU,
    build_actions,
)
from fpviz.app.appearance import CHOICES, Appearance
from fpviz.app.docks import Docks
from fpviz.app.pictures import copy_picture, export_picture
from fpviz.app.report import snapshot_text
from fpviz.app.take_away import ExperimentsMenu
from fpviz.core.formats import Format
from fpviz.core.literals import LiteralError, parse_literal
from fpviz.core.reading import Snapshot
from fpviz.core.text import exact_text
from fpviz.model.scene import SUFFIX, Scene, SceneError, load_scene, save_scene
from fpviz.model.session import Session
from fpviz.model.settings import LAST_FOLDER, THEME, Settings
from fpviz.panels import PANELS, Panel
from fpviz.panels.bits import BitsPanel
from fpviz.panels.value_bar import ValueBar
from fpviz.widgets.panel_frame import PanelFrame
from fpviz.widgets.theme import Theme

_HEADER = 40
"""About how tall the header of a panel is."""


class MainWindow(QMainWindow):
    """A window on one session."""

    def __init__(self, session: Session, settings: Settings, appearance: Appearance) -> None:
        super().__init__()
        self.session = session
        self.document = session.document
        self.settings = settings
        self.appearance = appearance
        self.path: Path | None = None
        self.late_built = False
        self._first_layout = False
        self.setAcceptDrops(True)
        self.setDockNestingEnabled(True)
        self.setDockOptions(
            QMainWindow.DockOption.AllowNestedDocks
            | QMainWindow.DockOption.AllowTabbedDocks
            | QMainWindow.DockOption.AnimatedDocks
        )
        self.value_bar = ValueBar(session, appearance.theme)
        self.panels: dict[str, Panel] = {}
        self.docks = Docks(self)
        self.frames = self.docks.frames
        self._build_bar()
        self._build_panels()
        self._build_status()
        self.actions_by_id = build_actions(self)
        self._build_menus()
        self._connect()
        self._first_views = self.views()
        self.refresh_title()
        self._show_rules(self.document.snapshot)

    # -- building ---------------------------------------------------------------------------

    def _build_bar(self) -> None:
        bar = QToolBar(self.tr("Value and rules"))
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
            panel.status_changed.connect(self._show_remark)
            self.panels[kind.ID] = panel
            self.docks.add(frame, row, column, kind.SHARE)
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

    def _build_menus(self) -> None:
        bar = self.menuBar()
        undo = self.document.undo_stack.createUndoAction(self, self.tr("Undo"))
        undo.setShortcuts(QKeySequence.StandardKey.Undo)
        redo = self.document.undo_stack.createRedoAction(self, self.tr("Redo"))
        redo.setShortcuts([QKeySequence("Ctrl+Shift+Z"), QKeySequence("Ctrl+Y")])
        self._fill(bar.addMenu(self.tr("&File")), FILE_MENU)
        edit = bar.addMenu(self.tr("&Edit"))
        edit.addActions([undo, redo])
        self._fill(edit, EDIT_MENU)
        self._build_view_menu(bar.addMenu(self.tr("&View")))
        self.formats_menu = bar.addMenu(self.tr("F&ormats"))
        self.formats_menu.aboutToShow.connect(self._fill_formats_menu)
        self._fill_formats_menu()
        experiments = bar.addMenu(self.tr("E&xperiments"))
        self.experiments = ExperimentsMenu(experiments, self.session, self.settings, self)
        self._fill(bar.addMenu(self.tr("&Help")), HELP_MENU)

    def _fill(self, menu: QMenu, ids: tuple[str, ...]) -> None:
        for action_id in ids:
            if action_id:
                menu.addAction(self.actions_by_id[action_id])
            else:
                menu.addSeparator()

    def _build_view_menu(self, menu: QMenu) -> None:
        for at, frame in enumerate(self.frames.values(), 1):
            action = frame.toggleViewAction()
            action.setShortcut(QKeySequence(f"Ctrl+{at}"))
            menu.addAction(action)
        menu.addSeparator()
        themes = menu.addMenu(self.tr("&Theme"))
        names = {
            "system": self.tr("As the &system"),
            "light": self.tr("&Light"),
            "dark": self.tr("&Dark"),
        }
        self.theme_actions = {}
        for choice in CHOICES:
            action = themes.addAction(names[choice])
            action.setCheckable(True)
            action.setChecked(choice == self.appearance.choice)
            action.triggered.connect(lambda _=False, choice=choice: self.choose_theme(choice))
            self.theme_actions[choice] = action
        menu.addSeparator()
        menu.addAction(self.actions_by_id["reset-layout"])

    def _fill_formats_menu(self) -> None:
        self._bits().fill_format_menu(self.formats_menu)
        self.formats_menu.removeAction(
            self.formats_menu.actions()[-1]
        )  # it stands below, with keys
        self._fill(self.formats_menu, FORMATS_MENU[1:])

    def _connect(self) -> None:
        self.document.changed.connect(self._show_rules)
        self.document.undo_stack.cleanChanged.connect(self.refresh_title)
        self.appearance.changed.connect(self._set_theme)
        self._bits().grew.connect(self._grow_bits)

    # -- showing ----------------------------------------------------------------------------

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not self.late_built:
            QTimer.singleShot(0, self.build_late)

    def build_late(self) -> None:
        """Build what panels build after the first paint."""
        if not self.late_built:
            self.late_built = True
            for panel in self.panels.values():
                panel.build_late()

    def _show_remark(self, text: str) -> None:
        self.remark.setText(text)

    def _show_rules(self, snapshot: Snapshot) -> None:
        rules = snapshot.state.rules
        parts = [self.value_bar.rounding.currentText(), self.tr("overflow {0}")]
        parts[1] = parts[1].format(self.value_bar.overflow.currentText())
        if rules.flush:
            parts.append(self.tr("subnormals flushed"))
        self.rules.setText(" · ".join(parts))

    def _set_theme(self, theme: Theme) -> None:
        self.value_bar.set_theme(theme)
        for frame in self.frames.values():
            frame.set_theme(theme)
        for panel in self.panels.values():
            panel.set_theme(theme)

    def refresh_title(self) -> None:
        """Show the name of the scene's file, and whether it has changed."""
        name = self.path.stem if self.path else ""
        self.setWindowTitle(f"{name}[*] – fpviz" if name else "fpviz")
        self.setWindowModified(bool(name) and not self.document.undo_stack.isClean())

    # -- layout -----------------------------------------------------------------------------

    def arrange(self) -> None:
        """Give the docks the sizes of the default layout."""
        bits = self._bits().grid
        self.docks.arrange({BitsPanel.ID: bits.minimum_body_height() + _HEADER})

    def _grow_bits(self) -> None:
        """Show all rows, if there is room: a format was added, or they became taller."""
        self.docks.grow(BitsPanel.ID, self._bits().grid.minimum_body_height() + _HEADER)

    def reset_layout(self) -> None:
        """Put every panel back to where it first stood."""
        self.docks.reset()
        self.arrange()

    def restore_layout(self) -> None:
        """Take the remembered layout, or the default one."""
        layout = self.settings.layout()
        if layout is None:
            self._first_layout = True
            room = self.screen().availableSize()
            self.resize(min(1440, room.width()), min(900, room.height()))
            QTimer.singleShot(0, self.arrange)
            return
        geometry, docks = layout
        self.restoreGeometry(geometry)
        self.restoreState(docks)

    def changeEvent(self, event: QEvent) -> None:
        """The first layout goes with the window when that is maximised."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.WindowStateChange and self._first_layout:
            QTimer.singleShot(50, self.arrange)

    def remember_layout(self) -> None:
        """Keep the layout for the next run."""
        state: QByteArray = self.saveState()
        self.settings.set_layout(self.saveGeometry(), state)

    def _bits(self) -> BitsPanel:
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
        """What the window shows, as a scene."""
        return self.document.scene(self.views())

    def show_scene(self, scene: Scene, path: Path | None = None) -> None:
        """Show a scene; with a path, it is that file's."""
        self.document.load(scene)
        self.restore_views(scene.views)
        self.path = path
        if path is not None:
            self.document.undo_stack.setClean()
        self.refresh_title()

    def open_path(self, path: Path) -> None:
        """Open a scene file; a bad one changes nothing and says why."""
        try:
            scene = load_scene(path)
        except SceneError as error:
            dialogs.complain(self, self.tr("The scene was not opened"), str(error))
            return
        if self.may_close():
            self.show_scene(scene, path)

    def new_scene(self) -> None:
        if self.may_close():
            self.show_scene(Scene(views=self._first_views))

    def open_scene(self) -> None:
        path = dialogs.ask_open(
            self, self.settings.get(LAST_FOLDER), self.tr("fpviz scenes"), SUFFIX
        )
        if path is not None:
            self.settings.set(LAST_FOLDER, str(path.parent))
            self.open_path(path)

    def save_scene(self) -> bool:
        """Save to the scene's file, or ask for one; whether it was saved."""
        return self.save_scene_as() if self.path is None else self._save(self.path)

    def save_scene_as(self) -> bool:
        """Ask for a file and save to it; whether it was saved."""
        folder = self.settings.get(LAST_FOLDER)
        path = dialogs.ask_save(self, folder, self.tr("fpviz scenes"), [SUFFIX], "scene")
        return path is not None and self._save(path)

    def _save(self, path: Path) -> bool:
        try:
            save_scene(self.scene(), path)
        except OSError as error:
            reason = f"{path.name}: {error.strerror or error}"
            dialogs.complain(self, self.tr("The scene was not saved"), reason)
            return False
        self.path = path
        self.settings.set(LAST_FOLDER, str(path.parent))
        self.document.undo_stack.setClean()
        self.refresh_title()
        return True

    def may_close(self) -> bool:
        """Whether the present scene may go: saved, never a file's, or given up by the user."""
        if self.path is None or self.document.undo_stack.isClean():
            return True
        match dialogs.ask_unsaved(self, self.path.name):
            case dialogs.Unsaved.SAVE:
                return self.save_scene()
            case dialogs.Unsaved.DISCARD:
                return True
            case _:
                return False

    # -- the other intents of the menus -----------------------------------------------------

    def export_picture(self) -> None:
        names = {panel_id: frame.windowTitle() for panel_id, frame in self.frames.items()}
        wish = dialogs.ask_picture(self, names, self.settings.get(LAST_FOLDER))
        if wish is None:
            return
        panel_id, path, scale = wish
        try:
            export_picture(self._pictured(panel_id), path, scale)
        except OSError as error:
            dialogs.complain(self, self.tr("The picture was not written"), str(error))
            return
        self.settings.set(LAST_FOLDER, str(path.parent))
        self._show_remark(self.tr("Picture written to {0}").format(path))

    def copy_picture(self) -> None:
        copy_picture(self._pictured(None))
        self._show_remark(self.tr("Picture of the window copied"))

    def _pictured(self, panel_id: str | None) -> MainWindow | PanelFrame:
        return self if panel_id is None else self.frames[panel_id]

    def quit(self) -> None:
        self.close()

    def copy_value(self) -> None:
        self._copy(exact_text(self.document.snapshot.active.number))

    def copy_code(self) -> None:
        reading = self.document.snapshot.active
        self._copy(reading.format.code_text(reading.code))

    def copy_snapshot(self) -> None:
        self._copy(snapshot_text(self.document.snapshot))

    def _copy(self, text: str) -> None:
        QGuiApplication.clipboard().setText(text)
        shown = text.splitlines()[0]
        self._show_remark(
            self.tr("Copied {0}").format(shown if len(shown) < 80 else shown[:80] + "…")
        )

    def paste_value(self) -> None:
        try:
            literal = parse_literal(QGuiApplication.clipboard().text())
        except LiteralError as error:
            self._show_remark(self.tr("Not pasted: {0}").format(error))
            return
        self.document.set_source(literal)

    def edit_value(self) -> None:
        self.value_bar.focus_value()

    def edit_bits(self) -> None:
        self.frames[BitsPanel.ID].show()
        self._bits().grid.focus_active()

    def negate(self) -> None:
        fmt = self.document.state.active
        if fmt.signed:
            self.document.toggle_bit(fmt, fmt.width - 1)

    def previous_value(self) -> None:
        self.document.step_ulp(self.document.state.active, up=False)

    def next_value(self) -> None:
        self.document.step_ulp(self.document.state.active, up=True)

    def custom_format(self) -> None:
        self._bits().make_format()

    def remove_format(self) -> None:
        self.document.remove_format(self.document.state.active)

    def previous_format(self) -> None:
        self._activate_other(-1)

    def next_format(self) -> None:
        self._activate_other(1)

    def _activate_other(self, step: int) -> None:
        formats: tuple[Format, ...] = self.document.state.formats
        at = formats.index(self.document.state.active)
        self.document.activate(formats[(at + step) % len(formats)])

    def choose_theme(self, choice: str) -> None:
        """Take a theme and remember it."""
        self.settings.set(THEME, choice)
        self.appearance.choose(choice)
        for its_choice, action in self.theme_actions.items():
            action.setChecked(its_choice == choice)

    def show_shortcuts(self) -> None:
        dialogs.show_shortcuts(self, self.menuBar())

    def show_about(self) -> None:
        dialogs.show_about(self, __version__)

    # -- leaving, dropping ------------------------------------------------------------------

    def closeEvent(self, event: QCloseEvent) -> None:
        if not self.may_close():
            event.ignore()
            return
        self.remember_layout()
        self.session.runs.close()
        super().closeEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls() or event.mimeData().hasText():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        urls = event.mimeData().urls()
        if urls and urls[0].isLocalFile():
            self.open_path(Path(urls[0].toLocalFile()))
            return
        try:
            self.document.set_source(parse_literal(event.mimeData().text()))
        except LiteralError as error:
            self._show_remark(self.tr("Not dropped: {0}").format(error))
