"""``fpviz decode``: what a dump says, of any syntax, in all orders that people use."""

from __future__ import annotations

import argparse
import re
import sys

from fpviz.app.cli.arguments import Parser, UsageError, add_json, argument
from fpviz.app.cli.csv_arguments import add_csv, one_printer, write_blocks
from fpviz.app.cli.dump_input import add_places, dump_input
from fpviz.app.cli.output import complain, print_json
from fpviz.app.cli.signal_arguments import add_signals, answer_signals
from fpviz.core.formats import find_format


def parser() -> Parser:
    """A file, formats, an order, where elements stand, and a form."""
    made = Parser(
        prog="fpviz decode",
        description="The values in a dump: bytes or words in hexadecimal, decimal or binary, of "
        "xxd, hexdump, od, gdb, Modbus, CAN, Intel HEX, S-records, $readmemh, base64, in source "
        "code or CSV, or any file of bytes.",
        epilog="Of four bytes A B C D as they are written, order abcd reads A first, dcba D "
        "first, cdab swaps the words, badc the bytes in them.",
    )
    made.add_argument("file", nargs="?", default="-", metavar="FILE", help="- is standard input")
    made.add_argument(
        "--format",
        "-f",
        dest="formats",
        action="append",
        type=argument(find_format),
        metavar="FORMAT",
        help="of the elements; without it, the three likeliest",
    )
    made.add_argument(
        "--all-orders", action="store_true", help="every order, the most plausible first"
    )
    add_places(made)
    made.add_argument(
        "--count",
        type=argument(_count),
        metavar="N",
        help="of elements; text lists 1000 unless it is given",
    )
    made.add_argument("--syntax", metavar="NAME", help="what the text is, if that is not clear")
    add_signals(made)
    add_json(made)
    add_csv(made, "a row an element")
    return made


def _count(text: str) -> int:
    if not re.fullmatch(r"[1-9]\d{0,17}", text):
        raise UsageError(f"'{text}' is no number of elements; type 1 or more")
    return int(text)


def answer(options: argparse.Namespace) -> int:
    """Print the elements. Raises UserError where nothing can be read."""
    from fpviz.data.decoding import Asked, decodings, remarks
    from fpviz.data.layout.orders import find_order
    from fpviz.data.syntaxes import dumps_in

    one_printer(options, json="--json")
    if options.signals or options.dbc:
        return answer_signals(options)
    order = find_order(options.order) if options.order else None
    if order and options.all_orders:
        raise UsageError("--order asks for one order, --all-orders for all; choose one of them")
    found = dumps_in(dump_input(options.file), options.syntax, options.words)
    dump = found[0].dump
    asked = Asked(
        tuple(dict.fromkeys(options.formats or ())),
        order,
        options.words,
        options.offset,
        options.stride,
        options.all_orders,
    )
    judged = decodings(dump, asked)
    told = remarks(dump, judged)
    if unread := dump.unread_said():
        complain(str(unread))
    if options.csv is not None:
        from fpviz.app.reports.dump_csv import dump_csv

        for said in told:
            complain(str(said))
        write_blocks(dump_csv(dump, judged, options.count), options.csv)
    if options.json:
        from fpviz.app.reports.dump_json import dump_json

        print_json(dump_json(found, [*told, *([unread] if unread else [])], judged, options.count))
    elif options.csv is None:
        from fpviz.app.reports.dump_text import dump_text

        for line in dump_text(found, told, judged, options.count):
            sys.stdout.write(f"{line}\n")
    return 0
