"""``fpviz hook``: a few lines for a training, which write what ``fpviz census`` reads."""

from __future__ import annotations

import argparse
import sys

from fpviz.app.cli.arguments import Parser
from fpviz.model.files.resources import resource

FRAMEWORKS = ("pytorch", "mindspore")


def parser() -> Parser:
    """The framework."""
    made = Parser(
        prog="fpviz hook",
        description="Python for a training: it writes weights and gradients of some steps, with"
        " step, learning rate and loss scale, as 'fpviz census --pairs' reads them.",
    )
    made.add_argument("framework", choices=FRAMEWORKS)
    return made


def answer(options: argparse.Namespace) -> int:
    """Print the program."""
    path = resource("hooks") / f"{options.framework}.py"
    sys.stdout.write(path.read_text(encoding="utf-8"))
    return 0
