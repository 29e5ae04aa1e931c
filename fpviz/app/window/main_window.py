"""The main window: what it is built of, and how that is connected."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QMainWindow, QMenuBar, QSizePolicy, QStatusBar, QToolBar

from fpviz.app.preferences.appearance import Appearance
from fpviz.app.preferences.language import Language
from fpviz.app.preferences.text_size import TextSize
from fpviz.app.session.autosave import SessionFile, SessionKeeper
from fpviz.app.session.opening import holds_scene
from fpviz.app.session.scene_file import SceneFiles
from fpviz.app.session.shown_scene import ShownScene
from fpviz.app.window.docks import Docks
from fpviz.app.window.focus import FocusOrder
from fpviz.app.window.framing import Framing
from fpviz.app.window.guide_requests import GuideRequests
from fpviz.app.window.help_commands import HelpCommands
from fpviz.app.window.later import Later
from fpviz.app.window.layout import WindowLayout
from fpviz.app.window.menu_bar import Menus
from fpviz.app.window.menus.actions import open_actions
from fpviz.app.window.menus.edit_menu import EditCommands
from fpviz.app.window.panel_doors import PanelDoors
from fpviz.app.window.rebuilding import CarriedOver
from fpviz.app.window.status_line import StatusLine
from fpviz.app.window.value_bar import ValueBar
from fpviz.app.window.workspace_tabs import WorkspaceTabs, put_in_corner
from fpviz.model.files.resources import resources
from fpviz.model.session import Session
from fpviz.model.settings import Settings
from fpviz.panels import BITS, PANELS
from fpviz.panels.bits import BitsPanel
from fpviz.panels.panel import Panel
from fpviz.widgets.frame.panel_frame import PanelFrame
from fpviz.widgets.input.drops import take_copy
from fpviz.widgets.look.theme import Theme


class MainWindow(QMainWindow):
    """A window on one session.

    Its language is changed by building all that speaks anew; what outlives that is the session,
    the file, and what ``CarriedOver`` keeps.

    Signals:
        export_wanted(str), copy_wanted(str): a picture is wanted, as a file or to paste, of the
            panel of this name, or of the whole window if it is empty.
    """

    export_wanted = Signal(str)
    copy_wanted = Signal(str)

    def __init__(
        self, session: Session, settings: Settings, appearance: Appearance, language: Language
    ) -> None:
        super().__init__()
        self.session = session
        self.document = session.document
        self.settings = settings
        self.appearance = appearance
        self.language = language
        self.later = Later(self)
        self.setAcceptDrops(True)
        self.setDockNestingEnabled(True)
        self.setDockOptions(
            QMainWindow.DockOption.AllowNestedDocks
            | QMainWindow.DockOption.AllowTabbedDocks
            | QMainWindow.DockOption.AnimatedDocks
        )
        self.docks = Docks(self)
        self.frames = self.docks.frames
        new = self._new_frame, self._new_panel
        self.framing = Framing(session, self.docks, self.later, *new)
        self.panels = self.framing.panels
        self.layout_ = WindowLayout(self, self.docks, self.panels, settings, session.workspace)
        self.focus_order = FocusOrder(self, self.docks)
        self.doors = PanelDoors(session, self.panels, self.docks, self.focus_order)
        self.shown = ShownScene(session, self.panels, self.docks.in_front, self)
        self.edits = EditCommands(session, self)
        self.text_size = TextSize(appearance, settings, self)
        self.guide = GuideRequests(self.panels, self.shown.show, self.docks.bring_to_front, self)
        self.help = HelpCommands(self, self.framing.here)
        self._build()
        self.files = SceneFiles(self, self.document, self.shown, settings)
        self._build_menus()
        for speaker in (self.edits, self.text_size, self.guide, self.files, self.doors):
            speaker.remark.connect(self.show_remark)
        self.edits.dump_taken.connect(self.doors.read_text)
        self.installEventFilter(self.doors)
        self.docks.wanted.connect(session.workspace.choose_with)
        self.shown.front_wanted.connect(self.docks.show_in_front)
        session.workspace.changed.connect(self._show_workspace)
        appearance.changed.connect(self._set_theme)
        # queued: the menu in which one of them is chosen goes, too
        for stale in (language.changed, appearance.text_resized):
            stale.connect(self._build_anew, Qt.ConnectionType.QueuedConnection)

    # -- building ---------------------------------------------------------------------------

    def _build(self) -> None:
        """Build all that speaks but the menus, which need it."""
        self.value_bar = ValueBar(self.session, self.appearance.theme)
        self.status = StatusLine(self.document, self.value_bar.names)  # panels may speak at once
        self.setStatusBar(self.status)
        self.value_bar.entry.expression_entered.connect(self.doors.evaluate)
        self.value_bar.entry.dump_entered.connect(self.doors.read_text)
        self._build_bar()
        self.framing.build_first()
        self.docks.enter(self.session.workspace.places)

    def _build_bar(self) -> None:
        self._bar = bar = QToolBar(self.tr("Value and rules"))
        bar.setObjectName("value-bar")
        bar.setMovable(False)
        bar.toggleViewAction().setEnabled(False)
        bar.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        self.value_bar.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        bar.addWidget(self.value_bar)
        self.addToolBar(bar)

    def _new_frame(self, panel_id: str) -> PanelFrame:
        """The frame of a panel; one that can say what it is for has a switch."""
        entry = PANELS[panel_id]
        frame = PanelFrame(panel_id, entry.title, self.appearance.theme)
        frame.export_wanted.connect(partial(self.export_wanted.emit, panel_id))
        frame.copy_wanted.connect(partial(self.copy_wanted.emit, panel_id))
        if entry.tip:
            frame.toggleViewAction().setToolTip(entry.tip)
            self.value_bar.add_switch(frame.toggleViewAction())
        return frame

    def _new_panel(self, panel_id: str) -> Panel:
        panel = PANELS[panel_id].kind(self.session, self.appearance.theme)
        self.panels.built[panel_id] = panel
        panel.read_from(resources(), self.language.present)
        panel.caption_changed.connect(self.frames[panel_id].caption.setText)
        panel.status_changed.connect(self.show_remark)
        panel.grew.connect(partial(self.layout_.grow, panel_id))
        panel.scene_wanted.connect(self.guide.load)
        panel.panel_wanted.connect(self.docks.bring_to_front)
        self.shown.add(panel)
        return panel

    def _build_menus(self) -> None:
        menus = self.menus = Menus(self.menuBar(), self)
        menus.add_file(
            self.files,
            open_actions(self.files, self.doors),
            partial(self.export_wanted.emit, ""),
            partial(self.copy_wanted.emit, ""),
            self.close,
        )
        menus.add_edit(
            self.document,
            self.edits,
            self.value_bar.entry.edit,
            self.value_bar.focus_value,
            self.doors.edit_bits,
        )
        menus.add_view(self.session.workspace, self.focus_order, self.layout_)
        menus.show_panels(self.session.workspace.places, self.frames)
        menus.add_text_size(self.text_size)
        menus.add_choices(self.appearance, self.language, self.settings)
        menus.add_reset(self.layout_)
        menus.add_formats(self.bits, self.edits, self.doors.show_facts)
        menus.add_experiments(self.session, self.settings, self)
        show_keys = partial(self.help.show_shortcuts, self.value_bar.title, self.value_bar.keys)
        menus.add_help(self.guide.show_guide, show_keys, self.help.show_about)
        self._add_tabs()

    def _add_tabs(self) -> None:
        """The workspaces, at the right of the menu bar; where the system has that, of the value."""
        self.tabs = WorkspaceTabs(self.session.workspace, self.appearance.theme)
        if self.menuBar().isNativeMenuBar():
            self._bar.addWidget(self.tabs)
        else:
            put_in_corner(self.menuBar(), self.tabs)

    def _build_anew(self) -> None:
        """Say everything in the present language: new widgets, on the same session."""
        if not self.updatesEnabled():  # it is being built: once more, when that is done
            QTimer.singleShot(0, self._build_anew)
            return
        was_complete = self.later.is_complete
        carried = CarriedOver(self, self.shown, self.docks, self.value_bar)
        self.setUpdatesEnabled(False)
        self._clear()
        self._build()
        self._build_menus()
        if was_complete:
            self.later.complete()
        carried.show(self.value_bar)
        self.setUpdatesEnabled(True)
        self.framing.see_what_came()

    def _show_workspace(self) -> None:
        """Show the docks of the present workspace; the keyboard stays where it is, if it can."""
        focused = self.focusWidget()
        self.setUpdatesEnabled(False)
        self.framing.build_frames()
        self.layout_.switch()
        self.menus.show_panels(self.session.workspace.places, self.frames)
        self.setUpdatesEnabled(True)
        self.framing.see_what_came()
        self.framing.build_rest_later()
        self.later.start()
        self.text_size.watch(*self.frames.values())
        if focused is not None and focused.isVisible():
            focused.setFocus()
        else:
            self.value_bar.focus_value()

    def _clear(self) -> None:
        """Delete all that was built, so that nothing of it hears of the session any more."""
        self.removeToolBar(self._bar)
        self.docks.clear()
        self.panels.built.clear()
        self.later.clear()
        self.menus.deleteLater()
        self._bar.deleteLater()
        self.setMenuBar(QMenuBar())
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        self.setStatusBar(QStatusBar())  # last: what goes may still speak

    def keep_in(self, file: SessionFile) -> SessionKeeper:
        """From now on the session is kept in a file."""
        remember = self.layout_.remember
        keeper = SessionKeeper(file, self.shown, self.files, self.settings, remember)
        self.docks.changed.connect(keeper.keep_soon)
        return keeper

    @property
    def bits(self) -> BitsPanel:
        """The panel of the bit grid."""
        bits = self.panels[BITS]
        assert isinstance(bits, BitsPanel)
        return bits

    # -- showing ----------------------------------------------------------------------------

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.text_size.watch(self, *self.frames.values())

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        self.later.start()  # all else is painted at one go with this, before a timer's turn

    def show_remark(self, text: str) -> None:
        """Show a passing remark in the status line."""
        self.status.remark.setText(text)

    def _set_theme(self, theme: Theme) -> None:
        self.value_bar.set_theme(theme)
        self.tabs.set_theme(theme)
        for frame in self.frames.values():
            frame.set_theme(theme)
        for panel in self.panels.built.values():
            panel.set_theme(theme)

    def restore_layout(self) -> None:
        """Take the remembered layout; who has none is new here."""
        if not self.layout_.restore():
            self.show_remark(self.tr("New here? F1 opens the Guide."))

    def focusNextPrevChild(self, forward: bool) -> bool:
        return self.focus_order.step(forward) or super().focusNextPrevChild(forward)

    def open_file(self, path: Path) -> None:
        """Open a scene or a picture of one; read tensors and dumps where they are read."""
        (self.files.open_path if holds_scene(path) else self.doors.read_file)(path)

    # -- leaving, dropping ------------------------------------------------------------------

    def closeEvent(self, event: QCloseEvent) -> None:
        if not self.files.may_close():
            event.ignore()
            return
        self.layout_.remember()
        self.session.close()
        super().closeEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls() or event.mimeData().hasText():
            take_copy(event)

    def dropEvent(self, event: QDropEvent) -> None:
        urls = event.mimeData().urls()
        path = Path(urls[0].toLocalFile()) if urls and urls[0].isLocalFile() else None
        if path is not None:
            self.open_file(path)
        else:
            self.edits.drop_value(event.mimeData().text())
        take_copy(event)
