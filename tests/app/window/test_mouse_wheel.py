"""The wheel over the whole window and its dialogs, where no box has the keyboard."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QAbstractSpinBox, QApplication, QComboBox, QSlider

from fpviz.app.launch import on_screen
from fpviz.app.pictures.export_dialog import ExportDialog
from fpviz.widgets.formats.custom_format import CustomFormatDialog
from fpviz.widgets.look.theme import LIGHT
from tests.widgets.input.test_quiet_wheel import turn_wheel


def values(widget):
    """Every box, slider and field to be seen in a widget, with what it shows."""
    found = {box: box.currentText() for box in widget.findChildren(QComboBox)}
    found |= {spin: spin.text() for spin in widget.findChildren(QAbstractSpinBox)}
    found |= {slider: slider.value() for slider in widget.findChildren(QSlider)}
    return {control: value for control, value in found.items() if control.isVisible()}


def turn_over_everything(widget):
    """How many boxes the wheel was turned over; none of them has changed."""
    if QApplication.focusWidget() is not None:
        QApplication.focusWidget().clearFocus()
    before = values(widget)
    for control in before:
        turn_wheel(control)
        turn_wheel(control, 1)
        turn_wheel(control, 1)
    assert values(widget) == before
    return len(before)


def test_nothing_in_the_window_turns_by_the_way(window):
    for experiment in ("static-loss-scale", "swamping"):
        box = window.panels["updates"].form.experiment
        box.setCurrentIndex(box.findData(experiment))
        box.activated.emit(box.currentIndex())
        assert turn_over_everything(window) >= 8


@pytest.mark.parametrize(
    "make",
    [
        lambda window: ExportDialog(on_screen(window), "updates"),
        lambda window: CustomFormatDialog(LIGHT, window),
    ],
    ids=["export", "custom-format"],
)
def test_nothing_in_the_dialogs_turns_by_the_way(make, window, qtbot):
    dialog = make(window)
    qtbot.addWidget(dialog)
    dialog.show()
    assert turn_over_everything(dialog) >= 3
