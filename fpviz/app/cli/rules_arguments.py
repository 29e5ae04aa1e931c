"""The rounding rules on the command line."""

from __future__ import annotations

import argparse

from fpviz.app.cli.arguments import Parser, argument
from fpviz.core.arithmetic.hardware import Hardware, find_hardware
from fpviz.core.arithmetic.nan_rules import Nans
from fpviz.core.arithmetic.rounding import Rules
from fpviz.core.arithmetic.rounding_rules import find_rounding
from fpviz.core.arithmetic.rules_text import (
    read_nans,
    read_overflow,
    read_random_bits,
    read_tininess,
)


def add_rules(parser: Parser) -> None:
    """The options of ``Rules``."""
    parser.add_argument(
        "--rounding", type=argument(find_rounding), help="ties-to-even, RNE, FE_TONEAREST …"
    )
    parser.add_argument("--overflow", type=argument(read_overflow))
    parser.add_argument("--flush", action="store_true", help="flush subnormal results to zero")
    parser.add_argument("--daz", action="store_true", help="take subnormal operands as zeros")
    parser.add_argument(
        "--tininess",
        type=argument(read_tininess),
        metavar="WHEN",
        help="after rounding, as usual, or before it: what underflows, and what --flush flushes",
    )
    parser.add_argument(
        "--nans",
        type=argument(read_nans),
        metavar="RULE",
        help="which NaN results: " + " ".join(each.value for each in Nans),
    )
    parser.add_argument(
        "--as-on",
        type=argument(find_hardware),
        metavar="MACHINE",
        help="all rules as on one of " + " ".join(each.value for each in Hardware),
    )
    parser.add_argument(
        "--random-bits",
        type=argument(read_random_bits),
        metavar="BITS",
        help="the 32 bits that stochastic rounding uses; drawn anew if not given",
    )


def rules_of(options: argparse.Namespace, linked: Rules | None = None) -> Rules:
    """The rules of the options; what they leave open is as on a machine, in a link, or usual."""
    machine = options.as_on.rule.rules if options.as_on else None
    usual = machine or linked or Rules()
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
        tininess=options.tininess or usual.tininess,
        nans=options.nans or usual.nans,
    )


def _drawn(width: int) -> int:
    import secrets  # it takes a while to load, and few runs draw

    return secrets.randbits(width)
