"""Which elements of a dump a table shows, and in which order; and what is looked for in it."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from fpviz.core.literals import parse_literal
from fpviz.core.numbers import NaN
from fpviz.core.phrase import Complaint, Phrase, phrase, quoted
from fpviz.data.dump import Dump
from fpviz.data.layout.layout import DumpLayout
from fpviz.data.scanning.predicates import (
    ANOMALY,
    PREDICATES,
    Operand,
    Predicate,
    PredicateKind,
    Wanted,
    find_predicate,
)
from fpviz.data.scanning.search import Indices, matches
from fpviz.data.sorting import SortKey, sorted_indices
from fpviz.model.background import Report


@dataclass(frozen=True, slots=True)
class Choice:
    """What is shown of all elements: those of which something is true, all without a predicate;
    as they stand, or sorted."""

    predicate: Predicate | None = None
    by: SortKey | None = None
    descending: bool = False

    @property
    def is_all(self) -> bool:
        """Whether all elements are shown as they stand."""
        return self.predicate is None and self.by is None


@dataclass(frozen=True, slots=True)
class ChosenElements:
    """The elements of a choice in their order, and how many there are: more than can be kept are
    counted."""

    choice: Choice
    indices: Indices
    count: int


def chosen(dump: Dump, layout: DumpLayout, choice: Choice, report: Report) -> ChosenElements:
    """The elements of a choice that is not all. Raises Complaint for too many to sort."""
    if choice.by is not None:
        order = sorted_indices(dump, layout, choice.by, choice.descending, report)
        if choice.predicate is None:
            return ChosenElements(choice, order, len(order))
    assert choice.predicate is not None
    found = matches(dump, layout, choice.predicate, report=report)
    if choice.by is None:
        return ChosenElements(choice, found.indices, found.count)
    kept = order[np.isin(order, found.indices)]
    return ChosenElements(choice, kept, found.count)


def sought(text: str) -> Predicate:
    """What a text asks for: a code in hexadecimal, a number, NaNs, or anomalies where it is empty.
    Raises Complaint."""
    text = text.strip()
    if not text:
        return ANOMALY
    if (code := _code(text)) is not None:
        return find_predicate("code", code)
    number = parse_literal(text).number
    if isinstance(number, NaN):
        return find_predicate("nan")
    return find_predicate("equal", number)


def _code(text: str) -> int | None:
    digits = text[2:].replace("_", "") if text[:2] in ("0x", "0X") else ""
    return int(digits, 16) if digits.isalnum() and set(digits.lower()) <= set(_HEX) else None


_HEX = "0123456789abcdef"


def filter_of(key: str, text: str) -> Predicate:
    """The predicate of a key with what a text tells it: numbers with spaces between.

    Raises Complaint.
    """
    kind = next((each for each in PREDICATES if each.key == key), None)
    if kind is None:
        raise Complaint(phrase("no filter is called {name}", name=quoted(key)))
    words = text.replace(";", " ").split()
    if len(words) != len(kind.wants):
        raise Complaint(_not_so_many(kind, text))
    operands = (_operand(word, want) for word, want in zip(words, kind.wants, strict=True))
    return Predicate(kind, tuple(operands))


def read_filter(written: str) -> Predicate:
    """The predicate of a filter as a scene has it: its key, and what tells it what it wants.

    Raises Complaint.
    """
    key, _, text = written.strip().partition(" ")
    return filter_of(key, text)


def _not_so_many(kind: PredicateKind, text: str) -> Phrase:
    wanted = phrase("one number") if len(kind.wants) == 1 else phrase("two numbers")
    return phrase("{text} is not {wanted}", text=quoted(text), wanted=wanted)


def _operand(word: str, wanted: Wanted) -> Operand:
    base = _BASES.get(wanted)
    if base is None:
        return parse_literal(word).number
    try:
        return int(word, base)
    except ValueError:
        raise Complaint(phrase("{text} is no number", text=quoted(word))) from None


_BASES = {Wanted.CODE: 16, Wanted.BINADES: 10}
"""How integers are read."""
