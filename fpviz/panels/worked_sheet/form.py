"""The form side of the panel "Steps": what is worked out, of what, and into which format."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QToolButton, QVBoxLayout, QWidget

from fpviz.core.arithmetic.operations import CONVERT, OPERANDS, find_operation
from fpviz.core.arithmetic.operations.record import OperationGroup
from fpviz.core.formats import Format, find_format
from fpviz.core.literals import Context, Literal
from fpviz.core.phrase import Phrase, phrase
from fpviz.model.view_values import FIRST_OPERANDS
from fpviz.model.views import ViewOfSteps
from fpviz.widgets.input.chips import Choices
from fpviz.widgets.input.format_box import FormatBox
from fpviz.widgets.input.operand_edit import OperandEdit
from fpviz.widgets.input.operation_box import OperationBox
from fpviz.widgets.input.verdict import Verdict
from fpviz.widgets.look.style import button_sheet, scroll_sheet, word_font
from fpviz.widgets.look.theme import Theme
from fpviz.widgets.translated import said

"""The operands at first; an empty one is the source."""


def tr(text: str) -> str:
    """``text`` in the language of the window."""
    return QCoreApplication.translate("StepsPanel", text)


class OperationForm(QScrollArea):
    """An operation or a conversion, the format of its result, and its operands.

    Signals:
        edited(): something else is to be worked out.
        kind_taken(Kind): of a number and a code, this was chosen.
    """

    edited = Signal()
    kind_taken = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._sound = list(FIRST_OPERANDS)
        self.operation = OperationBox({CONVERT: tr("round the source")})
        self.format = FormatBox(tr("the active format"))
        self.operands = [OperandEdit(theme) for _ in FIRST_OPERANDS]
        self.choices = [Choices(theme) for _ in FIRST_OPERANDS]
        self.complaint = QLabel()
        self.take_step = QToolButton()
        self.use_result = QToolButton()
        self._labels: list[QLabel] = []
        self._fill_choices()
        self._fill_operands()
        self.complaint.setWordWrap(True)
        self.complaint.hide()
        self.take_step.setText(tr("take w + g of the run"))
        self.take_step.setToolTip(tr("Add the update to the weight at the step looked at"))
        self.use_result.setText(tr("use the result"))
        self.use_result.setToolTip(tr("Make the result the source: every panel shows it"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFixedWidth(round(self.fontMetrics().horizontalAdvance("0") * 25))
        self.setWidget(self._content())

    def _fill_choices(self) -> None:
        self.operation.activated.connect(self.edited)
        self.format.chosen.connect(self._take_format)

    def _fill_operands(self) -> None:
        for edit, choices, text in zip(self.operands, self.choices, FIRST_OPERANDS, strict=True):
            edit.setPlaceholderText(tr("the source"))
            edit.setText(text)
            edit.setToolTip(
                tr("A value, or a code with its format: fp16:0x3c80. Empty: the source.")
            )
            edit.textEdited.connect(self.edited)
            choices.chosen.connect(partial(self._choose, edit))

    def _content(self) -> QWidget:
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(12, 8, 8, 10)
        column.setSpacing(4)
        fields: list[tuple[str, QWidget]] = [
            (tr("Work out"), self.operation),
            (tr("Result in"), self.format),
            *zip("abc", self.operands, strict=True),
        ]
        offered = dict(zip(self.operands, self.choices, strict=True))
        for text, control in fields:
            label = QLabel(text)
            label.setFont(word_font(self.font(), 0.9))
            label.setBuddy(control)
            control.setAccessibleName(text)
            control.setMinimumWidth(60)
            column.addWidget(label)
            column.addWidget(control)
            if control in offered:
                column.addWidget(offered[control])
            self._labels.append(label)
        for control in (self.complaint, self.take_step, self.use_result):
            column.addWidget(control)
        column.addStretch(1)
        return content

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self.take_step.setStyleSheet(button_sheet(theme))
        self.use_result.setStyleSheet(button_sheet(theme))
        self.complaint.setStyleSheet(f"color: {theme.overflow}")
        self.verticalScrollBar().setStyleSheet(scroll_sheet(theme))
        for label in self._labels:
            label.setStyleSheet(f"color: {theme.dim}")
        for edit, choices in zip(self.operands, self.choices, strict=True):
            edit.set_theme(theme)
            choices.set_theme(theme)

    # -- what is chosen ---------------------------------------------------------------------

    @property
    def count(self) -> int:
        """How many operands the operation takes."""
        return OPERANDS[self.operation.currentData()]

    def result_format(self, active: Format) -> Format:
        """The format of the result, which may be the active one, whatever it is."""
        return self.format.format() or active

    def _of_format(self) -> str:
        """What the chosen format is for: a comparison has its result in one of its own."""
        name = self.operation.currentData()
        compares = name != CONVERT and find_operation(name).rule.group is OperationGroup.COMPARISON
        return tr("Operands in") if compares else tr("Result in")

    def read_in(self, context: Context) -> None:
        """Show the operands that the operation takes, and read them where they stand."""
        for place, edit in enumerate(self.operands):
            edit.setVisible(place < self.count)
            self._labels[2 + place].setVisible(place < self.count)
        self._labels[1].setText(self._of_format())
        for edit, choices in zip(self.operands, self.choices, strict=True):
            edit.set_context(context)
            typed = edit.read(edit.text())
            offers = typed.offers if edit.isVisibleTo(self) else ()
            choices.show_literals(offers, asks=typed.literal is None)

    def sources(
        self, source: Literal, refusal: Phrase | None
    ) -> tuple[list[Literal], Phrase | None]:
        """The operands, and why there is no sheet of them, where one is none.

        An empty one is the source, which may be refused itself.
        """
        sources, refusals, complaint = [], [], ""
        for name, edit in zip("abc", self.operands[: self.count], strict=False):
            if not edit.text().strip():
                sources.append(source)
                refusals.append(refusal)
                continue
            typed = edit.read(edit.text())
            if typed.literal is not None:
                sources.append(typed.literal)
                continue
            reason = typed.reason or phrase("go on typing …")
            refusals.append(_refusal(name, reason))
            if typed.verdict is Verdict.WRONG:
                complaint = said(reason)
        self.complaint.setText(complaint)
        self.complaint.setVisible(bool(complaint))
        return sources, next(filter(None, refusals), None)

    def sound_operands(self) -> list[str]:
        """The operands; where one is refused, what stood there before."""
        for at, edit in enumerate(self.operands):
            text = edit.text().strip()
            literal = edit.read(text).literal
            if literal is not None or not text:
                self._sound[at] = text if literal is None else literal.text
        return self._sound

    # -- what is put there ------------------------------------------------------------------

    def fill(self, operation: str, fmt: Format, *operands: str) -> None:
        """Choose an operation and the format of its result, and write its first operands."""
        self.operation.show_name(operation)
        for edit, text in zip(self.operands, operands, strict=False):
            edit.setText(text)
        self._choose_format(fmt)

    def freeze(self, source: str) -> None:
        """Write out the operands that follow the source, so that they stay what they are."""
        for edit in self.operands[: self.count]:
            if not edit.text().strip():
                edit.setText(source)

    def restore(self, view: ViewOfSteps) -> None:
        """Show what a scene has; what it does not say stays as it is."""
        if view.operation is not None:
            self.operation.show_name(view.operation)
        if view.format is not None and view.format.strip():
            self._choose_format(find_format(view.format))
        if view.operands is not None:
            for edit, text in zip(self.operands, view.operands, strict=True):
                edit.setText(text)

    def _choose_format(self, fmt: Format) -> None:
        self.format.show_name(fmt.name)

    def _take_format(self, name: str) -> None:
        """Work out the result in that format; what is none is none, and the active one stays."""
        if self.format.format() is None:
            self.format.show_name("")
        self.edited.emit()

    def _choose(self, edit: OperandEdit, literal: Literal) -> None:
        """Take another reading of an operand."""
        typed = edit.read(edit.text())
        kinds = {each.kind for each in (typed.literal, *typed.others) if each}
        edit.choose(literal)
        if len(kinds) > 1:
            self.kind_taken.emit(literal.kind)
        self.edited.emit()


def _refusal(name: str, reason: Phrase) -> Phrase:
    return phrase(
        "{name}: {reason}. Shown is the last sheet that could be worked out.",
        name=name,
        reason=reason,
    )
