"""A veil over a view is seen, tells its reason, moves nothing, and lets the mouse through."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from fpviz.widgets.frame.old_content_cover import Veil
from fpviz.widgets.look.theme import DARK, LIGHT


def test_a_veil_is_seen_tells_its_reason_and_lets_the_mouse_through(qtbot):
    view = QWidget()
    button = QPushButton("press")
    QVBoxLayout(view).addWidget(button)
    pressed = []
    button.clicked.connect(lambda: pressed.append(True))
    view.setStyleSheet("QPushButton { background: black; border: none; }")
    qtbot.addWidget(view)
    view.resize(200, 100)
    view.show()
    veil = Veil(view, LIGHT)

    def colour():
        return view.grab().toImage().pixelColor(100, 4).lightness()

    bare, place = colour(), button.geometry()
    veil.show_reason("old")
    assert veil.reason == "old"
    assert button.geometry() == place
    assert colour() != bare
    view.resize(300, 200)
    assert veil.geometry() == view.rect()
    at = button.mapTo(view, button.rect().center())
    qtbot.mouseClick(view.childAt(at), Qt.MouseButton.LeftButton)
    assert pressed == [True]
    veiled = view.grab().toImage().pixelColor(150, 4).lightness()
    veil.set_theme(DARK)
    assert view.grab().toImage().pixelColor(150, 4).lightness() < veiled
    veil.show_reason("")
    assert not veil.isVisible()
