"""What is told of pairs of every kind."""

from __future__ import annotations

import random

import pytest

from fpviz.core.formats import CATALOGUE, find_format
from fpviz.core.formats.decoding import is_finite_code, value_of
from fpviz.core.pairs.said import difference_text, pair_lines
from tests.core.pairs.test_pair import pair

BORROWED = {
    "first": "0xc2ed4000 = -118.625, normal",
    "second": "0xc2ed3fff = -118.62499237060546875, normal",
    "distance": "1 ulp in FP32, B is nearer to zero",
    "elsewhere": "0 ulps in FP16, BF16; 536\u2009870\u2009912 ulps in FP64",
    "difference": "0.00000762939453125 = 2⁻¹⁷",
    "relative": "≈ 6.43152e-08",
    "xor": "0x00007fff",
    "bits": "15, all of the fraction, a borrow (bits 14:0)",
}


def told(found, others=()):
    """The sentences by their keys; of mishaps, all."""
    lines = list(pair_lines(found, others))
    mishaps = [str(line.said) for line in lines if line.key == "mishap"]
    return {line.key: str(line.said) for line in lines} | {"mishap": mishaps}


def test_a_borrow_of_neighbours_as_the_bench_has_it():
    texts = ("fp32:0xc2ed4000", "fp32:0xc2ed3fff")
    others = [pair(name, *texts) for name in ("fp16", "bf16", "fp64")]
    found = told(pair("fp32", *texts), others)
    assert {key: found[key] for key in BORROWED} == BORROWED
    assert found["mishap"][0] == (
        "B is A's neighbour above; a number between them becomes B by toward-zero, upward, to-odd; "
        "A by downward"
    )


@pytest.mark.parametrize(
    ("name", "a", "b", "distance", "difference"),
    [
        ("fp32", "0", "-0", "0 ulps in FP32, the same value", "0"),
        ("fp32", "1", "1", "0 ulps in FP32, the same code", "0"),
        ("fp16", "nan", "1", "none: A is no number", "none: it is no number"),
        ("fp16", "1", "nan", "none: B is no number", "none: it is no number"),
        ("fp16", "nan", 0x7C01, "none: neither is a number", "none: it is no number"),
        (
            "fp16",
            "nan",
            "nan",
            "none: neither is a number, and they are the same code",
            "none: it is no number",
        ),
        ("fp16", "inf", "inf", "0 ulps in FP16, the same code", "0, of equal infinities"),
        (
            "fp16",
            "65504",
            "inf",
            "1 ulp in FP16, B is farther from zero; ∞ counts as one beyond the largest",
            "infinite",
        ),
        (
            "fp16",
            0x0001,
            0x8001,
            "2 ulps in FP16, zero lies between them",
            "-0.00000011920928955078125 = -2⁻²³",
        ),
        (
            "decimal32",
            "0.1",
            "0.2",
            "1\u2009000\u2009000 ulps in decimal32 BID, B is farther from zero",
            "0.1 = 10⁻¹",
        ),
        ("takum16", "1", "nan", "none: B is no number", "none: it is no number"),
        ("uint8", "3", "5", "2 ulps in UINT8, B is farther from zero", "2"),
    ],
)
def test_distances_and_differences_in_true_words(name, a, b, distance, difference):
    found = told(pair(name, a, b))
    assert (found["distance"], found["difference"]) == (distance, difference)


@pytest.mark.parametrize("fmt", CATALOGUE, ids=lambda fmt: fmt.name)
def test_every_format_has_its_facts(fmt):
    drawn = random.Random(fmt.name)
    for _ in range(3):
        a, b = (drawn.randrange(1 << fmt.width) for _ in "ab")
        found = pair(fmt.name, a, b)
        texts = told(found)
        assert texts.get("xor", fmt.code_text(0)) == fmt.code_text(a ^ b)
        if is_finite_code(fmt, a) and is_finite_code(fmt, b):
            exact = value_of(fmt, b) - value_of(fmt, a)
            assert texts["difference"] == difference_text(fmt, exact)


def test_a_number_that_was_rounded_says_so():
    assert told(pair("fp16", "0.1", 0x2E66))["first"].endswith("normal; rounded")


def test_integers_are_plain_and_multiples_of_powers_are_told():
    fp32 = find_format("fp32")
    assert difference_text(fp32, value_of(fp32, 0x41700000)) == "15"
    assert difference_text(fp32, value_of(fp32, 0x7F000000)).endswith(" = 2¹²⁷")
    assert difference_text(fp32, value_of(fp32, 0x3DCCCCCD)) == "0.100000001490116119384765625"
