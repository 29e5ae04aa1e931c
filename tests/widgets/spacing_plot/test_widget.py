"""The spacing plot driven as a user does, and its curves against core."""

from __future__ import annotations

from fractions import Fraction

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, QSize, QSizeF, Qt
from PySide6.QtGui import QImage, QMouseEvent, QPainter, QWheelEvent
from PySide6.QtWidgets import QApplication

from fpviz.core.arithmetic.rounding import Rules, encode
from fpviz.core.formats import CATALOGUE, find_format
from fpviz.core.numbers import NaN, finite
from fpviz.widgets.look.theme import DARK, LIGHT
from fpviz.widgets.number_line import Lane, Subject
from fpviz.widgets.spacing_plot import SpacingPlot, Window, paint

NAMES = ("fp16", "bf16", "fp8_e5m2")


def subject(names=NAMES, value="1.1", rules: Rules = Rules(), active: int = 0) -> Subject:
    number = finite(Fraction(value))
    formats = [find_format(name) for name in names]
    lanes = (Lane(f, encode(f, number, rules).code) for f in formats)
    return Subject(number, tuple(lanes), rules, active)


@pytest.fixture
def plot(qtbot):
    widget = SpacingPlot()
    qtbot.addWidget(widget)
    widget.resize(900, 420)
    widget.show_subject(subject())
    widget.show()
    qtbot.waitExposed(widget)
    return widget


def turn(widget, notches: float, at: QPointF) -> None:
    event = QWheelEvent(
        at, widget.mapToGlobal(at), QPoint(), QPoint(0, round(120 * notches)),
        Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(widget, event)


def move(widget, to: QPointF, button=Qt.MouseButton.NoButton) -> None:
    event = QMouseEvent(
        QEvent.Type.MouseMove, to, widget.mapToGlobal(to), Qt.MouseButton.NoButton, button,
        Qt.KeyboardModifier.NoModifier,
    )  # fmt: skip
    QApplication.sendEvent(widget, event)


def test_the_staircase_of_fp16_has_its_plateau_its_marks_and_the_value(plot):
    layout = plot._layout()
    ulps, relative = layout.charts
    box = ulps.curves[0]
    heights = [point.y() for point in box.points]
    assert heights[0] == heights[1]  # the plateau
    assert heights == sorted(heights, reverse=True)
    start, end = (layout.exponent_at(point.x()) for point in (box.points[0], box.points[-1]))
    assert (start, end) == (pytest.approx(-24), pytest.approx(16))
    assert layout.exponent_at(box.zero[0].x()) == pytest.approx(-25)
    assert box.end == box.points[-1]
    assert box.dot.x() == pytest.approx(layout.value_x)
    peaks = {round(point.y(), 6) for point in relative.curves[0].points[1:]}
    assert len(peaks) == 2  # each tooth goes between the same two heights


def test_flushing_takes_the_plateau_away(plot):
    plot.show_subject(subject(rules=Rules(flush=True)))
    box = plot._layout().charts[0].curves[0]
    assert plot._layout().exponent_at(box.points[0].x()) == pytest.approx(-14)


def test_wheel_drag_and_keys_move_the_window_and_stay_within_the_formats(qtbot, plot):
    first = plot.window_shown()
    for _ in range(40):
        turn(plot, 1, QPointF(500, 100))
        assert not plot.grab().isNull()
    assert plot.window_shown().hi - plot.window_shown().lo == pytest.approx(2)
    for _ in range(60):
        turn(plot, -1, QPointF(500, 100))
    whole = plot.window_shown()
    qtbot.keyClick(plot, Qt.Key.Key_Home)
    assert plot.window_shown() == whole
    qtbot.keyClick(plot, Qt.Key.Key_0)
    assert plot.window_shown() == first
    qtbot.mousePress(plot, Qt.MouseButton.LeftButton, pos=QPoint(500, 100))
    move(plot, QPointF(600, 100), Qt.MouseButton.LeftButton)
    qtbot.mouseRelease(plot, Qt.MouseButton.LeftButton, pos=QPoint(600, 100))
    assert plot.window_shown().lo < first.lo
    for key in (Qt.Key.Key_Plus, Qt.Key.Key_Right, Qt.Key.Key_Left, Qt.Key.Key_Minus):
        qtbot.keyClick(plot, key)
        assert whole.lo <= plot.window_shown().lo < plot.window_shown().hi <= whole.hi


def test_hovering_names_the_spacing_of_each_format(plot):
    said = []
    plot.hovered.connect(said.append)
    plot.set_window(Window(-20.0, 20.0))
    area = plot._layout().charts[0].area
    move(plot, QPointF(area.left() + area.width() * (3.5 + 20) / 40, 100))
    assert said[-1].startswith("FP16 from 2³ to 2⁴: ulp 2⁻⁷ · BF16 from 2³ to 2⁴: ulp 2⁻⁴")
    move(plot, QPointF(area.right() - 1, 100))
    assert said[-1].startswith("FP16 overflows here")


def test_texts_say_the_same(plot):
    assert "FP16 has ulp 2⁻¹⁰ at the value" in plot.accessibleDescription()
    actions = {action.text(): action for action in plot.actions()}
    actions["Copy as table"].trigger()
    rows = [row.split("\t") for row in QApplication.clipboard().text().splitlines()]
    assert rows[1] == [
        "fp16", "2⁻²⁵", "2⁻²⁴", "2⁻²⁴", "2⁻¹⁴", "32", "65520", "2⁻¹¹ … 2⁻¹⁰"
    ]  # fmt: skip
    actions["Copy as Markdown"].trigger()
    assert "| fp16 | 2⁻²⁵ |" in QApplication.clipboard().text()


@pytest.mark.parametrize("size", [(900, 420), (400, 150), (1600, 600)])
def test_every_format_at_once_is_painted_and_no_names_touch(qtbot, size):
    widget = SpacingPlot()
    qtbot.addWidget(widget)
    widget.resize(*size)
    widget.show_subject(subject([fmt.name for fmt in CATALOGUE]))
    for go in (widget.show_fit, widget.show_active):
        go()
        assert not widget.grab().isNull()
        for chart in widget._layout().charts:
            rects = [box.label.rect for box in chart.curves if box.label is not None]
            assert not any(a.intersects(b) for i, a in enumerate(rects) for b in rects[:i])


def test_painting_is_a_function_of_the_picture_alone(plot):
    images = []
    for theme in (LIGHT, LIGHT, DARK):
        image = QImage(QSize(600, 300), QImage.Format.Format_ARGB32)
        painter = QPainter(image)
        paint(painter, QSizeF(600, 300), plot.picture(), theme)
        painter.end()
        images.append(image)
    assert images[0] == images[1] != images[2]


def test_no_number_and_no_lanes_are_shown_without_a_value(qtbot):
    widget = SpacingPlot()
    qtbot.addWidget(widget)
    widget.resize(400, 200)
    assert not widget.grab().isNull()
    widget.show_subject(Subject(NaN(), subject().lanes))
    assert widget._layout().value_x is None
    assert not widget.grab().isNull()
