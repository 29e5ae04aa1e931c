"""Whatever a scene would save is told, once, when it is another: the session and the mark hear."""

from __future__ import annotations

import inspect
from dataclasses import fields
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from fpviz.app import dialogs
from fpviz.core.arithmetic.rounding import Rounding, Rules
from fpviz.core.formats import find_format
from fpviz.core.literals import parse_literal
from fpviz.core.phrase import phrase
from fpviz.core.reading import State
from fpviz.data.layout.layout import DumpLayout
from fpviz.model.bench.opening import of_path
from fpviz.model.bench.records import Bench, DumpOrigin, OpenDump
from fpviz.model.document import Document
from fpviz.model.files.scene import RunPoint, Scene, Setup
from fpviz.model.links import read_link
from fpviz.model.runs import KeptRun, Runs
from fpviz.model.views import VIEWS, ViewOfBits, ViewOfNumberLine
from tests.checkout import ROOT

FP16, BF16, FP32 = map(find_format, ("fp16", "bf16", "fp32"))
LOADED = Scene(
    State(parse_literal("5")),
    Setup("kahan", {"steps": "50"}),
    {"bits": ViewOfBits("packed"), "number-line": ViewOfNumberLine(axis="ordinal", shows="both")},
)

DUMP = OpenDump(DumpOrigin(text="3f800000 40000000"), "plain-hex", DumpLayout(FP32))

OF_THE_DOCUMENT = {
    "set_source": lambda d: d.set_source(parse_literal("1/3"), "typing"),
    "take_back": lambda d: d.take_back("typing"),
    "set_code": lambda d: d.set_code(FP16, 0x4000),
    "look_at_code": lambda d: d.look_at_code(FP32, 0x3F000000),
    "toggle_bit": lambda d: d.toggle_bit(FP16, 3),
    "set_bit": lambda d: d.set_bit(FP32, 3, True),
    "step_ulp": lambda d: d.step_ulp(FP32, up=True),
    "step_exponent": lambda d: d.step_exponent(FP32, up=True),
    "pick": lambda d: d.pick(
        parse_literal("7"), RunPoint(40, "weight"), RunPoint(50, "comparison")
    ),
    "negate": lambda d: d.negate(FP32),
    "activate": lambda d: d.activate(BF16),
    "add_format": lambda d: d.add_format(find_format("e5m7")),
    "move_format": lambda d: d.move_format(BF16, 1),
    "remove_format": lambda d: d.remove_format(FP16),
    "set_rules": lambda d: d.set_rules(Rules(Rounding.UPWARD, flush=True)),
    "set_parameter": lambda d: d.set_parameter("steps", "300"),
    "set_setup": lambda d: d.set_setup(Setup("adam")),
    "set_bench": lambda d: d.set_bench(phrase("open a dump"), Bench(dump=DUMP)),
    "choose_row": lambda d: d.choose_row(0, FP32, 0x3F800000),
    "edit_row": lambda d: d.edit_row(1, FP32, 0x3F800000),
    "load": lambda d: d.load(LOADED, {"bits": ViewOfBits("aligned")}),
    "open_link": lambda d: d.open_link(read_link("fpviz:0.2?run=accumulation")),
}
"""An intent of the document that changes what is saved, each after the one before it."""

OF_THE_RUNS = {
    "look_at": lambda runs: runs.look_at(runs.step - 1),
    "pick": lambda runs: runs.pick(runs.step - 1, runs.run.curves[1].name),
}

NOT_SAVED = {
    "doubt_it": lambda runs: runs.doubt_it(phrase("a doubt")),
    "keep": lambda runs: runs.keep(KeptRun("a name", runs.run)),
    "drop_kept": lambda runs: runs.drop_kept(),
    "cancel": lambda runs: runs.cancel(),
    "wait": lambda runs: runs.wait(),
}
"""What is said of the runs while they are shown."""

NO_INTENTS = {"refuse", "scene", "take_over", "close"}
"""Public, too: what a text is that is typed, reading, and the life of a window."""


def public(kind):
    return {
        name
        for name, value in vars(kind).items()
        if inspect.isfunction(value) and not name.startswith("_")
    }


def undone(scene):
    """What of a scene can be undone."""
    return scene.state, scene.setup, scene.bench


def press(widget, keys):
    widget.setFocus()
    QTest.keyClicks(widget, keys)


def replace_by(edit, text):
    edit.selectAll()
    press(edit, text)


def turn(widget):
    """Choose the next one of a box to choose from."""
    QTest.keyClick(widget, Qt.Key.Key_Down)


def open_tensors(panel):
    """Open two files of tensors, and wait for them."""
    folder = ROOT / "tests" / "data" / "mlp_digits"
    panel.shelf.open_paths(sorted(folder.glob("*.npz")))
    panel.shelf.reading.wait()


def go_down(table):
    """Go to the last row, from the one before."""
    table.window().repaint()
    QTest.qWait(100)
    table.show_current(table.rowCount() - 2)
    QTest.keyClick(table, Qt.Key.Key_Down)


VIEWED = {
    ("bits", "arrangement"): lambda p: p.arrangement.button("packed").click(),
    ("number-line", "window"): lambda p: press(p.line, "+"),
    ("number-line", "axis"): lambda p: p.axes.button("ordinal").click(),
    ("number-line", "shows"): lambda p: p.views.button("both").click(),
    ("number-line", "spacing"): lambda p: press(p.spacing, "+"),
    ("number-line", "update"): lambda p: press(p.update_field, "1"),
    ("number-line", "overlay"): lambda p: p.overlay_action.trigger(),
    ("number-line", "pins"): lambda p: p.pins_action.trigger(),
    ("updates", "shows"): lambda p: p.views.button("error").click(),
    ("updates", "window"): lambda p: press(p.plot, "+"),
    ("updates", "log_steps"): lambda p: p.menu.log_steps_wanted.emit(True),
    ("updates", "log_values"): lambda p: p.menu.log_values_wanted.emit(True),
    ("updates", "hidden"): lambda p: p.menu.curve_wanted.emit("weight", False),
    ("updates", "step"): lambda p: QTest.keyClick(p.plot, Qt.Key.Key_Right),
    ("updates", "curve"): lambda p: p.runs.look_at(p.runs.step, "comparison"),
    ("updates", "stage"): lambda p: p.stages.button("table").click(),
    ("steps", "operation"): lambda p: turn(p.form.operation),
    ("steps", "format"): lambda p: turn(p.form.format),
    ("steps", "operands"): lambda p: press(p.form.operands[0], "3"),
    ("steps", "current"): lambda p: p.next.click(),
    ("steps", "shows"): lambda p: p.stages.button("rules").click(),
    ("compare", "a"): lambda p: press(p.form.edits[0], "3"),
    ("compare", "b"): lambda p: press(p.form.edits[1], "5"),
    ("compare", "format"): lambda p: turn(p.form.format),
    ("compare", "shows"): lambda p: p.stages.button("dumps").click(),
    ("compare", "expected"): lambda p: p.dumps_form.take(0, of_path(Path("golden.bin"))),
    ("compare", "actual"): lambda p: p.dumps_form.take(1, of_path(Path("unit.bin"))),
    ("compare", "tolerance"): lambda p: press(p.dumps_form.numbers[0], "3"),
    ("expression", "expression"): lambda p: p.form.editor.show_text("x*x - 1"),
    ("expression", "variable"): lambda p: p.form.editor.show_text("y*y - 1"),
    ("expression", "settings"): lambda p: press(p.form.lines["y"].line, "3"),
    ("expression", "way"): lambda p: p.ways.button("contracted").click(),
    ("expression", "line"): lambda p: go_down(p.operations.listing),
    ("expression", "stage"): lambda p: p.stages.button("sweep").click(),
    ("expression", "start"): lambda p: press(p.sweep.ends[0], "0"),
    ("expression", "stop"): lambda p: press(p.sweep.ends[1], "1"),
    ("formats", "start"): lambda p: replace_by(p.ends[0], "0"),
    ("formats", "below"): lambda p: replace_by(p.ends[1], "4"),
    ("formats", "compare"): lambda p: p.compare((FP16, BF16)),
    ("formats", "search"): lambda p: press(p.search, "b"),
    ("bench", "values"): lambda p: p.columns.fill().actions()[1].trigger(),
    ("bench", "errors"): lambda p: p.columns.fill().actions()[-1].trigger(),
    ("bench", "filter"): lambda p: p.search.filter_by("nan", ""),
    ("chart", "shows"): lambda p: p.views.button("exponent").click(),
    ("chart", "axis"): lambda p: p.axes.button("address").click(),
    ("chart", "window"): lambda p: press(p.plot, "+"),
    ("tensors", "files"): open_tensors,
    ("tensors", "search"): lambda p: press(p.search, "w"),
    ("tensors", "sort"): lambda p: p.list.sorted_by.emit(0),
    ("census", "tensor"): lambda p: p.shelf.choose(p.shelf.entries[1]),
    ("census", "file"): lambda p: p.shelf.choose(p.shelf.entries[-1]),
    ("census", "scale"): lambda p: press(p.histogram, "+"),
    ("swallowed", "rate"): lambda p: press(p.rate, "1"),
    ("guide", "page"): lambda p: p.next.click(),
    ("guide", "scrolled"): lambda p: p.text.verticalScrollBar().setValue(30),
}
"""What a user does to have another view of a panel, in the order in which it is done."""


OF_THE_SOURCE = {("expression", "line")}
"""Of these acts the source is another, too, and a file has that to be saved."""


class Listener:
    """How often a window's scene was told to be another, and whether it was."""

    def __init__(self, window, qtbot):
        self._window, self._qtbot = window, qtbot
        self.count = 0
        window.shown.changed.connect(self._hear)
        self.settle()

    def _hear(self):
        self.count += 1

    def settle(self):
        """Wait until nothing is under way any more."""
        self._window.session.runs.wait()
        self._qtbot.wait(1)
        self.count, self.scene = 0, self._window.shown.scene()

    def after(self, act):
        """(how often it was told, the scene before, the scene after) an act."""
        before = self.scene
        act()
        self._qtbot.wait(1)
        self._window.session.runs.wait()
        self._qtbot.wait(1)
        told = self.count
        self.settle()
        return told, before, self.scene


@pytest.fixture
def listener(window, qtbot, monkeypatch):
    monkeypatch.setattr(dialogs, "ask_unsaved", lambda *_: dialogs.Unsaved.DISCARD)
    return Listener(window, qtbot)


def test_the_tables_name_every_intent_and_every_field_of_a_view():
    assert public(Document) == (OF_THE_DOCUMENT.keys() | NO_INTENTS) - {"take_over", "close"}
    assert public(Runs) == OF_THE_RUNS.keys() | NOT_SAVED.keys() | {"take_over", "close"}
    shown_by_nothing = {("guide", "zoom")}
    every = {(panel, each.name) for panel, kind in VIEWS.items() for each in fields(kind)}
    assert every - shown_by_nothing == VIEWED.keys()


def test_an_intent_of_the_document_is_told_once_and_marks_its_file(window, listener, tmp_path):
    document, path = window.document, tmp_path / "mine.fpviz"
    for name, intent in OF_THE_DOCUMENT.items():
        window.files.take(path)
        listener.settle()
        told, before, after = listener.after(lambda intent=intent: intent(document))
        # A run may be there at once; the one that comes later is a change of its own.
        once = (1, 2) if before.setup != after.setup else (1,)
        assert before != after, name
        assert told in once, name
        assert window.isWindowModified(), name
        if name == "take_back":
            continue
        told, _, back = listener.after(document.undo_stack.undo)
        assert told in once, name
        assert undone(back) == undone(before), name
        assert not window.isWindowModified(), name
        told, _, again = listener.after(document.undo_stack.redo)
        assert told in once, name
        assert undone(again) == undone(after), name


def test_what_is_looked_at_of_a_run_is_told_once(window, listener):
    for name, intent in OF_THE_RUNS.items():
        told, before, after = listener.after(lambda intent=intent: intent(window.session.runs))
        assert before != after, name
        assert told == 1, name


def test_what_is_not_saved_is_not_told(window, listener):
    for name, intent in NOT_SAVED.items():
        told, before, after = listener.after(lambda intent=intent: intent(window.session.runs))
        assert (told, before) == (0, after), name


def test_another_view_of_a_panel_is_told_once_and_leaves_the_mark(window, listener, tmp_path):
    window.session.dump.open_text("3c00 4000 4200 4400")
    window.session.dump.reading.wait()
    window.files.take(tmp_path / "mine.fpviz")
    window.docks.bring_to_front("guide")
    for (panel, field), act in VIEWED.items():
        window.docks.bring_to_front(panel)
        listener.settle()
        told, before, after = listener.after(lambda p=panel, act=act: act(window.panels[p]))
        was, now = (getattr(scene.views[panel], field) for scene in (before, after))
        assert was != now, (panel, field)
        assert told == 1, (panel, field)
        assert window.isWindowModified() == ((panel, field) in OF_THE_SOURCE), (panel, field)
        window.files.take(tmp_path / "mine.fpviz")
