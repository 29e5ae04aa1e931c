"""The form side of the panel "Expression": the text, and what its variables stand for."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QToolButton, QVBoxLayout, QWidget

from fpviz.core.expressions.examples import EXAMPLES
from fpviz.core.expressions.program import ExpressionError
from fpviz.core.expressions.typed_program import TypedProgram
from fpviz.core.phrase import Complaint
from fpviz.widgets.expression.editor import ExpressionEdit
from fpviz.widgets.input.drops import DropLine
from fpviz.widgets.input.quiet_wheel import ComboBox
from fpviz.widgets.look.style import button_sheet, line_sheet, number_font, scroll_sheet, word_font
from fpviz.widgets.look.theme import Theme
from fpviz.widgets.translated import said


def tr(text: str) -> str:
    """``text`` in the language of the window."""
    return QCoreApplication.translate("ExpressionPanel", text)


class VariableLine(QWidget):
    """A variable: its name, and the line in which its value is typed.

    Signals:
        edited(str): another text has been typed.
    """

    edited = Signal(str)

    def __init__(self, name: str, text: str, theme: Theme) -> None:
        super().__init__()
        self.name = name
        self.label = QLabel(name)
        self.line = DropLine()
        self.line.setFont(number_font(self.font()))
        self.line.setText(text)
        self.line.setPlaceholderText(tr("the source"))
        self.line.setAccessibleName(name)
        self.line.setToolTip(
            tr(
                "A number, a code such as fp32:0x3f800000, a number in a format of its own such as "
                "0.1@bf16, or a list such as [10, 11, 12]. Empty: the source."
            )
        )
        self.label.setBuddy(self.line)
        self.label.setFont(number_font(self.font(), 0.95))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addWidget(self.label)
        layout.addWidget(self.line)
        self.line.textEdited.connect(self.edited)
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self.line.setStyleSheet(line_sheet(theme, theme.line, theme.accent))
        self.label.setStyleSheet(f"color: {theme.dim}")


class ExpressionForm(QScrollArea):
    """The expression, examples of such, and its variables.

    Signals:
        edited(): something else is to be evaluated.
        example_taken(Example): an example was chosen, and stands in the form.
    """

    edited = Signal()
    example_taken = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._settings: dict[str, str] = {}
        self.example = ComboBox()
        self.editor = ExpressionEdit(theme)
        self.lines: dict[str, VariableLine] = {}
        self.complaint = QLabel()
        self.use_result = QToolButton()
        self._labels: list[QLabel] = []
        self._fill_controls()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        digit = self.fontMetrics().horizontalAdvance("0")
        self.setMinimumWidth(digit * 15)
        self.setMaximumWidth(digit * 25)
        self.setWidget(self._content())
        self.set_theme(theme)

    def _fill_controls(self) -> None:
        self.example.addItem(tr("choose …"), "")
        for example in EXAMPLES:
            self.example.addItem(said(example.title), example.name)
            at = self.example.count() - 1
            self.example.setItemData(at, said(example.sentence), Qt.ItemDataRole.ToolTipRole)
        self.example.activated.connect(self._take_example)
        self.editor.setToolTip(
            tr(
                "Operations + - * / ^, functions such as sqrt(x) and fma(a, b, c), lists such as "
                "[1, 2, 3] with sum(x); bf16(x) converts; a semicolon or a new line ends a "
                "statement such as s = a*a"
            )
        )
        self.editor.textChanged.connect(self._forget_example)
        self.editor.textChanged.connect(self.edited)
        self.complaint.setWordWrap(True)
        self.complaint.hide()
        self.use_result.setText(tr("use the result"))
        self.use_result.setToolTip(tr("Make the result the source: every panel shows it"))

    def _content(self) -> QWidget:
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(12, 8, 8, 10)
        column.setSpacing(4)
        for text, control in (
            (tr("Expression"), self.editor),
            (tr("Examples"), self.example),
        ):
            label = QLabel(text)
            label.setFont(word_font(self.font(), 0.9))
            label.setBuddy(control)
            control.setAccessibleName(text)
            column.addWidget(label)
            column.addWidget(control)
            self._labels.append(label)
            if control is self.editor:
                column.addWidget(self.complaint)
                self._variables = QVBoxLayout()
                self._variables.setSpacing(4)
                column.addLayout(self._variables)
        self.example.setMinimumWidth(60)
        column.addWidget(self.use_result)
        column.addStretch(1)
        return content

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self._theme = theme
        self.editor.set_theme(theme)
        self.use_result.setStyleSheet(button_sheet(theme))
        self.complaint.setStyleSheet(f"color: {theme.overflow}")
        self.verticalScrollBar().setStyleSheet(scroll_sheet(theme))
        for label in self._labels:
            label.setStyleSheet(f"color: {theme.dim}")
        for line in self.lines.values():
            line.set_theme(theme)

    # -- what is typed ----------------------------------------------------------------------

    @property
    def text(self) -> str:
        """The expression."""
        return self.editor.text()

    @property
    def settings(self) -> Mapping[str, str]:
        """What variables have been set to, those that the expression does not name included."""
        return self._settings

    @property
    def named_settings(self) -> Mapping[str, str]:
        """What the variables of the expression are set to."""
        return {name: self._settings.get(name, "") for name in self.lines}

    def show_program(self, typed: TypedProgram) -> None:
        """Have a line for each variable of the expression that stands in the form."""
        self.complain(None)
        if tuple(self.lines) == typed.names:
            return
        kept = {name: line for name, line in self.lines.items() if name in typed.names}
        for name, line in self.lines.items():
            self._variables.removeWidget(line)
            if name not in kept:
                line.hide()
                line.deleteLater()
        self.lines = {}
        for name in typed.names:
            self.lines[name] = kept.get(name) or self._new_line(name)
            self._variables.addWidget(self.lines[name])

    def _new_line(self, name: str) -> VariableLine:
        line = VariableLine(name, self._settings.get(name, ""), self._theme)
        line.edited.connect(lambda text, name=name: self._set(name, text))
        return line

    def _set(self, name: str, text: str) -> None:
        self._settings[name] = text
        self.edited.emit()

    def complain(self, error: Complaint | None) -> None:
        """Say what is wrong with what has been typed, if anything is."""
        waits = isinstance(error, ExpressionError) and error.is_incomplete
        is_told = error is not None and not waits
        self.complaint.setText(said(error.phrase) if error is not None and is_told else "")
        self.complaint.setVisible(is_told)
        wrong = error.span if isinstance(error, ExpressionError) and is_told else None
        self.editor.show_wrong(wrong)

    # -- what is put there ------------------------------------------------------------------

    def _take_example(self, at: int) -> None:
        name = self.example.itemData(at)
        example = next((each for each in EXAMPLES if each.name == name), None)
        if example is not None:
            self.put(example.text, example.variables)
            self.example.setCurrentIndex(at)
            self.example_taken.emit(example)

    def _forget_example(self) -> None:
        """No example is shown as chosen whose text is not there any more."""
        self.example.setCurrentIndex(0)

    def put(self, text: str, settings: Mapping[str, str]) -> None:
        """Show an expression, and what its variables are set to."""
        self._settings |= settings
        for name, line in self.lines.items():
            line.line.setText(self._settings.get(name, ""))
        self.editor.show_text(text)
        self.edited.emit()

    def set_variable(self, name: str, text: str) -> None:
        """Set a variable, or a member of a list, which is written ``x[0]``."""
        listed, at, index = name.partition("[")
        if at:
            members = self._settings[listed].strip()[1:-1].split(",")
            members[int(index[:-1])] = f" {text}" if int(index[:-1]) else text
            text = f"[{','.join(members)}]"
        self.put(self.text, {listed: text})

    def freeze(self, source: str) -> None:
        """Write out the variables that follow the source, so that they stay what they are."""
        for name, line in self.lines.items():
            if not line.line.text().strip():
                self._settings[name] = source
                line.line.setText(source)
