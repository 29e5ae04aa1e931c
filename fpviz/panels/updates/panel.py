"""The panel "Repeated updates": an experiment's form and its run as plot, table and results."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from fpviz.experiments.engine.number_text import told_apart
from fpviz.experiments.engine.run import Run
from fpviz.model.runs import Change, KeptRun
from fpviz.model.session import Session
from fpviz.model.views import PanelView, ViewOfUpdates
from fpviz.panels.panel import Panel, Room
from fpviz.panels.updates.form import RunForm
from fpviz.widgets.frame.panel_frame import Segments
from fpviz.widgets.look.theme import Theme
from fpviz.widgets.run.histogram_view import HistogramView
from fpviz.widgets.run.progress_strip import ProgressStrip
from fpviz.widgets.run.readouts_view import ReadoutsView
from fpviz.widgets.run_plot.data import Part, PlotData
from fpviz.widgets.run_plot.menu import PlotMenu
from fpviz.widgets.run_plot.of_run import RunView, Shown, plot_data
from fpviz.widgets.step_table.table import StepTable
from fpviz.widgets.translated import said, told

if TYPE_CHECKING:  # pyqtgraph is loaded after the first paint
    from fpviz.widgets.run_plot.plot import RunPlot

STAGES = ("plot", "table", "results")
_OUTCOME = Change.RUN | Change.ERROR | Change.DOUBT | Change.PROGRESS
"""What shows how it stands with a run that was begun."""


class UpdatesPanel(Panel):
    """Parameters on the left; on the right the run, as plot, as table or as results."""

    ID = "updates"

    def __init__(self, session: Session, theme: Theme) -> None:
        super().__init__(session, theme)
        self.runs = session.runs
        self.plot: RunPlot | None = None
        self._shown = Shown()
        self._stage = "plot"
        self._fresh: set[str] = set()
        self._wanted: ViewOfUpdates | None = None
        self._part: Part | None = None
        self._part_is_to_come = False
        self._named = ""
        self.form = RunForm(session, theme)
        self.histogram = HistogramView(theme)
        self.table = StepTable(theme)
        self.results = ReadoutsView(theme)
        self._build_tools()
        self._lay_out()
        self._connect()
        self.views.show_choice(self._shown.view.value)
        self.stages.show_choice(self._stage)
        self.set_theme(theme)

    @property
    def title(self) -> str:
        return self.tr("Repeated updates")

    @property
    def keys(self) -> tuple[tuple[str, str], ...]:
        return (
            ("Left Right", self.tr("plot: to the next step")),
            ("PgUp PgDown", self.tr("plot: ten steps; table: a page")),
            ("Home End", self.tr("to the first and the last step")),
            ("+ -", self.tr("plot: closer, farther")),
            ("Up Down", self.tr("table: to the next step")),
            ("Shift+Up Shift+Down", self.tr("table: select steps")),
            ("Space", self.tr("table: look at the step")),
            ("Ctrl+C", self.tr("table and results: copy")),
        )

    # -- building ---------------------------------------------------------------------------

    def _build_tools(self) -> None:
        self.stages = Segments(
            (
                ("plot", self.tr("plot"), self.tr("Curves over the steps")),
                ("table", self.tr("table"), self.tr("Every step in a row")),
                ("results", self.tr("results"), self.tr("What came out, and what was rounded")),
            ),
            self.tr("How the run is shown"),
        )
        self.views = Segments(
            (
                ("value", self.tr("value"), self.tr("The weights themselves")),
                ("error", self.tr("error"), self.tr("The weights minus the exact sum")),
                ("ulps", self.tr("in ulps"), self.tr("The error in ulps of each weight")),
            ),
            self.tr("What the curves show"),
        )
        self.more = QToolButton()
        self.more.setText(self.tr("more"))
        self.more.setToolTip(self.tr("Axes, curves, runs for comparison"))
        self.more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.menu = PlotMenu(self)
        self.more.setMenu(self.menu)
        self.tools = (self.apart_mark(), self.stages, self.more, self.views)
        self.offers = (self.table, self.results)

    def _lay_out(self) -> None:
        self._canvas = QVBoxLayout()
        plot = QWidget()
        plot.setLayout(self._canvas)
        self._canvas.setContentsMargins(0, 0, 0, 0)
        self._canvas.setSpacing(0)
        self._canvas.addWidget(self.histogram, 2)
        self._stack = QStackedWidget()
        self._stage_area = QWidget()  # a stack would hide what lies over its pages
        area = QVBoxLayout(self._stage_area)
        area.setContentsMargins(0, 0, 0, 0)
        area.addWidget(self._stack)
        for stage in (plot, self.table, self.results):
            self._stack.addWidget(stage)
        self.waiting = ProgressStrip(self.theme)
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addWidget(self.waiting)
        right.addWidget(self._stage_area, 1)
        self._line = QFrame()
        self._line.setFixedWidth(1)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.form, 100)  # what is beyond its widest is for the rest
        layout.addWidget(self._line)
        layout.addLayout(right, 1)

    def _connect(self) -> None:
        self.views.chosen.connect(self.show_view)
        self.stages.chosen.connect(self.show_stage)
        self.table.step_picked.connect(self._pick_row)
        self.menu.aboutToShow.connect(self.fill_menu)
        self.menu.fit_wanted.connect(self._fit)
        self.menu.view_chosen.connect(self.show_view)
        self.menu.log_steps_wanted.connect(self.set_log_steps)
        self.menu.log_values_wanted.connect(self.set_log_values)
        self.menu.curve_wanted.connect(self.show_curve)
        self.menu.keep_wanted.connect(self.keep_run)
        self.menu.drop_wanted.connect(self.runs.drop_kept)
        self.waiting.cancelled.connect(self.runs.cancel)
        self.runs.changed.connect(self._follow)

    def build_late(self) -> None:
        from fpviz.widgets.run_plot.plot import RunPlot  # noqa: PLC0415 - pyqtgraph is slow to load

        self.form.build()
        plot = RunPlot(self.theme)
        plot.setAccessibleName(self.tr("Plot of the run"))
        plot.point_picked.connect(self._pick)
        plot.step_moved.connect(self.runs.look_at)
        plot.step_hovered.connect(self._hovered)
        self._canvas.addWidget(plot, 3)
        self.plot = plot
        self._begin_run(self.runs.run)
        self.renew()
        self.show_old(self.runs.doubt)

    # -- what is shown ----------------------------------------------------------------------

    def content(self) -> QWidget:
        return self._stage_area

    def _follow(self, change: Change) -> None:
        if change & Change.DOUBT:
            self.show_old(self.runs.doubt)
        if change & Change.PROGRESS:
            self.waiting.show_share(self.runs.progress)
        if self.plot is None:
            return
        if change & Change.RUN:
            self._fresh.clear()
            self._part = self._part if self._part_is_to_come else None
            self._begin_run(self.runs.run)
        if change & Change.KEPT:
            self._fresh.discard("plot")
        if self._wanted is not None and change & _OUTCOME:
            self._restore(self._wanted)
        if change & (Change.LESSON | Change.KEPT):
            self.renew()

    def _begin_run(self, run: Run) -> None:
        """Take what of the panel follows from a run, on whatever stage it is shown."""
        self._part_is_to_come = False
        if run.experiment != self._named:
            self._take_axes(run)
        summary = said(self.runs.experiment.summary)
        rounded = told(*(said(step.text) for step in run.rounding_steps))
        self.set_caption(self.tr("{0} · {1}").format(summary, rounded))

    def _take_axes(self, run: Run) -> None:
        """Begin an experiment with the axes that it asks for, and every curve shown."""
        self._named = run.experiment
        measured = run.reference is not None
        self._shown = Shown(
            self._shown.view if measured else RunView.VALUE,
            log_steps=run.domain.log,
            log_values=run.quantity.log,
        )
        for view in (RunView.ERROR, RunView.ULPS):
            self.views.button(view.value).setEnabled(measured)
        self.views.show_choice(self._shown.view.value)

    def present(self) -> None:
        """Show the run on the stage that is seen, if it is not there, and the step on it."""
        if self.plot is None:
            return
        run, step = self.runs.run, self.runs.step
        is_fresh = self._stage in self._fresh
        self._fresh.add(self._stage)
        match self._stage:
            case "plot":
                if not is_fresh:
                    self._show_run(self.plot, run)
                self._show_step(self.plot, step)
            case "table":
                if not is_fresh:
                    self.table.show_curves(run.curves, run.domain)
                self.table.show_step(step)
            case "results":
                if not is_fresh:
                    self.results.show_run(run, self.runs.experiment.description)

    def _show_run(self, plot: RunPlot, run: Run) -> None:
        plot.show_data(self.plot_data(), fit=True)
        self.histogram.show_histogram(run.histogram)
        if self._part is not None:
            plot.show_part(self._part)
            self._part = self._part if self._part_is_to_come else None

    def _show_step(self, plot: RunPlot, step: int) -> None:
        plot.show_step(step, self.runs.curve)
        named = (curve for curve in plot.data.curves if not curve.faint)
        plot.setAccessibleDescription(
            told(*(f"{curve.label}: {curve.note(step)}" for curve in named))
        )

    def plot_data(self) -> PlotData:
        """The present run, with the runs kept beside it, as the plot wants it."""
        runs = [("", self.runs.run), *((kept.name, kept.run) for kept in self.runs.kept)]
        return plot_data(runs, self._shown)

    def set_theme(self, theme: Theme) -> None:
        super().set_theme(theme)
        views = (self.form, self.table, self.results, self.histogram, self.waiting)
        for view in views:
            view.set_theme(theme)
        self._line.setStyleSheet(f"background: {theme.line}")
        if self.plot is not None:
            self.plot.set_theme(theme)

    def become_figure(self) -> None:
        self.form.hide()
        self._line.hide()
        self.table.become_figure()
        if self.plot is not None:
            self.plot.become_figure()
        self.results.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def figure_caption(self) -> str:
        return said(self.runs.experiment.summary)

    def figure_width(self) -> int:
        return {"table": self.table.figure_width(), "results": 460}.get(self._stage, 720)

    def figure_room(self, width: int) -> Room:
        match self._stage:
            case "table":
                return Room(self.table.figure_width(), *self.table.figure_heights())
            case "results":
                height = self.results.height_at(width)
                return Room(300, height, height)
        more = 0 if self.histogram.isHidden() else self.histogram.sizeHint().height()
        return Room(380, 180 + more, round(min(max(0.45 * width, 220), 460)) + more)

    # -- gestures ---------------------------------------------------------------------------

    def show_view(self, view: str) -> None:
        """Show values, errors, or errors in ulps: a value of ``RunView``."""
        self.views.show_choice(view)
        self._take(view=RunView(view))

    def show_stage(self, stage: str) -> None:
        """Show the plot, the table or the results."""
        self._stage = stage
        self.stages.show_choice(stage)
        self._stack.setCurrentIndex(STAGES.index(stage))
        self.views.setEnabled(stage == "plot")
        self.renew()

    def fill_menu(self) -> None:
        """Offer in the menu what can be done with the plot."""
        run = self.runs.run
        measured = run.reference is not None
        self.menu.fill(self._shown, run.curves, measured=measured, kept=bool(self.runs.kept))
        self.menu.keep.setEnabled(self.runs.is_current)

    def set_log_steps(self, on: bool) -> None:
        """Lay the steps out by their logarithm, or evenly."""
        self._take(log_steps=on)

    def set_log_values(self, on: bool) -> None:
        """Lay positive values out by their logarithm, or evenly."""
        self._take(log_values=on)

    def show_curve(self, name: str, on: bool) -> None:
        """Show a curve, or hide it."""
        hidden = self._shown.hidden
        self._shown = replace(self._shown, hidden=hidden - {name} if on else hidden | {name})
        if self.plot is not None and "plot" in self._fresh:
            self.plot.show_data(self.plot_data(), fit=False)
            self._show_step(self.plot, self.runs.step)

    def _take(self, **changes: Any) -> None:  # noqa: ANN401 - fields of Shown
        self._shown = replace(self._shown, **changes)
        self._fresh.discard("plot")
        self.renew()

    def keep_run(self) -> None:
        """Keep the present run in the plot, named by what differs from the defaults."""
        values = self.document.setup.values
        name = ", ".join(f"{key} {value}" for key, value in values.items())
        self.runs.keep(KeptRun(name or self.tr("defaults"), self.runs.run))

    def _fit(self) -> None:
        if self.plot is not None:
            self.plot.fit()

    def _pick(self, key: str, step: int) -> None:
        known = {curve.name for curve in self.runs.run.curves}
        if key in known:
            self._look_at(step, key)
            self.status_changed.emit(said(self.runs.lesson.text))

    def _pick_row(self, step: int, curve: str) -> None:
        if curve:
            self._look_at(step, curve)
        else:
            self.runs.look_at(step)
        self.status_changed.emit(said(self.runs.lesson.text))

    def _look_at(self, step: int, curve: str) -> None:
        """Look at a number, and make it the source, unless it is of an old run."""
        look = self.runs.pick if self.runs.is_current else self.runs.look_at
        look(step, curve)

    def _hovered(self, step: int) -> None:
        if step < 0:
            self.status_changed.emit("")
            return
        run = self.runs.run
        curves = [curve for curve in run.curves if not curve.faint]
        numbers = told_apart([curve.number(step) for curve in curves])
        values = [
            f"{said(curve.label)} {number}" for curve, number in zip(curves, numbers, strict=True)
        ]
        name = run.domain.number(step)
        self.status_changed.emit(
            self.tr("{0} {1}: {2}").format(said(run.domain.counts), name, " · ".join(values))
        )

    # -- scenes -----------------------------------------------------------------------------

    @classmethod
    def tell_session(cls, session: Session, view: PanelView) -> None:
        assert isinstance(view, ViewOfUpdates)
        step = session.runs.step if view.step is None else view.step
        session.runs.look_at(step, view.curve)

    def view(self) -> ViewOfUpdates:
        outline, look = self.runs.sound_setup.outline, self.runs.look
        is_there = "plot" in self._fresh and not self.runs.is_busy
        part = self.plot.part if self.plot is not None and is_there else self._part
        view = ViewOfUpdates(
            shows=(self._shown.view if outline.measured else RunView.VALUE).value,
            stage=self._stage,
            log_steps=self._shown.log_steps,
            log_values=self._shown.log_values,
            hidden=self._shown.hidden.intersection(outline.curves),
            step=look.step,
            curve=look.curve,
            window=part or (),
        )
        return view if self._wanted is None else self._wanted.over(view)

    def restore_view(self, view: PanelView) -> None:
        assert isinstance(view, ViewOfUpdates)
        self.tell_session(self.session, view)
        if self.plot is not None and self.runs.is_busy:
            self._wanted = replace(view, step=None, curve=None)  # of a run that is about to come
        else:
            self._restore(view)

    def _restore(self, view: ViewOfUpdates) -> None:
        self._wanted = None
        if view.stage is not None:
            self.show_stage(view.stage)
        if view.shows is not None:
            self.views.show_choice(view.shows)
        self._named = self.document.setup.name
        if view.window:
            left, right, low, high = map(float, view.window)
            self._part = (left, right, low, high)
        else:
            self._part = None
        self._part_is_to_come = self.runs.is_busy
        shown = self._shown
        self._take(
            view=shown.view if view.shows is None else RunView(view.shows),
            log_steps=shown.log_steps if view.log_steps is None else view.log_steps,
            log_values=shown.log_values if view.log_values is None else view.log_values,
            hidden=shown.hidden if view.hidden is None else view.hidden,
        )
