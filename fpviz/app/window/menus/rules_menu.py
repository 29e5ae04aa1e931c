"""The menu of the rules that hardware differs in: all of them as on a machine, or one by one."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from fpviz.core.arithmetic.hardware import Hardware, hardware_of
from fpviz.core.arithmetic.nan_rules import Nans
from fpviz.core.arithmetic.rounding import Rules
from fpviz.core.arithmetic.tininess_rules import Tininess
from fpviz.core.phrase import Phrase, phrase, verbatim
from fpviz.widgets.translated import said

Entry = tuple[object, Phrase, Phrase]
"""What an entry stands for, its label and its tip."""


class RulesMenu(QMenu):
    """Machines, when a result is tiny, and which NaN results; what holds is ticked.

    ``chosen`` gives rules that someone has asked for, all of them.
    """

    chosen = Signal(Rules)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._rules = Rules()
        self.setToolTipsVisible(True)
        self.entries: dict[object, QAction] = {}
        self._fill(
            self.tr("All rules as on"),
            ((each, each.rule.label, machine_text(each)) for each in Hardware),
        )
        self._fill(
            self.tr("Tiny results are looked for"),
            ((each, each.rule.label, each.rule.tip) for each in Tininess),
        )
        self._fill(
            self.tr("Which NaN results"),
            ((each, each.rule.label, each.rule.tip) for each in Nans),
        )

    def _fill(self, title: str, entries: Iterable[Entry]) -> None:
        self.addSection(title)
        group = QActionGroup(self)
        group.setExclusionPolicy(QActionGroup.ExclusionPolicy.ExclusiveOptional)
        for meant, label, tip in entries:
            action = group.addAction(said(label))
            action.setCheckable(True)
            action.setToolTip(said(tip))
            action.triggered.connect(lambda _=False, meant=meant: self._choose(meant))
            self.entries[meant] = action
        self.addActions(group.actions())

    def show_rules(self, rules: Rules) -> None:
        """Tick what holds."""
        self._rules = rules
        held = {hardware_of(rules), rules.tininess, rules.nans}
        for meant, action in self.entries.items():
            action.setChecked(meant in held)

    def _choose(self, meant: object) -> None:
        self.show_rules(self._rules)  # the click has ticked what may hold already
        match meant:
            case Hardware():
                self.chosen.emit(meant.rule.rules)
            case Tininess():
                self.chosen.emit(replace(self._rules, tininess=meant))
            case Nans():
                self.chosen.emit(replace(self._rules, nans=meant))


def machine_text(hardware: Hardware) -> Phrase:
    """What a machine sets, and where that is said."""
    rule = hardware.rule
    return phrase("{told} Source: {source}.", told=rule.told, source=verbatim(rule.source))


def whose_rules(rules: Rules) -> Phrase:
    """Which machine's rules these are, with what it sets."""
    if (found := hardware_of(rules)) is None:
        return phrase("The rules of no machine in this list")
    return phrase("As on: {label}. {told}", label=found.rule.label, told=found.rule.told)
