"""Pens and hatches: as thick as the theme says, and never outside their area."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRectF

from fpviz.widgets.look.stroke import hatch, stroke
from fpviz.widgets.look.theme import CROSSED, FALLING, LIGHT, PRINT, RISING

AREA = QRectF(10, 20, 200, 30)


@pytest.mark.parametrize("slopes", [RISING, FALLING, CROSSED])
def test_a_hatch_fills_its_area_and_stays_in_it(slopes):
    lines = hatch(AREA, slopes, 5.0)
    grown = AREA.adjusted(-1e-9, -1e-9, 1e-9, 1e-9)
    assert all(grown.contains(line.p1()) and grown.contains(line.p2()) for line in lines)
    assert len(lines) == pytest.approx(len(slopes) * (200 + 30) / 5, abs=2)
    assert {round(line.dy() / line.dx()) for line in lines} == {-slope for slope in slopes}


@pytest.mark.parametrize("slopes", [RISING, FALLING])
def test_hatches_of_neighbours_go_on_in_each_other(slopes):
    """So that a zone in two pieces looks like one."""
    left, right = QRectF(0, 0, 101.3, 20), QRectF(101.3, 0, 60, 20)
    ends = {round(line.p2().y(), 6) for line in hatch(left, slopes) if line.p2().x() > 101.2}
    starts = {round(line.p1().y(), 6) for line in hatch(right, slopes) if line.p1().x() < 101.4}
    assert ends
    assert ends == starts


def test_an_empty_area_has_no_hatch():
    assert hatch(QRectF(5, 5, 0, 10), FALLING) == []


def test_a_pen_is_as_thick_as_its_theme_says():
    assert stroke(LIGHT, LIGHT.ink, 2).widthF() == 2
    assert stroke(PRINT, PRINT.ink, 2).widthF() == 2 * PRINT.stroke
    assert stroke(PRINT, PRINT.ink, 2, (3, 1)).dashPattern() == [3, 1]
