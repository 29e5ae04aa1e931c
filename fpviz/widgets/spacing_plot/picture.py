"""What a spacing plot shows, as frozen data. Its axes are logarithmic: places are exponents."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from fpviz.core.line.axis import log2
from fpviz.core.line.spacing import Spacing, spacing
from fpviz.core.numbers import Finite
from fpviz.widgets.number_line.picture import Lane, Subject

LEAST_SPAN = 2.0
"""No window is narrower than this many binades: in one binade nothing changes."""


@dataclass(frozen=True, slots=True)
class Window:
    """The exponents of two between which |x| is shown."""

    lo: float
    hi: float

    def zoomed(self, factor: float, at: float, whole: Window) -> Window:
        """The window ``factor`` times as long; what stands at ``at`` (0 … 1) stays there."""
        span = min(max((self.hi - self.lo) * factor, LEAST_SPAN), whole.hi - whole.lo)
        lo = self.lo + at * (self.hi - self.lo - span)
        return Window(lo, lo + span).panned(0.0, whole)

    def panned(self, by: float, whole: Window) -> Window:
        """The window moved by ``by`` of its length, as far as the whole goes."""
        span = min(self.hi - self.lo, whole.hi - whole.lo)
        lo = min(max(self.lo + by * span, whole.lo), whole.hi - span)
        return Window(lo, lo + span)


@dataclass(frozen=True, slots=True)
class SpacingPicture:
    """Everything a spacing plot is painted from, but its size and its colours."""

    subject: Subject
    window: Window

    @property
    def curves(self) -> tuple[tuple[Lane, Spacing], ...]:
        """Each lane with the spacing of its format under the rules."""
        rules = self.subject.rules
        return tuple((lane, spacing(lane.format, rules)) for lane in self.subject.lanes)

    @property
    def magnitude(self) -> Fraction | None:
        """The magnitude of the number that is looked at; ``None`` for 0 and for no number."""
        number = self.subject.number
        if not isinstance(number, Finite) or number.is_zero:
            return None
        return number.magnitude


def window_of(curves: tuple[Spacing, ...]) -> Window:
    """The window that shows these curves from their zero limits to their overflow."""
    if not curves:
        return Window(-4.0, 4.0)
    lo = min(log2(of.zero_limit or of.smallest) for of in curves)
    hi = max(float(of.binades.stop) for of in curves)
    margin = max(1.0, 0.06 * (hi - lo))
    return Window(lo - margin, hi + margin)
