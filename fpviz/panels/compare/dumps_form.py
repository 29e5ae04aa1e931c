"""The form of two dumps: what is expected, what is actual, and what may lie between them."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QFileDialog,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QMenu,
    QToolButton,
    QWidget,
)

from fpviz.core.formats import Format
from fpviz.data.asked_tolerance import ULPS, AskedTolerance
from fpviz.data.close_rules import RULES
from fpviz.model.bench.opening import of_path
from fpviz.model.bench.records import DumpOrigin
from fpviz.model.last_folder import LastFolder
from fpviz.widgets.elided_button import ElidedButton
from fpviz.widgets.input.drops import DropLine
from fpviz.widgets.input.format_box import FormatBox
from fpviz.widgets.input.quiet_wheel import ComboBox
from fpviz.widgets.look.style import button_sheet, line_sheet
from fpviz.widgets.look.theme import Theme

EXPECTED, ACTUAL = 0, 1


def tr(text: str) -> str:
    """``text`` in the language of the window."""
    return QCoreApplication.translate("ComparePanel", text)


class DumpsForm(QWidget):
    """Two dumps, a tolerance and a format. Without one of its own, the expected dump is the one
    of the bench.

    Signals:
        edited(): something else is to be compared.
    """

    edited = Signal()

    def __init__(self, theme: Theme, folder: LastFolder) -> None:
        super().__init__()
        self._folder = folder
        self.origins: list[DumpOrigin | None] = [None, None]
        self.takers = [ElidedButton(), ElidedButton()]
        self.rule = ComboBox()
        self.numbers = [DropLine(), DropLine()]
        self.format = FormatBox(tr("as expected"))
        self._labels: list[QLabel] = []
        self._fill()
        self._lay_out()
        self._connect()
        self.set_theme(theme)
        self.tell_names()

    def _fill(self) -> None:
        self.rule.addItem(tr("ulps"), ULPS)
        for rule in RULES:
            self.rule.addItem(rule.function, rule.name)
        self.rule.setSizeAdjustPolicy(
            self.rule.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.rule.setMinimumContentsLength(12)
        for at, taker in enumerate(self.takers):
            menu = QMenu(taker)
            if at == EXPECTED:
                menu.addAction(tr("the dump of the bench"), partial(self.take, at, None))
            menu.addAction(tr("a file…"), partial(self.ask_for_file, at))
            menu.addAction(tr("what is on the clipboard"), partial(self.paste, at))
            taker.setMenu(menu)
            taker.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(12, 8, 12, 4)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(4, 1)
        allowed = QWidget()
        row = QHBoxLayout(allowed)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self.rule, 3)
        for edit in self.numbers:
            edit.setMinimumWidth(40)
            row.addWidget(edit, 2)
        self._add(grid, (0, 0), tr("expected"), self.takers[EXPECTED])
        self._add(grid, (0, 2), tr("actual"), self.takers[ACTUAL])
        self._add(grid, (1, 0), tr("allowed"), self.rule, allowed)
        self._add(grid, (2, 0), tr("read as"), self.format)

    def _add(
        self,
        grid: QGridLayout,
        at: tuple[int, int],
        name: str,
        control: QWidget,
        around: QWidget | None = None,
    ) -> None:
        """Put a control, or what is around it, beside its name; to the end of a line of its own."""
        label = QLabel(name)
        label.setBuddy(control)
        control.setAccessibleName(name)
        self._labels.append(label)
        row, column = at
        grid.addWidget(label, row, column)
        grid.addWidget(around or control, row, column + 1, 1, 4 if row else 1)

    def _connect(self) -> None:
        self.rule.activated.connect(self._take_rule)
        self.format.chosen.connect(self._take_format)
        for edit in self.numbers:
            edit.textEdited.connect(self.edited)

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        for taker in self.takers:
            taker.setStyleSheet(button_sheet(theme))
        for edit in self.numbers:
            edit.setStyleSheet(line_sheet(theme, theme.line, theme.accent))
        for label in self._labels:
            label.setStyleSheet(f"color: {theme.dim}")

    # -- what is asked ----------------------------------------------------------------------

    @property
    def tolerance(self) -> AskedTolerance:
        """What may lie between them."""
        first, second = (edit.text().strip() for edit in self.numbers)
        if self.rule.currentData() == ULPS:
            return AskedTolerance(ULPS, first)
        return AskedTolerance(self.rule.currentData(), first, second)

    def chosen_format(self) -> Format | None:
        """The format of both; ``None`` for that of the expected one."""
        return self.format.format()

    def show_tolerance(self, asked: AskedTolerance) -> None:
        """Show a tolerance."""
        self.rule.setCurrentIndex(self.rule.findData(asked.rule))
        for edit, text in zip(self.numbers, (asked.first, asked.second), strict=True):
            edit.setText(text)
        self.tell_names()

    def take(self, at: int, origin: DumpOrigin | None) -> None:
        """Compare another dump."""
        self.origins[at] = origin
        self.tell_names()
        self.edited.emit()

    def ask_for_file(self, at: int) -> None:
        """Let a file be chosen."""
        name, _ = QFileDialog.getOpenFileName(self, tr("Open a dump"), self._folder.path)
        if name:
            self.take(at, of_path(self._folder.chosen(name)))

    def paste(self, at: int) -> None:
        """Compare the text on the clipboard."""
        self.take(at, DumpOrigin(text=QGuiApplication.clipboard().text()))

    def _take_rule(self, _at: int) -> None:
        for edit in self.numbers:
            edit.clear()
        self.tell_names()
        self.edited.emit()

    def _take_format(self, _name: str) -> None:
        if self.format.format() is None:
            self.format.show_name("")
        self.edited.emit()

    def tell_names(self) -> None:
        """Name the dumps, and what the numbers are."""
        for at, (taker, origin) in enumerate(zip(self.takers, self.origins, strict=True)):
            none = tr("bench") if at == EXPECTED else tr("file…")
            taker.show_text(f"{named(origin, none)} ▾")
            whole = tr("the dump of the bench") if at == EXPECTED else tr("choose a file…")
            taker.setToolTip(named(origin, whole))
        by_ulps = self.rule.currentData() == ULPS
        self.numbers[1].setVisible(not by_ulps)
        names = (tr("how many"), "") if by_ulps else ("rtol", "atol")
        for edit, name in zip(self.numbers, names, strict=True):
            edit.setPlaceholderText("0" if by_ulps else name)
            edit.setAccessibleName(name)
            edit.setToolTip(name)


def named(origin: DumpOrigin | None, none: str = "") -> str:
    """The name of a file, or that a text was pasted; of no dump, what is said instead."""
    if origin is None:
        return none
    return Path(origin.path).name if origin.path else tr("pasted")
