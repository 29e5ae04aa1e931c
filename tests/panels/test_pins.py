"""The panel of pins: kept, named, noted, moved, removed, chosen and taken away; recent values."""

from __future__ import annotations

import csv

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent, QDropEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit

from fpviz.core.formats import find_format
from fpviz.core.literals import parse_literal
from fpviz.panels.pins import PinsPanel
from fpviz.widgets.look.theme import LIGHT
from fpviz.widgets.pins.table import CODE, EXACT, NAME, NOTE
from tests.full_disk import full_disk

FP16 = find_format("fp16")


@pytest.fixture
def panel(session, qtbot):
    made = PinsPanel(session, LIGHT)
    qtbot.addWidget(made)
    made.resize(900, 240)
    made.show()
    return made


@pytest.fixture
def filled(panel):
    for text in ("fp32:0xc2ed4000", "0.1", "inf"):
        panel.session.pins.pin(parse_literal(text))
    return panel


def texts(panel):
    model = panel.table.model()
    return [
        [model.index(row, column).data() for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]


def names(panel):
    return "".join(row[NAME] for row in texts(panel))


def cell(panel, row, column=NAME):
    return panel.table.visualRect(panel.table.model().index(row, column)).center()


def click(panel, row, modifier=Qt.KeyboardModifier.NoModifier):
    left = Qt.MouseButton.LeftButton
    QTest.mouseClick(panel.table.viewport(), left, modifier, cell(panel, row))


def double_click(panel, row, column):
    at, left = cell(panel, row, column), Qt.MouseButton.LeftButton
    QTest.mouseClick(panel.table.viewport(), left, pos=at)
    QTest.mouseDClick(panel.table.viewport(), left, pos=at)


def press(panel, key, modifier=Qt.KeyboardModifier.NoModifier):
    QTest.keyClick(panel.table, key, modifier)


def type_in(panel, text):
    editor = panel.table.indexWidget(panel.table.currentIndex())
    editor.selectAll()
    QTest.keyClicks(editor, text)
    QTest.keyClick(editor, Qt.Key.Key_Return)
    QApplication.processEvents()  # Qt takes what was typed when the key is over


def remarks(panel):
    told = []
    panel.status_changed.connect(told.append)
    return told


def test_an_empty_panel_says_how_to_pin(panel):
    assert panel.hint.isVisible()
    assert "Ctrl+D" in panel.hint.text()
    assert not panel.export_button.isEnabled()
    told = remarks(panel)
    panel.pin_button.click()
    assert told == ["Pinned as A: 1.12156456132"]
    panel.pin_button.click()
    assert told[1] == "Pinned already, as A: 1.12156456132"
    assert panel.table.isVisible()


def test_a_row_has_the_code_in_its_own_format_or_the_active_one(filled):
    assert texts(filled) == [
        ["A", "FP32 0xc2ed4000", "-118.625", "FP32, FP16, FP64", ""],
        ["B", "FP16 ≈ 0x2e66", "0.1", "–", ""],
        ["C", "FP16 0x7c00", "inf", "FP16, BF16, FP32 +1", ""],
    ]
    filled.document.activate(find_format("fp64"))
    assert texts(filled)[1][CODE] == "FP64 ≈ 0x3fb999999999999a"
    tip = filled.table.model().index(1, NAME).data(Qt.ItemDataRole.ToolTipRole)
    assert "rounded: 0.100000000000000005551115123126…" in tip


def test_a_click_and_return_make_a_pin_the_source(filled):
    click(filled, 1)
    assert filled.document.state.source == parse_literal("0.1")
    press(filled, Qt.Key.Key_Up)
    assert filled.document.state.source == parse_literal("0.1")
    press(filled, Qt.Key.Key_Return)
    assert filled.document.state.source == parse_literal("fp32:0xc2ed4000")


def test_the_pin_that_is_the_source_is_the_selected_row(filled):
    filled.document.set_source(parse_literal("inf"))
    assert filled.table.selected == [2]
    filled.table.show_current(1)
    filled.session.pins.annotate(1, "another one is edited")
    filled.document.activate(find_format("fp64"))
    assert filled.table.selected == [1]


def test_a_click_with_a_modifier_only_selects_and_del_removes_what_is_selected(filled):
    click(filled, 0)
    before = filled.document.state
    click(filled, 2, Qt.KeyboardModifier.ControlModifier)
    assert filled.document.state == before
    assert filled.table.selected == [0, 2]
    press(filled, Qt.Key.Key_Delete)
    assert names(filled) == "B"
    filled.document.undo_stack.undo()
    assert names(filled) == "ABC"
    click(filled, 2)
    press(filled, Qt.Key.Key_Delete)
    assert filled.table.selected == [1]  # the keyboard goes on where it was


def test_names_and_notes_are_edited_in_place(filled):
    told = remarks(filled)
    click(filled, 1)
    press(filled, Qt.Key.Key_F2)
    type_in(filled, "actual")
    double_click(filled, 1, NOTE)
    type_in(filled, "read back at 0x4000_0010")
    assert texts(filled)[1] == [
        "actual", "FP16 ≈ 0x2e66", "0.1", "–", "read back at 0x4000_0010",
    ]  # fmt: skip
    assert told == []
    press(filled, Qt.Key.Key_Home)
    press(filled, Qt.Key.Key_F2)
    type_in(filled, "A")
    assert told == ["another pin is called 'A'"]
    assert texts(filled)[1][NAME] == "actual"


def test_codes_and_values_are_not_edited(filled):
    double_click(filled, 0, CODE)
    assert filled.table.findChild(QLineEdit) is None
    assert filled.document.state.source == parse_literal("fp32:0xc2ed4000")


def test_arrows_move_a_pin_which_stays_selected(filled):
    held = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    click(filled, 0)
    source = filled.document.state.source
    press(filled, Qt.Key.Key_Down, held)
    assert (names(filled), filled.table.selected) == ("BAC", [1])
    for _ in range(3):
        press(filled, Qt.Key.Key_Up, held)
    assert (names(filled), filled.table.selected) == ("ABC", [0])
    assert filled.document.state.source == source


@pytest.mark.parametrize(
    ("start", "onto", "order"), [(0, 2, "BCA"), (2, 0, "CAB"), (0, None, "BCA"), (1, 1, "ABC")]
)
def test_a_row_is_dragged_to_another_place(filled, monkeypatch, start, onto, order):
    click(filled, start)
    at = QPoint(20, filled.table.viewport().height() - 4)
    if onto is not None:
        at = cell(filled, onto) + QPoint(0, 4 if onto >= start else -4)
    copy, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    data = filled.table.model().mimeData([filled.table.model().index(start, 0)])
    assert data.text() == filled.table.rows[start].text
    drop = QDropEvent(QPointF(at), copy, data, left, Qt.KeyboardModifier.NoModifier)
    filled.table.dropEvent(drop)
    assert names(filled) == order


def test_what_is_dragged_from_elsewhere_is_left_to_the_window(filled):
    from PySide6.QtGui import QDragEnterEvent  # noqa: PLC0415

    data = QMimeData()
    data.setText("0.5")
    enter = QDragEnterEvent(
        QPoint(5, 5), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )  # fmt: skip
    filled.table.dragEnterEvent(enter)
    assert not enter.isAccepted()


def test_selected_rows_are_copied_for_a_spreadsheet(filled):
    filled.session.pins.annotate(1, "a tenth")
    click(filled, 0)
    click(filled, 1, Qt.KeyboardModifier.ShiftModifier)
    press(filled, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == (
        "A\tfp32:0xc2ed4000\tFP32 0xc2ed4000\t-118.625\tFP32, FP16, FP64\t\n"
        "B\t0.1\tFP32 ≈ 0x3dcccccd\t0.1\t\ta tenth"
    )


def test_all_rows_are_exported_as_csv_and_markdown(filled, tmp_path, monkeypatch):
    filled.session.pins.annotate(0, 'of "a" | b')
    markdown, as_csv, save = filled.export_menu.actions()
    markdown.trigger()
    lines = QGuiApplication.clipboard().text().splitlines()
    assert lines[0] == "| name | source | code | value | exact in | note |"
    assert lines[2].endswith('| of "a" \\| b |')
    as_csv.trigger()
    rows = list(csv.reader(QGuiApplication.clipboard().text().splitlines()))
    assert [row[0] for row in rows] == ["name", "A", "B", "C"]
    assert rows[1][-1] == 'of "a" | b'
    for name, form in (("a.csv", ","), ("b.md", "|")):
        path = tmp_path / name
        answer = str(path), ""
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, answer=answer: answer)
        save.trigger()
        assert path.read_text(encoding="utf-8").startswith(("name,", "| name"))
        assert form in path.read_text(encoding="utf-8")


def test_a_file_that_cannot_be_written_is_one_remark(filled, tmp_path):
    told = remarks(filled)
    path = tmp_path / "pins.csv"
    path.write_bytes(b"old")
    with full_disk():
        filled.write(path)
    assert told == ["Not saved: pins.csv: the file would be larger than the system allows"]
    assert path.read_bytes() == b"old"


def entry(menu, text):
    return next(action for action in menu.actions() if action.text() == text)


def test_the_menu_of_a_pin(filled):
    asked, wanted = [], []
    filled.panel_wanted.connect(asked.append)
    filled.session.sheets.wanted.connect(wanted.append)
    click(filled, 0)
    menu = filled.menu()
    assert [action.text() for action in menu.actions() if not action.isEnabled()] == ["Move up"]
    entry(menu, "Open in Steps").trigger()
    assert asked == ["steps"]
    assert (wanted[0].operation, wanted[0].operands) == ("convert", ("fp32:0xc2ed4000",))
    entry(menu, "Move down").trigger()
    assert names(filled) == "BAC"
    filled.document.set_source(parse_literal("5"))
    entry(filled.menu(), "Make it the source").trigger()
    assert filled.document.state.source == parse_literal("fp32:0xc2ed4000")
    entry(filled.menu(), "Edit the note").trigger()
    type_in(filled, "n")
    entry(filled.menu(), "Rename").trigger()
    type_in(filled, "x")
    assert texts(filled)[1][NAME] + texts(filled)[1][NOTE] == "xn"
    entry(filled.menu(), "Remove").trigger()
    assert names(filled) == "BC"


def test_a_pin_is_copied_in_any_notation(filled):
    click(filled, 0)
    filled.document.set_source(parse_literal("7"))
    copy_as = filled.menu().actions()[1].menu()
    copy_as.action("code").trigger()
    assert QGuiApplication.clipboard().text() == "0xc2ed4000"


@pytest.fixture
def lately(panel):
    """A panel after which 0.1 and then 1/3 were looked at."""
    panel.session.recent._own = ["1/3", "0.1"]
    panel.session.recent.changed.emit()
    return panel


def test_recent_values_are_chosen_by_clicks_and_keys(lately):
    rect = lately.recent.visualItemRect(lately.recent.item(1, 0))
    QTest.mouseClick(lately.recent.viewport(), Qt.MouseButton.LeftButton, pos=rect.center())
    assert lately.document.state.source == parse_literal("0.1")
    QTest.keyClick(lately.recent, Qt.Key.Key_Up)
    assert lately.document.state.source == parse_literal("1/3")


def test_a_recent_value_is_pinned_and_forgotten(lately, qtbot):
    assert [action.text() for action in lately.recent_menu().actions()] == ["Forget all"]
    lately.recent.selectRow(1)
    entry(lately.recent_menu(), "Pin the value").trigger()
    assert [pin.source for pin in lately.session.pins.all] == [parse_literal("0.1")]
    lately.recent.setFocus()
    QTest.keyClick(lately.recent, Qt.Key.Key_Delete)
    assert [each.text for each in lately.session.recent.values] == ["1/3"]
    entry(lately.recent_menu(), "Forget all").trigger()
    assert lately.session.recent.values == ()
    assert lately.recent_menu() is None


def test_formats_make_way_for_notes(filled):
    filled.session.pins.annotate(0, "from the testbench, vector 41")
    assert not filled.table.isColumnHidden(EXACT)
    filled.resize(620, 240)
    QApplication.processEvents()
    assert filled.table.isColumnHidden(EXACT)
    assert "exact in: FP32, FP16, FP64" in filled.table.model().index(0, NAME).data(
        Qt.ItemDataRole.ToolTipRole
    )


def test_a_screen_reader_hears_headings_with_cells(filled):
    model = filled.table.model()
    told = model.index(1, CODE).data(Qt.ItemDataRole.AccessibleTextRole)
    assert told == "code: FP16 ≈ 0x2e66"
    assert filled.table.accessibleName() == "Pins"


def test_a_context_menu_is_asked_for_where_the_mouse_is(filled, monkeypatch):
    asked = []
    filled.table.menu_wanted.connect(asked.append)
    monkeypatch.setattr(filled, "menu", lambda: None)
    at = cell(filled, 1)
    kind = QContextMenuEvent.Reason.Mouse
    event = QContextMenuEvent(kind, at, filled.table.viewport().mapToGlobal(at))
    QApplication.sendEvent(filled.table.viewport(), event)
    assert len(asked) == 1
