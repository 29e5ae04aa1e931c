"""``fpviz census``: what is true of all elements of tensors, and what formats make of them."""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from fnmatch import fnmatchcase
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from fpviz.app.cli.arguments import Parser, UsageError, add_json, argument
from fpviz.app.cli.csv_arguments import add_csv, one_printer, write_rows
from fpviz.app.cli.output import complain, print_json
from fpviz.app.cli.pair_arguments import add_pairs, check_pairs, pairs_of, rate_for
from fpviz.app.cli.rules_arguments import add_rules, rules_of
from fpviz.app.cli.workers import watched, workers
from fpviz.core.formats import find_format
from fpviz.core.phrase import Complaint, quoted
from fpviz.data.census import USUAL_FORMATS
from fpviz.model.files.errors import why

if TYPE_CHECKING:  # loaded when asked: it needs numpy
    from fpviz.core.formats import Format
    from fpviz.data.census.census import Census, Mapper, Question
    from fpviz.data.census.pairs import Paired
    from fpviz.data.tensors.tensor import Tensor, TensorFile

    Found = tuple[Census, Paired | None]


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
        help=f"what the elements would be in; without it {', '.join(USUAL_FORMATS)}",
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
        help="what elements are of a type that says nothing, as numpy's V1, or says no more than"
        " that they are unsigned integers",
    )
    made.add_argument("--jobs", type=argument(_jobs), default=0, metavar="N", help="processes")
    made.add_argument(
        "--only-counts",
        action="store_true",
        help="no SQNR and no number of exact elements, which take most of the time",
    )
    made.add_argument(
        "--cluster",
        metavar="ADDRESS",
        help="of a scheduler of Dask, whose workers see the files by the same paths",
    )
    add_pairs(made)
    add_rules(made)
    add_json(made)
    add_csv(made, "a row for each tensor, format and scale")
    return made


def _scale(text: str) -> int:
    if not re.fullmatch(r"\s*[+-]?\d{1,4}", text, re.ASCII):
        raise UsageError(f"'{text}' is no exponent of two; type 12 or -3")
    return int(text)


def _jobs(text: str) -> int:
    if not re.fullmatch(r"[1-9]\d{0,2}", text, re.ASCII):
        raise UsageError(f"'{text}' is no number of processes; type 1 or more")
    return int(text)


def answer(options: argparse.Namespace) -> int:
    """Print the censuses; 2 where a file could not be read. Raises UserError where none could."""
    from fpviz.data.census.census import Question

    one_printer(options, json="--json")
    formats = tuple(dict.fromkeys(options.formats or map(find_format, USUAL_FORMATS)))
    scales = tuple(dict.fromkeys(options.scales or ()))
    question = Question(formats, rules_of(options), scales, not options.only_counts)
    files, refused = _read(options.files)
    asked = [task for file in files for task in _tasks(options, file)]
    tasks = [task for task in asked if task.tensor.fmt is not None]
    unread = [f"{task.place}: {task.tensor.why}" for task in asked if task.tensor.fmt is None]
    if not tasks:
        raise UsageError(_nothing(options.tensor, refused + unread))
    check_pairs(options, [pairs_of(options, file) for file in files])
    elements = sum(task.tensor.count for task in tasks)
    with workers(options.cluster, options.jobs, elements) as mapper:
        followed = watched(mapper, _pieces(tasks, question.judges))
        _print(options, _answers(options, tasks, question, followed, refused), question)
    for said in (*refused, *unread):
        complain(said)
    return 2 if refused else 0


class _Wanted(NamedTuple):
    """A tensor to be counted, and the pair in which it is the weight."""

    file: TensorFile
    tensor: Tensor
    gradient: str | None
    rate: float

    @property
    def place(self) -> str:
        """Where the tensor is, as messages have it."""
        return f"{quoted(str(self.file.path))}, {quoted(self.tensor.name)}"


def _tasks(options: argparse.Namespace, file: TensorFile) -> Iterator[_Wanted]:
    """What is asked of a file. Raises UsageError where there is no learning rate for its pairs."""
    pairs = pairs_of(options, file)
    rate = rate_for(options, file) if pairs else 0.0
    for tensor in file.tensors:
        if options.tensor is None or fnmatchcase(tensor.name, options.tensor):
            yield _Wanted(file, tensor.told(options.read_as), pairs.get(tensor.name), rate)


def _answers(
    options: argparse.Namespace,
    tasks: Iterable[_Wanted],
    question: Question,
    mapper: Mapper,
    refused: list[str],
) -> Iterator[Found]:
    """The censuses, with the pairs; what cannot be read is said in ``refused``."""
    for task in tasks:
        try:
            answer = _answer(task, question, options.read_as, mapper)
        except (OSError, Complaint) as error:
            refused.append(f"{task.place}: {_said(error)}")
        else:
            yield answer


def _answer(task: _Wanted, question: Question, read_as: Format | None, mapper: Mapper) -> Found:
    """A census, and what becomes of the updates of a weight. Raises Complaint, OSError."""
    from fpviz.data.census.census import census
    from fpviz.data.census.pairs import PairQuestion, pair

    file, tensor, gradient, rate = task
    found = census(file.path, tensor, question, read_as, mapper)
    if gradient is None:
        return found, None
    asked = PairQuestion(rate, question.formats, question.rules)
    return found, pair(file, (tensor.name, gradient), asked, read_as, mapper)


def _said(error: OSError | Complaint) -> str:
    return str(why(error) if isinstance(error, OSError) else error)


def _nothing(pattern: str | None, refused: list[str]) -> str:
    """Why there is nothing to count."""
    if refused:
        return refused[0]
    return f"no tensor is called {quoted(pattern)}" if pattern else "there are no tensors"


def _read(paths: Iterable[Path]) -> tuple[list[TensorFile], list[str]]:
    """The files, and what could not be read."""
    from fpviz.data.tensors.files import read_tensors, tensor_paths

    files: list[TensorFile] = []
    refused: list[str] = []
    for path in paths:
        with _refusing(path, refused):
            for part in tensor_paths(path):
                with _refusing(part, refused):
                    files.append(read_tensors(part))
    return files, refused


@contextmanager
def _refusing(path: Path, refused: list[str]) -> Iterator[None]:
    """Note why a file cannot be read."""
    try:
        yield
    except (OSError, Complaint) as error:
        name = (error.filename or path) if isinstance(error, OSError) else path
        refused.append(f"cannot read {quoted(str(name))}: {_said(error)}")


def _pieces(tasks: Iterable[_Wanted], judges: bool) -> int:
    """How many pieces of work there are: those of a tensor are counted, then judged if their codes
    are not, and a pair is one more."""
    from fpviz.data.census.census import ends_of_pieces, is_by_code

    total = 0
    for _, tensor, gradient, _ in tasks:
        is_judged = judges and not is_by_code(tensor.known_format, tensor.count)
        times = 1 + is_judged + (gradient is not None)
        total += times * sum(1 for _ in ends_of_pieces(tensor.count))
    return total


def _print(options: argparse.Namespace, found: Iterable[Found], question: Question) -> None:
    if options.json:
        from fpviz.app.reports.census_json import census_json

        print_json([census_json(each, question, pair) for each, pair in found])
    elif options.csv is not None:
        from fpviz.app.reports.census_csv import census_rows

        has_pairs = bool(options.pairs or options.by_hand)
        write_rows(census_rows(found, question, has_pairs), options.csv)
    else:
        from fpviz.app.reports.census_text import census_lines

        for each, pair in found:
            for line in census_lines(each, question, pair):
                sys.stdout.write(f"{line}\n")
