"""From runs to what a plot shows of them: pure functions."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from enum import Enum
from fractions import Fraction

from PySide6.QtCore import QCoreApplication

from fpviz.core.numbers import Finite
from fpviz.core.text import scientific
from fpviz.experiments.experiment import Curve, Run, told_apart
from fpviz.widgets.run_plot.data import PlotBand, PlotCurve, PlotData, PlotMark
from fpviz.widgets.said import said

_Value = Callable[[int], Fraction | None]


class RunView(Enum):
    """What the curves show."""

    VALUE = "value"
    ERROR = "error"
    ULPS = "ulps"


@dataclass(frozen=True, slots=True)
class Shown:
    """How a run is looked at. ``hidden`` names the curves that are switched off."""

    view: RunView = RunView.VALUE
    hidden: frozenset[str] = frozenset()
    log_steps: bool = False
    log_values: bool = False


def plot_data(runs: Sequence[tuple[str, Run]], shown: Shown) -> PlotData:
    """Runs in one plot, each under a name; the first, whose name is empty, gives the axes."""
    run, plain = runs[0][1], shown.view is RunView.VALUE
    curves: list[PlotCurve] = []
    for name, each in runs:
        curves += _curves(each, f"{name}: " if name else "", len(curves), shown)
    names = {RunView.ERROR: _tr("error"), RunView.ULPS: _tr("error in ulps")}
    marks = [mark for mark in run.marks if plain or mark.value is None]
    return PlotData(
        curves=tuple(curves),
        last=max(each.steps for _, each in runs),
        bands=tuple(_bands(run)) if plain else (),
        marks=tuple(PlotMark(mark.name, said(mark.label), mark.step, mark.value) for mark in marks),
        log_steps=shown.log_steps,
        log_values=shown.log_values and plain,
        origin=run.horizontal.origin,
        step_name=said(run.horizontal.label),
        value_name=names.get(shown.view, said(run.vertical.label)),
    )


def _tr(text: str) -> str:
    return QCoreApplication.translate("RunPlot", text)


def _curves(run: Run, prefix: str, colour: int, shown: Shown) -> list[PlotCurve]:
    notes = _end_notes(run, shown.view)
    return [
        replace(_curve(run, curve, prefix, colour + place, shown.view), note=notes[place])
        for place, curve in enumerate(run.curves)
        if (shown.view is not RunView.ULPS or curve.format is not None)
        and curve.name not in shown.hidden
    ]


def _curve(run: Run, curve: Curve, prefix: str, colour: int, view: RunView) -> PlotCurve:
    values = _values(run, curve, view)
    return PlotCurve(
        key=f"{prefix}{curve.name}",
        label=f"{prefix}{said(curve.label)}",
        note="",
        colour=colour,
        at=lambda t: values(t) if t <= run.steps else None,
        bends=curve.breakpoints,
        dashed=bool(prefix) or (curve.format is None and run.reference is not None),
        faint=curve.faint,
    )


def _bands(run: Run) -> list[PlotBand]:
    """The bands of a run, in a colour of their own."""
    colour = len(run.curves)
    return [
        PlotBand(
            said(band.label),
            _curve(run, band.low, f"{band.name} low ", colour, RunView.VALUE),
            _curve(run, band.high, f"{band.name} high ", colour, RunView.VALUE),
        )
        for band in run.bands
    ]


def _values(run: Run, curve: Curve, view: RunView) -> _Value:
    match view:
        case RunView.ERROR:
            return lambda t: run.error(curve.name, t)
        case RunView.ULPS:
            return lambda t: run.error_in_ulps(curve.name, t)
        case RunView.VALUE:
            return lambda t: _finite(curve, t)


def _finite(curve: Curve, t: int) -> Fraction | None:
    number = curve.number(t)
    return number.value if isinstance(number, Finite) else None


def _end_notes(run: Run, view: RunView) -> list[str]:
    """What each curve comes to at the last step; values with the digits that tell them apart."""
    if view is RunView.VALUE:
        return told_apart([curve.number(run.steps) for curve in run.curves])
    return [_end_note(_values(run, curve, view)(run.steps), view) for curve in run.curves]


def _end_note(value: Fraction | None, view: RunView) -> str:
    if value is None:
        return "–"
    text = scientific(value, 6)
    return _tr("{0} ulp").format(text) if view is RunView.ULPS else text
