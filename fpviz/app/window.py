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
    QShowEvent,
)
from PySide6.QtWidgets import QLabel, QMainWindow, QSizePolicy, QToolBar

from fpviz.app import dialogs
from fpviz.app.appearance import Appearance
from fpviz.app.dialogs.about import AboutDialog
from fpviz.app.docks import Docks, Place
from fpviz.app.edits import Edits
from fpviz.app.files import SceneFiles
from fpviz.app.lessons import Lessons
from fpviz.app.menus import Menus
from fpviz.app.pictures.commands import PictureCommands
from fpviz.core.reading import Snapshot
from fpviz.model.scene import Scene
from fpviz.model.session import Session
from fpviz.model.settings import THEME, Settings
from fpviz.panels import PANELS, Panel
from fpviz.panels.bits import BitsPanel
from fpviz.panels.guide import GuidePanel
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
        self.files = SceneFiles(self, self.document, settings)
        self.edits = Edits(self.document, self)
        self.lessons = Lessons(self)
        self.pictures = PictureCommands(self)
        self.menus = Menus(self, self._bits())
        self._connect()
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

    def _connect(self) -> None:
        self.document.changed.connect(self._show_rules)
        self.document.views_wanted.connect(self.restore_views)
        self.edits.remark.connect(self._show_remark)
        self.lessons.remark.connect(self._show_remark)
        self.pictures.remark.connect(self._show_remark)
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
            self._show_remark(self.tr("New here? F1 opens the Guide."))
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
        self.frames[BitsPanel.ID].show()
        self._bits().grid.focus_active()

    def custom_format(self) -> None:
        self._bits().make_format()

    def choose_theme(self, choice: str) -> None:
        """Take a theme and remember it."""
        self.settings.set(THEME, choice)
        self.appearance.choose(choice)
        self.menus.tick_theme(choice)

    def show_shortcuts(self) -> None:
        dialogs.show_shortcuts(self, self.menuBar())

    def show_about(self) -> None:
        AboutDialog(self).exec()

    # -- leaving, dropping ------------------------------------------------------------------

    def closeEvent(self, event: QCloseEvent) -> None:
        if not self.files.may_close():
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
            self.files.open_path(Path(urls[0].toLocalFile()))
        else:
            self.edits.drop_value(event.mimeData().text())
