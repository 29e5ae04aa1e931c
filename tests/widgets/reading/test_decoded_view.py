"""The decoded values: complete, and true."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QScrollArea

from fpviz.core.arithmetic.rounding import Overflow, Rules
from fpviz.core.formats import find_format
from fpviz.core.literals import parse_literal
from fpviz.core.reading import State, derive
from fpviz.widgets.look.theme import DARK, LIGHT
from fpviz.widgets.reading.decoded_view import DecodedView
from fpviz.widgets.reading.formula import formula_html, formula_text


@pytest.fixture
def view(qtbot):
    widget = DecodedView(LIGHT)
    qtbot.addWidget(widget)
    return widget


def reading(text, name, rules=None):
    fmt = find_format(name)
    return derive(State(parse_literal(text), (fmt,), fmt, rules or Rules())).active


def lines(view, *words):
    view.show_reading(reading(*words))
    return {key: line.whole for key, line in view.lines.items()}


def test_a_normal_number(view):
    assert lines(view, "1.12156456132", "fp16") == {
        "exact": "1.12109375",
        "shortest": "1.121",
        "hexfloat": "0x1.1f0p+0",
        "code": "0x3c7c   0 01111 0001111100",
        "class": "normal, inexact",
        "exponent": "field 15 − bias 15 = 0",
        "ulp": "2⁻¹⁰ = 0.0009765625",
        "error": "−0.00047081132 = −0.482 ulp",
        "relative": "−0.000419781",
        "flags": "inexact",
    }
    assert view.length.text() == "8 decimals"
    assert (view.above.text(), view.below.text()) == ("↑ 1.1220703125", "↓ 1.1201171875")


def test_class_and_flags_are_words_of_the_window_and_numbers_keep_their_signs(view, foreign):
    shown = lines(view, "1e-9", "fp16")
    assert shown["class"] == "«zero», inexact"
    assert shown["flags"] == "««inexact», «underflow»»"
    assert lines(view, "1", "fp16")["flags"] == "«none»"
    assert lines(view, "64", "e4m3b-5")["exponent"] == "field 1 − bias (−5) = 6"


def test_a_subnormal_has_no_hidden_one(view):
    shown = lines(view, "2^-20", "fp16")
    assert shown["class"] == "subnormal, exact"
    assert shown["exponent"] == "field 0 stands for 1 − bias 15 = −14, hidden bit 0"
    assert formula_text(reading("2^-20", "fp16").decoded) == "+0.0000010000₂ × 2⁻¹⁴"
    assert "1−15" in formula_html(reading("2^-20", "fp16").decoded, LIGHT)


@pytest.mark.parametrize(
    ("text", "name", "exact", "kind"),
    [
        ("70000", "fp16", "inf", "infinite, inexact"),
        ("nan", "fp16", "nan", "not a number, exact"),
        ("nan", "fp4_e2m1", "6", "normal, cannot be held"),
        ("-0", "bf16", "-0", "zero, exact"),
        ("-0", "fp8_e4m3fnuz", "0", "zero, exact"),
        ("1", "e8m0", "1", "normal, exact"),
    ],
)
def test_specials(view, text, name, exact, kind):
    shown = lines(view, text, name)
    assert (shown["exact"], shown["class"]) == (exact, kind)


def test_the_rule_of_overflow_is_followed(view):
    saturated = reading("500", "fp8_e4m3fn", Rules(overflow=Overflow.SATURATE))
    view.show_reading(saturated)
    assert view.lines["exact"].whole == "448"
    assert view.lines["flags"].whole == "inexact, overflow"


def test_a_very_long_decimal_is_complete(view, qtbot):
    shown = lines(view, "fp128:0x1", "fp128")["exact"]
    assert len(shown) == 16496
    view.resize(400, 300)
    view.show()
    assert view.lines["exact"].text().endswith("…")
    view.lines["exact"].setFocus()
    qtbot.waitUntil(view.lines["exact"].hasFocus)
    assert view.lines["exact"].text() == shown
    assert view.length.text() == "16494 decimals"


def test_a_neighbour_is_picked_and_an_end_has_none(view, qtbot):
    picked = []
    view.code_picked.connect(lambda fmt, code: picked.append((fmt.name, code)))
    view.show_reading(reading("inf", "fp16"))
    assert not view.above.isEnabled()
    qtbot.mouseClick(view.above, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(view.below, Qt.MouseButton.LeftButton)
    assert picked == [("fp16", 0x7BFF)]


def test_the_theme_reaches_the_formula(view):
    view.show_reading(reading("1.5", "fp16"))
    view.set_theme(DARK)
    assert DARK.fraction in view.formula.text()
    assert LIGHT.fraction not in view.formula.text()


def test_every_line_has_a_name(view):
    assert all(line.accessibleName() for line in view.lines.values())
    assert all(line.isReadOnly() for line in view.lines.values())


def test_neighbours_in_fp128_are_told_apart(qtbot):
    view = DecodedView(LIGHT)
    qtbot.addWidget(view)
    state = State().with_code(find_format("fp128"), 0x3FFF << 112 | 5)
    view.show_reading(derive(state).active)
    assert view.below.text()[2:] != view.above.text()[2:]


@pytest.mark.parametrize("width", [170, 220, 300, 500])
def test_nothing_is_cut_off_at_the_edge_of_a_narrow_panel(view, qapp, width):
    """Lines end in an ellipsis, and what stands beside them gives way first."""
    view.resize(width, 400)
    view.show_reading(reading("1.12156456132", "fp64"))
    view.show()
    qapp.processEvents()
    area = view.findChild(QScrollArea).viewport()
    seen = [*view.lines.values(), view.length, view.above, view.below]
    for widget in seen:
        left = widget.mapTo(area, QPoint(0, 0)).x()
        assert widget.isHidden() or left + widget.width() <= area.width(), widget.accessibleName()
    assert view.lines["exact"].text().startswith("1.1")
