"""The numbers of medical devices, from their definition."""

from __future__ import annotations

import random
from collections.abc import Iterable

import pytest

from fpviz.core.arithmetic.rounding import encode
from fpviz.core.formats import Format, NumberClass, find_format
from fpviz.core.formats.decoding import decode, value_of
from fpviz.core.numbers import Infinity, NaN, finite
from tests.core.formats.families.test_decimal import TEN, worth


def _drawn(fmt: Format) -> Iterable[int]:
    draw = random.Random(11073)
    ends = {
        (1 << k) + d for k in (fmt.width - 9, fmt.width - 8, fmt.width - 1) for d in range(-3, 4)
    }
    return [*sorted(ends), *(draw.getrandbits(fmt.width) for _ in range(1000))]


@pytest.mark.parametrize("name", ["sfloat16", "medfloat32"])
def test_numbers_of_medical_devices(name: str):
    fmt = find_format(name)
    low = {"sfloat16": 12, "medfloat32": 24}[name]
    half = 1 << low - 1
    special = {half - 1: "nan", half: "nan", half + 1: "nan", half - 2: "inf", half + 2: "-inf"}
    for code in _drawn(fmt):
        exponent, m = code >> low, code & (1 << low) - 1
        m -= (m >= half) << low
        exponent -= (exponent >> fmt.width - low - 1) << fmt.width - low
        number = decode(fmt, code).number
        if code in special:
            expected = Infinity(code > half) if "inf" in special[code] else NaN(payload_width=0)
            assert number == expected
            continue
        assert number == finite(m * TEN**exponent)
        assert worth(fmt, code) == m * TEN**exponent
        assert encode(fmt, number).code == fmt.canonical(code)
        assert value_of(fmt, fmt.canonical(code)) == m * TEN**exponent
    assert fmt.number_class(half + 1) is NumberClass.INVALID
    assert str(fmt.remark(half)).startswith("NRes")
    assert "reserved" in str(fmt.remark(half + 1))
