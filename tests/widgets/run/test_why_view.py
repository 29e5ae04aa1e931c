"""The lesson of a step, in words and in a picture."""

from __future__ import annotations

from fractions import Fraction

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from fpviz.core.phrase import phrase
from fpviz.experiments import find_experiment
from fpviz.widgets.look.theme import DARK, LIGHT
from fpviz.widgets.run.why_view import LessonView, paint_addition, span_of
from fpviz.widgets.translated import said_in_html


def lesson(name="swamping", step=40, curve="", **values):
    experiment = find_experiment(name)
    return experiment.run(experiment.arguments(values)).lesson(step, curve)


@pytest.fixture
def view(qtbot):
    widget = LessonView(LIGHT)
    qtbot.addWidget(widget)
    widget.resize(400, 300)
    return widget


def test_the_sentence_of_a_swamped_step(view):
    view.show_lesson(lesson())
    assert "<b>0.430</b> of an ulp" in view.words.text()
    assert "<b>FP16</b> rounds back to <b>1.125</b>" in view.words.text()
    assert "master copy" in view.aside.text()
    assert not view.picture.isHidden()
    assert "0.430" in view.picture.accessibleDescription()


def test_an_exact_curve_has_no_picture(view):
    view.show_lesson(lesson(curve="exact"))
    assert view.picture.isHidden()


def test_the_picture_spans_weight_sum_and_neighbour():
    picture = lesson().picture
    span = span_of(picture)
    assert span.low == Fraction(9, 8)
    assert span.high == Fraction(9, 8) + Fraction(1, 1024)
    assert 0 < span.place(picture.weight.value + picture.update) < span.place(picture.border) < 1


@pytest.mark.parametrize("theme", [LIGHT, DARK])
@pytest.mark.parametrize(
    ("name", "step", "values"),
    [
        ("swamping", 0, {}),
        ("drift", 3, {}),
        ("swamping", 10, {"g": "-0.00041999"}),
        ("swamping", 0, {"g": "0"}),
        ("drift", 2040, {"steps": "3000"}),
        ("swamping", 3, {"w0": "65504", "g": "100", "weight-format": "fp16"}),
        ("swamping", 3, {"w0": "2^-24", "g": "2^-26"}),
    ],
)
def test_every_kind_of_step_can_be_painted(view, theme, name, step, values):
    found = lesson(name, step, **values)
    view.set_theme(theme)
    view.show_lesson(found)
    view.grab()
    if found.picture is None or span_of(found.picture) is None:
        assert view.picture.isHidden()
        return
    image = QImage(400, 120, QImage.Format.Format_ARGB32)
    image.fill(QColor(theme.panel))
    painter = QPainter(image)
    paint_addition(painter, QRectF(0, 0, 400, 120), found.picture, theme)
    painter.end()
    assert any(
        image.pixelColor(x, y).name() == theme.accent for x in range(400) for y in range(120)
    )


def test_values_in_a_sentence_are_escaped():
    assert said_in_html(phrase("a {x}", x="<b>&")) == "a <b>&lt;b&gt;&amp;</b>"


def test_words_in_the_place_of_a_value_are_not_bold():
    inner = phrase("update of {size}", size="0.5")
    assert said_in_html(phrase("an {it} < 1", it=inner)) == "an update of <b>0.5</b> &lt; 1"
