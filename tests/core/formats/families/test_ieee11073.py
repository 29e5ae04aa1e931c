"""The numbers of medical devices, from their definition."""

from __future__ import annotations

import random
from collections.abc import Sequence
from fractions import Fraction

import pytest

from fpviz.core.arithmetic.rounding import encode
from fpviz.core.formats import Format, NumberClass, find_format
from fpviz.core.formats.decoding import decode, value_of
from fpviz.core.numbers import Infinity, NaN, finite
from tests.conformance import checks
from tests.core.formats.all_codes import sampled_and_all
from tests.core.formats.families.test_decimal import TEN, worth


def _drawn(fmt: Format, count: int) -> Sequence[int]:
    draw = random.Random(11073)
    ends = {
        (1 << k) + d for k in (fmt.width - 9, fmt.width - 8, fmt.width - 1) for d in range(-3, 4)
    }
    return [*sorted(ends), *(draw.getrandbits(fmt.width) for _ in range(count))]


WIDTHS = {"sfloat16": (4, 12), "medfloat32": (8, 24)}
"""Of exponent and mantissa, both in two's complement."""


def by_definition(name: str, code: int) -> Fraction | str | None:
    """ISO/IEEE 11073-20601, annex F.7 and F.8: a value, ``inf``, ``-inf`` or ``nan``; ``None`` is
    what is reserved. The five special codes have the exponent 0."""
    high, low = WIDTHS[name]
    half = 1 << low - 1
    special = {half - 2: "inf", half - 1: "nan", half: "nan", half + 1: None, half + 2: "-inf"}
    if code in special:
        return special[code]
    exponent, mantissa = code >> low, code & (1 << low) - 1
    mantissa -= (mantissa >= half) << low
    exponent -= (exponent >= 1 << high - 1) << high
    return mantissa * TEN**exponent


NAN = NaN(payload_width=0)
MEDFLOAT32, SFLOAT16 = map(find_format, ("medfloat32", "sfloat16"))


@checks("decoding", against="definitions")
@checks("encoding", against="decoding")
@pytest.mark.parametrize(
    ("fmt", "codes"),
    [
        (MEDFLOAT32, _drawn(MEDFLOAT32, 1000)),
        pytest.param(MEDFLOAT32, _drawn(MEDFLOAT32, 100_000), marks=pytest.mark.sweep),
        *sampled_and_all([SFLOAT16]),
    ],
)
def test_numbers_of_medical_devices(fmt: Format, codes: Sequence[int], compared):
    for code in codes:
        expected, number = by_definition(fmt.name, code), decode(fmt, code).number
        if not isinstance(expected, Fraction):
            special = Infinity(expected == "-inf") if "inf" in str(expected) else NAN
            assert number == special
            continue
        assert number == finite(expected)
        assert worth(fmt, code) == expected
        assert encode(fmt, number).code == fmt.canonical(code)
        assert value_of(fmt, fmt.canonical(code)) == expected
    compared(len(codes))


@pytest.mark.parametrize(("fmt", "half"), [(MEDFLOAT32, 1 << 23), (SFLOAT16, 1 << 11)])
def test_codes_about_the_middle_have_names(fmt: Format, half: int):
    assert fmt.number_class(half + 1) is NumberClass.INVALID
    assert str(fmt.remark(half)).startswith("NRes")
    assert "reserved" in str(fmt.remark(half + 1))
