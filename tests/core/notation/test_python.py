"""Python, numpy with ml_dtypes, and PyTorch read back what they are given."""

from __future__ import annotations

import decimal
import struct
from fractions import Fraction

import ml_dtypes
import numpy as np
import pytest
from hypothesis import given

from fpviz.core.arithmetic.rounding import encode
from fpviz.core.formats import CATALOGUE, FAMILIES, NumberClass, find_format
from fpviz.core.formats.decoding import decode
from fpviz.core.notation import find_notation
from fpviz.core.numbers import Finite, NaN
from tests.core.notation.codes import CASES, codes, telling_codes

FP64 = find_format("fp64")


@given(codes())
def test_python_has_the_value(case):
    fmt, code = case
    text = find_notation("python").write(fmt, code)
    number = decode(fmt, code).number
    if text is None:
        assert isinstance(number, NaN)
        if fmt.number_class(code) is NumberClass.INVALID:
            return
        assert number.payload_width > 51
        return
    value = eval(text, {"Fraction": Fraction, "decimal": decimal, "struct": struct})
    if isinstance(value, decimal.Decimal):
        assert Fraction(value) == number.value
        assert value.is_signed() == number.negative
        return
    if isinstance(value, Fraction):
        assert value == number.value
        assert encode(FP64, number).flags  # else it would be a float
        return
    (bits,) = struct.unpack(">Q", struct.pack(">d", value))
    read = decode(FP64, bits).number
    if isinstance(number, NaN):
        assert (read.negative, read.quiet) == (number.negative, number.quiet)
        assert Fraction(read.payload, 1 << 51) == Fraction(
            number.payload, 1 << number.payload_width
        )
    else:
        assert read == number
        assert not isinstance(number, Finite) or read.negative == number.negative


@pytest.mark.parametrize(
    ("name", "code", "text"),
    [
        ("fp16", 0x3C7C, "float.fromhex('0x1.1f0p+0')"),
        ("fp16", 0x7E00, "float('nan')"),
        ("fp16", 0xFC00, "float('-inf')"),
        ("fp64", 0x7FF8000000000123, "struct.unpack('>d', bytes.fromhex('7ff8000000000123'))[0]"),
        ("fp128", 1, "0x1 * Fraction(2) ** -16494"),
    ],
)
def test_as_python_looks(name, code, text):
    assert find_notation("python").write(find_format(name), code) == text


def test_numpy_has_the_code():
    write = find_notation("numpy").write
    seen = set()
    for fmt, code in CASES:
        if (text := write(fmt, code)) is not None:
            scalar = eval(text, {"np": np, "ml_dtypes": ml_dtypes})
            assert int.from_bytes(scalar.tobytes(), "little") == code
            number = decode(fmt, code).number
            if isinstance(number, Finite):  # the type is the format's, not only its size
                exact = scalar if fmt.name == "x87" else scalar.item()
                assert Fraction(*exact.as_integer_ratio()) == number.value
            else:
                with np.errstate(invalid="ignore"):  # a signalling NaN signals
                    assert not np.isfinite(scalar)
            seen.add(fmt.name)
    binary = {fmt.name for fmt in FAMILIES[0].formats}
    assert binary - seen == {"tf32", "fp128", "ue4m3", "ufloat11", "ufloat10", "fp4_e1m2"}
    assert seen - binary == {"x87", *(f"{u}int{n}" for n in (8, 16, 32, 64) for u in ("", "u"))}


def test_pytorch_has_the_code():
    torch = pytest.importorskip("torch", reason="PyTorch is not installed")
    write = find_notation("pytorch").write
    seen = set()
    for fmt in CATALOGUE:
        for code in telling_codes(fmt):
            if (text := write(fmt, code)) is not None:
                tensor = eval(text, {"torch": torch})
                assert tensor.view(getattr(torch, f"uint{fmt.width}")).item() == code
                number = decode(fmt, code).number
                if isinstance(number, Finite):
                    assert tensor.to(torch.float64).item() == float(number.value)
                seen.add(fmt.name)
    assert len(seen) == 9 + 8


def test_pytorch_is_written_as_it_reads():
    text = find_notation("pytorch").write(find_format("fp16"), 0x3C7C)
    assert text == "torch.tensor(0x3c7c, dtype=torch.uint16).view(torch.float16)"
