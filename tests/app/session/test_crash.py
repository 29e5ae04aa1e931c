"""When fpviz itself goes wrong: the user is told once, the work is kept, the program goes on."""

from __future__ import annotations

import sys
import threading
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget

from fpviz import __version__
from fpviz.app.session import autosave
from fpviz.app.session.autosave import SessionFile
from fpviz.app.session.crash import CrashWatch
from fpviz.core.literals import parse_literal
from fpviz.model.files.scene import load_scene
from fpviz.panels.panel import Panel

pytestmark = pytest.mark.qt_no_exception_capture

FIRST = SessionFile(1, None)


class Broken(Panel):
    """A panel that cannot follow the document, unless the source is 0."""

    def follow(self, snapshot):
        if snapshot.state.source.text != "0":
            raise KeyError("no such row")


class Unpaintable(QWidget):
    def paintEvent(self, _event):
        raise ZeroDivisionError("no width")


@pytest.fixture
def window(new_window):
    """No test after it has a window in which something went wrong."""
    return new_window


@pytest.fixture
def watch(window, monkeypatch, tmp_path, caplog):
    """The watch of a window, with a session file of the test's own."""
    monkeypatch.setattr(autosave, "_own_folder", lambda: tmp_path)
    for module in (sys, threading):
        monkeypatch.setattr(module, "excepthook", module.excepthook)  # put back afterwards
    watch = CrashWatch(window, window.keep_in(FIRST).rescue, FIRST.path)
    watch.install()
    yield watch
    meant = caplog.get_records("call")
    assert {(record.name, record.levelname) for record in meant} <= {
        ("fpviz.app.session.crash", "CRITICAL")
    }
    meant.clear()  # or they would fail the test


@pytest.fixture
def broken(window, watch):
    panel = Broken(window.session, window.appearance.theme)
    panel.setParent(window)
    window.document.changed.connect(panel.follow)
    return panel


def type_value(window, text):
    window.document.set_source(parse_literal(text))


def shown(qtbot, watch):
    qtbot.waitUntil(lambda: watch.dialog is not None)
    return watch.dialog


def test_a_slot_that_raises_is_told_and_the_work_is_kept(window, watch, broken, qtbot, caplog):
    type_value(window, "1/3")
    dialog = shown(qtbot, watch)
    assert "KeyError: 'no such row'" in dialog.happened.text()
    assert str(FIRST.path) in dialog.kept.text()
    assert load_scene(FIRST.path).state.source.text == "1/3"
    assert [record.levelname for record in caplog.records] == ["CRITICAL"]

    assert not dialog.report.isVisible()
    qtbot.mouseClick(dialog.details, Qt.MouseButton.LeftButton)
    assert dialog.report.isVisible()
    report = dialog.report.toPlainText()
    assert "in follow" in report
    assert f"fpviz {__version__}" in report
    assert "numpy" in report
    assert '"source": "1/3"' in report
    qtbot.mouseClick(dialog.copy, Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == report


def test_after_going_on_the_same_error_is_only_remarked(window, watch, broken, qtbot):
    remarks = []
    watch.remark.connect(remarks.append)
    type_value(window, "1")
    qtbot.keyClick(shown(qtbot, watch), Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: watch.dialog is None)
    type_value(window, "2")
    qtbot.waitUntil(lambda: bool(remarks))
    assert "2 times" in remarks[0]
    assert watch.dialog is None
    assert window.document.state.source.text == "2"


def test_an_error_in_painting_is_told_once_and_counted(window, watch, qtbot):
    widget = Unpaintable(window)
    widget.resize(50, 50)
    widget.show()
    dialog = shown(qtbot, watch)

    def counted():
        widget.update()
        return dialog.again.isVisible()

    qtbot.waitUntil(counted)
    dialogs = [top for top in QApplication.topLevelWidgets() if isinstance(top, type(dialog))]
    assert dialogs == [dialog]
    widget.hide()


def test_an_error_of_another_kind_joins_the_report(window, watch, broken, qtbot):
    type_value(window, "1")
    dialog = shown(qtbot, watch)
    thread = threading.Thread(target=lambda: next(iter([])), name="beside")
    thread.start()
    thread.join()
    qtbot.waitUntil(lambda: "StopIteration" in dialog.report.toPlainText())
    assert "thread beside" in dialog.report.toPlainText()
    assert "KeyError" in dialog.report.toPlainText()


def test_an_error_in_a_run_is_told(window, watch, qtbot, monkeypatch):
    experiment = window.session.runs.experiment

    def run(*_):
        raise ArithmeticError("the run broke")

    monkeypatch.setattr(type(experiment), "run", run)
    window.document.set_parameter("steps", "7")
    assert "the run broke" in shown(qtbot, watch).happened.text()


def test_a_panel_that_cannot_say_what_it_shows_costs_only_the_views(window, watch, broken, qtbot):
    window.panels["bits"].view = lambda: 1 / 0
    type_value(window, "1/3")
    shown(qtbot, watch)
    kept = load_scene(FIRST.path)
    assert (kept.state.source.text, kept.views) == ("1/3", {})
    del window.panels["bits"].view


def test_a_folder_that_cannot_be_written_is_no_obstacle(
    window, watch, broken, qtbot, tmp_path, monkeypatch
):
    (tmp_path / "file").touch()
    (tmp_path / "other").mkdir()
    monkeypatch.setattr(autosave, "_own_folder", lambda: tmp_path / "file")
    monkeypatch.setattr(autosave.tempfile, "gettempdir", lambda: str(tmp_path / "other"))
    type_value(window, "1/3")
    rescued = Path(shown(qtbot, watch).kept.text().rpartition(": ")[2])
    assert rescued.parent == tmp_path / "other"
    assert load_scene(rescued).state.source.text == "1/3"


def test_work_that_cannot_be_kept_is_said_to_be_so(window, watch, broken, qtbot, monkeypatch):
    monkeypatch.setattr(autosave, "save_scene", lambda *_: Path("/no/such/folder/file").touch())
    type_value(window, "1/3")
    assert "could not be kept" in shown(qtbot, watch).kept.text()


def test_quit_ends_the_program(window, watch, broken, qtbot, monkeypatch):
    ended = []
    monkeypatch.setattr(QApplication, "exit", ended.append)
    type_value(window, "1")
    qtbot.mouseClick(shown(qtbot, watch).leave, Qt.MouseButton.LeftButton)
    assert ended == [1]


def test_an_interrupt_ends_the_program_and_is_no_crash(watch, monkeypatch, qtbot):
    ended = []
    monkeypatch.setattr(QApplication, "exit", ended.append)
    sys.excepthook(KeyboardInterrupt, KeyboardInterrupt(), None)
    QApplication.processEvents()
    assert ended == [130]
    assert watch.dialog is None


DRIVE = """
        def leave():
            dialog = QApplication.activeModalWidget()
            print(dialog.happened.text())
            dialog.leave.click()

        QTimer.singleShot(500, leave)
        raise RuntimeError("driven too far")
"""


def test_the_program_tells_of_its_crash_and_quits(program):
    status, said = program(DRIVE, before="from PySide6.QtWidgets import QApplication")
    assert status == 1
    assert said.count("The error was: RuntimeError: driven too far") == 1
    assert "Traceback" in said
