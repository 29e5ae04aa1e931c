"""The panel of repeated updates: every experiment, every way of showing it."""

from __future__ import annotations

import re
from fractions import Fraction
from itertools import product

import pytest
from PySide6.QtCore import QPointF, Qt, QTranslator
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLabel, QSlider, QWidget

from fpviz.core.formats import CATALOGUE, find_format
from fpviz.experiments import EXPERIMENTS
from fpviz.model.files.scene import Setup, dump_scene, parse_scene
from fpviz.model.views import ViewOfUpdates
from fpviz.panels import PANELS
from fpviz.panels.updates import STAGES, UpdatesPanel
from fpviz.widgets.look.theme import DARK, LIGHT
from fpviz.widgets.run.editors import ExponentSlider
from fpviz.widgets.run.histogram_view import legend
from fpviz.widgets.run_plot.data_of_run import RunView
from fpviz.widgets.run_plot.labels import EndLabels
from fpviz.widgets.translated import said
from tests.strides import one_in, strided

NAMES = [experiment.name for experiment in EXPERIMENTS]


@pytest.fixture
def strange(qapp):
    """A language without Latin letters, into which everything is translated."""

    class Strange(QTranslator):
        def translate(self, context, text, disambiguation=None, n=-1):
            return re.sub(r"\{\w+\}|[A-Za-z]", lambda m: m[0] if "{" in m[0] else "ж", text)

    translator = Strange()
    qapp.installTranslator(translator)
    yield
    qapp.removeTranslator(translator)


@pytest.fixture
def panel(session, qtbot):
    widget = UpdatesPanel(session, LIGHT)
    qtbot.addWidget(widget)
    widget.resize(1000, 420)
    widget.show()
    widget.build_late()
    yield widget
    session.close()


def choose(panel, name, **values):
    panel.document.set_setup(Setup(name, values))
    panel.runs.wait()
    assert panel.runs.error is None
    return panel.runs.run


def labels(panel):
    return [curve.label for curve in panel.plot.data.curves if not curve.faint]


@strided(4)
@pytest.mark.parametrize("name", NAMES)
def test_each_experiment_is_shown_in_each_way_and_theme(panel, name, stride, qapp):
    run = choose(panel, name)
    assert panel.form.experiment.currentData() == name
    assert list(panel.form.fields) == [p.name for p in panel.runs.experiment.parameters]
    assert labels(panel) == [str(curve.label) for curve in run.curves if not curve.faint]
    assert panel.histogram.isHidden() == (run.histogram is None)
    for theme, stage in [*product((DARK, LIGHT), STAGES)][NAMES.index(name) % stride :: stride]:
        panel.set_theme(theme)
        panel.show_stage(stage)
        qapp.processEvents()
        assert panel.grab().toImage().pixelColor(5, 5).name() != "#000000"
    assert all(label in panel.plot.accessibleDescription() for label in labels(panel))


def test_errors_are_offered_where_there_is_something_to_measure_against(panel):
    choose(panel, "dynamic-loss-scale")
    assert not panel.views.button("error").isEnabled()
    choose(panel, "drift", steps="3000")
    assert panel.views.button("error").isEnabled()
    panel.views.button("error").click()
    curve = next(c for c in panel.plot.data.curves if c.key == "weight")
    assert curve.at(1) == Fraction("1.25") - Fraction("1.125") - Fraction("0.12457275190625")
    panel.views.button("ulps").click()
    assert [c.key for c in panel.plot.data.curves] == ["weight", "comparison", "master"]


def test_curves_axes_and_kept_runs_come_from_the_menu(panel):
    choose(panel, "swamping")
    panel.menu.aboutToShow.emit()
    actions = {action.text(): action for action in panel.menu.actions()}
    actions["BF16 weight"].trigger()
    assert "BF16 weight" not in labels(panel)
    actions["Logarithmic steps"].trigger()
    assert panel.plot.data.log_steps
    actions["Logarithmic values"].trigger()
    assert panel.plot.data.log_values
    actions["Keep this run for comparison"].trigger()
    panel.document.set_parameter("g", "0.001")
    panel.runs.wait()
    assert "defaults: FP16 weight" in labels(panel)
    assert "FP16 weight" in labels(panel)
    panel.menu.aboutToShow.emit()
    {action.text(): action for action in panel.menu.actions()}["Drop the runs kept"].trigger()
    assert "defaults: FP16 weight" not in labels(panel)


def test_a_slider_moves_the_scale(panel, qtbot):
    choose(panel, "static-loss-scale")
    slider = next(
        field.control
        for field in panel.form.fields.values()
        if isinstance(field.control, ExponentSlider)
    )
    zeros = panel.runs.run.histogram.totals[0]
    assert zeros == 27425
    qtbot.keyClick(slider.findChild(QSlider), Qt.Key.Key_Right)
    panel.runs.wait()
    assert panel.document.setup.values == {"k": "1"}
    assert panel.runs.run.histogram.totals[0] < zeros
    assert "2¹" in str(panel.runs.lesson.text)  # the lesson is of the scale that was chosen


def test_a_row_of_the_table_becomes_the_source(panel):
    choose(panel, "swamping")
    told = []
    panel.status_changed.connect(told.append)
    panel.table.step_picked.emit(100, "master")
    assert panel.document.state.source.code == 0x3F956090
    assert panel.runs.step == 100
    panel.plot.point_picked.emit("weight", 100)
    assert "0.430 of an ulp" in told[-1]
    panel.table.step_picked.emit(100, "master")
    panel.table.step_picked.emit(7, "")
    assert panel.runs.step == 7
    assert panel.document.state.source.code == 0x3F956090


def sample(picture, ys):
    """The piece of a curve before a label: blank, drawn, or marked, from pixel to pixel."""
    told = ""
    for x in range(10, 58):
        ink = sum(picture.pixelColor(x, y) != picture.pixelColor(8, y) for y in ys)
        told += " " if not ink else "-" if ink < 5 else "o"
    return told


def test_a_dozen_curves_of_one_format_are_told_apart_beside_their_names(panel, qapp):
    panel.resize(1400, 1200)
    panel.show_stage("table")  # the plot is drawn once, when all are there
    for g in range(1, 13):
        choose(panel, "drift", g=f"{g}/100")
        panel.keep_run()
    for name in ("comparison", "master", "exact", "exact-rounded"):
        panel.show_curve(name, False)
    panel.show_stage("plot")
    qapp.processEvents()
    strip = panel.plot.findChild(EndLabels)
    curves = [curve for curve in panel.plot.data.curves if not curve.faint]
    assert {LIGHT.tint(curve.look.of) for curve in curves} == {LIGHT.tint(find_format("fp16"))}
    rows = {}
    for y in range(strip.height()):
        if label := strip.label_at(QPointF(30, y)):
            rows.setdefault(label.key, []).append(y)
    assert len(rows) == len(curves) == 13
    picture = strip.grab().toImage()
    assert len({sample(picture, ys) for ys in rows.values()}) == len(curves)


def test_a_point_of_a_kept_run_changes_nothing(panel):
    choose(panel, "swamping")
    state = panel.document.state
    panel.plot.point_picked.emit("defaults: weight", 3)
    assert panel.document.state == state


def test_10_to_the_12_steps_open_and_zoom(panel, qapp):
    run = choose(panel, "drift", steps="10^12")
    assert run.domain.steps == 10**12
    panel.runs.look_at(10**12)
    panel.show_stage("table")
    qapp.processEvents()
    panel.show_stage("plot")
    panel.plot._box.setXRange(2030, 2050, padding=0)
    panel.plot._redraw()
    first, last = panel.plot.visible_steps()
    assert (first, last) == (2030, 2050)
    curve = next(c for c in panel.plot.data.curves if c.key == "weight")
    assert curve.at(2039) == 256


def test_a_long_run_shows_progress_and_can_be_cancelled(panel, qtbot):
    choose(panel, "swamping")
    good = panel.runs.run
    panel.document.set_setup(Setup("dot-product", {"terms": "10000000"}))
    if panel.runs.error is not None:
        panel.document.set_setup(Setup("dot-product", {"terms": "1000000"}))
    assert panel.runs.is_busy
    qtbot.waitUntil(lambda: not panel.waiting.isHidden(), timeout=20_000)
    panel.waiting.cancel.click()
    assert not panel.runs.is_busy
    assert panel.waiting.isHidden()
    assert panel.runs.run is good
    assert "given up" in str(panel.old)
    panel.document.set_setup(Setup("dot-product", {"terms": "100"}))
    panel.runs.wait()
    assert panel.old is None


def test_a_run_that_is_not_of_the_form_says_so(panel, qtbot):
    good = choose(panel, "swamping")
    field = panel.form.fields["steps"]
    field.control.selectAll()
    qtbot.keyClicks(field.control, "-")
    assert panel.old is None  # it may become a number
    qtbot.keyClick(field.control, Qt.Key.Key_Return)
    assert str(panel.old).startswith("Steps: '-' is not complete. Shown is the last run")
    assert not field.complaint.isHidden()
    qtbot.keyClicks(field.control, "y")
    assert str(panel.old).startswith("Steps: '-y' is not understood")
    assert panel.runs.run is good
    panel.plot.point_picked.emit("weight", 7)  # it stays in use
    assert panel.runs.step == 7
    panel.document.set_setup(Setup("drift", {"g": "1e9"}))
    panel.runs.wait()
    assert str(panel.old).startswith("Update g: an update of '1e9' is infinite in fp16.")
    panel.document.set_setup(Setup("swamping"))
    panel.runs.wait()
    assert panel.old is None


def test_the_view_comes_back(panel, session, qtbot):
    choose(panel, "drift", steps="3000")
    panel.set_log_steps(True)
    panel.show_curve("exact", False)
    panel.show_view(RunView.ERROR.value)
    panel.show_stage("results")
    panel.runs.look_at(2040, "master")
    kept = panel.view()
    other = UpdatesPanel(session, LIGHT)
    qtbot.addWidget(other)
    other.restore_view(kept)
    assert other.view() == kept
    other.restore_view(ViewOfUpdates())
    assert other.view() == kept


def test_what_is_in_view_comes_back_until_the_run_is_another(panel, session, qtbot):
    choose(panel, "swamping")
    assert panel.view().window == ()
    panel.plot.show_part((10.0, 30.5, 0.25, 0.75))
    kept = panel.view()
    assert kept.window == (10, 30.5, 0.25, 0.75)
    other = UpdatesPanel(session, LIGHT)
    qtbot.addWidget(other)
    other.restore_view(kept)
    assert other.view() == kept
    other.build_late()
    assert other.view() == kept
    other.show()
    assert other.plot.visible_steps() == (10, 31)
    choose(other, "swamping", steps="70")
    assert other.view().window == ()


@pytest.mark.parametrize(
    "setup",
    [
        Setup("counting", {"formats": "bf16", "steps": "50"}),
        Setup("dynamic-loss-scale"),
        Setup("master-copy", {"steps": "900"}),
    ],
)
def test_a_panel_writes_what_the_run_it_waits_for_can_show(panel, setup):
    choose(panel, "counting", steps="3000")
    panel.show_view("error")
    panel.show_curve("fp16", False)
    panel.runs.look_at(2000, "fp16")
    panel.plot.show_part((2.5, 3.4, 0.25, 0.75))
    panel.document.set_setup(setup)
    for _ in range(2):
        scene = panel.document.scene({panel.ID: panel.view()})
        assert parse_scene(dump_scene(scene)) == scene
        panel.runs.wait()


def test_the_hover_reads_exact_values(panel):
    told = []
    panel.status_changed.connect(told.append)
    panel.plot.step_hovered.emit(100)
    assert "FP32 master copy ≈ 1.167009354" in told[-1]
    panel.plot.step_hovered.emit(-1)
    assert told[-1] == ""


def test_bf16_of_any_kind_can_be_the_weight(panel, qtbot):
    choose(panel, "swamping")
    panel.document.set_parameter("weight-format", "e5m7")
    panel.runs.wait()
    assert panel.runs.run.curve("weight").format == find_format("e5m7")


def _texts(panel):
    """Everything that the panel says."""
    yield PANELS[panel.ID].title
    for widget in panel.findChildren(QWidget):
        yield from (widget.toolTip(), widget.accessibleName(), widget.accessibleDescription())
        if isinstance(widget, QLabel | QAbstractButton):
            yield widget.text()
        elif isinstance(widget, QComboBox):
            yield from (widget.itemText(i) for i in range(widget.count()))
    data, model = panel.plot.data, panel.table.grid.window_model
    yield from (said(data.domain.counts), data.value_name)
    yield from (each.label for each in (*data.curves, *data.bands, *data.marks))
    for column in range(model.columnCount()):
        for role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            yield model.headerData(column, Qt.Orientation.Horizontal, role) or ""
    yield from model.rows_as_text(range(1)).splitlines()
    yield from (action.text() for action in panel.menu.actions())
    if panel.runs.run.histogram is not None:
        yield from (text for _, text in legend(panel.runs.run.histogram))


SPELLED = {
    "IEEE",
    "PyTorch",
    "GradScaler",
    "Megatron",
    "apex",
    "MindSpore",
    "DynamicLossScaler",
    "DynamicLossScaleManager",
    *(word for fmt in CATALOGUE for word in re.findall("[A-Za-z]+", fmt.title)),
}
"""What every language writes alike."""


@pytest.mark.parametrize("name", one_in(2, NAMES))
def test_nothing_is_said_but_in_the_language_of_the_window(strange, panel, name, qapp):
    captions = []
    panel.caption_changed.connect(captions.append)
    panel.status_changed.connect(captions.append)
    choose(panel, name)
    panel.fill_menu()
    for stage in STAGES:
        panel.show_stage(stage)
        qapp.processEvents()
    panel.plot.step_hovered.emit(1)
    panel.plot.point_picked.emit(panel.runs.run.focus, 1)
    texts = {*captions, *_texts(panel)}
    words = {word for text in texts for word in re.findall(r"\b[A-Za-z]{4,}\b", text)}
    assert words <= SPELLED
    assert sum("ж" in text for text in texts) > 50


def test_a_refusal_is_said_in_the_language_of_the_window(strange, panel):
    panel.document.set_parameter("steps", "1.5")
    assert re.findall("[a-z]", panel.form.fields["steps"].complaint.text()) == []
