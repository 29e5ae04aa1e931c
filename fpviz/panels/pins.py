"""The panel "Pins": values that are kept, with names and notes, and those of lately."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache, partial
from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QGuiApplication, QKeySequence
from PySide6.QtWidgets import (
    QFileDialog,
    QLabel,
    QMenu,
    QSplitter,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
)

from fpviz.core.arithmetic.operations import CONVERT
from fpviz.core.arithmetic.rounding import Rules
from fpviz.core.formats import Format
from fpviz.core.literals import CodeLiteral, Literal
from fpviz.core.phrase import Complaint
from fpviz.core.reading import derive, read, source_text
from fpviz.model.bench.pin_rules import MOST_PINS
from fpviz.model.bench.records import Pin
from fpviz.model.files.errors import of_file
from fpviz.model.files.whole_file import write_whole
from fpviz.model.session import Session
from fpviz.panels.panel import Panel, Room
from fpviz.widgets.expression.text_table import TableCell, TextTable
from fpviz.widgets.look.style import button_sheet
from fpviz.widgets.look.theme import Theme
from fpviz.widgets.pins.rows import PinRow, rows_csv, rows_markdown, rows_tsv
from fpviz.widgets.pins.table import NAME, NOTE, PinsView
from fpviz.widgets.translated import said

_SHARES = 3, 1
"""How pins and recent values share the width."""


class PinsPanel(Panel):
    """A row for each pin, and beside them the values that were the source lately."""

    ID = "pins"

    def __init__(self, session: Session, theme: Theme) -> None:
        super().__init__(session, theme)
        self.pins, self._recent = session.pins, session.recent
        self._followed: Literal | None = None
        self.table = PinsView(theme)
        self.recent = TextTable(theme, self.tr("Recent values"))
        self.recent.horizontalHeader().setStretchLastSection(True)
        self.hint = QLabel(self.tr("Ctrl+D keeps the value here, with a name and a note."))
        self.hint.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.hint.setWordWrap(True)
        self._build_tools()
        self._lay_out()
        self._connect()
        self.set_theme(theme)
        self.present()
        self._show_recent()

    @property
    def keys(self) -> tuple[tuple[str, str], ...]:
        return (
            ("Return", self.tr("make the value the source")),
            ("F2", self.tr("edit the name or the note")),
            ("Ctrl+Shift+Up Ctrl+Shift+Down", self.tr("move the pin up, down")),
            ("Del", self.tr("remove the pin, or the recent value")),
            ("Ctrl+C", self.tr("copy the rows")),
        )

    # -- building ---------------------------------------------------------------------------

    def _build_tools(self) -> None:
        self.pin_button, self.export_button = QToolButton(), QToolButton()
        self.pin_button.setText(self.tr("pin"))
        self.pin_button.setToolTip(self.tr("Keep the value (Ctrl+D)"))
        self.export_button.setText(self.tr("export"))
        self.export_button.setToolTip(self.tr("Take the selected rows away, or all"))
        self.export_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.export_menu = QMenu(self.export_button)
        for text, act in (
            (self.tr("Copy as Markdown"), partial(self._copy, rows_markdown)),
            (self.tr("Copy as CSV"), partial(self._copy, rows_csv)),
            (self.tr("Save as CSV or Markdown…"), self._ask_for_file),
        ):
            self.export_menu.addAction(text).triggered.connect(partial(_do, act))
        self.export_button.setMenu(self.export_menu)
        self.tools = (self.pin_button, self.export_button)

    def _lay_out(self) -> None:
        self._stack = QStackedWidget()
        self._stack.addWidget(self.hint)
        self._stack.addWidget(self.table)
        self._splitter = QSplitter()
        self._splitter.addWidget(self._stack)
        self._splitter.addWidget(self.recent)
        self._splitter.setChildrenCollapsible(False)
        self._splitter.setHandleWidth(1)
        for at, share in enumerate(_SHARES):
            self._splitter.setStretchFactor(at, share)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._splitter)

    def _connect(self) -> None:
        self.pin_button.clicked.connect(lambda: self._keep(None))
        self.table.chosen.connect(self.pins.choose)
        self.table.renamed.connect(partial(self._try, self.pins.rename))
        self.table.annotated.connect(partial(self._try, self.pins.annotate))
        self.table.removed.connect(self.pins.remove)
        self.table.moved.connect(self._move)
        self.table.copy_wanted.connect(self._copy_rows)
        self.table.menu_wanted.connect(lambda at: self._open(self.menu(), at))
        self.recent.picked.connect(self._choose_recent)
        self.recent.opened.connect(self._choose_recent)
        self.recent.menu_wanted.connect(lambda at: self._open(self.recent_menu(), at))
        forgetting = QAction(self.recent)
        forgetting.setShortcut(QKeySequence.StandardKey.Delete)
        forgetting.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        forgetting.triggered.connect(self._forget)
        self.recent.addAction(forgetting)
        self._recent.changed.connect(self._show_recent)
        self.document.changed.connect(self.renew)
        self.document.bench_changed.connect(self.renew)

    def build_late(self) -> None:
        self.renew()

    def set_theme(self, theme: Theme) -> None:
        super().set_theme(theme)
        self.table.set_theme(theme)
        self.recent.set_theme(theme)
        self.hint.setStyleSheet(f"color: {theme.dim}")
        self._splitter.setStyleSheet(f"QSplitter::handle {{ background: {theme.line}; }}")
        for button in (self.pin_button, self.export_button):
            button.setStyleSheet(button_sheet(theme))

    def take_keyboard(self) -> None:
        (self.table if self.pins.all else self.recent).setFocus()

    # -- what is shown ----------------------------------------------------------------------

    def present(self) -> None:
        state, pins = self.document.state, self.pins.all
        rows = [pin_row(pin, state.formats, state.active, state.rules) for pin in pins]
        if rows != self.table.rows:
            self.table.show_rows(rows)
        self.set_caption(self.tr("values with names and notes; they travel in scenes and links"))
        self._stack.setCurrentWidget(self.table if pins else self.hint)
        self.export_button.setEnabled(bool(pins))
        if state.source != self._followed:
            self._followed = state.source
            self._select(state.source)

    def _select(self, source: Literal) -> None:
        """Let the row of a source that has become one be the selected one, if it is pinned."""
        here = next((at for at, pin in enumerate(self.pins.all) if pin.source == source), None)
        if here is not None and here not in self.table.selected:
            self.table.show_current(here)

    def _show_recent(self) -> None:
        heading = TableCell(self.tr("recent"))
        rows = [(TableCell(source_text(each), each.text),) for each in self._recent.values]
        self.recent.show_rows([heading], rows)

    # -- gestures ---------------------------------------------------------------------------

    def _keep(self, value: Literal | None) -> None:
        self.status_changed.emit(said(self.pins.keep(value)))

    def _try(self, change: Callable[[int, str], None], at: int, text: str) -> None:
        """Take a name or a note that was typed; a wrong one changes nothing and says why."""
        try:
            change(at, text)
        except Complaint as error:
            self.status_changed.emit(said(error.phrase))

    def _move(self, at: int, to: int) -> None:
        self.table.show_current(self.pins.move(at, to))

    def _choose_recent(self, at: int) -> None:
        self.document.set_source(self._recent.values[at])

    def _forget(self) -> None:
        at = self.recent.currentRow()
        if at >= 0:
            self._recent.forget(self._recent.values[at])

    # -- what is taken away -----------------------------------------------------------------

    def _wanted(self) -> Sequence[PinRow]:
        """The selected rows, or all where fewer than two are."""
        selected = self.table.selected
        return [self.table.rows[at] for at in selected] if len(selected) > 1 else self.table.rows

    def _copy(self, write: Callable[[Sequence[PinRow]], str]) -> None:
        QGuiApplication.clipboard().setText(write(self._wanted()))
        self.status_changed.emit(self.tr("Rows copied"))

    def _copy_rows(self) -> None:
        rows = [self.table.rows[at] for at in self.table.selected]
        QGuiApplication.clipboard().setText(rows_tsv(rows))
        self.status_changed.emit(self.tr("Rows copied"))

    def _ask_for_file(self) -> None:
        kinds = self.tr("CSV (*.csv);;Markdown (*.md)")
        start = str(Path(self.session.folder.path) / "pins.csv")
        name, _ = QFileDialog.getSaveFileName(self, self.tr("Save pins"), start, kinds)
        if name:
            self.write(self.session.folder.chosen(name))

    def write(self, path: Path) -> None:
        """Write the rows that are wanted to a file: Markdown by its ending, else CSV."""
        form = rows_markdown if path.suffix.lower() == ".md" else rows_csv
        try:
            write_whole(path, form(self._wanted()).encode())
        except OSError as error:
            self.status_changed.emit(self.tr("Not saved: {0}").format(said(of_file(path, error))))
        else:
            self.status_changed.emit(self.tr("Saved: {0}").format(path.name))

    # -- menus ------------------------------------------------------------------------------

    def _open(self, menu: QMenu | None, at: QPoint) -> None:
        if menu is not None:
            menu.exec(at)

    def menu(self) -> QMenu | None:
        """The context menu of the current row, if there is one."""
        from fpviz.widgets.reading.copy_as import CopyAsMenu  # noqa: PLC0415 - when asked

        at = self.table.currentIndex().row()
        if at < 0:
            return None
        pin, menu = self.pins.all[at], self._menu()
        own = pin.source.format if isinstance(pin.source, CodeLiteral) else None
        copy_as = CopyAsMenu(lambda: derive(self.document.state.with_source(pin.source)), own, menu)
        copy_as.copied.connect(self.status_changed)
        self._add(menu, self.tr("Make it the source"), partial(self.pins.choose, at))
        menu.addMenu(copy_as)
        self._add(menu, self.tr("Copy the row"), self._copy_rows)
        self._add(menu, self.tr("Open in Steps"), partial(self._open_in_steps, pin))
        menu.addSeparator()
        self._add(menu, self.tr("Rename"), partial(self.table.edit_cell, at, NAME))
        self._add(menu, self.tr("Edit the note"), partial(self.table.edit_cell, at, NOTE))
        self._add(menu, self.tr("Move up"), partial(self._move, at, at - 1), at > 0)
        last = len(self.pins.all) - 1
        self._add(menu, self.tr("Move down"), partial(self._move, at, at + 1), at < last)
        self._add(menu, self.tr("Remove"), partial(self.pins.remove, self.table.selected))
        return menu

    def recent_menu(self) -> QMenu | None:
        """The context menu of the recent values, if there are some."""
        values, at = self._recent.values, self.recent.currentRow()
        if not values:
            return None
        menu = self._menu()
        if at >= 0:
            self._add(menu, self.tr("Pin the value"), partial(self._keep, values[at]))
            self._add(menu, self.tr("Forget the value"), self._forget)
        self._add(menu, self.tr("Forget all"), self._recent.clear)
        return menu

    def _menu(self) -> QMenu:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        return menu

    def _add(
        self, menu: QMenu, text: str, act: Callable[[], object], possible: bool = True
    ) -> None:
        action = menu.addAction(text)
        action.setEnabled(possible)
        action.triggered.connect(partial(_do, act))

    def _open_in_steps(self, pin: Pin) -> None:
        """Have a pin's conversion into the active format worked out."""
        self.session.sheets.ask_for(CONVERT, self.document.state.active, (pin.source.text,))
        self.panel_wanted.emit("steps")

    # -- pictures ---------------------------------------------------------------------------

    def become_figure(self) -> None:
        self.recent.hide()
        self.table.become_figure()

    def figure_room(self, width: int) -> Room:
        if not self.pins.all:
            size = self.hint.sizeHint()
            height = max(self.hint.heightForWidth(width), size.height()) + 2 * size.height()
            return Room(240, height, height)
        size = self.table.whole_size()
        return Room(size.width(), size.height(), size.height())


@lru_cache(maxsize=2 * MOST_PINS)
def pin_row(pin: Pin, shown: tuple[Format, ...], active: Format, rules: Rules) -> PinRow:
    """A pin beside the formats that are shown; the source, which often changes, does not matter."""
    own = _own(pin.source)
    reading = read(pin.source, own[0] if own else active, rules)
    formats = dict.fromkeys((*own, *shown))
    exact = (each for each in formats if read(pin.source, each, rules).is_exact)
    return PinRow(pin.name, pin.note, pin.source.text, reading, tuple(exact))


def _own(source: Literal) -> tuple[Format, ...]:
    """The format of a code."""
    return (source.format,) if isinstance(source, CodeLiteral) else ()


def _do(act: Callable[[], object], _checked: bool = False) -> None:
    act()
