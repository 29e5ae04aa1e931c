"""The defaults of the functions are theirs: of numpy, asked of numpy itself; of torch, as its
documentation has them."""

from __future__ import annotations

import inspect
from fractions import Fraction

import numpy as np
import pytest

from fpviz.core.formats import find_format
from fpviz.core.phrase import Complaint
from fpviz.data.close_rules import RULES, find_rule, tolerance_of
from fpviz.data.tolerance import Close, SameCodes

FP32 = find_format("fp32")


@pytest.mark.parametrize(
    ("name", "function"), [("numpy", np.allclose), ("numpy-testing", np.testing.assert_allclose)]
)
def test_the_defaults_of_numpy(name, function):
    usual = inspect.signature(function).parameters
    near = find_rule(name).tolerance(FP32)
    assert near == Close(
        f"{'numpy' if name == 'numpy' else 'numpy.testing'}.{function.__name__}",
        Fraction(repr(usual["rtol"].default)),
        Fraction(repr(usual["atol"].default)),
        usual["equal_nan"].default,
    )


@pytest.mark.parametrize(
    ("name", "rtol", "atol"),
    [
        ("fp16", "1e-3", "1e-5"),
        ("bf16", "1.6e-2", "1e-5"),
        ("fp32", "1.3e-6", "1e-5"),
        ("fp64", "1e-7", "1e-7"),
        ("int32", "0", "0"),
    ],
)
def test_the_defaults_of_torch_testing_go_by_the_format(name, rtol, atol):
    near = find_rule("torch-testing").tolerance(find_format(name))
    assert near == Close("torch.testing.assert_close", Fraction(rtol), Fraction(atol))
    assert find_rule("torch").tolerance(find_format(name)).rtol == Fraction("1e-5")


def test_torch_testing_compares_the_bits_of_eight_bits():
    testing, fmt = find_rule("torch-testing"), find_format("fp8_e5m2")
    zero = Fraction(0)
    assert testing.tolerance(fmt) == testing.tolerance(fmt, zero, zero)
    assert isinstance(testing.tolerance(fmt), SameCodes)


def test_what_is_given_takes_the_place_of_a_default():
    assert find_rule("numpy").tolerance(FP32, rtol=Fraction(1)) == Close(
        "numpy.allclose", Fraction(1), Fraction("1e-8")
    )
    both = find_rule("torch-testing").tolerance(find_format("posit16"), Fraction(1), Fraction(2))
    assert (both.rtol, both.atol) == (1, 2)


@pytest.mark.parametrize(
    ("fmt", "given", "said"),
    [
        ("fp32", (Fraction(1), None), "takes rtol and atol together, or neither"),
        ("posit16", (None, None), "has no tolerances for posit16; give rtol and atol"),
        ("fp8_e5m2", (Fraction(1), Fraction(0)), "compares the bits of FP8 E5M2"),
    ],
)
def test_what_torch_testing_does_not_take(fmt, given, said):
    with pytest.raises(Complaint, match=said):
        find_rule("torch-testing").tolerance(find_format(fmt), *given)


def test_names_and_decimals():
    assert [find_rule(rule.name) for rule in RULES] == list(RULES)
    with pytest.raises(Complaint, match="no rule 'np'; there are numpy, numpy-testing, torch"):
        find_rule("np")
    assert [tolerance_of(text) for text in ("1e-5", "0", "2^-10")] == [
        Fraction(1, 10**5),
        0,
        Fraction(1, 1024),
    ]
    for text in ("-1", "inf", "nan"):
        with pytest.raises(Complaint, match=f"'{text}' is no tolerance; type 0 or more"):
            tolerance_of(text)
