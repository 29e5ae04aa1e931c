"""The run of a document's experiment: it follows the setup, and the last good one stays."""

from __future__ import annotations

import pytest

from fpviz.core.formats import find_format
from fpviz.core.literals import parse_literal
from fpviz.model.document import Document
from fpviz.model.files.scene import Setup
from fpviz.model.runs import Change, KeptRun, Runs

FP16 = find_format("fp16")


@pytest.fixture
def document(qapp):
    return Document()


@pytest.fixture
def runs(document):
    runs = Runs(document)
    yield runs
    runs.close()


def run_of(document, runs, name, **values):
    document.set_setup(Setup(name, values))
    runs.wait()


def test_the_run_follows_the_setup_and_tells_once(document, runs):
    told = []
    runs.changed.connect(told.append)
    run_of(document, runs, "swamping", steps="7")
    assert told == [Change.RUN]
    assert (runs.run.experiment, runs.run.domain.steps) == ("swamping", 7)
    document.undo_stack.undo()
    runs.wait()
    assert runs.run.domain.steps == 100


def test_a_setup_that_is_refused_leaves_the_last_good_run(document, runs):
    run_of(document, runs, "swamping", steps="7")
    run_of(document, runs, "swamping", steps="-1")
    assert runs.error is not None
    assert "-1" in str(runs.error)
    assert runs.run.domain.steps == 7
    assert runs.sound_setup == Setup("swamping", {"steps": "7"})
    run_of(document, runs, "swamping", steps="8")
    assert (runs.error, runs.run.domain.steps) == (None, 8)


def test_what_is_looked_at_meanwhile_is_looked_at_in_the_run_that_comes(document, runs):
    document.set_setup(Setup("static-loss-scale", {"k": "3"}))
    runs.wait()
    first = runs.step
    document.set_setup(Setup("static-loss-scale", {"k": "5"}))
    runs.wait()
    assert runs.step == first + 2
    document.set_setup(Setup("static-loss-scale", {"k": "4"}))
    runs.look_at(1)
    runs.wait()
    assert runs.step == 1
    document.set_setup(Setup("counting"))
    assert not runs.is_current
    runs.wait()
    assert (runs.step, runs.is_current) == (runs.look.step, True)


def test_a_step_beyond_the_run_is_its_last_and_comes_back_with_a_longer_one(document, runs):
    runs.look_at(60)
    run_of(document, runs, "swamping", steps="7")
    assert runs.step == 7
    run_of(document, runs, "swamping", steps="90")
    assert runs.step == 60


def test_a_curve_that_the_run_has_not_is_the_one_that_it_is_about(runs):
    runs.look_at(3, "no such curve")
    assert runs.curve == runs.run.focus


def test_a_number_that_is_picked_is_the_source_and_both_are_undone_together(document, runs):
    before, step = document.state.source, runs.step
    runs.pick(5)
    assert runs.step == 5
    assert document.state.source.operand == (FP16, runs.run.curve(runs.curve).code(5))
    document.undo_stack.undo()
    assert (document.state.source, runs.step) == (before, step)


def test_an_exact_number_that_is_picked_is_the_source_as_text(document, runs):
    exact = next(curve for curve in runs.run.curves if curve.format is None)
    runs.pick(5, exact.name)
    assert runs.curve == exact.name
    assert document.state.source.number == exact.number(5)
    assert parse_literal(document.state.source.text).number == exact.number(5)


def test_kept_runs_stay_until_another_experiment_comes(document, runs):
    first = runs.run
    runs.keep(KeptRun("before", first))
    run_of(document, runs, "swamping", steps="7")
    assert [(each.name, each.run) for each in runs.kept] == [("before", first)]
    run_of(document, runs, "kahan")
    assert runs.kept == ()


def test_a_source_that_changes_runs_nothing(document, runs):
    told = []
    runs.changed.connect(told.append)
    document.set_source(parse_literal("2"))
    runs.wait()
    assert told == []


def test_the_runs_of_another_window_are_taken_over_without_running(document, runs):
    run_of(document, runs, "swamping", steps="7")
    runs.look_at(3)
    runs.keep(KeptRun("kept", runs.run))
    others = Runs(Document())
    others.take_over(runs)
    assert (others.run, others.step, others.kept) == (runs.run, 3, runs.kept)
    others.close()
