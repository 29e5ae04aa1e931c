"""Colours: readable in both themes, and named in one file alone."""

from __future__ import annotations

import re
from dataclasses import fields
from itertools import combinations, pairwise
from pathlib import Path

import pytest

import fpviz
from fpviz.widgets.theme import DARK, LIGHT, PRINT

PACKAGE = Path(fpviz.__file__).parent
THEMES = pytest.mark.parametrize("theme", [LIGHT, DARK, PRINT], ids=lambda theme: theme.name)


def luminance(colour):
    """Relative luminance of WCAG 2."""
    channels = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return sum(w * c for w, c in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def contrast(a, b):
    light, dark = sorted((luminance(a), luminance(b)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


TEXTS = [
    ("ink", "panel"),
    ("ink", "ground"),
    ("ink", "accent_soft"),
    ("dim", "panel"),
    ("dim", "ground"),
    ("dim", "accent_soft"),
    ("accent", "panel"),
    ("accent_ink", "accent"),
    ("panel", "sign"),
    ("panel", "exponent"),
    ("panel", "fraction"),
    ("overflow", "panel"),
    ("overflow", "overflow_soft"),
    ("subnormal", "panel"),
    ("subnormal", "subnormal_soft"),
    ("to_zero", "to_zero_soft"),
]
BITS = [(field, f"{field}_soft") for field in ("sign", "exponent", "fraction")]


@THEMES
@pytest.mark.parametrize(("text", "ground"), TEXTS)
def test_text_can_be_read(theme, text, ground):
    assert contrast(getattr(theme, text), getattr(theme, ground)) >= 4.5


@THEMES
@pytest.mark.parametrize(("text", "ground"), BITS)
def test_digits_of_bits_that_are_off_can_be_read(theme, text, ground):
    assert contrast(getattr(theme, text), getattr(theme, ground)) >= 4.5


@THEMES
def test_curves_and_dots_stand_out(theme):
    assert all(contrast(colour, theme.panel) >= 3 for colour in theme.lanes)
    assert len(set(theme.lanes)) == len(theme.lanes)


def test_on_paper_fields_stay_apart_in_grey():
    """As inks, by steps that grey shows; as grounds, by less: the gaps say the same."""
    inks = [PRINT.sign, PRINT.exponent, PRINT.fraction, PRINT.panel]
    grounds = [PRINT.sign_soft, PRINT.exponent_soft, PRINT.fraction_soft]
    assert all(contrast(a, b) >= 1.5 for a, b in combinations(inks, 2))
    assert [luminance(ink) for ink in inks] == sorted(map(luminance, inks))
    assert all(contrast(a, b) >= 1.15 for a, b in combinations(grounds, 2))


def test_on_paper_zones_stay_apart_in_grey():
    """The four that meet are grounds of four greys; those that are no numbers are hatched, too."""
    grounds = [PRINT.fraction_soft, PRINT.to_zero_soft, PRINT.subnormal_soft, PRINT.overflow_soft]
    assert all(contrast(a, b) >= 1.1 for a, b in pairwise(grounds))
    assert PRINT.hatch > LIGHT.hatch


def test_on_paper_every_curve_has_dashes_or_a_marker_of_its_own():
    assert len(set(PRINT.dashes)) == len(set(PRINT.markers)) == len(PRINT.lanes)


def test_paper_is_white_and_its_lines_are_thin():
    assert PRINT.panel == PRINT.ground == PRINT.accent_soft == "#ffffff"
    assert PRINT.stroke < LIGHT.stroke == DARK.stroke
    assert [theme.on_paper for theme in (LIGHT, DARK, PRINT)] == [False, False, True]


@THEMES
def test_every_colour_is_one(theme):
    names = [field.name for field in fields(theme) if field.type == "str" and field.name != "name"]
    assert len(names) > 15
    for colour in [*(getattr(theme, name) for name in names), *theme.lanes]:
        assert re.fullmatch("#[0-9a-f]{6}", colour)


def test_no_other_file_names_a_colour():
    literal = re.compile(r"""["'(\s]#[0-9a-fA-F]{3,8}\b|Qt\.GlobalColor|QColor\(\d""")
    guilty = [
        f"{path.relative_to(PACKAGE)}:{number}"
        for path in PACKAGE.rglob("*.py")
        if path.name != "theme.py"
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if literal.search(line.split("  # ")[0])
    ]
    assert guilty == []
