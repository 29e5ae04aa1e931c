"""The number line in a session: it shows the document, and its gestures change the document."""

from __future__ import annotations

from fractions import Fraction

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication

from fpviz.core.arithmetic.rounding import Rounding, Rules
from fpviz.core.formats import find_format
from fpviz.core.line.view import parse_view
from fpviz.core.literals import Kind, parse_literal
from fpviz.model.files.resources import resource
from fpviz.model.files.scene import Scene, Setup, dump_scene, load_scene, parse_scene
from fpviz.model.session import new_session
from fpviz.model.views import ViewOfNumberLine
from fpviz.panels.number_line import NumberLinePanel
from fpviz.widgets.look.theme import LIGHT
from fpviz.widgets.number_line.hits import hit_at
from fpviz.widgets.number_line.remarks import tooltip
from fpviz.widgets.number_line.table import as_markdown
from fpviz.widgets.spacing_plot import Window

SCENES = (
    "fp16-against-bf16",
    "fp8-linear",
    "fp64-at-one",
    "fp16-subnormal-border",
    "pending-update",
    "spacing",
    "gradients-and-scale",
)
LOOP_ONE = Fraction(881, 2**21)


@pytest.fixture
def open_panel(qtbot):
    """Opens a panel on a scene, and closes its session in the end."""
    opened = []

    def opening(scene: Scene | None = None) -> NumberLinePanel:
        session = new_session(scene or Scene())
        session.runs.wait()
        panel = NumberLinePanel(session, LIGHT)
        qtbot.addWidget(panel)
        panel.resize(1000, 300)
        panel.restore_view((scene or Scene()).views.get(panel.ID, ViewOfNumberLine()))
        panel.show()
        opened.append(session)
        return panel

    yield opening
    for session in opened:
        session.close()


def drag_value(panel: NumberLinePanel, qtbot, by: int) -> None:
    """Drag the value's line as a hand does, in several moves."""
    line = panel.line
    line.grab()
    layout = line._layout()
    start = QPoint(round(layout.value_x), round(layout.lanes[0].rect.top()) + 1)
    qtbot.mousePress(line, Qt.MouseButton.LeftButton, pos=start)
    for step in range(1, 6):
        to = QPointF(start.x() + by * step / 5, start.y())
        event = QMouseEvent(
            QEvent.Type.MouseMove, to, line.mapToGlobal(to), Qt.MouseButton.NoButton,
            Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier,
        )  # fmt: skip
        QApplication.sendEvent(line, event)
    qtbot.mouseRelease(line, Qt.MouseButton.LeftButton, pos=start + QPoint(by, 0))


def test_one_drag_of_the_value_is_one_undo_step(qtbot, open_panel):
    panel = open_panel()
    document, before = panel.document, panel.document.state.source
    for by in (40, -90):
        drag_value(panel, qtbot, by)
    assert document.undo_stack.count() == 2
    assert document.state.source != before
    assert panel.line.picture().number == document.state.source.number
    assert parse_literal(document.state.source.text).number == document.state.source.number
    document.undo_stack.undo()
    document.undo_stack.undo()
    assert document.state.source == before
    assert panel.line.picture().number == before.number


def test_a_clicked_tick_becomes_the_source(qtbot, open_panel):
    panel = open_panel()
    panel.line.grab()
    box = panel.line._layout().lanes[1]
    qtbot.mouseClick(panel.line, Qt.MouseButton.LeftButton, pos=box.dot.toPoint())
    assert panel.document.state.source.format == find_format("bf16")
    assert panel.document.snapshot.active.code == 0x3F90


def test_what_daz_takes_as_a_zero_stands_there_and_says_why(open_panel):
    panel = open_panel()
    document = panel.document
    document.set_code(find_format("fp16"), 0x0200)
    rounded = as_markdown(panel.line.picture())
    document.set_rules(Rules(daz=True))
    picture = panel.line.picture()
    assert [(lane.code, lane.zeroed) for lane in picture.lanes[:2]] == [(0x0200, False), (0, True)]
    told = as_markdown(picture)
    assert "BF16 has 0 by DAZ" in told
    assert told.count("none: DAZ takes the source as a zero") == 4
    assert "FP16 rounds to 3.05e-05" in told
    assert "DAZ" not in rounded
    document.undo_stack.undo()
    assert as_markdown(panel.line.picture()) == rounded


def test_one_change_of_the_document_makes_one_layout(qtbot, open_panel):
    panel = open_panel()
    shown = []
    panel.line._show, show = (
        lambda picture: (shown.append(picture), show(picture)),
        panel.line._show,
    )
    panel.document.set_source(parse_literal("2.5"))
    panel.document.set_rules(Rules(Rounding.UPWARD, flush=True))
    assert len(shown) == 2


def test_the_update_of_the_step_is_pending_where_its_weight_is_the_source(open_panel):
    panel = open_panel()
    assert panel.line.picture().update is None
    panel.runs.pick(panel.runs.step)
    assert panel.line.picture().update == LOOP_ONE
    assert panel.update_field.placeholderText() == "g ≈ 0.000420094"
    panel.document.set_source(parse_literal("3"))
    assert panel.line.picture().update is None


def test_an_update_that_was_read_as_a_code_is_saved_as_one(qtbot, open_panel):
    panel = open_panel()
    panel.session.reader.take(Kind.CODE)
    qtbot.keyClicks(panel.update_field, "4e00")
    update = panel.line.picture().update
    scene = parse_scene(dump_scene(Scene(views={panel.ID: panel.view()})))
    assert open_panel(scene).line.picture().update == update == 24


def test_an_update_of_a_scene_is_read_alike_whatever_the_user_prefers(open_panel):
    panel = open_panel()
    panel.session.reader.take(Kind.CODE)
    panel.restore_view(ViewOfNumberLine(update="4e00"))
    assert panel.line.picture().update == 4


def test_a_typed_update_is_shown_waits_while_half_typed_and_is_saved(qtbot, open_panel):
    panel = open_panel()
    qtbot.keyClicks(panel.update_field, "2^-12")
    assert panel.line.picture().update == Fraction(1, 4096)
    said = []
    panel.status_changed.connect(said.append)
    qtbot.keyClicks(panel.update_field, "+")
    assert panel.line.picture().update == Fraction(1, 4096)
    panel.update_field.setText("")
    qtbot.keyClicks(panel.update_field, "1/zebra")
    assert "zebra" in said[-1]
    assert panel.line.picture().update is None  # what was typed before is not shown as this
    panel.update_field.setText("")
    qtbot.keyClicks(panel.update_field, "0.5")
    scene = parse_scene(dump_scene(panel.document.scene({panel.ID: panel.view()})))
    again = open_panel(scene)
    assert again.line.picture().update == Fraction(1, 2)
    assert again.line.view() == panel.line.view()


def test_line_and_spacing_are_one_click_apart_and_can_both_be_shown(qtbot, open_panel):
    panel = open_panel()
    seen = []
    for view in ("spacing", "both", "line"):
        panel.views.button(view).click()
        seen.append((panel.line.isVisible(), panel.spacing.isVisible()))
    assert seen == [(False, True), (True, True), (True, False)]
    panel.views.button("spacing").click()
    panel.axes.button("ordinal").click()
    assert panel.line.isVisible()
    assert panel.line.axis() == "ordinal"


def test_the_gradients_of_an_experiment_lie_over_the_lanes_and_follow_its_scale(open_panel):
    panel = open_panel(Scene(setup=Setup("static-loss-scale", {"k": "3"})))
    first = panel.line.picture().overlay
    assert first is not None
    assert first.scale == 3
    panel.document.set_parameter("k", "12")
    panel.runs.wait()
    second = panel.line.picture().overlay
    assert second is not None
    assert (second.scale, second.sample) == (12, first.sample)
    panel.overlay_action.setChecked(False)
    assert panel.line.picture().overlay is None


def test_what_a_scene_does_not_say_of_the_view_stays(open_panel):
    panel = open_panel()
    panel.spacing.set_window(Window(-3.0, 4.0))
    before = panel.view()
    panel.restore_view(ViewOfNumberLine())
    assert panel.view() == before


@pytest.mark.parametrize("name", SCENES)
def test_the_scenes_for_pictures_open_as_they_were_drawn(open_panel, name):
    scene = load_scene(resource(f"scenes/{name}.fpviz"))
    panel = open_panel(scene)
    view = scene.views[panel.ID]
    assert str(panel.line.view()) == view.window
    assert panel.view().shows == (view.shows or "line")
    assert not panel.grab().isNull()


def test_an_axis_that_a_scene_asks_for_stays_while_the_formats_do(open_panel):
    panel, window = open_panel(), "log2(-26) -0x1p20 0x1p20"
    panel.restore_view(ViewOfNumberLine(window=window))
    panel.document.set_bit(panel.document.state.active, 0, value=True)
    assert panel.view().window == window


def pinned(panel: NumberLinePanel, *texts: str) -> None:
    for text in texts:
        panel.session.pins.pin(parse_literal(text))


def test_a_pin_in_view_is_marked_told_of_and_chosen_by_a_click(open_panel, qtbot):
    panel = open_panel()
    panel.line.set_view(parse_view("linear 0x1p0 0x3p0"))
    pinned(panel, "fp16:0x3e00", "2.25", "7")
    panel.session.pins.annotate(0, "<b>bold</b> · claim")
    panel.line.grab()
    (first, second) = panel.line._layout().pins
    told = []
    panel.status_changed.connect(told.append)
    qtbot.mouseMove(panel.line, first.mark.center().toPoint())
    assert told[-1] == "A = 1.5: <b>bold</b> · claim"
    assert panel.line.cursor().shape() == Qt.CursorShape.PointingHandCursor
    qtbot.mouseClick(panel.line, Qt.MouseButton.LeftButton, pos=second.name.rect.center().toPoint())
    assert panel.document.state.source == parse_literal("2.25")
    qtbot.mouseClick(panel.line, Qt.MouseButton.LeftButton, pos=first.mark.center().toPoint())
    assert panel.document.state.source == parse_literal("fp16:0x3e00")
    assert "pins: A = 1.5: <b>bold</b> · claim, B = 2.25." in panel.line.accessibleDescription()
    assert as_markdown(panel.line.picture()).endswith(
        "| pin | value | note |\n| --- | --- | --- |\n"
        "| A | 1.5 | <b>bold</b> · claim |\n| B | 2.25 |  |\n"
    )


def test_the_tooltip_of_a_pin_shows_its_note_as_it_is(open_panel):
    panel = open_panel()
    pinned(panel, "1.12")
    panel.session.pins.annotate(0, "<b>bold</b>")
    layout = panel.line._layout()
    hit = hit_at(layout, layout.pins[0].mark.center())
    assert tooltip(layout, hit) == "<span>A = 1.12: &lt;b&gt;bold&lt;/b&gt;</span>"


def test_pins_are_shown_and_hidden_by_the_menu_and_by_scenes(open_panel):
    panel = open_panel()
    pinned(panel, "1.12")
    changes = []
    panel.view_changed.connect(lambda: changes.append(panel.view().pins))
    panel.pins_action.trigger()
    assert panel.line.picture().pins == ()
    assert changes == [False]
    panel.restore_view(ViewOfNumberLine(pins=True))
    assert [pin.name for pin in panel.line.picture().pins] == ["A"]
    panel.pin_action.trigger()
    assert [pin.name for pin in panel.line.picture().pins] == ["A", "B"]
    panel.document.undo_stack.undo()
    assert [pin.name for pin in panel.line.picture().pins] == ["A"]


def test_clicks_on_a_mark_of_several_pins_go_from_one_to_the_next(open_panel, qtbot):
    panel = open_panel()
    pinned(panel, "1.12", "1.1200001", "9")
    panel.line.grab()
    (box,) = panel.line._layout().pins
    chosen = []
    for _ in range(3):
        qtbot.mouseClick(panel.line, Qt.MouseButton.LeftButton, pos=box.mark.center().toPoint())
        chosen.append(panel.document.state.source.text)
    assert chosen == ["1.12", "1.1200001", "1.12"]
