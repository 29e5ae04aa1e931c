"""The numbers that an experiment is about, for views that show where they lie.

A new experiment that has such numbers is a line in ``_SAMPLES``.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import lru_cache

from fpviz.core.arithmetic.rounding import Rules
from fpviz.core.formats import find_format
from fpviz.core.line.histogram import Overlay, Sample, sample
from fpviz.core.phrase import phrase
from fpviz.experiments.engine.kinds import finite_value
from fpviz.experiments.engine.run import Run
from fpviz.experiments.static_loss_scale.experiment import (
    CENTRE,
    COUNT,
    SCALE_EXPONENT,
    SPREAD,
    STATIC_LOSS_SCALE,
    Gradients,
)

MOST_NUMBERS = 200_000
"""Of more numbers there is no sample: each is held as a float."""


def overlay_of(run: Run) -> Overlay | None:
    """The numbers of a run with their scale, or ``None`` where it has none, or too many."""
    found = _SAMPLES.get(run.experiment)
    return None if found is None else found(run)


def _scaled_gradients(run: Run) -> Overlay | None:
    arguments = run.arguments
    if arguments[COUNT] > MOST_NUMBERS:
        return None
    centre, spread = (float(finite_value(arguments[each])) for each in (CENTRE, SPREAD))
    return Overlay(gradients(arguments[COUNT], centre, spread), arguments[SCALE_EXPONENT])


@lru_cache(maxsize=4)
def gradients(count: int, centre: float, spread: float) -> Sample:
    """The gradients of ``static_loss_scale``: ascending magnitudes, alternating signs."""
    of = Gradients(count, centre, spread, find_format("fp16"), Rules())
    signed = (-of.magnitude(i) if i % 2 else of.magnitude(i) for i in range(count))
    return sample(phrase("gradients"), signed)


_SAMPLES: Mapping[str, Callable[[Run], Overlay | None]] = {
    STATIC_LOSS_SCALE.name: _scaled_gradients,
}
