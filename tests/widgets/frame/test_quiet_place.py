from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QSizePolicy, QWidget

from fpviz.widgets.frame.quiet_place import QuietPlace


class Requests(QObject):
    """Counts how often a widget was asked to lay out what is in it."""

    def __init__(self, watched: QWidget) -> None:
        super().__init__(watched)
        self.count = 0
        watched.installEventFilter(self)

    def eventFilter(self, watched, event):
        self.count += event.type() == QEvent.Type.LayoutRequest
        return False


@pytest.fixture
def window(qtbot):
    widget = QWidget()
    qtbot.addWidget(widget)
    widget.setLayout(QHBoxLayout())
    widget.resize(400, 100)
    return widget


def shown(window, label: QLabel, policy=QSizePolicy.Policy.Ignored) -> Requests:
    """The label in its place in the shown window, beside another one."""
    label.setSizePolicy(policy, QSizePolicy.Policy.Preferred)
    window.layout().addWidget(QuietPlace(label), 1)
    window.layout().addWidget(QLabel("beside"))
    window.show()
    QApplication.processEvents()
    return Requests(window)


def test_another_text_in_the_same_room_is_not_heard_of(window):
    label = QLabel("one")
    requests = shown(window, label)
    label.setText("a text that is far longer than the one before")
    for _ in range(5):  # from widget to widget a request takes a round each
        QApplication.processEvents()
    assert requests.count == 0
    assert label.geometry() == label.parentWidget().rect()


def test_another_wish_for_room_is_heard_of(window, qtbot):
    label = QLabel("one")
    requests = shown(window, label, QSizePolicy.Policy.Preferred)
    label.setText("\n".join(str(number) for number in range(40)))
    qtbot.waitUntil(lambda: label.height() >= label.sizeHint().height())
    assert requests.count > 0


def test_it_stands_as_it_would_without_the_place(window):
    label = QLabel("low")
    label.setFixedHeight(10)
    shown(window, label)
    bare = QWidget()
    bare.setLayout(QHBoxLayout())
    other = QLabel("low")
    other.setFixedHeight(10)
    other.setSizePolicy(label.sizePolicy())
    bare.layout().addWidget(other, 1)
    bare.layout().addWidget(QLabel("beside"))
    bare.resize(window.size())
    bare.layout().activate()
    assert label.mapTo(window, label.rect().topLeft()) == other.pos()
    assert label.size() == other.size()
