"""``fpviz trace --vectors``: a report that grows while a file is read, however long it is."""

from __future__ import annotations

import argparse
import sys
from collections import deque
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO, Protocol

from fpviz.app.cli.arguments import UsageError
from fpviz.app.cli.csv_arguments import one_printer, write_rows
from fpviz.app.cli.output import complain, is_unicode
from fpviz.app.cli.rules_arguments import rules_of
from fpviz.core.arithmetic.operations import CONVERT, Operation
from fpviz.core.literals import Kind
from fpviz.core.phrase import Complaint, quoted
from fpviz.core.vectors.checking import Checked, checked
from fpviz.core.vectors.line_forms import find_line_form
from fpviz.core.vectors.reader import vectors
from fpviz.core.vectors.summary import Summary
from fpviz.core.vectors.text_lines import text_lines
from fpviz.core.vectors.vector import Task, Unread, task_of
from fpviz.core.vectors.words import NUMBERS, SHORT_CODES
from fpviz.model.files.errors import why

_DIGITS = {None: None, Kind.CODE: SHORT_CODES, Kind.NUMBER: NUMBERS}


class _Report(Protocol):
    """What is printed piece by piece."""

    def head(self) -> str:
        """What stands before the first line."""

    def line(self, checked: Checked) -> str:
        """What is wrong with a line."""

    def end(self, summary: Summary) -> str:
        """What stands behind the last line."""


def check(options: argparse.Namespace) -> int:
    """Print what is wrong with the lines of a file; 1 if anything is, 2 if a line is none."""
    if options.operands or options.through or options.all_rules:
        raise UsageError("--vectors takes neither operands nor --through nor --all-rules")
    one_printer(options, json="--json")
    task = _task(options)
    summary = Summary(task)
    form = find_line_form(options.lines) if options.lines else None
    with _lines(options.vectors) as lines:
        found = checked(vectors(lines, task, form, _DIGITS[options.prefer]), task)
        told = _told(found, summary, _report(options, task))
        if options.csv is None:
            deque(told, maxlen=0)
        else:
            from fpviz.app.reports.vectors_csv import vectors_table

            write_rows(vectors_table(told, task), options.csv)
    return 1 if summary.wrong_lines else 2 if summary.unread else 0


def _task(options: argparse.Namespace) -> Task:
    operation = None if options.operation == CONVERT else Operation(options.operation)
    formats = options.format, options.operand_format, options.to
    meant = task_of(operation, *formats)
    return replace(meant, rules=rules_of(options), any_nan=options.any_nan)


def _report(options: argparse.Namespace, task: Task) -> _Report | None:
    """What is printed; ``None`` where that is the CSV."""
    if str(options.csv) == "-":
        return None
    if options.json:
        from fpviz.app.reports.vectors_json import VectorsJson

        return VectorsJson(task, ascii_only=not is_unicode(sys.stdout))
    from fpviz.app.reports.vectors_text import VectorsText

    return VectorsText(task)


def _told(
    found: Iterable[Checked | Unread], summary: Summary, report: _Report | None
) -> Iterator[Checked]:
    """The lines that could be read; meanwhile all is counted and printed.

    Raises UsageError where there is no line at all.
    """
    begun = False
    for each in found:
        summary.add(each)
        if report and not begun:
            begun = True
            sys.stdout.write(report.head())
        if isinstance(each, Unread):
            complain(f"line {each.line}: {each.why}")
        else:
            if report and each.wrong:
                sys.stdout.write(report.line(each))
            yield each
    if not summary.lines and not summary.unread:
        raise UsageError("there is no line of operands and a result to check")
    if report:
        sys.stdout.write(report.end(summary))


@contextmanager
def _lines(name: str) -> Iterator[Iterator[tuple[int, str]]]:
    """The lines of a file, or of standard input. What cannot be read is a UsageError."""
    with _opened(name) as data:
        yield _readable(text_lines(data), "standard input" if name == "-" else quoted(name))


@contextmanager
def _opened(name: str) -> Iterator[BinaryIO]:
    if name == "-":
        if sys.stdin is None:
            raise UsageError("standard input is closed")
        yield sys.stdin.buffer
        return
    try:
        file = Path(name).open("rb")  # noqa: SIM115 - it is closed below
    except OSError as error:
        raise UsageError(f"cannot read {quoted(name)}: {why(error)}") from None
    with file:
        yield file


def _readable(lines: Iterator[tuple[int, str]], name: str) -> Iterator[tuple[int, str]]:
    try:
        yield from lines
    except OSError as error:
        raise UsageError(f"cannot read {name}: {why(error)}") from None
    except Complaint as error:
        raise UsageError(f"cannot read {name}: {error}") from None
