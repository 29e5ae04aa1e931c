"""``fpviz trace``: an operation or a conversion, step by step."""

from __future__ import annotations

import argparse

from fpviz.app.cli.arguments import Parser, UsageError, add_json, argument
from fpviz.app.cli.literal_arguments import add_kinds, read_literal
from fpviz.app.cli.output import print_json
from fpviz.app.cli.rules_arguments import add_rules, rules_of
from fpviz.app.cli.vector_arguments import add_vectors
from fpviz.core.arithmetic.operations import CONVERT, OPERANDS, Operation
from fpviz.core.formats import find_format
from fpviz.core.trace.whole_sheet import conversion_sheet, operation_sheet

_NAMES = (*(each.value for each in Operation), CONVERT)


def parser() -> Parser:
    """What is worked out, of what, into which format, by which rules, and a form."""
    made = Parser(
        prog="fpviz trace",
        description="An operation or a conversion, worked out step by step.",
        epilog="Operands are literals, rounded to the format first, or codes such as fp16:0x3c80. "
        "A weight decay w·(1 - lr·wd) is a 'multiply', a step of a moving average "
        "m + (1-β)·(x - m) an 'fma'; for many steps see the end of 'fpviz experiments'.",
    )
    made.add_argument("operation", type=argument(_name), metavar="|".join(_NAMES))
    made.add_argument("operands", nargs="*", metavar="OPERAND")
    made.add_argument(
        "--format", "-f", type=argument(find_format), required=True, help="of the result"
    )
    made.add_argument(
        "--through",
        action="append",
        type=argument(find_format),
        default=[],
        metavar="FORMAT",
        help="convert: warn where rounding into this format first gives another code",
    )
    add_rules(made)
    add_kinds(made)
    add_json(made)
    add_vectors(made)
    return made


def _name(text: str) -> str:
    if text not in _NAMES:
        raise UsageError(f"'{text}' is not one of {', '.join(_NAMES)}")
    return text


def answer(options: argparse.Namespace) -> int:
    """Print the worked sheet, or what is wrong with vectors."""
    if options.vectors is not None:
        from fpviz.app.cli.vector_check import check

        return check(options)
    name, count = options.operation, OPERANDS[options.operation]
    if len(options.operands) != count:
        given = len(options.operands)
        raise UsageError(f"{name} takes {count} operand{'s' * (count > 1)}, not {given}")
    sources = [read_literal(text, (options.format,), options.prefer) for text in options.operands]
    rules = rules_of(options)
    if name == CONVERT:
        sheet = conversion_sheet(sources[0], options.format, rules, options.through)
    else:
        sheet = operation_sheet(Operation(name), sources, options.format, rules)
    if options.json:
        from fpviz.app.reports.sheet_json import sheet_json

        print_json(sheet_json(sheet))
    else:
        from fpviz.core.trace.prose import sheet_text

        print(sheet_text(sheet))
    return 0
