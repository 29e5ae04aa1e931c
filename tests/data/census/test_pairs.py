"""Which gradient is whose, and at which rate."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from fpviz.core.formats import find_format
from fpviz.core.phrase import Complaint
from fpviz.data.census.pairs import PairQuestion, gradients_of, pair, rate_of
from fpviz.data.census.updates import Updates
from fpviz.data.tensors.files import read_tensors
from fpviz.data.tensors.tensor import TensorFile

BF16, FP64, FP128 = map(find_format, ("bf16", "fp64", "fp128"))


@pytest.mark.parametrize(
    ("names", "pairs"),
    [
        (["w.a", "g.a", "w.b", "g.c"], {"w.a": "g.a"}),
        (["a", "g_a", "g_g_a"], {"a": "g_a", "g_a": "g_g_a"}),
        (["w.a.b", "g_w.a.b"], {"w.a.b": "g_w.a.b"}),
        (["ww.a", "gg.a", ""], {}),
    ],
)
def test_pairs_by_name(names, pairs):
    assert gradients_of(names) == pairs


@pytest.mark.parametrize(
    ("said", "rate"),
    [
        ('{"lr": 0.1}', 0.1), ('{"lr": 2}', 2.0), ("{}", None), ("[]", None), ("{", None),
        ('{"lr": "0.1"}', None), ('{"lr": NaN}', None), ('{"lr": 1e999}', None),
        (f'{{"lr": {"9" * 999}}}', None), ("[" * 10_000, None),
    ],
)  # fmt: skip
def test_the_rate_in_metadata(said, rate):
    assert rate_of(TensorFile(Path(), "", (), {"fpviz": said})) == rate


def saved(tmp_path, **arrays):
    path = tmp_path / "x.npz"
    np.savez(path, **arrays)
    return read_tensors(path)


def test_formats_that_are_not_counted_are_none(tmp_path):
    file = saved(tmp_path, a=np.ones(3, np.float16), g_a=np.zeros(3, np.float16))
    found = pair(file, ("a", "g_a"), PairQuestion(0.5, (BF16, FP64, FP128)))
    assert found.kept[BF16] == (Updates(zero_update=3), Updates(zero_update=3))
    assert found.kept[FP64] == (None, Updates(zero_update=3))
    assert found.kept[FP128] == (None, None)


@pytest.mark.parametrize(
    ("gradient", "why"),
    [
        (np.ones((3, 2), "f4"), "one shape and order"),
        (np.ones((2, 3), "f4", order="F"), "one shape and order"),
        (np.ones((2, 3), "i8"), "updates of weights in INT64 are not counted"),
    ],
)
def test_what_does_not_fit_together_is_refused(tmp_path, gradient, why):
    file = saved(tmp_path, a=np.ones((2, 3), "f4"), g_a=gradient)
    with pytest.raises(Complaint, match=why):
        pair(file, ("a", "g_a"), PairQuestion(0.5, (BF16,)))
