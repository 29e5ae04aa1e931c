"""A form builds itself from what an experiment declares."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QLabel

from fpviz.core.phrase import phrase
from fpviz.experiments import EXPERIMENTS, find_experiment
from fpviz.experiments.engine.parameter_kinds import FormatName, Switch
from fpviz.experiments.engine.parameters import ParameterError
from fpviz.widgets.input.literal_edit import LiteralEdit
from fpviz.widgets.look.theme import DARK, LIGHT
from fpviz.widgets.run.parameter_form import ParameterForm

EXPERIMENT = EXPERIMENTS[0]


@pytest.fixture
def form(qtbot):
    widget = ParameterForm(LIGHT)
    qtbot.addWidget(widget)
    widget.show_parameters(EXPERIMENT.parameters, QLabel("head"))
    widget.show_values({})
    widget.show()
    return widget


@pytest.fixture
def edits(form):
    seen = []
    form.edited.connect(lambda name, text, key: seen.append((name, text)))
    return seen


def field_of_kind(form, kind):
    return next(f for f in form.fields.values() if isinstance(f.parameter.kind, kind))


def test_there_is_a_named_field_for_each_parameter(form):
    assert list(form.fields) == [parameter.name for parameter in EXPERIMENT.parameters]
    for field in form.fields.values():
        assert field.control.accessibleName() == str(field.parameter.label)
        assert field.control.toolTip() == str(field.parameter.help)


def test_typing_is_told_as_text(form, edits, qtbot):
    field = form.fields["steps"]
    field.control.selectAll()
    qtbot.keyClicks(field.control, "1e3")
    assert edits == [("steps", "1"), ("steps", "1e"), ("steps", "1e3")]


def test_a_switch_and_a_choice_are_told(form, edits, qtbot):
    switch = field_of_kind(form, Switch)
    assert isinstance(switch.control, QCheckBox)
    switch.control.click()
    choice = form.fields["rounding"].control
    at = choice.findData("toward-zero")
    choice.setCurrentIndex(at)
    choice.activated.emit(at)
    assert edits == [(switch.parameter.name, "on"), ("rounding", "toward-zero")]


def test_a_format_is_chosen_or_typed(form, edits, qtbot):
    field = field_of_kind(form, FormatName)
    combo = field.control
    assert isinstance(combo, QComboBox)
    combo.lineEdit().selectAll()
    qtbot.keyClicks(combo.lineEdit(), "e5m7")
    qtbot.keyClick(combo.lineEdit(), Qt.Key.Key_Return)
    combo.lineEdit().selectAll()
    qtbot.keyClicks(combo.lineEdit(), "fp64")
    qtbot.keyClick(combo.lineEdit(), Qt.Key.Key_Return)
    assert edits == [(field.parameter.name, "e5m7"), (field.parameter.name, "fp64")]


def test_what_ambiguous_names_are_taken_as_is_said_below_the_field(form, qtbot):
    field = field_of_kind(form, FormatName)
    line = field.control.lineEdit()
    assert field.remark.isHidden()
    line.selectAll()
    qtbot.keyClicks(line, "float")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert "'float' is taken as fp32" in field.remark.text()
    assert field.remark.isVisible()
    line.selectAll()
    qtbot.keyClicks(line, "bf16")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert field.remark.isHidden()
    form.show_values({field.parameter.name: "e4m3"})  # as a scene or a link brings it
    assert "the IEEE-like one is e4m3ieee" in field.remark.text()


def test_it_is_said_of_each_name_of_a_list_while_it_is_typed(qtbot):
    form = ParameterForm(LIGHT)
    qtbot.addWidget(form)
    form.show_parameters(find_experiment("counting").parameters, QLabel("head"))
    form.show()
    field = form.fields["formats"]
    field.control.clear()
    qtbot.keyClicks(field.control, "fp16, e4m3, torch.float")
    taken = field.remark.text().splitlines()
    assert [line.split()[4].rstrip(",") for line in taken] == ["fp8_e4m3fn", "fp32"]
    qtbot.keyClicks(form.fields["start"].control, "e2m1:0x3")
    assert "fp4_e2m1" in form.fields["start"].remark.text()


def test_setters_tell_nobody(form, edits):
    form.show_values({"steps": "7", "rounding": "upward", "weight-format": "e5m7", "flush": "on"})
    steps = form.fields["steps"].control
    assert isinstance(steps, LiteralEdit)
    assert steps.text() == "7"
    assert form.fields["rounding"].control.currentData() == "upward"
    assert form.fields["weight-format"].control.currentText() == "e5m7"
    assert form.fields["flush"].control.isChecked()
    assert edits == []


def test_a_complaint_stands_at_its_field_until_it_is_taken_back(form):
    form.complain(ParameterError("steps", phrase("'0' is not from 1")))
    said = {name for name, field in form.fields.items() if not field.complaint.isHidden()}
    assert said == {"steps"}
    form.complain(ParameterError("steps", phrase("'1e' is not complete"), incomplete=True))
    assert form.fields["steps"].complaint.isHidden()
    form.set_theme(DARK)
    form.complain(None)
    assert all(field.complaint.isHidden() for field in form.fields.values())
