"""What a dynamic loss scaler can be told: its parameters, and the tuning that they make."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from typing import NamedTuple

from fpviz.core.formats import Format
from fpviz.core.phrase import phrase
from fpviz.experiments.dynamic_loss_scale.rules import SCALERS, BackOff, Tuning
from fpviz.experiments.engine import parameters
from fpviz.experiments.engine.parameter_kinds import (
    Count,
    ExactNumber,
    OneOf,
    Option,
    StepList,
    Switch,
    finite_value,
)
from fpviz.experiments.engine.parameters import OVERFLOW, ROUNDING, Arguments, Parameter
from fpviz.experiments.engine.rounded_arithmetic import Machine, value_of
from fpviz.experiments.engine.typed_numbers import rounded_finite

SCALER = Parameter(
    "scaler",
    phrase("Scaler"),
    OneOf(tuple(Option(name, scaler.title, scaler) for name, scaler in SCALERS.items())),
    "pytorch",
    phrase("Whose rules the scale follows, and of which version."),
)
INITIAL = Parameter(
    "init-scale", phrase("First scale"), ExactNumber(), "2^16", phrase("The scale at step 0.")
)
GROWTH = Parameter(
    "growth-factor",
    phrase("Growth"),
    ExactNumber(),
    "2",
    phrase(
        "What the scale is multiplied by when it grows: a whole number in MindSpore's "
        "DynamicLossScaler, always 2 in apex."
    ),
)
BACKOFF = Parameter(
    "backoff-factor",
    phrase("Back-off"),
    ExactNumber(),
    "0.5",
    phrase(
        "What the scale is multiplied by when it backs off, in PyTorch and Megatron; "
        "the others divide by the growth factor."
    ),
)
INTERVAL = Parameter(
    "growth-interval",
    phrase("Growth interval"),
    Count(1, 10**6),
    "5",
    phrase("How many good steps in a row make the scale grow; 1000 or 2000 are usual."),
)
HYSTERESIS = Parameter(
    "hysteresis",
    phrase("Hysteresis"),
    Count(1, 10**6),
    "2",
    phrase("How many overflows it takes to back off (DeepSpeed with ZeRO, Megatron)."),
)
CONSECUTIVE = Parameter(
    "consecutive",
    phrase("Consecutive only"),
    Switch(),
    "off",
    phrase("Whether a good step restores the hysteresis (DeepSpeed with ZeRO)."),
)
MINIMUM = Parameter(
    "min-scale",
    phrase("Least scale"),
    ExactNumber(),
    "1",
    phrase(
        "The scale never falls below it (DeepSpeed, Megatron); in MindSpore that is always 1, "
        "and in PyTorch and apex it may reach 0."
    ),
)
LOOP_STEPS = replace(
    parameters.LOOP_STEPS,
    default="40",
    help=phrase("How many steps of training there are; at most 10^6."),
)


class Source(NamedTuple):
    """Where overflows come from: whether from the list, and whether from the finite gradients."""

    listed: bool = False
    computed: bool = False


SOURCE = Parameter(
    "overflows",
    phrase("Overflows come from"),
    OneOf(
        (
            Option("script", phrase("a list of steps"), Source(listed=True)),
            Option("gradient", phrase("the gradients"), Source(computed=True)),
            Option("both", phrase("both"), Source(listed=True, computed=True)),
        )
    ),
    "script",
    phrase("What makes a step overflow: a list of steps, the largest gradient times S, or both."),
)
SCRIPT = Parameter(
    "overflow-steps",
    phrase("Overflow at steps"),
    StepList(),
    "7, 8, 20",
    phrase(
        "The steps whose gradients are infinite or NaN, with commas between them: 7, 8, 20-40. "
        "The first step is 1."
    ),
)
GRADIENT = Parameter(
    "gradient",
    phrase("Largest |gradient|"),
    ExactNumber(finite=False),
    "2^-4",
    phrase(
        "The largest magnitude among the gradients of each step, before scaling; "
        "with inf or NaN every step overflows."
    ),
)
GRADIENT_FORMAT = replace(
    parameters.GRADIENT_FORMAT,
    help=phrase("The format in which the scaled gradients may overflow."),
)

PARAMETERS = (
    SCALER,
    SOURCE,
    SCRIPT,
    GRADIENT,
    GRADIENT_FORMAT,
    INITIAL,
    GROWTH,
    BACKOFF,
    INTERVAL,
    HYSTERESIS,
    CONSECUTIVE,
    MINIMUM,
    LOOP_STEPS,
    ROUNDING,
    OVERFLOW,
)
"""All of them, in the order in which a form shows them."""


def tuning_of(arguments: Arguments) -> Tuning:
    """The scaler as it is set. Raises ParameterError for numbers that it does not take."""
    _check(arguments)
    scaler = arguments[SCALER]
    factors, scales = Machine(scaler.factor_format), Machine(scaler.scale_format)
    growth = factors.read(
        rounded_finite(arguments, GROWTH, factors.format, what=phrase("a factor"))[0]
    )
    if scaler.factor:
        growth = factors.of(scaler.factor)
    backoff = finite_value(arguments[BACKOFF])
    if scaler.backs_off is BackOff.TIMES_INVERSE:
        backoff = 1 / (value_of(growth) or Fraction(1))
    least = scales.of(scaler.least)
    if scaler.minimum:
        least = scales.read(
            rounded_finite(arguments, MINIMUM, scales.format, what=phrase("a scale"))[0]
        )
    return Tuning(
        scaler,
        scales,
        factors,
        growth,
        factors.of(backoff),
        least,
        arguments[INTERVAL],
        arguments[HYSTERESIS],
        arguments[CONSECUTIVE],
    )


def _check(arguments: Arguments) -> None:
    scaler, growth = arguments[SCALER], finite_value(arguments[GROWTH])
    if growth <= 1:
        raise GROWTH.error(phrase("a growth factor must be greater than 1"))
    if scaler.whole_factor and growth.denominator != 1:
        raise GROWTH.error(phrase("{scaler} takes whole numbers only", scaler=scaler.title))
    if not 0 < finite_value(arguments[BACKOFF]) < 1:
        raise BACKOFF.error(phrase("a back-off factor must lie between 0 and 1"))
    if finite_value(arguments[INITIAL]) <= 0:
        raise INITIAL.error(phrase("a loss scale must be positive"))
    if finite_value(arguments[INITIAL]) < scaler.least:
        least = str(scaler.least)
        raise INITIAL.error(
            phrase("{scaler} begins at {least} or above", scaler=scaler.title, least=least)
        )
    if finite_value(arguments[MINIMUM]) < 0:
        raise MINIMUM.error(phrase("a loss scale must not be negative"))


def inverse_format(arguments: Arguments) -> Format:
    """The format of 1/S, by which gradients are unscaled."""
    return arguments[SCALER].inverse_format or arguments[GRADIENT_FORMAT]
