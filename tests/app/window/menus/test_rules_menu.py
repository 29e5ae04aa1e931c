"""The menu that takes the rules of a machine, all in one step, and says whose they are."""

from __future__ import annotations

from dataclasses import replace

import pytest

from fpviz.core.arithmetic.hardware import Hardware
from fpviz.core.arithmetic.nan_rules import Nans
from fpviz.core.arithmetic.rounding import Rules
from fpviz.core.arithmetic.rounding_rules import Rounding
from fpviz.core.arithmetic.tininess_rules import Tininess


def ticked(window):
    entries = window.value_bar.rules_menu.entries
    return {meant for meant, action in entries.items() if action.isChecked()}


@pytest.mark.parametrize("machine", [each for each in Hardware if each is not Hardware.USUAL])
def test_a_machine_sets_all_rules_in_one_step(window, machine):
    document, bar = window.document, window.value_bar
    document.set_rules(Rules(Rounding.STOCHASTIC, random_bits=7))
    bar.rules_menu.entries[machine].trigger()
    assert document.state.rules == machine.rule.rules
    assert bar.flush.isChecked() == machine.rule.rules.flush
    assert bar.daz.isChecked() == machine.rule.rules.daz
    assert bar.rounding.currentData() == "ties-to-even"
    assert ticked(window) == {machine, machine.rule.rules.tininess, machine.rule.rules.nans}
    assert bar.as_on.toolTip() == f"As on: {machine.rule.label}. {machine.rule.told}"
    document.undo_stack.undo()
    assert document.state.rules == Rules(Rounding.STOCHASTIC, random_bits=7)
    assert bar.as_on.toolTip() == "The rules of no machine in this list"


def test_rules_one_by_one_make_a_machine_or_none(window):
    document, entries = window.document, window.value_bar.rules_menu.entries
    assert ticked(window) == {Hardware.USUAL, Tininess.AFTER, Nans.FIRST}
    said = window.status.rules.text()
    entries[Tininess.BEFORE].trigger()
    assert ticked(window) == {Tininess.BEFORE, Nans.FIRST}
    assert window.status.rules.text() == f"{said} · tiny before rounding"
    entries[Nans.ARM].trigger()
    assert ticked(window) == {Hardware.ARM, Tininess.BEFORE, Nans.ARM}
    assert window.status.rules.text() == f"{said} · tiny before rounding · NaNs as Arm"
    entries[Nans.ARM].trigger()  # what is ticked stays so
    assert ticked(window) == {Hardware.ARM, Tininess.BEFORE, Nans.ARM}
    assert document.undo_stack.count() == 2


def test_other_choices_leave_tininess_and_nans_alone(window):
    bar, arm = window.value_bar, Hardware.ARM.rule.rules
    bar.rules_menu.entries[Hardware.ARM].trigger()
    bar.flush.click()
    assert window.document.state.rules == replace(arm, flush=True)


def test_every_entry_says_what_it_sets(window):
    entries = window.value_bar.rules_menu.entries
    tips = [action.toolTip() for action in entries.values()]
    assert len(set(tips)) == len(tips) == len(Hardware) + len(Tininess) + len(Nans)
    for machine in Hardware:
        assert entries[machine].toolTip() == f"{machine.rule.told} Source: {machine.rule.source}."
