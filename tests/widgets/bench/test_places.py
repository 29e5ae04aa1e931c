"""Places as people type them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fpviz.core.phrase import Complaint
from fpviz.widgets.bench.places import place_of, place_text


@given(st.integers(0, 1 << 40))
def test_what_is_shown_reads_back(bits):
    assert place_of(place_text(bits)) == bits


@pytest.mark.parametrize(
    ("text", "bits"),
    [("4", 32), (" 0x10 ", 128), ("12 bits", 12), ("3b", 3), ("2 bytes", 16), ("2字节", 16)],
)
def test_bytes_unless_bits_are_said(text, bits):
    assert place_of(text) == bits


@pytest.mark.parametrize("text", ["", "-1", "x", "4 words", "0x", "1.5"])
def test_what_is_no_place_is_named_whole(text):
    with pytest.raises(Complaint) as caught:
        place_of(text)
    assert f"'{text}' is no place" in str(caught.value)
