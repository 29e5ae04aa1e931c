"""From runs to what a plot shows of them: pure functions."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import Enum
from fractions import Fraction

from PySide6.QtCore import QCoreApplication

from fpviz.core.numbers import Finite
from fpviz.core.text import scientific
from fpviz.experiments.engine.curves import Curve
from fpviz.experiments.engine.number_text import told_apart
from fpviz.experiments.engine.run import Run
from fpviz.widgets.look.theme import CurveLook, looks
from fpviz.widgets.run_plot.data import PlotBand, PlotCurve, PlotData, PlotMark
from fpviz.widgets.translated import said

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
    every = [(f"{name}: " if name else "", each, c) for name, each in runs for c in each.curves]
    styled = _styled(every)
    curves = [
        _curve(each, curve, prefix, styled[prefix, curve.name], shown.view)
        for prefix, each, curve in every
        if (shown.view is not RunView.ULPS or curve.format is not None)
        and curve.name not in shown.hidden
    ]
    names = {RunView.ERROR: _tr("error"), RunView.ULPS: _tr("error in ulps")}
    marks = [mark for mark in run.marks if plain or mark.value is None]
    return PlotData(
        curves=tuple(curves),
        domain=replace(run.domain, last=run.domain.number(max(r.domain.steps for _, r in runs))),
        bands=tuple(_bands(run, styled)) if plain else (),
        marks=tuple(PlotMark(mark.name, said(mark.label), mark.step, mark.value) for mark in marks),
        log_steps=shown.log_steps,
        log_values=shown.log_values and plain,
        value_name=names.get(shown.view, said(run.quantity.name)),
    )


def _tr(text: str) -> str:
    return QCoreApplication.translate("RunPlot", text)


def _styled(every: Sequence[tuple[str, Run, Curve]]) -> dict[tuple[str, str], CurveLook]:
    """The looks of curves by their run's name and their own; faint ones need not be told apart."""
    told = {(prefix, c.name): c.shows for prefix, _, c in every if not c.faint}
    faint = {(prefix, c.name): CurveLook(c.shows) for prefix, _, c in every if c.faint}
    return faint | dict(zip(told, looks(list(told.values())), strict=True))


def _curve(run: Run, curve: Curve, prefix: str, look: CurveLook, view: RunView) -> PlotCurve:
    values = _values(run, curve, view)
    return PlotCurve(
        key=f"{prefix}{curve.name}",
        label=f"{prefix}{said(curve.label)}",
        note=lambda t: _note(run, curve, view, t),
        look=look,
        at=lambda t: values(t) if t <= run.domain.steps else None,
        bends=curve.breakpoints,
        faint=curve.faint,
        about=said(curve.description),
    )


def _bands(run: Run, styled: Mapping[tuple[str, str], CurveLook]) -> list[PlotBand]:
    """The bands of a run, whose edges look as its curves of those names."""

    def edge(curve: Curve, key: str) -> PlotCurve:
        look = styled.get(("", curve.name), CurveLook(curve.shows))
        return _curve(run, curve, key, look, RunView.VALUE)

    return [
        PlotBand(
            said(band.label),
            edge(band.low, f"{band.name} low "),
            edge(band.high, f"{band.name} high "),
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


def _note(run: Run, curve: Curve, view: RunView, t: int) -> str:
    """What a curve comes to at step ``t``, if it goes so far."""
    if t > run.domain.steps:
        return "–"
    match view:
        case RunView.VALUE:
            return _apart_from_the_others(run, curve, t)
        case RunView.ERROR:
            return _short(run.error(curve.name, t), "{0}")
        case RunView.ULPS:
            return _short(run.error_in_ulps(curve.name, t), _tr("{0} ulp"))


def _apart_from_the_others(run: Run, curve: Curve, t: int) -> str:
    """A curve's number with as many digits as tell it from those of the others."""
    here = {curve.name: curve.number(t)}
    if not curve.faint:
        here |= {each.name: each.number(t) for each in run.curves if not each.faint}
    return told_apart(list(here.values()))[list(here).index(curve.name)]


def _short(value: Fraction | None, text: str) -> str:
    return "–" if value is None else text.format(scientific(value, 6))
