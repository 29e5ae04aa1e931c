"""The main window: what it is built of, and how that is connected."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QMainWindow, QMenuBar, QSizePolicy, QStatusBar, QToolBar

from fpviz.app import dialogs
from fpviz.app.preferences.appearance import Appearance
from fpviz.app.preferences.language import Language
from fpviz.app.preferences.text_size import TextSize
from fpviz.app.session.autosave import SessionFile, SessionKeeper
from fpviz.app.session.scene_file import SceneFiles
from fpviz.app.session.shown_scene import ShownScene
from fpviz.app.window.docks import Docks, FirstPlace
from fpviz.app.window.focus import FocusOrder
from fpviz.app.window.guide_requests import GuideRequests
from fpviz.app.window.layout import WindowLayout
from fpviz.app.window.menu_bar import Menus
from fpviz.app.window.menus.edit_menu import EditCommands
from fpviz.app.window.rebuilding import CarriedOver
from fpviz.app.window.status_line import StatusLine
from fpviz.app.window.value_bar import ValueBar
from fpviz.model.files.resources import resources
from fpviz.model.session import Session
from fpviz.model.settings import Settings
from fpviz.panels import PANELS, Panel
from fpviz.panels.bits import BitsPanel
from fpviz.panels.formats import FormatsPanel
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
        self.late_built = False
        self._late = QTimer(self, singleShot=True, interval=0)
        self._late.timeout.connect(self.build_late)
        self.setAcceptDrops(True)
        self.setDockNestingEnabled(True)
        self.setDockOptions(
            QMainWindow.DockOption.AllowNestedDocks
            | QMainWindow.DockOption.AllowTabbedDocks
            | QMainWindow.DockOption.AnimatedDocks
        )
        self.panels: dict[str, Panel] = {}
        self.docks = Docks(self)
        self.frames = self.docks.frames
        self.layout_ = WindowLayout(self, self.docks, self.panels, settings)
        self.focus_order = FocusOrder(self, self.docks)
        self.shown = ShownScene(session, self.panels, self)
        self.edits = EditCommands(session, self)
        self.text_size = TextSize(appearance, settings, self)
        self.guide = GuideRequests(self.panels, self.shown.show, self.docks.bring_to_front, self)
        self._build()
        self.files = SceneFiles(self, self.document, self.shown, settings)
        self._build_menus()
        for speaker in (self.edits, self.text_size, self.guide, self.files):
            speaker.remark.connect(self.show_remark)
        appearance.changed.connect(self._set_theme)
        # queued: the menu in which one of them is chosen goes, too
        for stale in (language.changed, appearance.text_resized):
            stale.connect(self._build_anew, Qt.ConnectionType.QueuedConnection)

    # -- building ---------------------------------------------------------------------------

    def _build(self) -> None:
        """Build all that speaks but the menus, which need it."""
        self.value_bar = ValueBar(self.session, self.appearance.theme)
        self._build_bar()
        for kind, row, column in PANELS:
            self._build_panel(kind, row, column)
        self.docks.place_all()
        for panel in self.panels.values():
            panel.restore_view(panel.view())
        self.status = StatusLine(self.document, self.value_bar.names)
        self.setStatusBar(self.status)

    def _build_bar(self) -> None:
        self._bar = bar = QToolBar(self.tr("Value and rules"))
        bar.setObjectName("value-bar")
        bar.setMovable(False)
        bar.toggleViewAction().setEnabled(False)
        bar.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        self.value_bar.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        bar.addWidget(self.value_bar)
        self.addToolBar(bar)

    def _build_panel(self, kind: type[Panel], row: int, column: int) -> None:
        panel = kind(self.session, self.appearance.theme)
        frame = PanelFrame(kind.ID, panel.title, panel, panel.tools, self.appearance.theme)
        self.shown.add(panel)
        self.docks.add(frame, FirstPlace(row, column, kind.SHARE, kind.AT_SIDE))
        panel.read_from(resources(), self.language.present)
        panel.caption_changed.connect(frame.caption.setText)
        panel.status_changed.connect(self.show_remark)
        for placed in (frame.visibilityChanged, frame.put_elsewhere):
            placed.connect(panel.catch_up)
        panel.grew.connect(partial(self.layout_.grow, kind.ID))
        panel.scene_wanted.connect(self.guide.load)
        panel.panel_wanted.connect(self.docks.bring_to_front)
        frame.export_wanted.connect(partial(self.export_wanted.emit, kind.ID))
        frame.copy_wanted.connect(partial(self.copy_wanted.emit, kind.ID))
        if kind.AT_SIDE:
            frame.toggleViewAction().setToolTip(panel.tip)
            self.value_bar.add_switch(frame.toggleViewAction())

    def _build_menus(self) -> None:
        menus = self.menus = Menus(self.menuBar(), self)
        menus.add_file(
            self.files,
            partial(self.export_wanted.emit, ""),
            partial(self.copy_wanted.emit, ""),
            self.close,
        )
        menus.add_edit(
            self.document,
            self.edits,
            self.value_bar.entry.edit,
            self.value_bar.focus_value,
            self._edit_bits,
        )
        menus.add_view(self.frames, self.focus_order, self.layout_)
        menus.add_text_size(self.text_size)
        menus.add_choices(self.appearance, self.language, self.settings)
        menus.add_reset(self.layout_)
        show_facts = partial(self.focus_order.go_to_panel, FormatsPanel.ID)
        menus.add_formats(self.bits, self.edits, show_facts)
        menus.add_experiments(self.session, self.settings, self)
        menus.add_help(self.guide.show_guide, self._show_shortcuts, self._show_about)

    def _build_anew(self) -> None:
        """Say everything in the present language: new widgets, on the same session."""
        if not self.updatesEnabled():  # it is being built: once more, when that is done
            QTimer.singleShot(0, self._build_anew)
            return
        carried = CarriedOver(self, self.shown, self.docks, self.value_bar)
        self.setUpdatesEnabled(False)
        self._clear()
        self._build()
        self._build_menus()
        if self.late_built:
            self._build_late_parts()
        carried.show(self.value_bar)
        self.setUpdatesEnabled(True)

    def _clear(self) -> None:
        """Delete all that was built, so that nothing of it hears of the session any more."""
        self.removeToolBar(self._bar)
        self.docks.clear()
        self.panels.clear()
        self.menus.deleteLater()
        self._bar.deleteLater()
        self.setMenuBar(QMenuBar())
        self.setStatusBar(QStatusBar())
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    def keep_in(self, file: SessionFile) -> SessionKeeper:
        """From now on the session is kept in a file."""
        remember = self.layout_.remember
        keeper = SessionKeeper(file, self.shown, self.files, self.settings, remember)
        self.docks.changed.connect(keeper.keep_soon)
        return keeper

    @property
    def bits(self) -> BitsPanel:
        """The panel of the bit grid."""
        bits = self.panels[BitsPanel.ID]
        assert isinstance(bits, BitsPanel)
        return bits

    # -- showing ----------------------------------------------------------------------------

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.text_size.watch(self, *self.frames.values())

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self.late_built:  # all else is painted at one go with this, before a timer's turn
            self._late.start()

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
        self.status.remark.setText(text)

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

    def _edit_bits(self) -> None:
        self.docks.bring_to_front(BitsPanel.ID)
        self.bits.take_keyboard()

    def _show_shortcuts(self) -> None:
        from fpviz.app.dialogs.shortcuts import (  # noqa: PLC0415 - when asked
            Group,
            ShortcutsDialog,
            menu_groups,
            shown,
        )

        parts: list[ValueBar | Panel] = [self.value_bar, *self.panels.values()]
        groups = [Group(part.title, shown(part.keys)) for part in parts]
        dialogs.show(ShortcutsDialog([*menu_groups(self.menuBar()), *groups], self))

    def _show_about(self) -> None:
        from fpviz.app.dialogs.about import AboutDialog  # noqa: PLC0415 - when asked

        dialogs.show(AboutDialog(self))

    def focusNextPrevChild(self, forward: bool) -> bool:
        return self.focus_order.step(forward) or super().focusNextPrevChild(forward)

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
