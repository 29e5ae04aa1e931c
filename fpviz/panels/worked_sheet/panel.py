"""The panel "Steps": an operation or a conversion as a worked sheet, and under all rules."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QPoint
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QToolButton, QWidget

from fpviz.core.formats import Format
from fpviz.core.text import exact_decimal
from fpviz.core.trace.prose import sheet_latex, sheet_markdown, sheet_text
from fpviz.core.trace.rule_table import RuledCell
from fpviz.core.trace.rule_table_data import table_csv
from fpviz.core.trace.rule_table_text import table_markdown, table_text
from fpviz.core.trace.whole_sheet import Sheet, worked_sheet
from fpviz.model.session import Session
from fpviz.model.sheet_requests import SheetRequest
from fpviz.model.views import PanelView, ViewOfSteps
from fpviz.panels.panel import Panel, Room
from fpviz.panels.worked_sheet.form import OperationForm
from fpviz.panels.worked_sheet.stages import STAGES, SheetStages
from fpviz.widgets.frame.segments import Segments
from fpviz.widgets.frame.tool_button import tool_button
from fpviz.widgets.look.theme import Theme
from fpviz.widgets.translated import said


class StepsPanel(Panel):
    """Choices on the left; on the right the sheet, or the table of all rules."""

    ID = "steps"

    def __init__(self, session: Session, theme: Theme) -> None:
        super().__init__(session, theme)
        self._wanted = -1
        self.form = OperationForm(theme)
        self.right = SheetStages(theme)
        self.view_, self.rules = self.right.view, self.right.rules
        self.previous = tool_button("‹", self.tr("Previous step (Up)"))
        self.next = tool_button("›", self.tr("Next step (Down)"))
        self.copy = tool_button(self.tr("copy"), self.tr("Copy the sheet or the table"))
        self._forms: dict[QAction, tuple[object, object]] = {}
        self.stages = self._segments()
        self.tools = (self.stages, self.previous, self.next, self.copy)
        self.offers = (self.copy, self.form.use_result)
        self._build()
        self._connect()
        self.set_theme(theme)

    @property
    def keys(self) -> tuple[tuple[str, str], ...]:
        return (
            ("Up Down", self.tr("to the step before, after")),
            ("Home End", self.tr("to the first and the last step")),
            ("Return", self.tr("all rules: work by those of the cell")),
        )

    # -- building ---------------------------------------------------------------------------

    def _segments(self) -> Segments:
        return Segments(
            (
                ("sheet", self.tr("sheet"), self.tr("Worked out step by step")),
                ("rules", self.tr("all rules"), self.tr("The result under every rule")),
            ),
            self.tr("What is shown of the operation"),
        )

    def _build(self) -> None:
        self.copy.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.copy_menu = QMenu(self)
        self._fill_copy_menu()
        self.copy.setMenu(self.copy_menu)
        self.stages.show_choice(self.right.stage)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.form)
        self._line = QFrame()
        self._line.setFixedWidth(1)
        layout.addWidget(self._line)
        layout.addWidget(self.right, 1)

    def _connect(self) -> None:
        self.form.edited.connect(self.renew)
        self.form.edited.connect(self.view_changed)
        self.form.kind_taken.connect(self.session.reader.take)
        self.form.take_step.clicked.connect(self._take_step)
        self.form.use_result.clicked.connect(self._use_result)
        self.view_.step_picked.connect(self._go)
        self.view_.menu_requested.connect(self._menu)
        self.rules.menu_wanted.connect(self._rules_menu)
        self.rules.rules_chosen.connect(self.document.set_rules)
        self.stages.chosen.connect(self._turn_to)
        self.previous.clicked.connect(lambda: self._go(self.view_.current - 1))
        self.next.clicked.connect(lambda: self._go(self.view_.current + 1))
        self.document.changed.connect(self.renew)
        self.document.refused.connect(self.renew)
        self.session.reader.changed.connect(self.renew)
        self.session.sheets.wanted.connect(self._work_out)
        self.session.runs.changed.connect(self._show_doubt)

    def build_late(self) -> None:
        if self.session.sheets.pending is not None:
            self._work_out(self.session.sheets.pending)
        self.renew()
        self._show_doubt()

    def set_theme(self, theme: Theme) -> None:
        super().set_theme(theme)
        self.right.set_theme(theme)
        self._line.setStyleSheet(f"background: {theme.line}")
        self.form.set_theme(theme)

    def become_figure(self) -> None:
        self.form.hide()
        self._line.hide()
        self.right.become_figure()

    def figure_width(self) -> int:
        return self.right.figure_width()

    def figure_room(self, width: int) -> Room:
        return self.right.figure_room(width)

    # -- what is shown ----------------------------------------------------------------------

    def content(self) -> QWidget:
        return self.right

    @property
    def sheet(self) -> Sheet | None:
        """The last sheet that could be worked out."""
        return self.right.sheet

    def renew(self) -> None:
        super().renew()
        if self.is_behind:
            self.session.spotlight.point_at(None)

    def _read_form(self) -> Format:
        """Read the operands where they stand; the format of the result."""
        fmt = self.form.result_format(self.document.state.active)
        self.form.read_in(replace(self.session.reader.context(), active=fmt))
        return fmt

    def present(self) -> None:
        """Work out what is chosen; a text that is no operand leaves the last sheet, as old."""
        state, fmt = self.document.state, self._read_form()
        sources, refusal = self.form.sources(state.source, self.document.refusal)
        self.show_old(refusal)
        if refusal is not None:
            self.session.spotlight.point_at(None)
            return
        self.form.sound_operands()
        name = self.form.operation.currentData()
        sheet = worked_sheet(name, sources, fmt, state)
        kept = self.view_.current if sheet == self.sheet else -1
        current = self._wanted if self._wanted >= 0 else kept
        self._wanted = -1
        self.right.show_sheet(sheet, current)
        self._go(self.view_.current)
        self._point()
        result = sheet.trace
        self.set_caption(
            self.tr("{0}, result {1}").format(
                said(state.rules.rounding.rule.name), result.format.code_text(result.code)
            )
        )

    # -- gestures ---------------------------------------------------------------------------

    def _go(self, index: int) -> None:
        if 0 <= index < self.view_.step_count:
            self.view_.show_current(index)
            self._point()
            self.view_changed.emit()

    def _point(self) -> None:
        """Point at the bits that the current step is about."""
        steps = self.sheet.steps if self.sheet is not None else ()
        current = self.view_.current
        place = steps[current].place if 0 <= current < len(steps) and self.old is None else None
        self.session.spotlight.point_at(place)

    def _take_step(self) -> None:
        """Add the update of the run to its weight, at the step that is looked at."""
        runs = self.session.runs
        curve, picture = runs.run.curve(runs.curve), runs.lesson.picture
        code = curve.code(runs.step)
        if curve.format is None or code is None or picture is None:
            self.status_changed.emit(self.tr("Nothing is rounded at this step of this curve"))
            return
        weight = f"{curve.format.name}:{curve.format.code_text(code)}"
        update = exact_decimal(picture.update)
        self._work_out(SheetRequest("add", curve.format, (weight, update)))

    def _work_out(self, request: SheetRequest) -> None:
        """Work out what somebody wants to see."""
        self.session.sheets.pending = None
        self.form.fill(request.operation, request.format, *request.operands)
        self.renew()
        self.view_changed.emit()

    def _use_result(self) -> None:
        """Show the result in the bit grid and on the number line, as the source."""
        if self.sheet is not None:
            self._make_source(self.sheet.trace.format, self.sheet.trace.code)

    def _turn_to(self, stage: str) -> None:
        """Show the sheet, or the table of all rules."""
        self.right.turn_to(stage)
        for tool in (self.previous, self.next):
            tool.setEnabled(stage == "sheet")
        self._offer_forms()
        self.view_changed.emit()

    def _fill_copy_menu(self) -> None:
        """Offer the forms in which the sheet or the table can be copied."""
        forms: tuple[tuple[str, Callable[..., str] | None, Callable[..., str] | None], ...] = (
            (self.tr("as text"), sheet_text, table_text),
            (self.tr("as Markdown"), sheet_markdown, table_markdown),
            (self.tr("as LaTeX"), sheet_latex, None),
            (self.tr("as CSV"), None, table_csv),
        )
        for text, of_sheet, of_table in forms:
            action = self.copy_menu.addAction(text)
            action.triggered.connect(lambda _=False, forms=(of_sheet, of_table): self._copy(*forms))
            self._forms[action] = of_sheet, of_table
        self._offer_forms()

    def _offer_forms(self) -> None:
        """Offer to copy what is seen."""
        seen = STAGES.index(self.right.stage)
        for action, forms in self._forms.items():
            action.setVisible(forms[seen] is not None)
            action.setEnabled(action.isVisible())

    def _copy(self, of_sheet: Callable[..., str], of_table: Callable[..., str]) -> None:
        sheet, table = self.sheet, self.right.table()
        if sheet is None or table is None:
            return
        if self.right.stage == "sheet":
            text, done = of_sheet(sheet, said), self.tr("Sheet copied")
        else:
            text, done = of_table(table, said), self.tr("Table copied")
        QGuiApplication.clipboard().setText(text)
        self.status_changed.emit(done)

    def _menu(self, at: QPoint) -> None:
        if self.old is None:
            self.copy_menu.exec(at)

    def cell_menu(self, cell: RuledCell) -> QMenu:
        """What can be done with a cell of the table of all rules."""
        menu = QMenu(self)
        menu.addAction(self.tr("Work by these rules"), partial(self.document.set_rules, cell.rules))
        if self.sheet is None:
            return menu
        fmt = self.sheet.trace.format
        for code in dict.fromkeys(outcome.code for outcome in cell.outcomes):
            text = self.tr("Make {0} the source").format(fmt.code_text(code))
            menu.addAction(text, partial(self._make_source, fmt, code))
        return menu

    def _make_source(self, fmt: Format, code: int) -> None:
        self.form.freeze(self.document.state.source.text.strip())
        self.document.set_code(fmt, code)

    def _rules_menu(self, cell: RuledCell, at: QPoint) -> None:
        if self.old is None:
            menu = self.cell_menu(cell)
            menu.exec(at)
            menu.deleteLater()

    def _show_doubt(self) -> None:
        """Offer no step of a run that is old."""
        self.form.take_step.setEnabled(self.session.runs.doubt is None)

    # -- scenes -----------------------------------------------------------------------------

    def view(self) -> ViewOfSteps:
        self._read_form()
        if self.is_behind and self.isVisible():
            self.show_now()  # which step is the current one follows from the sheet
        view = ViewOfSteps(
            operation=self.form.operation.currentData(),
            format=self.form.format.currentData(),
            operands=tuple(self.form.sound_operands()),
            current=max(self.view_.current, self._wanted),
            shows=self.right.stage,
        )
        return view.for_state(self.document.state)

    def restore_view(self, view: PanelView) -> None:
        assert isinstance(view, ViewOfSteps)
        self.form.restore(view)
        if view.shows is not None:
            self.stages.show_choice(view.shows)
            self._turn_to(view.shows)
        self._wanted = self.view_.current if view.current is None else view.current
        self.renew()
