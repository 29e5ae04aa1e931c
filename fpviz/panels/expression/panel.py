"""The panel "Expression": an expression in all the formats shown, operation by operation."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import partial

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QMenu,
    QSplitter,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from fpviz.core.arithmetic.rounding import Rules
from fpviz.core.expressions import Evaluation, Executed, Execution, Instruction
from fpviz.core.expressions.examples import Example
from fpviz.core.expressions.said import result_said
from fpviz.core.expressions.typed_program import TypedProgram, read_program
from fpviz.core.formats import Format, find_format
from fpviz.core.literals import Literal, readings
from fpviz.core.phrase import Complaint, Phrase, phrase
from fpviz.model.background import Background, Report
from fpviz.model.session import Session
from fpviz.model.view_values import FIRST_EXPRESSION
from fpviz.model.views import PanelView, ViewOfExpression
from fpviz.panels.expression.form import ExpressionForm
from fpviz.panels.panel import Panel, Room
from fpviz.widgets.expression.listing_rows import listing_headings, listing_rows, shown_lines
from fpviz.widgets.expression.result_rows import ResultRow, result_headings, result_rows
from fpviz.widgets.expression.text_table import TextTable
from fpviz.widgets.frame.segments import Segments
from fpviz.widgets.look.theme import Theme
from fpviz.widgets.number_line.table import Table
from fpviz.widgets.run.progress_strip import ProgressStrip
from fpviz.widgets.translated import said

MACHINE, CONTRACTED = "machine", "contracted"


@dataclass(frozen=True)
class Asked:
    """What is to be evaluated: an expression, the formats and the rules."""

    typed: TypedProgram
    formats: tuple[Format, ...]
    rules: Rules

    def evaluations(self, report: Report) -> tuple[Evaluation, ...]:
        """All that is shown of it, worked out."""
        found = []
        for at, fmt in enumerate(self.formats):
            report(at / len(self.formats))
            evaluation = self.typed.evaluated(fmt, self.rules)
            _ = evaluation.machine, evaluation.contracted, evaluation.nearest
            found.append(evaluation)
        return tuple(found)


class ExpressionPanel(Panel):
    """The form on the left; on the right the results in each format, and the operations of one."""

    ID = "expression"

    def __init__(self, session: Session, theme: Theme) -> None:
        super().__init__(session, theme)
        self._asked: Asked | None = None
        self._found: tuple[Evaluation, ...] = ()
        self._sound = ViewOfExpression(FIRST_EXPRESSION, (), MACHINE, -1)
        self.form = ExpressionForm(theme)
        self.results = TextTable(theme, self.tr("Results in each format"))
        self.listing = TextTable(theme, self.tr("Operations of the expression"))
        self.waiting = ProgressStrip(theme)
        self._background = Background(self)
        self._build_tools()
        self._lay_out()
        self._connect()
        self.form.put(FIRST_EXPRESSION, {})
        self.set_theme(theme)

    @property
    def keys(self) -> tuple[tuple[str, str], ...]:
        return (
            ("Up Down", self.tr("to the next row: its value becomes the source")),
            ("Return", self.tr("the operation, digit by digit, in Steps")),
        )

    # -- building ---------------------------------------------------------------------------

    def _build_tools(self) -> None:
        self.ways = Segments(
            (
                (
                    MACHINE,
                    self.tr("as written"),
                    self.tr("Operation by operation, in the order of the text, each rounded"),
                ),
                (
                    CONTRACTED,
                    self.tr("with FMA"),
                    self.tr("A product and a sum as one operation, rounded once: contraction"),
                ),
            ),
            self.tr("How the expression is evaluated"),
        )
        self.copy = QToolButton()
        self.copy.setText(self.tr("copy"))
        self.copy.setToolTip(self.tr("Copy the results, or the operations"))
        self.copy.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.copy_menu = QMenu(self)
        for text, table, write in (
            (self.tr("results as Markdown"), self.results.table, Table.markdown),
            (self.tr("results for a spreadsheet"), self.results.table, Table.tsv),
            (self.tr("operations as Markdown"), self.listing.table, Table.markdown),
            (self.tr("operations for a spreadsheet"), self.listing.table, Table.tsv),
        ):
            action = self.copy_menu.addAction(text)
            action.triggered.connect(partial(self._copy, table, write))
        self.copy.setMenu(self.copy_menu)
        self.tools = (self.ways, self.copy)
        self.offers = (self.copy, self.form.use_result, self.ways)

    def _lay_out(self) -> None:
        self._right = QSplitter(Qt.Orientation.Vertical)
        self._right.setChildrenCollapsible(False)
        self._right.addWidget(self.results)
        self._right.addWidget(self.listing)
        self._right.setStretchFactor(1, 1)
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(self.waiting)
        column.addWidget(self._right, 1)
        self._line = QFrame()
        self._line.setFixedWidth(1)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.form)
        layout.addWidget(self._line)
        layout.addLayout(column, 1)

    def _connect(self) -> None:
        self.form.edited.connect(self.renew)
        self.form.example_taken.connect(self._show_example)
        self.form.use_result.clicked.connect(self._use_result)
        self.results.picked.connect(self._pick_result)
        self.results.opened.connect(self._pick_result)
        self.listing.picked.connect(self._pick_line)
        self.listing.opened.connect(self._open_line)
        for table in (self.results, self.listing):
            table.menu_wanted.connect(self._menu)
        self.ways.chosen.connect(self._choose_way)
        self.ways.show_choice(MACHINE)
        self.waiting.cancelled.connect(self._cancel)
        self._background.done.connect(self._take)
        self._background.failed.connect(self._refuse)
        self._background.progressed.connect(self._tell_progress)
        self.document.changed.connect(self.renew)
        self.document.refused.connect(self.renew)
        self.session.reader.changed.connect(self.renew)

    def build_late(self) -> None:
        self.renew()

    def set_theme(self, theme: Theme) -> None:
        super().set_theme(theme)
        self._line.setStyleSheet(f"background: {theme.line}")
        self.form.set_theme(theme)
        self.waiting.set_theme(theme)
        for table in (self.results, self.listing):
            table.set_theme(theme)
        self._show_found()

    # -- what is evaluated ------------------------------------------------------------------

    def present(self) -> None:
        """Evaluate what the form says; a text that is no expression leaves the last, as old."""
        state = self.document.state
        try:
            typed = self._read()
        except Complaint as error:
            self.form.complain(error)
            self._background.cancel()
            self._asked = None
            self.waiting.show_share(None)
            self.show_old(_refusal(error.phrase))
            return
        self.form.show_program(typed)
        self._keep(typed)
        if self._follows_source(typed) and self.document.refusal is not None:
            self.show_old(self.document.refusal)
            return
        asked = Asked(typed, state.formats, state.rules)
        if asked == self._asked and self.old is None:
            self._show_found()
            return
        self._asked = asked
        self._background.start(asked.evaluations)

    def _read(self) -> TypedProgram:
        """What the form says. Raises Complaint."""
        state, context = self.document.state, self.session.reader.context()

        def read(text: str) -> Literal:
            return readings(text, context).taken()

        return read_program(self.form.text, self.form.settings, state.rules, read, state.source)

    def _follows_source(self, typed: TypedProgram) -> bool:
        return any(not self.form.settings.get(name, "").strip() for name in typed.names)

    def _take(self, found: tuple[Evaluation, ...]) -> None:
        self._found = found
        self.waiting.show_share(None)
        self.show_old(None)
        self._show_found()

    def _refuse(self, error: Exception) -> None:
        if not isinstance(error, Complaint):
            raise error
        self._asked = None
        self.waiting.show_share(None)
        self.form.complain(error)
        self.show_old(_refusal(error.phrase))

    def _tell_progress(self, share: float) -> None:
        self.waiting.show_share(share)
        self.show_old(phrase("This is being worked out; shown is what was asked for before."))

    def _cancel(self) -> None:
        self._background.cancel()
        self._asked = None
        self.waiting.show_share(None)
        self.show_old(phrase("It was ended before it was worked out."))

    def wait(self) -> None:
        """Wait until what is asked for is worked out, and show it."""
        self._background.wait()

    def show_now(self) -> None:
        super().show_now()
        self.wait()

    # -- what is shown ----------------------------------------------------------------------

    def content(self) -> QWidget:
        return self._right

    @property
    def evaluation(self) -> Evaluation | None:
        """The evaluation in the active format; ``None`` where nothing has been evaluated."""
        active = self.document.state.active
        return next((each for each in self._found if each.format == active), None)

    @property
    def execution(self) -> Execution | None:
        """The way of it that is followed."""
        found = self.evaluation
        if found is None:
            return None
        return found.contracted if self._sound.way == CONTRACTED else found.machine

    @property
    def shown(self) -> tuple[Executed, ...]:
        """The operations in the listing, a row each."""
        return () if self.execution is None else shown_lines(self.execution)

    @property
    def _result_rows(self) -> tuple[ResultRow, ...]:
        return result_rows(self._found, self.theme)

    def _show_found(self) -> None:
        evaluation, execution = self.evaluation, self.execution
        if evaluation is None or execution is None:
            return
        rows = self._result_rows
        self.results.show_rows(result_headings(), [row.cells for row in rows])
        at = next((i for i, row in enumerate(rows) if row.format == evaluation.format), -1)
        self.results.show_current(at)
        self.results.setMaximumHeight(self.results.whole_size().height())
        self.listing.show_rows(
            listing_headings(), listing_rows(execution, evaluation.format, self.theme)
        )
        self._show_line()
        result = execution.results[0]
        self.set_caption(
            self.tr("{0}: {1}").format(
                evaluation.format.title or evaluation.format.name,
                said(result_said(result, evaluation.format)),
            )
        )

    def _show_line(self) -> None:
        """Mark the current operation, in the listing and in the text."""
        places = [each.place for each in self.shown]
        at = places.index(self._sound.line) if self._sound.line in places else -1
        self.listing.show_current(at)
        if at < 0 or self.execution is None:
            self.form.editor.show_place(None)
            return
        is_verbatim = self.execution.program.text == self.form.text
        self.form.editor.show_place(self.shown[at].line.span if is_verbatim else None)

    # -- gestures ---------------------------------------------------------------------------

    def _pick_result(self, row: int) -> None:
        """Follow the expression in the format of a row."""
        rows = self._result_rows
        if row < len(rows):
            self.document.activate(rows[row].format)

    def _pick_line(self, row: int) -> None:
        """Let the value of an operation be the source, and its sheet that which is worked out."""
        if not 0 <= row < len(self.shown):
            return
        picked = self.shown[row]
        self._say(line=picked.place)
        self._show_line()
        line, operands = picked.line, picked.operands
        self._set_source(picked)
        if isinstance(line, Instruction):
            self.session.sheets.ask(line.name, picked.format, [each.operand for each in operands])

    def _open_line(self, row: int) -> None:
        self._pick_line(row)
        if 0 <= row < len(self.shown) and isinstance(self.shown[row].line, Instruction):
            self.panel_wanted.emit("steps")

    def _use_result(self) -> None:
        if self.execution is not None:
            self._set_source(self.execution.results[0])

    def _set_source(self, executed: Executed) -> None:
        """Let a value be the source; variables that followed it stay what they are."""
        self.form.freeze(self.document.state.source.text.strip())
        self.document.set_code(executed.format, executed.code)

    def _choose_way(self, way: str) -> None:
        self._say(way=way, line=-1)
        self._show_found()

    def _show_example(self, example: Example) -> None:
        """Show an example in the format in which it shows what it shows."""
        fmt = find_format(example.format)
        if fmt not in self.document.state.formats:
            self.document.add_format(fmt)
        self.document.activate(fmt)

    def _copy(self, table: Callable[[], Table], write: Callable[[Table], str]) -> None:
        QGuiApplication.clipboard().setText(write(table()) + "\n")
        self.status_changed.emit(self.tr("The table is copied."))

    def _menu(self, at: QPoint) -> None:
        if self.old is None:
            self.copy_menu.exec(at)

    # -- figures ----------------------------------------------------------------------------

    def become_figure(self) -> None:
        self.form.hide()
        self._line.hide()
        for table in (self.results, self.listing):
            table.become_figure()

    def figure_width(self) -> int:
        return max(table.whole_size().width() for table in (self.results, self.listing))

    def figure_room(self, width: int) -> Room:
        sizes = [table.whole_size() for table in (self.results, self.listing)]
        height = sum(size.height() for size in sizes) + self._right.handleWidth()
        self.results.setFixedHeight(sizes[0].height())
        return Room(max(size.width() for size in sizes), height, height)

    # -- scenes -----------------------------------------------------------------------------

    def _keep(self, typed: TypedProgram) -> None:
        """Keep what can be evaluated for scenes."""
        settings = tuple((name, self._written(typed, name)) for name in typed.names)
        line = self._sound.line if self._sound.line in typed.program.steps else -1
        self._say(expression=self.form.text, settings=settings, line=line)

    def _written(self, typed: TypedProgram, name: str) -> str:
        """What a variable is set to, as it is read whatever format is active."""
        if not self.form.settings.get(name, "").strip():
            return ""
        if name in typed.values:
            return typed.values[name].text.strip()
        members = [text for key, text in typed.values.items() if key.startswith(f"{name}[")]
        return f"[{', '.join(each.text.strip() for each in members)}]"

    def _say(self, **said: object) -> None:
        view = replace(self._sound, **said)  # type: ignore[arg-type]
        if view != self._sound:
            self._sound = view
            self.view_changed.emit()

    def view(self) -> ViewOfExpression:
        return self._sound

    def restore_view(self, view: PanelView) -> None:
        assert isinstance(view, ViewOfExpression)
        self._sound = view.over(self._sound)
        if view.way is not None:
            self.ways.show_choice(view.way)
        if view.expression is not None or view.settings is not None:
            settings: Mapping[str, str] = dict(self._sound.settings or ())
            self.form.put(self._sound.expression or "", settings)
        self.renew()


def _refusal(reason: Phrase) -> Phrase:
    return phrase("{reason}. Shown is the last expression that could be evaluated.", reason=reason)
