"""The options of ``fpviz trace`` that check a file of vectors."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from typing import Any

from fpviz.app.cli.arguments import Parser, argument
from fpviz.core.formats import find_format


class _InPlaceOf(argparse.Action):
    """An option with which a positional argument need not be given."""

    def __init__(self, const: argparse.Action, **how: Any) -> None:  # noqa: ANN401 - argparse's
        super().__init__(**how)
        self._instead = const

    def __call__(
        self,
        parser: argparse.ArgumentParser,
        namespace: argparse.Namespace,
        values: str | Sequence[Any] | None,
        option_string: str | None = None,
    ) -> None:
        setattr(namespace, self.dest, values)
        self._instead.required = False


def add_vectors(parser: Parser, operands: argparse.Action) -> None:
    """The file, in place of the operands, what its lines look like, and when they are right."""
    group = parser.add_argument_group(
        "checking a unit",
        "In place of operands, the lines of a file: operands, results, flags. Told are those that "
        "are wrong, and under which other rule or mistake they would be right. The exit status is "
        "1 where a line is wrong, else 2 where one cannot be read.",
    )
    group.add_argument(
        "--vectors",
        action=_InPlaceOf,
        const=operands,
        metavar="FILE",
        help="the file; - is standard input",
    )
    group.add_argument(
        "--lines",
        metavar="testfloat|log|csv",
        help="3F800000 40000000 40400000 01, or A=0x3f80_0000 B=32'h40000000 GOT=…, or CSV with a "
        "head or without; found out if not given",
    )
    group.add_argument(
        "--operands",
        type=argument(find_format),
        dest="operand_format",
        metavar="FORMAT",
        help="of operands, where it is not that of the result",
    )
    group.add_argument("--any-nan", action="store_true", help="any NaN is right where one is due")
