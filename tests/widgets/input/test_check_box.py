"""Check boxes: what is checked has a tick, in every theme and size."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor

from fpviz.widgets.input.check_box import CheckBox
from fpviz.widgets.look.style import palette, word_font
from fpviz.widgets.look.theme import DARK, LIGHT


def share(box, colour):
    """How much of a box's picture has a colour."""
    picture = box.grab().toImage()
    wanted, side = QColor(colour).rgb(), box.height()
    dots = [picture.pixel(x, y) for x in range(min(side, picture.width())) for y in range(side)]
    return dots.count(wanted) / len(dots)


@pytest.fixture(params=[1.0, 2.0])
def box(qtbot, request):
    widget = CheckBox("&Flush")
    widget.setFont(word_font(widget.font(), request.param))
    widget.resize(widget.sizeHint())
    qtbot.addWidget(widget)
    widget.show()
    qtbot.waitExposed(widget)
    return widget


@pytest.mark.parametrize("theme", [LIGHT, DARK])
def test_a_tick_stands_in_a_filled_box(box, theme):
    box.setPalette(palette(theme))
    assert share(box, theme.accent) < 0.08
    box.setChecked(True)
    assert share(box, theme.accent) > 0.2
    assert share(box, theme.accent_ink) > 0.01


def test_a_click_on_box_or_words_toggles_it(box, qtbot):
    for at in (QPoint(6, box.height() // 2), QPoint(box.width() - 4, box.height() // 2)):
        before = box.isChecked()
        qtbot.mouseClick(box, Qt.MouseButton.LeftButton, pos=at)
        assert box.isChecked() is not before


def test_its_words_have_room(box):
    words = box.fontMetrics().horizontalAdvance("Flush")
    assert box.width() > words + box.fontMetrics().height()
