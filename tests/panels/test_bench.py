"""The panel of the bench."""

from __future__ import annotations

import struct

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QGuiApplication
from PySide6.QtWidgets import QApplication, QLineEdit

from fpviz.core.formats import find_format
from fpviz.core.literals import CodeLiteral
from fpviz.core.phrase import phrase
from fpviz.data.layout.orders import Order
from fpviz.model.bench.records import Bench
from fpviz.model.files.scene import Scene
from fpviz.model.session import new_session
from fpviz.model.views import ViewOfBench
from fpviz.panels.bench import BenchPanel
from fpviz.widgets.bench.columns import Column
from fpviz.widgets.bench.empty_page import SAMPLES
from fpviz.widgets.look.theme import DARK, LIGHT
from tests.full_disk import full_disk

FP32, FP16 = find_format("fp32"), find_format("fp16")
XXD = SAMPLES[0][1]
VALUES = ["1", "1.5", "0.100000001490116119384765625", "-118.625", "21.5", "21.75", "22"]


@pytest.fixture(scope="module")
def shown(qapp):
    """A panel that all tests share: windows are dear."""
    session = new_session(Scene())
    widget = BenchPanel(session, LIGHT)
    widget.resize(930, 500)
    widget.show()
    yield widget
    session.close()
    widget.deleteLater()


@pytest.fixture
def panel(shown):
    """The panel with nothing on it, and nothing to undo."""
    shown.document.load(Scene(bench=Bench()), {})
    shown.document.undo_stack.clear()
    shown.search.filter_by("", "")
    shown.search.sort_by("address")
    shown.show()
    return shown


def wait(panel):
    reader, searching = panel.reader, panel.search.searching
    workers = (reader.reading, reader.judging, searching.choosing, searching.finding)
    for worker in (*workers, panel.telling.counting.background, panel.export.background):
        worker.wait()


def paste(panel, text=XXD):
    QGuiApplication.clipboard().setText(text)
    panel.paste.click()
    wait(panel)


def column(panel, which, count=None):
    rows = range(panel.table.elements.count if count is None else count)
    return [panel.table.grid.window_model.text(row, which) for row in rows]


def source(panel):
    found = panel.document.state.source
    assert isinstance(found, CodeLiteral)
    return found.operand


def place_of(panel, row, which):
    """The middle of a cell, in its viewport."""
    model = panel.table.grid.window_model
    index = model.index(row - model.first, model.shown.index(which))
    return panel.table.grid.visualRect(index).center()


def click(panel, qtbot, row, which=Column.ADDRESS):
    left = Qt.MouseButton.LeftButton
    qtbot.mouseClick(panel.table.grid.viewport(), left, pos=place_of(panel, row, which))


def press(panel, qtbot, *keys):
    for key in keys:
        qtbot.keyClick(panel.table.grid, key)


# -- opening ----------------------------------------------------------------------------------


def test_what_is_pasted_is_a_table_in_the_likeliest_order(panel):
    paste(panel)
    assert column(panel, Column.VALUE)[:7] == VALUES
    assert column(panel, Column.ADDRESS)[:3] == ["0x0000", "0x0004", "0x0008"]
    assert column(panel, Column.CODE)[3] == "0xc2ed4000"
    assert set(column(panel, Column.CLASS)) == {"normal"}
    first, *others = panel.strip.cards
    assert first.accessibleName() == "DCBA · FP32 likeliest"
    assert first.isChecked()
    assert {"BADC · FP32", "CDAB · FP32", "ABCD · FP32"} <= {each.offer.title for each in others}


@pytest.mark.parametrize("at", range(len(SAMPLES)))
def test_every_sample_of_the_empty_page_is_read(panel, at):
    panel.page.samples[at].click()
    wait(panel)
    assert panel.table.isVisible()
    assert panel.table.elements.count > 2


def test_a_file_is_opened_dropped_and_pasted_by_its_name(panel, tmp_path):
    path = tmp_path / "log.bin"
    path.write_bytes(struct.pack("<8f", 1, 1.5, 2, 2.5, 3, 3.5, 4, 4.5))
    offered = QMimeData()
    offered.setUrls([QUrl.fromLocalFile(str(path))])
    panel.dropEvent(
        QDropEvent(
            QPointF(5, 5),
            Qt.DropAction.CopyAction,
            offered,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
    )
    wait(panel)
    assert column(panel, Column.VALUE)[:3] == ["1", "1.5", "2"]
    assert panel._caption == "log.bin · a binary file · 32 bytes"


def test_bytes_of_the_clipboard_are_read(panel):
    offered = QMimeData()
    offered.setData("application/octet-stream", struct.pack(">4f", 1, 1.5, 2, 2.5))
    panel.open_offered(offered)
    wait(panel)
    assert column(panel, Column.VALUE) == ["1", "1.5", "2", "2.5"]


def test_the_key_pastes_wherever_the_keyboard_is(panel, qtbot):
    QGuiApplication.clipboard().setText(XXD)
    for widget in (panel.page.samples[0], panel.table.grid):
        qtbot.keyClick(widget, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
        wait(panel)
        assert panel.table.elements.count == 8
        QGuiApplication.clipboard().setText(XXD.replace("803f", "c03f"))
    assert column(panel, Column.VALUE, 1) == ["1.5"]


@pytest.mark.parametrize("text", ["", "no dump at all", "   \n"])
def test_what_cannot_be_read_is_said_in_one_line_and_changes_nothing(panel, text):
    paste(panel)
    told, before = [], panel.document.bench
    panel.status_changed.connect(told.append)
    paste(panel, text)
    assert len(told) == 1
    assert told[0].startswith("Not opened: ")
    assert "\n" not in told[0]
    assert panel.document.bench == before
    assert panel.table.elements.count == 8


def test_undo_closes_and_redo_opens_again(panel):
    paste(panel)
    paste(panel, "3c00 4000 4200")
    panel.document.undo_stack.undo()
    wait(panel)
    assert column(panel, Column.VALUE)[:7] == VALUES
    panel.document.undo_stack.undo()
    assert panel.page.isVisible()
    panel.document.undo_stack.redo()
    wait(panel)
    assert panel.table.isVisible()


def test_a_file_that_changed_is_said_and_taken_only_when_asked(panel, tmp_path):
    path = tmp_path / "log.bin"
    path.write_bytes(struct.pack("<2f", 1, 2))
    panel.reader.open_path(path)
    wait(panel)
    panel.reader._kept.clear()  # as after a start, or many others
    path.write_bytes(struct.pack("<2f", 1, 3))
    panel.renew()
    wait(panel)
    assert panel.page.title.text() == "log.bin has changed since it was read"
    panel.page.as_it_is.click()
    wait(panel)
    assert panel.table.isVisible()


@pytest.mark.parametrize(
    ("now", "kept", "told"),
    [
        ((1, 3, 5, 7), ["9", "3", "5", "8"], "edits laid over it as it is now: 2"),
        ((1, 3), ["9", "3"], "of 2 edits, 1 are laid over it as it is now; it lacks elements"),
    ],
)
def test_edits_lie_over_a_file_that_changed(panel, tmp_path, now, kept, told):
    path = tmp_path / "log.bin"
    path.write_bytes(struct.pack("<4f", 1, 2, 5, 7))
    panel.reader.open_path(path)
    wait(panel)
    for row, code in ((0, 0x41100000), (3, 0x41000000)):
        panel.document.edit_row(row, FP32, code)
    panel.reader._kept.clear()  # as after a start, or many others
    path.write_bytes(struct.pack(f"<{len(now)}f", *now))
    panel.renew()
    wait(panel)
    said = told_by(panel)
    panel.page.as_it_is.click()
    wait(panel)
    assert column(panel, Column.VALUE) == kept
    assert said[-1].startswith(told)
    panel.document.undo_stack.undo()
    assert len(panel.document.bench.dump.edits) == 2


def test_cards_of_the_dump_before_go_with_it(panel):
    paste(panel)
    assert panel.strip.cards
    panel.reader.open_text("3c00 4000 4200")
    panel.reader.reading.wait()
    assert panel.table.elements.count == 3
    assert panel.strip.cards == []
    panel.reader.judging.wait()
    assert panel.strip.cards[0].offer.values.startswith("1, 2, 3")
    panel.document.undo_stack.undo()
    assert panel.strip.cards == []
    wait(panel)
    assert panel.strip.cards[0].accessibleName() == "DCBA · FP32 likeliest"


def told_by(panel):
    """What the status line shows of this panel."""
    told = [""]
    panel.status_changed.connect(told.append)
    return told


def test_what_is_told_of_an_element_is_told_anew_when_it_changes(panel, qtbot):
    paste(panel)
    told = told_by(panel)
    click(panel, qtbot, 0)
    wait(panel)
    assert "bytes 00 00 80 3f" in told[-1]
    assert "greatest 22" in told[-1]
    fp32 = panel.document.bench.dump.layout.fmt
    panel.document.edit_row(0, fp32, 0x42C80000)
    wait(panel)
    assert "bytes 00 00 c8 42" in told[-1]
    assert "greatest 100" in told[-1]
    panel.document.undo_stack.undo()
    wait(panel)
    assert "bytes 00 00 80 3f" in told[-1]
    assert "greatest 22" in told[-1]
    panel.document.undo_stack.clear()
    paste(panel, "3c00 4000 4200")
    assert told[-1] == ""
    click(panel, qtbot, 0)
    panel.document.set_bench(phrase("close the dump"), Bench())
    assert told[-1] == ""


@pytest.mark.parametrize("way", ["refused dump", "refused place"])
def test_a_refusal_goes_when_something_is_done(panel, qtbot, way):
    paste(panel)
    told = told_by(panel)
    entry = panel.table.foot.entry
    if way == "refused dump":
        paste(panel, "no dump at all")
        assert told[-1].startswith("Not opened")
        paste(panel, "3c00 4000")
        assert told[-1] == ""
    else:
        for text, word in (("nowhere", "no such place"), ("#2", "element #2 at 0x0008")):
            entry.setText(text)
            qtbot.keyClick(entry, Qt.Key.Key_Return)
            wait(panel)
            assert word in told[-1]


# -- how it is read ---------------------------------------------------------------------------


def test_a_click_on_a_card_reads_in_its_order_and_format(panel):
    paste(panel)
    card = next(each for each in panel.strip.cards if each.offer.title == "BADC · FP32")
    card.click()
    wait(panel)
    assert panel.reader.wanted.layout.order is Order.BADC
    assert column(panel, Column.CODE)[0] == "0x0000_3f80".replace("_", "")
    panel.document.undo_stack.undo()
    assert panel.reader.wanted.layout.order is Order.DCBA


def test_the_keys_go_along_the_strip_and_choose(panel, qtbot):
    paste(panel)
    QApplication.processEvents()  # the cards stand side by side by then
    first, second = panel.strip.cards[:2]
    first.setFocus()
    qtbot.keyClick(first, Qt.Key.Key_Right)
    assert panel.focusWidget() is second
    qtbot.keyClick(second, Qt.Key.Key_Return)
    wait(panel)
    assert panel.reader.wanted.layout == second.offer.layout


def test_the_controls_read_in_another_layout(panel):
    paste(panel)
    panel.controls.element.show_name("fp16")
    panel.controls.element.chosen.emit("fp16")
    panel.controls.start.setText("2")
    panel.controls.start.editingFinished.emit()
    panel.controls.stride.setText("32 bits")
    panel.controls.stride.editingFinished.emit()
    layout = panel.reader.wanted.layout
    assert (layout.fmt, layout.offset, layout.stride) == (FP16, 16, 32)
    assert column(panel, Column.CODE)[:2] == ["0x3f80", "0x3fc0"]
    panel.controls.back.click()
    assert panel.reader.wanted.layout.offset == 0


def test_the_row_that_is_the_source_stays_it_in_another_layout(panel, qtbot):
    paste(panel)
    click(panel, qtbot, 2)
    panel.controls.element.show_name("fp16")
    panel.controls.element.chosen.emit("fp16")
    assert panel.reader.wanted.row == 4
    assert source(panel) == (FP16, 0xCCCD)
    panel.document.undo_stack.undo()
    assert source(panel) == (FP32, 0x3DCCCCCD)


def test_what_the_text_may_be_else_is_offered(panel):
    paste(panel)
    box = panel.controls.syntax
    assert box.count() == 2
    box.setCurrentIndex(1)
    box.activated.emit(1)
    wait(panel)
    assert panel.reader.read.key == panel.reader.read.found[1].key


def test_what_is_not_read_is_said(panel):
    paste(panel, "00000000: 3f80 0000 4000 0000  ?...@...\nwhat is this\n")
    assert panel.said.isVisible()
    assert "'what is this'" in panel.said.words.text()


# -- rows -------------------------------------------------------------------------------------


def test_the_row_that_is_chosen_is_the_source_and_arrowing_is_one_step(panel, qtbot):
    paste(panel)
    click(panel, qtbot, 1)
    assert source(panel) == (FP32, 0x3FC00000)
    steps = panel.document.undo_stack.index()
    press(panel, qtbot, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_End)
    assert source(panel) == (FP32, 0x41B0CCCD)
    assert panel.reader.wanted.row == 7
    assert panel.document.undo_stack.index() == steps


def test_a_bit_that_is_toggled_elsewhere_edits_the_row(panel, qtbot):
    paste(panel)
    click(panel, qtbot, 0)
    panel.document.toggle_bit(FP32, 31)
    assert column(panel, Column.VALUE, 1) == ["-1"]
    assert panel.table.elements.is_edited(0)
    index = panel.table.grid.model().index(0, 1)
    tip = panel.table.grid.model().data(index, Qt.ItemDataRole.ToolTipRole)
    assert tip.endswith("edited; written is 0x3f800000")
    panel.document.undo_stack.undo()
    assert not panel.table.elements.is_edited(0)


def test_a_click_on_a_bit_of_the_source_row_toggles_it(panel, qtbot):
    paste(panel)
    grid = panel.table.grid
    left = Qt.MouseButton.LeftButton
    rect = grid.visualRect(grid.model().index(1, 2))
    sign = QPoint(rect.left() + grid.margin + 2, rect.center().y())
    qtbot.mouseClick(grid.viewport(), left, pos=sign)
    assert source(panel) == (FP32, 0x3FC00000)
    qtbot.mouseClick(grid.viewport(), left, pos=sign)
    assert source(panel) == (FP32, 0xBFC00000)
    assert column(panel, Column.VALUE, 2)[1] == "-1.5"


def test_the_pointer_and_the_tip_say_which_bits_a_click_flips(panel, qtbot):
    paste(panel)
    grid = panel.table.grid

    def shape_over(row):
        qtbot.mouseMove(grid.viewport(), place_of(panel, row, Column.BITS))
        return grid.viewport().cursor().shape()

    click(panel, qtbot, 1)
    assert shape_over(1) is Qt.CursorShape.PointingHandCursor
    assert shape_over(0) is Qt.CursorShape.ArrowCursor
    tip = grid.model().index(0, 2).data(Qt.ItemDataRole.ToolTipRole)
    assert tip.endswith("\na click chooses the row; click again to flip a bit")


def test_rows_are_given_back_what_is_written(panel, qtbot):
    paste(panel)
    for row in (1, 2):
        panel.table.typed.emit(row, "value", "7")
    click(panel, qtbot, 1)
    copy, _, _, revert, revert_all = panel.row_menu.menu().actions()
    assert copy.text() == "Copy the rows (1)"
    revert.trigger()
    assert [panel.table.elements.is_edited(row) for row in (1, 2)] == [False, True]
    assert source(panel) == (FP32, 0x3FC00000)
    revert_all.trigger()
    assert panel.reader.wanted.edits == ()
    assert column(panel, Column.VALUE)[:7] == VALUES


@pytest.mark.parametrize(
    ("which", "text", "code"),
    [
        (Column.VALUE, "2.5", 0x40200000),
        (Column.VALUE, "0.1", 0x3DCCCCCD),
        (Column.CODE, "c2ed4000", 0xC2ED4000),
        (Column.CODE, "0x7fc00000", 0x7FC00000),
    ],
)
def test_another_value_or_code_can_be_typed(panel, qtbot, which, text, code):
    paste(panel)
    grid = panel.table.grid
    click(panel, qtbot, 1, which)
    press(panel, qtbot, Qt.Key.Key_F2)
    line = grid.viewport().findChild(QLineEdit)
    line.setText(text)
    qtbot.keyClick(line, Qt.Key.Key_Return)
    QApplication.processEvents()
    assert source(panel) == (FP32, code)
    assert panel.table.elements.code(1) == code


def test_a_text_that_is_no_code_is_refused_in_one_line(panel, qtbot):
    paste(panel)
    told = []
    panel.status_changed.connect(told.append)
    panel.table.typed.emit(1, "code", "123456789")
    panel.table.typed.emit(1, "value", "nonsense")
    assert "wider than a code of FP32, which has 32 bits" in told[0]
    assert "'nonsense'" in told[1]
    assert not panel.reader.wanted.edits


def test_one_goes_to_an_address_and_to_an_element(panel, qtbot):
    paste(panel)
    for text, row in (("0x8", 2), ("0x0b", 2), ("#5", 5), ("7", 7)):
        panel.table.foot.entry.setText(text)
        qtbot.keyClick(panel.table.foot.entry, Qt.Key.Key_Return)
        assert panel.reader.wanted.row == row
    told = []
    panel.status_changed.connect(told.append)
    panel.table.foot.entry.setText("#800")
    qtbot.keyClick(panel.table.foot.entry, Qt.Key.Key_Return)
    assert told == ["There is no such place: an address such as 0x40, or #12, is one"]


def test_rows_are_copied_with_tabs(panel, qtbot):
    paste(panel)
    told = []
    panel.row_menu.told.connect(told.append)
    click(panel, qtbot, 0)
    qtbot.keyClick(panel.table.grid, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClick(panel.table.grid, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert told[-1] == "Rows copied: 2"
    heading, first, second = QGuiApplication.clipboard().text().splitlines()
    assert heading == "address\tcode\tbits\tvalue\tclass"
    assert first.split("\t")[:2] == ["0x0000", "0x3f800000"]
    assert second.split("\t")[3:] == ["1.5", "normal"]


def test_values_are_written_shortest_and_errors_shown_in_another_format(panel):
    paste(panel)
    told = []
    panel.view_changed.connect(lambda: told.append(panel.view()))
    actions = {each.text(): each for each in panel.columns.fill().actions()}
    actions["&Shortest values"].trigger()
    actions["Errors in FP16"].trigger()
    assert column(panel, Column.VALUE, 4) == ["1", "1.5", "0.1", "-118.625"]
    assert column(panel, Column.ERROR, 3) == ["0", "0", "-2.44e-05"]
    assert told[-1] == ViewOfBench("shortest", "fp16", "")
    panel.restore_view(ViewOfBench("exact", ""))
    assert column(panel, Column.VALUE)[:7] == VALUES
    assert Column.ERROR not in panel.table.grid.window_model.shown


def test_a_thousand_million_elements_are_scrolled_through(panel, qtbot, tmp_path):
    path = tmp_path / "sparse.bin"
    with path.open("wb") as file:
        file.seek(2 * 10**9 - 2)
        file.write(b"\x3c\x00")
    panel.reader.open_path(path)
    wait(panel)
    panel.controls.element.show_name("fp16")
    panel.controls.element.chosen.emit("fp16")
    assert panel.table.elements.count == 10**9
    click(panel, qtbot, 0)
    press(panel, qtbot, Qt.Key.Key_End)
    assert source(panel) == (FP16, 0x3C00)
    assert panel.table.grid.visible_rows().stop == 10**9


def test_nothing_is_read_while_nobody_looks(panel, tmp_path):
    paste(panel)
    panel.hide()
    shown = panel.table.elements
    panel.document.undo_stack.undo()
    paste(panel, "3c00 4000")
    assert panel.table.elements is shown
    panel.show()
    wait(panel)
    assert panel.table.elements is not shown


def test_it_takes_other_colours(panel):
    paste(panel)

    def lightness():
        image = panel.table.grid.grab().toImage()
        return image.pixelColor(image.width() - 3, image.height() - 3).lightness()

    panel.set_theme(LIGHT)
    before = lightness()
    panel.set_theme(DARK)
    assert lightness() < before


# -- searching --------------------------------------------------------------------------------

HALVES = "3c00 4e40 4e80 7e00 4ec0 7c00 4f00 0001 4f40"


def halves(panel):
    paste(panel, HALVES)
    panel.controls.element.show_name("fp16")
    panel.controls.element.chosen.emit("fp16")
    panel.controls.order.setCurrentIndex(0)
    panel.controls.order.activated.emit(0)
    wait(panel)
    assert column(panel, Column.VALUE, 4) == ["1", "25", "26", "nan"]


def choose_filter(panel, words, told=""):
    next(each for each in panel.table.foot.menu.actions() if each.text() == words).trigger()
    if told:
        panel.table.foot.told.setText(told)
        panel.table.foot.told.returnPressed.emit()
    wait(panel)


@pytest.mark.parametrize(
    ("words", "told", "values"),
    [
        ("NaN", "", ["nan"]),
        ("infinite", "", ["inf"]),
        ("in the range …", "25.5 28", ["26", "27", "28"]),
        ("equal to the number …", "25", ["25"]),
        ("all", "", None),
    ],
)
def test_a_filter_shows_some_and_says_which(panel, words, told, values):
    halves(panel)
    choose_filter(panel, words, told)
    shown = column(panel, Column.VALUE)
    assert len(shown) == 9 if values is None else shown == values
    if values is not None:
        assert panel.table.foot.count.text() == f"{len(values)} of 9 rows"
    assert panel.table.foot.filter.text() != "all ▾" or values is None


def test_the_filter_is_in_the_view(panel):
    halves(panel)
    choose_filter(panel, "in the range …", "25.5 28")
    view = panel.view()
    assert view.filter == "range 25.5 28"
    choose_filter(panel, "all")
    panel.restore_view(view)
    wait(panel)
    assert column(panel, Column.VALUE) == ["26", "27", "28"]


def test_a_filter_that_is_told_no_number_says_so(panel):
    halves(panel)
    told = []
    panel.status_changed.connect(told.append)
    choose_filter(panel, "in the range …", "25")
    assert told == ["'25' is not two numbers"]
    assert panel.table.elements.count == 9


def test_what_is_found_is_chosen_and_the_search_goes_round(panel, qtbot):
    halves(panel)
    told = []
    panel.status_changed.connect(told.append)
    foot = panel.table.foot
    for text, row in (("26", 2), ("0x4f00", 6), ("25", 1), ("nan", 3)):
        foot.sought.setText(text)
        foot.sought.setFocus()
        qtbot.keyClick(foot.sought, Qt.Key.Key_Return)
        wait(panel)
        assert panel.reader.wanted.row == row
        assert panel.focusWidget() is foot.sought
    assert any(
        text.startswith("equal to 25; the search went on from the other end · element #1 at")
        and "elements: 9" in text
        for text in told
    )
    foot.sought.setText("99")
    foot.back.click()
    wait(panel)
    assert told[-1] == "there is no such element"
    foot.sought.setText("nonsense")
    foot.on.click()
    assert "'nonsense'" in told[-1]


def test_the_keys_go_from_one_anomaly_to_the_next(panel, qtbot):
    halves(panel)
    panel.table.foot.sought.clear()
    for modifier, row in ((Qt.KeyboardModifier.NoModifier, 3), (Qt.KeyboardModifier.NoModifier, 5)):
        qtbot.keyClick(panel.table.grid, Qt.Key.Key_F3, modifier)
        wait(panel)
        assert panel.reader.wanted.row == row
    qtbot.keyClick(panel.table.grid, Qt.Key.Key_F3, Qt.KeyboardModifier.ShiftModifier)
    wait(panel)
    assert panel.reader.wanted.row == 3


def test_what_is_found_beyond_the_filter_is_shown_among_all(panel):
    halves(panel)
    choose_filter(panel, "NaN")
    panel.search.find("28", True)
    wait(panel)
    assert panel.reader.wanted.row == 6
    assert panel.table.elements.count == 9


def test_a_heading_sorts_up_and_down_and_no_longer(panel):
    halves(panel)
    header = panel.table.grid.horizontalHeader()
    for values, sign in ((["0.000000059604644775390625", "1"], "▲"), (["inf", "29"], "▼")):
        header.sectionClicked.emit(3)
        wait(panel)
        assert column(panel, Column.VALUE, 2) == values
        assert panel.table.grid.window_model.heading(3) == f"value {sign}"
    header.sectionClicked.emit(3)
    assert column(panel, Column.VALUE, 2) == ["1", "25"]
    assert panel.table.grid.window_model.heading(3) == "value"


def test_the_selection_is_counted_in_the_status_line(panel, qtbot):
    halves(panel)
    told = []
    panel.status_changed.connect(told.append)
    click(panel, qtbot, 1)
    for _ in range(2):
        qtbot.keyClick(panel.table.grid, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    wait(panel)
    said = "elements: 3, NaN: 1, infinite: 0, subnormal: 0 · least 25, greatest 26, mean 25.5"
    assert told[-1] == said
    click(panel, qtbot, 1)
    wait(panel)
    assert told[-1].startswith("element #1 at 0x0001, bytes 4e 40 · elements: 9, NaN: 1")


def export(panel, monkeypatch, path, at):
    monkeypatch.setattr(
        "fpviz.panels.bench.exporting.QFileDialog.getSaveFileName", lambda *_: (str(path), "")
    )
    told = []
    panel.status_changed.connect(told.append)
    panel.export.menu().actions()[at].trigger()
    wait(panel)
    return told[-1]


def test_elements_are_exported(panel, monkeypatch, tmp_path):
    halves(panel)
    path = tmp_path / "some.csv"
    choose_filter(panel, "in the range …", "25.5 28")
    assert export(panel, monkeypatch, path, 0) == "written: some.csv"
    assert panel.session.folder.path == str(tmp_path)
    lines = path.read_text().splitlines()
    assert lines[0] == "format,order,address,code,value,class"
    assert [line.split(",")[4] for line in lines[1:]] == ["26", "27", "28"]


def test_all_data_are_exported_with_the_edits_and_the_file_stays(panel, monkeypatch, tmp_path):
    path = tmp_path / "log.bin"
    path.write_bytes(struct.pack("<4f", 1, 1.5, 2, 2.5))
    panel.reader.open_path(path)
    wait(panel)
    panel.table.typed.emit(1, "value", "-8")
    assert export(panel, monkeypatch, tmp_path / "new.bin", -1) == "written: new.bin"
    assert struct.unpack("<4f", (tmp_path / "new.bin").read_bytes()) == (1, -8, 2, 2.5)
    assert struct.unpack("<4f", path.read_bytes()) == (1, 1.5, 2, 2.5)


def test_a_folder_that_is_none_is_said(panel, monkeypatch, tmp_path):
    halves(panel)
    told = export(panel, monkeypatch, tmp_path / "none" / "a.csv", 0)
    assert told == "nothing was written: a.csv: there is no such file or folder"


def test_a_full_disk_leaves_what_was_there(panel, monkeypatch, tmp_path):
    halves(panel)
    path = tmp_path / "a.csv"
    path.write_text("what was there")
    with full_disk():
        told = export(panel, monkeypatch, path, 0)
    assert told == "nothing was written: a.csv: the file would be larger than the system allows"
    assert path.read_text() == "what was there"
    assert list(tmp_path.iterdir()) == [path]


def test_one_row_is_not_rows(panel):
    for text, counted in (("3f800000", "1 row"), ("3f800000 40000000", "2 rows")):
        paste(panel, text)
        assert panel.table.foot.count.text() == counted
