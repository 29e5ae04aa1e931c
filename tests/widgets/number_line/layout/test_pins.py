"""Marks of pins: in view, in order, never one over another."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QSizeF
from PySide6.QtGui import QFont

from fpviz.core.arithmetic.rounding import encode
from fpviz.core.formats import find_format
from fpviz.core.line.axis import AXES
from fpviz.core.line.view import View
from fpviz.core.literals import parse_literal
from fpviz.core.numbers import finite
from fpviz.widgets.number_line.layout.boxes import Fonts, Layout
from fpviz.widgets.number_line.layout.whole import arrange
from fpviz.widgets.number_line.picture import Lane, Picture, PinMark

FP16 = find_format("fp16")
LANES = (Lane(FP16, encode(FP16, finite(Fraction(3, 2))).code),)


@pytest.fixture(scope="module")
def fonts(qapp) -> Fonts:
    return Fonts.of(QFont())


def marks(*texts: str) -> tuple[PinMark, ...]:
    names = ("A", "expected value", "C", "x" * 24, "E", "F", "G", "H")
    return tuple(PinMark(names[at % 8], "", parse_literal(text)) for at, text in enumerate(texts))


def placed(
    fonts: Fonts, pins: tuple[PinMark, ...], height: float = 200, axis: str = "linear"
) -> Layout:
    view = View(AXES[axis]((FP16,)), Fraction(1), Fraction(2))
    picture = Picture(finite(Fraction(3, 2)), LANES, pins=pins, view=view)
    return arrange(picture, QSizeF(700, height), fonts)


def test_what_is_in_view_and_finite_is_marked_at_its_column(fonts: Fonts) -> None:
    layout = placed(fonts, marks("1.25", "2.5", "inf", "nan", "-1.5", "fp16:0x3f00"))
    assert [box.pins[0].source.text for box in layout.pins] == ["1.25", "fp16:0x3f00"]
    assert [box.x for box in layout.pins] == [
        layout.x_of(Fraction(5, 4)),
        layout.x_of(Fraction(7, 4)),
    ]
    assert [box.name.text for box in layout.pins if box.name] == ["A", "F"]


def test_pins_that_would_touch_are_one_mark_that_says_how_many(fonts: Fonts) -> None:
    layout = placed(fonts, marks("1.5", "1.50001", "1.9", "3/2", "1.2", "1.20001"))
    assert [len(box.pins) for box in layout.pins] == [2, 3, 1]
    assert [box.name.text for box in layout.pins if box.name] == ["E, F", "A +2", "C"]


def test_a_long_name_is_cut(fonts: Fonts) -> None:
    (box,) = placed(fonts, marks("9", "9", "9", "1.5")).pins
    assert box.name is not None
    assert box.name.text.startswith("xxx")
    assert box.name.text.endswith("…")


def test_a_name_without_room_at_the_right_stands_at_the_left(fonts: Fonts) -> None:
    (box,) = placed(fonts, marks("2")).pins
    assert box.name is not None
    assert box.name.rect.right() < box.mark.left()


def test_without_pins_the_layout_is_as_ever(fonts: Fonts) -> None:
    bare = placed(fonts, ())
    assert (bare.rows.pins, bare.pins) == (0, [])
    assert placed(fonts, marks("inf")).rows == bare.rows
    there = placed(fonts, marks("1.5"))
    assert there.plot.top() == pytest.approx(bare.plot.top() + there.rows.pins)


def test_where_there_is_little_height_the_lanes_stay(fonts: Fonts) -> None:
    low = placed(fonts, marks("1.5"), height=3.8 * fonts.em)
    assert (low.rows.pins, low.pins) == (0, [])


@settings(max_examples=20)
@given(
    st.lists(st.fractions(1, 2, max_denominator=2000), max_size=40),
    st.sampled_from(list(AXES)),
)
def test_nothing_of_pins_overprints_anything(
    fonts: Fonts, values: list[Fraction], axis: str
) -> None:
    layout = placed(fonts, marks(*(f"{v.numerator}/{v.denominator}" for v in values)), axis=axis)
    assert sum(len(box.pins) for box in layout.pins) == len(values)
    rects = [box.mark for box in layout.pins] + [b.name.rect for b in layout.pins if b.name]
    rects += [text.rect for _, text in layout.axis_labels] + [layout.value_label.rect]
    rects += [box.rect for box in layout.lanes]
    for at, one in enumerate(rects):
        assert not any(one.intersects(other) for other in rects[at + 1 :] if other is not one)
