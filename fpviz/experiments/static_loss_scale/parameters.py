"""What the distribution of gradients and its scale can be told."""

from __future__ import annotations

from fpviz.core.phrase import phrase, verbatim
from fpviz.experiments.engine.parameter_kinds import Count, ExactNumber, Exponent
from fpviz.experiments.engine.parameters import GRADIENT_FORMAT, RULES, Parameter

LEAST_K, MOST_K = -24, 40

SCALE_EXPONENT = Parameter(
    "k",
    verbatim("log₂ S"),
    Exponent(LEAST_K, MOST_K),
    "0",
    phrase("The loss, and so each gradient, is multiplied by 2^k."),
)
CENTRE = Parameter(
    "centre",
    phrase("Centre"),
    ExactNumber(),
    "-22",
    phrase("log₂ of the median magnitude of the gradients."),
)
SPREAD = Parameter(
    "spread",
    phrase("Spread"),
    ExactNumber(),
    "5",
    phrase("The standard deviation of log₂ of the magnitudes."),
)
COUNT = Parameter(
    "count",
    phrase("Gradients"),
    Count(1, 10**9),
    "100000",
    phrase("How many gradients there are; at most 10^9."),
)

PARAMETERS = (SCALE_EXPONENT, GRADIENT_FORMAT, CENTRE, SPREAD, COUNT, *RULES)
"""All of them, in the order in which a form shows them."""
