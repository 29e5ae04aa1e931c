"""Dynamic loss scalers, rule by rule; what sets them apart is data.

- ``pytorch``: torch.amp.GradScaler. The scale is an FP32 tensor; the product with a factor is
  made in binary64 and stored as FP32. A growth to infinity is not done; a scale may shrink to 0.
- ``deepspeed``: DeepSpeed's DynamicLossScaler (ZeRO). Only the last of ``hysteresis`` overflows
  backs off; growth, or with ``consecutive`` any good step, restores them. Minimum scale.
- ``deepspeed-fused``: DeepSpeed's FP16_Optimizer without ZeRO. No hysteresis, and it grows one
  good step later than the others.
- ``megatron``: Megatron-LM's DynamicGradScaler, in FP32: hysteresis, which growth restores but
  a back-off does not, and a minimum.
"""

from __future__ import annotations

from dataclasses import dataclass

from fpviz.core.arithmetic import Dyadic, Exact
from fpviz.core.formats import Format, find_format
from fpviz.core.phrase import Phrase, phrase, verbatim
from fpviz.experiments.machine import Machine, value_of

_FP32, _FP64 = find_format("fp32"), find_format("fp64")


@dataclass(frozen=True)
class Scaler:
    """The rules of one scaler.

    ``scale_format`` holds the scale, ``factor_format`` the factors. ``late`` counts the good steps
    beyond the interval before the first growth. ``hysteresis`` and ``minimum`` say whether these
    exist,
    ``stays_finite`` whether a growth to infinity is left out, ``divides`` whether the scale is
    divided by the growth factor to back off, ``consecutive`` whether that choice exists.
    """

    title: Phrase
    scale_format: Format
    factor_format: Format
    late: int = 0
    hysteresis: bool = False
    minimum: bool = False
    stays_finite: bool = False
    divides: bool = False
    consecutive: bool = False


SCALERS: dict[str, Scaler] = {
    "pytorch": Scaler(verbatim("PyTorch GradScaler"), _FP32, _FP64, stays_finite=True),
    "deepspeed": Scaler(
        phrase("DeepSpeed, ZeRO"),
        _FP64,
        _FP64,
        hysteresis=True,
        minimum=True,
        divides=True,
        consecutive=True,
    ),
    "deepspeed-fused": Scaler(
        phrase("DeepSpeed, without ZeRO"), _FP64, _FP64, late=1, minimum=True, divides=True
    ),
    "megatron": Scaler(verbatim("Megatron-LM"), _FP32, _FP32, hysteresis=True, minimum=True),
}


@dataclass(frozen=True, slots=True)
class Event:
    """What one step did: overflowed or not, the good steps counted since the last growth or
    overflow, the hysteresis left, and whether the scale was to back off or to grow."""

    overflowed: bool
    good: int
    left: int
    backed_off: bool = False
    grew: bool = False


@dataclass(frozen=True)
class Tuning:
    """A scaler with its numbers."""

    scaler: Scaler
    machine: Machine
    factors: Machine
    growth: Exact
    backoff: Exact
    minimum: Exact
    interval: int
    hysteresis: int
    consecutive: bool

    def times(self, scale: Exact, factor: Exact) -> Exact:
        """The scale times a factor: rounded where the factors live, then where the scale does."""
        return self.machine.round(self.factors.multiply(scale, factor))

    def divided(self, scale: Exact) -> Exact:
        """The scale over the growth factor."""
        value, growth = value_of(scale), value_of(self.growth)
        return scale if value is None or growth is None else self.machine.of(value / growth)

    def backed_off(self, scale: Exact) -> Exact:
        """The scale after a back-off."""
        smaller = self.divided(scale) if self.scaler.divides else self.times(scale, self.backoff)
        too_small = self.scaler.minimum and _below(smaller, self.minimum)
        return self.minimum if too_small else smaller

    def grown(self, scale: Exact) -> Exact:
        """The scale after a growth."""
        larger = self.times(scale, self.growth)
        return scale if self.scaler.stays_finite and not isinstance(larger, Dyadic) else larger

    @property
    def start(self) -> Event:
        """The counters before the first step."""
        return Event(False, -self.scaler.late, self.hysteresis)

    def step(self, scale: Exact, last: Event, overflowed: bool) -> tuple[Exact, Event]:
        """The scale after a step, with what the step did."""
        if overflowed:
            backs_off = not self.scaler.hysteresis or last.left <= 1
            left = last.left - (not backs_off)
            smaller = self.backed_off(scale) if backs_off else scale
            return smaller, Event(True, -self.scaler.late, left, backs_off)
        restored = self.scaler.consecutive and self.consecutive
        left = self.hysteresis if restored else last.left
        if last.good + 1 == self.interval:
            return self.grown(scale), Event(False, 0, self.hysteresis, grew=True)
        return scale, Event(False, last.good + 1, left)


def _below(a: Exact, b: Exact) -> bool:
    x, y = value_of(a), value_of(b)
    return x is not None and y is not None and x < y
