"""Rows as CSV, into a file or onto standard output."""

from __future__ import annotations

import codecs
import csv
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

from fpviz.model.files.whole_file import whole_file


def write_table(rows: Iterable[Sequence[str]], path: Path) -> None:
    """Write rows to a file, or to standard output if it is called ``-``. Raises OSError."""
    if str(path) == "-":
        csv.writer(sys.stdout, lineterminator="\n").writerows(rows)
        return
    with whole_file(path) as file:
        csv.writer(codecs.getwriter("utf-8")(file)).writerows(rows)


def write_blocks(blocks: Iterable[str], path: Path) -> None:
    """The same for a table that is text already, many lines at once."""
    if str(path) == "-":
        sys.stdout.writelines(blocks)
        return
    with whole_file(path) as file:
        file.writelines(block.replace("\n", "\r\n").encode() for block in blocks)
