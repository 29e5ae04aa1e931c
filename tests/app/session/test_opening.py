"""Links in the window and on the command line: copied, typed, pasted, dropped, opened."""

from __future__ import annotations

import json

import numpy as np
import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QGuiApplication

from fpviz.app.cli.main import main
from fpviz.app.session.opening import scene_from
from fpviz.core.arithmetic.rounding import Rounding
from fpviz.core.formats import find_format
from fpviz.core.phrase import Complaint
from fpviz.core.reading import State
from fpviz.model.files.scene import Scene, Setup, save_scene
from fpviz.model.links import read_link

FP16, BF16 = find_format("fp16"), find_format("bf16")
LINK = "fpviz:bf16:0x3f80?in=fp16,bf16&rounding=upward&run=drift&steps=200"
SETUP = Setup("drift", {"steps": "200"})


def drop(window, text, *urls):
    mime = QMimeData()
    mime.setText(text)
    if urls:
        mime.setUrls([QUrl(url) for url in urls])
    copy, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    none = Qt.KeyboardModifier.NoModifier
    window.dropEvent(QDropEvent(QPointF(50, 300), copy, mime, left, none))


def paste(window, text):
    QGuiApplication.clipboard().setText(text)
    window.menus.actions["paste-value"].trigger()


def enter(window, qtbot, text):
    edit = window.value_bar.entry.edit
    window.value_bar.focus_value()
    edit.selectAll()
    edit.insert(text)
    qtbot.keyClick(edit, Qt.Key.Key_Return)


@pytest.mark.parametrize("way", ["entered", "pasted", "dropped", "dropped as a URL"])
def test_a_link_loads_a_state_as_one_undo_step(window, qtbot, way):
    stack = window.document.undo_stack
    match way:
        case "entered":
            enter(window, qtbot, LINK)
        case "pasted":
            paste(window, f"({LINK}).")
        case "dropped":
            drop(window, LINK)
        case _:
            drop(window, LINK, LINK)
    state = window.document.state
    assert (state.formats, state.active) == ((FP16, BF16), BF16)
    assert state.rules.rounding is Rounding.UPWARD
    assert window.document.setup == SETUP
    assert window.value_bar.entry.edit.text() == "1"
    assert stack.count() == 1
    stack.undo()
    assert (window.document.state, window.document.setup) == (State(), Setup())


def test_the_copied_link_brings_everything_back(window):
    window.document.open_link(read_link(LINK))
    window.menus.actions["copy-link"].trigger()
    assert QGuiApplication.clipboard().text() == LINK
    assert window.status.remark.text() == f"Link copied: {LINK}"
    state, setup = window.document.state, window.document.setup
    window.document.load(Scene(), {})
    paste(window, QGuiApplication.clipboard().text())
    assert (window.document.state, window.document.setup) == (state, setup)


def test_a_link_without_experiment_leaves_the_experiment(window):
    window.document.set_setup(SETUP)
    paste(window, "fpviz:fp16:0x3c00")
    assert window.document.setup == SETUP
    assert window.document.snapshot.active.code == 0x3C00


def test_a_link_to_what_is_shown_changes_nothing(window, qtbot):
    enter(window, qtbot, "fpviz:1.12156456132")
    assert window.value_bar.entry.edit.text() == "1.12156456132"
    assert window.document.undo_stack.count() == 0


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("fpviz:1?in=fp17", "unknown format 'fp17'"),
        ("fpviz:1?run=skydiving", "unknown experiment 'skydiving'"),
        ("fpviz:1?run=drift&steps=few", "steps: "),
        ("fpviz:1e-", "is not complete"),
    ],
)
def test_a_bad_link_changes_nothing_and_says_why(window, qtbot, text, named):
    for way, begins in ((paste, "Not pasted: "), (drop, "Not dropped: ")):
        way(window, text)
        assert window.status.remark.text().startswith(begins)
        assert named in window.status.remark.text()
    enter(window, qtbot, text)
    assert window.document.undo_stack.count() == 0
    with pytest.raises(Complaint, match=r"skydiving|fp17|steps|complete"):
        scene_from(text)


def test_the_value_entrys_menu_has_the_link(window):
    actions = window.value_bar.entry.edit.actions()
    assert [window.menus.actions[each] for each in ("copy-as", "copy-link")] == actions[:2]


def test_links_and_urls_of_files_are_opened(tmp_path):
    scene, path = scene_from(LINK)
    assert (scene.state.active, scene.setup, path) == (BF16, SETUP, None)
    assert scene_from("https://float.exposed/b0x3f80")[0].state.active == BF16
    file = tmp_path / "a scene.fpviz"
    save_scene(scene, file)
    assert scene_from(file.as_uri()) == (scene, file)


@pytest.mark.parametrize(
    ("words", "printed"),
    [
        (["fpviz:1.1?in=bf16"], "1.1015625"),
        (["fpviz:1.1?in=bf16&rounding=toward-zero&run=drift"], "1.09375"),
        (["fpviz:1.1?in=bf16&rounding=toward-zero", "--rounding", "upward"], "1.1015625"),
        (["fpviz:1.1?in=bf16", "--format", "fp16"], "1.099609375"),
        (["<fpviz:bf16:0x3f80?in=bf16>."], "1"),
    ],
)
def test_show_takes_links(capsys, words, printed):
    assert main(["show", *words, "--as", "exact"]) == 0
    assert capsys.readouterr().out == printed + "\n"


def test_render_takes_links(qapp, tmp_path, capsys):
    out = tmp_path / "bits.png"
    assert main(["render", LINK, "--panel", "bits", "-o", str(out)]) == 0
    assert out.stat().st_size > 1000
    assert main(["render", "fpviz:1?in=fp17", "-o", str(out)]) == 2
    assert "unknown format 'fp17'" in capsys.readouterr().err


TAKEN = "fpviz: 'e4m3' is taken as fp8_e4m3fn, the OCP's; the IEEE-like one is e4m3ieee\n"


@pytest.mark.parametrize("start", ["scene", "picture", "link"])
def test_what_names_in_an_experiment_are_taken_as_is_said_where_a_command_reads_them(
    qapp, tmp_path, capsys, start
):
    file, out = tmp_path / "a.fpviz", tmp_path / "a.png"
    experiment = {"name": "counting", "parameters": {"formats": "half, e4m3", "steps": "9"}}
    file.write_text(json.dumps({"fpviz": 2, "experiment": experiment}))
    link = "fpviz:1?run=counting&formats=half,e4m3&steps=9"
    given = {"scene": str(file), "picture": str(tmp_path / "b.png"), "link": link}
    if start == "picture":
        assert main(["render", str(file), "--panel", "bits", "-o", given["picture"]]) == 0
        capsys.readouterr()
    assert main(["render", given[start], "--panel", "bits", "-o", str(out)]) == 0
    assert capsys.readouterr().err == TAKEN


@pytest.mark.parametrize(
    ("part", "named"),
    [
        ({"views": {"steps": {"operands": "1e-\n2\n"}}}, "'1e-' is not complete"),
        ({"views": {"bits": {"arrangement": "pakced"}}}, "pakced"),
        ({"experiment": {"name": "skydiving"}}, "skydiving"),
        ({"views": {"updates": {"hidden": "fp17"}}}, "no curve 'fp17'; there are weight, "),
    ],
)
@pytest.mark.parametrize("words", [["render", "FILE", "-o", "OUT"], ["FILE"]])
def test_a_scene_that_cannot_be_shown_is_refused_where_a_command_reads_it(
    tmp_path, capsys, part, named, words
):
    file, out = tmp_path / "a.fpviz", tmp_path / "a.png"
    file.write_text(json.dumps({"fpviz": 1, **part}))
    assert main([{"FILE": str(file), "OUT": str(out)}.get(word, word) for word in words]) == 2
    said = capsys.readouterr().err
    assert named in said
    assert said.count("\n") == 1
    assert not out.exists()


@pytest.mark.parametrize(
    ("name", "workspace", "held"),
    [("w.bin", "bench", "self.session.dump"), ("w.npy", "tensors", "self.session.tensors.shelf")],
)
def test_a_file_of_data_opens_where_it_is_read(program, tmp_path, name, workspace, held):
    written = tmp_path / "ones.npy"
    np.save(written, np.ones(600_000, np.float32))
    written.rename(tmp_path / name)
    read = "len(held.dump.data)" if workspace == "bench" else "len(held.files)"
    drive = (
        f"held = {held}; held.reading.wait(); "
        f"print(self.session.workspace.name, {read}, flush=True); self.close()"
    )
    status, out = program(drive, str(tmp_path / name))
    expected = f"{workspace} {2_400_128 if workspace == 'bench' else 1}"
    assert (status, out.splitlines()[-1]) == (0, expected), out


def test_a_file_of_data_that_cannot_be_read_is_one_line(capsys, tmp_path):
    (tmp_path / "w.bin").write_bytes(b"")
    assert main([str(tmp_path / "w.bin")]) == 2
    assert capsys.readouterr().err == f"fpviz: '{tmp_path}/w.bin' is empty\n"
