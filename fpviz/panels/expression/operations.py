"""The stage of the panel "Expression" that shows results in each format, and the operations."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QPoint, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QVBoxLayout

from fpviz.core.arithmetic.rounding import Rules
from fpviz.core.expressions import Evaluation, Executed, Execution
from fpviz.core.expressions.said import result_said
from fpviz.core.expressions.typed_program import TypedProgram
from fpviz.core.formats import Format
from fpviz.model.background import Report
from fpviz.model.view_values import CONTRACTED
from fpviz.panels.expression.stage import Stage
from fpviz.widgets.expression.listing_rows import listing_headings, listing_rows, shown_lines
from fpviz.widgets.expression.result_rows import ResultRow, result_headings, result_rows
from fpviz.widgets.expression.text_table import TextTable
from fpviz.widgets.look.theme import Theme
from fpviz.widgets.translated import said


def tr(text: str) -> str:
    """``text`` in the language of the window."""
    return QCoreApplication.translate("ExpressionPanel", text)


@dataclass(frozen=True)
class EvaluationTask:
    """What is to be evaluated: an expression, the formats and the rules."""

    typed: TypedProgram
    formats: tuple[Format, ...]
    rules: Rules

    def found(self, report: Report) -> tuple[Evaluation, ...]:
        """All that is shown of it, worked out."""
        found = []
        for at, fmt in enumerate(self.formats):
            report(at / len(self.formats))
            evaluation = self.typed.evaluated(fmt, self.rules)
            _ = evaluation.machine, evaluation.contracted, evaluation.nearest
            found.append(evaluation)
        return tuple(found)


class OperationsStage(Stage):
    """A row for each format above, a row for each operation in one of them below.

    ``format``, ``way`` and ``line`` say which format and which way of evaluating is followed, and
    at which place of the program the current operation stands, -1 for none.

    Signals:
        format_picked(Format): the row of another format was gone to.
        picked(Executed), opened(Executed): an operation was gone to, and more is wanted of it.
        menu_wanted(QPoint): the context menu was asked for, there on the screen.
    """

    format_picked = Signal(object)
    picked = Signal(object)
    opened = Signal(object)
    menu_wanted = Signal(QPoint)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._theme = theme
        self._found: tuple[Evaluation, ...] = ()
        self._rows: tuple[ResultRow, ...] = ()
        self.format: Format | None = None
        self.way, self.line = "", -1
        self.results = TextTable(theme, tr("Results in each format"))
        self.listing = TextTable(theme, tr("Operations of the expression"))
        self._is_shared_by_hand = False
        self._split = QSplitter(Qt.Orientation.Vertical)
        self._split.setChildrenCollapsible(False)
        self._split.addWidget(self.results)
        self._split.addWidget(self.listing)
        self._split.setStretchFactor(1, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.waiting)
        column.addWidget(self._split, 1)
        self._connect()

    def _connect(self) -> None:
        self.results.picked.connect(self._pick_format)
        self.results.opened.connect(self._pick_format)
        self.listing.picked.connect(lambda row: self.picked.emit(self.shown[row]))
        self.listing.opened.connect(lambda row: self.opened.emit(self.shown[row]))
        for table in (self.results, self.listing):
            table.menu_wanted.connect(self.menu_wanted)
        self._split.splitterMoved.connect(self._keep_shares)

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self._theme = theme
        self.waiting.set_theme(theme)
        for table in (self.results, self.listing):
            table.set_theme(theme)
        self.show_again()

    # -- what is evaluated ------------------------------------------------------------------

    def evaluate(self, typed: TypedProgram, formats: tuple[Format, ...], rules: Rules) -> None:
        """Evaluate an expression in formats, beside the window."""
        self.begin(EvaluationTask(typed, formats, rules))

    # -- what is shown ----------------------------------------------------------------------

    @property
    def evaluation(self) -> Evaluation | None:
        """The evaluation in the format that is followed; ``None`` where there is none yet."""
        return next((each for each in self._found if each.format == self.format), None)

    @property
    def execution(self) -> Execution | None:
        """The way of it that is followed."""
        found = self.evaluation
        if found is None:
            return None
        return found.contracted if self.way == CONTRACTED else found.machine

    @property
    def shown(self) -> tuple[Executed, ...]:
        """The operations in the listing, a row each."""
        return () if self.execution is None else shown_lines(self.execution)

    @property
    def current(self) -> Executed | None:
        """The current operation."""
        return next((each for each in self.shown if each.place == self.line), None)

    @property
    def told_briefly(self) -> str:
        """The first result, for a caption; of a list it says so."""
        execution, fmt = self.execution, self.format
        if execution is None or fmt is None:
            return ""
        result = said(result_said(execution.results[0], fmt))
        member = " [0]" if len(execution.results) > 1 else ""
        return tr("{0}: {1}").format(f"{fmt.title or fmt.name}{member}", result)

    def show_found(self, found: tuple[Evaluation, ...]) -> None:
        """Show evaluations, in the format and the way that are followed."""
        self._found = found
        self.show_again()

    def show_again(self) -> None:
        """Show what has been found, in the format and the way that are followed."""
        evaluation, execution = self.evaluation, self.execution
        if evaluation is None or execution is None:
            return
        self._rows = result_rows(self._found, self._theme)
        self.results.show_rows(result_headings(), [row.cells for row in self._rows])
        formats = [row.format for row in self._rows]
        self.results.show_current(formats.index(evaluation.format))
        self.results.setMaximumHeight(self.results.whole_size().height())
        self._share_height()
        rows = listing_rows(execution, evaluation.format, self._theme)
        self.listing.show_rows(listing_headings(), rows)
        places = [each.place for each in self.shown]
        self.listing.show_current(places.index(self.line) if self.line in places else -1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_height()

    def _share_height(self) -> None:
        """Give the listing what the results do not need, or half; until the user shares it."""
        if self._is_shared_by_hand:
            return
        height = self._split.height()
        above = min(self.results.whole_size().height(), height // 2)
        self._split.setSizes([above, height - above])

    def _keep_shares(self) -> None:
        self._is_shared_by_hand = True

    def _pick_format(self, row: int) -> None:
        if row < len(self._rows):
            self.format_picked.emit(self._rows[row].format)

    # -- figures ----------------------------------------------------------------------------

    def become_figure(self) -> None:
        """From now on show only what a picture shows."""
        self._split.setHandleWidth(0)
        for table in (self.results, self.listing):
            table.become_figure()

    def figure_size(self) -> tuple[int, int]:
        """The width and the height at which all rows and columns are in view."""
        sizes = [table.whole_size() for table in (self.results, self.listing)]
        self.results.setFixedHeight(sizes[0].height())
        height = sum(size.height() for size in sizes) + self._split.handleWidth()
        return max(size.width() for size in sizes), height
