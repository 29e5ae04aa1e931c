"""The stage of the panel "Expression" in which a variable goes through the values of a format."""

from __future__ import annotations

from fractions import Fraction

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QVBoxLayout

from fpviz.core.arithmetic.rounding import Rules
from fpviz.core.expressions.typed_program import TypedProgram
from fpviz.core.formats import Format
from fpviz.core.formats.decoding import decode
from fpviz.core.literals import parse_literal
from fpviz.core.phrase import Complaint
from fpviz.core.text import grouped, scientific, value_brief
from fpviz.panels.expression.stage import Stage
from fpviz.panels.expression.sweep_task import SweepFound, sweep_task
from fpviz.widgets.expression.sweep_plot import SweepPlot
from fpviz.widgets.input.drops import DropLine
from fpviz.widgets.input.quiet_wheel import ComboBox
from fpviz.widgets.look.style import button_sheet, line_sheet, number_font, word_font
from fpviz.widgets.look.theme import Theme


def tr(text: str) -> str:
    """``text`` in the language of the window."""
    return QCoreApplication.translate("ExpressionPanel", text)


class SweepStage(Stage):
    """Which variable, from where to where; the picture of its errors, and what is true of all.

    Signals:
        edited(): another sweep is wanted.
        picked(str, str): a variable and its value, a literal: what becomes of it shall be seen.
    """

    edited = Signal()
    picked = Signal(str, str)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._wanted = ""
        self._sound_range = "", ""
        self._found: SweepFound | None = None
        self.variable = ComboBox()
        self.ends = DropLine(), DropLine()
        self.plot = SweepPlot(theme)
        self.summary = QLabel()
        self.use_worst = QToolButton()
        self._labels: list[QLabel] = []
        self._build()
        self.set_theme(theme)

    def _build(self) -> None:
        self.variable.setAccessibleName(tr("Variable to sweep"))
        self.variable.activated.connect(self.edited)
        self.use_worst.setText(tr("see the worst"))
        self.use_worst.setToolTip(tr("Set the variable to the value with the largest error"))
        self.use_worst.clicked.connect(self._pick_worst)
        self.plot.picked.connect(self._pick)
        self.variable.setMinimumContentsLength(3)
        top = QHBoxLayout()
        top.setContentsMargins(10, 6, 10, 2)
        label = QLabel(tr("sweep"))
        label.setFont(word_font(self.font(), 0.9))
        label.setBuddy(self.variable)
        self._labels.append(label)
        names = tr("Least value of the variable"), tr("Largest value of the variable")
        shown = tr("from: all"), tr("to: all")
        for edit, name, text in zip(self.ends, names, shown, strict=True):
            edit.setFont(number_font(self.font()))
            edit.setPlaceholderText(text)
            edit.setAccessibleName(name)
            edit.setToolTip(name)
            edit.setMinimumWidth(60)
            edit.setMaximumWidth(round(edit.fontMetrics().horizontalAdvance("0") * 14))
            edit.textEdited.connect(self.edited)
        for each in (label, self.variable, *self.ends):
            top.addWidget(each)
        top.addStretch(1)
        top.addWidget(self.use_worst)
        self.summary.setContentsMargins(10, 0, 10, 6)
        self.summary.setWordWrap(True)
        self.summary.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addLayout(top)
        layout.addWidget(self.waiting)
        layout.addWidget(self.plot, 1)
        layout.addWidget(self.summary)

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self.plot.set_theme(theme)
        self.waiting.set_theme(theme)
        self.use_worst.setStyleSheet(button_sheet(theme))
        for edit in self.ends:
            edit.setStyleSheet(line_sheet(theme, theme.line, theme.accent))
        for label in self._labels:
            label.setStyleSheet(f"color: {theme.dim}")
        self.setAutoFillBackground(True)

    # -- what is swept ----------------------------------------------------------------------

    @property
    def name(self) -> str:
        """The variable that is swept; empty where there is none."""
        return self.variable.currentText()

    @property
    def range(self) -> tuple[str, str]:
        """The ends between which it is swept, as typed."""
        return self.ends[0].text(), self.ends[1].text()

    @property
    def sound_range(self) -> tuple[str, str]:
        """The same; where an end is no number, what stood there before."""
        sound = tuple(map(_sound, self.range, self._sound_range))
        self._sound_range = sound[0], sound[1]
        return self._sound_range

    def want(self, name: str) -> None:
        """Sweep the variable of this name, as soon as the expression has it."""
        self._wanted = name
        self.variable.setCurrentIndex(max(0, self.variable.findText(name)))

    def show_variables(self, typed: TypedProgram) -> None:
        """Offer the variables of an expression; the one that is swept stays, if it is there."""
        names = list(typed.program.inputs)
        if [self.variable.itemText(at) for at in range(self.variable.count())] != names:
            wanted = self.name or self._wanted
            self.variable.clear()
            self.variable.addItems(names)
            self.want(wanted)

    def become_figure(self) -> None:
        """From now on show only what a picture shows."""
        for each in (*self._labels, self.variable, *self.ends, self.use_worst):
            each.hide()

    def show_range(self, ends: tuple[str, str]) -> None:
        """Show other ends."""
        for edit, text in zip(self.ends, ends, strict=True):
            if edit.text() != text:
                edit.setText(text)

    def sweep(self, typed: TypedProgram, fmt: Format, rules: Rules) -> None:
        """Let the variable go through the values of a format, beside the window."""
        try:
            task = sweep_task(typed, self.name, self.range, fmt, rules)
        except Complaint as error:
            self.refuse(error)
        else:
            self.begin(task)

    # -- what came of it --------------------------------------------------------------------

    def show_found(self, found: SweepFound) -> None:
        """Show the errors of a sweep."""
        self._found = found
        self.plot.show_errors(found.swept)
        text = self.told(found)
        self.summary.setText(text)
        self.plot.setAccessibleDescription(text)
        self.use_worst.setEnabled(found.summary.worst is not None)

    @property
    def told_briefly(self) -> str:
        """Which expression is swept, for a caption."""
        if self._found is None:
            return ""
        sweep = self._found.task.sweep
        return tr("{0} over {1}").format(sweep.program.text, sweep.name)

    def told(self, found: SweepFound) -> str:
        """What is true of all errors."""
        summary, task = found.summary, found.task
        fmt = task.sweep.domain
        name = fmt.title or fmt.name
        if task.places.step == 1:
            told = [tr("{0} values of {1}").format(grouped(summary.count), name)]
        else:
            told = [
                tr("{0} values of {1}, every {2}th").format(
                    grouped(summary.count), name, grouped(task.places.step)
                )
            ]
        if summary.with_error:
            share = Fraction(summary.beyond_half, summary.with_error)
            told.append(tr("{0} % off by more than half an ulp").format(scientific(share * 100, 3)))
        if without := summary.count - summary.with_error:
            told.append(
                tr("{0} without an error to tell (infinite or NaN)").format(grouped(without))
            )
        worst = summary.worst
        if worst is not None and worst.error is not None:
            value = value_brief(decode(fmt, worst.code))
            told.append(
                tr("worst at {0} = {1} ({2}): {3} ulp").format(
                    task.sweep.name, value, fmt.code_text(worst.code), f"{worst.error:+.4g}"
                )
            )
        return " · ".join(told)

    def _pick(self, index: int) -> None:
        if self._found is not None:
            self._tell(self._found, self._found.swept.code(index))

    def _pick_worst(self) -> None:
        if self._found is not None and self._found.summary.worst is not None:
            self._tell(self._found, self._found.summary.worst.code)

    def _tell(self, found: SweepFound, code: int) -> None:
        """Tell of a code of the sweep that is shown, whatever may be swept by now."""
        sweep = found.task.sweep
        self.picked.emit(sweep.name, f"{sweep.domain.name}:{sweep.domain.code_text(code)}")


def _sound(text: str, before: str) -> str:
    try:
        if text.strip():
            parse_literal(text)
    except Complaint:
        return before
    return text
