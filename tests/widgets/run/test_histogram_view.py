"""The histogram of a run, whose legend is whole whatever room there is."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QFont, QFontMetricsF

from fpviz.experiments import find_experiment
from fpviz.widgets.look.theme import DARK, LIGHT
from fpviz.widgets.run.histogram_view import HistogramView, legend, legend_rows

STATIC = find_experiment("static-loss-scale")


@pytest.fixture(scope="module")
def histogram():
    return STATIC.run(STATIC.arguments({"k": "14"})).histogram


def test_the_legend_names_the_zones_that_have_numbers(histogram):
    texts = [text for _, text in legend(histogram)]
    assert texts[0] == "to zero 34 (0.034 %)"
    assert not any(text.startswith("overflow") for text in texts)
    assert next(text for _, text in legend(histogram, counts=False)) == "to zero 0.034 %"


def test_a_legend_without_room_gives_up_its_counts_and_then_takes_more_rows(histogram, qapp):
    metrics = QFontMetricsF(QFont())
    rooms = (5000, 600, 200, 1)
    wide, shorter, narrow, least = (legend_rows(histogram, metrics, room) for room in rooms)
    assert wide == [legend(histogram)]
    short = legend(histogram, counts=False)
    for rows in (shorter, narrow, least):
        assert [entry for row in rows for entry in row] == short
    assert 1 <= len(shorter) < len(narrow) <= len(least) == len(short)


def test_it_is_painted_and_described_in_both_themes(histogram, qtbot):
    view = HistogramView(LIGHT)
    qtbot.addWidget(view)
    view.resize(300, 120)
    view.show_histogram(histogram)
    view.show()
    assert "to zero 34 (0.034 %)" in view.accessibleDescription()
    light = view.grab().toImage()
    view.set_theme(DARK)
    assert view.grab().toImage() != light
    view.show_histogram(None)
    assert view.isHidden()
