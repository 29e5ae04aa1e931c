"""The wheel scrolls a form; it turns a box, a slider or a field only where the keyboard is."""

from __future__ import annotations

import re

import pytest
from PySide6.QtCore import QCoreApplication, QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from fpviz.experiments import find_experiment
from fpviz.widgets.input.quiet_wheel import ComboBox, DoubleSpinBox, Slider, SpinBox
from fpviz.widgets.look.theme import LIGHT
from fpviz.widgets.run.parameter_form import ParameterForm
from tests.checkout import PACKAGE


def turn_wheel(widget, notches=-1):
    """Turn the wheel with the mouse over a widget: Qt asks it and, one by one, what it lies in."""
    while widget is not None:
        at = QPointF(widget.rect().center())
        event = QWheelEvent(
            at,
            widget.mapToGlobal(at),
            QPoint(),
            QPoint(0, 120 * notches),
            Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QCoreApplication.sendEvent(widget, event)
        if event.isAccepted():
            return True
        widget = widget.parentWidget()
    return False


def box():
    made = ComboBox()
    made.addItems(["one", "two", "three"])
    made.setCurrentIndex(1)
    return made, made.currentIndex


def slider():
    made = Slider()
    made.setValue(50)
    return made, made.value


def whole():
    made = SpinBox()
    made.setValue(50)
    return made, made.value


def real():
    made = DoubleSpinBox()
    made.setValue(50)
    return made, made.value


@pytest.mark.parametrize("make", [box, slider, whole, real], ids=lambda make: make.__name__)
def test_the_wheel_turns_what_has_the_keyboard_and_nothing_else(make, qtbot):
    window, (control, value) = QWidget(), make()
    other = Slider()
    layout = QVBoxLayout(window)
    layout.addWidget(control)
    layout.addWidget(other)
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    other.setFocus()
    qtbot.waitUntil(other.hasFocus)
    before = value()
    assert not turn_wheel(control)
    assert value() == before
    assert other.hasFocus()
    control.setFocus()
    qtbot.waitUntil(control.hasFocus)
    turn_wheel(control)
    assert value() != before


def test_a_form_scrolls_wherever_the_mouse_is(qtbot):
    experiment = find_experiment("static-loss-scale")
    form = ParameterForm(LIGHT)
    qtbot.addWidget(form)
    form.show_parameters(experiment.parameters, QLabel("head"))
    form.show_values({})
    form.resize(240, 160)
    form.show()
    edits = []
    form.edited.connect(lambda *edit: edits.append(edit))
    bar = form.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    for child in form.findChildren(QWidget):
        child.clearFocus()
    for field in form.fields.values():
        for target in (field.control, field.control.focusProxy() or field.control):
            bar.setValue(0)
            turn_wheel(target)
            assert bar.value() > 0, field.parameter.name
    assert edits == []


def test_no_other_file_makes_one_of_qts_own():
    own = re.compile(r"\bQ(ComboBox|Slider|SpinBox|DoubleSpinBox|DateEdit|TimeEdit|Dial)\b")
    guilty = [
        str(path.relative_to(PACKAGE))
        for path in PACKAGE.rglob("*.py")
        if path.name != "quiet_wheel.py" and own.search(path.read_text(encoding="utf-8"))
    ]
    assert guilty == [], "fpviz.widgets.input.quiet_wheel has them"
