"""``fpviz census``: what is true of all elements of tensors, and what formats make of them."""

from __future__ import annotations

import argparse
import os
import re
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from fnmatch import fnmatchcase
from pathlib import Path
from typing import TYPE_CHECKING

from fpviz.app.cli.arguments import Parser, UsageError, add_json, argument
from fpviz.app.cli.csv_arguments import add_csv, one_printer, write_rows
from fpviz.app.cli.output import complain, print_json
from fpviz.app.cli.rules_arguments import add_rules, rules_of
from fpviz.core.formats import find_format
from fpviz.core.phrase import Complaint, quoted
from fpviz.model.files.errors import why

if TYPE_CHECKING:  # loaded when asked: it needs numpy
    from fpviz.core.formats import Format
    from fpviz.data.census.census import Census, Mapper, Question
    from fpviz.data.tensors.tensor import TensorFile

_USUAL = ("fp16", "bf16", "fp8_e4m3fn", "fp8_e5m2")
_MANY = 1 << 24
"""Elements from which it pays to use all cores."""


def parser() -> Parser:
    """Files, formats, scales, and a form."""
    made = Parser(
        prog="fpviz census",
        description="Exact counts of all elements of tensors, in .npy, .npz, .safetensors and "
        ".gguf: zeros, NaNs, extremes, and for each format how many would be flushed, subnormal, "
        "normal or overflow, at the scale 1 and at the best power of two.",
        epilog="A folder is all such files in it. Nothing in a file is executed.",
    )
    made.add_argument("files", nargs="+", type=Path, metavar="FILE")
    made.add_argument(
        "--format",
        "-f",
        dest="formats",
        action="append",
        type=argument(find_format),
        metavar="FORMAT",
        help=f"what the elements would be in; without it {', '.join(_USUAL)}",
    )
    made.add_argument(
        "--scale",
        dest="scales",
        action="append",
        type=argument(_scale),
        metavar="K",
        help="a scale of 2^K, too",
    )
    made.add_argument("--tensor", metavar="PATTERN", help="only tensors so called, as '*.weight'")
    made.add_argument(
        "--as",
        dest="read_as",
        type=argument(find_format),
        metavar="FORMAT",
        help="what elements are of a type that says nothing, as numpy's V1",
    )
    made.add_argument("--jobs", type=argument(_jobs), default=0, metavar="N", help="processes")
    add_rules(made)
    add_json(made)
    add_csv(made, "a row for each tensor, format and scale")
    return made


def _scale(text: str) -> int:
    if not re.fullmatch(r"[+-]?\d{1,4}", text):
        raise UsageError(f"'{text}' is no exponent of two; type 12 or -3")
    return int(text)


def _jobs(text: str) -> int:
    if not re.fullmatch(r"[1-9]\d{0,2}", text):
        raise UsageError(f"'{text}' is no number of processes; type 1 or more")
    return int(text)


def answer(options: argparse.Namespace) -> int:
    """Print the censuses; 2 where a file could not be read. Raises UserError where none could."""
    from fpviz.data.census.census import Question, censuses

    one_printer(options, json="--json")
    formats = tuple(dict.fromkeys(options.formats or map(find_format, _USUAL)))
    question = Question(formats, rules_of(options), tuple(dict.fromkeys(options.scales or ())))
    files, refused = _read(options.files, options.tensor)
    if not any(file.tensors for file in files):
        raise UsageError(_nothing(options.tensor, refused))
    with _mapper(options.jobs, files) as mapper:
        _print(options, _following(censuses(files, question, options.read_as, mapper)), question)
    for said in (*refused, *_unread(files, options.read_as)):
        complain(said)
    return 2 if refused else 0


def _nothing(pattern: str | None, refused: list[str]) -> str:
    """Why there is nothing to count."""
    if refused:
        return refused[0]
    return f"no tensor is called {quoted(pattern)}" if pattern else "there are no tensors"


def _read(paths: Iterable[Path], pattern: str | None) -> tuple[list[TensorFile], list[str]]:
    """The files, with the tensors that are asked for, and what could not be read."""
    from fpviz.data.tensors.files import read_tensors, tensor_paths

    files, refused = [], []
    for path in paths:
        try:
            files += [_asked(read_tensors(part), pattern) for part in tensor_paths(path)]
        except OSError as error:
            refused.append(f"cannot read {quoted(str(error.filename or path))}: {why(error)}")
        except Complaint as error:
            refused.append(f"cannot read {quoted(str(path))}: {error}")
    return files, refused


def _asked(file: TensorFile, pattern: str | None) -> TensorFile:
    """The file with the tensors whose names match."""
    if pattern is None:
        return file
    return replace(file, tensors=tuple(t for t in file.tensors if fnmatchcase(t.name, pattern)))


def _unread(files: Iterable[TensorFile], read_as: Format | None) -> Iterator[str]:
    """Why tensors were left out."""
    for file in files:
        for tensor in file.tensors:
            if tensor.fmt is None and read_as is None:
                yield f"{quoted(str(file.path))}, {quoted(tensor.name)}: {tensor.why}"


@contextmanager
def _mapper(jobs: int, files: Iterable[TensorFile]) -> Iterator[Mapper]:
    """What does the work: this process, or several where there is much of it."""
    from fpviz.data.census.census import here

    elements = sum(tensor.count for file in files for tensor in file.tensors)
    workers = jobs or (os.cpu_count() or 1 if elements >= _MANY else 1)
    if workers == 1:
        yield here
        return
    from concurrent.futures import ProcessPoolExecutor

    with ProcessPoolExecutor(workers) as pool:
        yield pool.map


def _following(found: Iterable[Census]) -> Iterator[Census]:
    """The censuses, with a word of each on standard error where somebody looks at it."""
    is_watched = sys.stderr.isatty()
    for count, each in enumerate(found, 1):
        if is_watched:
            sys.stderr.write(f"\r\x1b[K{count} {each.tensor.name}")
        yield each
    if is_watched:
        sys.stderr.write("\r\x1b[K")


def _print(options: argparse.Namespace, found: Iterator[Census], question: Question) -> None:
    if options.json:
        from fpviz.app.reports.census_json import census_json

        print_json([census_json(each, question) for each in found])
    elif options.csv is not None:
        from fpviz.app.reports.census_csv import census_rows

        write_rows(census_rows(found, question), options.csv)
    else:
        from fpviz.app.reports.census_text import census_lines

        for each in found:
            for line in census_lines(each, question):
                sys.stdout.write(f"{line}\n")
