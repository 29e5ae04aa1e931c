"""Evaluations of expressions as JSON: what ``fpviz eval --json`` prints.

Errors are in ulps of the result, rounded to twelve digits. Of a list there is a list of results.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import TypeVar

from fpviz.app.reports import Json
from fpviz.core.arithmetic.rules_text import unusual_rules
from fpviz.core.expressions import Bounds, Constant, Evaluation, Executed, Execution, Instruction
from fpviz.core.expressions.examples import EXAMPLES
from fpviz.core.expressions.listing import Listing
from fpviz.core.formats import Format
from fpviz.core.formats.decoding import decode
from fpviz.core.literals import Literal
from fpviz.core.text import scientific, value_text

_Each = TypeVar("_Each")


def evaluations_json(found: Sequence[Evaluation], is_contracted: bool) -> Json:
    """An expression in several formats; the operations listed are those of one of two ways."""
    first = found[0]
    rules = first.rules
    return {
        "expression": first.program.text,
        "variables": _variables_json(first.values),
        "rounding": rules.rounding.value,
        "overflow": rules.overflow.value,
        "flush": rules.flush,
        **unusual_rules(rules),
        **({"random_bits": f"{rules.random_bits:#x}"} if rules.draws else {}),
        "contract": is_contracted,
        "formats": [_evaluation_json(each, is_contracted) for each in found],
    }


def _variables_json(values: Mapping[str, Literal]) -> Json:
    return {
        name: {"input": literal.text.strip(), "value": value_text(literal.number)}
        for name, literal in values.items()
    }


def _evaluation_json(evaluation: Evaluation, is_contracted: bool) -> Json:
    followed = evaluation.contracted if is_contracted else evaluation.machine
    exact = [
        _exact_json(each, code)
        for each, code in zip(evaluation.machine.results, evaluation.nearest, strict=True)
    ]
    return {
        "format": evaluation.format.name,
        "exact": _alone(exact, evaluation),
        "machine": _alone(_results_json(evaluation.machine), evaluation),
        "contracted": _alone(_results_json(evaluation.contracted), evaluation),
        "worst": followed.worst and Listing(followed.program).names[followed.worst.place],
        "operations": operations_json(followed),
    }


def _alone(found: list[_Each], evaluation: Evaluation) -> _Each | list[_Each]:
    return found if evaluation.program.is_list else found[0]


def _exact_json(executed: Executed, code: int | None) -> Json:
    """The exact result: its value, if a fraction is one, its leading digits, and its rounding."""
    exact, fmt = executed.exact, executed.format
    number = executed.exact_number
    about = exact.middle if isinstance(exact, Bounds) else None
    return {
        "value": None if number is None else value_text(number),
        "about": None if about is None else scientific(about, 40),
        "format": fmt.name,
        "code": None if code is None else fmt.code_text(code),
        "rounded": None if code is None else value_text(decode(fmt, code).number),
    }


def _results_json(execution: Execution) -> list[Json]:
    return [
        {**_code_json(each.format, each.code), "ulps": _ulps(each.total)}
        for each in execution.results
    ]


def _code_json(fmt: Format, code: int) -> Json:
    value = value_text(decode(fmt, code).number)
    return {"format": fmt.name, "code": fmt.code_text(code), "value": value}


def operations_json(execution: Execution) -> list[Json]:
    """The lines of an execution, typed numbers and variables among them."""
    listing = Listing(execution.program)
    return [_line_json(each, listing) for each in execution.lines]


def _line_json(executed: Executed, listing: Listing) -> Json:
    place, line = executed.place, executed.line
    operands = line.operands if isinstance(line, Instruction) else ()
    kind = "constant" if isinstance(line, Constant) else "variable"
    return {
        "line": listing.names[place],
        "operation": line.name if isinstance(line, Instruction) else kind,
        "text": listing.program.said(place),
        "operands": [
            {"line": listing.names[at], **_code_json(*done.operand)}
            for at, done in zip(operands, executed.operands, strict=True)
        ],
        **_code_json(executed.format, executed.code),
        "flags": executed.flags.names(),
        "ulps": {
            "made": _ulps(executed.made),
            "carried": _ulps(executed.carried),
            "total": _ulps(executed.total),
        },
        "bits_lost": executed.lost,
    }


def _ulps(error: Fraction | None) -> str | None:
    return None if error is None else scientific(error, 12)


def examples_json() -> list[Json]:
    """The examples: what ``fpviz eval --list --json`` prints."""
    return [
        {
            "name": each.name,
            "title": str(each.title),
            "sentence": str(each.sentence),
            "expression": each.text,
            "format": each.format,
            "variables": dict(each.variables),
        }
        for each in EXAMPLES
    ]
