"""The table of steps addresses each of 10^12 rows exactly and tells Qt of those in view alone."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QFont, QGuiApplication, QWheelEvent
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication

from fpviz.core.numbers import finite
from fpviz.core.phrase import verbatim
from fpviz.experiments import EXPERIMENTS, find_experiment
from fpviz.experiments.engine.curves import Curve
from fpviz.experiments.engine.number_text import approx
from fpviz.experiments.engine.plot import Domain
from fpviz.widgets.long_table.row_bar import POSITIONS, RowScale
from fpviz.widgets.look.theme import DARK, LIGHT
from fpviz.widgets.step_table.rows_in_view import StepWindow, grouped
from fpviz.widgets.step_table.table import MOST_COPIED, StepTable

TRILLION = 10**12
LAST = TRILLION - 1
STEPS = Domain(verbatim("step"), LAST)
C_INT = 2**31


class Squares:
    """A course whose value tells its step: t, and t² where t is odd."""

    def number(self, t):
        return finite(t * t) if t % 2 else finite(t)

    def code(self, t):
        return None

    def breakpoints(self, lo, hi):
        return [lo, hi]


EXACT = Curve("exact", verbatim("Exact"), verbatim("its step or the square of it"), Squares())
FAINT = Curve("faint", verbatim("Faint"), verbatim("one of many"), Squares(), faint=True)


@pytest.fixture(scope="module")
def weight():
    experiment = find_experiment("counting")
    return experiment.run(experiment.arguments()).curve("fp16")


@pytest.fixture
def table(qtbot, weight):
    widget = StepTable(LIGHT)
    qtbot.addWidget(widget)
    widget.resize(600, 300)
    widget.show()
    widget.show_curves([EXACT, FAINT, weight], STEPS)
    QApplication.processEvents()
    return widget


@pytest.fixture
def picks(table):
    seen = []
    table.step_picked.connect(lambda step, curve: seen.append((step, curve)))
    return seen


def shown(table):
    """The rows in view, as texts."""
    model = table.grid.model()
    return [
        [model.index(row, column).data() for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]


def first(table):
    return table.grid.window_model.first


def wheel(table, notches, target=None):
    target = target or table.grid.viewport()
    at = QPointF(20, 20)
    event = QWheelEvent(
        at,
        QPointF(target.mapToGlobal(at.toPoint())),
        QPoint(),
        QPoint(0, round(120 * notches)),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(target, event)


def cell_at(table, row, column):
    return table.grid.visualRect(table.grid.model().index(row, column)).center()


def click(qtbot, table, row, column, modifier=Qt.KeyboardModifier.NoModifier):
    left = Qt.MouseButton.LeftButton
    qtbot.mouseClick(table.grid.viewport(), left, modifier, cell_at(table, row, column))


def key(qtbot, table, which, modifier=Qt.KeyboardModifier.NoModifier):
    qtbot.keyClick(table.grid, which, modifier)


def clipboard():
    return QGuiApplication.clipboard().text()


# -- addressing -----------------------------------------------------------------------------


@pytest.mark.parametrize("step", [0, 1, 499_999_999_999, TRILLION // 2, LAST - 1, LAST])
def test_a_step_is_shown_with_its_own_values(table, step):
    table.show_step(step)
    row = step - first(table)
    value = step * step if step % 2 else step
    assert shown(table)[row][0] == grouped(step)
    assert table.grid.window_model.exact(step, 1) == str(value)
    assert shown(table)[row][1] == approx(value)


def test_a_cell_has_value_and_code_and_the_whole_in_its_tip(table):
    table.show_step(LAST)
    index = table.grid.model().index(LAST - first(table), 2)
    assert index.data() == "2048 = 0x6800"
    assert index.data(Qt.ItemDataRole.ToolTipRole) == "2048 = 0x6800"
    exact = index.siblingAtColumn(1)
    assert exact.data(Qt.ItemDataRole.ToolTipRole) == str(LAST**2)
    assert exact.data() == "≈ 1e+24"
    described = exact.data(Qt.ItemDataRole.AccessibleDescriptionRole)
    assert described == f"Exact, step {LAST}"


def test_headings_are_the_labels_and_faint_curves_have_none(table):
    model = table.grid.model()
    headings = [model.headerData(c, Qt.Orientation.Horizontal) for c in range(model.columnCount())]
    assert headings == ["step", "Exact", "FP16"]


def test_a_step_may_have_another_name(table):
    table.show_curves([EXACT], Domain(verbatim("log₂ S"), 40, -24))
    assert [row[0] for row in shown(table)[:2]] == ["−24", "−23"]
    table.entry.setText("-20")
    assert table.entry.step() == 4


def test_the_model_keeps_its_word_to_qt(qtbot):
    model = StepWindow()
    tester = QAbstractItemModelTester(
        model, QAbstractItemModelTester.FailureReportingMode.Warning, None
    )
    model.show_curves([EXACT], STEPS)
    for size in (20, 5, 40):
        model.resize(size)
        assert model.rowCount() == size
        for place in (0, TRILLION // 2, LAST):
            model.move(place)
            assert model.shows(place)
    model.show_curves([EXACT, FAINT], Domain(verbatim("step"), 2))
    assert model.rowCount() == 3
    assert tester.model() is model


def test_qt_is_told_nothing_above_a_c_int(table):
    table.show_curves([EXACT], Domain(verbatim("step"), 10**15))
    for step in (0, 10**15 // 3, 10**15):
        table.show_step(step)
        numbers = [table.bar.maximum(), table.bar.value(), table.bar.pageStep()]
        assert max(*numbers, table.grid.model().rowCount()) < C_INT
        assert table.grid.verticalScrollBar().maximum() == 0
    assert first(table) + table.grid.model().rowCount() - 1 == 10**15


# -- scrolling ------------------------------------------------------------------------------


@pytest.mark.parametrize("furthest", [0, 1, POSITIONS, POSITIONS + 1, TRILLION, 10**15])
def test_the_scale_is_exact_at_both_ends_and_nowhere_else(furthest):
    scale = RowScale(furthest)
    assert scale.row(0) == scale.position(0) == 0
    assert scale.row(scale.positions) == furthest
    assert scale.position(furthest) == scale.positions <= POSITIONS
    if furthest > 1:
        assert 0 < scale.position(1) <= scale.position(furthest - 1) < scale.positions


def test_the_bar_reaches_both_ends_and_the_middle(table):
    rows = table.grid.model().rowCount()
    table.bar.setValue(table.bar.maximum())
    assert shown(table)[-1][0] == grouped(LAST)
    table.bar.setValue(table.bar.maximum() // 2)
    assert abs(first(table) - (TRILLION - rows) // 2) <= 1
    table.bar.setValue(0)
    assert first(table) == 0


def test_wheel_and_bar_move_by_rows(table):
    lines = QApplication.wheelScrollLines()
    table.grid.scroll_to(TRILLION // 2)
    wheel(table, -1)
    assert first(table) == TRILLION // 2 + lines
    wheel(table, 2, table.bar)
    assert first(table) == TRILLION // 2 - lines
    page = table.grid.model().rowCount() - 1
    table.bar.triggerAction(table.bar.SliderAction.SliderPageStepAdd)
    assert first(table) == TRILLION // 2 - lines + page
    table.bar.triggerAction(table.bar.SliderAction.SliderSingleStepSub)
    assert first(table) == TRILLION // 2 - lines + page - 1


def test_parts_of_a_notch_add_up(table):
    for _ in range(4):
        wheel(table, -0.25)
    assert first(table) == QApplication.wheelScrollLines()


def test_keys_move_the_cursor_by_rows(table, qtbot):
    rows = table.grid.model().rowCount()
    pointers = table.grid.pointers
    key(qtbot, table, Qt.Key.Key_End)
    assert pointers.cursor == LAST
    assert first(table) == TRILLION - rows
    key(qtbot, table, Qt.Key.Key_PageUp)
    key(qtbot, table, Qt.Key.Key_Up)
    assert pointers.cursor == LAST - rows
    assert first(table) == LAST - rows
    key(qtbot, table, Qt.Key.Key_Home)
    key(qtbot, table, Qt.Key.Key_Up)
    assert pointers.cursor == first(table) == 0
    key(qtbot, table, Qt.Key.Key_PageDown)
    key(qtbot, table, Qt.Key.Key_Down)
    assert pointers.cursor == rows
    assert first(table) == 1


def test_a_step_in_view_is_marked_without_scrolling(table, picks):
    table.show_step(5)
    assert first(table) == 0
    table.show_step(TRILLION // 2)
    assert first(table) == TRILLION // 2 - table.grid.model().rowCount() // 2
    assert table.grid.pointers.marked == TRILLION // 2
    assert picks == []


# -- going to a step ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "step"), [("1e11", 10**11), ("10^6", 10**6), ("7", 7), ("1 000", 1000)]
)
def test_a_typed_step_is_gone_to(table, qtbot, text, step):
    qtbot.keyClicks(table.entry, text)
    qtbot.keyClick(table.entry, Qt.Key.Key_Return)
    assert table.grid.window_model.shows(step)
    assert table.grid.pointers.selected == range(step, step + 1)


@pytest.mark.parametrize("text", ["1e12", "-1", "1/3", "inf", "nan", "2^", "word"])
def test_a_wrong_step_says_why_and_stays(table, qtbot, text):
    plain = table.entry.styleSheet()
    qtbot.keyClicks(table.entry, text)
    assert table.entry.styleSheet() != plain
    reason = table.entry.toolTip()
    assert reason == table.entry.accessibleDescription() != ""
    qtbot.keyClick(table.entry, Qt.Key.Key_Return)
    assert LIGHT.overflow in table.entry.styleSheet()
    assert first(table) == 0
    table.entry.clear()
    assert table.entry.styleSheet() == plain


# -- picking and copying --------------------------------------------------------------------


def test_clicking_picks_a_step_and_a_curve(table, picks, qtbot):
    table.grid.scroll_to(TRILLION // 2)
    click(qtbot, table, 3, 2)
    click(qtbot, table, 1, 0)
    assert picks == [(TRILLION // 2 + 3, "fp16"), (TRILLION // 2 + 1, "")]
    assert type(picks[0][0]) is int


def test_return_picks_at_the_cursor(table, picks, qtbot):
    for which in (Qt.Key.Key_End, Qt.Key.Key_Right, Qt.Key.Key_Return):
        key(qtbot, table, which)
    assert picks == [(LAST, "exact")]


def test_selected_rows_are_copied_whole(table, qtbot, picks):
    table.grid.scroll_to(LAST)
    rows = table.grid.model().rowCount()
    click(qtbot, table, rows - 2, 1)
    click(qtbot, table, rows - 1, 1, Qt.KeyboardModifier.ShiftModifier)
    key(qtbot, table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert [line.split("\t") for line in clipboard().splitlines()] == [
        ["step", "Exact", "FP16", "FP16, code"],
        [str(LAST - 1), str(LAST - 1), "2048", "0x6800"],
        [str(LAST), str(LAST**2), "2048", "0x6800"],
    ]
    assert len(picks) == 1


def test_without_a_selection_the_rows_in_view_are_copied(table, qtbot):
    key(qtbot, table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    steps = [line.split("\t")[0] for line in clipboard().splitlines()[1:]]
    assert steps == [str(step) for step in table.grid.visible_rows()]


def test_too_many_rows_are_not_copied(table, qtbot):
    QGuiApplication.clipboard().setText("as before")
    key(qtbot, table, Qt.Key.Key_Home)
    key(qtbot, table, Qt.Key.Key_End, Qt.KeyboardModifier.ShiftModifier)
    assert len(table.grid.pointers.selected) == TRILLION
    key(qtbot, table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert clipboard() == "as before"
    actions = table.menu().actions()
    assert [action.isEnabled() for action in actions] == [True, False, True]
    assert grouped(MOST_COPIED) in actions[1].text()
    actions[0].trigger()
    assert clipboard() == str(LAST)


# -- the rest -------------------------------------------------------------------------------


def test_fewer_steps_bring_window_and_cursor_back(table, qtbot):
    key(qtbot, table, Qt.Key.Key_End)
    table.show_curves([EXACT], Domain(verbatim("step"), 3))
    assert [row[0] for row in shown(table)] == ["0", "1", "2", "3"]
    assert table.grid.pointers.cursor == 3
    assert not table.bar.isEnabled()


def test_an_empty_table_does_nothing(qtbot, table):
    empty = StepTable(DARK)
    qtbot.addWidget(empty)
    empty.show()
    for which in (Qt.Key.Key_End, Qt.Key.Key_Return, Qt.Key.Key_PageDown):
        key(qtbot, empty, which)
    empty.show_step(7)
    assert shown(empty) == []


def test_columns_have_room_for_what_they_show(table):
    for step in (0, TRILLION // 3, LAST):
        table.show_step(step)
        before = [table.grid.columnWidth(column) for column in range(3)]
        table.grid.fit_columns()
        assert [table.grid.columnWidth(column) for column in range(3)] == before


def test_themes_colour_it(table):
    corner = QPoint(table.grid.viewport().width() - 3, 3)
    for theme in (LIGHT, DARK):
        table.set_theme(theme)
        image = table.grid.viewport().grab().toImage()
        assert image.pixelColor(corner).name() == theme.panel


def test_everything_has_a_name(table):
    for widget in (table.grid, table.bar, table.entry):
        assert widget.accessibleName()


def is_seen(table, step):
    """Whether a row is whole in view, above a scroll bar of the columns, if there is one."""
    grid = table.grid
    if not grid.window_model.shows(step):
        return False
    row = grid.visualRect(grid.model().index(step - first(table), 0))
    return row.top() >= 0 and row.bottom() < grid.viewport().height()


@pytest.fixture(params=[6, 9, 13, 20])
def sized(qtbot, qapp, weight, request):
    """A table in letters of a size; its columns are wider than it from some size on."""
    before = qapp.font()
    other = QFont(before)
    other.setPointSizeF(request.param)
    qapp.setFont(other)
    widget = StepTable(LIGHT)
    qtbot.addWidget(widget)
    widget.resize(500, 330)
    widget.show()
    widget.show_curves([EXACT, *[weight] * 8], STEPS)
    yield widget
    qapp.setFont(before)


def sideways(table):
    return table.grid.horizontalScrollBar().isVisible()


def test_the_last_step_is_seen_in_letters_of_any_size(sized, qtbot):
    sized.show_step(LAST)
    needed = sized.grid.figure_width() + sized.bar.width()
    for width in (needed, needed // 2, needed * 2, needed - 20, needed):
        sized.resize(width, 330)
        qtbot.waitUntil(lambda width=width: sideways(sized) == (width < needed))
        assert is_seen(sized, LAST)


def test_the_end_stays_in_view_when_columns_bring_a_scroll_bar(sized, qtbot):
    sized.resize(sized.grid.figure_width() + sized.bar.width(), 330)
    sized.bar.setValue(sized.bar.maximum())
    qtbot.waitUntil(lambda: is_seen(sized, LAST))
    sized.grid.setColumnWidth(1, 2000)
    qtbot.waitUntil(lambda: sideways(sized))
    assert is_seen(sized, LAST)
    assert sized.bar.value() == sized.bar.maximum()


@pytest.mark.parametrize("place", [0, 7, TRILLION // 2, LAST - 1])
def test_the_marked_step_stays_in_view_at_any_height(table, place):
    table.show_step(place)
    for height in (300, 120, 90, 500, 100, 300):
        table.resize(600, height)
        QApplication.processEvents()
        assert is_seen(table, place)


@pytest.mark.parametrize("experiment", EXPERIMENTS, ids=lambda experiment: experiment.name)
def test_every_experiment_can_be_shown(experiment, table):
    run = experiment.run(experiment.arguments())
    table.show_curves(run.curves, run.domain)
    table.show_step(run.domain.steps)
    table.grab()
    assert shown(table)[-1][0] == grouped(run.domain.last)


def test_a_row_tells_its_numbers_apart(qtbot):
    given = dict.fromkeys(("term-format", "accumulator-format", "pairwise-format"), "fp64")
    accumulation = find_experiment("accumulation")
    run = accumulation.run(accumulation.arguments({"term": "0.1", "terms": "10", **given}))
    window = StepWindow()
    window.show_curves(run.curves, run.domain)
    window.resize(11)
    row = [window.cell(10, column).whole.split()[:2] for column in range(1, 5)]
    assert row == [
        ["≈", "0.9999999999999999"],
        ["≈", "1.000000119"],
        ["1", "="],
        ["≈", "1.0000000000000001"],
    ]
