"""The panel of tensors."""

from __future__ import annotations

import struct
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent

from fpviz.core.formats import find_format
from fpviz.model.files.scene import Scene
from fpviz.model.session import new_session
from fpviz.model.views import ViewOfTensors
from fpviz.panels.tensors import TensorsPanel
from fpviz.widgets.look.theme import DARK, LIGHT
from fpviz.widgets.tensors.tensor_list import EXPONENTS, LOST, NAME, SHAPE

DATA = Path(__file__).parent.parent / "data" / "mlp_digits"
STEP = DATA / "mlp-digits-step2999.npz"


@pytest.fixture(scope="module")
def shown(qapp):
    """A panel that all tests share: windows are dear."""
    session = new_session(Scene())
    widget = TensorsPanel(session, LIGHT)
    widget.resize(700, 500)
    widget.show()
    yield widget
    session.close()
    widget.deleteLater()


@pytest.fixture
def panel(shown):
    """The panel with nothing open."""
    shown.restore_view(ViewOfTensors((), "", ""))
    wait(shown)
    shown.show()
    return shown


def wait(panel):
    panel.tensors.wait()
    panel.renew()
    panel.tensors.wait()
    panel.present()


def open_(panel, *paths):
    panel.shelf.open_paths(paths)
    wait(panel)


def texts(panel, column=NAME):
    return [row.texts[column] for row in panel.list.rows.rows]


def dropped(panel, *paths):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    none, button = Qt.KeyboardModifier.NoModifier, Qt.MouseButton.LeftButton
    panel.dropEvent(QDropEvent(QPointF(9, 9), Qt.DropAction.CopyAction, data, button, none))
    wait(panel)


def test_the_tensors_of_a_file_are_listed_with_what_is_lost(panel):
    open_(panel, STEP)
    assert "g_w1" in texts(panel)
    at = texts(panel).index("g_w1")
    row = panel.list.rows.rows[at]
    values = np.load(STEP)["g_w1"]
    nonzero = np.abs(values[values != 0].astype(np.float64))
    lost = np.count_nonzero(nonzero <= 2.0**-25) / nonzero.size
    assert row.texts[SHAPE] == "64 × 64"
    assert row.texts[LOST] == f"{100 * lost:.2f} %"
    exponents, counts = np.unique(np.frexp(nonzero)[1] - 1, return_counts=True)
    assert row.exponents == dict(zip(exponents.tolist(), counts.tolist(), strict=True))


def test_what_is_lost_follows_the_format_and_the_scale(panel):
    open_(panel, STEP)
    at = texts(panel).index("g_w1")
    before = texts(panel, LOST)[at]
    panel.document.activate(find_format("fp8_e4m3fn"))
    panel.present()
    in_fp8 = texts(panel, LOST)[at]
    panel.shelf.set_scale(16)
    panel.present()
    scaled = texts(panel, LOST)[at]
    panel.document.undo_stack.undo()
    panel.shelf.set_scale(0)
    assert (before, in_fp8, scaled) == ("2.70 %", "90.09 %", "1.75 %")


def test_a_row_that_is_gone_to_is_looked_at(panel):
    open_(panel, STEP)
    at = texts(panel).index("g_w2")
    panel.list.selectRow(at)
    assert panel.shelf.chosen.tensor.name == "g_w2"


def test_a_name_or_a_pattern_finds_tensors(panel):
    open_(panel, STEP)
    panel.search.setText("g_w")
    assert texts(panel) == [n for n in np.load(STEP).files if "g_w" in n]
    panel.search.setText("?1")
    assert texts(panel) == [n for n in np.load(STEP).files if len(n) == 2 and n[1] == "1"]


def test_a_heading_sorts_and_sorts_no_more(panel):
    open_(panel, STEP)
    order = texts(panel)
    panel.list.sorted_by.emit(NAME)
    assert texts(panel) == sorted(order)
    panel.list.sorted_by.emit(LOST)
    shares = [float(text.split()[0]) for text in texts(panel, LOST)]
    assert shares == sorted(shares, reverse=True)
    panel.list.sorted_by.emit(LOST)
    assert texts(panel) == order


def test_a_bad_file_takes_one_line_and_the_others_are_read(panel, tmp_path):
    np.save(tmp_path / "good.npy", np.float32([1, 2, 3]))
    (tmp_path / "bad.npy").write_bytes(b"\x93NUMPY\x01\x00\xff\xff")
    dropped(panel, tmp_path)
    assert texts(panel) == ["good.npy"]
    assert panel.refusals.text().startswith("bad.npy: its header is 65535 bytes")
    assert "\n" not in panel.refusals.text()


def test_a_pickle_is_answered_with_how_it_is_converted(panel, tmp_path):
    path = tmp_path / "model.pt"
    path.write_bytes(b"\x80\x02" + b"." * 20)
    dropped(panel, path)
    assert "weights_only=True" in panel.refusals.text()


def test_what_is_no_file_changes_nothing(panel, tmp_path):
    open_(panel, STEP)
    told = []
    panel.status_changed.connect(told.append)
    open_(panel, tmp_path / "nowhere" / "x.npy")
    assert "there is no such file" in panel.refusals.text() + "".join(told)


def test_elements_of_a_type_that_says_nothing_are_listed_and_not_counted(panel, tmp_path):
    path = tmp_path / "void.npy"
    np.save(path, np.zeros(4, "V2"))
    open_(panel, path)
    assert texts(panel, LOST) == ["–"]
    assert "has to be said" in panel.list.rows.rows[0].tip


def test_what_is_out_of_view_is_not_counted(panel, tmp_path):
    path = tmp_path / "many.safetensors"
    entry = '"t{0}":{{"dtype":"F32","shape":[1],"data_offsets":[{1},{2}]}}'
    head = "{" + ",".join(entry.format(i, 4 * i, 4 * i + 4) for i in range(200)) + "}"
    path.write_bytes(struct.pack("<Q", len(head)) + head.encode() + np.float32([1] * 200).tobytes())
    open_(panel, path)
    counted = [text != "…" for text in texts(panel, LOST)]
    assert counted[0]
    assert not any(counted[100:])


def test_nothing_is_counted_while_it_is_not_seen(panel):
    panel.hide()
    open_(panel, STEP)
    assert not any(panel.counter.summary(each) for each in panel.shelf.entries)


def test_files_come_back_from_a_scene_by_path_and_fingerprint(panel, session, tmp_path):
    path = tmp_path / "x.npy"
    np.save(path, np.float32([1, 2]))
    open_(panel, path)
    view = panel.view()
    assert view.files[0][0] == str(path)
    TensorsPanel.tell_session(session, view)
    session.tensors.wait()
    assert [each.tensor.count for each in session.tensors.shelf.entries] == [2]
    np.save(path, np.float32([1, 3]))
    TensorsPanel.tell_session(session, ViewOfTensors(()))
    TensorsPanel.tell_session(session, view)
    session.tensors.wait()
    assert session.tensors.shelf.entries == ()
    assert "has changed" in str(session.tensors.shelf.refusals[0].refusal)


def test_the_sample_is_remembered_wherever_fpviz_is(panel):
    panel.page.sample.click()
    wait(panel)
    assert panel.view().files[0][0] == "fpviz:samples/mlp-digits-gradients.safetensors"


def test_the_list_is_painted_in_every_theme(panel):
    open_(panel, STEP)
    panel.set_theme(DARK)
    dark = panel.grab().toImage()
    panel.set_theme(LIGHT)
    assert dark != panel.grab().toImage()
    assert panel.list.columnWidth(EXPONENTS) > 90
