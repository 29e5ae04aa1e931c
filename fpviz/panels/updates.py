"""The panel "Repeated updates": an experiment's form and the plot of its run."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from fractions import Fraction
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from fpviz.core.numbers import Finite
from fpviz.core.text import scientific
from fpviz.experiments import EXPERIMENTS
from fpviz.experiments.experiment import Curve, Run, brief
from fpviz.model.scene import Setup
from fpviz.model.session import Session
from fpviz.panels.panel import Panel
from fpviz.widgets.panel_frame import Segments
from fpviz.widgets.parameter_form import ParameterForm
from fpviz.widgets.run_plot.sampling import PlotCurve
from fpviz.widgets.style import word_font
from fpviz.widgets.theme import Theme

if TYPE_CHECKING:
    from fpviz.widgets.run_plot.plot import RunPlot

VIEWS = ("value", "error", "ulps")


class UpdatesPanel(Panel):
    """Parameters on the left, curves on the right."""

    ID = "updates"

    def __init__(self, session: Session, theme: Theme) -> None:
        super().__init__(session, theme)
        self.runs = session.runs
        self.plot: RunPlot | None = None
        self._view = "value"
        self.form = ParameterForm(theme)
        self.form.setFixedWidth(round(self.fontMetrics().horizontalAdvance("0") * 25))
        self.experiment = QComboBox()
        self.views = Segments(
            (
                ("value", self.tr("value"), self.tr("The weights themselves")),
                ("error", self.tr("error"), self.tr("The weights minus the exact sum")),
                ("ulps", self.tr("in ulps"), self.tr("The error in ulps of each weight")),
            ),
            self.tr("What the curves show"),
        )
        self.fit_button = QToolButton()
        self.fit_button.setText(self.tr("fit"))
        self.fit_button.setToolTip(self.tr("Show all steps (or double click the plot)"))
        self.tools = (self.views, self.fit_button)
        self._lay_out()
        self._build_form()
        self.form.edited.connect(self.document.set_parameter)
        self.views.chosen.connect(self.show_view)
        self.fit_button.clicked.connect(self._fit)
        self.document.setup_changed.connect(self._show_setup)
        self.runs.failed.connect(self.form.complain)
        self.views.show_choice(self._view)

    @property
    def title(self) -> str:
        return self.tr("Repeated updates")

    # -- building ---------------------------------------------------------------------------

    def _lay_out(self) -> None:
        self._stage = QVBoxLayout()
        self._stage.setContentsMargins(0, 0, 0, 0)
        self._line = QFrame()
        self._line.setFixedWidth(1)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.form)
        layout.addWidget(self._line)
        layout.addLayout(self._stage, 1)

    def _build_form(self) -> None:
        head = QWidget()
        layout = QVBoxLayout(head)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        label = QLabel(self.tr("Experiment"))
        label.setFont(word_font(self.font(), 0.9))
        self.experiment = QComboBox()
        self.experiment.setAccessibleName(self.tr("Experiment"))
        for experiment in EXPERIMENTS:
            self.experiment.addItem(experiment.title, experiment.name)
        self.experiment.setCurrentIndex(self.experiment.findData(self.document.setup.name))
        self.experiment.setToolTip(self.runs.experiment.summary)
        self.experiment.activated.connect(self._choose)
        layout.addWidget(label)
        layout.addWidget(self.experiment)
        self.form.show_parameters(self.runs.experiment.parameters, head)
        self.form.show_values(self.document.setup.values)
        self.form.complain(self.runs.error)

    def build_late(self) -> None:
        from fpviz.widgets.run_plot.plot import RunPlot  # noqa: PLC0415 - pyqtgraph is slow to load

        plot = RunPlot(self.theme)
        plot.setAccessibleName(self.tr("Plot of the run"))
        plot.point_picked.connect(self._pick)
        plot.step_moved.connect(self.runs.look_at)
        plot.step_hovered.connect(self._hovered)
        self._stage.addWidget(plot)
        self.plot = plot
        self._show_run(self.runs.run, fit=True)
        self._show_step()
        self.runs.run_changed.connect(self._run_changed)
        self.runs.step_changed.connect(self._show_step)
        self._caption()

    # -- what is shown ----------------------------------------------------------------------

    def _show_setup(self, setup: Setup) -> None:
        if setup.name != self.experiment.currentData():
            self._build_form()
        self.form.show_values(setup.values)

    def _run_changed(self, run: Run) -> None:
        self._show_run(run, fit=True)
        self._caption()

    def _show_run(self, run: Run, *, fit: bool) -> None:
        if self.plot is None:
            return
        curves = [
            self._plot_curve(run, curve, colour)
            for colour, curve in enumerate(run.curves)
            if self._view != "ulps" or curve.format is not None
        ]
        self.plot.show_curves(curves, run.steps, fit=fit)
        self.plot.setAccessibleDescription(
            "; ".join(f"{curve.label}: {curve.note}" for curve in curves)
        )

    def _plot_curve(self, run: Run, curve: Curve, colour: int) -> PlotCurve:
        return PlotCurve(
            key=curve.name,
            label=curve.label,
            note=self._end_note(run, curve),
            colour=colour,
            at=self._values(run, curve),
            bends=curve.breakpoints,
            dashed=curve.format is None,
        )

    def _values(self, run: Run, curve: Curve) -> Callable[[int], Fraction | None]:
        match self._view:
            case "error":
                return lambda t: run.error(curve.name, t)
            case "ulps":
                return lambda t: run.error_in_ulps(curve.name, t)
            case _:
                return lambda t: _finite(curve, t)

    def _end_note(self, run: Run, curve: Curve) -> str:
        """What a curve comes to at the last step."""
        if self._view == "value":
            return brief(curve.number(run.steps))
        value = self._values(run, curve)(run.steps)
        unit = self.tr(" ulp") if self._view == "ulps" else ""
        return "–" if value is None else f"{scientific(value, 6)}{unit}"

    def _show_step(self) -> None:
        if self.plot is not None:
            self.plot.show_step(self.runs.step)

    def _caption(self) -> None:
        run = self.runs.run
        self.caption_changed.emit(
            self.tr("w ← w + g, {0} times · rounded: {1}").format(
                run.steps, "; ".join(step.text for step in run.rounding_steps)
            )
        )

    def set_theme(self, theme: Theme) -> None:
        super().set_theme(theme)
        self.form.set_theme(theme)
        self._line.setStyleSheet(f"background: {theme.line}")
        if self.plot is not None:
            self.plot.set_theme(theme)

    # -- gestures ---------------------------------------------------------------------------

    def show_view(self, view: str) -> None:
        """Show values, errors, or errors in ulps."""
        self._view = view
        self.views.show_choice(view)
        self._show_run(self.runs.run, fit=True)

    def _choose(self) -> None:
        self.document.set_setup(Setup(self.experiment.currentData()))

    def _fit(self) -> None:
        if self.plot is not None:
            self.plot.fit()

    def _pick(self, curve: str, step: int) -> None:
        self.runs.look_at(step, curve)
        self.runs.make_source()

    def _hovered(self, step: int) -> None:
        if step < 0:
            self.status_changed.emit("")
            return
        run = self.runs.run
        values = [f"{curve.label} {brief(curve.number(step))}" for curve in run.curves]
        self.status_changed.emit(self.tr("step {0}: {1}").format(step, " · ".join(values)))

    def view(self) -> dict[str, Any]:
        return {"shows": self._view, "step": str(self.runs.step), "curve": self.runs.curve}

    def restore_view(self, view: Mapping[str, Any]) -> None:
        if view.get("shows") in VIEWS:
            self.show_view(view["shows"])
        step, curve = view.get("step"), view.get("curve")
        known = {each.name for each in self.runs.run.curves}
        if isinstance(step, str) and step.isascii() and step.isdecimal() and len(step) < 18:
            self.runs.look_at(int(step), curve if curve in known else None)


def _finite(curve: Curve, t: int) -> Fraction | None:
    number = curve.number(t)
    return number.value if isinstance(number, Finite) else None
