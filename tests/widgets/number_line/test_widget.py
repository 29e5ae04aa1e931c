"""The number line driven as a user does: real wheel, mouse and key events on the real widget."""

from __future__ import annotations

import math
from dataclasses import replace
from fractions import Fraction
from itertools import pairwise, product

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, QSize, QSizeF, Qt
from PySide6.QtGui import QImage, QMouseEvent, QPainter, QWheelEvent
from PySide6.QtWidgets import QApplication

from fpviz.core.arithmetic.rounding import Overflow, Rounding, Rules, encode
from fpviz.core.formats import find_format
from fpviz.core.formats.decoding import value_of
from fpviz.core.formats.order import code_at
from fpviz.core.line.axis import AXES
from fpviz.core.line.histogram import Overlay, sample
from fpviz.core.line.view import View, fit, parse_view
from fpviz.core.line.zones import zone_of
from fpviz.core.literals import parse_literal
from fpviz.core.numbers import finite, power_of_two
from fpviz.core.phrase import verbatim
from fpviz.widgets.look.style import em
from fpviz.widgets.look.theme import DARK, LIGHT
from fpviz.widgets.number_line import Lane, NumberLine, Subject, paint, words
from fpviz.widgets.number_line.layout.boxes import Layout
from tests.eighths import EIGHTHS
from tests.strides import strided

NAMES = ("fp16", "bf16", "fp32", "fp64")
EIGHT = (*NAMES, "fp8_e4m3fn", "fp8_e5m2", "fp128", "fp4_e2m1")
SHOWN_TEXTS = ("1.12156456132", "0", "-1e-8", "70000", "1e400", "inf", "nan")
FAMILIES = ("x87", "binary8p4se", "hif8", "q7.8", "ibm32", "posit16", "takum16", "decimal32")


def lanes(number, names=NAMES, rules: Rules = Rules()) -> list[Lane]:
    formats = [find_format(name) for name in names]
    return [Lane(fmt, encode(fmt, number, rules).code) for fmt in formats]


def show(widget: NumberLine, text: str, names=NAMES, rules: Rules = Rules()) -> None:
    number = parse_literal(text).number
    widget.show_subject(Subject(number, tuple(lanes(number, names, rules)), rules))


def show_number(widget: NumberLine, number) -> None:
    """The same lanes with another number."""
    names = [lane.format.name for lane in widget.picture().lanes]
    widget.show_subject(Subject(number, tuple(lanes(number, names))))


@pytest.fixture
def line(qtbot):
    widget = NumberLine()
    qtbot.addWidget(widget)
    widget.resize(900, 250)
    show(widget, "1.12156456132")
    widget.show()
    qtbot.waitExposed(widget)
    return widget


def placed(widget: NumberLine) -> Layout:
    return widget._layout()


def turn(widget: NumberLine, notches: float, at: QPointF, pixels: QPoint | None = None) -> None:
    """A wheel event as a mouse or a trackpad sends it."""
    event = QWheelEvent(
        at, widget.mapToGlobal(at), pixels or QPoint(), QPoint(0, round(120 * notches)),
        Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(widget, event)


def move(widget: NumberLine, to: QPointF, button=Qt.MouseButton.NoButton) -> None:
    """The mouse moved, wherever the real cursor may be."""
    event = QMouseEvent(
        QEvent.Type.MouseMove, to, widget.mapToGlobal(to), Qt.MouseButton.NoButton, button,
        Qt.KeyboardModifier.NoModifier,
    )  # fmt: skip
    QApplication.sendEvent(widget, event)


def check(layout: Layout) -> None:
    """Nothing undefined, no label twice, nothing that touches."""
    assert all(math.isfinite(x) for box in layout.lanes for x in box.xs)
    texts = [text.text for _, text in layout.axis_labels]
    assert len(set(texts)) == len(texts)
    rects = [text.rect for _, text in layout.axis_labels]
    assert all(a.right() <= b.left() for a, b in pairwise(rects))


def x_of_value(widget: NumberLine, value: Fraction) -> float:
    return placed(widget).x_of(value)


@pytest.mark.parametrize(
    ("name", "axis"),
    [
        pytest.param(name, axis, marks=[pytest.mark.sweep] * (axis not in axes))
        for name, axes in (("fp64", ("linear", "ordinal")), ("fp128", ("log2",)))
        for axis in AXES
    ],
)
def test_the_wheel_goes_from_the_full_range_to_one_ulp_and_back(qtbot, name, axis):
    widget, fmt = NumberLine(), find_format(name)
    qtbot.addWidget(widget)
    widget.resize(700, 160)
    show(widget, "1", [name])
    widget.set_axis(axis)
    widget.show_fit()
    ulp = power_of_two(-fmt.fraction_width)
    full, steps = widget.view(), 0
    while widget.view().span > 3 * ulp and steps < 1500:
        turn(widget, 1, QPointF(x_of_value(widget, Fraction(1)), 100))
        steps += 1
        if steps % 10 == 0:
            widget.grab()
            check(placed(widget))
    assert widget.view().span <= 3 * ulp
    check_ticks_under_the_cursor(widget, ulp)
    for _ in range(2 * steps):
        turn(widget, -1, QPointF(x_of_value(widget, Fraction(1)), 100))
    assert widget.view().span >= full.span * Fraction(99, 100)
    widget.grab()
    check(placed(widget))


def check_ticks_under_the_cursor(widget: NumberLine, ulp: Fraction) -> None:
    """The neighbours of 1 stand as ticks exactly where core says."""
    (box,) = placed(widget).lanes
    for value in (1 - ulp / 2, Fraction(1), 1 + ulp):
        if widget.view().contains(value):
            x = x_of_value(widget, value)
            assert min(abs(tick - x) for tick in box.xs) < 0.01


@pytest.mark.parametrize("axis", AXES)
@pytest.mark.parametrize(
    ("name", "values"),
    [
        ("fp64", [1 - power_of_two(-53), Fraction(1), 1 + power_of_two(-52)]),
        ("fp128", [power_of_two(-16494) * k for k in (0, 1, 2, 3)]),
        ("fp128", [power_of_two(-16494) * k for k in (-2, -1, 0, 1)]),
        ("fp128", [(2 - power_of_two(-112) * k) * power_of_two(16383) for k in (3, 2, 1)]),
    ],
)
def test_neighbours_at_the_extremes_are_distinct_ticks_that_tell_their_codes(
    qtbot, line, axis, name, values
):
    fmt = find_format(name)
    show(line, "1", [name])
    margin = (values[-1] - values[0]) / 4
    line.set_view(View(AXES[axis]([fmt]), values[0] - margin, values[-1] + margin))
    box = placed(line).lanes[0]
    xs = [x_of_value(line, value) for value in values]
    assert min(b - a for a, b in pairwise(xs)) > 50
    assert all(min(abs(tick - x) for tick in box.xs) < 0.01 for x in xs)
    picked = []
    line.value_picked.connect(picked.append)
    for x in xs:
        at = QPoint(round(x), round(box.track.center().y()))
        qtbot.mouseClick(line, Qt.MouseButton.LeftButton, pos=at)
    assert [value_of(fmt, code) for _, code in picked] == values


def test_a_click_on_a_tick_gives_its_format_and_code(qtbot, line):
    fp16 = find_format("fp16")
    y = round(placed(line).lanes[0].track.center().y())
    for code in (0x3C7A, 0x3C7C, 0x3C80):  # two ticks and the dot between them
        x = round(x_of_value(line, value_of(fp16, code)))
        with qtbot.waitSignal(line.value_picked) as caught:
            qtbot.mouseClick(line, Qt.MouseButton.LeftButton, pos=QPoint(x, y))
        assert caught.args == [(fp16, code)]


def test_a_code_wider_than_an_int_arrives_whole(qtbot, line):
    fp64, code = find_format("fp64"), encode(find_format("fp64"), line.picture().number).code
    box = placed(line).lanes[3]
    with qtbot.waitSignal(line.value_picked) as caught:
        qtbot.mouseClick(line, Qt.MouseButton.LeftButton, pos=box.dot.toPoint())
    assert caught.args == [(fp64, code)]


def test_a_click_beside_the_ticks_or_on_a_band_picks_nothing(qtbot, line):
    layout = placed(line)
    away = QPoint(round(layout.plot.left() + 150), round(layout.lanes[2].track.center().y()))
    with qtbot.assertNotEmitted(line.value_picked):
        qtbot.mouseClick(line, Qt.MouseButton.LeftButton, pos=away)


def test_a_drag_pans_and_is_reported_once_a_step(qtbot, line):
    before, start = line.view(), QPoint(400, 200)
    views = []
    line.view_changed.connect(views.append)
    qtbot.mousePress(line, Qt.MouseButton.LeftButton, pos=start)
    qtbot.mouseMove(line, QPoint(500, 200))
    qtbot.mouseRelease(line, Qt.MouseButton.LeftButton, pos=QPoint(500, 200))
    assert views[-1] == line.view()
    moved = 100 / placed(line).plot.width()
    assert before.position(line.view().lo) == pytest.approx(-moved, abs=1e-9)
    assert line.view().span == pytest.approx(before.span, rel=1e-12)


def drag(qtbot, line, start: QPoint, end: QPoint) -> None:
    qtbot.mousePress(line, Qt.MouseButton.LeftButton, pos=start)
    for step in (0.3, 0.7, 1.0):
        move(line, QPointF(start) + step * QPointF(end - start), Qt.MouseButton.LeftButton)
    qtbot.mouseRelease(line, Qt.MouseButton.LeftButton, pos=end)


def test_dragging_the_value_gives_the_number_under_the_cursor(qtbot, line):
    dragged, view = [], line.view()
    line.value_dragged.connect(lambda value, key: dragged.append((value, key)))
    start = QPoint(round(placed(line).value_x), round(placed(line).lanes[0].rect.top()) + 2)
    drag(qtbot, line, start, start + QPoint(60, 0))
    drag(qtbot, line, start, start + QPoint(5000, 0))
    assert line.view() == view  # the value moves, not the window
    assert x_of_value(line, dragged[2][0]) == pytest.approx(start.x() + 60, abs=1)
    assert len(str(float(dragged[2][0]))) <= 8  # no more digits than a pixel can mean
    assert x_of_value(line, dragged[5][0]) == pytest.approx(placed(line).plot.right(), abs=1)
    assert view.contains(dragged[5][0])
    assert len({key for _, key in dragged[:3]}) == 1
    assert dragged[0][1] != dragged[3][1]


@pytest.mark.parametrize("axis", AXES)
@pytest.mark.parametrize("text", ["-1e-8", "1e-4940", "3e300", "0"])
def test_the_value_can_be_dragged_at_every_scale(qtbot, line, axis, text):
    show(line, text, ("fp128",))
    line.set_axis(axis)
    line.show_around()
    dragged = []
    line.value_dragged.connect(lambda value, _key: dragged.append(value))
    start = QPoint(round(placed(line).value_x), round(placed(line).lanes[0].rect.top()) + 2)
    drag(qtbot, line, start, start + QPoint(25, 0))
    assert x_of_value(line, dragged[-1]) == pytest.approx(start.x() + 25, abs=1)


def test_a_click_on_the_value_is_no_drag(qtbot, line):
    with qtbot.assertNotEmitted(line.value_dragged):
        start = QPoint(round(placed(line).value_x), round(placed(line).lanes[3].rect.top()) + 2)
        drag(qtbot, line, start, start + QPoint(1, 1))


def test_a_trackpad_zooms_by_pixels_and_pans_sideways(line):
    before = line.view()
    turn(line, 0.1, QPointF(300, 100), QPoint(0, 60))
    assert line.view().span < before.span
    zoomed = line.view()
    turn(line, 0, QPointF(300, 100), QPoint(40, 0))
    assert line.view().span == pytest.approx(zoomed.span, rel=1e-12)
    assert line.view().lo < zoomed.lo


def test_what_is_under_the_cursor_stays_there(line):
    at = QPointF(300, 120)
    before = line.view().value(placed(line).position_at(300))
    turn(line, 5, at)
    assert x_of_value(line, before) == pytest.approx(300, abs=1e-6)


def test_the_keyboard_alone_reaches_every_window(qtbot, line):
    around = line.view()
    qtbot.keyClick(line, Qt.Key.Key_Home)
    assert line.view() == fit(AXES["linear"]([]), [lane.format for lane in line.picture().lanes])
    qtbot.keyClick(line, Qt.Key.Key_0)
    assert line.view() == around
    qtbot.keyClick(line, Qt.Key.Key_Plus)
    assert line.view().span == pytest.approx(around.span / 2, rel=1e-9)
    qtbot.keyClick(line, Qt.Key.Key_Minus)
    assert line.view().span == pytest.approx(around.span, rel=1e-9)
    qtbot.keyClick(line, Qt.Key.Key_Right)
    assert line.view().lo > around.lo
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert line.view() == around


def test_a_double_click_shows_the_value_again(qtbot, line):
    around = line.view()
    line.show_fit()
    qtbot.mouseDClick(line, Qt.MouseButton.LeftButton, pos=QPoint(450, 150))
    assert line.view() == around


def test_the_strip_moves_the_window(qtbot, line):
    strip = placed(line).strip
    middle = QPoint(round(strip.left() + 0.9 * strip.width()), round(strip.center().y()))
    qtbot.mouseClick(line, Qt.MouseButton.LeftButton, pos=middle)
    assert line.view().lo > 100
    left = QPoint(round(strip.left() + 0.2 * strip.width()), round(strip.center().y()))
    qtbot.mouseClick(line, Qt.MouseButton.LeftButton, pos=left)
    assert line.view().hi < 0


def test_setters_echo_nothing(qtbot, line):
    with qtbot.assertNotEmitted(line.view_changed), qtbot.assertNotEmitted(line.value_picked):
        show(line, "3", EIGHT)
        line.set_axis("log2")
        line.set_view(parse_view("linear 0x1p0 0x1p1"))
        show(line, "3", EIGHT, Rules(Rounding.UPWARD, Overflow.SATURATE, flush=True))
        line.set_theme(DARK)
        line.show_fit()
        line.show_around()


def test_the_window_follows_a_value_that_leaves_it(line):
    span = line.view().span
    show_number(line, finite(Fraction("1.122")))
    assert line.view().span == span  # still in view: nothing moves
    show_number(line, finite(Fraction("1.5")))
    assert line.view().contains(Fraction("1.5"))
    assert line.view().span == pytest.approx(span, rel=1e-12)
    show_number(line, finite(Fraction(1000)))
    assert line.view().contains(Fraction(1000))


def test_the_window_stays_where_the_user_looks_elsewhere(line):
    line.set_view(View(AXES["linear"]([]), Fraction(10), Fraction(20)))
    elsewhere = line.view()
    show_number(line, finite(Fraction(3)))
    assert line.view() == elsewhere


@pytest.mark.parametrize("axis", AXES)
def test_another_axis_leaves_the_value_where_it_is(line, axis):
    for go in (line.show_around, line.show_fit):
        go()
        before = placed(line).value_x
        line.set_axis(axis)
        assert placed(line).value_x == pytest.approx(before, abs=0.01)
        assert line.axis() == axis
        assert line.picture().view.axis.name == axis
        line.set_axis("linear")


@pytest.mark.parametrize("axis", AXES)
def test_another_axis_leaves_what_is_under_the_cursor_where_it_is(line, axis):
    move(line, QPointF(500, 150))
    there = line.view().value(placed(line).position_at(500))
    line.set_axis(axis)
    assert x_of_value(line, there) == pytest.approx(500, abs=0.01)


def test_an_unknown_axis_is_refused(line):
    with pytest.raises(ValueError, match="cubic"):
        line.set_axis("cubic")


def test_a_view_goes_through_text_and_back(line):
    turn(line, 7.3, QPointF(333, 100))
    view = line.view()
    line.show_fit()
    line.set_view(parse_view(str(view)))
    assert line.view() == view


def test_a_view_may_come_before_the_lanes(qtbot):
    widget, view = NumberLine(), parse_view("log2(-26) 0x1p-3 0x1p4")
    qtbot.addWidget(widget)
    widget.set_view(view)
    turn(widget, 1, QPointF(100, 50))
    show(widget, "1.12156456132")
    assert (widget.view().lo, widget.view().hi) == (view.lo, view.hi)
    assert widget.axis() == "log2"


def test_overflow_of_either_sign_keeps_its_own_name(line):
    line.set_view(View(AXES["linear"]([]), Fraction(-(10**9)), Fraction(10**9)))
    names = [box.name.text for box in placed(line).lanes[0].zones if box.name]
    assert names == ["overflow to −∞", "overflow to +∞"]


def test_the_description_says_what_is_seen(line):
    assert line.accessibleName() == "Number line"
    assert line.accessibleDescription() == (
        "From 1.11572 to 1.12646 on a linear axis; value 1.12156456132; "
        "FP16 rounds to 1.121, 11 of its values in view; "
        "BF16 rounds to 1.125, 2 of its values in view; "
        "FP32 rounds to 1.1215645, 90\u202f113 of its values in view; "
        "FP64 rounds to 1.12156456132, 4.8 × 10¹³ of its values in view."
    )
    show(line, "70000", ["fp16"])
    assert "FP16 rounds to +∞" in line.accessibleDescription()


def test_hovering_names_ticks_and_zones_exactly(qtbot, line):
    said = []
    line.hovered.connect(said.append)
    y = round(placed(line).lanes[0].track.center().y())
    move(line, QPointF(x_of_value(line, value_of(find_format("fp16"), 0x3C7C)), y))
    assert said[-1].startswith("FP16 · 0x3c7c = 1.12109375")
    assert said[-1].endswith("normal")
    line.set_view(View(AXES["linear"]([]), Fraction(65000), Fraction(66000)))
    move(line, QPointF(x_of_value(line, Fraction(65900)), y))
    assert "x ≥ 65520: overflow; delivers inf" in said[-1]


def test_zones_and_classes_are_told_in_the_language_of_the_window(line, foreign):
    lane = line.picture().lanes[0]
    rules = Rules()
    tiny = zone_of(lane.format, finite(Fraction(1, 10**9)), rules)
    sentence = "«0 < x ≤ 2⁻²⁵: rounds to 0»"
    ending = "; the tie itself goes toward zero»"
    assert words.zone_sentence(lane.format, tiny, rules) == f"«{sentence}{ending}"
    assert words.tick_text(lane, 1).endswith("«subnormal»")


@pytest.mark.parametrize(
    ("size", "names"),
    [
        ((900, 250), NAMES),
        ((500, 160), EIGHT),
        ((1600, 500), FAMILIES),
        ((320, 120), FAMILIES),
        ((320, 120), ("fp16",)),
        ((900, 250), ("e8m0", "fp8_e4m3fnuz")),
    ],
)
@strided(3)
@pytest.mark.parametrize("axis", AXES)
def test_everything_is_laid_out_inside(qtbot, size, names, axis, stride):
    widget = NumberLine()
    qtbot.addWidget(widget)
    widget.resize(*size)
    widget.set_axis(axis)
    turn = len(names) + size[0] // 100 + [*AXES].index(axis)
    cases = [*product(SHOWN_TEXTS, (widget.show_fit, widget.show_around))]
    for text, go in cases[turn % stride :: stride]:
        show(widget, text, names)
        go()
        widget.grab()
        layout = placed(widget)
        check(layout)
        texts = [text for _, text in layout.axis_labels]
        texts += [box.caption for box in layout.lanes if box.caption]
        for label in texts:
            assert label.rect.left() >= 0
            assert label.rect.right() <= size[0] + 1
        assert size[1] < widget.minimumSizeHint().height() or layout.plot.bottom() <= size[1]


def test_eight_lanes_fit_into_a_small_panel(line):
    show(line, "1.12156456132", EIGHT)
    assert line.minimumSizeHint().height() <= 12 * em(line.font())  # in lines of text
    assert line.sizeHint().height() > line.minimumSizeHint().height()


def test_a_picture_without_lanes_or_with_a_nan_is_painted(qtbot):
    widget = NumberLine()
    qtbot.addWidget(widget)
    widget.resize(400, 120)
    assert not widget.grab().isNull()
    show(widget, "nan")
    assert not widget.grab().isNull()


def test_painting_is_a_function_of_the_picture_alone(line):
    images = []
    for theme in (LIGHT, LIGHT, DARK):
        image = QImage(QSize(600, 200), QImage.Format.Format_ARGB32)
        painter = QPainter(image)
        paint(painter, QSizeF(600, 200), line.picture(), theme)
        painter.end()
        images.append(image)
    assert images[0] == images[1] != images[2]


def subject_of(text: str, names, **more) -> Subject:
    number = parse_literal(text).number
    return Subject(number, tuple(lanes(number, names)), **more)


def test_a_pending_update_shorter_than_half_a_gap_is_seen_to_be_lost(line):
    update = Fraction(881, 2**21)
    line.show_subject(subject_of("1.125", ("fp16", "fp32"), update=update))
    middle = Fraction(9, 8) + Fraction(1, 4096)
    line.set_view(View(AXES["linear"]([]), middle - Fraction(1, 1024), middle + Fraction(1, 1024)))
    half, single = (box.pending for box in placed(line).lanes)
    assert half.weight < half.total < half.border
    assert half.result == half.weight
    assert half.border_name.text == "half an ulp"
    assert half.border == pytest.approx(
        (half.weight + x_of_value(line, Fraction("1.1259765625"))) / 2
    )
    assert half.note.text == "g = 0.4302 ulp, less than half a gap: rounds back to 1.125"
    assert single.result == pytest.approx(single.total, abs=0.01)
    assert single.note.text.startswith("g = 3524 ulp: becomes 1.12542")
    assert "rounds back to 1.125" in line.accessibleDescription()
    assert not line.grab().isNull()


def test_neighbours_and_midpoints_stand_where_core_says(line):
    line.show_subject(subject_of("1.12156456132", ("fp16",)))
    value, ulp = Fraction("1.12109375"), Fraction(1, 1024)
    line.set_view(View(AXES["linear"]([]), value - 2 * ulp, value + 2 * ulp))
    (box,) = placed(line).lanes
    expected = [x_of_value(line, value + k * ulp) for k in (-1, 1)]
    assert box.near.neighbours == pytest.approx(expected)
    expected = [x_of_value(line, value + k * ulp / 2) for k in (-1, 1)]
    assert box.near.midpoints == pytest.approx(expected)
    assert (box.interval.left_closed, box.interval.right_closed) == (True, True)
    line.show_subject(replace(line.picture(), view=line.view(), rules=Rules(Rounding.TOWARD_ZERO)))
    (box,) = placed(line).lanes
    assert (box.interval.left_closed, box.interval.right_closed) == (True, False)


def test_bars_of_an_overlay_stand_over_their_binades_and_shift_with_the_scale(line):
    found = sample(verbatim("set"), [1.0, 1.5, 3.0, -1.0, 0.0])
    line.show_subject(subject_of("1", ("fp16",), overlay=Overlay(found)))
    line.set_view(View(AXES["linear"]([]), Fraction(-16), Fraction(16)))
    bars = {(box.bar.negative, box.bar.exponent): box.rect for box in placed(line).bars}
    assert bars[False, 0].left() == pytest.approx(x_of_value(line, Fraction(1)))
    assert bars[False, 0].height() == pytest.approx(2 * bars[False, 1].height())
    assert bars[True, 0].left() == pytest.approx(x_of_value(line, Fraction(-2)))
    said = []
    line.hovered.connect(said.append)
    move(line, QPointF(x_of_value(line, Fraction("1.5")), placed(line).overlay.top() + 3))
    assert said == ["2⁰ to 2¹ · 2 numbers"]
    assert "1 become zero, 0 overflow" in placed(line).lanes[0].caption.text
    line.show_subject(subject_of("1", ("fp16",), overlay=Overlay(found, 2)))
    shifted = placed(line).bars[1].rect
    assert shifted.left() == pytest.approx(x_of_value(line, Fraction(4)))
    assert not line.grab().isNull()


def test_what_is_in_view_is_copied_as_a_table(line):
    line.show_subject(subject_of("1.12156456132", ("fp16", "fp64")))
    actions = {action.text(): action for action in line.actions()}
    actions["Copy as table"].trigger()
    text = QApplication.clipboard().text()
    first, second = (block.splitlines() for block in text.strip("\n").split("\n\n"))
    assert first[0].split("\t")[:4] == ["format", "values in view", "code", "value"]
    assert first[1].split("\t")[:4] == ["fp16", "11", "0x3c7c", "1.12109375"]
    assert "fp16\t0x3c7c\t1.12109375\tnormal" in second
    assert any("values listed" in row for row in second)
    assert {row.count("\t") for row in first} == {9}
    assert {row.count("\t") for row in second} == {3}
    actions["Copy as Markdown"].trigger()
    assert "| fp16 | 0x3c7c |" in QApplication.clipboard().text()
    actions["Copy as a sentence"].trigger()
    assert QApplication.clipboard().text() == line.accessibleDescription()


def test_the_menu_changes_the_axis_and_says_so(qtbot, line):
    actions = {action.text(): action for action in line.actions()}
    with qtbot.waitSignal(line.view_changed):
        actions["Ordinal axis"].trigger()
    assert line.axis() == "ordinal"
    assert actions["Ordinal axis"].isChecked()
    line.set_axis("linear")
    assert actions["Linear axis"].isChecked()


def test_the_ordinal_axis_is_of_the_active_format(line):
    line.show_subject(subject_of("1", ("fp6_e3m2", "fp64"), active=0))
    line.set_axis("ordinal")
    line.show_fit()
    xs = sorted({round(x, 6) for x in placed(line).lanes[0].xs})
    assert len(xs) == 63
    assert max(b - a for a, b in pairwise(xs)) == pytest.approx(
        min(b - a for a, b in pairwise(xs)), abs=1e-4
    )
    line.show_subject(subject_of("1", ("fp6_e3m2", "fp64"), active=1))
    assert line.view().axis.parameter == "fp64"


@pytest.mark.parametrize("axis", AXES)
def test_a_lane_of_another_family_is_drawn(line, axis):
    number = finite(Fraction(-1, 3))
    lane = Lane(EIGHTHS, encode(EIGHTHS, number).code)
    line.show_subject(Subject(number, (lane, *lanes(number, ["fp4_e2m1"]))))
    line.set_axis(axis)
    line.set_view(View(line.view().axis, Fraction(-5, 4), Fraction(5, 4)))
    marks, scale = placed(line).lanes[0].marks, line.view().scale
    values = [value_of(EIGHTHS, code_at(EIGHTHS, place)) for place in marks.places]
    assert sorted(set(values)) == [Fraction(k, 8) for k in range(-8, 8)]
    assert marks.positions == pytest.approx([scale.position(value) for value in values])
    assert not marks.bands
    line.show_around()
    assert not line.grab().isNull()
