"""What can be done with the plot of a run, as a menu."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from fpviz.experiments.engine.curves import Curve
from fpviz.widgets.run_plot.data_of_run import RunView, Shown
from fpviz.widgets.translated import said


class PlotMenu(QMenu):
    """Fit, axes, curves, and runs kept for comparison.

    Signals:
        fit_wanted(): all of the run should be in view.
        view_chosen(str): a value of ``RunView``.
        log_steps_wanted(bool), log_values_wanted(bool): how an axis is to be laid out.
        curve_wanted(str, bool): a curve, by its name, is to be shown or hidden.
        keep_wanted(), drop_wanted(): the run is to stay for comparison; all kept are to go.
    """

    fit_wanted = Signal()
    view_chosen = Signal(str)
    log_steps_wanted = Signal(bool)
    log_values_wanted = Signal(bool)
    curve_wanted = Signal(str, bool)
    keep_wanted = Signal()
    drop_wanted = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._views = QActionGroup(self)
        self.setToolTipsVisible(True)

    def fill(self, shown: Shown, curves: Sequence[Curve], *, measured: bool, kept: bool) -> None:
        """Offer what there is: curves, errors if there is something to measure them against,
        and to drop the runs that are kept."""
        self.clear()
        self.addAction(self.tr("Fit (double click)")).triggered.connect(self.fit_wanted)
        self.addSeparator()
        for view, text in (
            (RunView.VALUE, self.tr("Show values")),
            (RunView.ERROR, self.tr("Show errors")),
            (RunView.ULPS, self.tr("Show errors in ulps")),
        ):
            action = self._checked(text, view is shown.view)
            action.setEnabled(measured or view is RunView.VALUE)
            self._views.addAction(action)
            action.triggered.connect(lambda _=False, view=view: self.view_chosen.emit(view.value))
        self.addSeparator()
        log_steps = self._checked(self.tr("Logarithmic steps"), shown.log_steps)
        log_steps.triggered.connect(self.log_steps_wanted)
        log_values = self._checked(self.tr("Logarithmic values"), shown.log_values)
        log_values.triggered.connect(self.log_values_wanted)
        self.addSeparator()
        for curve in curves:
            if not curve.faint:
                action = self._checked(said(curve.label), curve.name not in shown.hidden)
                action.setToolTip(said(curve.description))
                action.triggered.connect(
                    lambda on, name=curve.name: self.curve_wanted.emit(name, on)
                )
        self.addSeparator()
        self.keep = self.addAction(self.tr("Keep this run for comparison"))
        self.keep.triggered.connect(self.keep_wanted)
        drop = self.addAction(self.tr("Drop the runs kept"))
        drop.setEnabled(kept)
        drop.triggered.connect(self.drop_wanted)

    def _checked(self, text: str, on: bool) -> QAction:
        action = self.addAction(text)
        action.setCheckable(True)
        action.setChecked(on)
        return action
