"""The hypotheses: why a result may be wrong, a record each.

A new one is a record in the file of its kind, or a new kind here.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from fpviz.core.vectors.hypotheses import details, detours, mix_ups, rules, steps
from fpviz.core.vectors.hypotheses.hypothesis import Hypothesis
from fpviz.core.vectors.vector import Task

__all__ = ["Hypothesis", "hypotheses"]


@lru_cache(maxsize=16)  # a file whose lines name their rounding asks for each
def hypotheses(task: Task) -> tuple[Hypothesis, ...]:
    """All that a wrong result is tried with, the likeliest kind first."""
    return tuple(replace(each, rank=rank) for rank, each in enumerate(_all(task)))


def _all(task: Task) -> Iterator[Hypothesis]:
    operation, result = task.operation, task.result
    yield from rules.of_rules(task.rules)
    yield from details.of_flags()
    yield from details.of_nans(result)
    yield from details.of_integers(task)
    yield from detours.unfused(operation, result)
    yield from steps.in_steps(operation)
    yield from detours.double_roundings(task)
    yield from detours.without_sticky(task.rules)
    yield from detours.cut_alignment(operation)
    yield from detours.narrow_operands(task)
    yield from mix_ups.other_orders(task.arity)
    yield from mix_ups.other_operations(task)
    yield from mix_ups.other_signs(task.arity)
    yield from mix_ups.other_byte_orders(task)
    yield from mix_ups.other_formats(task)
    yield from mix_ups.other_results(task.arity)
    yield from rules.of_two_rules(task.rules)
    yield from details.faithful(task.rules)
