"""The option ``--csv``: rows into a file, or onto standard output where nothing else prints."""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from fpviz.app.cli.arguments import Parser, UsageError


def add_csv(parser: Parser, rows: str) -> None:
    """The option, with what its rows are."""
    parser.add_argument("--csv", type=Path, metavar="FILE", help=f"write {rows}; - prints it")


def one_printer(options: argparse.Namespace, **names: str) -> None:
    """Raises UsageError where more than one of the options, and '--csv -', would print."""
    asked = [bool(getattr(options, name)) for name in names] + [str(options.csv) == "-"]
    if asked.count(True) > 1:
        printers = ", ".join(names.values())
        raise UsageError(f"{printers} and '--csv -' each print; choose one of them")


def write_rows(rows: Iterable[Sequence[str]], path: Path) -> None:
    """Write a table. Raises UsageError for a file that cannot be written."""
    from fpviz.app.reports.csv_rows import write_table

    with _complaining(path):
        write_table(rows, path)


def write_blocks(blocks: Iterable[str], path: Path) -> None:
    """Write a table that is text already. Raises UsageError for a file that cannot be written."""
    from fpviz.app.reports.csv_rows import write_blocks as write

    with _complaining(path):
        write(blocks, path)


@contextmanager
def _complaining(path: Path) -> Iterator[None]:
    from fpviz.model.files.errors import why

    try:
        yield
    except OSError as error:
        if str(path) == "-" or isinstance(error, BrokenPipeError):
            raise
        raise UsageError(f"cannot write '{path}': {why(error)}") from None
