"""The panel "Decoded": all that is true of the active reading."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu, QVBoxLayout

from fpviz.model.session import Session
from fpviz.panels.panel import Panel, Room
from fpviz.widgets.look.theme import Theme
from fpviz.widgets.reading.decoded_view import DecodedView


class DecodedPanel(Panel):
    """The decoded values of the active format."""

    ID = "decoded"

    def __init__(self, session: Session, theme: Theme) -> None:
        super().__init__(session, theme)
        self.table = DecodedView(theme)
        self.offers = (self.table,)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.table)
        self.table.code_picked.connect(self.document.set_code)
        self.table.menu_requested.connect(lambda text, at: self.menu(text).exec(at))
        self.document.changed.connect(self.renew)
        self.document.refused.connect(self.show_old)

    @property
    def keys(self) -> tuple[tuple[str, str], ...]:
        return (("Ctrl+C", self.tr("copy the line, whole even where it is cut")),)

    def build_late(self) -> None:
        self.renew()

    def set_theme(self, theme: Theme) -> None:
        super().set_theme(theme)
        self.table.set_theme(theme)

    def menu(self, text: str) -> QMenu:
        """The context menu of a line with that text, or, where that is empty, of the panel."""
        from fpviz.widgets.reading.copy_as import CopyAsMenu  # noqa: PLC0415 - when asked

        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if text:
            copy = menu.addAction(self.tr("Copy"))
            copy.setEnabled(self.old is None)
            copy.triggered.connect(lambda: QGuiApplication.clipboard().setText(text))
        copy_as = CopyAsMenu(lambda: self.document.snapshot, None, menu)
        copy_as.copied.connect(self.status_changed)
        copy_as.setEnabled(self.old is None)
        menu.addMenu(copy_as)
        return menu

    def become_figure(self) -> None:
        self.table.become_figure()

    def figure_width(self) -> int:
        return min(max(self.table.figure_width(), 360), 760)

    def figure_room(self, width: int) -> Room:
        height = self.table.height_at(width)
        return Room(300, height, height)

    def present(self) -> None:
        reading = self.document.snapshot.active
        self.table.show_reading(reading)
        code = reading.format.code_text(reading.code)
        self.set_caption(self.tr("{0}, code {1}").format(reading.format.title, code))
