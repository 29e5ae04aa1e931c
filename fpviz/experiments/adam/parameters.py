"""What Adam can be told."""

from __future__ import annotations

from dataclasses import replace

from fpviz.core.phrase import phrase, verbatim
from fpviz.experiments.engine import parameters
from fpviz.experiments.engine.parameter_kinds import Count, ExactNumber, FormatList
from fpviz.experiments.engine.parameters import RULES, Parameter

START = replace(parameters.START, default="1")
GRADIENT = Parameter(
    "g",
    phrase("Gradient g"),
    ExactNumber(),
    "1e-3",
    phrase("The gradient, the same in every step."),
)
RATE = Parameter(
    "lr",
    phrase("Learning rate"),
    ExactNumber(),
    "1e-3",
    phrase("The learning rate, about as far as a step goes."),
)
BETA1 = Parameter(
    "beta1", verbatim("β₁"), ExactNumber(), "0.9", phrase("The decay of the first moment.")
)
BETA2 = Parameter(
    "beta2", verbatim("β₂"), ExactNumber(), "0.999", phrase("The decay of the second moment.")
)
EPS = Parameter(
    "eps",
    verbatim("eps"),
    ExactNumber(),
    "1e-8",
    phrase("What is added to the divisor to keep it from zero."),
)
LOOP_STEPS = replace(
    parameters.LOOP_STEPS,
    kind=Count(1, 10**5),
    default="20",
    help=phrase("How many steps there are; at most 10^5."),
)
FORMATS = Parameter(
    "formats",
    phrase("Formats"),
    FormatList(),
    "fp16, bf16, fp32",
    phrase("The formats of moments and weight, with commas between them; each has a curve."),
)

PARAMETERS = (GRADIENT, LOOP_STEPS, FORMATS, START, RATE, BETA1, BETA2, EPS, *RULES)
"""All of them, in the order in which a form shows them."""
