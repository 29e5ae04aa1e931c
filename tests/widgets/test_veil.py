"""A view lies under a veil as long as there is a reason, and stays in use."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QToolButton

from fpviz.widgets.theme import DARK, LIGHT
from fpviz.widgets.veil import Veiled


def test_a_veil_is_seen_tells_its_reason_and_lets_the_mouse_through(qtbot):
    view = QToolButton()
    view.setStyleSheet("background: #ff0000; border: none")
    pressed = []
    view.clicked.connect(lambda: pressed.append(1))
    veiled = Veiled(view, LIGHT)
    qtbot.addWidget(veiled)
    veiled.resize(200, 100)
    veiled.show()

    def colour():
        return view.grab().toImage().pixelColor(3, 3).name()

    clear = colour()
    veiled.veil("old")
    assert veiled.reason == "old"
    assert colour() != clear
    veiled.resize(300, 200)
    at = view.mapTo(veiled, view.rect().center())
    qtbot.mouseClick(veiled.childAt(at), Qt.MouseButton.LeftButton)
    assert pressed == [1]
    light = colour()
    veiled.set_theme(DARK)
    assert colour() != light
    veiled.veil("")
    assert colour() == clear
