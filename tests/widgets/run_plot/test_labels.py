"""Names stand outside the plot: none is crossed by a curve, and none covers another."""

from __future__ import annotations

from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QColor, QHelpEvent
from PySide6.QtWidgets import QLabel, QToolTip

from fpviz.core.phrase import verbatim
from fpviz.experiments import find_experiment
from fpviz.experiments.engine.plot import Domain
from fpviz.widgets.look.theme import DASHES, LIGHT, PRINT, CurveLook, zone_looks
from fpviz.widgets.run_plot.canvas import Canvas
from fpviz.widgets.run_plot.data import PlotCurve, PlotData
from fpviz.widgets.run_plot.data_of_run import Shown, plot_data
from fpviz.widgets.run_plot.labels import EndLabels, TopLabel, TopLabels, placed
from fpviz.widgets.translated import said

TEXTS = st.lists(st.tuples(st.floats(-50, 400), st.floats(1, 120)), max_size=8).map(sorted)


@given(TEXTS)
def test_texts_in_a_strip_stand_inside_it_and_apart(texts) -> None:
    free = 0.0
    lefts = placed(texts, 300)
    for (_, wide), left in zip(texts, lefts, strict=True):
        if left is not None:
            assert free <= left <= 300 - wide
            free = left + wide
    assert lefts[:1] != [None]


def test_a_text_stands_over_its_middle_where_there_is_room() -> None:
    assert placed([(20, 60), (150, 40), (290, 40)], 300) == [0, 130, 260]
    assert placed([(20, 60), (30, 40), (31, 280)], 300) == [0, 70, None]


def test_a_text_stands_at_its_first_step_alone(qtbot) -> None:
    strip = TopLabels(LIGHT)
    qtbot.addWidget(strip)
    strip.show_labels([TopLabel("b", 90.0), TopLabel("a", 50.0), TopLabel("b", 20.0)])
    assert strip.accessibleName() == "b; a"


@pytest.fixture
def plot(qtbot):
    from fpviz.widgets.run_plot.plot import RunPlot  # noqa: PLC0415 - pyqtgraph is slow to load

    widget = RunPlot(LIGHT)
    qtbot.addWidget(widget)
    widget.resize(700, 300)
    widget.show()
    return widget


def test_marks_are_named_outside_the_plot(plot, qapp) -> None:
    scale = find_experiment("dynamic-loss-scale")
    run = scale.run(scale.arguments({"overflows": "gradient"}))
    plot.show_data(plot_data([("", run)], Shown(log_values=True)), fit=True)
    qapp.processEvents()
    tops, labels = plot.findChild(TopLabels), plot.findChild(EndLabels)
    assert tops.accessibleName() == "skipped"
    assert labels.accessibleName().endswith("FP16 overflows")
    plot.findChild(Canvas).setXRange(0, 10, padding=0)
    qapp.processEvents()
    assert tops.accessibleName() == ""  # none of the skipped steps is in view
    assert not tops.isHidden()
    drift = find_experiment("drift")
    plot.show_data(plot_data([("", drift.run(drift.arguments()))], Shown()), fit=True)
    assert tops.isHidden()
    plot.grab()


def test_the_line_at_a_marked_step_is_a_line(plot, qapp) -> None:
    adam = find_experiment("adam")
    plot.show_data(plot_data([("", adam.run(adam.arguments()))], Shown()), fit=True)
    canvas = plot.findChild(Canvas)
    canvas.setXRange(0, 4, padding=0)  # a step takes a quarter of the plot
    qapp.processEvents()
    image, red = canvas.grab().toImage(), QColor(LIGHT.overflow)
    marked = {
        x
        for x in range(image.width())
        for y in range(image.height())
        if image.pixelColor(x, y) == red
    }
    assert 1 <= len(marked) <= 2


@pytest.mark.parametrize("height", [140, 300])
def test_the_remark_on_thinning_lies_beside_the_plot(plot, qapp, height) -> None:
    plot.resize(700, height)
    sums = find_experiment("accumulation")
    plot.show_data(plot_data([("", sums.run(sums.arguments()))], Shown()), fit=True)
    qapp.processEvents()
    note = plot.findChild(QLabel, options=Qt.FindChildOption.FindDirectChildrenOnly)
    assert note.text().startswith("thinned")
    assert note.isVisible()
    canvas = plot.findChild(Canvas)
    box = canvas.getViewBox()
    drawn_in = box.mapRectToScene(box.rect()).toRect().translated(canvas.pos())
    assert not note.geometry().intersects(drawn_in)
    assert plot.rect().contains(note.geometry())


# -- colours, the cursor's numbers, and picking by name ---------------------------------------


def run_of(name, **texts):
    experiment = find_experiment(name)
    return experiment.run(experiment.arguments(texts))


def test_a_format_has_its_colour_in_every_experiment():
    runs = [run_of(name) for name in ("swamping", "adam", "counting", "accumulation", "kahan")]
    shown = [curve for run in runs for curve in plot_data([("", run)], Shown()).curves]
    formats = [curve for run in runs for curve in run.curves]
    for plotted, curve in zip(shown, formats, strict=True):
        assert LIGHT.tint(plotted.look.of) == LIGHT.tint(curve.format)


def test_curves_of_one_format_differ_in_their_dashes_also_from_a_run_kept():
    run = run_of("accumulation")
    data = plot_data([("", run), ("kept", run)], Shown())
    found = [(LIGHT.tint(c.look.of), LIGHT.dashes(c.look)) for c in data.curves]
    assert len(set(found)) == len(found) == 2 * len(run.curves)
    assert [PRINT.dashes(c.look) for c in data.curves] == list(DASHES[: len(data.curves)])


def test_a_fate_has_one_colour_in_curves_and_histogram():
    run = run_of("static-loss-scale")
    data = plot_data([("", run)], Shown())
    inks = [zone_looks(LIGHT)[kind].ink for kind in run.histogram.kinds]
    assert [LIGHT.tint(curve.look.of) for curve in data.curves] == inks


def test_labels_say_the_numbers_of_the_marked_step(plot, qapp):
    run = run_of("counting", formats="fp16")
    plot.show_data(plot_data([("", run)], Shown()), fit=True)
    labels = plot.findChild(EndLabels)
    plot.show_step(100)
    assert "FP16: 100" in labels.accessibleName()
    plot.show_step(run.domain.steps)
    assert "FP16: 2048" in labels.accessibleName()


def test_a_curve_below_another_is_picked_by_its_label_and_comes_on_top(plot, qapp, qtbot):
    run = run_of("swamping", g="0.001")
    plot.show_data(plot_data([("", run)], Shown()), fit=True)
    plot.show_step(7)
    qapp.processEvents()
    picked = []
    plot.point_picked.connect(lambda *point: picked.append(point))
    for label, place in zip(plot._labels._labels, plot._labels._places(), strict=True):
        qtbot.mouseClick(plot._labels, Qt.MouseButton.LeftButton, pos=place.center().toPoint())
        assert picked.pop() == (label.key, 7)
        plot.show_step(7, label.key)
        tops = {key: item.zValue() for key, item in plot._items.curves.items()}
        assert max(tops, key=tops.get) == label.key


def test_a_curve_without_a_number_for_a_long_time_is_named_where_its_line_ends(plot, qapp):
    last, asked = 10**9, []

    def at(step):
        asked.append(step)
        assert len(asked) < 50_000, "looks at each of a thousand million steps"
        return Fraction(step) if step < last // 4 else None

    curve = PlotCurve("sum", "sum", str, CurveLook(None), at, lambda lo, hi: range(lo, hi + 1))
    plot.show_data(PlotData((curve,), Domain(verbatim("step"), last)), fit=True)
    qapp.processEvents()
    box = plot.findChild(Canvas).getViewBox()
    area, (_, (low, high)) = box.sceneBoundingRect(), box.viewRange()
    end = np.nanmax(plot._items.curves["sum"].yData)
    (label,) = plot._labels._labels
    assert label.y == pytest.approx(area.top() + area.height() * (high - end) / (high - low), abs=1)


def test_the_label_of_a_curve_says_who_computes_so(plot, qapp, monkeypatch) -> None:
    said_there = []
    monkeypatch.setattr(QToolTip, "showText", lambda _at, text, *_: said_there.append(text))
    experiment = find_experiment("master-copy")
    run = experiment.run(experiment.arguments({}))
    plot.show_data(plot_data([("", run)], Shown()), fit=True)
    qapp.processEvents()
    strip = plot.findChild(EndLabels)
    for y in range(strip.height()):
        at = QPoint(20, y)
        qapp.sendEvent(strip, QHelpEvent(QEvent.Type.ToolTip, at, strip.mapToGlobal(at)))
    told_there = "\n".join(said_there)
    who = [said(curve.who) for curve in run.curves if curve.who is not None and not curve.faint]
    assert who
    assert all(line in told_there for line in who)
