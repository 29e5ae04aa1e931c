"""Which texts are dumps, and which are values with a fault, or prose."""

from __future__ import annotations

import pytest

from fpviz.data.recognizing import is_dump


@pytest.mark.parametrize(
    "text",
    [
        "426F F741",
        "00000000: 0000 803f 0000 c03f  ................",
        "0000000 3f80 4000\n0000004",
        "1.5\n2.5\n3.5",
        "0x3c 0x3d 0x3e",
        "np.array([1.5, 2.5])",
        "{0x3c00, 0x4000}",
    ],
)
def test_bytes_words_and_numbers_are_a_dump(text):
    assert is_dump(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "3f80",
        "a value",
        "fma(1 2",
        "1,5 V",
        "fp16:3c00 4000",
        "3 pears",
        "sqrt 2",
        "3e 01",
        "AAAA\n",
    ],
)
def test_a_word_prose_and_a_value_with_a_fault_are_none(text):
    assert not is_dump(text)
