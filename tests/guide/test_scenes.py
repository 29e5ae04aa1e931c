"""Each lesson's scene in the window: it shows what the page says, and takes nothing away."""

from __future__ import annotations

import re

import pytest
from PySide6.QtCore import QEvent, Qt

from fpviz.app.launch import build_window
from fpviz.app.preferences.appearance import Appearance
from fpviz.app.preferences.language import Language
from fpviz.core.formats import find_format
from fpviz.core.literals import parse_literal
from fpviz.core.numbers import Finite
from fpviz.experiments.engine.lesson import Outcome
from fpviz.model.files.resources import resource
from fpviz.model.files.scene import Scene
from fpviz.model.guide import read_pages
from fpviz.model.settings import passing_settings
from tests.strides import one_in

PAGES = read_pages(resource("guide"), "en")
SCENES = sorted(path.stem for path in resource("guide/scenes").iterdir())

SHOWS: dict[str, dict[str, str]] = {
    "start-here": {"fp16": "0x3c7c", "fp32": "0x3f8f8f6d", "fp8_e4m3fn": "0x39"},
    "formats-and-fields": {"fp16": "0x3c7c", "bf16": "0x3f90", "fp32": "0x3f8f8000"},
    "special-values-and-subnormals": {"fp16": "0x0400", "fp8_e5m2": "0x04"},
    "overflow-underflow-and-the-zones": {"fp16": "0x7bff", "fp8_e4m3fn": "0x7f"},
    "rounding-and-ulps": {"fp16": "0x3c00", "fp32": "0x3f801000"},
    "a-tenth-and-two-tenths": {"fp64": "0x3fb999999999999a", "fp16": "0x2e66"},
    "fp32-to-fp16-by-hand": {"fp16": "0x3c7c", "fp32": "0x3f8f8f6d"},
    "adding-with-alignment": {"fp16": "0x3c80", "fp32": "0x3f900000"},
    "division-and-square-root": {"fp16": "0x3c00"},
    "an-expression-has-an-order": {"fp16": "0x6800", "fp32": "0x45000000"},
    "sweep-of-a-cancellation": {"fp16": "0x3e00"},
    "why-fp16-weights-stop": {"fp16": "0x3c80", "bf16": "0x3f90"},
    "drifting-weight": {"fp16": "0x5c00"},
    "counting-ones": {"fp16": "0x6800", "bf16": "0x4500"},
    "master-copy": {"fp16": "0x3e00", "fp32": "0x3fc00000"},
    "loss-scaling": {"fp16": "0x0000"},
    "dynamic-scale": {"fp16": "0x7c00"},
    "accumulation": {"fp16": "0x5000"},
    "dot-product-sum": {"fp16": "0x6758"},
    "fp8-and-its-dialects": {"fp8_e4m3fn": "0x52", "fp8_e4m3fnuz": "0x5a", "fp8_e5m2": "0x49"},
    "other-ways-to-write-a-number": {"q0.15": "0x2666", "fp16": "0x34cd", "posit16": "0x319a"},
    "q15-one-ulp": {"q0.15": "0x2666"},
    "x87-leading-bit": {"x87": "0x3fff4000000000000000"},
    "reading-a-dump": {"fp32": "0x3f800000", "int32": "0x00000001"},
    "which-format-holds-these-gradients": {"fp16": "0x0000", "bf16": "0x32ac"},
    "posit-regime": {"posit16": "0x7c43", "fp16": "0x7c00"},
}
"""The codes that some rows of a scene show."""

STEPS = {
    "why-fp16-weights-stop": (40, "weight", Outcome.SWAMPED),
    "drifting-weight": (2039, "weight", Outcome.STALLED),
    "counting-ones": (2048, "fp16", Outcome.STALLED),
    "master-copy": (600, "low", Outcome.SWAMPED),
    "loss-scaling": (24, "zero", Outcome.FLUSHED),
    "accumulation": (2798, "sequential", Outcome.STALLED),
}
"""The step that a scene looks at, and what happens there."""


@pytest.fixture(scope="module")
def window(qapp, tmp_path_factory):
    """One window for all scenes, with the Guide open."""
    folder = str(tmp_path_factory.mktemp("window"))
    main = build_window(
        Scene(), passing_settings(folder), Appearance(qapp, "light"), Language(qapp, "en")
    )
    main.resize(1440, 900)
    main.show()
    main.later.complete()
    main.guide.show_guide()
    qapp.processEvents()
    yield main
    main.close()
    main.deleteLater()
    qapp.sendPostedEvents(main, QEvent.Type.DeferredDelete.value)


@pytest.fixture
def load(window, qapp):
    """Loads a scene by its name and waits for its run."""

    def load(name):
        window.panels["guide"].follow(f"scene:{name}")
        window.session.runs.wait()
        qapp.processEvents()

    return load


def test_every_lesson_has_its_scene_and_every_scene_a_page():
    linked = {name for page in PAGES for name in re.findall(r"scene:([\w-]+)", page.text)}
    assert {page.name for page in PAGES} | linked == set(SCENES) == set(SHOWS)


@pytest.mark.parametrize("name", one_in(2, SCENES))
def test_a_scene_shows_what_the_page_says(window, load, name):
    load(name)
    codes = {
        reading.format.name: reading.format.code_text(reading.code)
        for reading in window.document.snapshot.readings
    }
    assert SHOWS[name].items() <= codes.items()
    runs = window.session.runs
    assert runs.error is None
    source = window.document.state.source.number
    if not isinstance(source, Finite):
        return
    assert window.panels["number-line"].line.view().contains(source.value)
    if name in STEPS:
        step, curve, outcome = STEPS[name]
        assert (runs.step, runs.curve) == (step, curve)
        assert runs.lesson.outcome is outcome


def test_the_steps_of_a_sheet_are_those_of_the_page(window, load):
    steps = window.panels["steps"]
    load("fp32-to-fp16-by-hand")
    assert steps.sheet.trace.code == 0x3C7C
    assert not window.frames["steps"].visibleRegion().isEmpty()
    load("adding-with-alignment")
    assert steps.sheet.trace.code == 0x3D00
    assert steps.sheet.conversions[0][1].code == 0x2FF9
    load("division-and-square-root")
    assert steps.sheet.trace.code == 0x3555
    load("why-fp16-weights-stop")
    assert window.frames["steps"].visibleRegion().isEmpty()


def test_the_operations_of_an_expression_are_those_of_the_page(window, load):
    panel = window.panels["expression"]
    load("a-tenth-and-two-tenths")
    panel.wait()
    assert not window.frames["expression"].visibleRegion().isEmpty()
    assert panel.operations.execution.results[0].code == 0x3FD3333333333334
    load("an-expression-has-an-order")
    panel.wait()
    assert [each.code for each in panel.operations.execution.results] == [0x6800, 0x6801]
    load("sweep-of-a-cancellation")
    panel.wait()
    assert panel.sweep.isVisible()
    assert "15.47 ulp" in panel.sweep.summary.text()


def test_two_roundings_are_told_apart_in_the_sheet(window, load):
    load("fp32-to-fp16-by-hand")
    window.panels["guide"].follow("value:1.00048828125000000000001")
    sheet = window.panels["steps"].sheet
    assert sheet.trace.code == 0x3C01
    assert sheet.proof is not None
    astray = {each.through.name: each.second.code for each in sheet.proof.detours if each.differs}
    assert astray == {"fp32": 0x3C00, "fp64": 0x3C00}


def test_loading_takes_nothing_away(window, load, qapp):
    """One step of undo brings back value, formats, rules, experiment and what panels showed."""
    guide = window.panels["guide"]
    guide.turn_to("rounding-and-ulps")
    window.document.set_source(parse_literal("-1/3"))
    window.document.add_format(find_format("fp128"))
    window.panels["number-line"].axes.button("log2").click()
    window.panels["bits"].arrangement.button("packed").click()
    window.panels["steps"].form.operands[1].setText("7")
    before, count = window.shown.scene(), window.document.undo_stack.count()
    load("loss-scaling")
    guide.turn_to("loss-scaling")
    assert window.document.undo_stack.count() == count + 1
    assert window.shown.scene() != before
    window.document.undo_stack.undo()
    window.session.runs.wait()
    qapp.processEvents()
    after = window.shown.scene()
    assert (after.state, after.setup) == (before.state, before.setup)
    for panel in ("bits", "number-line", "steps", "updates"):
        assert after.views[panel] == before.views[panel], panel
    assert guide.page.name == "loss-scaling"


def test_a_file_that_is_open_stays_the_scene_s_file(window, load, tmp_path):
    files = window.files
    files.path = tmp_path / "mine.fpviz"
    window.document.undo_stack.setClean()
    load("loss-scaling")
    assert files.path.name == "mine.fpviz"
    assert window.isWindowModified()
    window.document.undo_stack.undo()
    assert not window.isWindowModified()
    files.path = None


def test_links_show_panels_and_values(window, qapp):
    guide = window.panels["guide"]
    window.frames["decoded"].close()
    guide.follow("panel:decoded")
    guide.follow("panel:steps")
    qapp.processEvents()
    assert not window.frames["decoded"].isHidden()
    assert not window.frames["steps"].visibleRegion().isEmpty()
    guide.follow("value:fp16:0x7e00")
    assert window.document.snapshot.active.format == find_format("fp16")
    assert window.document.snapshot.active.code == 0x7E00


def test_f1_opens_the_guide_and_gives_it_the_keyboard(window, qtbot, qapp):
    window.frames["guide"].close()
    window.menus.actions["show-guide"].trigger()
    qapp.processEvents()
    assert not window.frames["guide"].isHidden()
    assert qapp.focusWidget() is window.panels["guide"].text
    assert window.value_bar.switches[0].isChecked()
    qtbot.mouseClick(window.value_bar.switches[0], Qt.MouseButton.LeftButton)
    assert window.frames["guide"].isHidden()
