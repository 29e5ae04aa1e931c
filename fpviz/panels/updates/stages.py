"""The stage side of the panel "Repeated updates": the run as plot, as table or as results."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from fpviz.model.runs import Runs
from fpviz.panels.panel import Room
from fpviz.widgets.look.theme import Theme
from fpviz.widgets.run.histogram_view import HistogramView
from fpviz.widgets.run.readouts_view import ReadoutsView
from fpviz.widgets.run_plot.data import Part, PlotData
from fpviz.widgets.run_plot.data_of_run import Shown, plot_data
from fpviz.widgets.step_table.table import StepTable
from fpviz.widgets.translated import told

if TYPE_CHECKING:  # pyqtgraph is loaded after the first paint
    from fpviz.widgets.run_plot.plot import RunPlot

STAGES = ("plot", "table", "results")


class RunStages(QWidget):
    """The stages of a run, of which one is seen at a time; each takes the run when it is.

    ``shown`` is what the plot shows. ``wanted_part`` is the part of it that a scene asks for; it
    waits for the plot, and, where ``waits_for_run`` says so, for the run that is under way.
    """

    def __init__(self, runs: Runs, theme: Theme) -> None:
        super().__init__()
        self._runs = runs
        self.plot: RunPlot | None = None
        self.stage = "plot"
        self.shown = Shown()
        self.wanted_part: Part | None = None
        self.waits_for_run = False
        self._fresh: set[str] = set()
        self.histogram = HistogramView(theme)
        self.table = StepTable(theme)
        self.results = ReadoutsView(theme)
        self._stack = QStackedWidget()  # which would hide what lies over its pages
        self._canvas = QVBoxLayout()
        plot = QWidget()
        plot.setLayout(self._canvas)
        self._canvas.setContentsMargins(0, 0, 0, 0)
        self._canvas.setSpacing(0)
        self._canvas.addWidget(self.histogram, 2)
        for stage in (plot, self.table, self.results):
            self._stack.addWidget(stage)
        area = QVBoxLayout(self)
        area.setContentsMargins(0, 0, 0, 0)
        area.addWidget(self._stack)

    def add_plot(self, plot: RunPlot) -> None:
        """Take the plot, which is built late."""
        self._canvas.addWidget(plot, 3)
        self.plot = plot

    def turn_to(self, stage: str) -> None:
        """Bring a stage to the front."""
        self.stage = stage
        self._stack.setCurrentIndex(STAGES.index(stage))

    # -- what is shown ----------------------------------------------------------------------

    def begin_run(self) -> None:
        """No stage shows the run that there is now."""
        self._fresh.clear()
        if not self.waits_for_run:
            self.wanted_part = None
        self.waits_for_run = False

    def begin_plot(self) -> None:
        """The plot does not show what it is to show now."""
        self._fresh.discard("plot")

    def present(self) -> None:
        """Show the run on the stage that is seen, if it is not there, and the step on it."""
        run, step, is_fresh = self._runs.run, self._runs.step, self.stage in self._fresh
        self._fresh.add(self.stage)
        match self.stage:
            case "plot" if self.plot is not None:
                if not is_fresh:
                    self._show_run_in(self.plot)
                self._show_step_in(self.plot)
            case "table":
                if not is_fresh:
                    self.table.show_curves(run.curves, run.domain)
                self.table.show_step(step)
            case "results" if not is_fresh:
                self.results.show_run(run, self._runs.experiment.description)

    def draw_again(self) -> None:
        """Show other curves in the same part of the plot, if it is seen."""
        if self.plot is not None and "plot" in self._fresh:
            self.plot.show_data(self.plot_data(), fit=False)
            self._show_step_in(self.plot)

    def _show_run_in(self, plot: RunPlot) -> None:
        plot.show_data(self.plot_data(), fit=True)
        self.histogram.show_histogram(self._runs.run.histogram)
        if self.wanted_part is not None:
            plot.show_part(self.wanted_part)
            self.wanted_part = self.wanted_part if self.waits_for_run else None

    def _show_step_in(self, plot: RunPlot) -> None:
        step = self._runs.step
        plot.show_step(step, self._runs.curve)
        named = (curve for curve in plot.data.curves if not curve.faint)
        plot.setAccessibleDescription(
            told(*(f"{curve.label}: {curve.note(step)}" for curve in named))
        )

    def plot_data(self) -> PlotData:
        """The present run, with the runs kept beside it, as the plot wants it."""
        runs = [("", self._runs.run), *((kept.name, kept.run) for kept in self._runs.kept)]
        return plot_data(runs, self.shown)

    @property
    def part(self) -> Part | None:
        """The part of the setup's run that is in view, or will be; ``None`` for all of it."""
        is_there = "plot" in self._fresh and not self._runs.is_busy
        return self.plot.part if self.plot is not None and is_there else self.wanted_part

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        for view in (self.table, self.results, self.histogram):
            view.set_theme(theme)
        if self.plot is not None:
            self.plot.set_theme(theme)

    # -- as a figure ------------------------------------------------------------------------

    def become_figure(self) -> None:
        """From now on show only what a picture shows."""
        self.table.become_figure()
        if self.plot is not None:
            self.plot.become_figure()
        self.results.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def figure_width(self) -> int:
        """The width at which the stage looks best."""
        return {"table": self.table.grid.figure_width(), "results": 460}.get(self.stage, 720)

    def figure_room(self, width: int) -> Room:
        """The room that the stage takes at a width."""
        match self.stage:
            case "table":
                return Room(self.table.grid.figure_width(), *self.table.grid.figure_heights())
            case "results":
                height = self.results.height_at(width)
                return Room(300, height, height)
        more = 0 if self.histogram.isHidden() else self.histogram.sizeHint().height()
        return Room(380, 180 + more, round(min(max(0.45 * width, 220), 460)) + more)
