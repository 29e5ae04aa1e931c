"""The dialog of custom formats: what is asked for is what is made."""

from __future__ import annotations

import pytest

from fpviz.core.formats import find_format
from fpviz.widgets.formats.custom_format import CustomFormatDialog
from fpviz.widgets.look.theme import LIGHT


@pytest.fixture
def dialog(qtbot):
    made = CustomFormatDialog(LIGHT)
    qtbot.addWidget(made)
    return made


def test_an_empty_bias_is_that_of_the_present_widths(dialog):
    for width in (5, 8, 4):
        dialog.exponent.setValue(width)
        assert dialog.format.bias == 2 ** (width - 1) - 1
        assert dialog.bias.placeholderText() == str(dialog.format.bias)
        assert dialog.bias.text() == ""


def test_a_typed_bias_stays_and_one_taken_back_is_not_remembered(dialog):
    dialog.bias.setText("3")
    dialog.exponent.setValue(8)
    assert dialog.format == find_format("e8m7b3")
    dialog.bias.clear()
    assert dialog.format == find_format("e8m7")
    assert dialog.bias.placeholderText() == "127"
    dialog.bias.setText("-")
    assert dialog.format == find_format("e8m7")


def test_the_facts_name_the_bias_in_force(dialog):
    dialog.bias.setText("4")
    assert "bias 4" in dialog.facts.text()
    dialog.bias.clear()
    assert "bias 15" in dialog.facts.text()


def test_where_there_is_no_format_no_bias_of_an_earlier_one_is_offered(dialog):
    dialog.bias.setText("9999999")
    assert dialog.format is None
    assert dialog.bias.placeholderText() == ""
    assert "bias 15" not in dialog.facts.text()
