"""The whole window: one door in, every view follows."""

from __future__ import annotations

from fractions import Fraction

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QFileDialog,
    QLineEdit,
    QMenu,
    QWidget,
)

from fpviz.app import dialogs
from fpviz.app.launch import build_window
from fpviz.app.window.workspace_tabs import WorkspaceTabs
from fpviz.core.arithmetic.rounding import Overflow, Rounding
from fpviz.core.formats import find_format
from fpviz.core.reading import State
from fpviz.model.files.scene import Scene
from fpviz.model.settings import LAST_FOLDER
from fpviz.widgets.look.theme import DARK, LIGHT
from fpviz.widgets.reading.copy_as import CopyAsMenu
from tests.strides import one_in

FP16, BF16, FP32, FP64 = map(find_format, ("fp16", "bf16", "fp32", "fp64"))


def grid(window):
    return window.panels["bits"].grid


def row_texts(window, fmt):
    texts = grid(window).row(fmt).texts
    return texts.value, texts.error, texts.code


def decoded(window, line):
    return window.panels["decoded"].table.lines[line].whole


def entry(window):
    return window.value_bar.entry


def told(line):
    """What the number line says to a screen reader, once it has been painted."""
    line.grab()
    return line.accessibleDescription()


def type_value(window, qtbot, text):
    edit = entry(window).edit
    window.value_bar.focus_value()
    edit.selectAll()
    qtbot.keyClicks(edit, text)


def test_a_clicked_bit_is_followed_by_every_view_and_undone_and_redone(window, qtbot):
    before = (row_texts(window, FP32), decoded(window, "exact"), entry(window).edit.text())
    line = window.panels["number-line"].line
    assert "FP16 rounds to 1.121" in told(line)

    qtbot.mouseClick(grid(window).row(FP16).cells[9], Qt.MouseButton.LeftButton)

    after = (row_texts(window, FP32), decoded(window, "exact"), entry(window).edit.text())
    assert row_texts(window, FP16) == ("1.62109375", "exact", "0x3e7c")
    assert after == (("1.62109375", "exact", "0x3fcf8000"), "1.62109375", "1.62109375")
    assert entry(window).source_chip.text() == "the code 0x3e7c of FP16"
    assert decoded(window, "code").startswith("0x3e7c")
    assert "FP16 rounds to 1.621" in told(line)
    assert window.frames["decoded"].caption.text() == "FP16, code 0x3e7c"

    qtbot.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert (row_texts(window, FP32), decoded(window, "exact"), entry(window).edit.text()) == before
    assert "FP16 rounds to 1.121" in told(line)
    qtbot.keyClick(
        window,
        Qt.Key.Key_Z,
        Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier,
    )
    assert (row_texts(window, FP32), decoded(window, "exact"), entry(window).edit.text()) == after


def test_the_keyboard_alone(window, qtbot):
    """From the value entry to the bits and back, with no mouse."""
    type_value(window, qtbot, "2^-14")
    assert row_texts(window, FP16)[2] == "0x0400"
    qtbot.keyClick(window, Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier)
    cell = QApplication.focusWidget()
    assert isinstance(cell, QAbstractButton)
    assert cell.accessibleName() == "FP16 sign bit"
    qtbot.keyClick(cell, Qt.Key.Key_Space)
    assert row_texts(window, FP16)[0] == "-0.00006103515625"
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Up)  # toward zero: the largest subnormal
    assert row_texts(window, FP16)[2] == "0x83ff"
    assert decoded(window, "class").startswith("subnormal")
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_End)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_0)
    assert row_texts(window, FP16)[2] == "0x83fe"
    for _ in range(4):
        qtbot.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert window.document.state == State()


@pytest.mark.parametrize(
    ("text", "verdict", "word"),
    [("1e-", "incomplete", "typing"), ("1..2", "wrong", "'1..2'"), ("9^9^9", "wrong", "too large")],
)
def test_what_is_no_value_is_said_and_changes_nothing(window, qtbot, text, verdict, word):
    type_value(window, qtbot, "7")
    state = window.document.state
    type_value(window, qtbot, text[0])
    type_value(window, qtbot, text)
    assert entry(window).edit.verdict.value == verdict
    assert word in entry(window).source_chip.text()
    qtbot.keyClick(entry(window).edit, Qt.Key.Key_Escape)
    assert entry(window).edit.verdict.value == "valid"
    assert state.rules == window.document.state.rules


def test_a_spell_of_typing_is_one_undo_step(window, qtbot):
    type_value(window, qtbot, "3.14159")
    assert window.document.undo_stack.count() == 1
    qtbot.keyClick(entry(window).edit, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert window.document.state == State()
    assert entry(window).edit.text() == State().source.text


def test_the_rules_govern_everything(window, qtbot):
    type_value(window, qtbot, "70000")
    bar = window.value_bar
    assert row_texts(window, FP16)[0] == "inf"
    bar.overflow.setCurrentIndex(bar.overflow.findData(Overflow.SATURATE.value))
    bar.overflow.activated.emit(bar.overflow.currentIndex())
    assert row_texts(window, FP16)[0] == "65504"
    bar.rounding.setCurrentIndex(bar.rounding.findData(Rounding.DOWNWARD.value))
    bar.rounding.activated.emit(bar.rounding.currentIndex())
    assert row_texts(window, BF16)[0] == "69632"
    type_value(window, qtbot, "1e-7")
    assert row_texts(window, FP16)[2] == "0x0001"
    bar.flush.click()
    assert row_texts(window, FP16)[2] == "0x0000"
    assert "flushed" in window.status.rules.text()


def test_daz_is_one_click_and_the_window_says_where_it_acts(window, qtbot):
    type_value(window, qtbot, "fp16:0x8200")
    bar = window.value_bar
    before, at = window.document.state, window.status.rules.text()
    assert row_texts(window, BF16) == ("-0.000030517578125", "exact", "0xb800")
    qtbot.mouseClick(bar.daz, Qt.MouseButton.LeftButton)
    assert row_texts(window, FP16) == ("-0.000030517578125", "exact", "0x8200")
    assert row_texts(window, BF16) == ("-0", "0 by DAZ", "0x8000")
    assert window.status.rules.text() == f"{at} · subnormal operands zero"
    assert entry(window).fit_chip.text() == "exact in FP16 · flushed by DAZ elsewhere"
    assert decoded(window, "class") == "subnormal, a zero as an operand, by DAZ"
    window.document.activate(BF16)
    assert decoded(window, "class") == "zero, flushed by DAZ: subnormal in FP16"
    assert decoded(window, "error").startswith("+3.0517578125e")
    window.document.undo_stack.undo()
    window.document.undo_stack.undo()
    assert window.document.state == before
    assert not bar.daz.isChecked()
    assert window.status.rules.text() == at
    assert entry(window).fit_chip.text().endswith("FP64")


def test_flushing_and_daz_are_two_switches(window, qtbot):
    bar = window.value_bar
    for flush, daz in ((True, False), (True, True), (False, True), (False, False)):
        if bar.flush.isChecked() != flush:
            qtbot.mouseClick(bar.flush, Qt.MouseButton.LeftButton)
        if bar.daz.isChecked() != daz:
            qtbot.mouseClick(bar.daz, Qt.MouseButton.LeftButton)
        rules = window.document.state.rules
        assert (rules.flush, rules.daz) == (flush, daz) == (
            bar.flush.isChecked(), bar.daz.isChecked()
        )  # fmt: skip
    assert window.document.undo_stack.count() == 4


def test_stochastic_rounding_draws_again(window, qtbot):
    bar = window.value_bar
    type_value(window, qtbot, "1/3")
    assert not bar.draw.isVisible()
    bar.rounding.setCurrentIndex(bar.rounding.findData(Rounding.STOCHASTIC.value))
    bar.rounding.activated.emit(bar.rounding.currentIndex())
    assert bar.draw.isVisible()
    codes = set()
    for _ in range(64):
        codes.add(row_texts(window, FP16)[2])
        bar.draw.click()
    assert codes == {"0x3555", "0x3556"}


def test_the_neighbours_are_a_click_away(window, qtbot):
    table = window.panels["decoded"].table
    qtbot.mouseClick(table.above, Qt.MouseButton.LeftButton)
    assert row_texts(window, FP16)[2] == "0x3c7d"
    qtbot.mouseClick(table.below, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(table.below, Qt.MouseButton.LeftButton)
    assert row_texts(window, FP16)[2] == "0x3c7b"


def test_formats_are_added_moved_and_removed_from_the_window(window):
    window.menus.formats.aboutToShow.emit()
    actions = {action.text(): action for action in window.menus.formats.actions()}
    actions["FP4 E2M1   fp4_e2m1"].trigger()
    fp4 = find_format("fp4_e2m1")
    assert window.document.state.formats[-1] == fp4
    menu = {action.text(): action for action in window.panels["bits"].row_menu(fp4).actions()}
    menu["Move up"].trigger()
    assert window.document.state.formats[-2] == fp4
    menu["Remove"].trigger()
    assert fp4 not in window.document.state.formats
    assert fp4 not in [row.format for row in grid(window).rows]


def test_copy_as_in_the_menus_of_rows_and_of_decoded(window):
    for menu, code in (
        (window.panels["bits"].row_menu(FP32), "0x3f8f8f6d"),
        (window.panels["decoded"].menu(""), "0x3c7c"),
    ):
        copy_as = next(each for each in menu.findChildren(CopyAsMenu))
        assert copy_as.menuAction() in menu.actions()
        copy_as.action("code").trigger()
        assert QGuiApplication.clipboard().text() == code
        assert window.status.remark.text().endswith(f"copied as Hex code: {code}")
    window.panels["decoded"].menu("a line").actions()[0].trigger()
    assert QGuiApplication.clipboard().text() == "a line"


def test_the_line_under_the_mouse_is_what_its_menu_copies(window, qapp, monkeypatch):
    asked = []
    table = window.panels["decoded"].table
    monkeypatch.setattr(
        window.panels["decoded"], "menu", lambda text: asked.append(text) or QMenu()
    )
    monkeypatch.setattr(QMenu, "exec", lambda *_: None)
    for widget in (table.lines["hexfloat"], table.formula):
        at = widget.mapTo(table, QPoint(5, 5))
        event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, table.mapToGlobal(at))
        qapp.sendEvent(table, event)
    assert asked == ["0x1.1f0p+0", ""]


def test_copy_and_paste_of_values(window, qtbot):
    modifiers = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    qtbot.keyClick(window, Qt.Key.Key_C, modifiers)
    assert QGuiApplication.clipboard().text() == "1.12109375"
    qtbot.keyClick(window, Qt.Key.Key_D, modifiers)
    assert QGuiApplication.clipboard().text() == "0x3c7c"
    QGuiApplication.clipboard().setText(" bf16:0x7f80 ")
    window.edits.paste_value()
    assert row_texts(window, BF16)[0] == "inf"
    QGuiApplication.clipboard().setText("nonsense")
    window.edits.paste_value()
    assert "nonsense" in window.status.remark.text()
    assert row_texts(window, BF16)[0] == "inf"


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("16'h3c80", (FP16, "0x3c80")),
        ("16'b0_01111_0010000000", (FP16, "0x3c80")),
        ("0 01111 0010000000", (FP16, "0x3c80")),
        ("https://float.exposed/0x3f8f8f6d", (FP32, "0x3f8f8f6d")),
    ],
)
def test_codes_of_other_tools_are_typed_and_pasted(window, qtbot, text, row):
    type_value(window, qtbot, text)
    assert row_texts(window, row[0])[2] == row[1]
    assert window.document.state.active == row[0]
    window.document.undo_stack.undo()
    QGuiApplication.clipboard().setText(text)
    window.edits.paste_value()
    assert row_texts(window, row[0])[2] == row[1]


def test_a_clicked_point_of_the_plot_becomes_the_source(window):
    updates = window.panels["updates"]
    updates.plot.point_picked.emit("weight", 40)
    assert entry(window).edit.text() == "1.125"
    assert row_texts(window, FP16)[2] == "0x3c80"
    updates.plot.point_picked.emit("master", 100)
    assert row_texts(window, FP32) == ("1.1670093536376953125", "exact", "0x3f956090")
    assert window.document.state.active == FP32
    assert "step 100" in window.frames["why"].caption.text()
    updates.plot.point_picked.emit("exact", 100)
    assert row_texts(window, FP32)[1] != "exact"
    assert entry(window).edit.text() == "1.166999"


def test_a_bad_parameter_is_said_at_its_field_and_leaves_the_picture(window, qtbot):
    updates = window.panels["updates"]
    good = window.session.runs.run
    field = updates.form.fields["steps"]
    field.control.selectAll()
    qtbot.keyClicks(field.control, "0")
    assert "0" in field.complaint.text()
    assert not field.complaint.isHidden()
    assert window.session.runs.run is good
    field.control.selectAll()
    qtbot.keyClicks(field.control, "2039")
    assert field.complaint.isHidden()
    window.session.runs.wait()
    assert window.session.runs.run.domain.steps == 2039


@pytest.mark.parametrize("theme", one_in(2, ["dark", "light"]))
def test_themes_reach_every_panel(window, theme, qapp):
    window.menus.themes.choose(theme)
    assert window.appearance.theme.name == theme
    assert all(panel.theme.name == theme for panel in window.panels.values())
    qapp.processEvents()
    image = window.grab().toImage()
    for frame in window.frames.values():
        if frame.visibleRegion().isEmpty():  # behind another tab
            continue
        area = frame.geometry()
        spots = [
            (area.left() + area.width() * x // 12, area.top() + area.height() * y // 12)
            for x in range(1, 12)
            for y in range(1, 12)
        ]
        dark = sum(image.pixelColor(*spot).lightnessF() < 0.5 for spot in spots)
        assert (dark > 0.7 * len(spots)) == (theme == "dark"), frame.objectName()


def test_the_menu_bar_follows_the_theme_and_the_size_of_text(window, qapp):
    bar = window.menuBar()
    usual = bar.font().pointSizeF()
    for theme in (DARK, LIGHT, DARK):
        window.menus.themes.choose(theme.name)
        qapp.processEvents()
        empty = window.grab(bar.geometry()).toImage().pixelColor(bar.width() // 2, 2)
        assert empty.name() == theme.ground
    window.appearance.resize_text(150)
    for _ in range(3):
        qapp.processEvents()
    bar, tabs = window.menuBar(), window.tabs
    assert window.findChildren(WorkspaceTabs) == [tabs]
    assert bar.font().pointSizeF() == tabs.font().pointSizeF() == pytest.approx(1.5 * usual)
    texts = [tabs.fontMetrics().horizontalAdvance(tabs.tabText(at)) for at in range(tabs.count())]
    widths = [tabs.tabRect(at).width() for at in range(tabs.count())]
    assert all(width > text for width, text in zip(widths, texts, strict=True))
    assert tabs.width() >= sum(widths)


def test_shortcuts_are_unique(window):
    keys = [
        shortcut.toString()
        for action in window.findChildren(type(window.menus.actions["quit"]))
        for shortcut in action.shortcuts()
        if not shortcut.isEmpty()
    ]
    assert len(keys) == len(set(keys)), sorted(keys)


def test_every_control_has_a_name_for_screen_readers(window):
    nameless = [
        child
        for child in window.findChildren(QWidget)
        if isinstance(child, QAbstractButton | QComboBox | QLineEdit)
        and not child.objectName().startswith("qt_")
        and not (child.accessibleName() or getattr(child, "text", str)())
        and not isinstance(child.parent(), QComboBox | QLineEdit)
    ]
    assert nameless == []


@pytest.mark.parametrize("size", [(1440, 900), (1024, 700)])
def test_it_fits(window, size, qapp):
    window.resize(*size)
    qapp.processEvents()
    assert (window.width(), window.height()) == size


def test_the_run_is_taken_away_as_csv_text_and_script(window, tmp_path, monkeypatch):
    menu = window.menus.experiments
    menu.copy_text()
    assert "0x3c80" in QGuiApplication.clipboard().text()
    menu.copy_script("numpy")
    assert "import numpy" in QGuiApplication.clipboard().text()
    monkeypatch.setattr(
        dialogs, "ask_save", lambda _p, _f, _w, suffixes, name: tmp_path / f"{name}{suffixes[0]}"
    )
    menu.export_csv()
    rows = (tmp_path / "swamping.csv").read_text().splitlines()
    assert len(rows) == 102
    assert "0x3f956090" in rows[-1]
    menu.save_script("pytorch")
    assert "import torch" in (tmp_path / "swamping-pytorch.py").read_text()


def test_an_experiment_is_chosen_from_the_menu(window):
    window.menus.experiments.menu.aboutToShow.emit()
    actions = {action.text(): action for action in window.menus.experiments.menu.actions()}
    assert actions["Swamping"].actionGroup().isExclusive()
    assert [text for text, action in actions.items() if action.isChecked()] == ["Swamping"]
    actions["Counting"].trigger()
    assert [text for text, action in actions.items() if action.isChecked()] == ["Counting"]
    window.session.runs.wait()
    assert window.session.runs.run.experiment == "counting"
    assert window.panels["updates"].form.experiment.currentText() == "Counting"
    window.document.undo_stack.undo()
    window.session.runs.wait()
    assert window.session.runs.run.experiment == "swamping"
    window.menus.experiments.menu.aboutToShow.emit()
    assert actions["Swamping"].isChecked()


def test_building_the_window_shows_no_other_window(window, qapp):
    """A widget that is shown before it has a parent flashes up and takes the keyboard away."""
    shown = [widget for widget in qapp.topLevelWidgets() if widget.isVisible()]
    assert shown == [window]
    assert qapp.activeWindow() is window


@pytest.mark.parametrize(
    ("text", "about", "fit"),
    [
        ("0.1", "exact value kept · 1 decimal", "no format shown holds it exactly"),
        ("2", "exact integer kept", "every format shown holds it exactly"),
        ("1/3", "exact fraction kept", "no format shown holds it exactly"),
        ("fp16:0x3c01", "the code 0x3c01 of FP16", "exact in FP16, FP32, FP64"),
        ("65504", "exact integer kept", "exact in FP16, FP32, FP64"),
    ],
)
def test_the_remarks_beside_the_entry_are_of_what_was_typed(window, qtbot, text, about, fit):
    type_value(window, qtbot, text)
    assert entry(window).source_chip.text() == about
    assert entry(window).fit_chip.text() == fit


def test_the_number_line_follows_a_number_after_a_nan(window, qtbot):
    line = window.panels["number-line"].line
    for text in ("0.3", "nan", "7", "-inf", "1e30"):
        type_value(window, qtbot, text)
    assert line.view().contains(10**30)


def test_a_nan_that_loses_payload_is_not_exact(window, qtbot):
    type_value(window, qtbot, "nan(0x123)")
    assert row_texts(window, FP16)[1] == "exact"
    assert row_texts(window, BF16)[1] == "payload cut"


def test_packed_rows_and_added_formats_get_room(window, qapp):
    before = window.frames["bits"].height()
    window.panels["bits"].arrangement.button("packed").click()
    qapp.processEvents()
    packed = window.frames["bits"].height()
    assert packed > before
    window.panels["bits"].arrangement.button("aligned").click()
    window.document.add_format(find_format("fp128"))
    qapp.processEvents()
    row = grid(window).row(find_format("fp128"))
    assert not row.visibleRegion().isEmpty()


def test_beside_a_wrong_text_stands_what_is_shown(window, qtbot):
    before = window.document.state.source.text
    type_value(window, qtbot, "17'h3f")
    assert window.document.state.source.text == "17"
    assert entry(window).fit_chip.text() == "shown: 17"
    assert window.panels["decoded"].old is not None
    qtbot.keyClick(entry(window).edit, Qt.Key.Key_Escape)
    assert entry(window).edit.text() == before
    assert entry(window).fit_chip.text() == "no format shown holds it exactly"


def test_a_bare_code_of_another_row_is_a_number_and_the_code_is_one_click_away(window, qtbot):
    type_value(window, qtbot, "0x3f8f8f6d")
    assert row_texts(window, FP32)[0] == "1066372992"
    (other, *_) = entry(window).choices.buttons
    assert other.isVisible()
    qtbot.mouseClick(other, Qt.MouseButton.LeftButton)
    assert row_texts(window, FP32)[2] == "0x3f8f8f6d"
    assert window.document.state.active == FP32


def test_digits_that_fill_no_format_are_a_number(window, qtbot):
    type_value(window, qtbot, "0x123")
    assert entry(window).source_chip.text() == "exact integer kept"


def test_the_line_comes_back_from_a_value_far_away(window, qtbot):
    line = window.panels["number-line"].line
    type_value(window, qtbot, "1e30000")
    type_value(window, qtbot, "1.1")
    assert line.view().contains(Fraction("1.1"))
    assert line.view().span < 1


def test_new_looks_around_its_own_value(window, qtbot):
    line = window.panels["number-line"].line
    first = line.view()
    type_value(window, qtbot, "-70000")
    line.set_axis("log2")
    window.files.new_scene()
    assert line.view() == first
    window.document.undo_stack.undo()
    assert line.axis() == "log2"
    assert line.view().contains(-70000)


@pytest.mark.parametrize("meaning", ["Undo", "Redo"])
def test_keys_of_the_window_are_its_own_in_the_value_entry(window, meaning):
    for keys in QKeySequence.keyBindings(QKeySequence.StandardKey[meaning]):
        pressed = keys[0]
        event = QKeyEvent(QEvent.Type.ShortcutOverride, pressed.key(), pressed.keyboardModifiers())
        assert not entry(window).edit.event(event)


class Paints(QObject):
    """Notes, whenever the bits of a window are painted, whether its plot is there."""

    def __init__(self, window):
        super().__init__(window)
        self.with_plot = []
        self._window = window
        window.panels["bits"].installEventFilter(self)

    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint:
            self.with_plot.append(self._window.panels["updates"].plot is not None)
        return False


def test_the_window_is_painted_before_its_plot_is_built(window, qtbot):
    new = build_window(Scene(), window.settings, window.appearance, window.language)
    qtbot.addWidget(new)
    paints = Paints(new)
    new.show()
    qtbot.waitUntil(lambda: new.panels["updates"].plot is not None)
    assert paints.with_plot[:1] == [False]


def test_vectors_are_checked_from_the_menu(window, tmp_path, monkeypatch):
    path = tmp_path / "lines.txt"
    path.write_text("3C00 3C00 4000 00\n")
    begun = []

    def choose(_parent, _title, folder):
        begun.append(folder)
        return str(path), ""

    monkeypatch.setattr(QFileDialog, "getOpenFileName", choose)
    for _ in range(2):
        window.menus.actions["check-vectors"].trigger()
    assert begun[1] == str(tmp_path) == window.settings.get(LAST_FOLDER)
    panel = window.panels["vectors"]
    assert panel.is_seen
    panel.background.wait()
    assert "lines.txt" in window.frames["vectors"].caption.text()
