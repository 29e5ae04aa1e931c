"""The line in which the number of a step is typed."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QFontMetricsF

from fpviz.core.numbers import Finite
from fpviz.experiments.engine.plot import Domain
from fpviz.widgets.input.drops import DropLine
from fpviz.widgets.input.verdict import Verdict, frames, judge
from fpviz.widgets.look.style import number_font
from fpviz.widgets.look.theme import Theme
from fpviz.widgets.step_table.rows_in_view import NO_STEPS, step_name
from fpviz.widgets.translated import said


class StepEntry(DropLine):
    """A line in which a step is typed.

    Signals:
        chosen(object): the step that was entered, counted from 0.
    """

    chosen = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._domain = NO_STEPS
        self._verdict = Verdict.VALID
        self.setFont(number_font(self.font(), 0.92))
        self.setAccessibleName(self.tr("Go to step"))
        digit = QFontMetricsF(self.font()).horizontalAdvance("0")
        self.setMinimumWidth(round(digit * 8))
        self.setMaximumWidth(round(digit * 29))
        self.textChanged.connect(self._judge)
        self.returnPressed.connect(self._choose)
        self.show_domain(NO_STEPS)

    def show_domain(self, domain: Domain) -> None:
        """Accept the numbers of a domain."""
        self._domain = domain
        self.setPlaceholderText(self.tr("{0} … {1}").format(*map(step_name, self._ends())))
        self._judge()

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self._theme = theme
        self._restyle()

    def step(self) -> int | None:
        """The step that the text says, counted from 0; ``None`` if it says none."""
        typed = judge(self._digits())
        number = typed.literal.number if typed.literal is not None else None
        if not isinstance(number, Finite) or number.value.denominator != 1:
            return None
        step = self._domain.step(number.value.numerator)
        return step if 0 <= step <= self._domain.steps else None

    def _ends(self) -> tuple[int, int]:
        return self._domain.first, max(self._domain.first, self._domain.last)

    def _digits(self) -> str:
        """The text without the spaces that group its digits."""
        return "".join(self.text().split())

    def _judge(self) -> None:
        verdict, tip = Verdict.VALID, self.tr("A step such as 1e12, 10^6 or 2^20 + 1")
        if self._digits() and self.step() is None:
            typed = judge(self._digits())
            verdict = Verdict.INCOMPLETE if typed.verdict is Verdict.INCOMPLETE else Verdict.WRONG
            whole = self.tr("A step is a whole number from {0} to {1}.")
            whole = whole.format(*map(step_name, self._ends()))
            tip = said(typed.reason) if typed.reason else whole
        self._verdict = verdict
        self.setToolTip(tip)
        self.setAccessibleDescription(self.toolTip())
        self._restyle()

    def _choose(self) -> None:
        step = self.step()
        if step is not None:
            self.chosen.emit(step)
        elif self._digits():
            self._verdict = Verdict.WRONG
            self._restyle()

    def _restyle(self) -> None:
        theme = self._theme
        frame, focused = frames(theme, self._verdict)
        ink = theme.overflow if self._verdict is Verdict.WRONG else theme.ink
        self.setStyleSheet(
            f"QLineEdit {{ background: {theme.panel}; color: {ink};"
            f" border: 1px solid {frame}; border-radius: 4px; padding: 2px 6px; }}"
            f"QLineEdit:focus {{ border-color: {focused}; }}"
        )
