"""Dynamic loss scalers, rule by rule; what sets them apart is data.

- ``pytorch``: torch.amp.GradScaler, as of 2.14. The scale is an FP32 tensor; the product with a
  factor is made in binary64 and stored as FP32. A growth to infinity is not done; a scale may
  shrink to 0. Gradients are looked at before they are unscaled by FP32(1/S), which is infinite
  from S = 2^-128 down: such a step is not skipped, and takes the weights with it.
- ``deepspeed``: DeepSpeed's DynamicLossScaler (ZeRO), from 0.17.1 to 0.19 at least. Only the last
  of ``hysteresis`` overflows backs off; growth, or with ``consecutive`` any good step, restores
  them. It grows one good step later than the others, and raises an exception where it would back
  off from its least scale.
- ``deepspeed-0.17.0``: the same up to version 0.17.0, which grew without that delay.
- ``deepspeed-fused``: DeepSpeed's FP16_Optimizer without ZeRO. No hysteresis; late in all versions.
- ``megatron``: Megatron-LM's DynamicGradScaler (megatron-core 0.16), in FP32: hysteresis, which
  growth restores but a back-off does not, and a minimum.
- ``apex``: NVIDIA's apex.amp, no longer developed. It halves and doubles whatever its factor is
  set to, in binary64, up to 2^24; it has no least scale unless it is given one.
- ``mindspore``: mindspore.amp.DynamicLossScaler 2.10, in FP32. One factor, a whole number; nothing
  below 1; no growth to infinity.
- ``mindspore-manager``: MindSpore's DynamicLossScaleManager 2.10, in binary64. A back-off is a
  product with 1/factor; nothing below 1; the overflow after 1000 in a row raises an exception.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum

from fpviz.core.arithmetic.operations import Dyadic, Exact
from fpviz.core.formats import Format, find_format
from fpviz.core.phrase import Phrase, phrase, verbatim
from fpviz.experiments.engine.rounded_arithmetic import Machine, value_of

_FP32, _FP64 = find_format("fp32"), find_format("fp64")


class BackOff(Enum):
    """How a scale gets smaller: times the back-off factor, over the growth factor, or times the
    rounded inverse of that."""

    TIMES = "times"
    OVER = "over"
    TIMES_INVERSE = "times inverse"


@dataclass(frozen=True)
class Scaler:
    """The rules of one scaler.

    ``who`` names the class and the versions that were read. ``scale_format`` holds the scale,
    ``factor_format`` the factors; ``inverse_format`` holds 1/S, by which gradients are unscaled,
    ``None`` where that is the gradients' own. ``late`` counts the good steps beyond the interval
    before the first growth. ``hysteresis``, ``consecutive`` and ``minimum`` say whether that
    parameter exists, ``whole_factor`` whether the growth factor must be a whole number;
    ``factor`` is the growth where it cannot be chosen, ``least`` and ``most`` are limits that
    cannot. ``stays_finite`` says whether a growth to infinity is left out, ``raises_at_least``
    whether an overflow at the least scale is an exception, ``patience`` after how many overflows
    in a row the next one is; 0 means never.
    """

    title: Phrase
    who: Phrase
    scale_format: Format
    factor_format: Format
    inverse_format: Format | None
    backs_off: BackOff = BackOff.TIMES
    late: int = 0
    hysteresis: bool = False
    consecutive: bool = False
    minimum: bool = False
    whole_factor: bool = False
    factor: int | None = None
    least: int = 0
    most: int | None = None
    stays_finite: bool = False
    raises_at_least: bool = False
    patience: int = 0


_ZERO = Scaler(
    phrase("DeepSpeed with ZeRO, 0.17.1 and later"),
    phrase("DynamicLossScaler of DeepSpeed 0.17.1 to 0.19, under ZeRO; 0.17.0 grew a step earlier"),
    _FP64,
    _FP64,
    _FP64,
    BackOff.OVER,
    late=1,
    hysteresis=True,
    consecutive=True,
    minimum=True,
    raises_at_least=True,
)
SCALERS: dict[str, Scaler] = {
    "pytorch": Scaler(
        verbatim("PyTorch GradScaler"),
        phrase("torch.amp.GradScaler, up to PyTorch 2.14 at least"),
        _FP32,
        _FP64,
        _FP32,
        stays_finite=True,
    ),
    "deepspeed": _ZERO,
    "deepspeed-0.17.0": replace(
        _ZERO,
        title=phrase("DeepSpeed with ZeRO, up to 0.17.0"),
        who=phrase(
            "DynamicLossScaler of DeepSpeed 0.14.5 to 0.17.0, under ZeRO; 0.17.1 grows a step later"
        ),
        late=0,
    ),
    "deepspeed-fused": Scaler(
        phrase("DeepSpeed without ZeRO"),
        phrase("FP16_Optimizer of DeepSpeed 0.14 to 0.19, without ZeRO"),
        _FP64,
        _FP64,
        _FP64,
        BackOff.OVER,
        late=1,
        minimum=True,
    ),
    "megatron": Scaler(
        verbatim("Megatron-LM"),
        phrase("DynamicGradScaler of Megatron-LM (megatron-core 0.16)"),
        _FP32,
        _FP32,
        _FP32,
        hysteresis=True,
        minimum=True,
    ),
    "apex": Scaler(
        verbatim("apex"),
        phrase("LossScaler of apex.amp, which is no longer developed"),
        _FP64,
        _FP64,
        _FP64,
        BackOff.OVER,
        factor=2,
        most=2**24,
    ),
    "mindspore": Scaler(
        verbatim("MindSpore DynamicLossScaler"),
        phrase("mindspore.amp.DynamicLossScaler of MindSpore 2.10"),
        _FP32,
        _FP32,
        None,
        BackOff.OVER,
        whole_factor=True,
        least=1,
        stays_finite=True,
    ),
    "mindspore-manager": Scaler(
        verbatim("MindSpore DynamicLossScaleManager"),
        phrase("mindspore.amp.DynamicLossScaleManager of MindSpore 2.10"),
        _FP64,
        _FP64,
        None,
        BackOff.TIMES_INVERSE,
        least=1,
        patience=1000,
    ),
}


@dataclass(frozen=True, slots=True)
class Event:
    """What one step did: overflowed or not, the good steps counted since the last growth or
    overflow, the hysteresis left, whether the scale was to back off or to grow, the overflows in
    a row, and whether the scaler raised an exception."""

    overflowed: bool
    good: int
    left: int
    backed_off: bool = False
    grew: bool = False
    in_a_row: int = 0
    raised: bool = False


@dataclass(frozen=True)
class Tuning:
    """A scaler with its numbers; ``backoff`` is what a back-off multiplies by, if it multiplies."""

    scaler: Scaler
    machine: Machine
    factors: Machine
    growth: Exact
    backoff: Exact
    least: Exact
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
        over = self.scaler.backs_off is BackOff.OVER
        smaller = self.divided(scale) if over else self.times(scale, self.backoff)
        return self.least if _below(smaller, self.least) else smaller

    def grown(self, scale: Exact) -> Exact:
        """The scale after a growth."""
        larger = self.times(scale, self.growth)
        if self.scaler.stays_finite and not isinstance(larger, Dyadic):
            return scale
        return self.capped(larger)

    def capped(self, scale: Exact) -> Exact:
        """The scale, or the most that it may be."""
        if self.scaler.most is None:
            return scale
        most = self.machine.of(self.scaler.most)
        return scale if _below(scale, most) else most

    @property
    def start(self) -> Event:
        """The counters before the first step."""
        return Event(False, -self.scaler.late, self.hysteresis)

    def step(self, scale: Exact, last: Event, overflowed: bool) -> tuple[Exact, Event]:
        """The scale after a step, with what the step did."""
        if overflowed:
            return self._overflow(scale, last)
        restored = self.scaler.consecutive and self.consecutive
        left = self.hysteresis if restored else last.left
        if last.good + 1 == self.interval:
            return self.grown(scale), Event(False, 0, self.hysteresis, grew=True)
        return scale, Event(False, last.good + 1, left)

    def _overflow(self, scale: Exact, last: Event) -> tuple[Exact, Event]:
        backs_off = not self.scaler.hysteresis or last.left <= 1
        in_a_row = last.in_a_row + 1
        left = last.left - (not backs_off)
        event = Event(True, -self.scaler.late, left, backs_off, False, in_a_row)
        at_least = value_of(scale) == value_of(self.least)
        stuck = self.scaler.raises_at_least and backs_off and at_least
        raised = stuck or 0 < self.scaler.patience < in_a_row
        return self.backed_off(scale) if backs_off else scale, replace(event, raised=raised)


def _below(a: Exact, b: Exact) -> bool:
    x, y = value_of(a), value_of(b)
    return x is not None and y is not None and x < y
