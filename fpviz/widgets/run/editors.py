"""What edits the value of a parameter: for each kind of parameter a control of its own."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget

from fpviz.core.text import superscript
from fpviz.experiments.engine.parameter_kinds import (
    Count,
    ExactNumber,
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
from fpviz.widgets.input.format_box import FormatBox
from fpviz.widgets.input.literal_edit import LiteralEdit
from fpviz.widgets.input.quiet_wheel import ComboBox, Slider
from fpviz.widgets.look.style import line_sheet, number_font
from fpviz.widgets.look.theme import Theme
from fpviz.widgets.translated import said


class Editor(QObject):
    """A ``control`` for the text of one parameter.

    Signals, of what the user does alone:
        chosen(str, object): another value; the key joins one drag, and may be None.
        typed(str): a letter more or less of a text.
        left(): what was typed is to stay as it is.
    """

    chosen = Signal(str, object)
    typed = Signal(str)
    left = Signal()

    has_label = False
    """Whether the control says itself what it is for."""

    control: QWidget

    def show_text(self, text: str) -> None:
        """Show a value; nothing is told."""
        raise NotImplementedError

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""


class SwitchEditor(Editor):
    """A box to check."""

    has_label = True

    def __init__(self, parameter: Parameter[bool], _theme: Theme) -> None:
        super().__init__()
        self._parameter = parameter
        self.control = box = CheckBox(said(parameter.label))
        box.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        box.clicked.connect(lambda on: self.chosen.emit("on" if on else "off", None))
        self._box = box

    def show_text(self, text: str) -> None:
        try:
            self._box.setChecked(self._parameter.parse(text))
        except ParameterError:
            self._box.setChecked(False)


class ExponentEditor(Editor):
    """A slider with a place for each exponent."""

    def __init__(self, parameter: Parameter[int], _theme: Theme) -> None:
        super().__init__()
        assert isinstance(parameter.kind, Exponent)
        self.control = self._slider = ExponentSlider(parameter.kind.least, parameter.kind.most)
        self._slider.moved.connect(lambda k, key: self.chosen.emit(str(k), key))

    def show_text(self, text: str) -> None:
        self._slider.show_exponent(text)


class OptionEditor(Editor):
    """A list of the options that there are."""

    def __init__(self, parameter: Parameter[Any], _theme: Theme) -> None:
        super().__init__()
        assert isinstance(parameter.kind, OneOf)
        items = ((said(option.label), option.name) for option in parameter.kind.options)
        self.control = self._combo = _combo(self, items)

    def show_text(self, text: str) -> None:
        self._combo.setCurrentIndex(self._combo.findData(text))


class FormatEditor(Editor):
    """The formats of the catalogue, and a line for any other."""

    def __init__(self, parameter: Parameter[Any], _theme: Theme) -> None:
        super().__init__()
        self.control = self._box = FormatBox(bases=(2,))  # experiments know no decimals
        self._box.setAccessibleName(said(parameter.label))
        self._box.chosen.connect(lambda name: self.chosen.emit(name, None))

    def show_text(self, text: str) -> None:
        self._box.show_name(text)


class LineEditor(Editor):
    """A line for a list."""

    def __init__(self, _parameter: Parameter[Any], _theme: Theme) -> None:
        super().__init__()
        self.control = self._line = DropLine()
        self._line.setFont(number_font(self._line.font(), 1.0))
        self._line.setMinimumWidth(60)
        self._line.textEdited.connect(self.typed)
        self._line.editingFinished.connect(self.left)

    def show_text(self, text: str) -> None:
        if self._line.text() != text:
            self._line.setText(text)

    def set_theme(self, theme: Theme) -> None:
        self._line.setStyleSheet(line_sheet(theme, theme.line, theme.accent))


class NumberEditor(Editor):
    """A line for a literal, judged while it is typed."""

    def __init__(self, _parameter: Parameter[Any], theme: Theme) -> None:
        super().__init__()
        self.control = self._edit = LiteralEdit(theme)
        self._edit.setMinimumWidth(60)
        self._edit.textEdited.connect(self.typed)
        self._edit.editingFinished.connect(self.left)

    def show_text(self, text: str) -> None:
        self._edit.show_text(text)

    def set_theme(self, theme: Theme) -> None:
        self._edit.set_theme(theme)


EDITORS: Mapping[type, Callable[[Parameter[Any], Theme], Editor]] = {
    ExactNumber: NumberEditor,
    Count: NumberEditor,
    FormatName: FormatEditor,
    FormatList: LineEditor,
    StepList: LineEditor,
    Exponent: ExponentEditor,
    OneOf: OptionEditor,
    Switch: SwitchEditor,
}
"""What edits a parameter, by its kind."""


def editor_of(parameter: Parameter[Any], theme: Theme) -> Editor:
    """The editor of a parameter. Raises KeyError for a kind that nothing edits."""
    return EDITORS[type(parameter.kind)](parameter, theme)


def _combo(editor: Editor, items: Iterable[tuple[str, str]]) -> ComboBox:
    """A list of items: what each is called, and the text that it stands for."""
    combo = ComboBox()
    for label, text in items:
        combo.addItem(label, text)
    combo.activated.connect(lambda at: editor.chosen.emit(combo.itemData(at), None))
    combo.setSizeAdjustPolicy(ComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    combo.setMinimumContentsLength(8)
    return combo


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
