"""Machines: each sets what it says, and is found by its name and by its rules."""

from __future__ import annotations

import doctest
from dataclasses import replace

import pytest

from fpviz.core.arithmetic import hardware
from fpviz.core.arithmetic.hardware import Hardware, find_hardware, hardware_of
from fpviz.core.arithmetic.nan_rules import Nans
from fpviz.core.arithmetic.operations import Operation, operate
from fpviz.core.arithmetic.rounding import Rules
from fpviz.core.arithmetic.rounding_rules import Rounding
from fpviz.core.arithmetic.rules_text import read_rules, written_rules
from fpviz.core.arithmetic.tininess_rules import Tininess
from fpviz.core.formats import find_format
from fpviz.core.phrase import Complaint

FP32 = find_format("fp32")

SET = {  # FTZ and DAZ, tininess, and what 0 · inf gives
    Hardware.USUAL: (False, Tininess.AFTER, 0x7FC00000),
    Hardware.X86: (False, Tininess.AFTER, 0xFFC00000),
    Hardware.X86_FAST: (True, Tininess.AFTER, 0xFFC00000),
    Hardware.X87: (False, Tininess.AFTER, 0xFFC00000),
    Hardware.ARM: (False, Tininess.BEFORE, 0x7FC00000),
    Hardware.ARM_FZ: (True, Tininess.BEFORE, 0x7FC00000),
    Hardware.RISCV: (False, Tininess.AFTER, 0x7FC00000),
    Hardware.CUDA: (False, Tininess.AFTER, 0x7FFFFFFF),
    Hardware.CUDA_FAST: (True, Tininess.AFTER, 0x7FFFFFFF),
}


def test_the_examples_in_the_documentation_hold():
    assert doctest.testmod(hardware).failed == 0


@pytest.mark.parametrize("machine", Hardware)
def test_a_machine_sets_what_its_manual_says(machine):
    flushes, tininess, invalid = SET[machine]
    rules = machine.rule.rules
    assert (rules.flush, rules.daz, rules.tininess) == (flushes, flushes, tininess)
    assert rules.rounding is Rounding.TIES_TO_EVEN
    zero, infinity = (FP32, 0), (FP32, 0x7F800000)
    assert operate(Operation.MULTIPLY, FP32, (zero, infinity), rules).code == invalid


@pytest.mark.parametrize("machine", Hardware)
def test_its_sentence_says_what_is_set(machine):
    rule, told = machine.rule, str(machine.rule.told)
    assert ("FTZ" in told, "DAZ" in told) == (rule.rules.flush, rule.rules.daz)
    assert ("nothing flushed" in told) != rule.rules.flush
    assert not rule.rules.tininess.rule.looks_before or "tiny before rounding" in told
    assert told.endswith(".")


@pytest.mark.parametrize("machine", Hardware)
def test_it_is_found_by_name_and_by_rules(machine):
    for name in (machine.value, *machine.rule.aliases):
        assert find_hardware(f" {name.upper()} ") is machine
    assert hardware_of(machine.rule.rules) is machine
    assert hardware_of(read_rules(written_rules(machine.rule.rules))) is machine
    assert hardware_of(replace(machine.rule.rules, random_bits=5)) is machine


def test_no_machine_has_the_rules_or_the_name_of_another():
    assert len({each.rule.rules for each in Hardware}) == len(Hardware)
    names = [name for each in Hardware for name in (each.value, *each.rule.aliases)]
    assert len(set(names)) == len(names)
    assert hardware_of(Rules(flush=True, nans=Nans.ARM)) is None
    with pytest.raises(Complaint, match=r"^'vax' is not one of usual, x86"):
        find_hardware("vax")
