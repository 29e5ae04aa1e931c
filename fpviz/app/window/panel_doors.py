"""What menus and the value bar ask of a panel: it is brought to the front, and begins."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence

from fpviz.app.late_panels import LatePanels
from fpviz.app.window.docks import Docks
from fpviz.app.window.focus import FocusOrder
from fpviz.model.session import Session
from fpviz.model.tensors.shelf import holds_tensors
from fpviz.model.workspaces import BENCH as BENCH_SPACE
from fpviz.panels import BENCH, BITS, EXPRESSION, FORMATS, TENSORS, VECTORS


class PanelDoors(QObject):
    """The ways into panels that begin elsewhere in the window.

    Signals:
        remark(str): where what was pasted went.
    """

    remark = Signal(str)

    def __init__(
        self, session: Session, panels: LatePanels, docks: Docks, focus_order: FocusOrder
    ) -> None:
        super().__init__(docks)
        self._session = session
        self._panels = panels
        self._docks = docks
        self._focus_order = focus_order

    def edit_bits(self) -> None:
        """Give the keyboard to the bits of the active row."""
        self._docks.bring_to_front(BITS)
        self._panels[BITS].take_keyboard()

    def evaluate(self, text: str) -> None:
        """Evaluate an expression that was typed as a value."""
        self._session.expressions.ask(text)
        self._focus_order.go_to_panel(EXPRESSION)

    def check_vectors(self) -> None:
        """Ask for a file of vectors."""
        self._ask_for_file(VECTORS)

    def open_dump(self) -> None:
        """Ask for a dump."""
        self._ask_for_file(BENCH)

    def open_tensors(self) -> None:
        """Ask for a file of tensors."""
        self._ask_for_file(TENSORS)

    def _ask_for_file(self, panel_id: str) -> None:
        self._docks.bring_to_front(panel_id)
        self._panels[panel_id].ask_for_file()

    def read_dump(self, path: Path) -> None:
        """Read a file on the bench."""
        self._docks.bring_to_front(BENCH)
        self._session.dump.open_path(path)

    def read_text(self, text: str) -> None:
        """Read a dump that was pasted, typed or dropped where values are."""
        self._docks.bring_to_front(BENCH)
        self.remark.emit(self.tr("A dump: it is opened on the Bench, and the value stays"))
        self._session.dump.open_text(text)

    def eventFilter(self, _window: QObject, event: QEvent) -> bool:
        """Let the bench have what a key pastes that no widget takes, as long as it is empty."""
        if not (isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress):
            return False
        is_empty = self._session.dump.wanted is None
        is_there = self._session.workspace.name == BENCH_SPACE
        takes = is_empty and is_there and event.matches(QKeySequence.StandardKey.Paste)
        if takes:
            self._panels[BENCH].keyPressEvent(event)
        return takes

    def read_file(self, path: Path) -> None:
        """Read a file where it is read: tensors in their list, all else on the bench."""
        if holds_tensors(path):
            self._docks.bring_to_front(TENSORS)
            self._session.tensors.shelf.open_paths([path])
        else:
            self.read_dump(path)

    def show_facts(self) -> None:
        """Show what the active format is."""
        self._focus_order.go_to_panel(FORMATS)
