"""What the menus "Edit" and "Formats" do to the document."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication

from fpviz.app.report import snapshot_text
from fpviz.core.literals import LiteralError, parse_literal
from fpviz.model.document import Document
from fpviz.widgets.said import said


class Edits(QObject):
    """Copies from the document, and changes it.

    Signals:
        remark(str): what was copied, or why a text is no value.
    """

    remark = Signal(str)

    def __init__(self, document: Document, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document = document

    # -- the clipboard ----------------------------------------------------------------------

    def copy_snapshot(self) -> None:
        """Put all readings on the clipboard, as ``fpviz show`` prints them."""
        QGuiApplication.clipboard().setText(snapshot_text(self._document.snapshot))
        self.remark.emit(self.tr("All readings copied as text"))

    def paste_value(self) -> None:
        self._take(QGuiApplication.clipboard().text(), self.tr("Not pasted: {0}"))

    def drop_value(self, text: str) -> None:
        """Take a text that was dropped as the source."""
        self._take(text, self.tr("Not dropped: {0}"))

    def _take(self, text: str, refusal: str) -> None:
        try:
            self._document.set_source(parse_literal(text, active=self._document.state.active))
        except LiteralError as error:
            self.remark.emit(refusal.format(said(error.phrase)))

    # -- the value --------------------------------------------------------------------------

    def negate(self) -> None:
        fmt = self._document.state.active
        if fmt.signed:
            self._document.toggle_bit(fmt, fmt.width - 1)

    def previous_value(self) -> None:
        self._document.step_ulp(self._document.state.active, up=False)

    def next_value(self) -> None:
        self._document.step_ulp(self._document.state.active, up=True)

    # -- the formats shown ------------------------------------------------------------------

    def remove_format(self) -> None:
        self._document.remove_format(self._document.state.active)

    def previous_format(self) -> None:
        self._activate_other(-1)

    def next_format(self) -> None:
        self._activate_other(1)

    def _activate_other(self, step: int) -> None:
        formats = self._document.state.formats
        at = formats.index(self._document.state.active)
        self._document.activate(formats[(at + step) % len(formats)])
