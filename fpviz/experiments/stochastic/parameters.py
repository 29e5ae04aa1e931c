"""What the trials of stochastic rounding can be told."""

from __future__ import annotations

from fpviz.core.phrase import phrase
from fpviz.experiments.engine.parameter_kinds import Count
from fpviz.experiments.engine.parameters import (
    FLUSH,
    LOOP_STEPS,
    OVERFLOW,
    START,
    UPDATE,
    UPDATE_FORMAT,
    WEIGHT_FORMAT,
    Parameter,
)

TRIALS = Parameter(
    "trials",
    phrase("Trials"),
    Count(1, 10**6),
    "2000",
    phrase("How many random courses there are; times the steps, at most 4·10^7."),
)
SEED = Parameter(
    "seed",
    phrase("Seed"),
    Count(0, 2**63),
    "0",
    phrase("Where the random numbers begin; the same seed gives the same trials."),
)
BITS = Parameter(
    "random-bits",
    phrase("Random bits"),
    Count(1, 32),
    "32",
    phrase("How many random bits each draw has; few bring the bias back."),
)
SHOWN = Parameter(
    "shown",
    phrase("Trials shown"),
    Count(0, 40),
    "12",
    phrase("How many of the trials are drawn as curves."),
)

PARAMETERS = (
    START,
    UPDATE,
    LOOP_STEPS,
    TRIALS,
    SEED,
    BITS,
    SHOWN,
    WEIGHT_FORMAT,
    UPDATE_FORMAT,
    OVERFLOW,
    FLUSH,
)
"""All of them, in the order in which a form shows them."""

MEAN, LOW, HIGH, NEAREST, EXACT = "mean", "low", "high", "nearest", "exact"
"""The names of the curves that are no single trial's."""
