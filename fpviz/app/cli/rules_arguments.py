"""The rounding rules on the command line."""

from __future__ import annotations

import argparse

from fpviz.app.cli.arguments import Parser, UsageError, argument, choice
from fpviz.core.arithmetic.overflow_rules import Overflow
from fpviz.core.arithmetic.rounding import Rules
from fpviz.core.arithmetic.rounding_rules import find_rounding


def add_rules(parser: Parser) -> None:
    """The options of ``Rules``."""
    parser.add_argument(
        "--rounding", type=argument(find_rounding), help="ties-to-even, RNE, FE_TONEAREST …"
    )
    parser.add_argument("--overflow", type=choice(Overflow))
    parser.add_argument("--flush", action="store_true", help="flush subnormal results to zero")
    parser.add_argument("--daz", action="store_true", help="take subnormal operands as zeros")
    parser.add_argument(
        "--random-bits",
        type=argument(_random_bits),
        metavar="BITS",
        help="the 32 bits that stochastic rounding uses; drawn anew if not given",
    )


def _random_bits(text: str) -> int:
    try:
        bits = int(text.replace("_", ""), 0)
    except ValueError:
        bits = -1
    if not 0 <= bits < 1 << Rules().random_width:
        raise UsageError(f"'{text}' is not a number of 32 bits such as 0x80000000")
    return bits


def rules_of(options: argparse.Namespace, linked: Rules | None = None) -> Rules:
    """The rules of the options; what they leave open is as in a link, or the default."""
    usual = linked or Rules()
    rounding = options.rounding or usual.rounding
    bits = options.random_bits
    if bits is None:
        drawn = linked is None and rounding.rule.draws
        bits = _drawn(usual.random_width) if drawn else usual.random_bits
    return Rules(
        rounding,
        options.overflow or usual.overflow,
        options.flush or usual.flush,
        bits,
        daz=options.daz or usual.daz,
    )


def _drawn(width: int) -> int:
    import secrets  # it takes a while to load, and few runs draw

    return secrets.randbits(width)
