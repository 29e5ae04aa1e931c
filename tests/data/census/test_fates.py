"""Fates of elements, counted by ranges of keys, against exact fractions one by one."""

from __future__ import annotations

import random

import numpy as np
import pytest

from fpviz.core.arithmetic.overflow_rules import Overflow
from fpviz.core.arithmetic.rounding import Rules
from fpviz.core.arithmetic.rounding_rules import Rounding
from fpviz.core.arrays.conversion import code_dtype
from fpviz.core.formats import find_format
from fpviz.data.census.counts import Grid, KeyCounts
from fpviz.data.census.fates import cuts_of, fates, scaling
from tests.data.census.by_fractions import fate_of

SOURCES = ("fp16", "bf16", "fp32", "fp64", "int8", "int32", "uint16", "uint64", "posit16", "hif8",
           "fp8_e4m3fn", "e8m0", "fp4_e2m1")  # fmt: skip
TARGETS = ("fp16", "bf16", "fp8_e4m3fn", "fp8_e5m2", "fp4_e2m1", "e8m0", "ue4m3", "posit8",
           "takum16", "q7.8", "int8", "uint8", "decimal32", "hif8", "binary8p3se",
           "ibm32")  # fmt: skip
RULES = (
    Rules(),
    Rules(Rounding.TOWARD_ZERO),
    Rules(Rounding.UPWARD),
    Rules(Rounding.TIES_AWAY, Overflow.SATURATE),
    Rules(flush=True),
    Rules(Rounding.STOCHASTIC, random_bits=5 << 28),
    Rules(Rounding.TO_ODD, flush=True),
)
SCALES = (0, 7, -12, 40)


def codes_around(source, cuts, count):
    """Codes of a source at cuts and beside them, and random ones; some of them are NaNs."""
    draw = random.Random(f"{source.name}{count}")
    keys = Grid(source, cuts).keys
    ends = [draw.choice(sorted(cuts)) for _ in range(count)] if cuts else []
    found = {0, 1, (1 << source.width) - 1, 1 << source.width - 1}
    for negative in (False, True):
        values = range(keys.first(negative), keys.end(negative))
        found |= {keys.code(end + by) for end in ends for by in (-1, 0, 1) if end + by in values}
    return [*found, *(draw.getrandbits(source.width) for _ in range(count)), 0, 0]


def check(source, fmt, rules, scales, count):
    cuts = cuts_of(source, [fmt], rules, scales)
    codes = codes_around(source, cuts, count)
    counted = KeyCounts.of(Grid(source, cuts), np.array(codes, code_dtype(source)))
    assert counted.total == len(codes)
    for scale, fate in zip(scales, fates(counted, fmt, rules, scales), strict=True):
        assert fate == fate_of(source, codes, fmt, rules, scale), (scale, rules)
        assert sum(fate[:8]) == len(codes)


PAIRS = [(one, other) for at, one in enumerate(SOURCES) for other in TARGETS[at % 3 :: 3]]


@pytest.mark.parametrize(("source", "fmt"), PAIRS)
def test_fates_are_as_exact_fractions_have_them(source, fmt):
    place = SOURCES.index(source) + TARGETS.index(fmt)
    scales = (0, SCALES[1 + place % 3])
    check(find_format(source), find_format(fmt), RULES[place % len(RULES)], scales, 12)


@pytest.mark.sweep
@pytest.mark.parametrize("rules", RULES, ids=str)
@pytest.mark.parametrize("fmt", TARGETS)
@pytest.mark.parametrize("source", SOURCES)
def test_fates_under_all_rules(source, fmt, rules):
    check(find_format(source), find_format(fmt), rules, SCALES, 60)


@pytest.mark.parametrize("codes", [[], [0], [0x8000, 0], [0x7E00, 0x7C00, 0xFC00]])
def test_what_has_no_exponent(codes):
    fp16, fp8 = find_format("fp16"), find_format("fp8_e5m2")
    counts = KeyCounts.of(Grid(fp16, cuts_of(fp16, [fp8])), np.array(codes, np.uint16))
    assert counts.extents == (None, None)
    found = scaling(counts, fp8)
    assert (found.best, found.lowest, found.highest) == (0, -40, 60)
    assert found.at(0) == fate_of(fp16, codes, fp8, Rules(), 0)
