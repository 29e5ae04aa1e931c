"""A form that builds itself from the parameters that an experiment declares."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from fpviz.core.formats import CATALOGUE
from fpviz.core.formats.names import AMBIGUOUS, ambiguous_names
from fpviz.core.text import superscript
from fpviz.experiments.engine.kinds import (
    Exponent,
    FormatList,
    FormatName,
    OneOf,
    StepList,
    Switch,
)
from fpviz.experiments.engine.parameters import Parameter, ParameterError
from fpviz.widgets.input.check_box import CheckBox
from fpviz.widgets.input.drops import DropLine
from fpviz.widgets.input.literal_edit import LiteralEdit
from fpviz.widgets.input.quiet_wheel import ComboBox, Slider
from fpviz.widgets.look.style import line_sheet, number_font, scroll_sheet, word_font
from fpviz.widgets.look.theme import Theme
from fpviz.widgets.translated import said

_REST = 400
"""Milliseconds for which half a text is taken for one that is being typed."""


class ExponentSlider(QWidget):
    """A slider over the k of 2^k, with the power beside it.

    Signals:
        moved(int, object): the user chose a k; the key joins one drag.
    """

    moved = Signal(int, object)

    def __init__(self, least: int, most: int) -> None:
        super().__init__()
        self._drag: object = object()
        self._slider = Slider()
        self._slider.setRange(least, most)
        self._slider.setPageStep(4)
        self._power = QLabel()
        self._power.setFont(number_font(self.font(), 0.95))
        self._power.setMinimumWidth(self._power.fontMetrics().horizontalAdvance("2⁻⁴⁰ "))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._slider, 1)
        layout.addWidget(self._power)
        self.setFocusProxy(self._slider)
        self._slider.sliderPressed.connect(self._pressed)
        self._slider.actionTriggered.connect(self._acted)

    def show_exponent(self, text: str) -> None:
        """Show a k; nothing is told."""
        try:
            k = int(text)
        except ValueError:
            return
        self._slider.setValue(k)
        self._power.setText(f"2{superscript(k)}")

    def setAccessibleName(self, name: str) -> None:  # noqa: N802 - Qt's name
        super().setAccessibleName(name)
        self._slider.setAccessibleName(name)

    def _pressed(self) -> None:
        self._drag = object()

    def _acted(self) -> None:
        """A key, the wheel or the mouse moved the slider: ``value`` follows after this."""
        self._power.setText(f"2{superscript(self._slider.sliderPosition())}")
        key = self._drag if self._slider.isSliderDown() else object()
        self.moved.emit(self._slider.sliderPosition(), key)


class Field(QWidget):
    """One parameter: its label, its control, what is wrong with its text, and what is to be said of
    names in it that mean something else to others.

    Signals:
        edited(str, str, object): the parameter's name, the new text, and a key that joins one
            spell of typing.
        left(): what was typed is to stay as it is.
    """

    edited = Signal(str, str, object)
    left = Signal()

    def __init__(self, parameter: Parameter[Any], theme: Theme) -> None:
        super().__init__()
        self.parameter = parameter
        self._spell: object = object()
        self._text = ""
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        self.label = QLabel(said(parameter.label), self)
        self.label.setFont(word_font(self.font(), 0.9))
        self.control = self._control(theme)
        self.control.setToolTip(said(parameter.help))
        self.control.setAccessibleName(said(parameter.label))
        self.control.setAccessibleDescription(said(parameter.help))
        self.label.setBuddy(self.control)
        self.complaint, self.remark = QLabel(), QLabel()
        for below in (self.complaint, self.remark):
            below.setWordWrap(True)
            below.setFont(word_font(self.font(), 0.82))
            below.hide()
        if isinstance(self.control, CheckBox):
            self.label.hide()
        else:
            layout.addWidget(self.label)
        layout.addWidget(self.control)
        layout.addWidget(self.complaint)
        layout.addWidget(self.remark)
        self._take(parameter.default)
        self.set_theme(theme)

    def show_text(self, text: str) -> None:
        """Show a value; nothing is told."""
        self._take(text)
        control = self.control
        if isinstance(control, CheckBox):
            control.setChecked(self._is_on(text))
        elif isinstance(control, ComboBox):
            at = control.findData(text)
            control.setCurrentIndex(at)
            if at < 0 and control.isEditable():
                control.setEditText(text)
        elif isinstance(control, LiteralEdit):
            control.show_text(text)
        elif isinstance(control, ExponentSlider):
            control.show_exponent(text)
        elif isinstance(control, QLineEdit) and control.text() != text:
            control.setText(text)

    def complain(self, message: str) -> None:
        """Say what is wrong with the value; an empty message takes it back."""
        self.complaint.setText(message)
        self.complaint.setVisible(bool(message))

    def _take(self, text: str) -> None:
        """Take a text as the present one, and say what its ambiguous names are taken as."""
        self._text = text
        names = dict.fromkeys(ambiguous_names(text))
        self.remark.setText("\n".join(said(AMBIGUOUS[name]) for name in names))
        self.remark.setVisible(bool(names))

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self.label.setStyleSheet(f"color: {theme.dim}")
        self.complaint.setStyleSheet(f"color: {theme.overflow}")
        self.remark.setStyleSheet(f"color: {theme.dim}")
        if isinstance(self.control, LiteralEdit):
            self.control.set_theme(theme)
        elif isinstance(self.control, QLineEdit):
            self.control.setStyleSheet(line_sheet(theme, theme.line, theme.accent))

    def _is_on(self, text: str) -> bool:
        try:
            return bool(self.parameter.parse(text))
        except ParameterError:
            return False

    def _control(self, theme: Theme) -> QWidget:
        match self.parameter.kind:
            case Switch():
                box = CheckBox(said(self.parameter.label))
                box.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
                box.toggled.connect(self._switched)
                return box
            case Exponent(least, most):
                return self._slider(least, most)
            case StepList() | FormatList():
                line = DropLine()
                line.setFont(number_font(self.font(), 1.0))
                line.setMinimumWidth(60)
                line.textEdited.connect(self._typed)
                line.editingFinished.connect(self._typing_over)
                return line
            case OneOf(options):
                return self._combo([(said(option.label), option.name) for option in options])
            case FormatName():
                combo = self._combo([(fmt.title, fmt.name) for fmt in CATALOGUE])
                combo.setEditable(True)
                combo.setLineEdit(DropLine())
                combo.setInsertPolicy(ComboBox.InsertPolicy.NoInsert)
                name = combo.lineEdit()
                assert name is not None
                name.setAccessibleName(said(self.parameter.label))
                name.editingFinished.connect(lambda: self._format_typed(combo))
                return combo
            case _:
                edit = LiteralEdit(theme)
                edit.setMinimumWidth(60)
                edit.textEdited.connect(self._typed)
                edit.editingFinished.connect(self._typing_over)
                return edit

    def _slider(self, least: int, most: int) -> ExponentSlider:
        slider = ExponentSlider(least, most)
        slider.moved.connect(lambda k, key: self._tell(str(k), key))
        return slider

    def _combo(self, items: Sequence[tuple[str, str]]) -> ComboBox:
        combo = ComboBox()
        for label, name in items:
            combo.addItem(label, name)
        combo.activated.connect(lambda at: self._tell(combo.itemData(at)))
        combo.setSizeAdjustPolicy(ComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        combo.setMinimumContentsLength(8)
        return combo

    def _format_typed(self, combo: ComboBox) -> None:
        text = combo.currentText().strip()
        at = combo.findText(text, Qt.MatchFlag.MatchFixedString)
        self._tell(combo.itemData(at) if at >= 0 else text)

    def _switched(self, on: bool) -> None:
        if on != self._is_on(self._text):
            self._tell("on" if on else "off")

    def _typed(self, text: str) -> None:
        self._take(text)
        self.edited.emit(self.parameter.name, text, self._spell)

    def _typing_over(self) -> None:
        self._spell = object()
        self.left.emit()

    def _tell(self, text: str, key: object = None) -> None:
        if text != self._text:
            self._take(text)
            self.edited.emit(self.parameter.name, text, key or object())


class ParameterForm(QScrollArea):
    """The fields of an experiment's parameters.

    Signals:
        edited(str, str, object): as of ``Field``.
        complained(object): the ParameterError that is said at a field, or None.
    """

    edited = Signal(str, str, object)
    complained = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._error: ParameterError | None = None
        self._soon = QTimer(self, singleShot=True, interval=_REST)
        self._soon.timeout.connect(self._left)
        self.fields: dict[str, Field] = {}
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.set_theme(theme)

    def show_parameters(self, parameters: Sequence[Parameter[Any]], head: QWidget) -> None:
        """Build a field for each parameter, under ``head``."""
        content = QWidget()
        content.setMinimumWidth(0)
        layout = QVBoxLayout(content)
        layout.setContentsMargins(12, 8, 8, 10)
        layout.setSpacing(7)
        layout.addWidget(head)
        self.fields = {}
        for parameter in parameters:
            field = Field(parameter, self._theme)
            field.edited.connect(self.edited)
            field.left.connect(self._left)
            self.fields[parameter.name] = field
            layout.addWidget(field)
        layout.addStretch(1)
        old = self.takeWidget()
        self.setWidget(content)
        if old is not None:
            old.deleteLater()

    def show_values(self, values: Mapping[str, str]) -> None:
        """Show values by parameter name, and defaults for the rest."""
        for name, field in self.fields.items():
            field.show_text(values.get(name, field.parameter.default))

    def complain(self, error: ParameterError | None) -> None:
        """Say at a field what is wrong with it, or that nothing is.

        What may only be incomplete is said when typing rests, or the field is left.
        """
        self._error = error
        self._soon.stop()
        if error is not None and error.incomplete:
            self._soon.start()
            error = None
        self._say(error)

    def _left(self) -> None:
        self._soon.stop()
        self._say(self._error)

    def _say(self, error: ParameterError | None) -> None:
        for name, field in self.fields.items():
            wrong = error is not None and error.name == name
            field.complain(said(error.message) if wrong and error is not None else "")
        self.complained.emit(error)

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self._theme = theme
        self.verticalScrollBar().setStyleSheet(scroll_sheet(theme))
        for field in self.fields.values():
            field.set_theme(theme)
