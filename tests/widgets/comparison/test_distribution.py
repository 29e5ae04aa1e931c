"""Bars of distances."""

from __future__ import annotations

from fpviz.widgets.comparison.distribution import Distribution
from fpviz.widgets.look.theme import LIGHT, PRINT


def test_each_range_has_a_bar_and_words(qtbot):
    bars = Distribution(LIGHT)
    qtbot.addWidget(bars)
    assert bars.sizeHint().height() == 0
    bars.show_ranges([(1, 1, 12), (3, 4, 1), (65537, None, 2), (None, None, 3)])
    assert bars.accessibleName() == (
        "Distances: 1 ulps: 12, 3 … 4 ulps: 1, 65\u2009537 and more ulps: 2, no number: 3"
    )
    bars.resize(300, bars.sizeHint().height())
    image = bars.grab().toImage()
    colours = {image.pixelColor(x, y).name() for x in range(300) for y in range(bars.height())}
    assert {LIGHT.accent, LIGHT.overflow} <= colours
    bars.set_theme(PRINT)
    bars.grab()
