"""Which steps of training overflow, under a loss scale."""

from __future__ import annotations

from bisect import bisect_right

from fpviz.core.arithmetic.operations import Dyadic, Exact
from fpviz.core.arithmetic.rounding import Rules
from fpviz.core.numbers import Finite, Infinity
from fpviz.experiments.dynamic_loss_scale.parameters import (
    GRADIENT,
    GRADIENT_FORMAT,
    SCRIPT,
    SOURCE,
    inverse_format,
)
from fpviz.experiments.engine.parameters import OVERFLOW, ROUNDING, Arguments
from fpviz.experiments.engine.rounded_arithmetic import Machine, value_of


class Overflows:
    """Which steps overflow: by the list, or by the gradient times S, before 1/S unscales it."""

    def __init__(self, arguments: Arguments) -> None:
        self._source, self._script = arguments[SOURCE], arguments[SCRIPT]
        rules = Rules(arguments[ROUNDING], arguments[OVERFLOW])
        self._gradients = Machine(arguments[GRADIENT_FORMAT], rules)
        self._inverses = Machine(inverse_format(arguments))
        self._gradient = arguments[GRADIENT].number
        self._known: dict[Exact, bool] = {}

    def __call__(self, step: int, scale: Exact) -> bool:
        """Whether that step, the first being 1, overflows at that scale."""
        if scale not in self._known:
            self._known[scale] = self._at_every_step(scale)
        return self._known[scale] or (self._source.listed and self._lists(step))

    @property
    def is_hopeless(self) -> bool:
        """Whether the gradient overflows at any scale."""
        return not isinstance(self._gradients.of(self._gradient), Dyadic) and not isinstance(
            self._gradient, Finite
        )

    def inverse(self, scale: Exact) -> Exact:
        """1/S in the format that it is worked out in."""
        value = value_of(scale)
        if value is None:
            return self._inverses.of(0)
        return self._inverses.of(1 / value if value else Infinity(negative=False))

    def _at_every_step(self, scale: Exact) -> bool:
        value, gradient = value_of(scale), self._gradient
        if value is None:
            return True
        if not isinstance(gradient, Finite):
            return self.is_hopeless
        return self._source.computed and not isinstance(self.scaled(scale), Dyadic)

    def scaled(self, scale: Exact) -> Exact:
        """S times the size of a gradient, both finite, in the gradients' format."""
        value, gradient = value_of(scale), self._gradient
        assert value is not None
        assert isinstance(gradient, Finite)
        return self._gradients.of(value * gradient.magnitude)

    def _lists(self, step: int) -> bool:
        at = bisect_right(self._script, step, key=lambda steps: steps.start)
        return bool(at) and step in self._script[at - 1]
