"""``fpviz trace``: an operation or a conversion, step by step."""

from __future__ import annotations

import argparse
from typing import Any

from fpviz.app.cli.arguments import Parser, UsageError, add_json, argument
from fpviz.app.cli.csv_arguments import add_csv, one_printer, write_rows
from fpviz.app.cli.literal_arguments import add_kinds, read_literal
from fpviz.app.cli.output import print_json
from fpviz.app.cli.rules_arguments import add_rules, rules_of
from fpviz.app.cli.vector_arguments import add_vectors
from fpviz.core.arithmetic.operations import CONVERT, OPERANDS, Operation
from fpviz.core.formats import find_format
from fpviz.core.literals import Literal
from fpviz.core.trace.whole_sheet import Sheet, conversion_sheet, operation_sheet
from fpviz.core.vectors.testfloat import NamedFunction, named_function

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
    operation = made.add_argument(
        "operation",
        type=argument(_named),
        action=_Operation,
        metavar="OPERATION",
        help=f"one of {', '.join(_NAMES)}; or a function of TestFloat, such as f16_add and "
        "f32_to_i32, which names the formats as well",
    )
    operands = made.add_argument("operands", nargs="+", metavar="OPERAND")
    operation.const = made.add_argument(
        "--format",
        "-f",
        type=argument(find_format),
        required=True,
        help="of typed operands and of the result; to-int and to-uint give a result in it only if "
        "it is one of integers, else an int32 or uint32",
    )
    made.add_argument(
        "--to",
        type=argument(find_format),
        metavar="FORMAT",
        help="of the result, where that is another: to-int 2.5 -f fp16 --to int64",
    )
    made.add_argument(
        "--through",
        action="append",
        type=argument(find_format),
        default=[],
        metavar="FORMAT",
        help="convert: warn where rounding into this format first gives another code",
    )
    made.add_argument(
        "--all-rules",
        action="store_true",
        help="a table instead: the result under every rounding, with and without FTZ and DAZ",
    )
    add_rules(made)
    add_kinds(made)
    add_json(made)
    add_vectors(made, operands)
    add_csv(made, "--all-rules: a row a result; --vectors: a row a wrong line")
    return made


class _Operation(argparse.Action):
    """An operation, and the formats that its name tells: then ``const``, which would, need not."""

    def __call__(
        self,
        parser: argparse.ArgumentParser,
        namespace: argparse.Namespace,
        values: Any,  # noqa: ANN401 - argparse's
        option_string: str | None = None,
    ) -> None:
        del parser, option_string
        namespace.operation = values.operation
        if values.format is not None:
            self.const.required = False
            namespace.format = namespace.format or values.format
            namespace.operand_format = namespace.operand_format or values.operands
            namespace.to = namespace.to or values.to


def _named(text: str) -> NamedFunction:
    function = named_function(text)
    if function is None and text not in _NAMES:
        raise UsageError(f"'{text}' is not one of {', '.join(_NAMES)}")
    return function or NamedFunction(text)


def answer(options: argparse.Namespace) -> int:
    """Print the worked sheet, or what is wrong with vectors."""
    if options.vectors is not None:
        from fpviz.app.cli.vector_check import check

        return check(options)
    name, count = options.operation, OPERANDS[options.operation]
    if len(options.operands) != count:
        given = len(options.operands)
        raise UsageError(f"{name} takes {count} operand{'s' * (count > 1)}, not {given}")
    one_printer(options, json="--json")
    if options.csv is not None and not options.all_rules:
        raise UsageError("'--csv' writes the table of '--all-rules'")
    sources = [read_literal(text, (options.format,), options.prefer) for text in options.operands]
    sheet = _sheet(options, sources)
    if options.all_rules:
        _print_table(options, sheet)
    elif options.json:
        from fpviz.app.reports.sheet_json import sheet_json

        print_json(sheet_json(sheet))
    else:
        from fpviz.core.trace.prose import sheet_text

        print(sheet_text(sheet))
    return 0


def _sheet(options: argparse.Namespace, sources: list[Literal]) -> Sheet:
    rules = rules_of(options)
    if options.operation == CONVERT and options.to:
        raise UsageError("convert has its result in the one format that --format names")
    if options.operation == CONVERT:
        return conversion_sheet(sources[0], options.format, rules, options.through)
    return operation_sheet(Operation(options.operation), sources, options.format, rules, options.to)


def _print_table(options: argparse.Namespace, sheet: Sheet) -> None:
    """Print the table of all rules, or write it."""
    from fpviz.core.trace.prose import heading_text
    from fpviz.core.trace.rule_table import rule_table
    from fpviz.core.trace.rule_table_data import csv_rows, data_rows
    from fpviz.core.trace.rule_table_text import table_text

    table = rule_table(sheet)
    if options.csv is not None:
        write_rows(csv_rows(table), options.csv)
    if options.json:
        from fpviz.app.reports.sheet_json import task_json

        print_json({**task_json(sheet), "results": list(data_rows(table))})
    elif str(options.csv) != "-":
        print(heading_text(sheet), table_text(table), sep="\n\n")
