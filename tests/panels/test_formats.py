"""The panel of formats: every format a row, exact counts of a typed range, chosen and copied."""

from __future__ import annotations

import csv
from fractions import Fraction
from itertools import product
from operator import sub

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication

from fpviz.core.arithmetic.rounding import Rounding, Rules
from fpviz.core.formats import CATALOGUE, find_format
from fpviz.core.formats.decoding import is_finite_code, value_of
from fpviz.model.files.scene import Scene
from fpviz.model.session import new_session
from fpviz.model.views import ViewOfFormats
from fpviz.panels.formats import FormatsPanel
from fpviz.widgets.formats import table as formats_view
from fpviz.widgets.formats.facts import card, told_of
from fpviz.widgets.look.style import palette
from fpviz.widgets.look.theme import DARK, LIGHT


@pytest.fixture
def panel(qtbot):
    made = FormatsPanel(new_session(Scene()), LIGHT)
    qtbot.addWidget(made)
    made.resize(900, 400)
    made.show()
    made.build_late()
    return made


def rows(panel):
    table = panel.table.table()
    return {row[0]: dict(zip(table.headings, row, strict=True)) for row in table.rows}


def name_item(panel, fmt):
    return panel.table.item(panel.table.row_of(fmt), 0)


def found(panel):
    return [fmt.name for fmt in panel.table.formats]


def type_range(panel, qtbot, lo, hi):
    for edit, text in zip(panel.ends, (lo, hi), strict=True):
        edit.selectAll()
        qtbot.keyClicks(edit, text)


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)
def test_the_box_of_a_format_that_is_not_shown_is_seen(panel, theme):
    panel.setPalette(palette(theme))
    panel.set_theme(theme)
    rect = panel.table.visualItemRect(name_item(panel, find_format("tf32")))
    rect.setWidth(rect.height())  # left of the name
    image = panel.table.viewport().grab(rect).toImage()
    ground = QColor(theme.panel).lightness()
    places = product(range(image.width()), range(image.height()))
    apart = [abs(image.pixelColor(x, y).lightness() - ground) for x, y in places]
    assert max(apart) > 50


def test_every_format_of_the_catalogue_is_a_row_in_its_colour(panel):
    assert list(rows(panel)) == [fmt.title for fmt in CATALOGUE]
    for fmt in CATALOGUE:
        assert name_item(panel, fmt).foreground().color().name() == LIGHT.tint(fmt)
    panel.set_theme(DARK)
    first = name_item(panel, CATALOGUE[0])
    assert first.foreground().color().name() == DARK.tint(CATALOGUE[0])


def test_a_custom_format_that_is_shown_has_a_row(panel):
    panel.document.add_format(find_format("e5m7"))
    assert list(rows(panel))[-1] == "E5M7"
    assert rows(panel)["E5M7"]["fields"] == "1·5·7"


def test_facts_that_textbooks_quote(panel):
    fp16, e8m0 = rows(panel)["FP16"], rows(panel)["E8M0"]
    assert (fp16["largest"], fp16["least normal"], fp16["overflows"]) == (
        "65504",
        "2⁻¹⁴",
        "≥ 65520",
    )
    assert fp16["integers exact to"] == "2\u2009048"
    assert (e8m0["least subnormal"], e8m0["becomes zero"]) == ("–", "–")


@pytest.mark.parametrize(("lo", "hi"), [("1", "2"), ("-3", "0.3"), ("1/3", "16"), ("2", "2")])
def test_values_in_a_typed_range_are_counted_without_its_end(panel, qtbot, lo, hi):
    type_range(panel, qtbot, lo, hi)
    ends = Fraction(lo), Fraction(hi)
    shown_of = rows(panel)
    for fmt in (fmt for fmt in CATALOGUE if fmt.width <= 8):
        codes = (code for code in range(1 << fmt.width) if is_finite_code(fmt, code))
        values = {value_of(fmt, code) for code in codes}
        shown = shown_of[fmt.title]
        expected = sum(ends[0] <= value < ends[1] for value in values)
        assert next(v for k, v in shown.items() if k.startswith("in [")) == str(expected)


@pytest.mark.parametrize(("hi", "end"), [("1e40000", "1e+40000"), ("1/3", "0.333333333333…")])
def test_the_heading_of_a_range_is_short_however_long_its_ends_are(panel, qtbot, hi, end):
    type_range(panel, qtbot, "0", hi)
    assert f"in [0, {end})" in rows(panel)["FP16"]


def test_a_range_that_is_none_leaves_an_old_table_that_says_so(panel, qtbot):
    for lo, hi in (("1", "x"), ("1", "("), ("1", "inf"), ("5", "2")):
        before, view = rows(panel), panel.view()
        type_range(panel, qtbot, lo, hi)
        assert panel.old is not None, (lo, hi)
        assert (rows(panel), panel.view()) == (before, view), (lo, hi)
        type_range(panel, qtbot, "1", "4")
        assert panel.old is None, (lo, hi)


def test_borders_follow_the_rules(panel):
    panel.document.set_rules(Rules(Rounding.TOWARD_ZERO))
    assert rows(panel)["FP16"]["overflows"] == "≥ 65536"


def test_a_chosen_row_is_shown_and_then_made_active(panel, qtbot):
    panel.table.selectRow(panel.table.row_of(find_format("fp4_e2m1")))
    panel.table.setFocus()
    qtbot.keyClick(panel.table, Qt.Key.Key_Return)
    assert find_format("fp4_e2m1") in panel.document.state.formats
    panel.document.activate(find_format("bf16"))
    assert panel.table.current == find_format("bf16")


def test_the_table_is_copied_as_markdown_and_as_csv(panel):
    markdown, as_csv, _ = panel.copy_menu.actions()
    markdown.trigger()
    lines = QGuiApplication.clipboard().text().splitlines()
    assert len(lines) == 2 + len(CATALOGUE)
    assert lines[2].startswith("| FP16 | ")
    as_csv.trigger()
    found = list(csv.reader(QGuiApplication.clipboard().text().splitlines()))
    assert tuple(found[0]) == panel.table.table().headings
    assert [row[0] for row in found[1:]] == [fmt.title for fmt in CATALOGUE]


def test_a_scene_keeps_the_range(panel, qtbot):
    type_range(panel, qtbot, "0", "1")
    view = panel.view()
    panel.restore_view(ViewOfFormats("4", "8"))
    panel.restore_view(view)
    assert next(k for k in rows(panel)["FP16"] if k.startswith("in [")) == "in [0, 1)"


@pytest.mark.parametrize(
    "name", ["fp16", "e8m0", "fp8_e4m3fnuz", "e1m2fn", "e3m0finite", "e19m236"]
)
def test_a_card_says_every_fact_of_any_format(name, qapp):
    fmt = find_format(name)
    page = card(fmt, Rules(), "one\ntwo")
    assert all(told.name in page for told in told_of(fmt))
    assert "<p>two</p>" in page
    assert len(page) < 4000


def test_the_card_of_fp16(qapp):
    page = card(find_format("fp16"))
    assert "65504   0x7bff" in page
    assert "x ≥ 65520 → inf" in page
    assert "2⁻²⁴ ≈ 5.96046e-08   0x0001" in page


def test_a_hidden_table_is_filled_when_it_is_seen(panel, qtbot, monkeypatch):
    asked = []
    monkeypatch.setattr(
        formats_view, "told_of", lambda fmt, *rules: asked.append(fmt) or told_of(fmt, *rules)
    )
    panel.hide()
    panel.document.add_format(find_format("e5m7"))
    panel.document.set_rules(Rules(Rounding.UPWARD))
    panel.restore_view(ViewOfFormats("0", "1"))
    panel.set_theme(DARK)
    assert asked == []
    panel.show()
    assert asked
    table = panel.table
    filled = [[table.item(table.row_of(fmt), column).text()
               for column in range(table.columnCount())] for fmt in table.formats]  # fmt: skip
    assert filled == [list(row) for row in table.table().rows]
    assert table.item(table.currentRow(), 0).text() == panel.document.state.active.title
    assert name_item(panel, CATALOGUE[0]).foreground().color().name() == DARK.tint(CATALOGUE[0])
    asked.clear()
    panel.hide()
    panel.show()
    assert asked == []  # nothing has changed


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
def test_a_selected_row_keeps_the_colour_of_its_format(panel, qapp, theme):
    panel.set_theme(theme)
    table = panel.table
    at = [row[0] for row in table.table().rows].index("BF16")
    table.selectRow(at)
    qapp.processEvents()
    area = table.visualItemRect(table.item(at, 0))
    image = table.viewport().grab(area).toImage()
    spots = product(range(image.width()), range(image.height()))
    drawn = [image.pixelColor(*spot).getRgb() for spot in spots]

    def nearest(colour):  # strokes of letters are thin, and smoothed
        return min(sum(map(abs, map(sub, colour, each))) for each in drawn)

    tint, ink = QColor(theme.tint(find_format("bf16"))).getRgb(), QColor(theme.ink).getRgb()
    assert nearest(tint) < nearest(ink)


def test_a_search_leaves_what_it_is_true_of(panel, qtbot):
    qtbot.keyClicks(panel.search, "no infinities e2m1 4bit")
    assert found(panel) == ["fp4_e2m1"]
    panel.search.clear()
    assert found(panel) == [fmt.name for fmt in CATALOGUE]


def test_a_search_that_finds_nothing_says_so(panel, qtbot):
    assert not panel.none_found.isVisible()
    qtbot.keyClicks(panel.search, "no such format")
    assert found(panel) == []
    assert panel.none_found.isVisible()


def test_a_tick_adds_a_format_to_the_rows_and_takes_it_away(panel):
    fp128 = find_format("fp128")
    name_item(panel, fp128).setCheckState(Qt.CheckState.Checked)
    assert fp128 in panel.document.state.formats
    assert name_item(panel, fp128).checkState() is Qt.CheckState.Checked
    name_item(panel, fp128).setCheckState(Qt.CheckState.Unchecked)
    assert fp128 not in panel.document.state.formats


def test_the_last_format_of_the_rows_stays_ticked(panel):
    for fmt in panel.document.state.formats:
        name_item(panel, fmt).setCheckState(Qt.CheckState.Unchecked)
    (left,) = panel.document.state.formats
    assert name_item(panel, left).checkState() is Qt.CheckState.Checked


def test_the_menu_of_a_row_compares_it_with_the_active_format(panel):
    menu = panel.row_menu(find_format("fp8_e4m3fn"))
    assert not panel.comparison.isVisible()
    next(each for each in menu.actions() if each.text() == "Compare with FP16").trigger()
    assert panel.comparison.isVisible()
    table = {row[0]: row[1:] for row in panel.comparison.table().rows}
    assert table["width"] == ("16", "8")
    assert table["infinities"] == ("✓", "–")
    shared = 253  # all values of E4M3FN: they need 3 of 10 fraction bits, and 2⁻⁹ … 448
    assert table["values that both have"] == (str(shared), str(shared))


def test_a_comparison_is_swapped_closed_copied_and_kept(panel):
    panel.compare((find_format("fp16"), find_format("bf16")))
    view = panel.view()
    panel.comparison.swap.click()
    assert panel.comparison.table().headings == ("", "BF16", "FP16")
    panel.copy_menu.actions()[-1].trigger()
    assert QGuiApplication.clipboard().text().startswith("|  | BF16 | FP16 |")
    panel.comparison.close_button.click()
    assert not panel.comparison.isVisible()
    panel.restore_view(view)
    assert panel.comparison.isVisible()
    assert panel.comparison.table().headings == ("", "FP16", "BF16")
    panel.restore_view(ViewOfFormats(search="half"))
    assert found(panel) == ["fp16"]


def test_a_custom_format_is_found_by_its_name_and_ticked(panel, qtbot):
    qtbot.keyClicks(panel.search, "q3.12")
    q = find_format("q3.12")
    assert panel.table.formats == (q,)
    name_item(panel, q).setCheckState(Qt.CheckState.Checked)
    assert q in panel.document.state.formats
