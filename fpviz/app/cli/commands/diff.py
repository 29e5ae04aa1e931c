"""``fpviz diff``: two dumps compared, code by code, in values of a format."""

from __future__ import annotations

import argparse
import sys
from typing import TYPE_CHECKING

from fpviz.app.cli.arguments import Parser, UsageError, add_json, argument
from fpviz.app.cli.dump_input import add_places, dump_input
from fpviz.app.cli.output import complain, print_json
from fpviz.core.formats import Format, find_format

if TYPE_CHECKING:
    from fpviz.data.tolerance import Tolerance


def parser() -> Parser:
    """Two files, a format, and how far apart codes may be."""
    made = Parser(
        prog="fpviz diff",
        description="Two dumps compared, code by code: how many values of the format they lie "
        "apart, the worst first. The exit status is 1 where any lie farther apart than allowed, "
        "or one dump is longer.",
        epilog="N ulps are allowed, by default none; then different NaNs, and a NaN beside a "
        "number, are always beyond. Or a rule of rtol and atol says it, |actual - expected| <= "
        "atol + rtol * |expected|, reckoned exactly: numpy is numpy.allclose, numpy-testing "
        "numpy.testing.assert_allclose, torch torch.allclose, torch-testing "
        "torch.testing.assert_close; each with its own defaults, and its own mind of NaNs.",
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
    made.add_argument("--ulps", type=argument(_natural), metavar="N", help="allowed")
    for name in ("--rtol", "--atol"):
        made.add_argument(name, metavar="X", help="allowed; see below")
    made.add_argument(
        "--rule",
        metavar="numpy|numpy-testing|torch|torch-testing",
        help="what rtol and atol mean; numpy where either is given",
    )
    made.add_argument(
        "--count", type=argument(_natural), default=20, metavar="N", help="of differences told"
    )
    add_places(made)
    made.add_argument(
        "--actual-order",
        metavar="ORDER",
        help="of bytes in the other dump; without it, --order, else the most plausible",
    )
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
    orders = [
        find_order(name) if name else None
        for name in (options.order, options.actual_order or options.order)
    ]
    formats = (options.format,) if options.format else ()
    where = (options.words, options.offset, options.stride)
    layout = decodings(expected, Asked(formats, orders[0], *where))[0].layout
    fmt = layout.fmt
    other = decodings(actual, Asked((fmt,), orders[1], *where))[0].layout
    tolerance = _tolerance(options, fmt)
    found = compared(fmt, layout.codes(expected), other.codes(actual), tolerance, options.count)
    if options.json:
        from fpviz.app.reports.diff_json import diff_json

        print_json(diff_json(found, names, expected, layout, other))
    else:
        from fpviz.app.reports.diff_text import diff_text

        lines = diff_text(found, names, expected, layout, other)
        sys.stdout.writelines(f"{line}\n" for line in lines)
    return 0 if found.agree else 1


def _tolerance(options: argparse.Namespace, fmt: Format) -> Tolerance:
    """Ulps, or a rule with its rtol and atol. Raises UserError."""
    from fpviz.data.close_rules import find_rule, tolerance_of
    from fpviz.data.tolerance import Ulps

    given = (options.rtol, options.atol)
    if not options.rule and given == (None, None):
        return Ulps(options.ulps or 0)
    if options.ulps is not None:
        raise UsageError("--ulps does not go with --rule, --rtol and --atol; choose one of them")
    rtol, atol = (None if text is None else tolerance_of(text) for text in given)
    return find_rule(options.rule or "numpy").tolerance(fmt, rtol, atol)
