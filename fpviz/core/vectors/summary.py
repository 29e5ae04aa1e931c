"""What the wrong lines of a file have in common: the diagnosis."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import reduce

from fpviz.core.phrase import Phrase, phrase
from fpviz.core.vectors.checking import Checked, Wrong, told
from fpviz.core.vectors.hypotheses import Hypothesis
from fpviz.core.vectors.vector import EXPECTED, GOT, Unread

_MOST_TOLD = 4
"""Hypotheses that are told one after another, where they explain the same lines."""


@dataclass(frozen=True, slots=True)
class Cause:
    """Hypotheses that explain the same number of wrong results, and how many."""

    hypotheses: tuple[Hypothesis, ...]
    results: int


@dataclass(slots=True)
class Tally:
    """The wrong results of one kind, by the hypotheses under which they would be right."""

    wrong: int = 0
    flags_apart: int = 0
    """Of how many of them the code alone is explained."""
    _sets: Counter[frozenset[str]] = field(default_factory=Counter)
    _known: dict[str, Hypothesis] = field(default_factory=dict)

    def add(self, wrong: Wrong) -> None:
        """One more."""
        found = (*wrong.explained, *wrong.but_flags)
        self.wrong += 1
        self.flags_apart += not wrong.explained and bool(found)
        self._sets[frozenset(each.key for each in found)] += 1
        self._known.update((each.key, each) for each in found)

    def counts(self) -> dict[str, int]:
        """How many of them each hypothesis explains, the most first."""
        return dict(_counted(self._sets).most_common())

    def name(self, key: str) -> Phrase:
        """What a hypothesis is called."""
        return self._known[key].name

    def causes(self) -> Iterator[Cause]:
        """What explains most of the results, what explains most of the rest, and so on.

        If they are all explained by one, it is the only one.
        """
        sets = self._sets
        while counts := _counted(sets):
            most = max(counts.values())
            best = told(each for each in self._ranked() if counts[each.key] == most)
            yield Cause(best, most)
            sets = Counter({keys: n for keys, n in sets.items() if best[0].key not in keys})

    def _ranked(self) -> list[Hypothesis]:
        return sorted(self._known.values(), key=lambda each: each.rank)

    @property
    def unexplained(self) -> int:
        """How many of them no hypothesis explains."""
        return self._sets[frozenset()]


def _counted(sets: Counter[frozenset[str]]) -> Counter[str]:
    counts: Counter[str] = Counter()
    for keys, n in sets.items():
        for key in keys:
            counts[key] += n
    return counts


@dataclass(slots=True)
class Summary:
    """What came of a file so far."""

    lines: int = 0
    wrong_lines: int = 0
    unread: int = 0
    tallies: dict[str, Tally] = field(default_factory=dict)

    def add(self, found: Checked | Unread) -> None:
        """One more line."""
        if isinstance(found, Unread):
            self.unread += 1
            return
        self.lines += 1
        if found.wrong:
            self.wrong_lines += 1
            for wrong in found.wrong:
                self.tallies.setdefault(wrong.given.name, Tally()).add(wrong)

    def counted(self) -> Phrase:
        """How many lines there are, and how many of them are wrong."""
        read = phrase(
            "lines: {lines}, right: {right}, wrong: {wrong}",
            lines=str(self.lines),
            right=str(self.lines - self.wrong_lines),
            wrong=str(self.wrong_lines),
        )
        if not self.unread:
            return read
        return phrase("{read}, not read: {unread}", read=read, unread=str(self.unread))

    def diagnosis(self) -> Iterator[Phrase]:
        """What the wrong results would be right under, in a sentence or several of each kind."""
        for name in (EXPECTED, GOT):
            if name in self.tallies:
                yield from _diagnosed(
                    self.tallies[name], _SAID[name] if len(self.tallies) > 1 else None
                )


_SAID = {EXPECTED: phrase("expected results"), GOT: phrase("results got")}


def _diagnosed(tally: Tally, whose: Phrase | None) -> Iterator[Phrase]:
    for sentence in _sentences(tally):
        yield sentence if whose is None else phrase("{whose}: {said}", whose=whose, said=sentence)


def _sentences(tally: Tally) -> Iterator[Phrase]:
    causes = list(tally.causes())
    count = str(tally.wrong)
    if tally.wrong == 1:
        yield _of_the_only_one(causes)
    elif not causes:
        yield phrase("None of the {count} wrong lines is right under anything tried.", count=count)
    elif causes[0].results == tally.wrong:
        names = _either(causes[0].hypotheses)
        yield phrase("All {count} wrong lines are right under {names}.", count=count, names=names)
    else:
        yield from _one_by_one(causes, tally)
    if tally.flags_apart:
        yield phrase(
            "Of {some} of them that holds for the code, and not for the flags.",
            some=str(tally.flags_apart),
        )


def _of_the_only_one(causes: Sequence[Cause]) -> Phrase:
    if not causes:
        return phrase("The wrong line is right under nothing tried.")
    return phrase("The wrong line is right under {names}.", names=_either(causes[0].hypotheses))


def _one_by_one(causes: Sequence[Cause], tally: Tally) -> Iterator[Phrase]:
    first, *others = causes
    yield phrase(
        "Right under {names}: {some} of {count} wrong lines.",
        names=_either(first.hypotheses),
        some=str(first.results),
        count=str(tally.wrong),
    )
    for cause in others:
        yield phrase(
            "Of the rest, right under {names}: {some}.",
            names=_either(cause.hypotheses),
            some=str(cause.results),
        )
    if tally.unexplained:
        yield phrase("Right under nothing tried: {some}.", some=str(tally.unexplained))


def _either(found: Sequence[Hypothesis]) -> Phrase:
    """The names of hypotheses that say the same, the first few of them."""
    names = [each.name for each in found[:_MOST_TOLD]]
    said = reduce(lambda one, other: phrase("{one}, or {other}", one=one, other=other), names)
    more = len(found) - len(names)
    return phrase("{names}, or {count} more", names=said, count=str(more)) if more else said
