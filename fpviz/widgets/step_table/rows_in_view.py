"""The part of a run's steps that is in view, as Qt's tables want it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor

from fpviz.core.phrase import phrase
from fpviz.core.text import grouped, value_text
from fpviz.experiments.engine.curves import Curve
from fpviz.experiments.engine.number_text import told_apart
from fpviz.experiments.engine.plot import Domain
from fpviz.widgets.long_table.row_window import Index, RowWindow
from fpviz.widgets.look.theme import Theme
from fpviz.widgets.translated import said

NO_STEPS = Domain(phrase("step"), -1)
"""Where there is no run."""

_LONGEST_TIP = 1000
_CACHED = 10_000


def step_name(step: int) -> str:
    """What a step is called: its digits in groups, with a true minus sign."""
    return grouped(step).replace("-", "−")


@dataclass(frozen=True, slots=True)
class Cell:
    """What one cell says: a text, and beside it, quieter, a code."""

    text: str
    code: str = ""

    @property
    def whole(self) -> str:
        return f"{self.text} = {self.code}" if self.code else self.text


class StepWindow(RowWindow):
    """As many steps as fit, from ``first`` on: the step and the value of each curve there."""

    def __init__(self) -> None:
        super().__init__()
        self.curves: tuple[Curve, ...] = ()
        self.domain = NO_STEPS
        self.theme: Theme | None = None
        self._cells: dict[tuple[int, int], Cell] = {}

    @property
    def last(self) -> int:
        """The last step."""
        return self.domain.steps

    @property
    def columns(self) -> int:
        """A column for the steps, and one for each curve."""
        return 1 + len(self.curves)

    def show_curves(self, curves: Sequence[Curve], domain: Domain) -> None:
        """Take other curves, faint ones left out, and the steps of another domain."""
        self.beginResetModel()
        self.curves = tuple(curve for curve in curves if not curve.faint)
        self.domain = domain
        self.first = min(self.first, self.furthest)
        self._cells.clear()
        self.endResetModel()

    def cell(self, step: int, column: int) -> Cell:
        """What a cell says."""
        key = step, column
        if key not in self._cells:
            if len(self._cells) >= _CACHED:
                self._cells.clear()
            self._read(step)
        return self._cells[key]

    def _read(self, step: int) -> None:
        """Work out a row: its numbers have as many digits as tell them apart."""
        self._cells[step, 0] = Cell(step_name(self.domain.number(step)))
        texts = told_apart([curve.number(step) for curve in self.curves])
        for column, (curve, text) in enumerate(zip(self.curves, texts, strict=True), 1):
            self._cells[step, column] = Cell(text, _code(curve, step))

    def measured(self, row: int, column: int) -> str:
        """The value and its code, as far apart as they stand."""
        cell = self.cell(row, column)
        return f"{cell.text}  {cell.code}" if cell.code else cell.text

    def exact(self, step: int, column: int) -> str:
        """The complete value behind a cell."""
        if column == 0:
            return str(self.domain.number(step))
        return value_text(self.curves[column - 1].number(step))

    def rows_as_text(self, steps: range) -> str:
        """A heading and the rows of ``steps``, complete, with tabs between the columns."""
        heading = [said(self.domain.counts)]
        for curve in self.curves:
            heading.append(said(curve.label))
            if curve.format is not None:
                heading.append(self.tr("{0}, code").format(said(curve.label)))
        lines = ["\t".join(heading)]
        for step in steps:
            line = [self.exact(step, 0)]
            for column, curve in enumerate(self.curves, 1):
                line.append(self.exact(step, column))
                line += [_code(curve, step)] if curve.format else []
            lines.append("\t".join(line))
        return "\n".join(lines) + "\n"

    # -- what Qt asks -----------------------------------------------------------------------

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        step, column = self.first + index.row(), index.column()
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self.cell(step, column).whole
            case Qt.ItemDataRole.ToolTipRole:
                return self._tip(step, column)
            case Qt.ItemDataRole.AccessibleDescriptionRole:
                counts, number = said(self.domain.counts), self.exact(step, 0)
                return self.tr("{0}, {1} {2}").format(self.heading(column), counts, number)
            case Qt.ItemDataRole.TextAlignmentRole:
                return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return None

    def heading(self, column: int) -> str:
        """The name of a column."""
        return said(self.domain.counts if column == 0 else self.curves[column - 1].label)

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        if orientation is Qt.Orientation.Vertical or not 0 <= section < self.columnCount():
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self.heading(section)
            case Qt.ItemDataRole.ToolTipRole:
                return said(self.curves[section - 1].description) if section else None
            case Qt.ItemDataRole.TextAlignmentRole:
                return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            case Qt.ItemDataRole.ForegroundRole if self.theme is not None:
                return QColor(self.theme.tint(self.curves[section - 1].shows if section else None))
        return None

    def _tip(self, step: int, column: int) -> str:
        whole = self.exact(step, column)
        if len(whole) > _LONGEST_TIP:
            half = _LONGEST_TIP // 2
            whole = f"{whole[:half]}…{whole[-half:]}"
        code = self.cell(step, column).code
        return f"{whole} = {code}" if code else whole


def _code(curve: Curve, step: int) -> str:
    code = curve.code(step)
    return "" if curve.format is None or code is None else curve.format.code_text(code)
