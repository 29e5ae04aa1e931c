"""Bits of two codes under each other."""

from __future__ import annotations

import itertools

import pytest
from PySide6.QtCore import QPointF

from fpviz.core.formats import CATALOGUE
from fpviz.widgets.comparison.pair_bits import PairBits
from fpviz.widgets.look.theme import LIGHT, PRINT
from tests.core.pairs.test_pair import pair


@pytest.fixture
def bits(qtbot):
    widget = PairBits(LIGHT)
    qtbot.addWidget(widget)
    widget.resize(440, 100)
    return widget


@pytest.mark.parametrize(("name", "lines"), [("fp16", 1), ("fp32", 1), ("fp64", 2), ("x87", 3)])
def test_bits_stand_on_as_many_lines_as_it_takes(bits, name, lines):
    bits.show_pair(pair(name, "1", "2"))
    places = bits.places()
    assert 1 + max(place.line for place in places) == lines
    assert all(place.left < 440 - 12 for place in places)
    assert bits.heightForWidth(440) < 90 * lines
    for one, next_ in itertools.pairwise(places):
        assert one.bit == next_.bit + 1
        assert one.line < next_.line or one.left < next_.left


def test_every_format_is_painted_at_every_width(bits):
    for fmt in CATALOGUE:
        bits.show_pair(pair(fmt.name, 0, (1 << fmt.width) - 1))
        for width in (240, 700):
            bits.resize(width, bits.heightForWidth(width))
            assert sorted(place.bit for place in bits.places()) == list(range(fmt.width))
    bits.set_theme(PRINT)
    bits.grab()


def test_what_differs_is_framed_in_the_second_row_alone(bits):
    bits.show_pair(pair("fp16", 0x3C00, 0x3C00))
    same = bits.grab().toImage()
    bits.show_pair(pair("fp16", 0x3C00, 0x3C00).turned)
    bits.show_pair(pair("fp16", 0x3C01, 0x3C00))
    other = bits.grab().toImage()
    changed = {y for x in range(440) for y in range(100) if same.pixel(x, y) != other.pixel(x, y)}
    assert changed
    last = bits.places()[-1]
    assert bits.bit_at(QPointF(last.left + 2, min(changed) + 2)) == 0
    assert bits.bit_at(QPointF(last.left + 2, max(changed) - 2)) == 0
    assert bits.bit_at(QPointF(2, 2)) is None


def test_a_bit_is_told_with_both_its_values(bits):
    bits.show_pair(pair("fp16", 0x3C01, 0x3C00))
    assert bits.bit_said(0).endswith("worth 2^-10 of the significand · A 1 · B 0")
    assert bits.accessibleName().endswith("; differing bits: 0")
