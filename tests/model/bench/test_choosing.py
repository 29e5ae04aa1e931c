"""Which elements are shown, and what is looked for, against a loop over all of them."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fpviz.core.formats import find_format
from fpviz.core.formats.decoding import decode
from fpviz.core.numbers import Finite
from fpviz.core.phrase import Complaint
from fpviz.data.dump import Dump
from fpviz.data.layout.layout import DumpLayout
from fpviz.data.sorting import BY_CODE
from fpviz.model.bench.choosing import Choice, chosen, filter_of, read_filter, sought

FP16 = find_format("fp16")
LAYOUT = DumpLayout(FP16)


@settings(max_examples=40)
@given(st.binary(min_size=2, max_size=200), st.booleans())
def test_a_filter_and_an_order_go_together(data, descending):
    dump = Dump(data)
    codes = LAYOUT.codes(dump).tolist()
    choice = Choice(filter_of("range", "-4 4"), BY_CODE, descending)
    found = chosen(dump, LAYOUT, choice, lambda share: None)

    def is_within(code):
        number = decode(FP16, code).number
        return isinstance(number, Finite) and -4 <= number.value <= 4

    kept = [index for index, code in enumerate(codes) if is_within(code)]
    wanted = sorted(kept, key=lambda index: -codes[index] if descending else codes[index])
    assert found.indices.tolist() == wanted
    assert found.count == len(kept)


@pytest.mark.parametrize(
    ("text", "key"),
    [("", "anomaly"), ("0x7e00", "code"), ("0x1.8p-3", "equal"), ("1/3", "equal"), ("nan", "nan")],
)
def test_what_a_text_looks_for(text, key):
    assert sought(text).kind.key == key


@pytest.mark.parametrize("written", ["nan", "range 1 2", "code 7e00", "anomaly 12", "equal 1/3"])
def test_filters_of_scenes_are_read(written):
    assert read_filter(written).kind.key == written.split()[0]


@pytest.mark.parametrize(
    ("written", "reason"),
    [
        ("odd", "no filter is called 'odd'"),
        ("range 1", "'1' is not two numbers"),
        ("equal", "'' is not one number"),
        ("code xyz", "'xyz' is no number"),
        ("equal x", "'x'"),
    ],
)
def test_a_filter_that_is_none_is_refused(written, reason):
    with pytest.raises(Complaint) as caught:
        read_filter(written)
    assert reason in str(caught.value)
