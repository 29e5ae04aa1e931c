"""The panel "Repeated updates": an experiment's form and its run as plot, table and results."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
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
from fpviz.panels.updates.stages import RunStages
from fpviz.widgets.frame.segments import Segments
from fpviz.widgets.look.theme import Theme
from fpviz.widgets.run.progress_strip import ProgressStrip
from fpviz.widgets.run_plot.data_of_run import RunView, Shown
from fpviz.widgets.run_plot.menu import PlotMenu
from fpviz.widgets.translated import said, told

if TYPE_CHECKING:  # pyqtgraph is loaded after the first paint
    from fpviz.widgets.run_plot.plot import RunPlot

_OUTCOME = Change.RUN | Change.ERROR | Change.DOUBT | Change.PROGRESS
"""What shows how it stands with a run that was begun."""


class UpdatesPanel(Panel):
    """Parameters on the left; on the right the run, as plot, as table or as results."""

    ID = "updates"

    def __init__(self, session: Session, theme: Theme) -> None:
        super().__init__(session, theme)
        self.runs = session.runs
        self._wanted: ViewOfUpdates | None = None
        self._named = ""
        self.form = RunForm(session, theme)
        self.right = RunStages(session.runs, theme)
        self.histogram, self.table = self.right.histogram, self.right.table
        self.results = self.right.results
        self._build_tools()
        self._lay_out()
        self._connect()
        self.views.show_choice(self.right.shown.view.value)
        self.stages.show_choice(self.right.stage)
        self.set_theme(theme)

    @property
    def plot(self) -> RunPlot | None:
        """The plot, once it is built."""
        return self.right.plot

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
        self.waiting = ProgressStrip(self.theme)
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(self.waiting)
        column.addWidget(self.right, 1)
        self._line = QFrame()
        self._line.setFixedWidth(1)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.form, 100)  # what is beyond its widest is for the rest
        layout.addWidget(self._line)
        layout.addLayout(column, 1)

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
        plot.part_changed.connect(self.view_changed)
        self.right.add_plot(plot)
        self._begin_run(self.runs.run)
        self.renew()
        self.show_old(self.runs.doubt)

    # -- what is shown ----------------------------------------------------------------------

    def content(self) -> QWidget:
        return self.right

    def _follow(self, change: Change) -> None:
        if change & Change.DOUBT:
            self.show_old(self.runs.doubt)
        if change & Change.PROGRESS:
            self.waiting.show_share(self.runs.progress)
        if self.plot is None:
            return
        if change & Change.RUN:
            self.right.begin_run()
            self._begin_run(self.runs.run)
        if change & Change.KEPT:
            self.right.begin_plot()
        if self._wanted is not None and change & _OUTCOME:
            self._restore(self._wanted)
        if change & (Change.LESSON | Change.KEPT):
            self.renew()

    def _begin_run(self, run: Run) -> None:
        """Take what of the panel follows from a run, on whatever stage it is shown."""
        if run.experiment != self._named:
            self._take_axes(run)
        summary = said(self.runs.experiment.summary)
        rounded = told(*(said(step.text) for step in run.rounding_steps))
        self.set_caption(self.tr("{0} · {1}").format(summary, rounded))

    def _take_axes(self, run: Run) -> None:
        """Begin an experiment with the axes that it asks for, and every curve shown."""
        self._named = run.experiment
        measured = run.reference is not None
        self.right.shown = Shown(
            self.right.shown.view if measured else RunView.VALUE,
            log_steps=run.domain.log,
            log_values=run.quantity.log,
        )
        for view in (RunView.ERROR, RunView.ULPS):
            self.views.button(view.value).setEnabled(measured)
        self.views.show_choice(self.right.shown.view.value)

    def present(self) -> None:
        if self.plot is not None:  # or nothing is there to show it
            self.right.present()

    def set_theme(self, theme: Theme) -> None:
        super().set_theme(theme)
        for view in (self.form, self.right, self.waiting):
            view.set_theme(theme)
        self._line.setStyleSheet(f"background: {theme.line}")

    def become_figure(self) -> None:
        self.form.hide()
        self._line.hide()
        self.right.become_figure()

    def figure_caption(self) -> str:
        return said(self.runs.experiment.summary)

    def figure_width(self) -> int:
        return self.right.figure_width()

    def figure_room(self, width: int) -> Room:
        return self.right.figure_room(width)

    # -- gestures ---------------------------------------------------------------------------

    def show_view(self, view: str) -> None:
        """Show values, errors, or errors in ulps: a value of ``RunView``."""
        self.views.show_choice(view)
        self._take(view=RunView(view))

    def show_stage(self, stage: str) -> None:
        """Show the plot, the table or the results."""
        self.right.turn_to(stage)
        self.stages.show_choice(stage)
        self.views.setEnabled(stage == "plot")
        self.renew()
        self.view_changed.emit()

    def fill_menu(self) -> None:
        """Offer in the menu what can be done with the plot."""
        run = self.runs.run
        measured = run.reference is not None
        self.menu.fill(self.right.shown, run.curves, measured=measured, kept=bool(self.runs.kept))
        self.menu.keep.setEnabled(self.runs.is_current)

    def set_log_steps(self, on: bool) -> None:
        """Lay the steps out by their logarithm, or evenly."""
        self._take(log_steps=on)

    def set_log_values(self, on: bool) -> None:
        """Lay positive values out by their logarithm, or evenly."""
        self._take(log_values=on)

    def show_curve(self, name: str, on: bool) -> None:
        """Show a curve, or hide it."""
        others = self.right.shown.hidden - {name}
        self.right.shown = replace(self.right.shown, hidden=others if on else others | {name})
        self.right.draw_again()
        self.view_changed.emit()

    def _take(self, **changes: Any) -> None:  # noqa: ANN401 - fields of Shown
        self.right.shown = replace(self.right.shown, **changes)
        self.right.begin_plot()
        self.renew()
        self.view_changed.emit()

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
        view = ViewOfUpdates(
            shows=(self.right.shown.view if outline.measured else RunView.VALUE).value,
            stage=self.right.stage,
            log_steps=self.right.shown.log_steps,
            log_values=self.right.shown.log_values,
            hidden=self.right.shown.hidden.intersection(outline.curves),
            step=look.step,
            curve=look.curve,
            window=self.right.part or (),
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
            self.right.wanted_part = (left, right, low, high)
        else:
            self.right.wanted_part = None
        self.right.waits_for_run = self.runs.is_busy
        shown = self.right.shown
        self._take(
            view=shown.view if view.shows is None else RunView(view.shows),
            log_steps=shown.log_steps if view.log_steps is None else view.log_steps,
            log_values=shown.log_values if view.log_values is None else view.log_values,
            hidden=shown.hidden if view.hidden is None else view.hidden,
        )
