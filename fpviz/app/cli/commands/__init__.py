"""The commands, a file each, called as its file is: what it takes, and its answer.

A new command is a file here, and its name in the table.
"""

from __future__ import annotations

import argparse
from importlib import import_module
from typing import Protocol, cast

from fpviz.app.cli.arguments import Parser

NAMES = (
    "formats",
    "show",
    "trace",
    "eval",
    "decode",
    "diff",
    "census",
    "hook",
    "experiments",
    "run",
    "render",
)
"""What a command line may begin with; a contract."""
WINDOW = "window"
"""The command of a line that begins with none of them."""


class Command(Protocol):
    """What the file of a command defines."""

    def parser(self) -> Parser:
        """What the command takes."""

    def answer(self, options: argparse.Namespace) -> int:
        """Do it; the exit status. Raises UserError."""


def command(name: str) -> Command:
    """A command, loaded now: the others cost nothing."""
    return cast("Command", import_module(f"{__name__}.{name}"))
