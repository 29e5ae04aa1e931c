"""The panel "Expression": an expression in all the formats shown, operation by operation."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QPoint
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QStackedWidget, QToolButton, QWidget

from fpviz.core.expressions import Executed, Instruction
from fpviz.core.expressions.examples import Example
from fpviz.core.expressions.typed_program import TypedProgram, read_program
from fpviz.core.formats import find_format
from fpviz.core.literals import Literal, readings
from fpviz.core.phrase import Complaint, Phrase, phrase
from fpviz.model.session import Session
from fpviz.model.view_values import CONTRACTED, FIRST_EXPRESSION, MACHINE, OPERATIONS, SWEEP
from fpviz.model.views import PanelView, ViewOfExpression
from fpviz.panels.expression.form import ExpressionForm
from fpviz.panels.expression.operations import OperationsStage
from fpviz.panels.expression.sweep import SweepStage
from fpviz.panels.panel import Panel, Room
from fpviz.widgets.frame.scrolled import Scrolled
from fpviz.widgets.frame.segments import Segments
from fpviz.widgets.look.style import em
from fpviz.widgets.look.theme import Theme
from fpviz.widgets.number_line.table import Table

FIRST_VIEW = ViewOfExpression(
    FIRST_EXPRESSION, (), MACHINE, -1, stage=OPERATIONS, variable="", start="", stop=""
)
"""What is shown before anything is asked for."""


class ExpressionPanel(Panel):
    """The form on the left; on the right the operations, or a sweep over a variable."""

    ID = "expression"

    def __init__(self, session: Session, theme: Theme) -> None:
        super().__init__(session, theme)
        self._sound = FIRST_VIEW
        self.form = ExpressionForm(theme)
        self.operations = OperationsStage(theme)
        self.sweep = SweepStage(theme)
        self._build_tools()
        self._lay_out()
        self._connect()
        self.form.put(FIRST_EXPRESSION, {})
        self._show_stage()
        self.set_theme(theme)

    @property
    def keys(self) -> tuple[tuple[str, str], ...]:
        return (
            ("Up Down", self.tr("to the next row: its value becomes the source")),
            ("Return", self.tr("the operation, digit by digit, in Steps")),
        )

    # -- building ---------------------------------------------------------------------------

    def _build_tools(self) -> None:
        self.stages = Segments(
            (
                (
                    OPERATIONS,
                    self.tr("operations"),
                    self.tr("Results in each format, and each operation in one"),
                ),
                (
                    SWEEP,
                    self.tr("sweep"),
                    self.tr("The error over all values of a variable, and the worst of them"),
                ),
            ),
            self.tr("What is shown of the expression"),
        )
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
        results, listing = self.operations.results.table, self.operations.listing.table
        for text, table, write in (
            (self.tr("results as Markdown"), results, Table.markdown),
            (self.tr("results for a spreadsheet"), results, Table.tsv),
            (self.tr("operations as Markdown"), listing, Table.markdown),
            (self.tr("operations for a spreadsheet"), listing, Table.tsv),
        ):
            action = self.copy_menu.addAction(text)
            action.triggered.connect(partial(self._copy, table, write))
        self.copy.setMenu(self.copy_menu)
        self.tools = (self.stages, self.ways, self.copy)
        self.offers = (self.copy, self.form.use_result)

    def _lay_out(self) -> None:
        self._right = QStackedWidget()
        self._right.addWidget(self.operations)
        self._scrolled = Scrolled(self.sweep)
        self._right.addWidget(self._scrolled)
        self._right.setMinimumWidth(round(em(self.font()) * 6))
        self._line = QFrame()
        self._line.setFixedWidth(1)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.form, 100)  # what is beyond its widest is for the rest
        layout.addWidget(self._line)
        layout.addWidget(self._right, 1)

    def _connect(self) -> None:
        self.form.edited.connect(self.renew)
        self.form.example_taken.connect(self._show_example)
        self.form.use_result.clicked.connect(self._use_result)
        self.operations.format_picked.connect(self.document.activate)
        self.operations.picked.connect(self._pick)
        self.operations.opened.connect(self._open)
        self.operations.menu_wanted.connect(self._menu)
        self.operations.judged.connect(partial(self._judge, OPERATIONS))
        self.sweep.edited.connect(self.renew)
        self.sweep.picked.connect(self._set_variable)
        self.sweep.judged.connect(partial(self._judge, SWEEP))
        self.stages.chosen.connect(self._choose_stage)
        self.ways.chosen.connect(self._choose_way)
        self.document.changed.connect(self.renew)
        self.document.refused.connect(self.renew)
        self.session.reader.changed.connect(self.renew)
        self.session.expressions.wanted.connect(self._evaluate)

    def build_late(self) -> None:
        if self.session.expressions.pending:
            self._evaluate(self.session.expressions.pending)
        self.renew()

    def set_theme(self, theme: Theme) -> None:
        super().set_theme(theme)
        self._line.setStyleSheet(f"background: {theme.line}")
        for part in (self.form, self.operations, self.sweep, self._scrolled):
            part.set_theme(theme)

    # -- what is evaluated ------------------------------------------------------------------

    def present(self) -> None:
        """Evaluate what the form says; a text that is no expression leaves the last, as old."""
        try:
            typed = self._read()
        except Complaint as error:
            self.form.complain(error)
            self._stop()
            self.show_old(_refusal(error.phrase))
            return
        self.form.show_program(typed)
        self.sweep.show_variables(typed)
        self._keep(typed)
        if self._follows_source(typed) and self.document.refusal is not None:
            self._stop()
            self.show_old(self.document.refusal)
            return
        state, self.operations.format = self.document.state, self.document.state.active
        if self._sound.stage == SWEEP:
            self.operations.stop()
            self.sweep.sweep(typed, state.active, state.rules)
        else:
            self.sweep.stop()
            self.operations.evaluate(typed, state.formats, state.rules)

    def _read(self) -> TypedProgram:
        """What the form says. Raises Complaint."""
        state, context = self.document.state, self.session.reader.context()

        def read(text: str) -> Literal:
            return readings(text, context).taken()

        return read_program(self.form.text, self.form.settings, state.rules, read, state.source)

    def _follows_source(self, typed: TypedProgram) -> bool:
        return any(not self.form.settings.get(name, "").strip() for name in typed.names)

    def _stop(self) -> None:
        self.operations.stop()
        self.sweep.stop()

    def _judge(self, stage: str, why_old: Phrase | None) -> None:
        """A stage shows what was asked for, or says why not."""
        if stage != self._sound.stage:
            return
        self.show_old(why_old)
        self._caption_shown()
        self._mark_place()

    def _caption_shown(self) -> None:
        """Say briefly what is shown; a picture, which has no form, says of which expression."""
        if self._sound.stage == SWEEP:
            self.set_caption(self.sweep.told_briefly)
        elif self.form.isHidden():
            self.set_caption(f"{self._sound.expression}  ·  {self.operations.told_briefly}")
        else:
            self.set_caption(self.operations.told_briefly)

    def wait(self) -> None:
        self.operations.wait()
        self.sweep.wait()

    def show_now(self) -> None:
        super().show_now()
        self.wait()

    # -- what is shown ----------------------------------------------------------------------

    def content(self) -> QWidget:
        return self._right

    def _show_stage(self) -> None:
        is_sweep = self._sound.stage == SWEEP
        self.operations.way = self._sound.way or MACHINE
        self.operations.line = -1 if self._sound.line is None else self._sound.line
        self.stages.show_choice(self._sound.stage or OPERATIONS)
        self.ways.show_choice(self.operations.way)
        self._right.setCurrentWidget(self._scrolled if is_sweep else self.operations)
        for tool in (self.ways, self.copy):
            if is_sweep or tool.parent() is not None:  # else it would be a window
                tool.setHidden(is_sweep)

    def _mark_place(self) -> None:
        """Mark in the text what the current operation stands for."""
        current, execution = self.operations.current, self.operations.execution
        is_verbatim = execution is not None and execution.program.text == self.form.text
        span = current.line.span if current is not None and is_verbatim else None
        self.form.editor.show_place(span)

    # -- gestures ---------------------------------------------------------------------------

    def _pick(self, picked: Executed) -> None:
        """Let the value of an operation be the source, and its sheet that which is worked out."""
        if self.old is not None:
            return
        self.operations.line = picked.place
        self._say(line=picked.place)
        self._mark_place()
        self._set_source(picked)
        if isinstance(picked.line, Instruction):
            operands = [each.operand for each in picked.operands]
            self.session.sheets.ask(picked.line.name, picked.format, operands)

    def _open(self, opened: Executed) -> None:
        self._pick(opened)
        if self.old is None and isinstance(opened.line, Instruction):
            self.panel_wanted.emit("steps")

    def _use_result(self) -> None:
        if self.operations.execution is not None:
            self._set_source(self.operations.execution.results[0])

    def _set_source(self, executed: Executed) -> None:
        """Let a value be the source; variables that followed it stay what they are."""
        self.form.freeze(self.document.state.source.text.strip())
        self.document.set_code(executed.format, executed.code)

    def _choose_way(self, way: str) -> None:
        self._say(way=way, line=-1)
        self._show_stage()
        self.operations.show_again()

    def _evaluate(self, text: str) -> None:
        """Show the operations of an expression that was typed elsewhere."""
        self.session.expressions.pending = ""
        self._say(stage=OPERATIONS, line=-1)
        self._show_stage()
        self.form.put(text, {})

    def _choose_stage(self, stage: str) -> None:
        self._say(stage=stage)
        self._show_stage()
        self.renew()

    def _set_variable(self, name: str, text: str) -> None:
        """Let a variable be a value that the sweep has met, and show what becomes of it."""
        if self.old is not None:
            return
        self._say(stage=OPERATIONS)
        self._show_stage()
        self.form.set_variable(name, text)

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
        self.operations.become_figure()
        self.sweep.become_figure()
        self._caption_shown()

    def figure_width(self) -> int:
        if self._sound.stage == SWEEP:
            return self.sweep.sizeHint().width()
        return self.operations.figure_size()[0]

    def figure_room(self, width: int) -> Room:
        if self._sound.stage == SWEEP:
            least, best = self.sweep.minimumSizeHint(), self.sweep.sizeHint()
            return Room(least.width(), least.height(), best.height())
        wide, high = self.operations.figure_size()
        return Room(wide, high, high)

    # -- scenes -----------------------------------------------------------------------------

    def _keep(self, typed: TypedProgram) -> None:
        """Keep what can be evaluated for scenes."""
        settings = tuple((name, self._written(typed, name)) for name in typed.names)
        start, stop = self.sweep.sound_range
        line = self._sound.line
        self.operations.line = line if line is not None and line < len(typed.program.lines) else -1
        self._say(
            expression=self.form.text,
            settings=settings,
            line=self.operations.line,
            variable=self.sweep.name,
            start=start,
            stop=stop,
        )

    def _written(self, typed: TypedProgram, name: str) -> str:
        """What a variable is set to, as it is read whatever format is active."""
        if not self.form.settings.get(name, "").strip():
            return ""
        if name in typed.values:
            return typed.values[name].text.strip()
        members = [text for key, text in typed.values.items() if key.startswith(f"{name}[")]
        return f"[{', '.join(each.text.strip() for each in members)}]"

    def _say(self, **said: object) -> None:
        view = replace(self._sound, **said)  # type: ignore[arg-type] # fields by name
        if view != self._sound:
            self._sound = view
            self.view_changed.emit()

    def view(self) -> ViewOfExpression:
        return self._sound

    def restore_view(self, view: PanelView) -> None:
        assert isinstance(view, ViewOfExpression)
        self._sound = view.over(self._sound)
        self.sweep.show_range((self._sound.start or "", self._sound.stop or ""))
        self.sweep.want(self._sound.variable or "")
        self._show_stage()
        if view.expression is not None or view.settings is not None:
            settings: Mapping[str, str] = dict(self._sound.settings or ())
            self.form.put(self._sound.expression or "", settings)
        self.renew()


def _refusal(reason: Phrase) -> Phrase:
    return phrase("{reason}. Shown is the last expression that could be evaluated.", reason=reason)
