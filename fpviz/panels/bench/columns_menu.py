"""How the table writes values, and the format into which it rounds them to show the errors."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu, QToolButton

from fpviz.core.formats import Format, find_format
from fpviz.model.views import ViewOfBench
from fpviz.widgets.bench.columns import ValueForm


class ColumnsMenu(QToolButton):
    """A button with a menu; ``formats`` tells which are offered.

    Signals, of what the user does alone:
        chosen(): values are written in another way, or errors are those in another format.
    """

    chosen = Signal()

    def __init__(self, formats: Callable[[], Sequence[Format]]) -> None:
        super().__init__()
        self.form = ValueForm.EXACT
        self.other: Format | None = None
        self._formats = formats
        tip = self.tr("How values are written, and a column of errors in another format")
        self.setText(self.tr("columns"))
        self.setToolTip(tip)
        self.setAccessibleName(tip)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._menu = QMenu(self)
        self._menu.aboutToShow.connect(self.fill)
        self.setMenu(self._menu)

    def fill(self) -> QMenu:
        """The menu, as it is now."""
        menu = self._menu
        menu.clear()
        forms = QActionGroup(menu)
        for form, text in (
            (ValueForm.EXACT, self.tr("&Exact values")),
            (ValueForm.SHORTEST, self.tr("&Shortest values")),
        ):
            self._add(menu, forms, text, form is self.form, partial(self._choose_form, form))
        menu.addSeparator()
        errors = QActionGroup(menu)
        none = self.other is None
        self._add(menu, errors, self.tr("&No errors"), none, partial(self._choose_other, None))
        for fmt in dict.fromkeys((*self._formats(), *filter(None, (self.other,)))):
            text = self.tr("Errors in {0}").format(fmt.title)
            self._add(menu, errors, text, fmt == self.other, partial(self._choose_other, fmt))
        return menu

    def _add(
        self, menu: QMenu, group: QActionGroup, text: str, is_on: bool, choose: partial[None]
    ) -> None:
        action = menu.addAction(text)
        action.setCheckable(True)
        action.setChecked(is_on)
        action.triggered.connect(lambda _checked: choose())
        group.addAction(action)

    def _choose_form(self, form: ValueForm) -> None:
        self.form = form
        self.chosen.emit()

    def _choose_other(self, fmt: Format | None) -> None:
        self.other = fmt
        self.chosen.emit()

    def view(self) -> ViewOfBench:
        """What is chosen."""
        return ViewOfBench(values=self.form.value, errors=self.other.name if self.other else "")

    def restore(self, view: ViewOfBench) -> None:
        """Choose what a view says; what it does not say stays as it is."""
        if view.values is not None:
            self.form = ValueForm(view.values)
        if view.errors is not None:
            self.other = find_format(view.errors) if view.errors.strip() else None
