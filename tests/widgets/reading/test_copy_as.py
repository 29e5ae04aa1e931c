"""The menu "Copy as": what stands beside a notation is what it copies."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QGuiApplication

from fpviz.core.formats import find_format
from fpviz.core.literals import parse_literal
from fpviz.core.notation import MARKDOWN, NOTATIONS
from fpviz.core.reading import State, derive
from fpviz.widgets.reading.copy_as import CopyAsMenu

FORMATS = tuple(map(find_format, ("fp16", "fp64", "fp128", "tf32", "fp4_e2m1", "e8m0")))
FP16, FP64, FP128, TF32 = FORMATS[:4]


@pytest.fixture
def menu_of(qtbot):
    """A menu on a value in several formats, about to be shown; ``copied`` are its remarks."""

    def make(text, fmt=None, active=FP16):
        state = State(parse_literal(text), FORMATS, active)
        menu = CopyAsMenu(lambda: derive(state), fmt)
        qtbot.addWidget(menu)
        menu.remarks = []
        menu.copied.connect(menu.remarks.append)
        menu.aboutToShow.emit()
        return menu

    return make


@pytest.mark.parametrize("fmt", FORMATS, ids=lambda fmt: fmt.name)
@pytest.mark.parametrize("text", ["1.1", "-0", "nan(0x5)", "inf"])
def test_each_entry_shows_what_it_copies_or_why_not(menu_of, text, fmt):
    menu = menu_of(text, fmt)
    reading = next(
        r for r in derive(State(parse_literal(text), FORMATS, FP16)).readings if r.format == fmt
    )
    for notation in NOTATIONS:
        action = menu.action(notation.name)
        title, _, shown = action.text().partition("\t")
        whole = notation.write(fmt, reading.code)
        assert title == str(notation.title)
        assert action.isEnabled() == (whole is not None)
        expected = str(notation.why_not(fmt)) if whole is None else whole
        beginning = shown.replace("&&", "&").removesuffix("…")
        assert beginning
        assert expected.startswith(beginning)
        if shown.endswith("…"):
            assert action.toolTip() == expected[:1000]
        if whole is not None:
            action.trigger()
            assert QGuiApplication.clipboard().text() == whole
            assert menu.remarks[-1].startswith(f"{fmt.title} copied as {notation.title}: ")


def test_it_copies_the_active_reading_unless_it_is_of_one_format(menu_of):
    menu_of("1", active=FP64).action("code").trigger()
    assert QGuiApplication.clipboard().text() == "0x3ff0000000000000"
    menu_of("1", FP16, active=FP64).action("code").trigger()
    assert QGuiApplication.clipboard().text() == "0x3c00"


def test_the_table_is_of_all_readings(menu_of):
    menu = menu_of("1.1")
    menu.action(MARKDOWN).trigger()
    assert len(QGuiApplication.clipboard().text().splitlines()) == 2 + len(FORMATS)
    assert menu.remarks == ["All readings copied as a Markdown table"]


def test_a_shortcut_is_no_part_of_the_text(menu_of):
    menu = menu_of("1.1")
    menu.action("exact").setShortcut("Ctrl+Shift+C")
    menu.aboutToShow.emit()
    assert menu.action("exact").text() == "Exact decimal\t1.099609375"
    assert menu.grab().width() < 800


def test_the_longest_texts_fit(menu_of):
    menu = menu_of("2^-16494", FP128)
    assert menu.grab().width() < 800
    menu.action("exact").trigger()
    assert len(QGuiApplication.clipboard().text()) > 16000
    assert len(menu.remarks[-1]) < 150
