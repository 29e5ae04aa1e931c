"""The panel "Tensors": the list of those that are open, with what a format loses of each."""

from __future__ import annotations

from fnmatch import fnmatchcase
from pathlib import Path

from PySide6.QtCore import QSignalBlocker, Qt, QTimer
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import (
    QFileDialog,
    QLabel,
    QLineEdit,
    QMenu,
    QStackedLayout,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from fpviz.core.phrase import Phrase
from fpviz.core.text import grouped
from fpviz.data.census.fates import SCALES
from fpviz.model.files.resources import resource
from fpviz.model.session import Session
from fpviz.model.tensors.records import Entry, Named, TensorSummary
from fpviz.model.view_values import TENSOR_COLUMNS
from fpviz.model.views import PanelView, ViewOfTensors
from fpviz.panels.panel import Panel, Room
from fpviz.widgets.input.drops import take_copy
from fpviz.widgets.look.style import button_sheet, line_sheet
from fpviz.widgets.look.theme import Theme
from fpviz.widgets.run.progress_strip import ProgressStrip
from fpviz.widgets.tensors.empty_page import NoTensors
from fpviz.widgets.tensors.tensor_list import TensorList, TensorRow
from fpviz.widgets.tensors.zone_spans import zone_spans
from fpviz.widgets.translated import said

SAMPLE = "samples/mlp-digits-gradients.safetensors"

_PAUSE = 40
"""Milliseconds in which what is counted is shown at one go."""

_UNITS = "B", "KiB", "MiB", "GiB", "TiB"


class TensorsPanel(Panel):
    """A row for each tensor. The one that is gone to is looked at, in all panels."""

    ID = "tensors"

    def __init__(self, session: Session, theme: Theme) -> None:
        super().__init__(session, theme)
        self.tensors = session.tensors
        self.shelf, self.counter = self.tensors.shelf, self.tensors.counter
        self.page, self.list = NoTensors(theme), TensorList(theme)
        self.search, self.refusals = QLineEdit(), QLabel()
        self.progress = ProgressStrip(theme)
        self._sort = ""
        self._entries: list[Entry] = []
        self._soon = QTimer(self, singleShot=True, interval=_PAUSE)
        self._build_tools()
        self._lay_out()
        self._connect()
        self.setAcceptDrops(True)
        self.set_theme(theme)

    # -- building ---------------------------------------------------------------------------

    def _build_tools(self) -> None:
        self.open = QToolButton()
        self.open.setText(self.tr("open…"))
        self.open.setToolTip(self.tr("Read files of tensors, or a folder of them"))
        self.open.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(self.open)
        menu.addAction(self.tr("Files…"), self.ask_for_file)
        menu.addAction(self.tr("Folder…"), self.ask_for_folder)
        self.open.setMenu(menu)
        self.tools = (self.open,)

    def _lay_out(self) -> None:
        self.search.setPlaceholderText(self.tr("name or pattern, such as *.weight"))
        self.search.setAccessibleName(self.tr("Search tensors"))
        self.search.setClearButtonEnabled(True)
        self.refusals.setWordWrap(True)
        self.refusals.setTextFormat(Qt.TextFormat.PlainText)
        self.refusals.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.refusals.setContentsMargins(10, 4, 10, 6)
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        head = QVBoxLayout()
        head.setContentsMargins(8, 6, 8, 4)
        head.addWidget(self.search)
        column.addLayout(head)
        column.addWidget(self.list, 1)
        self._whole = whole
        pages = QWidget()
        self._pages = QStackedLayout(pages)
        self._pages.addWidget(self.page)
        self._pages.addWidget(whole)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.progress)
        layout.addWidget(pages, 1)
        layout.addWidget(self.refusals)

    def _connect(self) -> None:
        self._soon.timeout.connect(self.renew)
        self.page.sample_wanted.connect(self._open_sample)
        self.search.textChanged.connect(self._search)
        self.list.chosen.connect(lambda row: self.shelf.choose(self._entries[row]))
        self.list.sorted_by.connect(self._sort_by)
        self.list.scrolled.connect(self._want)
        self.progress.cancelled.connect(self.tensors.cancel)
        self.shelf.changed.connect(self.renew)
        self.shelf.changed.connect(self.view_changed)
        self.shelf.chosen_changed.connect(self.renew)
        self.counter.counted.connect(self._renew_soon)
        tensors = self.tensors
        for each in (tensors.shelf, tensors.counter, tensors.finder, tensors.updates):
            each.progressed.connect(self.progress.show_share)
        for told in (self.shelf.refused, self.counter.refused, self.tensors.finder.refused):
            told.connect(self._tell)

    def set_theme(self, theme: Theme) -> None:
        super().set_theme(theme)
        for part in (self.page, self.list, self.progress):
            part.set_theme(theme)
        self.search.setStyleSheet(line_sheet(theme, theme.line, theme.accent))
        self.refusals.setStyleSheet(f"color: {theme.overflow}")
        self.open.setStyleSheet(button_sheet(theme))

    @property
    def keys(self) -> tuple[tuple[str, str], ...]:
        return (("Up Down", self.tr("go to the next tensor")),)

    def take_keyboard(self) -> None:
        self.list.setFocus(Qt.FocusReason.ShortcutFocusReason)

    # -- opening ----------------------------------------------------------------------------

    def ask_for_file(self) -> None:
        """Ask for files of tensors, and read them."""
        kinds = "*.npy *.npz *.safetensors *.gguf *.safetensors.index.json"
        filters = f"{self.tr('Tensors')} ({kinds});;{self.tr('All files')} (*)"
        folder = self.session.folder
        names, _ = QFileDialog.getOpenFileNames(self, self.tr("Open tensors"), folder.path, filters)
        if names:
            self.shelf.open_paths(map(folder.chosen, names))

    def ask_for_folder(self) -> None:
        """Ask for a folder, and read all files of tensors in it."""
        name = QFileDialog.getExistingDirectory(
            self, self.tr("Open a folder of tensors"), self.session.folder.path
        )
        if name:
            self.shelf.open_paths([Path(name)])

    def _open_sample(self) -> None:
        self.shelf.open_paths([resource(SAMPLE)])

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls():
            take_copy(event)

    def dropEvent(self, event: QDropEvent) -> None:
        take_copy(event)
        urls = event.mimeData().urls()
        paths = [Path(each.toLocalFile()) for each in urls if each.isLocalFile()]
        if paths:
            self.shelf.open_paths(paths)

    def _tell(self, reason: Phrase) -> None:
        self.status_changed.emit(said(reason))

    # -- what is shown ----------------------------------------------------------------------

    def _renew_soon(self) -> None:
        if not self._soon.isActive():
            self._soon.start()

    def present(self) -> None:
        """Show the tensors, and what is counted of them by now."""
        refused = [said(each.refusal) for each in self.shelf.refusals if each.refusal]
        self.refusals.setText("\n".join(refused))
        self.refusals.setVisible(bool(refused))
        self._pages.setCurrentWidget(self._whole if self.shelf.entries else self.page)
        self._entries = self._sorted(self._searched())
        state, chosen = self.document.state, self.shelf.chosen
        rows = [self._row(each) for each in self._entries]
        current = self._entries.index(chosen) if chosen in self._entries else -1
        spans = zone_spans(state.active, state.rules, self.shelf.scale)
        self.list.show_rows(rows, spans, current)
        self.set_caption(self._caption_text())
        self._want()

    def _caption_text(self) -> str:
        files = [each.file for each in self.shelf.files if each.file is not None]
        if not files:
            return ""
        where = files[0].path.name if len(files) == 1 else self.tr("{0} files").format(len(files))
        elements = grouped(sum(each.tensor.count for each in self.shelf.entries))
        tensors = self.tr("{0} tensors").format(grouped(len(self.shelf.entries)))
        return " · ".join((where, tensors, self.tr("{0} numbers").format(elements)))

    def _want(self) -> None:
        """Have what is in view counted; nothing while the list is not seen."""
        if self.is_seen:
            seen = self.list.in_view
            self.counter.want_listed(self._entries[seen.start : seen.stop])

    def _row(self, entry: Entry) -> TensorRow:
        tensor, summary = entry.tensor, self.counter.summary(entry)
        lost = self._lost(summary)
        shape = " × ".join(map(str, tensor.shape)) or self.tr("scalar")
        texts = (
            tensor.name or entry.open.named.path.rpartition("/")[2],
            tensor.dtype,
            shape,
            _size(tensor.count * (tensor.step or (tensor.fmt.width if tensor.fmt else 0)) // 8),
            "–" if tensor.fmt is None else _share(lost),
            "",
        )
        tip = said(tensor.why) if tensor.why else f"{texts[0]}, {tensor.dtype} {shape}"
        return TensorRow(texts, tip, summary.exponents if summary else None, bool(lost))

    def _lost(self, summary: TensorSummary | None) -> float | None:
        """The share of what is not zero that the active format loses; ``None`` while unknown."""
        losses = summary.losses.get(self.document.state.active) if summary else None
        if summary is None or losses is None:
            return None
        at = self.shelf.scale - SCALES.start
        return (losses.flushed[at] + losses.overflow[at]) / (summary.nonzero or 1)

    # -- search and sort --------------------------------------------------------------------

    def _search(self) -> None:
        self.renew()
        self.view_changed.emit()

    def _searched(self) -> list[Entry]:
        text = self.search.text().strip().lower()
        pattern = text if any(each in text for each in "*?[") else f"*{text}*"
        found = self.shelf.entries
        return [each for each in found if fnmatchcase(each.tensor.name.lower(), pattern)]

    def _sort_by(self, column: int) -> None:
        name = (*TENSOR_COLUMNS, "")[column]
        self._sort = "" if name == self._sort else name
        self._search()

    def _sorted(self, entries: list[Entry]) -> list[Entry]:
        keys = {
            "tensor": lambda each: each.tensor.name,
            "dtype": lambda each: each.tensor.dtype,
            "shape": lambda each: each.tensor.shape,
            "size": lambda each: -each.tensor.count,
            "lost": lambda each: -(self._lost(self.counter.summary(each)) or 0.0),
        }
        return sorted(entries, key=keys[self._sort]) if self._sort else entries

    # -- scenes and pictures ----------------------------------------------------------------

    @classmethod
    def tell_session(cls, session: Session, view: PanelView) -> None:
        assert isinstance(view, ViewOfTensors)
        if view.files is not None:
            session.tensors.shelf.open_named([Named(*each) for each in view.files])

    def view(self) -> ViewOfTensors:
        names = tuple((each.path, each.fingerprint) for each in self.shelf.names)
        return ViewOfTensors(names, self.search.text(), self._sort)

    def restore_view(self, view: PanelView) -> None:
        assert isinstance(view, ViewOfTensors)
        self.tell_session(self.session, view)
        with QSignalBlocker(self.search):
            self.search.setText(self.search.text() if view.search is None else view.search)
        self._sort = self._sort if view.sort is None else view.sort
        self.renew()

    def become_figure(self) -> None:
        self.search.hide()
        self.list.become_figure()
        self.shelf.reading.wait()
        self.present()
        self.counter.want_listed(self._entries)
        self.tensors.wait()
        self.present()

    def figure_room(self, width: int) -> Room:
        if not self.shelf.entries:
            return super().figure_room(width)
        height = self.list.whole_height()
        return Room(360, height, height)


def _size(count: int) -> str:
    """A number of bytes for a narrow place."""
    size, unit = float(count), 0
    while size >= 1024 and unit < len(_UNITS) - 1:
        size, unit = size / 1024, unit + 1
    return f"{size:.0f} {_UNITS[unit]}" if size >= 10 or not unit else f"{size:.1f} {_UNITS[unit]}"


def _share(share: float | None) -> str:
    return "…" if share is None else f"{100 * share:.2f} %"
