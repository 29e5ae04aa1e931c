"""The results of a run are grouped, short for the eye and complete for the clipboard."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel

from fpviz.experiments import EXPERIMENTS, find_experiment
from fpviz.widgets.look.theme import DARK, LIGHT
from fpviz.widgets.run.readouts_view import ReadoutsView, groups, label_of, rest_of

SWAMPING = find_experiment("swamping")


@pytest.fixture(scope="module")
def run():
    return SWAMPING.run(SWAMPING.arguments({"steps": "100"}))


@pytest.fixture
def view(qtbot, run):
    widget = ReadoutsView(LIGHT)
    qtbot.addWidget(widget)
    widget.resize(420, 600)
    widget.show_run(run, SWAMPING.summary)
    widget.show()
    return widget


def texts(view):
    return [label.text() for label in view.widget().findChildren(QLabel)]


def clipboard():
    return QGuiApplication.clipboard().text()


def test_readouts_are_grouped_by_curve_each_shown_once(run):
    found = list(groups(run))
    assert [group.title and str(group.title) for group in found] == [
        None,
        "FP16 weight",
        "BF16 weight",
        "FP32 master copy",
    ]
    assert sorted(each.name for group in found for each in group.readouts) == sorted(
        each.name for each in run.readouts
    )


def test_a_label_does_not_repeat_its_title(run):
    final = run.readout("weight.final")
    assert str(label_of(final, run.curve("weight").label)) == "in the end"
    assert str(label_of(final, None)) == "FP16 weight, in the end"
    additions = run.readout("additions")
    assert label_of(additions, run.curve("weight").label) == additions.label
    for experiment in EXPERIMENTS:
        for group in groups(experiment.run(experiment.arguments())):
            shown = [str(label_of(readout, group.title)) for readout in group.readouts]
            assert group.title is None or not any(str(group.title) in label for label in shown)


def test_the_parts_of_a_value_are_its_whole_text():
    for experiment in EXPERIMENTS[:3]:
        for readout in experiment.run(experiment.arguments()).readouts:
            assert f"{readout.shown} {rest_of(readout)}".strip() == str(readout.text)


def test_summary_titles_values_and_roundings_are_shown(view, run):
    shown = texts(view)
    for text in (str(SWAMPING.summary), "FP16 weight", "in the end", "1.125", "= 0x3c80"):
        assert text in shown
    at = shown.index("What is rounded")
    for step in run.rounding_steps:
        assert {str(step.operation), f"to {step.format.name}"} <= set(shown[at:])
        assert step.note is None or str(step.note) in shown[at:]
    assert set(view.values) == {readout.name for readout in run.readouts}


def test_a_value_says_and_copies_the_whole(view, qtbot):
    label = view.values["update"]
    whole = "0.000420093536376953125"
    assert label.text() == "≈ 0.0004200935364"
    assert label.toolTip() == label.whole == whole
    assert label.accessibleName() == "g in FP16: ≈ 0.0004200935364 = 0x0ee2"
    view.menu(label).actions()[0].trigger()
    assert clipboard() == whole
    QGuiApplication.clipboard().clear()
    qtbot.keyClick(label, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert clipboard() == whole


def test_selected_text_is_what_is_copied(view):
    label = view.values["update"]
    label.setSelection(2, 4)
    view.menu(label).actions()[0].trigger()
    assert clipboard() == "0.00"


def test_all_is_copied_as_a_table(view, run, qtbot):
    qtbot.keyClick(view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    rows = [line.split("\t") for line in clipboard().splitlines()]
    assert rows[0] == ["name", "label", "value", "unit", "code"]
    assert len(rows) == 1 + len(run.readouts)
    assert ["weight.final", "FP16 weight, in the end", "1.125", "", "0x3c80"] in rows
    QGuiApplication.clipboard().clear()
    view.menu().actions()[-1].trigger()
    assert [line.split("\t") for line in clipboard().splitlines()] == rows


def test_another_run_replaces_the_first_and_keeps_the_place(view, qtbot):
    bar = view.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 100)
    bar.setValue(90)
    view.show_run(SWAMPING.run(SWAMPING.arguments({"steps": "7"})), SWAMPING.summary)
    assert view.values["additions"].text() == "7"
    assert bar.value() == 90


def test_themes_colour_it(view):
    before = view.grab().toImage()
    view.set_theme(DARK)
    after = view.grab().toImage()
    assert before.pixelColor(2, 2).name() == LIGHT.panel
    assert after.pixelColor(2, 2).name() == DARK.panel


@pytest.mark.parametrize("experiment", EXPERIMENTS, ids=lambda experiment: experiment.name)
def test_every_experiment_can_be_shown(experiment, view):
    run = experiment.run(experiment.arguments())
    view.show_run(run, experiment.summary)
    assert set(view.values) == {readout.name for readout in run.readouts}
    view.grab()


def test_nothing_is_wider_than_the_view(view):
    assert view.widget().minimumSizeHint().width() <= 420


def test_who_computes_so_is_said_of_every_curve_that_is_rounded(view, run):
    shown = texts(view)
    at = shown.index("Who computes so")
    assert shown[at + 1] == "FP16 weight; BF16 weight; FP32 master copy"
    assert shown[at + 2] == str(run.curve("weight").who)
    for experiment in EXPERIMENTS:
        made = experiment.run(experiment.arguments())
        rounded = {c.name for c in made.curves if c.format is not None and not c.faint}
        told = {curve.name for curves in made.who.values() for curve in curves}
        assert rounded <= told


def test_rules_and_formats_that_no_library_has_are_said():
    for texts_given, said in (
        ({"rounding": "upward"}, "No library by itself"),
        ({"weight-format": "tf32"}, "No library computes in TF32."),
    ):
        made = SWAMPING.run(SWAMPING.arguments(texts_given))
        assert str(made.curve("weight").who).startswith(said)
