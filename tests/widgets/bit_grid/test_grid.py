"""The bit grid by mouse and keyboard, and what it tells a screen reader."""

from __future__ import annotations

from itertools import combinations, pairwise

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QAccessible, QColor, QFont, QFontMetricsF, QHelpEvent, QImage
from PySide6.QtWidgets import QApplication, QScrollArea, QToolTip

from fpviz.core.arithmetic.rounding import Overflow, Rounding, Rules
from fpviz.core.formats import CATALOGUE, FieldKind, find_format
from fpviz.core.literals import parse_literal
from fpviz.core.reading import State, derive
from fpviz.widgets.bit_grid import Arrangement, BitGrid
from fpviz.widgets.bit_grid.row import fitted_number
from fpviz.widgets.formats.facts import card
from fpviz.widgets.look.theme import DARK, LIGHT

FP16, BF16, FP64 = map(find_format, ("fp16", "bf16", "fp64"))


@pytest.fixture
def grid(qtbot):
    widget = BitGrid(LIGHT)
    qtbot.addWidget(widget)
    widget.resize(1300, 300)
    widget.show_snapshot(derive(State()))
    widget.show()
    qtbot.waitExposed(widget)
    return widget


@pytest.fixture
def bits_set(grid):
    seen = []
    grid.bit_set.connect(
        lambda fmt, index, value, gesture: seen.append((fmt, index, value, gesture))
    )
    return seen


def shown_code(grid, fmt):
    return sum(cell.isChecked() << cell.index for cell in grid.row(fmt).cells)


def outlined(grid, fmt):
    return [cell.index for cell in grid.row(fmt).cells if cell.outlined]


def test_it_shows_codes_and_outlines_what_rounding_changed(grid):
    assert shown_code(grid, FP16) == 0x3C7C
    assert outlined(grid, FP16) == []
    assert shown_code(grid, BF16) == 0x3F90
    assert outlined(grid, BF16) == [0, 1, 2, 3, 4]  # …01111 was cut off, …10000 is nearer
    assert outlined(grid, FP64) == [0, 1]


def test_texts_of_a_row(grid):
    texts = grid.row(FP16).texts
    assert (texts.value, texts.error, texts.code) == ("1.12109375", "-0.482 ulp", "0x3c7c")
    grid.show_snapshot(derive(State(parse_literal("70000"))))
    assert grid.row(FP16).texts.error == "overflow"
    assert grid.row(FP64).texts.error == "exact"
    grid.show_snapshot(derive(State(parse_literal("1e-9"))))
    assert grid.row(FP16).texts.error == "to zero"


def test_the_name_of_every_format_of_the_catalogue_has_room(grid):
    for fmt in CATALOGUE:
        grid.show_snapshot(derive(State(formats=(fmt,), active=fmt)))
        row = grid.row(fmt)
        name = QFontMetricsF(row._measure.name_font).horizontalAdvance(fmt.title)
        assert name <= row._name_area().width() - 14, fmt.name


def test_a_value_without_room_keeps_its_power_of_ten(grid):
    metrics = QFontMetricsF(grid.font())
    text = "-4.940656458412465441765687928…e-324"
    fitted = fitted_number(text, metrics, 120)
    assert fitted.endswith("…e-324")
    assert metrics.horizontalAdvance(fitted) <= 121
    assert fitted_number("inf", metrics, 120) == "inf"
    assert fitted_number(text, metrics, 2000) == text


def test_a_subnormal_row_says_that_its_columns_are_worth_something_else(grid):
    grid.show_snapshot(derive(State(parse_literal("2^-17"))))
    assert grid.row(FP16).texts.note == "columns worth ×2³"
    assert grid.row(BF16).texts.note == ""
    grid.set_arrangement(Arrangement.PACKED)
    assert grid.row(FP16).texts.note == ""


def test_a_click_sets_the_other_value(grid, bits_set, qtbot):
    qtbot.mouseClick(grid.row(FP16).cells[9], Qt.MouseButton.LeftButton)
    qtbot.mouseClick(grid.row(FP16).cells[6], Qt.MouseButton.LeftButton)
    assert [event[:3] for event in bits_set] == [(FP16, 9, True), (FP16, 6, False)]
    assert bits_set[0][3] is not bits_set[1][3]


def test_a_drag_paints_in_one_gesture(grid, bits_set, qtbot):
    cells = grid.row(FP16).cells
    qtbot.mousePress(cells[9], Qt.MouseButton.LeftButton)
    for index in (8, 7, 6):
        target = cells[9].mapFromGlobal(cells[index].mapToGlobal(cells[index].rect().center()))
        qtbot.mouseMove(cells[9], target)
    qtbot.mouseRelease(cells[9], Qt.MouseButton.LeftButton)
    assert [event[1:3] for event in bits_set] == [
        (9, True),
        (8, True),
        (7, True),
    ]  # 6 is on already
    assert len({id(event[3]) for event in bits_set}) == 1


def test_the_other_button_asks_for_the_menu_and_sets_nothing(grid, bits_set, qtbot):
    cell = grid.row(FP16).cells[3]
    qtbot.mouseClick(cell, Qt.MouseButton.RightButton)
    assert bits_set == []


def press(qtbot, key, modifier=Qt.KeyboardModifier.NoModifier):
    qtbot.keyClick(QApplication.focusWidget(), key, modifier)


def focus(grid):
    cell = QApplication.focusWidget()
    row = next(row for row in grid.rows if cell in row.cells)
    return row.format.name, cell.index


def test_arrows_home_end_and_fields(grid, qtbot):
    grid.activateWindow()
    grid.focus_bit(FP16, 15)
    assert focus(grid) == ("fp16", 15)
    for key, modifier, there in (
        (Qt.Key.Key_Right, Qt.KeyboardModifier.NoModifier, 14),
        (Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier, 9),
        (Qt.Key.Key_Left, Qt.KeyboardModifier.NoModifier, 10),
        (Qt.Key.Key_Left, Qt.KeyboardModifier.ControlModifier, 14),
        (Qt.Key.Key_End, Qt.KeyboardModifier.NoModifier, 0),
        (Qt.Key.Key_Right, Qt.KeyboardModifier.NoModifier, 0),
        (Qt.Key.Key_Home, Qt.KeyboardModifier.NoModifier, 15),
        (Qt.Key.Key_Left, Qt.KeyboardModifier.NoModifier, 15),
    ):
        press(qtbot, key, modifier)
        assert focus(grid) == ("fp16", there), key
    press(qtbot, Qt.Key.Key_PageDown)
    assert focus(grid)[0] == "bf16"
    press(qtbot, Qt.Key.Key_Up, Qt.KeyboardModifier.ControlModifier)
    assert focus(grid)[0] == "fp16"


def test_moving_between_rows_keeps_the_weight(grid, qtbot):
    grid.focus_bit(FP16, 7)  # worth 2^-3
    press(qtbot, Qt.Key.Key_PageDown)
    assert focus(grid) == ("bf16", 4)


def test_keys_that_change(grid, bits_set, qtbot):
    steps = []
    grid.ulp_stepped.connect(lambda fmt, up: steps.append(("ulp", up)))
    grid.exponent_stepped.connect(lambda fmt, up: steps.append(("exponent", up)))
    grid.format_moved.connect(lambda fmt, places: steps.append(("move", places)))
    grid.format_activated.connect(lambda fmt: steps.append(("active", fmt.name)))
    grid.focus_bit(FP16, 9)
    press(qtbot, Qt.Key.Key_Space)
    press(qtbot, Qt.Key.Key_1)
    press(qtbot, Qt.Key.Key_0)
    assert [event[1:3] for event in bits_set] == [(9, True), (9, True), (8, False)]
    assert focus(grid) == ("fp16", 7)
    press(qtbot, Qt.Key.Key_Up)
    press(qtbot, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    press(qtbot, Qt.Key.Key_Down, both)
    press(qtbot, Qt.Key.Key_Return)
    assert steps == [("ulp", True), ("exponent", False), ("move", 1), ("active", "fp16")]


def test_the_grid_is_one_tab_stop(grid):
    stops = [
        cell
        for row in grid.rows
        for cell in row.cells
        if cell.focusPolicy() & Qt.FocusPolicy.TabFocus
    ]
    assert len(stops) == 1
    grid.focus_bit(FP64, 3)
    stops = [
        (row.format, cell.index)
        for row in grid.rows
        for cell in row.cells
        if cell.focusPolicy() & Qt.FocusPolicy.TabFocus
    ]
    assert stops == [(FP64, 3)]


def test_every_cell_says_to_a_screen_reader_what_it_is(grid):
    for row in grid.rows:
        for cell in row.cells:
            interface = QAccessible.queryAccessibleInterface(cell)
            name = interface.text(QAccessible.Text.Name)
            assert name.startswith(row.format.title)
            assert interface.state().checkable
            assert interface.state().checked == cell.isChecked()
    assert grid.row(FP16).cells[12].accessibleName() == (
        "FP16 exponent bit 2 of 5, worth 4 in the field"
    )
    assert "1.12109375" in grid.row(FP16).accessibleName()


def test_hover_and_focus_name_the_weight(grid, qtbot):
    seen = []
    grid.bit_described.connect(seen.append)
    grid.focus_bit(FP16, 6)
    assert seen[-1] == "FP16 fraction bit 6, on: 2⁻⁴ of the significand, worth 2⁻⁴ here"
    grid.row(FP16).bit_entered.emit(11)
    assert seen[-1].startswith("FP16 exponent bit 1, bit 11, on: adds 2 to the field")
    grid.row(FP16).bit_entered.emit(15)
    assert "negative" in seen[-1]


def test_formats_come_go_and_change_places(grid):
    formats = (FP64, find_format("e5m7"), FP16)
    grid.show_snapshot(derive(State(parse_literal("1"), formats, FP16)))
    assert [row.format for row in grid.rows] == list(formats)
    tops = [row.y() for row in grid.rows]
    assert len(set(tops)) == 3
    assert tops == sorted(tops)


@pytest.mark.parametrize("theme", [LIGHT, DARK])
@pytest.mark.parametrize("arrangement", Arrangement)
def test_it_paints_at_any_size(grid, theme, arrangement):
    formats = tuple(map(find_format, ("fp128", "e8m0", "fp4_e2m1", "e19m236", "fp16")))
    grid.set_theme(theme)
    grid.set_arrangement(arrangement)
    grid.show_snapshot(derive(State(parse_literal("-1/3"), formats, formats[0])))
    for size in ((1400, 400), (640, 300), (480, 150)):
        grid.resize(*size)
        image = grid.grab().toImage()
        pixels = image.convertToFormat(QImage.Format.Format_RGB32).constBits().cast("I")
        expected = {
            QColor(each).rgb() for each in (theme.exponent_soft, theme.fraction, theme.panel)
        }
        assert expected <= {*pixels}


@pytest.mark.parametrize("arrangement", list(Arrangement))
def test_bits_grow_into_free_width_and_their_rows_stay(grid, arrangement):
    grid.set_arrangement(arrangement)
    grid.show_snapshot(derive(State(formats=(FP16, BF16), active=FP16)))
    measures = []
    for width in (1000, 1300, 1900):
        grid.resize(width, 300)
        cell, row = grid.row(FP16).cells[0], grid.row(FP16)
        measures.append((cell.width(), cell.height(), row.height(), row.bit_font.pointSizeF()))
    first, _, last = measures
    assert last[0] >= first[0]
    assert last[0] > 1.3 * QFontMetricsF(grid.row(FP16).bit_font).horizontalAdvance("0")
    assert last[1] > QFontMetricsF(grid.row(FP16).bit_font).height()
    assert max(cell.geometry().right() for cell in grid.row(FP16).cells) < 1900


@pytest.mark.parametrize("arrangement", Arrangement)
@pytest.mark.parametrize("size", [1.0, 2.0])
def test_nothing_overprints_at_any_width_and_the_rest_is_scrolled_to(grid, arrangement, size):
    grid.setFont(QFont(grid.font().family(), round(size * grid.font().pointSize())))
    grid.set_arrangement(arrangement)
    formats = tuple(map(find_format, ("fp64", "fp16", "e19m236", "fp4_e2m1", "e8m0")))
    grid.show_snapshot(derive(State(formats=formats, active=formats[0])))
    for width in (*range(100, 1500, 130), 2400):
        grid.resize(width, 400)
        for row in grid.rows:
            name, columns = row._name_area(), row._measure.columns[0][0]
            cells = [cell.geometry() for cell in row.cells]
            assert all(name.right() < each.left() for each in cells), (width, row.format)
            assert all(each.right() < columns for each in cells), (width, row.format)
            assert not any(a.intersects(b) for a, b in combinations(cells[:20], 2))
            edges = [edge for column in row._measure.columns for edge in column]
            assert all(one < other for one, other in pairwise([*edges, row.width()]))
        bar = grid.findChild(QScrollArea).horizontalScrollBar()
        assert bar.maximum() >= row.width() - width, width


def test_the_captions_and_the_keyboard_go_with_what_is_scrolled(grid):
    grid.resize(300, 300)
    bar = grid.findChild(QScrollArea).horizontalScrollBar()
    assert bar.maximum() > 0
    before = grid._header.grab().toImage()
    grid.focus_bit(FP64, 0)  # on the second line of its row
    grid.focus_bit(FP64, 45)
    cell = grid.row(FP64).cells[45]
    assert not cell.visibleRegion().isEmpty()
    assert bar.value() > 0
    assert grid._header.grab().toImage() != before


@pytest.mark.parametrize("width", [1440, 1920])
def test_no_code_is_cut_where_there_is_room(grid, width):
    grid.resize(width, 300)
    row = grid.row(FP64)
    measure = row._measure
    left, right = measure.columns[2]
    needed = QFontMetricsF(measure.number_font).horizontalAdvance(row.texts.code)
    assert needed <= right - left
    assert measure.layout.places(FP64).lines == 1


def test_the_keyboard_goes_to_the_active_row(grid):
    state = State(active=FP64)
    grid.show_snapshot(derive(state))
    grid.focus_active()
    assert grid.focused_bit[0] == FP64
    grid.focus_bit(FP64, 51)
    grid.show_snapshot(derive(State(active=BF16)))
    assert grid.focused_bit == (BF16, 6), "the column stays"


def test_a_row_that_becomes_active_takes_no_keyboard_from_elsewhere(grid, qtbot):
    grid.setFocus()
    assert grid.focused_bit is None
    grid.show_snapshot(derive(State(active=BF16)))
    assert grid.focused_bit is None
    stops = [
        row.format
        for row in grid.rows
        for cell in row.cells
        if cell.focusPolicy() & Qt.FocusPolicy.TabFocus
    ]
    assert stops == [BF16]


def test_the_card_of_a_row_follows_the_rules(grid, monkeypatch, qapp):
    said_there = []
    monkeypatch.setattr(QToolTip, "showText", lambda _at, text, *_: said_there.append(text))
    fmt = find_format("fp16")
    for rules in (Rules(), Rules(rounding=Rounding.TOWARD_ZERO), Rules(overflow=Overflow.SATURATE)):
        grid.show_snapshot(derive(State(parse_literal("1.1"), (fmt,), fmt, rules)))
        qapp.processEvents()
        row, at = grid.row(fmt), QPoint(20, 10)
        qapp.sendEvent(row, QHelpEvent(QEvent.Type.ToolTip, at, row.mapToGlobal(at)))
        assert said_there[-1] == card(fmt, rules)
    assert len(set(said_there)) == 3


def test_a_code_that_is_invalid_is_shown_as_no_number(grid):
    unnormal = parse_literal("x87:0x3fff4000000000000000")
    x87 = find_format("x87")
    grid.show_snapshot(derive(State(unnormal, (x87, FP16), x87)))
    assert grid.row(x87).texts.columns == ("invalid", "–", "0x3fff4000000000000000")


def test_the_bits_of_a_posit_move_with_its_fields(grid, qtbot):
    posit = find_format("posit16")
    for text in ("1", "1000", "-1/64", "1e9"):
        grid.show_snapshot(derive(State(parse_literal(text), (posit, FP16), posit)))
        row = grid.row(posit)
        fields = posit.fields(shown_code(grid, posit))
        assert [cell.field for cell in row.cells] == [
            field.kind for field in reversed(fields) for _ in field.digits
        ]
        behind = [cell.x() for cell in row.cells if cell.field is FieldKind.FRACTION]
        before = [cell.x() for cell in row.cells if cell.field is not FieldKind.FRACTION]
        assert max(before) < min(behind, default=10_000)
        spoken = row.cells[fields[1].low].accessibleName()
        assert "regime" in spoken


def test_a_bit_of_a_field_that_moves_is_painted_on(grid, qtbot, bits_set):
    takum = find_format("takum8")
    grid.show_snapshot(derive(State(parse_literal("1"), (takum,), takum)))
    qtbot.mouseClick(grid.row(takum).cells[6], Qt.MouseButton.LeftButton)
    assert [(fmt, index) for fmt, index, *_ in bits_set] == [(takum, 6)]
