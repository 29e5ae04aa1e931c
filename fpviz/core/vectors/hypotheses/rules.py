"""Hypotheses of other rules: each rule by itself, and rounding with subnormal numbers as zeros."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import product

from fpviz.core.arithmetic.nan_rules import Nans
from fpviz.core.arithmetic.overflow_rules import Overflow
from fpviz.core.arithmetic.rounding import Rules
from fpviz.core.arithmetic.rounding_rules import Rounding
from fpviz.core.arithmetic.tininess_rules import Tininess
from fpviz.core.phrase import Phrase, phrase
from fpviz.core.vectors.hypotheses.hypothesis import Hypothesis

_SWITCHED: dict[tuple[bool, bool], tuple[str, Phrase]] = {
    (False, False): ("gradual", phrase("gradual underflow")),
    (True, False): ("flush", phrase("subnormal results flushed to zero (FTZ)")),
    (False, True): ("daz", phrase("subnormal operands taken as zeros (DAZ)")),
    (True, True): ("flush+daz", phrase("subnormal operands and results as zeros (DAZ, FTZ)")),
}
"""What ``flush`` and ``daz`` together are called."""


def other_roundings(rules: Rules) -> Iterator[Rounding]:
    """The roundings that are not that of the rules, but for those that draw."""
    return (each for each in Rounding if each is not rules.rounding and not each.rule.draws)


def of_rules(rules: Rules) -> Iterator[Hypothesis]:
    """One rule is another, all others as they are."""
    for rounding in other_roundings(rules):
        yield _by(rounding.value, rounding.rule.name, replace(rules, rounding=rounding))
    for (flush, daz), (key, name) in _SWITCHED.items():
        if (flush, daz) != (rules.flush, rules.daz):
            changed = replace(rules, flush=flush, daz=daz)
            yield _by(key, name, changed, ("flush", "daz") if flush and daz else ())
    for overflow in Overflow:
        if overflow is not rules.overflow:
            name = phrase("the overflow rule {rule}", rule=overflow.rule.name)
            yield _by(f"overflow-{overflow.value}", name, replace(rules, overflow=overflow))
    yield from _of_tininess(rules)
    for nans in Nans:
        if nans is not rules.nans:
            name = phrase("NaNs by the rule {rule}", rule=nans.rule.name)
            yield _by(f"nans-{nans.value}", name, replace(rules, nans=nans))


def _of_tininess(rules: Rules) -> Iterator[Hypothesis]:
    for tininess in Tininess:
        if tininess is not rules.tininess:
            changed = replace(rules, tininess=tininess)
            yield _by(f"tininess-{tininess.value}", tininess.rule.name, changed)
            if not rules.flush:
                name = phrase("flush to zero of what is {tiny}", tiny=tininess.rule.name)
                flushed = replace(changed, flush=True)
                yield _by(f"flush-{tininess.value}", name, flushed, ("flush",))


def of_two_rules(rules: Rules) -> Iterator[Hypothesis]:
    """Another rounding, and another way with subnormal numbers at once."""
    for rounding, (switches, (key, name)) in product(other_roundings(rules), _SWITCHED.items()):
        if switches != (rules.flush, rules.daz):
            flush, daz = switches
            yield _by(
                f"{rounding.value}+{key}",
                phrase("{rounding} with {other}", rounding=rounding.rule.name, other=name),
                replace(rules, rounding=rounding, flush=flush, daz=daz),
                (rounding.value, *key.split("+"), key),
            )


def _by(key: str, name: Phrase, rules: Rules, instead: tuple[str, ...] = ()) -> Hypothesis:
    return Hypothesis(key, name, lambda trial: trial.by(rules), instead)
