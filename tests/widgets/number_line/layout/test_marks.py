"""Which values of a format are marked in a window."""

from __future__ import annotations

from fractions import Fraction

import pytest

from fpviz.core.formats import find_format
from fpviz.core.line.axis import AXES
from fpviz.core.line.labels import powers
from fpviz.core.line.view import View
from fpviz.core.line.zones import zone_of
from fpviz.core.numbers import finite
from fpviz.widgets.number_line.layout.marks import marks_of
from fpviz.widgets.number_line.words import captions, zone_names

ROOM = 300


def marked(name, lo, hi, axis="linear"):
    """(values with long ticks, the marks, the view)."""
    fmt = find_format(name)
    view = View(AXES[axis]([fmt]), Fraction(lo), Fraction(hi))
    marks = marks_of(fmt, view, powers(view, ROOM), ROOM)
    places = marks.places[: len(marks.powers)]
    signed = (-1 if place < 0 else 1 for place in places)
    values = [sign * fmt.magnitude(abs(p), p < 0) for sign, p in zip(signed, places, strict=True)]
    for value, position in zip(values, marks.powers, strict=True):
        assert view.position(value) == pytest.approx(position, abs=1e-9)
    return values, marks, view


@pytest.mark.parametrize("name", ["decimal64", "decimal32_dpd", "medfloat32", "sfloat16"])
def test_powers_of_ten_are_marked_in_decimals(name):
    fmt, tens = find_format(name), [Fraction(10) ** k for k in range(-5, 4)]
    values, marks, view = marked(name, tens[0], 2000, "log2")
    assert values == tens
    assert marked(name, -2000, -tens[0], "log2")[0] == [-ten for ten in reversed(tens)]
    assert "powers of ten marked" in captions(fmt, marks, view, None, None)[0]


def test_of_many_powers_of_ten_some_are_marked():
    fmt = find_format("decimal128")
    values, marks, view = marked("decimal128", -fmt.largest, fmt.largest, "log2")
    assert marks.powers_apart > 1
    assert len(values) <= ROOM + 1
    n = marks.powers_apart
    assert f"every {n}th power of ten marked" in captions(fmt, marks, view, None, None)[0]


def test_powers_of_two_are_marked_in_binary_formats():
    values, marks, view = marked("fp16", 1, 64)
    assert values == [2**k for k in range(7)]
    assert "powers of two marked" in captions(find_format("fp16"), marks, view, None, None)[0]


def test_no_number_of_fixed_point_is_called_normal():
    for name, usual in (("q15", "in range"), ("fp16", "normal"), ("posit16", "normal")):
        fmt = find_format(name)
        assert zone_names(fmt, zone_of(fmt, finite(Fraction(1, 3)))) == (usual,)
