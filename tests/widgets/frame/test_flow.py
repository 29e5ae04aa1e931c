"""Widgets go on in another line where there is no more room."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QWidget

from fpviz.widgets.frame.flow import Flow


@pytest.fixture
def place(qtbot):
    place = QWidget()
    qtbot.addWidget(place)
    layout = Flow(place, gap=10, line_gap=4)
    layout.setContentsMargins(5, 5, 5, 5)
    place.boxes = [QWidget() for _ in range(4)]
    for each in place.boxes:
        each.setFixedSize(100, 20)
        layout.addWidget(each)
    return place


@pytest.mark.parametrize(
    ("width", "corners"),
    [
        (440, [(5, 5), (115, 5), (225, 5), (335, 5)]),
        (439, [(5, 5), (115, 5), (225, 5), (5, 29)]),
        (220, [(5, 5), (115, 5), (5, 29), (115, 29)]),
        (50, [(5, 5), (5, 29), (5, 53), (5, 77)]),
    ],
)
def test_each_line_takes_what_it_has_room_for(place, width, corners):
    place.resize(width, 200)
    place.layout().setGeometry(place.rect())
    assert [(each.x(), each.y()) for each in place.boxes] == corners
    assert place.layout().heightForWidth(width) == corners[-1][1] + 20 + 5


def test_what_is_hidden_takes_no_room(place):
    place.boxes[1].hide()
    place.resize(330, 200)
    place.layout().setGeometry(place.rect())
    assert [(each.x(), each.y()) for each in place.boxes if each is not place.boxes[1]] == [
        (5, 5),
        (115, 5),
        (225, 5),
    ]
    assert place.layout().sizeHint().width() == 330
