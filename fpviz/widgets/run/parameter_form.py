"""A form that builds itself from the parameters that an experiment declares."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QFrame,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from fpviz.core.formats.names import AMBIGUOUS, ambiguous_names
from fpviz.experiments.engine.parameters import Parameter, ParameterError
from fpviz.widgets.look.style import scroll_sheet, word_font
from fpviz.widgets.look.theme import Theme
from fpviz.widgets.run.editors import editor_of
from fpviz.widgets.translated import said

_REST = 400
"""Milliseconds for which half a text is taken for one that is being typed."""


class ParameterField(QWidget):
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
        self.editor = editor_of(parameter, theme)
        self.editor.chosen.connect(self._tell)
        self.editor.typed.connect(self._typed)
        self.editor.left.connect(self._typing_over)
        self.control.setToolTip(said(parameter.help))
        self.control.setAccessibleName(said(parameter.label))
        self.control.setAccessibleDescription(said(parameter.help))
        self.label.setBuddy(self.control)
        self.complaint, self.remark = QLabel(), QLabel()
        for below in (self.complaint, self.remark):
            below.setWordWrap(True)
            below.setFont(word_font(self.font(), 0.82))
            below.hide()
        if self.editor.has_label:
            self.label.hide()
        else:
            layout.addWidget(self.label)
        layout.addWidget(self.control)
        layout.addWidget(self.complaint)
        layout.addWidget(self.remark)
        self._take(parameter.default)
        self.set_theme(theme)

    @property
    def control(self) -> QWidget:
        """What edits it."""
        return self.editor.control

    def show_text(self, text: str) -> None:
        """Show a value; nothing is told."""
        self._take(text)
        self.editor.show_text(text)

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
        self.editor.set_theme(theme)

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
        edited(str, str, object): as of ``ParameterField``.
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
        self.fields: dict[str, ParameterField] = {}
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
            field = ParameterField(parameter, self._theme)
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
