"""What is computed and shown for one fact: once, and only where it is seen."""

from __future__ import annotations

from collections import Counter

import pytest
from PySide6.QtCore import Qt

from fpviz.experiments.engine.experiment import Experiment
from fpviz.experiments.engine.run import Run
from fpviz.model.files.scene import Scene, Setup
from fpviz.model.runs import Change
from fpviz.model.session import new_session
from fpviz.widgets.bit_grid import BitGrid
from fpviz.widgets.formats.table import FormatsView
from fpviz.widgets.number_line import NumberLine
from fpviz.widgets.reading.decoded_view import DecodedView
from fpviz.widgets.run.readouts_view import ReadoutsView
from fpviz.widgets.run.why_view import LessonView
from fpviz.widgets.run_plot.plot import RunPlot
from fpviz.widgets.sheet import SheetView
from fpviz.widgets.spacing_plot import SpacingPlot
from fpviz.widgets.step_table.table import StepTable

SHOWING = {
    "bits": (BitGrid, "show_snapshot"),
    "line": (NumberLine, "show_subject"),
    "spacing": (SpacingPlot, "show_subject"),
    "decoded": (DecodedView, "show_reading"),
    "plot": (RunPlot, "show_data"),
    "table": (StepTable, "show_curves"),
    "results": (ReadoutsView, "show_run"),
    "why": (LessonView, "show_lesson"),
    "steps": (SheetView, "show_parts"),
    "formats": (FormatsView, "show_formats"),
}
"""By what a view is given what it shows."""


@pytest.fixture
def shown(monkeypatch):
    """How often each view was given something to show."""
    counts = Counter()
    for name, (view, method) in SHOWING.items():
        monkeypatch.setattr(view, method, _counted(counts, name, getattr(view, method)))
    return counts


def _counted(counts, name, act):
    def counted(*args, **kwargs):
        counts[name] += 1
        return act(*args, **kwargs)

    return counted


@pytest.fixture
def computed(monkeypatch):
    """How often an experiment was run, and a lesson made."""
    counts = Counter()
    monkeypatch.setattr(Experiment, "run", _counted(counts, "run", Experiment.run))
    monkeypatch.setattr(Run, "lesson", _counted(counts, "lesson", Run.lesson))
    return counts


@pytest.fixture
def told(window):
    """What the runs of the window say of themselves."""
    changes = []
    window.session.runs.changed.connect(changes.append)
    return changes


def test_one_toggle_reaches_each_view_that_is_seen_once_and_no_other(window, shown, told, qapp):
    window.document.toggle_bit(window.document.state.active, 3)
    qapp.processEvents()
    assert shown == {"bits": 1, "line": 1, "spacing": 1, "decoded": 1}
    assert told == []


def test_a_view_behind_a_tab_shows_what_it_has_missed_when_it_comes_to_the_front(
    window, shown, qapp
):
    window.document.toggle_bit(window.document.state.active, 3)
    window.document.toggle_bit(window.document.state.active, 4)
    shown.clear()
    window.docks.bring_to_front("steps")
    qapp.processEvents()
    assert shown == {"steps": 1}
    assert window.panels["steps"].sheet.trace.code == window.document.snapshot.active.code


def test_one_key_in_a_form_makes_one_run_and_tells_it_once(window, qtbot, shown, computed, told):
    edit = window.panels["updates"].form.fields["g"].control
    edit.end(False)
    qtbot.keyClick(edit, Qt.Key.Key_1)
    assert told == []  # nobody waits for it
    window.session.runs.wait()
    assert computed == {"run": 1, "lesson": 1}
    assert told == [Change.RUN]
    assert shown == {"plot": 1, "why": 1, "line": 1, "spacing": 1}


def test_one_key_computes_no_lesson_that_nobody_sees(window, qtbot, shown, computed):
    window.docks.show_alone("updates")
    edit = window.panels["updates"].form.fields["g"].control
    qtbot.keyClick(edit, Qt.Key.Key_1)
    window.session.runs.wait()
    assert computed == {"run": 1}
    assert shown == {"plot": 1}


def test_a_stage_shows_the_run_when_it_is_turned_to(window, qtbot, shown):
    updates = window.panels["updates"]
    window.document.set_parameter("steps", "50")
    window.document.set_parameter("steps", "60")
    window.session.runs.wait()
    shown.clear()
    for stage in ("table", "results", "table", "plot"):
        updates.show_stage(stage)
    assert shown == {"table": 1, "results": 1}


def test_looking_at_a_step_shows_no_run_again(window, shown, computed, told):
    window.session.runs.look_at(7)
    assert computed == {"lesson": 1}
    assert told == [Change.STEP]
    assert shown == {"why": 1, "line": 1, "spacing": 1}


def test_a_window_begins_with_the_run_of_its_scene_alone(qapp, computed):
    session = new_session(Scene(setup=Setup("counting", {"steps": "30"})))
    session.runs.wait()
    assert session.runs.run.experiment == "counting"
    assert computed == {"run": 1}
    session.close()
