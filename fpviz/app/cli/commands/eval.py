"""``fpviz eval``: an expression, as machines evaluate it."""

from __future__ import annotations

import argparse
from collections.abc import Mapping, Sequence

from fpviz.app.cli.arguments import Parser, UsageError, add_json, argument
from fpviz.app.cli.csv_arguments import add_csv, one_printer, write_rows
from fpviz.app.cli.literal_arguments import add_kinds, read_literal
from fpviz.app.cli.output import print_json
from fpviz.app.cli.rules_arguments import add_rules, rules_of
from fpviz.core.expressions import Evaluation
from fpviz.core.expressions.typed_program import read_program
from fpviz.core.formats import find_format
from fpviz.core.phrase import quoted

_FORMAT = "fp64"
"""Where no format is named: what machines evaluate expressions in."""


def parser() -> Parser:
    """An expression, values of its variables, formats, rules and a form."""
    made = Parser(
        prog="fpviz eval",
        description="An expression three ways: exactly, operation by operation as a machine does "
        "it, and with products fused into sums.",
        epilog="Numbers are rounded to the format first; 0.1@bf16 and codes such as "
        "fp32:0x3f800000 keep their own. Operations are + - * / ^, sqrt(x), fma(a, b, c) and all "
        "that 'fpviz trace' knows; bf16(x) converts, 's@fp32 = a*b; s + c' computes s in fp32, and "
        "[1, 2, 3] is a list, which sum(x) adds.",
    )
    made.add_argument("expression", nargs="?", metavar="EXPRESSION")
    made.add_argument("--format", "-f", dest="formats", action="append", type=argument(find_format))
    made.add_argument(
        "--set",
        dest="settings",
        action="append",
        default=[],
        metavar="NAME=LITERAL",
        help="the value of a variable: 0.1, 0.1@bf16, fp32:0x3f800000, [10, 11, 12]",
    )
    made.add_argument(
        "--contract",
        action="store_true",
        help="list the operations with products fused into sums, as -ffp-contract=fast does",
    )
    made.add_argument("--list", action="store_true", help="print examples")
    add_rules(made)
    add_kinds(made)
    add_json(made)
    add_csv(made, "a row an operation")
    return made


def answer(options: argparse.Namespace) -> int:
    """Print the evaluations, or the examples."""
    one_printer(options, json="--json")
    if options.list:
        _print_examples(options)
    elif options.expression is None:
        raise UsageError("type an expression such as '0.1+0.2', or --list for examples")
    else:
        _print(_evaluations(options), options)
    return 0


def _evaluations(options: argparse.Namespace) -> list[Evaluation]:
    formats = tuple(dict.fromkeys(options.formats or (find_format(_FORMAT),)))
    rules, texts = rules_of(options), _texts(options.settings)
    typed = read_program(
        options.expression, texts, rules, lambda text: read_literal(text, formats, options.prefer)
    )
    for name in texts:
        if name not in typed.names:
            accepted = ", ".join(typed.names) or "none"
            raise UsageError(
                f"{quoted(options.expression)} has no variable {name}; its variables: {accepted}"
            )
    return [typed.evaluated(fmt, rules) for fmt in formats]


def _texts(settings: Sequence[str]) -> Mapping[str, str]:
    texts = {}
    for each in settings:
        name, sign, text = each.partition("=")
        if not sign:
            raise UsageError(f"--set {quoted(each)} has no value; type NAME=LITERAL")
        texts[name.strip()] = text
    return texts


def _print(found: list[Evaluation], options: argparse.Namespace) -> None:
    if options.csv is not None:
        from fpviz.app.reports.evaluation_csv import operations_table

        chosen = (each.contracted if options.contract else each.machine for each in found)
        write_rows(operations_table(chosen), options.csv)
    elif options.json:
        from fpviz.app.reports.evaluation_json import evaluations_json

        print_json(evaluations_json(found, options.contract))
    else:
        from fpviz.app.reports.evaluation_text import evaluations_text

        print(evaluations_text(found, options.contract))


def _print_examples(options: argparse.Namespace) -> None:
    if options.json:
        from fpviz.app.reports.evaluation_json import examples_json

        print_json(examples_json())
    else:
        from fpviz.app.reports.evaluation_text import examples_text

        print(examples_text())
