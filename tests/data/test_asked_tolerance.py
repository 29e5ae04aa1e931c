"""Tolerances as they are typed."""

from __future__ import annotations

from fractions import Fraction

import pytest

from fpviz.core.formats import find_format
from fpviz.core.phrase import Complaint
from fpviz.data.asked_tolerance import RULE_NAMES, AskedTolerance, asked_tolerance
from fpviz.data.tolerance import Close, Ulps

FP32 = find_format("fp32")


@pytest.mark.parametrize(
    ("text", "asked", "tolerance"),
    [
        ("", AskedTolerance("ulps"), Ulps(0)),
        ("ulps 12", AskedTolerance("ulps", "12"), Ulps(12)),
        (
            "numpy - 1e-3",
            AskedTolerance("numpy", "", "1e-3"),
            Close("numpy.allclose", Fraction("1e-5"), Fraction("1e-3")),
        ),
        (
            "torch-testing",
            AskedTolerance("torch-testing"),
            Close("torch.testing.assert_close", Fraction("1.3e-6"), Fraction("1e-5")),
        ),
    ],
)
def test_what_a_line_says(text, asked, tolerance):
    assert asked_tolerance(text) == asked == asked_tolerance(asked.text)
    assert asked.of(FP32) == tolerance


@pytest.mark.parametrize("rule", RULE_NAMES)
def test_every_rule_has_its_own_numbers(rule):
    assert AskedTolerance(rule).of(FP32) is not None
    assert asked_tolerance(rule).text == rule


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("lapack 1", "'lapack 1' is no tolerance; type a rule, one of ulps, numpy"),
        ("ulps 1 2", "'ulps 1 2' is no tolerance"),
        ("ulps x", "'x' is no number of ulps; type 0 or more"),
        ("ulps -1", "'-1' is no number of ulps; type 0 or more"),
        ("numpy -1 -", "'-1' is no tolerance; type 0 or more, such as 1e-5"),
        ("numpy 1 2 3", "'numpy 1 2 3' is no tolerance"),
    ],
)
def test_what_is_no_tolerance(text, said):
    with pytest.raises(Complaint) as caught:
        asked_tolerance(text)
    assert str(caught.value).startswith(said)
