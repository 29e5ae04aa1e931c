"""``fpviz diff``: two dumps compared, code by code, in values of a format."""

from __future__ import annotations

import argparse
import sys

from fpviz.app.cli.arguments import Parser, UsageError, add_json, argument
from fpviz.app.cli.dump_input import add_places, dump_input
from fpviz.app.cli.output import complain, print_json
from fpviz.core.formats import find_format


def parser() -> Parser:
    """Two files, a format, and how far apart codes may be."""
    made = Parser(
        prog="fpviz diff",
        description="Two dumps compared, code by code: how many values of the format they lie "
        "apart, the worst first. The exit status is 1 where any lie farther apart than allowed, "
        "or one dump is longer.",
        epilog="Different NaNs, and a NaN beside a number, are always beyond.",
    )
    made.add_argument("expected", metavar="EXPECTED", help="a file, as for decode; or -")
    made.add_argument("actual", metavar="ACTUAL", help="another, in any syntax")
    made.add_argument(
        "--format",
        "-f",
        type=argument(find_format),
        metavar="FORMAT",
        help="of the elements; without it, the likeliest for the first",
    )
    made.add_argument("--ulps", type=argument(_natural), default=0, metavar="N", help="allowed")
    made.add_argument(
        "--count", type=argument(_natural), default=20, metavar="N", help="of differences told"
    )
    add_places(made)
    add_json(made)
    return made


def _natural(text: str) -> int:
    if not (text.isascii() and text.isdigit() and len(text) < 19):
        raise UsageError(f"'{text}' is no count; type 0 or more")
    return int(text)


def answer(options: argparse.Namespace) -> int:
    """Print what differs; 1 if anything does, beyond what is allowed."""
    from fpviz.data.comparing import compared
    from fpviz.data.decoding import Asked, decodings
    from fpviz.data.layout.orders import find_order
    from fpviz.data.syntaxes import dumps_in

    if options.expected == options.actual == "-":
        raise UsageError("both dumps cannot be standard input")
    names = (options.expected, options.actual)
    expected, actual = (dumps_in(dump_input(name), None, options.words)[0].dump for name in names)
    for name, dump in zip(names, (expected, actual), strict=True):
        if unread := dump.unread_said():
            complain(f"'{name}', {unread}")
    order = find_order(options.order) if options.order else None
    formats = (options.format,) if options.format else ()
    where = (options.words, options.offset, options.stride)
    layout = decodings(expected, Asked(formats, order, *where))[0].layout
    other = decodings(actual, Asked((layout.fmt,), order, *where))[0].layout
    found = compared(
        layout.fmt, layout.codes(expected), other.codes(actual), options.ulps, options.count
    )
    if options.json:
        from fpviz.app.reports.diff_json import diff_json

        print_json(diff_json(found, expected, layout, other))
    else:
        from fpviz.app.reports.diff_text import diff_text

        sys.stdout.writelines(f"{line}\n" for line in diff_text(found, expected, layout, other))
    return 0 if found.agree else 1
