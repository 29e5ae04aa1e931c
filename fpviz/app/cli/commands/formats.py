"""``fpviz formats``: the catalogue of formats."""

from __future__ import annotations

import argparse

from fpviz.app.cli.arguments import Parser, UsageError, add_json, argument
from fpviz.app.cli.csv_arguments import add_csv, one_printer, write_rows
from fpviz.app.cli.output import print_json
from fpviz.core.formats import CATALOGUE, FAMILIES, Format, find_format
from fpviz.core.formats.search import matching
from fpviz.core.phrase import quoted


def parser() -> Parser:
    """A form at most, and which formats it is about."""
    made = Parser(prog="fpviz formats", description="Every fact of the formats, derived.")
    made.add_argument(
        "names",
        nargs="*",
        metavar="FORMAT",
        type=argument(find_format),
        help="all of the catalogue",
    )
    made.add_argument(
        "--find", metavar="WORDS", help="parts of names, widths, properties: 'unsigned 8'"
    )
    made.add_argument("--compare", action="store_true", help="two formats side by side")
    add_json(made)
    add_csv(made, "a row a format")
    return made


def answer(options: argparse.Namespace) -> int:
    """Print the formats that are asked for."""
    one_printer(options, json="--json", compare="--compare")
    formats = _asked_for(options)
    if options.compare:
        from fpviz.app.reports.comparison_text import comparison_text

        if len(formats) != 2:
            raise UsageError(
                "--compare takes two formats, such as: fpviz formats fp16 bf16 --compare"
            )
        print(comparison_text(*formats))
    elif options.csv is not None:
        from fpviz.app.reports.formats_csv import formats_table

        write_rows(formats_table(formats), options.csv)
    elif options.json:
        from fpviz.app.reports.formats_json import formats_json

        print_json(formats_json(formats))
    else:
        from fpviz.app.reports.formats_text import formats_text

        print(formats_text(formats))
    return 0


def _asked_for(options: argparse.Namespace) -> tuple[Format, ...]:
    """The named formats, or those that the words find. Raises UsageError for none."""
    if options.find is None:
        return tuple(options.names) or CATALOGUE
    found = matching(FAMILIES, options.find)
    formats = tuple(fmt for fmt in found if not options.names or fmt in options.names)
    if not formats:
        raise UsageError(f"no format is {quoted(options.find)}")
    return formats
