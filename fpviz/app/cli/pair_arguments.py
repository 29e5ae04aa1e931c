"""The options of weights with their gradients."""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from fpviz.app.cli.arguments import Parser, UsageError, argument
from fpviz.core.phrase import quoted

if TYPE_CHECKING:  # loaded when asked: it needs numpy
    from fpviz.data.tensors.tensor import TensorFile


def add_pairs(parser: Parser) -> None:
    """The options."""
    parser.add_argument(
        "--pairs",
        action="store_true",
        help="what becomes of the updates w - lr * g of weights, where w.X has the gradient g.X, or"
        " X has g_X",
    )
    parser.add_argument(
        "--pair",
        dest="by_hand",
        action="append",
        type=argument(_names),
        metavar="WEIGHT=GRADIENT",
        help="a weight and its gradient by other names",
    )
    parser.add_argument(
        "--lr",
        type=argument(_rate),
        metavar="X",
        help="the learning rate, read as binary64 as programs have it; without it, the one in"
        " the metadata of the file",
    )


def _names(text: str) -> tuple[str, str]:
    weight, equals, gradient = text.partition("=")
    if not (weight and equals and gradient):
        raise UsageError(f"{quoted(text)} names no weight and gradient; type w1=g_w1")
    return weight, gradient


def _rate(text: str) -> float:
    if not re.fullmatch(r"\s*[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?", text, re.IGNORECASE | re.ASCII):
        raise UsageError(f"{quoted(text)} is no learning rate; type 0.01 or 3e-4")
    rate = float(text)
    if not 2.0**-400 < abs(rate) < 2.0**400:
        raise UsageError(f"a learning rate of {quoted(text)} is out of reach")
    return rate


def pairs_of(options: argparse.Namespace, file: TensorFile) -> Mapping[str, str]:
    """The gradients of the weights of a file: those by hand, else those by their names."""
    from fpviz.data.census.pairs import gradients_of

    if not (options.pairs or options.by_hand):
        return {}
    names = {each.name for each in file.tensors}
    by_hand = {one: other for one, other in options.by_hand or () if {one, other} <= names}
    return gradients_of(each.name for each in file.tensors) | by_hand if options.pairs else by_hand


def check_pairs(options: argparse.Namespace, found: Iterable[Mapping[str, str]]) -> None:
    """Raises UsageError where pairs are asked for that are not there, or a rate for none."""
    is_asked = options.pairs or options.by_hand
    if options.lr is not None and not is_asked:
        raise UsageError("--lr is of updates; add --pairs")
    pairs = {item for each in found for item in each.items()}
    for missing in (each for each in options.by_hand or () if each not in pairs):
        raise UsageError(f"no file has both {quoted(missing[0])} and {quoted(missing[1])}")
    if is_asked and not pairs:
        raise UsageError("no weight has a gradient by its name; type --pair WEIGHT=GRADIENT")


def rate_for(options: argparse.Namespace, file: TensorFile) -> float:
    """The learning rate for a file. Raises UsageError where nobody says it."""
    from fpviz.data.census.pairs import rate_of

    rate: float | None = rate_of(file) if options.lr is None else options.lr
    if rate is None:
        raise UsageError(f"{quoted(str(file.path))} says no learning rate; type --lr X")
    return rate
