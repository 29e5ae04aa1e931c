"""The panel of the census."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from fpviz.core.formats import find_format
from fpviz.core.formats.decoding import value_of
from fpviz.core.literals import CodeLiteral
from fpviz.core.reading import State
from fpviz.data.census.elements import NoPower
from fpviz.model.files.scene import Scene
from fpviz.model.session import new_session
from fpviz.model.views import ViewOfCensus
from fpviz.panels.census import CensusPanel
from fpviz.widgets.look.theme import LIGHT

STEP = Path(__file__).parent.parent / "data" / "mlp_digits" / "mlp-digits-step2999.npz"
FORMATS = tuple(map(find_format, ("fp16", "bf16", "fp8_e4m3fn", "fp8_e5m2")))
FLUSHED, SUBNORMAL, NORMAL, OVERFLOW, SQNR = 1, 3, 4, 5, 7
FP32 = find_format("fp32")


@pytest.fixture(scope="module")
def shown(qapp):
    """A panel on g_w1 of a real run, which all tests share."""
    session = new_session(Scene(State(formats=FORMATS, active=FORMATS[0])))
    session.tensors.shelf.open_paths([STEP])
    session.tensors.wait()
    widget = CensusPanel(session, LIGHT)
    widget.resize(900, 600)
    widget.show()
    yield widget
    session.close()
    widget.deleteLater()


@pytest.fixture
def panel(shown):
    """The panel at the scale 1, with nothing to undo and no elements listed."""
    shown.finder.find(None)
    shown.restore_view(ViewOfCensus("g_w1", 0, 0))
    shown.document.load(Scene(State(formats=FORMATS, active=FORMATS[0])), {})
    shown.document.undo_stack.clear()
    wait(shown)
    return shown


def wait(panel):
    for _ in range(2):
        panel.tensors.wait()
        panel.present()


def row(panel, name):
    table = panel.formats.table()
    return next(each for each in table.rows if each[0] == find_format(name).title)


@pytest.fixture(scope="module")
def values():
    return np.load(STEP)["g_w1"].ravel()


def test_counts_are_exact_in_every_format(panel, values):
    nonzero = np.abs(values[values != 0].astype(np.float64))
    fp16 = row(panel, "fp16")
    assert int(fp16[FLUSHED]) == np.count_nonzero(nonzero <= 2.0**-25)
    rounded = values.astype(np.float16).astype(np.float64)
    subnormal = np.count_nonzero((rounded != 0) & (np.abs(rounded) < 2.0**-14))
    assert fp16[SUBNORMAL] == str(subnormal)
    errors = values.astype(np.float64) - rounded
    ratio = float(np.sum(values.astype(np.float64) ** 2) / np.sum(errors**2))
    assert fp16[SQNR] == f"{10 * np.log10(ratio):.1f} dB"
    assert panel.counts.text().startswith("1\u2009060 zeros")


def test_the_slider_moves_the_zones_and_the_counts(panel, values):
    before = panel.histogram.grab().toImage()
    panel.scale.setValue(22)
    assert panel.shelf.scale == 22
    assert row(panel, "fp16")[FLUSHED] == "0"
    assert panel.histogram.grab().toImage() != before
    beyond = np.count_nonzero(np.abs(values.astype(np.float64)) * 2.0**22 >= 65520)
    assert row(panel, "fp16")[OVERFLOW] == str(beyond)


def test_keys_and_the_wheel_move_the_scale(panel):
    QTest.keyClick(panel.histogram, Qt.Key.Key_Up)
    QTest.keyClick(panel.histogram, Qt.Key.Key_Up)
    QTest.keyClick(panel.histogram, Qt.Key.Key_Down)
    assert panel.shelf.scale == 1
    panel.histogram.scaled.emit(1000)
    assert panel.shelf.scale == 60


def test_the_best_scale_is_taken_and_said_why(panel):
    census = panel.counter.census()
    best = census.scalings[FORMATS[0]].best
    assert "loses nothing from" in panel.said.text()
    panel.best.click()
    assert panel.shelf.scale == best
    assert not panel.best.isEnabled()


def test_no_scale_saves_all_where_none_does(panel):
    panel.formats.picked.emit(2)
    assert panel.document.state.active == FORMATS[2]
    assert panel.said.text().startswith("No scale saves all in FP8 E4M3FN")


def click(panel, kind):
    slot = panel.histogram.placed().slot(kind)
    QTest.mouseClick(
        panel.histogram,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
        QPoint(round(slot.center().x()), round(slot.center().y())),
    )
    wait(panel)


def test_a_click_on_a_bar_lists_its_elements_and_one_on_an_element_makes_it_the_source(
    panel, values
):
    click(panel, -26)
    places = np.flatnonzero((np.abs(values) >= 2.0**-26) & (np.abs(values) < 2.0**-25))
    listed = panel.elements.table().rows
    assert [each[0] for each in listed] == [f"[{at // 64}, {at % 64}]" for at in places]
    panel.elements.picked.emit(1)
    source = panel.document.state.source
    assert isinstance(source, CodeLiteral)
    fmt, code = source.operand
    assert (fmt, value_of(fmt, code)) == (FP32, Fraction(float(values[places[1]])))
    assert panel.document.state.active == FORMATS[0]  # the zones stay


def test_zeros_are_listed_and_of_many_the_first_thousand(panel):
    click(panel, NoPower.ZERO)
    assert len(panel.elements.table().rows) == 1000
    assert "the first 1\u2009000" in panel.listed.text()


def test_arrows_go_from_bar_to_bar(panel):
    kinds = panel.histogram._shown.kinds
    QTest.keyClick(panel.histogram, Qt.Key.Key_Right)
    QTest.keyClick(panel.histogram, Qt.Key.Key_Right)
    assert panel.finder.kind == kinds[1]
    QTest.keyClick(panel.histogram, Qt.Key.Key_Left)
    assert panel.finder.kind == kinds[0]


def test_another_tensor_has_no_elements_listed(panel):
    click(panel, -26)
    panel.restore_view(ViewOfCensus("g_w2", 0))
    wait(panel)
    assert panel.finder.kind is None
    assert not panel._elements.isVisible()


def test_extremes_become_the_source(panel, values):
    panel.greatest.click()
    fmt, code = panel.document.state.source.operand
    assert abs(value_of(fmt, code)) == Fraction(float(np.abs(values).max()))
    panel.least.click()
    fmt, code = panel.document.state.source.operand
    assert abs(value_of(fmt, code)) == Fraction(float(np.abs(values[values != 0]).min()))


def test_what_is_shown_is_kept_in_scenes(panel, session):
    panel.scale.setValue(5)
    view = panel.view()
    assert (view.tensor, view.scale) == ("g_w1", 5)
    CensusPanel.tell_session(session, view)
    assert session.tensors.shelf.choice.scale == 5


def test_screen_readers_are_told_the_bars(panel):
    said = panel.histogram.accessibleDescription()
    assert "x = 0: 1\u2009060" in said
    assert panel.scale.accessibleDescription() == "2⁰"
