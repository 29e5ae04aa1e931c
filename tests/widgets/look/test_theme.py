"""Colours: readable in both themes, and named in one file alone."""

from __future__ import annotations

import math
import re
from collections import Counter
from dataclasses import fields
from itertools import combinations, pairwise

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from fpviz.core.formats import CATALOGUE, FAMILIES, find_format
from fpviz.core.line.zones import ZoneKind
from fpviz.widgets.look.theme import DARK, LIGHT, PRINT, looks, zone_looks
from tests.checkout import PACKAGE

LATER = ("fp4_e1m2", "ue4m3", "ufloat11", "ufloat10")
"""Binary formats that came with other families: they share their colours with those."""

BINARY = [fmt for fmt in FAMILIES[0].formats if fmt.name not in LATER]
"""Those that training and its papers speak of."""

THEMES = pytest.mark.parametrize("theme", [LIGHT, DARK, PRINT], ids=lambda theme: theme.name)


def luminance(colour):
    """Relative luminance of WCAG 2."""
    channels = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return sum(w * c for w, c in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def contrast(a, b):
    light, dark = sorted((luminance(a), luminance(b)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def apart(a, b, *sight):
    """How far two colours lie apart in OKLab, to eyes of some kind."""
    return math.dist(oklab(a, *sight), oklab(b, *sight))


SIGHTS = {
    "all three cones": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protanopia": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deuteranopia": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "tritanopia": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}
"""How linear RGB looks to eyes of these kinds, after Machado, Oliveira and Fernandes, 2009."""


def oklab(colour, sight="all three cones"):
    channels = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    seen = [sum(w * c for w, c in zip(row, linear, strict=True)) for row in SIGHTS[sight]]
    rgb = [min(1, max(0, c)) for c in seen]
    to_cones = (
        (0.4122214708, 0.5363325363, 0.0514459929),
        (0.2119034982, 0.6806995451, 0.1073969566),
        (0.0883024619, 0.2817188376, 0.6299787005),
    )
    to_lab = (
        (0.2104542553, 0.7936177850, -0.0040720468),
        (1.9779984951, -2.4285922050, 0.4505937099),
        (0.0259040371, 0.7827717662, -0.8086757660),
    )
    cones = [sum(w * c for w, c in zip(row, rgb, strict=True)) ** (1 / 3) for row in to_cones]
    return [sum(w * c for w, c in zip(row, cones, strict=True)) for row in to_lab]


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
    assert all(contrast(colour, theme.panel) >= 4.5 for colour in theme.formats)
    assert len(set(theme.formats)) == len(theme.formats)


@THEMES
def test_every_binary_format_but_later_ones_has_a_colour_of_its_own(theme):
    colours = [theme.tint(fmt) for fmt in BINARY]
    assert len(set(colours)) == len(BINARY)
    assert all(apart(a, b) > 0.08 for a, b in combinations(colours, 2))


@THEMES
@given(name=st.from_regex(r"e[3-7]m[2-9]", fullmatch=True))
def test_a_custom_format_keeps_one_colour_that_no_named_one_has(theme, name):
    fmt = find_format(name)
    assume(fmt not in CATALOGUE)
    assert theme.tint(fmt) == theme.tint(find_format(name)) in theme.formats
    assert theme.tint(fmt) not in {theme.tint(each) for each in BINARY}


@THEMES
def test_the_formats_that_came_later_share_the_colours_evenly(theme):
    later = Counter(theme.tint(fmt) for fmt in CATALOGUE if fmt not in BINARY)
    assert set(later) <= set(theme.formats)
    assert max(later.values()) <= 3 + 2 * sum(later.values()) // len(theme.formats)


def test_a_custom_formats_colour_is_the_same_in_every_session():
    assert [LIGHT.formats.index(LIGHT.tint(find_format(n))) for n in ("e5m7", "e3m9")] == [20, 21]


@THEMES
def test_fates_have_one_look_each(theme):
    assert set(zone_looks(theme)) == set(ZoneKind)
    seen = [look for kind, look in zone_looks(theme).items() if kind is not ZoneKind.ZERO]
    assert len({(look.ink, look.slopes) for look in seen}) == len(seen)
    assert all(contrast(look.ink, look.ground) >= 4.5 for look in seen if look.slopes)
    assert all(theme.tint(kind) == look.ink for kind, look in zone_looks(theme).items())


FATES = [kind for kind in ZoneKind if kind not in (ZoneKind.ZERO, ZoneKind.INVALID)]
"""What becomes of numbers that a format has not: the curves and bars of a loss scale."""


@THEMES
@pytest.mark.parametrize("sight", SIGHTS)
def test_each_fate_has_a_colour_of_its_own_to_every_eye(theme, sight):
    assert all(apart(*map(theme.tint, pair), sight) > 0.025 for pair in combinations(FATES, 2))
    for pair in (
        (ZoneKind.OVERFLOW, ZoneKind.DOWN_TO_LARGEST),
        (ZoneKind.TO_ZERO, ZoneKind.UP_TO_SMALLEST),
    ):
        assert apart(*map(theme.tint, pair), sight) > 0.1


TINTED = st.none() | st.sampled_from([*CATALOGUE, *ZoneKind])


@THEMES
@given(of=st.lists(TINTED, max_size=60))
@example(of=[CATALOGUE[0]] * 60)
def test_no_two_curves_of_a_plot_look_alike(theme, of):
    found = [(theme.tint(each.of), theme.dashes(each), theme.marker(each)) for each in looks(of)]
    assert len(set(found)) == len(found)
    assert [look.of for look in looks(of)] == of
    if theme.on_paper:
        assert len({looking[1:] for looking in found}) == len(of)


@THEMES
@given(of=st.lists(TINTED, max_size=7))
def test_dashes_tell_a_few_curves_apart_and_on_paper_marks_as_well(theme, of):
    if theme.on_paper:
        assert len({theme.dashes(look) for look in looks(of)}) == len(of)
        assert len({theme.marker(look) for look in looks(of)}) == len(of)
    else:
        assert not any(theme.marker(look) for look in looks(of))
        solid = {look.of for look in looks(of) if theme.dashes(look) == ()}
        assert None not in solid


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


def test_paper_is_white_and_its_lines_are_thin():
    assert PRINT.panel == PRINT.ground == PRINT.accent_soft == "#ffffff"
    assert PRINT.stroke < LIGHT.stroke == DARK.stroke
    assert [theme.on_paper for theme in (LIGHT, DARK, PRINT)] == [False, False, True]


@THEMES
def test_every_colour_is_one(theme):
    names = [field.name for field in fields(theme) if field.type == "str" and field.name != "name"]
    assert len(names) > 15
    for colour in [*(getattr(theme, name) for name in names), *theme.formats]:
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
