"""Two formats side by side for a person: what ``fpviz formats A B --compare`` prints."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from itertools import groupby

from fpviz.app.reports.formats_text import facts_of
from fpviz.core.formats import Format
from fpviz.core.formats.comparison import Binade, BinadePairs, compare
from fpviz.core.text import exact_decimal, superscript

_MOST_BINADES = 4096
"""Of more binades only every so many-th is counted, and the table says so."""


def comparison_text(first: Format, second: Format) -> str:
    """The facts of two formats, what only one of them has, and how many values each has where."""
    rows = [("", first.name, second.name), *_facts(first, second)]
    widths = [max(len(row[column]) for row in rows) for column in range(3)]
    lines = [
        "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
        for row in rows
    ]
    return "\n".join([*lines, "", *_in_common(first, second), "", *_by_binade(first, second)])


def _facts(first: Format, second: Format) -> Iterator[tuple[str, str, str]]:
    told = zip(facts_of(first), facts_of(second), strict=True)
    return ((name, a, b) for (name, a), (_, b) in told)


def _in_common(first: Format, second: Format) -> Iterator[str]:
    found = compare(first, second)
    for fmt, what in found.features:
        yield f"only {fmt.name} has {what}"
    if found.shared is None:
        yield "common values are not counted: too many to compare one by one"
    else:
        yield f"both have {exact_decimal(Fraction(found.shared))} values"


def _by_binade(first: Format, second: Format) -> Iterator[str]:
    """Runs of binades in which both have as many values as in the one before."""
    pairs = BinadePairs(first, second)
    every = -(-len(pairs) // _MOST_BINADES)
    sampled = f", every {every}th binade" if every > 1 else ""
    yield f"positive values by binade{sampled}: {first.name}, {second.name}"
    for (a, b), run in groupby(pairs[::every], key=_counts):
        binades = list(run)
        lo, hi = binades[0].exponent, binades[-1].exponent + 1
        yield f"2{superscript(lo)} to 2{superscript(hi)}: {a}, {b}"


def _counts(binade: Binade) -> tuple[int, int]:
    return binade.first, binade.second
