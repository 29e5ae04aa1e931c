"""Facts of two codes, against numpy's integers and exact fractions."""

from __future__ import annotations

from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fpviz.core.arithmetic.rounding import Rules
from fpviz.core.formats import FieldKind, find_format
from fpviz.core.literals import code_source, parse_literal
from fpviz.core.pairs.pair import Pair
from fpviz.core.reading import read


def pair(name, a, b):
    """Two texts, or codes, in a format."""
    fmt = find_format(name)
    literals = (
        code_source(fmt, x) if isinstance(x, int) else parse_literal(x, fmt) for x in (a, b)
    )
    return Pair(*(read(each, fmt, Rules()) for each in literals))


CODES = st.integers(0, 0xFFFFFFFF)


def as_float(code):
    return float(np.uint32(code).view(np.float32))


def in_order(code):
    """Where a code of binary32 stands: sign and magnitude as one integer."""
    return -(code & 0x7FFFFFFF) if code >> 31 else code


@settings(max_examples=50)
@given(CODES, CODES)
def test_bits_ulps_and_differences_of_binary32(a, b):
    found = pair("fp32", a, b)
    x, y = as_float(a), as_float(b)
    assert found.bits == a ^ b
    assert found.ulps == (None if np.isnan([x, y]).any() else abs(in_order(a) - in_order(b)))
    if np.isfinite([x, y]).all():
        assert found.difference == Fraction(y) - Fraction(x) == -found.turned.difference
        assert not x or found.relative == (Fraction(y) - Fraction(x)) / abs(Fraction(x))
    else:
        assert found.difference is found.relative is None
    counts = [(a ^ b) >> 31, ((a ^ b) >> 23 & 0xFF).bit_count(), ((a ^ b) & 0x7FFFFF).bit_count()]
    kinds = (FieldKind.SIGN, FieldKind.EXPONENT, FieldKind.FRACTION)
    assert [found.fields[kind] for kind in kinds] == counts
    first = next((kind for kind, count in zip(kinds, counts, strict=True) if count), None)
    assert found.first_field is first


@pytest.mark.parametrize(
    ("name", "a", "b", "carry"),
    [
        ("fp32", 0xC2ED4000, 0xC2ED3FFF, -1),
        ("fp32", 0xC2ED3FFF, 0xC2ED4000, 1),
        ("fp16", 0x3BFF, 0x3C00, 1),
        ("fp16", 0x3C00, 0x3C01, 0),
        ("fp16", 0x7BFF, 0x7C00, 1),
        ("fp16", 0x3C00, 0x3800, 0),
        ("int16", 0xFFFF, 0x0000, 1),
        ("int16", 0x0000, 0xFFFF, -1),
        ("posit16", 0x7FFF, 0x7FFE, 0),
    ],
)
def test_a_run_of_bits_between_neighbours_is_a_carry_or_a_borrow(name, a, b, carry):
    assert pair(name, a, b).carry == carry


def test_codes_of_two_formats_are_no_pair():
    a, b = (read(parse_literal("1"), find_format(name), Rules()) for name in ("fp16", "bf16"))
    with pytest.raises(ValueError, match="fp16 and bf16 are two formats"):
        Pair(a, b)
