"""The document: intents, undo, and one signal for each change."""

from __future__ import annotations

import gc

import pytest
import shiboken6
from hypothesis import given
from hypothesis import strategies as st

from fpviz.core.arithmetic.rounding import Overflow, Rounding, Rules
from fpviz.core.formats import find_format
from fpviz.core.literals import parse_literal
from fpviz.core.reading import State
from fpviz.model.document import UNDO_LIMIT, Document
from fpviz.model.files.scene import Scene, Setup
from fpviz.model.views import ViewOfBits, ViewOfSteps
from tests.strides import strided

FP16, BF16, FP32, FP64 = map(find_format, ("fp16", "bf16", "fp32", "fp64"))


@pytest.fixture
def document(qapp):
    return Document()


@pytest.fixture
def changes(document):
    seen = []
    document.changed.connect(seen.append)
    return seen


def code_of(document, fmt):
    return next(r.code for r in document.snapshot.readings if r.format == fmt)


def test_a_toggled_bit_becomes_the_source_of_all_rows(document, changes):
    document.toggle_bit(FP16, 9)
    assert code_of(document, FP16) == 0x3C7C ^ 1 << 9
    assert document.state.active == FP16
    assert document.state.source.code == 0x3E7C
    assert code_of(document, FP32) == 0x3FCF8000  # 1.62109375, exact in fp32
    assert len(changes) == 1


def test_each_change_is_told_once_and_no_change_not_at_all(document, changes):
    document.set_source(parse_literal("1/3"))
    document.set_source(parse_literal("1/3"))
    document.activate(document.state.active)
    assert len(changes) == 1
    assert document.undo_stack.count() == 1


def test_undo_and_redo_go_through_every_kind_of_change(document):
    states = [document.state]
    for change in (
        lambda: document.set_source(parse_literal("-0")),
        lambda: document.toggle_bit(BF16, 15),
        lambda: document.set_rules(Rules(Rounding.UPWARD, Overflow.SATURATE, flush=True)),
        lambda: document.add_format(find_format("e5m7")),
        lambda: document.move_format(FP64, -3),
        lambda: document.step_exponent(FP32, up=True),
        lambda: document.step_ulp(FP32, up=False),
        lambda: document.remove_format(FP16),
    ):
        change()
        states.append(document.state)
    assert len(set(map(repr, states))) == len(states)
    for state in reversed(states[:-1]):
        document.undo_stack.undo()
        assert document.state == state
    for state in states[1:]:
        document.undo_stack.redo()
        assert document.state == state


def test_a_gesture_is_one_step_and_a_gesture_without_effect_is_none(document):
    gesture = object()
    for index in range(4):
        document.set_bit(FP16, index, True, gesture)
    assert document.undo_stack.count() == 1
    assert code_of(document, FP16) == 0x3C7F
    document.undo_stack.undo()
    assert document.state == State()

    other = object()
    document.set_source(parse_literal("2"), other)
    document.set_source(State().source, other)
    assert not document.undo_stack.canUndo()
    assert document.state == State()


def test_two_gestures_stay_two_steps(document):
    document.set_source(parse_literal("2"), "first")
    document.set_source(parse_literal("3"), "second")
    assert document.undo_stack.count() == 2


@pytest.mark.parametrize("step", ["step_ulp", "step_exponent"])
def test_steps_of_a_row_that_follow_each_other_are_undone_together(document, step):
    take, first = getattr(document, step), document.state
    for up in (True, True, True, False):
        take(FP32, up=up)
    assert document.undo_stack.count() == 1
    take(FP16, up=True)
    document.toggle_bit(FP16, 0)
    after = document.state
    take(FP16, up=True)
    assert document.undo_stack.count() == 4
    document.undo_stack.undo()
    assert document.state == after
    for _ in range(3):
        document.undo_stack.undo()
    assert document.state == first


def test_typing_a_code_makes_its_format_shown_and_active(document):
    document.set_source(parse_literal("fp8_e5m2:0x7b"))
    assert document.state.active == find_format("fp8_e5m2")
    assert document.state.active in document.state.formats
    assert code_of(document, find_format("fp8_e5m2")) == 0x7B


def test_a_subnormal_code_keeps_its_bits_under_flush(document):
    document.set_rules(Rules(flush=True))
    document.set_code(FP16, 1)
    assert code_of(document, FP16) == 1
    assert code_of(document, BF16) == 0x3380  # a normal number there


def test_daz_takes_a_code_as_a_zero_on_its_way_to_other_rows(document, changes):
    document.set_code(FP16, 0x8001)
    document.set_rules(Rules(daz=True))
    assert [code_of(document, fmt) for fmt in (FP16, BF16, FP32)] == [0x8001, 0x8000, 1 << 31]
    assert document.state.source.code == 0x8001
    document.set_source(parse_literal("-2^-24"))  # the same value, and no code: nothing to take
    assert [code_of(document, fmt) for fmt in (FP16, BF16)] == [0x8001, 0xB380]
    document.undo_stack.undo()
    document.undo_stack.undo()
    assert code_of(document, BF16) == 0xB380
    assert document.state.rules == Rules()
    assert len(changes) == 5


def test_the_last_format_cannot_be_removed(document):
    for fmt in document.state.formats:
        document.remove_format(fmt)
    assert len(document.state.formats) == 1
    assert document.state.active in document.state.formats


def test_removing_the_active_format_activates_its_neighbour(document):
    document.activate(FP32)
    document.remove_format(FP32)
    assert document.state.active == FP64
    document.remove_format(find_format("fp8_e4m3fn"))
    document.remove_format(FP64)
    assert document.state.active == BF16


def test_steps_stop_at_the_ends(document, changes):
    document.set_source(parse_literal("fp16:0x7c00"))
    document.step_ulp(FP16, up=True)
    document.step_exponent(FP16, up=True)
    assert len(changes) == 1
    document.step_ulp(FP16, up=False)
    assert code_of(document, FP16) == 0x7BFF


def test_loading_a_scene_tells_state_and_setup_and_can_be_undone(document, changes):
    setups, views = [], []
    document.setup_changed.connect(setups.append)
    document.views_wanted.connect(views.append)
    now, then = {"bits": ViewOfBits("packed")}, {"steps": ViewOfSteps(current=2)}
    scene = Scene(State(parse_literal("2")), Setup("drift", {"steps": "7"}), then)
    document.load(scene, now)
    assert len(changes) == 1
    assert setups == [scene.setup]
    document.undo_stack.undo()
    assert document.state == State()
    assert document.setup == Setup()
    document.undo_stack.redo()
    assert document.state == scene.state
    assert views == [then, now, then]


def test_a_parameter_is_undoable_and_leaves_the_state_alone(document, changes):
    document.set_parameter("g", "1/3", "spell")
    document.set_parameter("g", "1/34", "spell")
    assert document.setup.values == {"g": "1/34"}
    document.undo_stack.undo()
    assert document.setup == Setup()
    assert not changes


def test_the_history_is_bounded(document):
    for n in range(UNDO_LIMIT + 20):
        document.set_source(parse_literal(str(n)))
    assert document.undo_stack.count() == UNDO_LIMIT


@given(
    st.lists(st.tuples(st.sampled_from([FP16, BF16, FP32, FP64]), st.integers(0, 63)), max_size=12)
)
def test_undoing_everything_returns_to_the_first_state(qapp, toggles):
    document = Document()
    for fmt, index in toggles:
        document.toggle_bit(fmt, index % fmt.width)
    while document.undo_stack.canUndo():
        document.undo_stack.undo()
    assert document.state == State()


def test_a_document_that_goes_tells_nothing_of_its_history(document):
    document.toggle_bit(FP16, 0)
    told = []
    document.history_changed.connect(lambda: told.append(document.undoable))
    document.undo_stack.undo()
    assert told == [None]
    shiboken6.delete(document)
    assert told == [None]


@strided(4)
def test_a_document_that_is_collected_takes_its_history_along(qapp, stride):
    for _ in range(0, 10, stride):
        document = Document()
        document.circle = document
        document.toggle_bit(FP16, 0)
        document.toggle_bit(FP16, 1)
        document.undo_stack.undo()
        assert document.undoable is not None
        del document
        gc.collect()
