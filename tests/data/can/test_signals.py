"""Where the bits of signals stand: by hand, by cantools' answers, and bit by bit."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fpviz.core.phrase import Complaint
from fpviz.data.can.signals import Signal, SignalCoding, signal_of


@pytest.mark.parametrize(
    ("text", "data", "code", "value"),
    [
        ("24|16@1+ (0.1,0)", "000000E803000000", 0x3E8, "100"),
        ("0|8@1- (1,-40)", "FF", 0xFF, "-41"),
        ("7|16@0+ (0.125,0)", "1234", 0x1234, "582.5"),
        ("3|12@0- (0.01,0)", "0F38", 0xF38, "-2"),
        ("0|1@1-", "01", 1, "-1"),
        ("46|4@0+", "007152dea8651f3f", 0xC, "12"),
        ("12|26@0- (3,0)", "f06d7d4c1ca08505", 0x1AFA983, "84868233"),
        ("19|19@1- (1E-005,0.25)", "e6d8e6102767594f", 0x4E21C, "-1.7926"),
        ("14|47@1+ (1,0.25)", "9621781e13f177c1", 0x5DFC44C79E0, "6458629192160.25"),
        ("0|32@1- fp32", "66661242CDCC0CC0", 0x42126666, "36.59999847412109375"),
        ("39|32@0- (2,1) fp32", "00000000 3F800000", 0x3F800000, "3"),
        ("0|32@1- fp32", "0000C07F", 0x7FC00000, "nan"),
        ("0|64@1- fp64", "000000000000F03F", 0x3FF0000000000000, "1"),
    ],
)
def test_what_a_signal_says(text, data, code, value):
    signal = signal_of(text)
    assert signal.code(bytes.fromhex(data)) == code
    assert signal.value_text(code) == value


@settings(max_examples=100)
@given(st.binary(min_size=1, max_size=16), st.booleans(), st.data())
def test_bits_one_by_one(data, is_intel, draw):
    """Intel counts up from the start; Motorola down to bit 0 of a byte, then on from bit 7 of the
    next."""
    length = draw.draw(st.integers(1, min(64, len(data) * 8)))
    first = draw.draw(st.integers(0, len(data) * 8 - length))
    start = first if is_intel else first // 8 * 8 + 7 - first % 8
    places, at = [], start
    for _ in range(length):
        places.append(at)
        at = at + 1 if is_intel else (at + 15 if at % 8 == 0 else at - 1)
    bits = [data[place // 8] >> place % 8 & 1 for place in places]
    right = int("".join(map(str, reversed(bits) if is_intel else bits)), 2)
    assert Signal("s", start, length, is_intel).code(data) == right


@pytest.mark.parametrize(("start", "is_intel"), [(57, True), (56, False), (70, True), (71, False)])
def test_a_frame_that_is_too_short_has_no_code(start, is_intel):
    assert Signal("s", start, 8, is_intel).code(bytes(8)) is None


def test_how_a_signal_may_be_typed():
    full = signal_of(' SG_ Speed : 24|16@1+ (0.1,-5) [0|250] "km/h"')
    assert full == Signal("Speed", 24, 16, factor=Fraction(1, 10), offset=Fraction(-5), unit="km/h")
    assert signal_of("123#Speed 24|16@0-").frame == (0x123, False)
    assert signal_of("18FF50E5#24|16@0-").frame == (0x18FF50E5, True)
    assert signal_of("24|16@0-").name == "24|16@0-"
    assert signal_of("0|32@1- fp32").coding is SignalCoding.FLOATING


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("24|16", "'24|16' is no signal; type 'Speed 24|16@1+ (0.1,0)': start, length"),
        ("24|16@2+", "is no signal"),
        ("24|16@1+ (0.1)", "is no signal"),
        ("a 0|65@1+", "the signal a has 65 bits and can only have 1 to 64"),
        ("0|0@1+", "has 0 bits"),
        ("b 0|16@1- fp32", "the signal b has 16 bits and can only have 32"),
    ],
)
def test_what_is_no_signal(text, said):
    with pytest.raises(Complaint) as caught:
        signal_of(text)
    assert said in str(caught.value)
