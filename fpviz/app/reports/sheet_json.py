"""Worked sheets and rounding proofs as JSON: what ``fpviz trace --json`` prints.

Each sentence comes whole, as a template and with its values.
"""

from __future__ import annotations

from fpviz.app.reports import Json
from fpviz.app.reports.rules_json import rules_json
from fpviz.core.formats.decoding import Decoded, decode
from fpviz.core.numbers import Finite, Infinity, NaN
from fpviz.core.text import exact_decimal, value_text
from fpviz.core.trace.headings import relation
from fpviz.core.trace.proof import Proof
from fpviz.core.trace.sheet import DigitRow, Step, Trace
from fpviz.core.trace.whole_sheet import Sheet
from fpviz.core.trace.working.endless import exact_brief


def sheet_json(sheet: Sheet) -> Json:
    """A sheet as ``fpviz trace --json`` prints it."""
    found = relation(sheet.trace)
    told = {"relation": str(found)} if found else {}
    proof = {"proof": proof_json(sheet.proof)} if sheet.proof else {}
    return task_json(sheet) | told | _steps_json(sheet.trace) | proof


def task_json(sheet: Sheet) -> Json:
    """What a sheet works out, of what, and by which rules."""
    trace = sheet.trace
    report: Json = {"operation": trace.name, "format": trace.format.name, **rules_json(trace.rules)}
    if sheet.operands:
        conversions = dict(sheet.conversions)
        report["operands"] = [
            {
                "name": name,
                "input": source.text.strip(),
                **_code_json(decode(*operand)),
                "conversion": _steps_json(conversions[name]) if name in conversions else None,
            }
            for name, source, operand in zip("abc", sheet.sources, sheet.operands, strict=False)
        ]
    else:
        report["input"] = sheet.sources[0].text.strip()
    return report


def _steps_json(trace: Trace) -> Json:
    decoded = decode(trace.format, trace.code)
    return {
        "exact": _exact_text(trace),
        "result": _code_json(decoded),
        "flags": trace.flags.names(),
        "steps": [_step_json(step) for step in trace.steps],
    }


def _exact_text(trace: Trace) -> str:
    """The exact result; of an irrational one the leading digits."""
    exact = trace.exact
    return (
        value_text(exact)
        if isinstance(exact, Finite | Infinity | NaN)
        else exact_brief(trace.format, exact)
    )


def _code_json(decoded: Decoded) -> Json:
    return {
        "format": decoded.format.name,
        "code": decoded.format.code_text(decoded.code),
        "value": value_text(decoded.number),
    }


def _step_json(step: Step) -> Json:
    place = step.place
    return {
        "step": step.kind.value,
        "title": str(step.title),
        "text": str(step.text),
        "sentences": [
            {
                "template": sentence.template,
                "values": {name: str(value) for name, value in sentence.values},
            }
            for sentence in step.sentences
        ],
        "cut": step.cut,
        "rows": [_row_json(row) for row in step.rows],
        "place": place
        and {
            "format": place.format.name,
            "code": place.format.code_text(place.code),
            "bits": [place.lowest, place.highest],
        },
    }


def _row_json(row: DigitRow) -> Json:
    return {
        "label": str(row.label),
        "negative": row.negative,
        "digits": row.symbols,
        "column": row.column,
        "exponent": row.exponent,
        "roles": [[role.value, count] for role, count in row.role_runs()],
        "tail": row.tail and {"count": row.tail.count},
        "packed": row.packed,
        "total": row.total,
        **({"fields": list(row.fields)} if row.packed else {}),
        **({"base": row.base} if row.base != 2 else {}),
    }


def proof_json(proof: Proof) -> Json:
    """A rounding proof as JSON; what there is not is ``null``."""
    fmt, around = proof.format, proof.neighbours
    return {
        "exact": value_text(proof.number),
        "below": around and around.below and _code_json(around.below),
        "above": around and around.above and _code_json(around.above),
        "midpoint": around and exact_decimal(around.midpoint),
        "distances": around and [exact_decimal(distance) for distance in around.distances],
        "ulp": around and exact_decimal(around.ulp),
        "share": around and exact_decimal(around.share),
        "code": fmt.code_text(proof.rounded.code),
        "reasons": [str(each) for each in proof.reasons],
        "choices": {
            choice.rounding.value: fmt.code_text(choice.rounded.code) for choice in proof.choices
        },
        "detours": [
            {
                "through": each.through.name,
                "first": each.through.code_text(each.first.code),
                "code": fmt.code_text(each.second.code),
                "differs": each.differs,
            }
            for each in proof.detours
        ],
    }
