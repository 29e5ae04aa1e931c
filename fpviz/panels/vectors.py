"""The panel "Vectors": a unit's results, line by line, held against what is right."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QDragEnterEvent, QDropEvent, QGuiApplication, QKeySequence
from PySide6.QtWidgets import (
    QCheckBox,
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QMenu,
    QScrollArea,
    QStackedLayout,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from fpviz.core.arithmetic.operations import CONVERT, Operation
from fpviz.core.formats import find_format
from fpviz.core.phrase import Complaint
from fpviz.core.vectors.rows import CheckedFile, Row
from fpviz.core.vectors.vector import Task, task_of
from fpviz.model.background import Background
from fpviz.model.session import Session
from fpviz.model.vector_check import VectorSource
from fpviz.panels.panel import Panel
from fpviz.widgets.input.drops import take_copy
from fpviz.widgets.input.format_box import FormatBox
from fpviz.widgets.input.operation_box import OperationBox
from fpviz.widgets.look.style import button_sheet, em, scroll_sheet, word_font
from fpviz.widgets.look.theme import Theme
from fpviz.widgets.run.progress_strip import ProgressStrip
from fpviz.widgets.translated import said
from fpviz.widgets.vectors.table import VectorsView

_FORM = 15, 21
"""How wide the form is, at least and at most, in digits."""


class VectorsPanel(Panel):
    """A file, or lines that were pasted, under the operation and the formats they are of.

    They are checked anew by other rules. A line that is chosen is worked out in Steps, and its
    right result becomes the source.
    """

    ID = "vectors"

    def __init__(self, session: Session, theme: Theme) -> None:
        super().__init__(session, theme)
        self._source: VectorSource | None = None
        self._checked: CheckedFile | None = None
        self._asked: Task | None = None
        self.background = Background(self)
        self.operation = OperationBox({CONVERT: self.tr("round")})
        self.operands, self.result = (
            FormatBox(self.tr("as the result")),
            FormatBox(self.tr("the active format")),
        )
        self.wrong_only = QCheckBox(self.tr("wrong only"))
        self.wrong_only.setChecked(True)
        self.any_nan = QCheckBox(self.tr("any NaN"))
        self.table = VectorsView(theme)
        self.strip = ProgressStrip(theme)
        self.verdict, self.hint = QLabel(), QLabel()
        self._buttons: list[QToolButton] = []
        self._scroll, self._line = QScrollArea(), QFrame()
        self._line.setFixedWidth(1)
        self._build_tools()
        self._lay_out()
        self._connect()
        self.setAcceptDrops(True)
        self.set_theme(theme)

    # -- building ---------------------------------------------------------------------------

    def _build_tools(self) -> None:
        self.open = self._button(self.tr("open…"), self.tr("Open a file of lines"))
        self.paste = self._button(self.tr("paste"), self.tr("Check the lines on the clipboard"))
        self.operation.show_name(Operation.ADD.value)
        self.any_nan.setToolTip(self.tr("Any NaN is right where one is due"))
        copy = self._button(self.tr("copy"), self.tr("Copy the rows: selected ones, or all"))
        copy.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(copy)
        for text, write in (
            (self.tr("as Markdown"), self.table.markdown),
            (self.tr("as CSV"), self.table.csv),
        ):
            menu.addAction(text).triggered.connect(partial(self._copy, write))
        copy.setMenu(menu)
        self.copy_menu = menu
        self.tools = (self.open, self.paste, self.wrong_only, copy)
        self.offers = (copy,)

    def _button(self, text: str, tip: str) -> QToolButton:
        button = QToolButton()
        button.setText(text)
        button.setToolTip(tip)
        button.setAccessibleName(tip)
        self._buttons.append(button)
        return button

    def _lay_out(self) -> None:
        self.hint.setText(
            self.tr(
                "Open, drop or paste lines of operands, result and flags:\n"
                "TestFloat's (3F800000 40000000 40400000 01), a testbench's log "
                "(A=0x3f80_0000 B=32'h40000000 GOT=…), or CSV."
            )
        )
        self.hint.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.hint.setWordWrap(True)
        self.verdict.setWordWrap(True)
        self.verdict.setContentsMargins(12, 4, 12, 6)
        self.verdict.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.verdict.hide()
        stack = QWidget()
        stack.setMinimumWidth(round(em(self.font()) * 6))
        self._stack = QStackedLayout(stack)
        self._stack.addWidget(self.hint)
        self._stack.addWidget(self.table)
        answers = QVBoxLayout()
        answers.setSpacing(0)
        for each in (self.strip, self.verdict):
            answers.addWidget(each)
        answers.addWidget(stack, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._form(), 100)  # what is beyond its widest is for the rest
        row.addWidget(self._line)
        row.addLayout(answers, 1)
        self._content = stack

    def _form(self) -> QScrollArea:
        """What the lines are, on the left."""
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(12, 8, 8, 10)
        column.setSpacing(4)
        for text, control in (
            (self.tr("Operation"), self.operation),
            (self.tr("Operands in"), self.operands),
            (self.tr("Results in"), self.result),
        ):
            label = QLabel(text)
            label.setFont(word_font(self.font(), 0.9))
            label.setBuddy(control)
            control.setAccessibleName(text)
            control.setMinimumWidth(60)
            column.addWidget(label)
            column.addWidget(control)
        column.addWidget(self.any_nan)
        column.addStretch(1)
        form = self._scroll
        form.setFrameShape(QFrame.Shape.NoFrame)
        form.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        form.setWidgetResizable(True)
        form.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        digit = self.fontMetrics().horizontalAdvance("0")
        form.setMinimumWidth(digit * _FORM[0])
        form.setMaximumWidth(digit * _FORM[1])
        form.setWidget(content)
        return form

    def _connect(self) -> None:
        pasting = QAction(self)
        pasting.setShortcut(QKeySequence.StandardKey.Paste)
        pasting.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        pasting.triggered.connect(self._paste)
        self.addAction(pasting)
        self.open.clicked.connect(self.ask_for_file)
        self.paste.clicked.connect(self._paste)
        self.operation.activated.connect(self._check)
        self.operands.chosen.connect(self._check)
        self.result.chosen.connect(self._check)
        self.any_nan.toggled.connect(self._check)
        self.wrong_only.toggled.connect(self._show_rows)
        self.table.chosen.connect(self._work_out)
        self.table.opened.connect(self._open_sheet)
        self.strip.cancelled.connect(self._cancel)
        self.background.progressed.connect(self.strip.show_share)
        self.background.done.connect(self._show)
        self.background.failed.connect(self._fail)
        self.document.changed.connect(self.renew)

    def become_figure(self) -> None:
        self._scroll.hide()
        self._line.hide()

    def set_theme(self, theme: Theme) -> None:
        super().set_theme(theme)
        self.table.set_theme(theme)
        self.strip.set_theme(theme)
        self._scroll.setStyleSheet(scroll_sheet(theme))
        self._line.setStyleSheet(f"background: {theme.line}")
        self.hint.setStyleSheet(f"color: {theme.dim}")
        for button in self._buttons:
            button.setStyleSheet(button_sheet(theme))

    def content(self) -> QWidget:
        return self._content

    @property
    def keys(self) -> tuple[tuple[str, str], ...]:
        return (("Ctrl+V", self.tr("check the lines on the clipboard")),)

    # -- what is checked --------------------------------------------------------------------

    def check_file(self, path: Path) -> None:
        """Check the lines of a file."""
        self._source = VectorSource(path)
        self._check()

    def check_text(self, text: str) -> None:
        """Check lines."""
        self._source = VectorSource(text=text)
        self._check()

    def present(self) -> None:
        """Check anew, if it is by other rules, or of another format."""
        if self._source is not None and self._task() != self._asked:
            self._check()

    def _task(self) -> Task | None:
        """What the lines are checked for; ``None`` while a name is of no format."""
        state, name = self.document.state, self.operation.currentData()
        operation = None if name == CONVERT else Operation(name)
        operands, result = self.operands.format(), self.result.format() or state.active
        if any(box.name and box.format() is None for box in (self.operands, self.result)):
            return None
        meant = task_of(operation, result, operands)
        return replace(meant, rules=state.rules, any_nan=self.any_nan.isChecked())

    def _check(self) -> None:
        source, task = self._source, self._task()
        if source is None:
            return
        if task is None:
            self._refuse()
            return
        self._asked = task
        self.background.start(lambda report: source.check(task, report))

    def _refuse(self) -> None:
        for box in (self.operands, self.result):
            try:
                find_format(box.name or "fp32")
            except Complaint as error:
                self.show_old(error.phrase)

    def _cancel(self) -> None:
        self.background.cancel()
        self.strip.show_share(None)

    def _fail(self, error: Exception) -> None:
        self.strip.show_share(None)
        if not isinstance(error, Complaint):
            raise error
        self.show_old(error.phrase)
        self.status_changed.emit(said(error.phrase))

    # -- what is shown ----------------------------------------------------------------------

    def _show(self, found: CheckedFile) -> None:
        self.strip.show_share(None)
        self.show_old(None)
        self._checked = found
        path = self._source.path if self._source else None
        self.set_caption(path.name if path else self.tr("pasted lines"))
        sentences = [found.summary.counted(), *found.summary.diagnosis(), *found.left_out_said()]
        self.verdict.setText("\n".join(map(said, sentences)))
        self.verdict.show()
        self._stack.setCurrentWidget(self.table)
        self._show_rows()

    def _show_rows(self) -> None:
        if self._checked is not None:
            self.table.show_rows(self._checked.shown(self.wrong_only.isChecked()))

    def _work_out(self, row: Row) -> None:
        """Have a line worked out in Steps, and its right result as the source."""
        if row.checked is None or self._checked is None:
            return
        task, line = self._checked.task, row.checked
        name = CONVERT if task.operation is None else task.operation.value
        self.session.sheets.ask(name, task.result, line.vector.operands)
        self.document.set_code(task.result, line.right.code, gesture=(self.ID, "row"))

    def _open_sheet(self, row: Row) -> None:
        self._work_out(row)
        if row.checked is not None:
            self.panel_wanted.emit("steps")

    def _copy(self, write: Callable[[], str], _checked: bool = False) -> None:
        QGuiApplication.clipboard().setText(write())
        self.status_changed.emit(self.tr("Rows copied"))

    # -- files, drops and the clipboard -----------------------------------------------------

    def ask_for_file(self) -> None:
        name, _ = QFileDialog.getOpenFileName(self, self.tr("Open lines"), self.session.folder.path)
        if name:
            self.check_file(self.session.folder.chosen(name))

    def _paste(self) -> None:
        self.check_text(QGuiApplication.clipboard().text())

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls() or event.mimeData().hasText():
            take_copy(event)

    def dropEvent(self, event: QDropEvent) -> None:
        take_copy(event)
        files = [url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()]
        if files:
            self.check_file(Path(files[0]))
        else:
            self.check_text(event.mimeData().text())
