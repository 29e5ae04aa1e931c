"""Updates that weights swallow: the truth of a real run, and a reference by fractions."""

from __future__ import annotations

import json
from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from fpviz.core.arithmetic.rounding import Rules, encode
from fpviz.core.arithmetic.rounding_rules import Rounding
from fpviz.core.formats import find_format
from fpviz.core.formats.decoding import value_of
from fpviz.core.numbers import finite
from fpviz.core.phrase import Complaint
from fpviz.data.census.updates import Recipe, Updates, updates
from tests.checkout import ROOT

DATA = ROOT / "tests" / "data" / "mlp_digits"
TRUTH = json.loads((DATA / "mlp-digits-truth.json").read_text())["swallowed"]
FP32 = find_format("fp32")
FORMATS = {name: find_format(name) for name in ("fp16", "bf16", "fp8_e4m3fn", "fp32")}


@pytest.mark.parametrize("step", ["0100", "2999"])
def test_the_updates_of_the_real_run(step):
    rows = [row for row in TRUTH if row["step"] == step]
    assert len(rows) == 32
    with np.load(DATA / f"mlp-digits-step{step}.npz") as arrays:
        for row in rows:
            weights, gradients = (
                arrays[name].astype(np.float64).ravel()
                for name in (row["weight"], f"g_{row['weight']}")
            )
            fmt = FORMATS[row["format"]]
            for key, master in (("weight in format", None), ("fp32 weight", FP32)):
                found = updates(weights, gradients, Recipe(row["lr"], fmt, master))
                assert found == Updates(*row[key]), row


def by_fractions(weight, gradient, rate, fmt, rules):
    code = encode(fmt, finite(Fraction(weight)), rules).code
    step = value_of(fmt, encode(fmt, finite(Fraction(gradient)), rules).code)
    if not step:
        return Updates(zero_update=1)
    exact = value_of(fmt, code) - Fraction(rate) * step
    after = encode(fmt, finite(exact), rules).code
    if fmt.is_finite(after) and value_of(fmt, after) == value_of(fmt, code):
        return Updates(swallowed=1)
    return Updates(moved=1)


NUMBERS = st.floats(2.0**-20, 2.0**8) | st.floats(-(2.0**8), -(2.0**-20)) | st.just(0.0)
RULES = st.sampled_from([Rounding.TIES_TO_EVEN, Rounding.TOWARD_ZERO, Rounding.UPWARD])


@given(
    NUMBERS,
    NUMBERS,
    st.floats(2.0**-14, 4) | st.sampled_from([2.0**-k for k in range(14)]),
    st.sampled_from([*FORMATS.values(), FP32]),
    RULES,
)
def test_an_update_is_as_exact_fractions_have_it(weight, gradient, rate, fmt, rounding):
    rules = Rules(rounding)
    one = encode(fmt, finite(Fraction(weight)), rules).code
    two = encode(fmt, finite(Fraction(gradient)), rules).code
    if not (fmt.is_finite(one) and fmt.is_finite(two)):
        return
    found = updates(np.array([weight]), np.array([gradient]), Recipe(rate, fmt, rules=rules))
    assert found == by_fractions(weight, gradient, rate, fmt, rules)


def test_nan_and_infinity_are_no_updates():
    found = updates(np.array([1.0, np.nan, 1.0]), np.array([1.0, 1.0, np.inf]), Recipe(0.5, FP32))
    assert found == Updates(moved=1, undefined=2)


@pytest.mark.parametrize("rate", [0.0, 1e-300, np.inf])
def test_a_rate_out_of_reach_is_refused(rate):
    with pytest.raises(Complaint, match="out of reach"):
        Recipe(rate, FP32)
