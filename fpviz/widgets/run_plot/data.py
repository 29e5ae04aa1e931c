"""What a plot shows, as frozen data: curves, bands, marks."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from fractions import Fraction

from fpviz.core.phrase import verbatim
from fpviz.experiments.engine.plot import Domain
from fpviz.widgets.look.theme import CurveLook


@dataclass(frozen=True, slots=True)
class PlotCurve:
    """A curve over steps 0, 1, 2, …

    ``at`` gives the exact value at a step, ``None`` where it is not finite. ``bends`` gives, for
    a first and a last step, the steps between them at which straight lines between points would
    otherwise go astray. ``label`` names the curve, ``note`` says what it comes to at a step,
    ``about`` what it is and who computes so.
    """

    key: str
    label: str
    note: Callable[[int], str]
    look: CurveLook
    at: Callable[[int], Fraction | None]
    bends: Callable[[int, int], Sequence[int]]
    faint: bool = False
    about: str = ""


@dataclass(frozen=True, slots=True)
class PlotBand:
    """The area between two curves."""

    label: str
    low: PlotCurve
    high: PlotCurve


@dataclass(frozen=True, slots=True)
class PlotMark:
    """Something that stands out, at a step or at a value; marks of one ``name`` look alike."""

    name: str
    label: str
    step: int | None = None
    value: Fraction | None = None


_NOTHING = Domain(verbatim(""), 1)


@dataclass(frozen=True, slots=True)
class PlotData:
    """Everything that a plot shows of a run."""

    curves: tuple[PlotCurve, ...] = ()
    domain: Domain = _NOTHING
    bands: tuple[PlotBand, ...] = ()
    marks: tuple[PlotMark, ...] = ()
    log_steps: bool = False
    log_values: bool = False
    value_name: str = ""


Part = tuple[float, float, float, float]
"""What of a plot is in view: left, right, low and high, in coordinates of its axes."""
