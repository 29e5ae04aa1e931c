"""The stage side of the panel "Steps": the worked sheet, or the table of all rules."""

from __future__ import annotations

from math import ceil

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from fpviz.core.trace.rule_table import RuleTable, rule_table
from fpviz.core.trace.whole_sheet import Sheet
from fpviz.panels.panel import Room
from fpviz.widgets.look.theme import Theme
from fpviz.widgets.sheet import SheetView
from fpviz.widgets.sheet.parts import parts_of
from fpviz.widgets.sheet.rule_table import RuleTableView

STAGES = ("sheet", "rules")


class SheetStages(QWidget):
    """The stages of a sheet, of which one is seen at a time; each takes the sheet when it is."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.stage = "sheet"
        self.sheet: Sheet | None = None
        self.view = SheetView(theme)
        self.rules = RuleTableView(theme)
        self._stack = QStackedWidget()  # which would hide what lies over its pages
        for stage in (self.view, self.rules):
            self._stack.addWidget(stage)
        area = QVBoxLayout(self)
        area.setContentsMargins(0, 0, 0, 0)
        area.addWidget(self._stack)

    def turn_to(self, stage: str) -> None:
        """Bring a stage to the front."""
        self.stage = stage
        self._stack.setCurrentIndex(STAGES.index(stage))
        self.setFocusProxy(self._stack.currentWidget())
        self._show_rules()

    def show_sheet(self, sheet: Sheet, current: int) -> None:
        """Show a sheet with a step marked; the table of its rules where that is seen."""
        self.sheet = sheet
        self.view.show_parts(parts_of(sheet), current)
        self._show_rules()

    def table(self) -> RuleTable | None:
        """What the sheet's operation gives under all rules."""
        return None if self.sheet is None else rule_table(self.sheet)

    def _show_rules(self) -> None:
        if self.stage == "rules" and (table := self.table()):
            self.rules.show_table(table)

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self.view.set_theme(theme)
        self.rules.set_theme(theme)

    # -- as a figure ------------------------------------------------------------------------

    def become_figure(self) -> None:
        """From now on show only what a picture shows."""
        self.view.become_figure()
        self.rules.become_figure()

    def figure_width(self) -> int:
        """The width at which the stage looks best."""
        if self.stage == "rules":
            return self.rules.whole_size().width()
        return min(round(self.view.layout_at(640).width), 960)

    def figure_room(self, width: int) -> Room:
        """The room that the stage takes at a width."""
        if self.stage == "rules":
            size = self.rules.whole_size()
            return Room(size.width(), size.height(), size.height())
        layout = self.view.layout_at(width)
        height = ceil(layout.height)
        return Room(max(320, ceil(layout.width) if layout.width > width else 0), height, height)
