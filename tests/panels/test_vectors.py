"""The panel of vectors."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QGuiApplication

from fpviz.core.arithmetic.rounding import Rounding, Rules
from fpviz.panels.vectors import VectorsPanel
from fpviz.widgets.look.theme import DARK, LIGHT
from fpviz.widgets.vectors.table import cells

LINES = """\
3C00 3C00 4000 00
3C00 1400 3C01 00
3C00 1001 3C00 01
3C00 1200 3C00 01
7BFF 7BFF 7BFF 05
nonsense
"""


@pytest.fixture
def panel(session, qtbot):
    widget = VectorsPanel(session, LIGHT)
    qtbot.addWidget(widget)
    widget.resize(980, 400)
    widget.result.show_name("fp16")
    widget.show()
    yield widget
    widget.background.close()


def check(panel, text=LINES):
    panel.check_text(text)
    panel.background.wait()


def test_lines_are_checked_and_told(panel):
    check(panel)
    panel.wrong_only.setChecked(False)
    assert [row.line for row in panel.table.rows] == [1, 2, 3, 4, 5, 6]
    counted, said = panel.verdict.text().splitlines()
    assert counted == "lines: 5, right: 2, wrong: 3, not read: 1"
    assert said.startswith("All 3 wrong lines are right under toward-zero")
    *_, third = (cells(row) for row in panel.table.rows[:3])
    assert third[:6] == ("3", "0x3c00  0x1001", "0x3c00", "0x3c01", "0", "1")
    assert third[6].startswith("toward-zero")


def test_only_wrong_lines_are_shown_unless_all_are_wanted(panel):
    check(panel)
    assert [row.line for row in panel.table.rows] == [3, 4, 5, 6]


def test_other_rules_check_anew(panel):
    check(panel)
    panel.document.set_rules(Rules(Rounding.TOWARD_ZERO))
    panel.background.wait()
    assert panel.verdict.text() == "lines: 5, right: 5, wrong: 0, not read: 1"


def test_another_operation_and_format_check_anew(panel):
    check(panel, "3C00 3C00 3C00")
    panel.operation.setCurrentIndex(panel.operation.findData("multiply"))
    panel.operation.activated.emit(panel.operation.currentIndex())
    panel.background.wait()
    assert panel.verdict.text() == "lines: 1, right: 1, wrong: 0"
    panel.result.show_name("fp32")
    panel.result.chosen.emit("fp32")
    panel.background.wait()
    assert panel.verdict.text() == "lines: 0, right: 0, wrong: 0, not read: 1"


def test_truth_values_and_integers_are_formats_of_their_own(panel):
    check(panel, "3C00 4000 1 00\n3C00 4000 0 00")
    for name, verdict in (
        ("compare-quiet-less", "lines: 2, right: 1, wrong: 1"),
        ("scale-b", "lines: 0, right: 0, wrong: 0, not read: 2"),
    ):
        panel.operation.setCurrentIndex(panel.operation.findData(name))
        panel.operation.activated.emit(panel.operation.currentIndex())
        panel.background.wait()
        assert panel.verdict.text().splitlines()[0] == verdict


def test_rows_that_are_left_out_are_counted(panel, monkeypatch):
    monkeypatch.setattr("fpviz.core.vectors.rows.MOST_ROWS", 2)
    check(panel)
    assert [row.line for row in panel.table.rows] == [3, 4]
    said = "Left out of the table, beyond 2 rows that are right and as many others: 2."
    assert panel.verdict.text().splitlines()[-1] == said


def test_a_line_is_worked_out_in_steps_and_its_result_is_the_source(panel):
    asked, brought = [], []
    panel.session.sheets.wanted.connect(asked.append)
    panel.panel_wanted.connect(brought.append)
    check(panel)
    panel.wrong_only.setChecked(False)
    panel.table.chosen.emit(panel.table.rows[2])
    assert (asked[-1].operation, asked[-1].operands) == ("add", ("fp16:0x3c00", "fp16:0x1001"))
    assert panel.document.state.source.operand[1] == 0x3C01
    panel.table.opened.emit(panel.table.rows[3])
    assert brought == ["steps"]
    panel.table.chosen.emit(panel.table.rows[5])  # no line, and nothing happens
    assert len(asked) == 2


def test_a_file_is_dropped(panel, tmp_path):
    path = tmp_path / "unit.log"
    path.write_text("A=0x3c00 B=16'h3c00 GOT=4001\n")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    modifiers = Qt.KeyboardModifier.NoModifier
    panel.dropEvent(
        QDropEvent(
            QPointF(5, 5), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, modifiers
        )
    )
    panel.background.wait()
    assert panel.verdict.text().splitlines()[0] == "lines: 1, right: 0, wrong: 1"


def test_lines_are_pasted(panel, qtbot):
    QGuiApplication.clipboard().setText(LINES)
    panel.setFocus()
    qtbot.keyClick(panel, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    panel.background.wait()
    assert len(panel.table.rows) == 4


@pytest.mark.parametrize(
    ("make", "said"),
    [
        (lambda path: None, "there is no such file or folder"),
        (lambda path: path.mkdir(), "it is a folder"),
        (lambda path: path.write_text("# nothing\n"), "there is no line"),
        (lambda path: path.write_text("1 2 3", "utf-16"), "it is text in UTF-16"),
    ],
    ids=["none", "folder", "empty", "utf-16"],
)
def test_a_file_that_cannot_be_read_is_one_line(panel, tmp_path, make, said):
    path = tmp_path / "lines.txt"
    make(path)
    panel.check_file(path)
    panel.background.wait()
    assert panel.old is not None
    assert said in str(panel.old)


def test_rows_are_copied(panel):
    check(panel)
    panel.copy_menu.actions()[0].trigger()
    assert QGuiApplication.clipboard().text().splitlines()[2].startswith("| 3 | 0x3c00  0x1001 |")
    panel.copy_menu.actions()[1].trigger()
    assert QGuiApplication.clipboard().text().startswith("line,operands,expected,actual")
    panel.set_theme(DARK)


def test_any_part_of_a_name_finds_an_operation(panel, qtbot):
    panel.operation.setFocus()
    panel.operation.setEditText("remainder")
    panel.operation.lineEdit().editingFinished.emit()
    assert panel.operation.currentData() == "remainder"
