"""The panel "Steps": an operation or a conversion as a worked sheet."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from math import ceil
from typing import Any

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QMenu,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from fpviz.core.arithmetic.operations import CONVERT, OPERANDS, Operation
from fpviz.core.formats import CATALOGUE, Format, FormatError, find_format
from fpviz.core.literals import Literal
from fpviz.core.names import ROUNDINGS
from fpviz.core.phrase import Phrase, phrase
from fpviz.core.text import exact_decimal
from fpviz.core.trace.prose import sheet_latex, sheet_markdown, sheet_text
from fpviz.core.trace.sheet import Step
from fpviz.core.trace.whole_sheet import Sheet, conversion_sheet, operation_sheet
from fpviz.model.session import Session
from fpviz.model.views import MOST_SHEET_STEPS
from fpviz.panels.panel import Panel, Room
from fpviz.widgets.input.chips import Choices
from fpviz.widgets.input.operand_edit import OperandEdit
from fpviz.widgets.input.quiet_wheel import ComboBox
from fpviz.widgets.input.verdict import Verdict
from fpviz.widgets.look.style import button_sheet, scroll_sheet, word_font
from fpviz.widgets.look.theme import Theme
from fpviz.widgets.sheet import SheetView
from fpviz.widgets.sheet.parts import parts_of
from fpviz.widgets.translated import said

DEFAULTS = ("", "0.12457275190625", "1")
"""The operands at first; an empty one is the source."""


class StepsPanel(Panel):
    """Choices on the left, the sheet on the right."""

    ID = "steps"

    def __init__(self, session: Session, theme: Theme) -> None:
        super().__init__(session, theme)
        self._sheet: Sheet | None = None
        self._wanted = -1
        self._sound = list(DEFAULTS)
        self.operation = ComboBox()
        self.format = ComboBox()
        self.operands = [OperandEdit(theme) for _ in range(3)]
        self.choices = [Choices(theme) for _ in self.operands]
        self._labels: list[QLabel] = []
        self.take_step = QToolButton()
        self.use_result = QToolButton()
        self.complaint = QLabel()
        self.view_ = SheetView(theme)
        self.previous = _tool("‹", self.tr("Previous step (Up)"))
        self.next = _tool("›", self.tr("Next step (Down)"))
        self.copy = _tool(self.tr("copy"), self.tr("Copy the sheet as text, Markdown or LaTeX"))
        self.tools = (self.previous, self.next, self.copy)
        self.offers = (self.copy, self.use_result)
        self._build()
        self._connect()
        self.set_theme(theme)

    @property
    def title(self) -> str:
        return self.tr("Steps")

    @property
    def keys(self) -> tuple[tuple[str, str], ...]:
        return (
            ("Up Down", self.tr("to the step before, after")),
            ("Home End", self.tr("to the first and the last step")),
        )

    # -- building ---------------------------------------------------------------------------

    def _build(self) -> None:
        names = {
            CONVERT: self.tr("round the source"),
            "add": self.tr("a + b"),
            "subtract": self.tr("a − b"),
            "multiply": self.tr("a × b"),
            "fma": self.tr("a × b + c (fused)"),
        }
        for name in OPERANDS:
            self.operation.addItem(names[name], name)
        self.format.addItem(self.tr("the active format"), "")
        for fmt in CATALOGUE:
            self.format.addItem(fmt.title, fmt.name)
        self.take_step.setText(self.tr("take w + g of the run"))
        self.take_step.setToolTip(self.tr("Add the update to the weight at the step looked at"))
        self.use_result.setText(self.tr("use the result"))
        self.use_result.setToolTip(self.tr("Make the result the source: every panel shows it"))
        self.complaint.setWordWrap(True)
        self.complaint.hide()
        self.copy.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.copy_menu = QMenu(self)
        for text, write in (
            (self.tr("as text"), sheet_text),
            (self.tr("as Markdown"), sheet_markdown),
            (self.tr("as LaTeX"), sheet_latex),
        ):
            action = self.copy_menu.addAction(text)
            action.triggered.connect(lambda _=False, write=write: self._copy(write))
        self.copy.setMenu(self.copy_menu)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._form())
        self._line = QFrame()
        self._line.setFixedWidth(1)
        layout.addWidget(self._line)
        layout.addWidget(self.view_, 1)

    def _form(self) -> QWidget:
        content = QWidget()
        form = QVBoxLayout(content)
        form.setContentsMargins(12, 8, 8, 10)
        form.setSpacing(4)
        fields: list[tuple[str, QWidget]] = [
            (self.tr("Work out"), self.operation),
            (self.tr("Result in"), self.format),
            *zip("abc", self.operands, strict=True),
        ]
        offered = dict(zip(self.operands, self.choices, strict=True))
        for text, control in fields:
            label = QLabel(text)
            label.setFont(word_font(self.font(), 0.9))
            label.setBuddy(control)
            control.setAccessibleName(text)
            control.setMinimumWidth(60)
            form.addWidget(label)
            form.addWidget(control)
            if control in offered:
                form.addWidget(offered[control])
            self._labels.append(label)
        for edit, text in zip(self.operands, DEFAULTS, strict=True):
            edit.setPlaceholderText(self.tr("the source"))
            edit.setText(text)
            edit.setToolTip(
                self.tr("A value, or a code with its format: fp16:0x3c80. Empty: the source.")
            )
        form.addWidget(self.complaint)
        form.addWidget(self.take_step)
        form.addWidget(self.use_result)
        form.addStretch(1)
        self._form_scroll = QScrollArea()
        self._form_scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._form_scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._form_scroll.setWidgetResizable(True)
        self._form_scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._form_scroll.setFixedWidth(round(self.fontMetrics().horizontalAdvance("0") * 25))
        self._form_scroll.setWidget(content)
        return self._form_scroll

    def _connect(self) -> None:
        self.operation.activated.connect(self._work)
        self.format.activated.connect(self._work)
        for edit, choices in zip(self.operands, self.choices, strict=True):
            edit.textEdited.connect(self._work)
            choices.chosen.connect(partial(self._choose, edit))
        self.take_step.clicked.connect(self._take_step)
        self.use_result.clicked.connect(self._use_result)
        self.view_.step_picked.connect(self._go)
        self.view_.menu_requested.connect(self._menu)
        self.previous.clicked.connect(lambda: self._go(self.view_.current - 1))
        self.next.clicked.connect(lambda: self._go(self.view_.current + 1))
        self.document.changed.connect(self._work)
        self.document.refused.connect(self._work)
        self.session.reader.changed.connect(self._work)
        self.session.runs.doubted.connect(self._show_doubt)

    def build_late(self) -> None:
        self._work()
        self._show_doubt(self.session.runs.doubt)

    def set_theme(self, theme: Theme) -> None:
        super().set_theme(theme)
        self.view_.set_theme(theme)
        self._line.setStyleSheet(f"background: {theme.line}")
        self.take_step.setStyleSheet(button_sheet(theme))
        self.use_result.setStyleSheet(button_sheet(theme))
        self.complaint.setStyleSheet(f"color: {theme.overflow}")
        self._form_scroll.verticalScrollBar().setStyleSheet(scroll_sheet(theme))
        for label in self._labels:
            label.setStyleSheet(f"color: {theme.dim}")
        for edit, choices in zip(self.operands, self.choices, strict=True):
            edit.set_theme(theme)
            choices.set_theme(theme)

    def become_figure(self) -> None:
        self._form_scroll.hide()
        self._line.hide()
        self.view_.become_figure()

    def figure_width(self) -> int:
        return min(round(self.view_.layout_at(640).width), 960)

    def figure_room(self, width: int) -> Room:
        layout = self.view_.layout_at(width)
        height = ceil(layout.height)
        return Room(max(320, ceil(layout.width) if layout.width > width else 0), height, height)

    # -- what is shown ----------------------------------------------------------------------

    def content(self) -> QWidget:
        return self.view_

    @property
    def sheet(self) -> Sheet | None:
        """The last sheet that could be worked out."""
        return self._sheet

    def _work(self) -> None:
        """Work out what is chosen; a text that is no operand leaves the last sheet, as old."""
        name = self.operation.currentData()
        count = OPERANDS[name]
        for place, edit in enumerate(self.operands):
            edit.setVisible(place < count)
            self._labels[2 + place].setVisible(place < count)
        state = self.document.state
        fmt = find_format(self.format.currentData()) if self.format.currentData() else state.active
        context = replace(self.session.reader.context(), active=fmt)
        for edit, choices in zip(self.operands, self.choices, strict=True):
            edit.set_context(context)
            typed = edit.read(edit.text())
            choices.show_literals(
                typed.offers if edit.isVisibleTo(self) else (), asks=typed.literal is None
            )
        if not self.isVisible():
            return
        sources, refusal = self._sources(count)
        self.show_old(refusal)
        if refusal is not None:
            self.session.spotlight.point_at(None)
            return
        self._sound_operands()
        before = self._sheet
        if name == CONVERT:
            wider = [each for each in state.formats if each.precision > fmt.precision]
            self._sheet = conversion_sheet(sources[0], fmt, state.rules, wider)
        else:
            self._sheet = operation_sheet(Operation(name), sources, fmt, state.rules)
        kept = self.view_.current if self._sheet == before else -1
        current = self._wanted if self._wanted >= 0 else kept
        self._wanted = -1
        self.view_.show_parts(parts_of(self._sheet), current)
        self._go(self.view_.current)
        self._point()
        result = self._sheet.trace
        self.set_caption(
            self.tr("{0}, result {1}").format(
                said(ROUNDINGS[state.rules.rounding]), fmt.code_text(result.code)
            )
        )

    def showEvent(self, event: Any) -> None:  # noqa: ANN401 - Qt's
        super().showEvent(event)
        self._work()

    def _sources(self, count: int) -> tuple[list[Literal], Phrase | None]:
        """The operands, and why there is no sheet of them, where one is none."""
        sources, refusals, complaint = [], [], ""
        for name, edit in zip("abc", self.operands[:count], strict=False):
            if not edit.text().strip():
                sources.append(self.document.state.source)
                refusals.append(self.document.refusal)
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

    # -- gestures ---------------------------------------------------------------------------

    def _go(self, index: int) -> None:
        if 0 <= index < self.view_.step_count:
            self.view_.show_current(index)
            self._point()

    def _point(self) -> None:
        """Point at the bits that the current step is about."""
        steps = self._steps()
        current = self.view_.current
        place = steps[current].place if 0 <= current < len(steps) and self.old is None else None
        self.session.spotlight.point_at(place)

    def _steps(self) -> list[Step]:
        if self._sheet is None:
            return []
        first = [step for _, trace in self._sheet.conversions for step in trace.steps]
        return [*first, *self._sheet.trace.steps]

    def _take_step(self) -> None:
        """Add the update of the run to its weight, at the step that is looked at."""
        runs = self.session.runs
        curve, picture = runs.run.curve(runs.curve), runs.lesson.picture
        code = curve.code(runs.step)
        if curve.format is None or code is None or picture is None:
            self.status_changed.emit(self.tr("Nothing is rounded at this step of this curve"))
            return
        self.operation.setCurrentIndex(self.operation.findData("add"))
        self.operands[0].setText(f"{curve.format.name}:{curve.format.code_text(code)}")
        self.operands[1].setText(exact_decimal(picture.update))
        if self.format.findData(curve.format.name) < 0:
            self.format.addItem(curve.format.title, curve.format.name)
        self.format.setCurrentIndex(self.format.findData(curve.format.name))
        self._work()

    def _choose(self, edit: OperandEdit, literal: Literal) -> None:
        """Take another reading of an operand, and remember the kind it is of."""
        typed = edit.read(edit.text())
        kinds = {each.kind for each in (typed.literal, *typed.others) if each}
        edit.choose(literal)
        if len(kinds) > 1:
            self.session.reader.take(literal.kind)
        self._work()

    def _use_result(self) -> None:
        """Show the result in the bit grid and on the number line, as the source."""
        if self._sheet is not None:
            self._freeze_operands()
            self.document.set_code(self._sheet.trace.format, self._sheet.trace.code)

    def _freeze_operands(self) -> None:
        """Write out the operands that follow the source, so that they stay what they are."""
        text = self.document.state.source.text.strip()
        for edit in self.operands[: OPERANDS[self.operation.currentData()]]:
            if not edit.text().strip():
                edit.setText(text)

    def _copy(self, write: Any) -> None:  # noqa: ANN401 - one of three functions
        if self._sheet is not None:
            QGuiApplication.clipboard().setText(write(self._sheet, said))
            self.status_changed.emit(self.tr("Sheet copied"))

    def _menu(self, at: QPoint) -> None:
        if self.old is None:
            self.copy_menu.exec(at)

    def _show_doubt(self, doubt: Phrase | None) -> None:
        """Offer no step of a run that is old."""
        self.take_step.setEnabled(doubt is None)

    # -- scenes -----------------------------------------------------------------------------

    def view(self) -> dict[str, Any]:
        return {
            "operation": self.operation.currentData(),
            "format": self.format.currentData(),
            "operands": "\n".join(self._sound_operands()),
            "current": max(self.view_.current, self._wanted),
        }

    def _sound_operands(self) -> list[str]:
        """The operands; where one is refused, what stood there before."""
        for at, edit in enumerate(self.operands):
            text = edit.text().strip()
            literal = edit.read(text).literal
            if literal is not None or not text:
                self._sound[at] = text if literal is None else literal.text
        return self._sound

    def restore_view(self, view: Mapping[str, Any]) -> None:
        if view.get("operation") in OPERANDS:
            self.operation.setCurrentIndex(self.operation.findData(view["operation"]))
        name = view.get("format")
        if isinstance(name, str) and (fmt := _known(name)) is not None:
            if self.format.findData(fmt.name) < 0:
                self.format.addItem(fmt.title, fmt.name)
            self.format.setCurrentIndex(self.format.findData(fmt.name))
        texts = view.get("operands")
        if isinstance(texts, str) and texts.count("\n") == 2:
            for edit, text in zip(self.operands, texts.split("\n"), strict=True):
                edit.setText(text)
        wanted = view.get("current")
        known = isinstance(wanted, int) and -1 <= wanted < MOST_SHEET_STEPS
        self._wanted = wanted if known and isinstance(wanted, int) else self.view_.current
        self._work()


def _refusal(name: str, reason: Phrase) -> Phrase:
    return phrase(
        "{name}: {reason}. Shown is the last sheet that could be worked out.",
        name=name,
        reason=reason,
    )


def _known(name: str) -> Format | None:
    try:
        return find_format(name) if name else None
    except FormatError:
        return None


def _tool(text: str, tip: str) -> QToolButton:
    button = QToolButton()
    button.setText(text)
    button.setToolTip(tip)
    button.setAccessibleName(tip)
    return button
