"""The table of differences, and the bars of their distances."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from fpviz.core.formats import find_format
from fpviz.data.comparing import Difference
from fpviz.widgets.comparison.differences import DifferencesView
from fpviz.widgets.look.theme import DARK, LIGHT

FP16 = find_format("fp16")
WORST = (
    Difference(7, 0x3C00, 0x7E00, None, False),
    Difference(9, 0x3C00, 0x3C02, 2, False),
    Difference(1, 0x3C00, 0x3C01, 1, True),
)


@pytest.fixture
def table(qtbot):
    view = DifferencesView(LIGHT)
    qtbot.addWidget(view)
    view.show_rows(FP16, WORST, lambda place: 0x100 + 2 * place)
    return view


def texts(table):
    model = table.model()
    return [
        [model.index(row, column).data() for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]


def test_a_row_says_where_what_and_by_how_much(table):
    assert texts(table)[:2] == [
        ["7", "0x10e", "–", "0x3c00 1", "0x7e00 nan", "–"],
        ["9", "0x112", "2", "0x3c00 1", "0x3c02 1.002", "0.001953125"],
    ]
    ink = table.model().index(2, 4).data(Qt.ItemDataRole.ForegroundRole).name()
    assert ink == LIGHT.dim
    table.set_theme(DARK)
    assert table.model().index(1, 2).data(Qt.ItemDataRole.ForegroundRole).name() == DARK.overflow


def test_rows_are_in_the_order_of_the_heading(table):
    header = table.horizontalHeader()
    header.sectionClicked.emit(0)
    assert [each.place for each in table.rows] == [1, 7, 9]
    header.sectionClicked.emit(4)
    assert [each.place for each in table.rows] == [7, 9, 1]


def test_next_goes_round(table):
    chosen = []
    table.chosen.connect(lambda each: chosen.append(each.place))
    for _ in range(4):
        table.go_on()
    assert chosen == [7, 9, 1, 7]


def test_copies(table):
    assert table.csv().splitlines()[1] == "7,0x10e,–,0x3c00 1,0x7e00 nan,–"
    assert table.markdown().splitlines()[1] == "| --- | --- | --- | --- | --- | --- |"
    assert table.text().splitlines()[1].startswith("7        0x10e    –     0x3c00 1  0x7e00 nan")


@pytest.mark.parametrize(
    ("width", "hidden"), [(700, []), (400, [5]), (330, [1, 5]), (180, [1, 2, 5])]
)
def test_columns_make_way_until_codes_are_in_view(table, width, hidden):
    table.resize(width, 200)
    table.show()
    columns = range(table.model().columnCount())
    assert [column for column in columns if table.isColumnHidden(column)] == hidden
    assert table.horizontalHeader().length() <= table.viewport().width()
    told = table.model().index(1, 0).data(Qt.ItemDataRole.ToolTipRole)
    assert "address: 0x112" in told.splitlines()
