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


def test_a_scale_is_an_exponent_without_sign_and_zero(dialog):
    dialog.exponent.setValue(6)
    dialog.fraction.setValue(0)
    dialog.specials.setCurrentIndex(dialog.specials.findData("fn"))
    dialog.specials.activated.emit(0)
    dialog.signed.click()
    assert dialog.format == find_format("ue6m0z")
    dialog.subnormals.click()
    assert dialog.format == find_format("ue6m0")


def test_other_specials_are_put_together(dialog):
    assert not dialog.nans.isEnabled()
    dialog.specials.setCurrentIndex(dialog.specials.count() - 1)
    dialog.specials.activated.emit(0)
    assert dialog.format == find_format("e5m7inuz")
    dialog.nan_for_zero.click()
    dialog.nans.setValue(3)
    assert dialog.format == find_format("e5m7in3")
    dialog.infinity.click()
    dialog.subnormals.click()
    assert dialog.format == find_format("e5m7fn3ns")
    dialog.signed.click()
    assert dialog.format == find_format("ue5m7fn3ns")


def test_what_no_format_has_is_said_and_cannot_be_accepted(dialog):
    dialog.signed.click()
    dialog.specials.setCurrentIndex(dialog.specials.findData("fnuz"))
    dialog.specials.activated.emit(0)
    assert dialog.format is None
    assert "no −0" in dialog.facts.text()


def choose(dialog, key):
    dialog.family.setCurrentIndex(dialog.family.findData(key))


def test_every_family_with_custom_formats_makes_them_by_name(dialog):
    for key, name in (
        ("fixed", "q3.12"),
        ("posit", "posit12_es3"),
        ("takum", "takum12"),
        ("p3109", "Binary5p2sf"),
        ("decimal", "decimal96"),
    ):
        choose(dialog, key)
        dialog.name.setText(name)
        assert dialog.format == find_format(name)
        assert dialog.buttons.buttons()[0].isEnabled()
        assert str(dialog.format.width) in dialog.facts.text()


def test_a_name_that_is_no_format_of_the_family_says_what_would_be(dialog):
    choose(dialog, "posit")
    for name in ("", "q3.12", "posit"):
        dialog.name.setText(name)
        assert dialog.format is None
        assert "posit16_es1" in dialog.facts.text()
    dialog.name.setText("posit999")
    assert dialog.format is None
    choose(dialog, "binary")
    assert dialog.format == find_format("e5m7")


def test_families_without_custom_formats_are_not_offered(dialog):
    assert dialog.family.findData("x87") == -1
