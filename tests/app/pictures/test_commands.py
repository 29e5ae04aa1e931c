"""Pictures from the window: exported and copied, of all of it and of each panel."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QGuiApplication, QImage
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QWidget

from fpviz.app import dialogs
from fpviz.app.launch import on_screen
from fpviz.app.pictures.commands import PictureCommands
from fpviz.app.pictures.export_dialog import ExportDialog
from fpviz.app.pictures.files import embedding
from fpviz.app.pictures.files.origin import parse_origin
from fpviz.app.pictures.size import Size, Unit
from fpviz.app.session.opening import load
from fpviz.core.literals import parse_literal
from fpviz.model.files.scene import Setup
from fpviz.model.runs import KeptRun
from tests.strides import one_in


@pytest.fixture(autouse=True)
def _empty_clipboard():
    """The clipboard of the offscreen platform must not outlive the interpreter with our data."""
    yield
    QGuiApplication.clipboard().clear()


def entries(frame):
    return {action.text().replace("&", ""): action for action in frame.menu().actions()}


def pictures(window):
    """What makes the pictures of a window."""
    return window.findChild(PictureCommands)


def drop(window, path):
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path))])
    window.dropEvent(
        QDropEvent(
            QPointF(5, 5),
            Qt.DropAction.CopyAction,
            mime,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
    )


@pytest.mark.parametrize("panel", one_in(3, ["", "bits", "updates"], start=1))
def test_a_copied_picture_pastes_as_pixels_and_as_shapes_with_its_scene(window, panel):
    if panel:
        entries(window.frames[panel])["Copy picture of this panel"].trigger()
    else:
        window.menus.actions["copy-picture"].trigger()
    mime = QGuiApplication.clipboard().mimeData()
    pixels = bytes(mime.data("image/png").data())
    shapes = bytes(mime.data("image/svg+xml").data())
    assert mime.hasImage()
    size = (window.frames[panel] if panel else window).size() * 2
    assert QImage.fromData(pixels).size() == size
    for data in (pixels, shapes):
        origin = parse_origin(embedding.extract(data))
        assert (origin.scene, origin.panel) == (window.shown.scene(), panel)
    assert "copied" in window.status.remark.text()


@pytest.mark.parametrize(("panel", "theme"), one_in(2, [("", "print"), ("number-line", "dark")]))
def test_a_window_is_after_an_export_what_it_was_before(window, qapp, tmp_path, panel, theme):
    window.document.set_setup(Setup("drift"))
    window.session.runs.wait()
    window.value_bar.entry.edit.clearFocus()  # its caret blinks
    for _ in range(3):
        qapp.processEvents()
    before, colours = window.grab().toImage(), QApplication.palette()
    run = window.session.runs.run
    dialog = ExportDialog(on_screen(window), panel)
    dialog.theme.setCurrentIndex(dialog.theme.findData(theme))
    pictures(window).write(dialog.look(), tmp_path / "a.png")
    tops = len(qapp.topLevelWidgets())
    pictures(window).write(dialog.look(), tmp_path / "b.png")
    assert len(qapp.topLevelWidgets()) == tops  # nothing stays behind out of sight
    dialog.deleteLater()
    assert window.grab().toImage() == before
    assert QApplication.palette() == colours
    assert window.session.runs.run is run
    assert QApplication.activeWindow() is window


def test_the_runs_kept_for_comparison_are_in_the_picture(window):
    window.session.runs.keep(KeptRun("before", window.session.runs.run))
    from fpviz.app.pictures.figures.figure import figure  # noqa: PLC0415 - slow to load
    from fpviz.app.pictures.look import PictureLook  # noqa: PLC0415 - the same

    with figure(window.shown.scene(), PictureLook("updates"), on_screen(window).likeness()) as made:
        panel = made.picture.widget.findChild(type(window.panels["updates"]))
        labels = [curve.label for curve in panel.plot.data.curves]
    assert any(label.startswith("before: ") for label in labels)


def test_an_export_asks_and_remembers(window, tmp_path, monkeypatch):
    path = tmp_path / "figure.svg"
    asked = []
    monkeypatch.setattr(dialogs, "ask_save", lambda *words: asked.append(words) or path)

    def choose(dialog):
        dialog.theme.setCurrentIndex(dialog.theme.findData("print"))
        dialog.size_kind.setCurrentIndex(dialog.size_kind.findData("mm"))
        dialog.width_box.setValue(120)
        return QDialog.DialogCode.Accepted

    monkeypatch.setattr(ExportDialog, "exec", choose)
    entries(window.frames["bits"])["Export picture of this panel…"].trigger()
    assert load(path) == window.shown.scene()
    origin = embedding.read_origin(path)
    assert (origin.panel, origin.size, origin.theme) == ("bits", "120mm", "print")
    assert str(path) in window.status.remark.text()

    again = ExportDialog(on_screen(window), "why")
    assert again.look().panel == "why"
    assert again.look().size == Size(120, None, Unit.MM)
    assert again.look().theme == "print"
    again.reject()
    monkeypatch.setattr(ExportDialog, "exec", lambda _dialog: QDialog.DialogCode.Accepted)
    window.menus.actions["export-picture"].trigger()
    assert asked[1][3][0] == ".svg"  # the kind of file of the last time comes first


def test_a_file_that_cannot_be_written_is_said(window, tmp_path, monkeypatch):
    told = []
    monkeypatch.setattr(dialogs, "ask_save", lambda *_: tmp_path / "no" / "folder.png")
    monkeypatch.setattr(dialogs, "complain", lambda *words: told.append(words))
    monkeypatch.setattr(ExportDialog, "exec", lambda _dialog: QDialog.DialogCode.Accepted)
    entries(window.frames["bits"])["Export picture of this panel…"].trigger()
    assert "folder.png" in told[0][2]


def test_the_dialog_previews_and_says_what_it_does(window):
    dialog = ExportDialog(on_screen(window), "decoded")
    dialog.size_kind.setCurrentIndex(dialog.size_kind.findData("px"))
    dialog.width_box.setValue(300)
    dialog.height_box.setValue(100)
    dialog.show_preview()
    assert not dialog.preview.pixmap().isNull()
    assert "300 × 100 px" in dialog.note.text()
    assert "%" in dialog.note.text()
    dialog.reject()


def test_a_change_of_unit_keeps_the_size(window):
    dialog = ExportDialog(on_screen(window), "")
    kinds = dialog.size_kind
    kinds.setCurrentIndex(kinds.findData("px"))
    dialog.width_box.setValue(960)
    kinds.setCurrentIndex(kinds.findData("mm"))
    assert dialog.width_box.value() == 254
    kinds.setCurrentIndex(kinds.findData("natural"))
    assert dialog.look().size is None
    dialog.reject()


def test_every_control_of_the_dialog_has_a_name_and_is_reached_by_tab(window, qtbot):
    dialog = ExportDialog(on_screen(window), "")
    dialog.size_kind.setCurrentIndex(dialog.size_kind.findData("mm"))
    dialog.show()
    labelled = {label.buddy() for label in dialog.findChildren(QLabel)}
    controls = [dialog.what, dialog.theme, dialog.size_kind, dialog.width_box, dialog.height_box]
    reached = set()
    dialog.what.setFocus()
    while dialog.focusWidget() not in reached:
        reached.add(dialog.focusWidget())
        qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Tab)
    for control in [*controls, dialog.scale, *dialog.buttons.buttons()]:
        assert isinstance(control, QWidget)
        assert control in reached
        assert control in labelled or control.accessibleName() or control.text()
    dialog.reject()


def test_a_picture_dropped_on_the_window_is_opened_again(window, tmp_path):
    window.document.set_source(parse_literal("-1/3"))
    scene, path = window.shown.scene(), tmp_path / "kept.png"
    pictures(window).write(ExportDialog(on_screen(window), "why").look(), path)
    window.document.set_source(parse_literal("7"))
    drop(window, path)
    assert window.shown.scene() == scene
    assert window.files.path is None  # saving does not write a scene over a picture


def test_a_picture_without_a_scene_changes_nothing_and_says_why(window, tmp_path, monkeypatch):
    told, before = [], window.shown.scene()
    monkeypatch.setattr(dialogs, "complain", lambda *words: told.append(words[2]))
    path = tmp_path / "photo.png"
    QImage(8, 8, QImage.Format.Format_RGB32).save(str(path))
    drop(window, path)
    assert window.shown.scene() == before
    assert len(told) == 1
    assert "there is no scene of fpviz in this picture" in told[0]


def test_the_keys_work_while_a_value_is_typed(window, qtbot, monkeypatch):
    """Ctrl+E alone would lead a line edit to the end of its line."""
    asked = []
    monkeypatch.setattr(ExportDialog, "ask", lambda *words: asked.append(words[1]))
    modifiers = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    window.value_bar.focus_value()
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_E, modifiers)
    assert asked == [""]
