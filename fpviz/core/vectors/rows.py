"""The lines of a file that was checked, as the rows of a table."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from fpviz.core.formats import Format
from fpviz.core.phrase import Phrase, phrase
from fpviz.core.vectors.checking import Checked, Wrong
from fpviz.core.vectors.summary import Summary
from fpviz.core.vectors.vector import Given, Task, Unread

MOST_ROWS = 100_000
"""Rows of each kind that are kept: right ones, and those that are not."""


@dataclass(frozen=True, slots=True)
class Row:
    """A line: a wrong result of it, or the line as it is right, or why it is none."""

    line: int
    format: Format
    checked: Checked | None = None
    wrong: Wrong | None = None
    unread: Unread | None = None

    @property
    def is_right(self) -> bool:
        """Whether nothing is wrong with the line."""
        return self.wrong is None and self.unread is None

    @property
    def given(self) -> Given | None:
        """The result that the row is about."""
        if self.checked is None:
            return None
        return self.wrong.given if self.wrong else self.checked.vector.given[0]


class CheckedFile:
    """What has come of a file: its rows, in their order, and the summary.

    ``left_out``: how many rows are not kept, for there are too many of their kind.
    """

    def __init__(self, task: Task) -> None:
        self.task = task
        self.summary = Summary(task)
        self.rows: list[Row] = []
        self.left_out = 0
        self._kept = {True: 0, False: 0}

    def add(self, found: Checked | Unread) -> None:
        """One more line."""
        self.summary.add(found)
        for row in _rows(found, self.task.result):
            if self._kept[row.is_right] == MOST_ROWS:
                self.left_out += 1
            else:
                self._kept[row.is_right] += 1
                self.rows.append(row)

    def left_out_said(self) -> Iterator[Phrase]:
        """How many rows are not kept, if any are not."""
        if self.left_out:
            yield phrase(
                "Left out of the table, beyond {most} rows that are right and as many others: "
                "{count}.",
                most=str(MOST_ROWS),
                count=str(self.left_out),
            )

    def shown(self, wrong_only: bool) -> list[Row]:
        """The rows, or those alone that are not right."""
        return [row for row in self.rows if not (wrong_only and row.is_right)]


def _rows(found: Checked | Unread, fmt: Format) -> Iterator[Row]:
    if isinstance(found, Unread):
        yield Row(found.line, fmt, unread=found)
        return
    line = found.vector.line
    for wrong in found.wrong:
        yield Row(line, fmt, found, wrong)
    if not found.wrong:
        yield Row(line, fmt, found)
