"""``fpviz experiments``: the experiments with their parameters."""

from __future__ import annotations

import argparse

from fpviz.app.cli.arguments import Parser, add_json
from fpviz.app.cli.output import print_json
from fpviz.experiments import EXPERIMENTS


def parser() -> Parser:
    """A form at most."""
    made = Parser(
        prog="fpviz experiments", description="The experiments with their parameters and defaults."
    )
    add_json(made)
    return made


def answer(options: argparse.Namespace) -> int:
    """Print the experiments."""
    if options.json:
        from fpviz.app.reports.experiments_json import experiments_json

        print_json(experiments_json(EXPERIMENTS))
    else:
        from fpviz.app.reports.experiments_text import experiments_text

        print(experiments_text(EXPERIMENTS))
    return 0
