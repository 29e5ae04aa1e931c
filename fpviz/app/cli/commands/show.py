"""``fpviz show``: a value in several formats."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterator
from functools import partial

from fpviz.app.cli.arguments import Parser, add_json, argument
from fpviz.app.cli.csv_arguments import add_csv, one_printer, write_rows
from fpviz.app.cli.literal_arguments import add_kinds, read_literal, say_ambiguous
from fpviz.app.cli.output import complain, print_json
from fpviz.app.cli.rules_arguments import add_rules, rules_of
from fpviz.core.arithmetic.rounding import Rules
from fpviz.core.formats import Format, find_format
from fpviz.core.link import is_link, parse_link
from fpviz.core.literals import CodeLiteral, Literal
from fpviz.core.phrase import Complaint
from fpviz.core.reading import DEFAULT_FORMATS, Snapshot, State, derive


def parser() -> Parser:
    """Literals, formats, rules and a form."""
    made = Parser(prog="fpviz show", description="What a value becomes in several formats.")
    made.add_argument(
        "literals",
        nargs="+",
        metavar="LITERAL",
        help="a value, a code, a link; - reads one a line from standard input",
    )
    made.add_argument("--format", "-f", dest="formats", action="append", type=argument(find_format))
    add_rules(made)
    add_kinds(made)
    add_json(made)
    made.add_argument(
        "--as",
        dest="notation",
        metavar="NOTATION",
        help="print each code as rust, numpy, latex … writes it, and nothing else",
    )
    add_csv(made, "a row a reading")
    return made


def answer(options: argparse.Namespace) -> int:
    """Print the snapshots; 1 if a line of standard input was refused."""
    one_printer(options, json="--json", notation="--as")
    refused: list[int] = []
    found = _snapshots(options, rules_of(options), refused)
    if "-" not in options.literals:
        found = iter(tuple(found))  # with a bad one among them, nothing is printed
    if options.csv is not None:
        from fpviz.app.reports.snapshot_csv import readings_table

        write_rows(readings_table(snapshot for _, snapshot in found), options.csv)
    elif options.json:
        from fpviz.app.reports.snapshot_json import snapshots_json

        print_json(snapshots_json(list(found)))
    else:
        from fpviz.app.reports.snapshot_text import SnapshotWriter

        text = SnapshotWriter(options.notation)
        for _, snapshot in found:
            print(text(snapshot))
    return 1 if refused else 0


def _snapshots(
    options: argparse.Namespace, rules: Rules, refused: list[int]
) -> Iterator[tuple[int | None, Snapshot]]:
    """The snapshot of each literal, behind its line's number if it stands on standard input.

    What is wrong with a line is said, and its number joins ``refused``.
    """
    for word in options.literals:
        if word != "-":
            yield None, derive(_shown(word, options, rules, complain))
            continue
        for line, text in _lines():
            say = partial(_complain_of, line)
            say_ambiguous([text], say)
            try:
                snapshot = derive(_shown(text, options, rules, say))
            except Complaint as error:
                refused.append(line)
                say(str(error))
            else:
                yield line, snapshot


def _complain_of(line: int, message: str) -> None:
    complain(f"line {line}: {message}")


def _lines() -> Iterator[tuple[int, str]]:
    """The lines of standard input that are not empty, with their numbers from 1 on."""
    for line, data in enumerate(sys.stdin.buffer, 1):
        text = data.decode("utf-8", "backslashreplace").strip().removeprefix("\ufeff")
        if text:
            yield line, text


def _shown(
    text: str, options: argparse.Namespace, rules: Rules, say: Callable[[str], None]
) -> State:
    """A literal or a link as a state, in the formats and by the rules that the options name."""
    formats = tuple(dict.fromkeys(options.formats or ()))
    if is_link(text):
        state = parse_link(text).state
        formats = formats or state.formats
        return State(state.source, formats, formats[0], rules_of(options, state.rules))
    literal = read_literal(text, formats or DEFAULT_FORMATS, options.prefer, say)
    formats = formats or _with_its_own(literal)
    return State(literal, formats, formats[0], rules)


def _with_its_own(literal: Literal) -> tuple[Format, ...]:
    """The formats that are shown unless others are named; of a code its own as well, at the end."""
    own = (literal.format,) if isinstance(literal, CodeLiteral) else ()
    return tuple(dict.fromkeys((*DEFAULT_FORMATS, *own)))
