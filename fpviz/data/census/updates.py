"""What becomes of updates: which of them leave their weight as it was.

A weight and its gradient are rounded into a format; the weight less the learning rate times the
gradient, exact, is rounded once more. With a master copy weight and result are of its format.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import Any

import numpy as np
import numpy.typing as npt

from fpviz.core.arithmetic.rounding import Rules
from fpviz.core.arrays.conversion import decode_array, encode_array
from fpviz.core.formats import Format
from fpviz.core.phrase import Complaint, phrase

Values = npt.NDArray[np.float64]

WIDEST = 51
"""Significant bits of the widest format that a weight may be in: two less than binary64 has."""

_SPLIT = 134217729.0
"""2**27 + 1, which cuts a binary64 in two halves (Dekker 1971)."""

_LEAST, _MOST = 2.0**-400, 2.0**400
"""Learning rates between which products of halves neither underflow nor overflow."""


@dataclass(frozen=True, slots=True)
class Updates:
    """How many updates are zero, since the gradient is; how many swallowed, since the weight keeps
    its code; how many move it; and how many are of NaNs and infinities."""

    zero_update: int = 0
    swallowed: int = 0
    moved: int = 0
    undefined: int = 0

    def __add__(self, other: Updates) -> Updates:
        return Updates(*(getattr(self, f.name) + getattr(other, f.name) for f in fields(self)))


@dataclass(frozen=True, slots=True)
class Recipe:
    """How weights are updated: the learning rate, a binary64, as programs have it; the format of
    gradients, and of weights unless these have a ``master`` copy; and the rules.

    Raises Complaint for a format of weights with more than ``WIDEST`` significant bits, and a rate
    that is out of reach.
    """

    rate: float
    fmt: Format
    master: Format | None = None
    rules: Rules = Rules()

    def __post_init__(self) -> None:
        kept, rate = self.kept, self.rate
        if kept.precision > WIDEST:
            said = phrase("updates of weights in {format} are not counted", format=kept.title)
            raise Complaint(said)
        if not _LEAST < abs(rate) < _MOST:
            raise Complaint(phrase("a learning rate of {rate} is out of reach", rate=f"{rate:g}"))

    @property
    def kept(self) -> Format:
        """The format of the weights."""
        return self.master or self.fmt


def updates(weights: Values, gradients: Values, recipe: Recipe) -> Updates:
    """What becomes of the updates of weights by gradients of the same places."""
    kept, fmt, rules = recipe.kept, recipe.fmt, recipe.rules
    before = encode_array(kept, weights, rules)
    old, steps = _values(kept, before), _values(fmt, encode_array(fmt, gradients, rules))
    is_sound = np.isfinite(old) & np.isfinite(steps)
    old, steps = np.where(is_sound, old, 0), np.where(is_sound, steps, 0)
    after = encode_array(kept, _to_odd(old, recipe.rate, steps), rules)
    is_zero = is_sound & (steps == 0)
    is_same = is_sound & ~is_zero & _same_value(kept, before, after)
    zero, same, sound = (int(np.count_nonzero(each)) for each in (is_zero, is_same, is_sound))
    return Updates(zero, same, sound - zero - same, len(weights) - sound)


def _values(fmt: Format, codes: npt.NDArray[Any]) -> Values:
    return decode_array(fmt, codes, np.float64).astype(np.float64, copy=False)


def _same_value(fmt: Format, before: npt.NDArray[Any], after: npt.NDArray[Any]) -> npt.NDArray[Any]:
    """Whether codes are the same, or zeros of both signs."""
    same: npt.NDArray[Any] = (before == after) | (_values(fmt, before) == _values(fmt, after))
    return same


def _to_odd(weights: Values, rate: float, steps: Values) -> Values:
    """``weights - rate * steps`` rounded to odd: what a later rounding to nearest, or any other,
    to two bits less makes of it is what it would make of the exact difference (Boldo, Melquiond
    2008). Product and difference are exact sums of two binary64 each (Dekker, Knuth)."""
    product = rate * steps
    error = _product_error(rate, steps, product)
    found = weights - product
    back = found - weights
    rest = (weights - (found - back)) + (-product - back) - error
    nearest = found + rest
    left = rest - (nearest - found)
    is_even = (nearest.view(np.int64) & 1) == 0
    toward = np.where(left > 0, np.inf, -np.inf)
    return np.where((left != 0) & is_even, np.nextafter(nearest, toward), nearest)


def _product_error(rate: float, steps: Values, product: Values) -> Values:
    """What a product lacks."""
    rate_high = _SPLIT * rate - (_SPLIT * rate - rate)
    high = _SPLIT * steps - (_SPLIT * steps - steps)
    rate_low, low = rate - rate_high, steps - high
    return rate_low * low - (((product - rate_high * high) - rate_low * high) - rate_high * low)
