"""The panel of swallowed updates."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from fpviz.core.formats import find_format
from fpviz.core.reading import State
from fpviz.model.files.resources import resource
from fpviz.model.files.scene import Scene
from fpviz.model.session import new_session
from fpviz.model.tensors.records import TensorChoice
from fpviz.model.views import ViewOfSwallowed
from fpviz.panels.swallowed import SwallowedPanel
from fpviz.widgets.look.theme import LIGHT

TRUTH = Path(__file__).parent.parent / "data" / "mlp_digits" / "mlp-digits-truth.json"
FORMATS = tuple(map(find_format, ("fp16", "bf16", "fp32")))


@pytest.fixture(scope="module")
def shown(qapp):
    """A panel on the sample, which all tests share."""
    session = new_session(Scene(State(formats=FORMATS, active=FORMATS[0])))
    session.tensors.shelf.open_paths([resource("samples/mlp-digits-gradients.safetensors")])
    session.tensors.wait()
    widget = SwallowedPanel(session, LIGHT)
    widget.resize(400, 300)
    widget.show()
    yield widget
    session.close()
    widget.deleteLater()


@pytest.fixture
def panel(shown):
    shown.restore_view(ViewOfSwallowed(""))
    look_at(shown, "g_w1")
    return shown


def look_at(panel, name):
    panel.session.tensors.shelf.show(TensorChoice(name))
    wait(panel)


def wait(panel):
    panel.present()
    panel.updates.counting.wait()
    panel.present()


def truth(weight, rate, fmt):
    """Zero updates, swallowed and moved, of weights in the format, and in FP32."""
    about = {"step": "2999", "weight": weight, "lr": rate, "format": fmt.name}
    found = json.loads(TRUTH.read_text())["swallowed"]
    each = next(each for each in found if about.items() <= each.items())
    return each["weight in format"], each["fp32 weight"]


def test_a_gradient_finds_its_weight_and_the_file_says_the_rate(panel):
    assert panel.formula.text() == "w1 − lr · g_w1"
    assert panel.rate.placeholderText() == "0.5"
    rows = {row[0]: row[1:] for row in panel.table.table().rows}
    for fmt in FORMATS:
        (_, swallowed, moved), (_, in_master, rest) = truth("w1", 0.5, fmt)
        shares = [f"{100 * a / (a + b):.1f} %" for a, b in ((swallowed, moved), (in_master, rest))]
        assert rows[fmt.title][1:] == tuple(shares)
        assert rows[fmt.title][0].replace("\u2009", "") == str(swallowed)
    look_at(panel, "w1")
    assert {row[0]: row[1:] for row in panel.table.table().rows} == rows


def test_another_rate_is_typed_and_kept(panel):
    before = panel.table.table().rows
    panel.rate.setText("0.005")
    wait(panel)
    assert panel.table.table().rows != before
    assert panel.view() == ViewOfSwallowed("0.005")


@pytest.mark.parametrize("text", ["x", "0", "inf", "nan"])
def test_what_is_no_rate_is_said(panel, text):
    panel.rate.setText(text)
    wait(panel)
    assert "is no learning rate" in panel.note.text()
    assert panel.table.table().rows == ()
    assert panel.view() == ViewOfSwallowed("")


def test_what_has_no_gradient_is_no_pair(panel):
    look_at(panel, "g_logits")
    assert panel.table.isHidden()
    assert "found by their names" in panel.note.text()


def test_where_it_is_low_rows_have_the_room(panel):
    panel.resize(400, 120)
    assert panel.note.isHidden()
    panel.rate.setText("x")
    wait(panel)
    assert not panel.note.isHidden()
    panel.rate.setText("")
    panel.resize(400, 300)
    wait(panel)
    assert not panel.note.isHidden()
