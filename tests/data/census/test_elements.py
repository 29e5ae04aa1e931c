"""Which elements of a tensor are of one kind."""

from __future__ import annotations

from math import inf, nan
from pathlib import Path

import numpy as np
import pytest

from fpviz.core.formats import find_format
from fpviz.core.formats.decoding import value_of
from fpviz.core.numbers import floor_log2
from fpviz.data.census.census import Question, grid_of
from fpviz.data.census.counts import KeyCounts
from fpviz.data.census.elements import NoPower, elements_of, extremes, place
from fpviz.data.tensors.files import read_tensors
from fpviz.data.tensors.tensor import Tensor

VALUES = [0.0, -0.0, 1.5, -1.0, inf, nan, -inf, 2.0**-149, -3.0, -nan, 0.75]


@pytest.fixture
def tensor(tmp_path):
    path = tmp_path / "x.npy"
    np.save(path, np.float32(VALUES))
    return read_tensors(path).tensors[0]


@pytest.mark.parametrize(
    ("kind", "where"),
    [
        (0, [2, 3]),
        (-1, [10]),
        (1, [8]),
        (-149, [7]),
        (-150, []),
        (300, []),
        (NoPower.ZERO, [0, 1]),
        (NoPower.INFINITE, [4, 6]),
        (NoPower.NAN, [5, 9]),
    ],
)
def test_each_kind_is_found(tensor, kind, where):
    found = elements_of(tensor, kind, 100)
    assert [each.at for each in found.elements] == where
    codes = np.float32(VALUES).view(np.uint32)
    assert [each.code for each in found.elements] == codes[where].tolist()


def test_of_many_the_first_are_told(tensor):
    assert [each.at for each in elements_of(tensor, NoPower.NAN, 1).elements] == [5]


@pytest.mark.parametrize("name", ["fp8_e4m3fn", "fp8_e5m2fnuz", "int8", "uint8", "e8m0", "posit8"])
def test_every_code_of_a_format_is_of_one_kind(name):
    fmt = find_format(name)
    tensor = Tensor("all", name, (256,), fmt, lambda: bytes(range(256)))
    kinds = [*range(-160, 161), *NoPower]
    found = {k: {each.code for each in elements_of(tensor, k, 256).elements} for k in kinds}
    assert sorted(code for codes in found.values() for code in codes) == list(range(256))
    for kind, codes in found.items():
        if not isinstance(kind, NoPower):
            assert all(floor_log2(abs(value_of(fmt, code))) == kind for code in codes)


def test_extremes_are_those_that_are_not_zero(tensor):
    grid = grid_of(tensor.known_format, Question((find_format("fp16"),)))
    least, greatest = extremes(KeyCounts.of(grid, tensor.codes()))
    fmt = tensor.known_format
    assert (value_of(fmt, least), value_of(fmt, greatest)) == (2**-149, -3)
    assert extremes(KeyCounts.of(grid, tensor.codes(0, 2))) is None


def test_an_element_stands_at_its_indices_in_either_order(tmp_path):
    values = np.arange(24, dtype=np.float32).reshape(2, 3, 4)
    for order in "CF":
        path = Path(tmp_path) / f"{order}.npy"
        np.save(path, np.asarray(values, order=order))
        tensor = read_tensors(path).tensors[0]
        (found,) = elements_of(tensor, 4, 1).elements
        assert values[place(tensor, found.at)] == 16
