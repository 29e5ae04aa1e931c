"""What the wrong lines of a file have in common: the diagnosis."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import reduce

from fpviz.core.phrase import Phrase, phrase
from fpviz.core.vectors.checking import Checked, Wrong, contradicts, told, trial_of
from fpviz.core.vectors.hypotheses import Hypothesis
from fpviz.core.vectors.vector import EXPECTED, GOT, Task, Unread

_MOST_KEPT = 128
"""Right results that hypotheses are tried with."""

_MOST_TOLD = 4
"""Hypotheses that are told one after another, where they explain the same lines."""


@dataclass(frozen=True, slots=True)
class Cause:
    """Hypotheses that explain the same number of wrong results, how many, and how many of some
    right ones would be wrong under them."""

    hypotheses: tuple[Hypothesis, ...]
    results: int
    contradicted: int


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

    def counts(self) -> list[tuple[Hypothesis, int]]:
        """How many of them each hypothesis explains, the most first."""
        counts = _counted(self._sets)
        return sorted(
            ((each, counts[each.key]) for each in self._known.values()),
            key=lambda found: (-found[1], found[0].rank),
        )

    def causes(self, right: RightResults) -> Iterator[Cause]:
        """What explains most of the results, what explains most of the rest, and so on.

        What right results contradict counts less. If one explains all, it is the only one.
        """
        against = {each.key: right.contradicting(each) for each in self._known.values()}
        sets = self._sets
        while counts := _counted(sets):
            rest = sum(sets.values())
            scores = {
                key: n / rest - right.share(against[key])
                for key, n in counts.items()
                if all(counts[other] < n for other in self._known[key].instead)
            }
            most = max(scores.values())
            equal = [each for key, each in self._known.items() if scores.get(key) == most]
            best = told(sorted(equal, key=lambda each: each.rank))
            key = best[0].key
            yield Cause(best, counts[key], against[key])
            sets = Counter({keys: n for keys, n in sets.items() if key not in keys})

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


class RightResults:
    """Some of the results that are right, from all over a file: what hypotheses must agree with."""

    def __init__(self, task: Task) -> None:
        self._task = task
        self._kept: list[Checked] = []
        self._every, self._seen = 1, 0

    def add(self, line: Checked) -> None:
        """One more line without anything wrong; kept if it is its turn."""
        self._seen += 1
        if self._seen % self._every:
            return
        self._kept.append(line)
        if len(self._kept) > _MOST_KEPT:
            del self._kept[::2]
            self._every *= 2

    def contradicting(self, hypothesis: Hypothesis) -> int:
        """How many of those that were kept would be wrong under a hypothesis."""
        return sum(
            contradicts(hypothesis, trial_of(line, line.vector.given[0], self._task), self._task)
            for line in self._kept
        )

    def share(self, contradicted: int) -> float:
        """So many of those that were kept, as a share of them."""
        return contradicted / max(len(self._kept), 1)

    def __len__(self) -> int:
        return len(self._kept)


class Summary:
    """What came of a file so far."""

    def __init__(self, task: Task) -> None:
        self.lines = self.wrong_lines = self.unread = 0
        self.tallies: dict[str, Tally] = {}
        self.right = RightResults(task)

    def add(self, found: Checked | Unread) -> None:
        """One more line."""
        if isinstance(found, Unread):
            self.unread += 1
            return
        self.lines += 1
        if not found.wrong:
            self.right.add(found)
            return
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
                whose = _SAID[name] if len(self.tallies) > 1 else None
                for sentence in _sentences(self.tallies[name], self.right):
                    yield (
                        sentence
                        if whose is None
                        else phrase("{whose}: {said}", whose=whose, said=sentence)
                    )


_SAID = {EXPECTED: phrase("expected results"), GOT: phrase("results got")}


def _sentences(tally: Tally, right: RightResults) -> Iterator[Phrase]:
    causes = list(tally.causes(right))
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
    if causes and causes[0].contradicted:
        yield phrase(
            "But then {some} of {count} right lines that were tried would be wrong.",
            some=str(causes[0].contradicted),
            count=str(len(right)),
        )
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
