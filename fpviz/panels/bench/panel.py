"""The panel "Bench": a dump, the orders in which it may be read, and the table of its elements."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QFileDialog, QFrame, QStackedLayout, QToolButton, QVBoxLayout, QWidget

from fpviz.core.phrase import Complaint, Phrase, phrase
from fpviz.data.dump import Dump
from fpviz.data.exports import Export
from fpviz.data.layout.alike import read_alike
from fpviz.data.layout.layout import DumpLayout
from fpviz.model.bench.cards import Card, Judgement
from fpviz.model.bench.opening import ReadDump
from fpviz.model.bench.records import OpenDump
from fpviz.model.session import Session
from fpviz.model.views import PanelView, ViewOfBench
from fpviz.panels.bench.clipboard import open_offered
from fpviz.panels.bench.columns_menu import ColumnsMenu
from fpviz.panels.bench.counting import selected_ranges
from fpviz.panels.bench.exporting import Exporting, export_job, patched_job
from fpviz.panels.bench.row_menu import RowMenu
from fpviz.panels.bench.said_of_dump import caption_of, remarks_said
from fpviz.panels.bench.table_search import TableSearch
from fpviz.panels.bench.telling import Telling
from fpviz.panels.bench.typed_codes import code_typed
from fpviz.panels.panel import Panel, Room
from fpviz.widgets.bench.columns import Column
from fpviz.widgets.bench.controls import LayoutControls
from fpviz.widgets.bench.elements import Elements
from fpviz.widgets.bench.empty_page import EmptyPage
from fpviz.widgets.bench.head_and_table import HeadAndTable
from fpviz.widgets.bench.said_line import SaidLine
from fpviz.widgets.bench.strip import Offer, OfferStrip
from fpviz.widgets.bench.table import ElementTable
from fpviz.widgets.input.drops import take_copy
from fpviz.widgets.look.style import button_sheet
from fpviz.widgets.look.theme import Theme
from fpviz.widgets.run.progress_strip import ProgressStrip
from fpviz.widgets.translated import said


class BenchPanel(Panel):
    """What is on the bench. The row that is chosen is the source; what changes its bits, here or
    in another panel, changes the row, and never the file."""

    ID = "bench"

    def __init__(self, session: Session, theme: Theme) -> None:
        super().__init__(session, theme)
        self.reader = session.dump
        self.page = EmptyPage(theme)
        self.said = SaidLine(theme)
        self.strip = OfferStrip(theme)
        self.controls = LayoutControls(theme)
        self.table = ElementTable(theme)
        self.progress = ProgressStrip(theme)
        self._cards: tuple[Card, ...] = ()
        self._offers: list[Offer] = []
        self._about: object = None
        self._lost = 0
        self.row_menu = RowMenu(self.document, self.table)
        self._is_figure = False
        self.search, self.telling = TableSearch(self.table, self), Telling(self.table, self)
        self._line = QFrame()
        self._build_tools()
        self._lay_out()
        self._connect()
        self.setAcceptDrops(True)
        self.set_theme(theme)

    # -- building ---------------------------------------------------------------------------

    def _build_tools(self) -> None:
        self.paste = self._button(self.tr("paste"), self.tr("Read what is on the clipboard"))
        self.open = self._button(self.tr("open…"), self.tr("Read a file"))
        self.columns = ColumnsMenu(lambda: self.document.state.formats)
        self.export = Exporting(self, self.session.folder)
        self.buttons = (self.paste, self.open, self.columns, self.export)
        self.tools = self.buttons

    def _button(self, text: str, tip: str) -> QToolButton:
        button = QToolButton()
        button.setText(text)
        button.setToolTip(tip)
        button.setAccessibleName(tip)
        return button

    def _lay_out(self) -> None:
        self._line.setFixedHeight(1)
        parts = (self.strip, self.said, self.controls, self._line)
        self._bench = HeadAndTable(parts, self.table)
        pages = QWidget()
        self._pages = QStackedLayout(pages)
        self._pages.addWidget(self.page)
        self._pages.addWidget(self._bench)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.progress)
        layout.addWidget(pages, 1)

    def _connect(self) -> None:
        self.paste.clicked.connect(self.paste_clipboard)
        self.open.clicked.connect(self.ask_for_file)
        self.page.sample_wanted.connect(self.reader.open_text)
        self.page.taken_as_it_is.connect(self.reader.take_as_it_is)
        self.progress.cancelled.connect(self.reader.cancel)
        self.reader.changed.connect(self.renew)
        self.reader.judged.connect(self.renew)
        self.reader.progressed.connect(self.progress.show_share)
        self.reader.refused.connect(self._tell_refusal)
        self.controls.syntax.chosen.connect(self.reader.choose_syntax)
        self.strip.chosen.connect(self.read_by)
        self.controls.chosen.connect(self.read_by)
        self.columns.chosen.connect(self._show_others)
        self._connect_table()
        self._connect_work()
        self.reader.began.connect(self.telling.take_back)
        self.reader.remarked.connect(self._tell_of_reading)
        self.telling.told.connect(self.status_changed)
        for told in (self.controls.refused, self.table.refused, self.row_menu.told):
            told.connect(self.telling.say)

    def _connect_table(self) -> None:
        self.table.chosen.connect(self._choose)
        self.table.toggled.connect(self._toggle)
        self.table.typed.connect(self._type)
        self.table.selected.connect(self.telling.count)
        self.table.grid.moved.connect(self._look_for_loss)

    def _connect_work(self) -> None:
        """What goes on beside the window."""
        self.search.shown_changed.connect(self._show_others)
        self.export.wanted.connect(self._export)
        self.search.reason.connect(self.telling.counting.add)
        for worker in (self.search, self.export):
            worker.told.connect(self.telling.tell)
            worker.progressed.connect(self.progress.show_share)
            self.progress.cancelled.connect(worker.cancel)

    def set_theme(self, theme: Theme) -> None:
        super().set_theme(theme)
        parts = (self.page, self.said, self.strip, self.controls, self.table, self.progress)
        for part in (*parts, self._bench):
            part.set_theme(theme)
        self._line.setStyleSheet(f"background: {theme.line}")
        for button in self.buttons:
            button.setStyleSheet(button_sheet(theme))

    def become_figure(self) -> None:
        self._is_figure = True
        self._bench.head.hide()
        self.table.become_figure()
        self.present()

    def figure_width(self) -> int:
        return max(super().figure_width(), self.table.grid.figure_width())

    def figure_room(self, width: int) -> Room:
        if self.reader.dump is None:
            return super().figure_room(width)
        return Room(self.table.grid.figure_width(), *self.table.grid.figure_heights())

    def take_keyboard(self) -> None:
        self.table.setFocus(Qt.FocusReason.ShortcutFocusReason)

    @property
    def keys(self) -> tuple[tuple[str, str], ...]:
        return (
            ("Ctrl+V", self.tr("read what is on the clipboard")),
            ("F2", self.tr("type another code or value into a row")),
            ("Ctrl+G", self.tr("go to an address or an element")),
            ("Ctrl+F", self.tr("find a value, a code or what sticks out")),
            ("F3", self.tr("find the next one; with Shift the previous one")),
        )

    # -- opening ----------------------------------------------------------------------------

    def paste_clipboard(self) -> None:
        """Read what is on the clipboard."""
        self.open_offered(QGuiApplication.clipboard().mimeData())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        foot, keys = self.table.foot, QKeySequence.StandardKey
        if event.matches(keys.Paste):
            self.paste_clipboard()
        elif event.matches(keys.Find):
            foot.sought.setFocus(Qt.FocusReason.ShortcutFocusReason)
        elif event.key() == Qt.Key.Key_F3:
            shift = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            foot.find_previous() if shift else foot.find_next()
        elif QKeySequence(event.keyCombination()) == QKeySequence("Ctrl+G"):
            foot.entry.setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            super().keyPressEvent(event)

    def ask_for_file(self) -> None:
        """Ask for a file, and read it."""
        name, _ = QFileDialog.getOpenFileName(
            self, self.tr("Open a dump"), self.session.folder.path
        )
        if name:
            self.reader.open_path(self.session.folder.chosen(name))

    def open_offered(self, offered: QMimeData) -> None:
        """Read what was pasted or dropped; where that is nothing, it is said."""
        try:
            open_offered(self.reader, offered)
        except Complaint as error:
            self._tell_refusal(error.phrase)

    def _tell_refusal(self, reason: Phrase) -> None:
        self.telling.say(self.tr("Not opened: {0}").format(said(reason)))

    def _tell_of_reading(self, what: Phrase) -> None:
        self.show_now()  # what was said before is taken back by that
        self.telling.tell(what)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls() or event.mimeData().hasText():
            take_copy(event)

    def dropEvent(self, event: QDropEvent) -> None:
        take_copy(event)
        self.open_offered(event.mimeData())

    # -- what is shown ----------------------------------------------------------------------

    def present(self) -> None:
        """Show what is open, if it is read by now; else why it is not."""
        self.reader.catch_up()
        if self._is_figure:
            self.reader.wait()
        wanted, read, dump = self.reader.wanted, self.reader.read, self.reader.dump
        if wanted is None or read is None or dump is None:
            self._show_page(wanted)
        else:
            self._show_dump(wanted, read, dump)

    def wait(self) -> None:
        self.search.searching.choosing.wait()

    def _show_page(self, wanted: OpenDump | None) -> None:
        refusal = self.reader.refusal
        if wanted is not None and refusal is None:
            self._bench.setEnabled(False)  # it is being read: what was shown stays so long
            return
        self.page.show_reason(said(refusal) if refusal else "")
        self.set_caption("")
        self.export.setEnabled(False)
        if self._pages.currentWidget() is not self.page:
            self._pages.setCurrentWidget(self.page)
            self.telling.take_back()

    def _show_dump(self, wanted: OpenDump, read: ReadDump, dump: Dump) -> None:
        layout = wanted.layout
        self._bench.setEnabled(True)
        self.export.setEnabled(True)
        self._pages.setCurrentWidget(self._bench)
        self.set_caption(caption_of(wanted, read))
        about = (read, layout, self.reader.judgement, tuple(read.lost))
        if about != self._about:
            self._about = about
            self._show_reading(read, layout)
        self._show_elements(dump, read.dump, layout, wanted.row)

    def _look_for_loss(self) -> None:
        """Say it where a file was found shorter as one scrolled through it."""
        read = self.reader.read
        if read is not None and len(read.lost) != self._lost:
            self._lost = len(read.lost)
            self.renew()

    def _show_reading(self, read: ReadDump, layout: DumpLayout) -> None:
        """What the dump may be, and in which orders it may be read."""
        titles = [(each.key, said(each.title)) for each in read.found]
        self.controls.show_syntaxes(titles, read.key)
        self._show_judgement(layout)
        self.controls.show_layout(layout, is_of_numbers=bool(read.dump.numbers))

    def _show_elements(
        self, dump: Dump, written: Dump, layout: DumpLayout, row: int | None
    ) -> None:
        shown, form, other = self.table.elements, self.columns.form, self.columns.other
        self.search.show(dump, written, layout)
        chosen = self.search.chosen
        indices = None if chosen is None else chosen.indices
        if shown.dump is not dump or shown.layout != layout or shown.indices is not indices:
            shown = Elements(dump, written, layout, indices)
        if not self.table.shows(shown, form, other):
            self.table.show_elements(shown, form, other)
            self.telling.see_elements()
        self.table.show_row(row)

    def _show_others(self) -> None:
        self.session.table_look.show_view(self.view())
        self.renew()
        self.view_changed.emit()

    def view(self) -> ViewOfBench:
        return replace(self.columns.view(), filter=self.search.written)

    @classmethod
    def tell_session(cls, session: Session, view: PanelView) -> None:
        assert isinstance(view, ViewOfBench)
        session.table_look.show_view(view)

    def restore_view(self, view: PanelView) -> None:
        assert isinstance(view, ViewOfBench)
        self.tell_session(self.session, view)
        self.columns.restore(view)
        if view.filter is not None:
            self.search.restore(view.filter)
        self.renew()

    def _show_judgement(self, layout: DumpLayout) -> None:
        """The cards, and what is said under them; nothing as long as a dump is not judged."""
        found = self.reader.judgement or Judgement((), ())
        if found.cards is not self._cards:
            self._cards = found.cards
            self._offers = [
                Offer(each.layout, each.codes, each.judged.reasons, each.is_likeliest)
                for each in found.cards
            ]
            self.strip.show_offers(self._offers)
        present = (each for each in self._offers if read_alike(each.layout, layout))
        self.strip.show_present(next(present, None))
        self.said.show_remarks(remarks_said(self.reader.read, found))

    # -- how it is read -----------------------------------------------------------------------

    def read_by(self, layout: DumpLayout) -> None:
        """Read the elements in another layout; where a row is the source, the one that begins
        there is the source then."""
        wanted, dump = self.reader.wanted, self.reader.dump
        if wanted is None or dump is None or layout == wanted.layout:
            return
        gesture = object()
        bench = self.document.bench.with_dump(replace(wanted, layout=layout, row=None))
        self.document.set_bench(phrase("read the dump in another way"), bench, gesture)
        count = layout.count(dump)
        if wanted.row is not None and count:
            bit = wanted.layout.bit(wanted.row) - layout.offset
            index = wanted.row if dump.numbers else min(max(bit // layout.step, 0), count - 1)
            code = int(layout.codes(dump, index, 1)[0])
            self.document.choose_row(index, layout.fmt, code, gesture)

    # -- what is done to rows -----------------------------------------------------------------

    def _code(self, index: int) -> int:
        elements = self.table.elements
        row = elements.row_of(index)
        assert row is not None
        return elements.code(row)

    def _choose(self, index: int, _column: int) -> None:
        fmt = self.table.elements.layout.fmt
        self.document.choose_row(index, fmt, self._code(index), (self.ID, "row"))

    def _toggle(self, index: int, bit: int) -> None:
        fmt = self.table.elements.layout.fmt
        self.document.edit_row(index, fmt, self._code(index) ^ 1 << bit)

    def _type(self, index: int, column: str, text: str) -> None:
        fmt, is_code = self.table.elements.layout.fmt, Column(column) is Column.CODE
        try:
            code = code_typed(text, fmt, self.document.state.rules, is_code=is_code)
        except Complaint as error:
            self.telling.say(said(error.phrase))
            return
        self.document.edit_row(index, fmt, code)

    # -- what is told and written -----------------------------------------------------------

    def _export(self, export: Export | None, path: Path) -> None:
        read, wanted, elements = self.reader.read, self.reader.wanted, self.table.elements
        if read is None or wanted is None:
            return
        if export is None:
            self.export.write(patched_job(path, read.dump, wanted.edits))
            return
        selection = self.table.selection
        rows = selection if len(selection) > 1 else range(elements.count)
        ranges = selected_ranges(elements, rows)
        self.export.write(export_job(path, export, elements.dump, elements.layout, ranges))
