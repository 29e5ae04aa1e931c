"""The facts of a pair as text, Markdown and CSV."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from io import StringIO

from fpviz.core.pairs.said import PairLine
from fpviz.core.phrase import Say
from fpviz.core.text import columns, padded


def pair_text(lines: Sequence[PairLine], say: Say) -> str:
    """A line for each fact, the facts under each other."""
    rows = list(_rows(lines, say))
    width = max(columns(label) for label, _ in rows) + 2
    return "".join(f"{padded(label, width)}{text}\n" for label, text in rows)


def pair_markdown(lines: Sequence[PairLine], say: Say) -> str:
    """A table of two columns."""
    rows = (("", ""), ("---", "---"), *_rows(lines, say))
    return "".join(f"| {label} | {text} |\n" for label, text in rows)


def pair_csv(lines: Sequence[PairLine], say: Say) -> str:
    """The same as CSV, after RFC 4180."""
    out = StringIO()
    csv.writer(out).writerows(_rows(lines, say))
    return out.getvalue()


def _rows(lines: Sequence[PairLine], say: Say) -> Iterator[tuple[str, str]]:
    return ((say(line.label), say(line.said)) for line in lines)
