"""Expressions by chance: as text, and as what numpy and Fraction make of the same tree."""

from __future__ import annotations

import operator
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from random import Random

NAMES = "abcd"
_BINARY = {"+": operator.add, "-": operator.sub, "*": operator.mul, "/": operator.truediv}
CALLS = {"-": operator.neg, "abs": abs}


@dataclass(frozen=True)
class Expression:
    """A text, and the same with operators of Python on whatever stands for names and numerals."""

    text: str
    of: Callable[[Mapping[str, object], Callable[[str], object]], object]


def expression(
    random: Random, depth: int, calls: Mapping[str, Callable[..., object]] = CALLS
) -> Expression:
    """One of at most ``depth`` levels, with brackets around each operand.

    ``calls`` are functions of one operand, by name, on what names and numerals stand for.
    """
    if not depth or random.random() < 0.15:
        return _atom(random)
    if random.random() < 0.15:
        inner, call = expression(random, depth - 1, calls), random.choice(sorted(calls))
        of = calls[call]
        return Expression(
            f"{call}({inner.text})", lambda names, numeral: of(inner.of(names, numeral))
        )
    sign = random.choice("+-*/")
    left = expression(random, depth - 1, calls)
    right = expression(random, depth - 1, calls)
    gap = random.choice(["", " "])

    def of(names, numeral):
        return _BINARY[sign](left.of(names, numeral), right.of(names, numeral))

    return Expression(f"({left.text}){gap}{sign}{gap}({right.text})", of)


def _atom(random: Random) -> Expression:
    if random.random() < 0.7:
        name = random.choice(NAMES)
        return Expression(name, lambda names, numeral: names[name])
    text = random.choice(["1", "2", "0.5", "0.1", "3", "10", "1.7", "1e-3", "100"])
    return Expression(text, lambda names, numeral: numeral(text))
