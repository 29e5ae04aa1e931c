"""``import fpviz``: values and arrays without Qt, and nothing loaded that is not called."""

from __future__ import annotations

import doctest
import subprocess
import sys
from fractions import Fraction

import ml_dtypes
import numpy as np
import pytest

import fpviz
from fpviz.core.phrase import Complaint
from tests.checkout import ROOT

LOADED = """
import sys, fpviz
assert [name for name in sys.modules if name.startswith("fpviz")] == ["fpviz"]
assert "numpy" not in sys.modules
import numpy
str(fpviz.show(0.1)), fpviz.bits("inf"), str(fpviz.census(numpy.ones(3)))
assert not [name for name in sys.modules if name.startswith(("PySide6", "pyqtgraph"))]
"""


def test_nothing_is_loaded_but_what_is_called():
    subprocess.run([sys.executable, "-c", LOADED], check=True, cwd=ROOT, timeout=60)


def test_the_examples():
    assert doctest.testmod(fpviz).failed == 0


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (1.5, "0 01111 1000000000"), ("1.5", "0 01111 1000000000"), (-0.0, "1 00000 0000000000"),
        (Fraction(1, 3), "0 01101 0101010101"), (70000, "0 11111 0000000000"),
        (float("-inf"), "1 11111 0000000000"), (np.float32(1.5), "0 01111 1000000000"),
        (np.int8(-3), "1 10000 1000000000"), (ml_dtypes.bfloat16(2), "0 10000 0000000000"),
        (np.float64(2.0**-24), "0 00000 0000000001"), (True, "0 01111 0000000000"),
        ("0x3c01", "0 01111 0000000001"),
    ],
)  # fmt: skip
def test_bits_of_any_number(value, text):
    assert fpviz.bits(value, "fp16") == text


def test_rules_are_named():
    assert fpviz.bits("1/3", "fp16", rounding="upward") == "0 01101 0101010110"
    assert fpviz.bits(1e6, "fp16", overflow="saturate") == "0 11110 1111111111"
    with pytest.raises(Complaint, match="'up' is not one of"):
        fpviz.bits(1, rounding="up")


def test_show_is_what_the_command_prints():
    command = [sys.executable, "-m", "fpviz", "show", "0.1", "--format", "fp16", "--format", "bf16"]
    done = subprocess.run(command, capture_output=True, text=True, cwd=ROOT, check=True, timeout=60)
    shown = fpviz.show("0.1", "fp16", "bf16")
    assert f"{shown}\n" == done.stdout
    assert repr(shown) == str(shown)
    assert [each["format"] for each in shown.json()["readings"]] == ["fp16", "bf16"]


@pytest.mark.sweep
def test_a_notebook_shows_the_bits():
    assert "<svg" in fpviz.show(0.1, "fp16")._repr_svg_()


def test_without_a_picture_the_text_is_shown(monkeypatch):
    monkeypatch.setattr(sys, "executable", "/nowhere/python")
    assert fpviz.show(0.1, "fp16")._repr_svg_() is None


@pytest.mark.parametrize(
    ("dtype", "name"),
    [
        ("<f2", "fp16"), (">f4", "fp32"), ("f8", "fp64"), ("i1", "int8"), ("u2", "uint16"),
        (">i8", "int64"), ("?", "uint8"), (ml_dtypes.bfloat16, "bf16"),
        (ml_dtypes.float8_e4m3fn, "fp8_e4m3fn"), (ml_dtypes.float8_e8m0fnu, "e8m0"),
        (ml_dtypes.float4_e2m1fn, "fp4_e2m1"),
    ],
)  # fmt: skip
def test_a_census_of_every_type(dtype, name):
    array = np.array([[1, 0.5, 2], [1, 1, 1]]).astype(dtype)
    found = fpviz.census(array, "fp16", scales=[3]).json()
    values = array.astype(np.float64)
    assert (found["format"], found["shape"], found["count"]) == (name, [2, 3], 6)
    assert float(found["max"]) == values.max()
    assert found["zero"] == np.count_nonzero(values == 0)
    assert "3" in found["formats"]["fp16"]["scales"]


def test_an_array_in_parts_or_another_order_is_counted_in_full():
    array = np.arange(24, dtype="f4").reshape(4, 6)
    for each in (array[::2, 1::3], array.T, array[1, 2], array[:0]):
        found = fpviz.census(each, "fp8_e5m2")
        assert found.json()["count"] == np.size(each)
        assert found.json()["exponents"] == fpviz.census(np.array(each), "bf16").json()["exponents"]


def test_elements_are_read_as_said():
    codes = np.array([0x3F80, 0x4000], np.uint16)
    assert fpviz.census(codes, read_as="bf16").json()["max"] == "2"
    with pytest.raises(Complaint, match="elements of 16 bits"):
        fpviz.census(codes, read_as="fp32")


@pytest.mark.parametrize("dtype", ["c8", "V2", "O", "U3", "M8[s]"])
def test_what_is_no_number_is_refused(dtype):
    with pytest.raises(Complaint, match="not numbers that are read"):
        fpviz.census(np.zeros(3, dtype))


@pytest.mark.sweep
def test_tensors_of_pytorch():
    torch = pytest.importorskip("torch", reason="PyTorch is not installed")
    for dtype in (torch.float16, torch.bfloat16, torch.float32, torch.float64, torch.int8,
                  torch.float8_e4m3fn, torch.bool):  # fmt: skip
        tensor = torch.tensor([[1.0, 2], [0, 1]]).to(dtype)
        found = fpviz.census(tensor, "fp16").json()
        assert (found["zero"], found["max"]) == (1, "1" if dtype is torch.bool else "2")
    tied = torch.ones(4, 4, requires_grad=True).T[::2]
    assert fpviz.census(tied).json()["count"] == 8
    assert fpviz.bits(torch.tensor(1.5), "fp16") == "0 01111 1000000000"
