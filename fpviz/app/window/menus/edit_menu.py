"""What the menus "Edit" and "Formats" do to the document."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication

from fpviz.core.link import is_link
from fpviz.core.phrase import Complaint
from fpviz.model.links import linked_pins, read_link, written_link
from fpviz.model.session import Session
from fpviz.widgets.translated import said

_LONGEST_REMARK = 100
"""Letters of a copied link that the status line repeats."""


class EditCommands(QObject):
    """Copies from the document, and changes it.

    Signals:
        remark(str): what was copied, or why a text is no value.
        dump_taken(str): what was pasted or dropped as a value is a dump.
    """

    remark = Signal(str)
    dump_taken = Signal(str)

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._document = session.document
        self._reader = session.reader
        self._pins = session.pins

    # -- the clipboard ----------------------------------------------------------------------

    def copy_snapshot(self) -> None:
        """Put all readings on the clipboard: what ``fpviz show`` prints, in this language."""
        from fpviz.app.reports.snapshot_text import SnapshotText  # noqa: PLC0415 - when asked

        if self._is_refused():
            return
        QGuiApplication.clipboard().setText(SnapshotText(said)(self._document.snapshot))
        self.remark.emit(self.tr("All readings copied as text"))

    def copy_link(self) -> None:
        """Put a link to what is shown on the clipboard."""
        if self._is_refused():
            return
        pins = self._document.bench.pins
        text = written_link(self._document.state, self._document.setup, pins)
        QGuiApplication.clipboard().setText(text)
        shown = text if len(text) <= _LONGEST_REMARK else f"{text[:_LONGEST_REMARK]}…"
        is_whole = bool(linked_pins(pins)) or not pins
        copied = self.tr("Link copied: {0}")
        if not is_whole:
            copied = self.tr("Link copied, without the pins, which are too long for one: {0}")
        self.remark.emit(copied.format(shown))

    def _is_refused(self) -> bool:
        """Whether the source is older than what was typed; then it is said why."""
        refusal = self._document.refusal
        if refusal is not None:
            self.remark.emit(self.tr("Not copied: {0}").format(said(refusal)))
        return refusal is not None

    def paste_value(self) -> None:
        self._take(QGuiApplication.clipboard().text(), self.tr("Not pasted: {0}"))

    def drop_value(self, text: str) -> None:
        """Take a text that was dropped as the source, or as a link."""
        self._take(text, self.tr("Not dropped: {0}"))

    def _take(self, text: str, refusal: str) -> None:
        try:
            if is_link(text):
                self._document.open_link(read_link(text))
            else:
                self._document.set_source(self._reader.read(text))
                self._reader.pasted.emit(text)
        except Complaint as error:
            self._take_other(text, refusal.format(said(error.phrase)))

    def _take_other(self, text: str, refusal: str) -> None:
        """Hand over a dump; of what else is no value, say why."""
        from fpviz.data.recognizing import is_dump  # noqa: PLC0415 - few texts are none

        if is_dump(text):
            self.dump_taken.emit(text)
        else:
            self.remark.emit(refusal)

    # -- the value --------------------------------------------------------------------------

    def pin_value(self) -> None:
        self.remark.emit(said(self._pins.keep()))

    def negate(self) -> None:
        self._document.negate(self._document.state.active)

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
