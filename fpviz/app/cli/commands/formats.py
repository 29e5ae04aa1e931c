"""``fpviz formats``: the catalogue of formats."""

from __future__ import annotations

import argparse

from fpviz.app.cli.arguments import Parser, add_json
from fpviz.app.cli.csv_arguments import add_csv, one_printer, write_rows
from fpviz.app.cli.output import print_json


def parser() -> Parser:
    """A form at most."""
    made = Parser(prog="fpviz formats", description="Every fact of the formats, derived.")
    add_json(made)
    add_csv(made, "a row a format")
    return made


def answer(options: argparse.Namespace) -> int:
    """Print the catalogue."""
    one_printer(options, json="--json")
    if options.csv is not None:
        from fpviz.app.reports.formats_csv import formats_table

        write_rows(formats_table(), options.csv)
    elif options.json:
        from fpviz.app.reports.formats_json import formats_json

        print_json(formats_json())
    else:
        from fpviz.app.reports.formats_text import formats_text

        print(formats_text())
    return 0
