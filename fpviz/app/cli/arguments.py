"""What every command's parser is made of: complaints of one line, and readers of arguments."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from typing import TYPE_CHECKING, NoReturn, TypeVar

from fpviz.core.phrase import UserError

if TYPE_CHECKING:
    from _typeshed import SupportsWrite

_T = TypeVar("_T")


class UsageError(UserError):
    """What the command line cannot do."""


class Parser(argparse.ArgumentParser):
    """A parser that raises UsageError where argparse's own ends the program."""

    def error(self, message: str) -> NoReturn:
        raise UsageError(message)

    def _print_message(self, message: str, file: SupportsWrite[str] | None = None) -> None:
        """Argparse's own says nothing of a full disk."""
        (file or sys.stdout).write(message)


def argument(read: Callable[[str], _T]) -> Callable[[str], _T]:
    """A reader whose complaints a parser says behind the argument's name."""

    def parse(text: str) -> _T:
        try:
            return read(text)
        except UserError as error:
            raise argparse.ArgumentTypeError(str(error)) from None

    return parse


def add_json(parser: Parser) -> None:
    """The switch that every command has which prints."""
    parser.add_argument("--json", action="store_true", help="print JSON instead of text")
