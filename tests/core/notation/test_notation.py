"""The table of notations: each says what it has, or why it has nothing."""

from __future__ import annotations

import doctest

import pytest

from fpviz.core import notation
from fpviz.core.formats import FAMILIES, find_format
from fpviz.core.notation import NOTATIONS, NotationError, find_notation
from tests.core.notation.codes import CASES

UNTYPED = {"ue4m3", "ufloat11", "ufloat10", "fp4_e1m2"}
"""Formats that no language has."""


@pytest.mark.parametrize("kind", NOTATIONS, ids=lambda kind: kind.name)
def test_each_code_is_one_line_or_a_reason(kind):
    for fmt, code in CASES:
        text = kind.write(fmt, code)
        if text is None:
            assert fmt.title in str(kind.why_not(fmt))
        else:
            assert text.isprintable()
            assert text.isascii()
            assert text == text.strip()


@pytest.mark.parametrize(
    ("name", "lacking"),
    [
        ("numpy", {"tf32", "fp128", *UNTYPED}),
        ("pytorch", {"tf32", "fp128", "fp6_e3m2", "fp6_e2m3", "fp4_e2m1", *UNTYPED}),
    ],
)
def test_formats_without_a_type(name, lacking):
    write = find_notation(name).write
    ours = {"fp8_e4m3b11fnuz", "fp8_e4m3", "fp8_e3m4"} if name == "pytorch" else set()
    assert {fmt.name for fmt in FAMILIES[0].formats if write(fmt, 0) is None} == lacking | ours
    assert write(find_format("e5m7"), 0) is None


def test_names_are_unique_and_found():
    assert len({kind.name for kind in NOTATIONS}) == len(NOTATIONS)
    assert len({str(kind.title) for kind in NOTATIONS}) == len(NOTATIONS)
    assert all(find_notation(kind.name) is kind for kind in NOTATIONS)
    with pytest.raises(NotationError, match=r"'cobol' is no notation; there are exact, .*markdown"):
        find_notation("cobol")


def test_examples_in_the_documentation():
    for module in (notation, notation.compiled, notation.documents, notation.numerals):
        assert doctest.testmod(module).failed == 0
