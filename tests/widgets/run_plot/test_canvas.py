"""The plot's lines are equally thick on every screen and in every picture."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QImage, QPainter

from fpviz.core.formats import CATALOGUE
from fpviz.experiments import find_experiment
from fpviz.widgets.look.theme import LIGHT
from fpviz.widgets.run_plot.data_of_run import Shown, plot_data
from fpviz.widgets.run_plot.plot import RunPlot


@pytest.fixture
def plot(qtbot):
    swamping = find_experiment("swamping")
    plot = RunPlot(LIGHT)
    qtbot.addWidget(plot)
    plot.resize(600, 300)
    plot.show_data(plot_data([("", swamping.run(swamping.arguments()))], Shown()), fit=True)
    plot.show()
    qtbot.waitExposed(plot)
    return plot


def thickness(plot, scale):
    """How many pixels of the picture the level curve of the weight is thick, between two ticks."""
    image = QImage(plot.size() * scale, QImage.Format.Format_ARGB32)
    image.setDevicePixelRatio(scale)
    with QPainter(image) as painter:
        plot.render(painter, QPoint())
    lanes = {LIGHT.tint(fmt).lower() for fmt in CATALOGUE}
    column = round(image.width() * 0.3)
    colours = [image.pixelColor(column, y).name() for y in range(image.height())]
    return max(len(run) for run in runs(colour in lanes for colour in colours))


def runs(flags):
    found = [[]]
    for flag in flags:
        if flag:
            found[-1].append(flag)
        elif found[-1]:
            found.append([])
    return found


def test_lines_are_as_thick_as_the_pixels_are_fine(plot):
    on_screen = thickness(plot, 1)
    assert 1 <= on_screen <= 3
    for scale in (2, 4):
        assert thickness(plot, scale) == pytest.approx(2 * scale, abs=1.5)
    assert thickness(plot, 1) == on_screen
