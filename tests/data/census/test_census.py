"""The truth of a real run, reproduced in full from each of its files."""

from __future__ import annotations

import json
from collections import defaultdict

import pytest

from fpviz.core.formats import find_format
from fpviz.data.census.census import Question, censuses
from fpviz.data.tensors.files import read_tensors
from fpviz.model.files.resources import resource
from tests.checkout import ROOT

DATA = ROOT / "tests" / "data" / "mlp_digits"
SAMPLE = resource("samples")
FORMATS = tuple(map(find_format, ("fp16", "bf16", "fp8_e4m3fn", "fp8_e5m2")))

TRUTH = json.loads((DATA / "mlp-digits-truth.json").read_text())
BY_FILE = defaultdict(dict)
for each in TRUTH["tensors"]:
    BY_FILE[each["file"]][each["tensor"]] = each


def lists(fate):
    """A fate as the truth has it."""
    after = [fate.zero, fate.flushed, fate.subnormal, fate.normal, fate.overflow]
    return after, [fate.to_zero, fate.rounded_up, fate.rounded_down, fate.overflow]


@pytest.mark.parametrize("file", BY_FILE)
def test_the_truth_of_the_real_run(file):
    folder = SAMPLE if file.endswith(".safetensors") else DATA
    found = list(censuses([read_tensors(folder / file)], Question(FORMATS)))
    assert {each.tensor.name for each in found} == set(BY_FILE[file])
    for census in found:
        truth = BY_FILE[file][census.tensor.name]
        assert list(census.tensor.shape) == truth["shape"]
        assert (census.counts.total, census.counts.zero) == (truth["count"], truth["zero"])
        assert float(census.least) == float.fromhex(truth["min_nonzero"])
        assert float(census.greatest) == float.fromhex(truth["max"])
        # where the two in the middle differ, the truth took the one that is nearer to zero
        assert truth["median_exponent"] - census.median_exponent in (0, 1)
        for fmt in FORMATS:
            told, scaling = truth["formats"][fmt.name], census.scalings[fmt]
            assert scaling.best == told["k_best"]
            assert (scaling.lowest, scaling.highest) == (told["k_lo"], told["k_hi"])
            for key, scale in (("k=0", 0), ("k=k_best", scaling.best)):
                after, before = told[key]
                outer = [before[0], before[1], before[4], before[5]]
                assert lists(scaling.at(scale)) == (after, outer), (census.tensor.name, fmt, key)
