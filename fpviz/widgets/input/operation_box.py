"""A list of operations, group by group, in which any part of a name finds one."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit

from fpviz.core.arithmetic.operations import Operation
from fpviz.core.arithmetic.operations.record import OperationGroup
from fpviz.widgets.input.grouped_box import GroupedBox
from fpviz.widgets.translated import said


class OperationBox(GroupedBox):
    """The operations under the titles of their groups; what is typed and is none is none.

    ``first`` are entries before them: texts with names. Who chooses is told by ``activated``.
    """

    def __init__(self, first: dict[str, str]) -> None:
        super().__init__(QLineEdit())
        for name, text in first.items():
            self.add_entry(text, name, name)
        for group in OperationGroup:
            self.add_title(said(group.value))
            for operation in Operation:
                if operation.rule.group is group:
                    self._add(operation)
        self.setCurrentIndex(0)
        line = self.lineEdit()
        assert line is not None
        line.editingFinished.connect(self._take_typed)
        self.activated.connect(self._show_start)

    def _add(self, operation: Operation) -> None:
        rule = operation.rule
        label, name = said(rule.label), said(rule.name)
        text = label if name in label else f"{label}   {name}"
        self.add_entry(text, operation.value, f"{operation.value} {name}")

    def show_name(self, name: str) -> None:
        """Show an operation by its name; nothing is told."""
        self.setCurrentIndex(self.findData(name))
        self._show_start()

    def _show_start(self) -> None:
        """What is longer than the box shows its beginning."""
        line = self.lineEdit()
        assert line is not None
        line.setCursorPosition(0)

    def _take_typed(self) -> None:
        """Take an operation that was typed, by its entry or its name; else show the present one."""
        typed = self.currentText().strip()
        at = self.entry_at(typed)
        if at < 0:
            at = self.findData(typed.casefold())
        changed = at >= 0 and at != self.currentIndex()
        if changed:
            self.setCurrentIndex(at)
        self.setEditText(self.itemText(self.currentIndex()))
        self._show_start()
        if changed:
            self.activated.emit(at)
