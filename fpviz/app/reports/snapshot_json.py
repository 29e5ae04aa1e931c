"""Snapshots as ``fpviz show --json`` prints them."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from fpviz.app.reports import Json
from fpviz.app.reports.formats_json import field_json
from fpviz.core.arithmetic.rules_text import unusual_rules
from fpviz.core.arithmetic.typed_operations import ByMachine, by_machine
from fpviz.core.formats import IEEE_KINDS, Field, field_of
from fpviz.core.formats.decoding import Decoded
from fpviz.core.numbers import NaN
from fpviz.core.reading import Reading, Snapshot
from fpviz.core.text import exact_decimal, exact_text, formula_text, value_text


def snapshots_json(found: Sequence[tuple[int | None, Snapshot]]) -> Json | list[Json]:
    """Snapshots as ``fpviz show --json`` prints them: a report, or a list of several.

    Those of lines, whose number stands before each, are always a list, and say their line.
    """
    reports = []
    for line, snapshot in found:
        report = snapshot_json(snapshot)
        reports.append(report if line is None else {"line": line, **report})
    alone = len(reports) == 1 and "line" not in reports[0]
    return reports[0] if alone else reports


def snapshot_json(snapshot: Snapshot) -> Json:
    """A snapshot as ``fpviz show --json`` prints it."""
    state, rules = snapshot.state, snapshot.state.rules
    report: Json = {
        "input": state.source.text,
        "exact": exact_text(state.source.number),
        "rounding": rules.rounding.value,
        "overflow": rules.overflow.value,
        "flush": rules.flush,
    }
    report |= unusual_rules(rules)
    if rules.draws:
        report["random_bits"] = f"{rules.random_bits:#x}"
    machines = {each.format: _machine_json(each) for each in by_machine(snapshot)}
    report["readings"] = [
        reading_json(reading) | machines.get(reading.format, {}) for reading in snapshot.readings
    ]
    return report


def _machine_json(machine: ByMachine) -> Json:
    """What a machine gets, where that is another code."""
    return {
        "machine": {
            "code": machine.format.code_text(machine.code),
            "value": value_text(machine.number),
            "operation": None if machine.operation is None else machine.operation.rule.key,
            "operands": [operand.text.strip() for operand in machine.operands],
            "command": machine.command,
            "evaluation": machine.evaluation,
        }
    }


def reading_json(reading: Reading) -> Json:
    """One reading as ``fpviz show --json`` prints it; what has no value is ``null``."""
    decoded, fmt = reading.decoded, reading.format
    fields, error = decoded.fields, reading.error
    return {
        "format": fmt.name,
        "code": fmt.code_text(reading.code),
        "bits": _bits(fields),
        "fields": [
            {
                **field_json(field),
                "bits": field.digits,
                "value": str(field.value),
                "excess": field.excess,
                "weight": field.weight,
            }
            for field in fields
        ],
        "class": decoded.number_class.value,
        "remark": None if (remark := fmt.remark(reading.code)) is None else str(remark),
        "formula": None if decoded.significand is None else formula_text(fmt, reading.code),
        "value": value_text(reading.number),
        "shortest": reading.shortest if _is_number(decoded) else value_text(reading.number),
        **({"about_shortest": str(about)} if (about := reading.about_shortest) else {}),
        "hexfloat": reading.hexfloat if _is_number(decoded) else value_text(reading.number),
        "exponent": decoded.exponent,
        "significand": _significand(decoded),
        "error": {
            "absolute": exact_decimal(error.absolute) if error else None,
            "relative": _exact_or_none(error.relative) if error else None,
            "ulps": exact_decimal(error.ulps) if error else None,
        },
        "ulp": _exact_or_none(reading.ulp),
        "previous": _neighbour_json(reading.previous),
        "next": _neighbour_json(reading.next),
        "flags": reading.flags.names(),
        **({"zeroed_in": reading.zeroed_in.name} if reading.zeroed_in else {}),
    }


def _bits(fields: tuple[Field, ...]) -> Json | None:
    """The digits of sign, exponent and fraction; ``None`` where there are others, or several of a
    kind."""
    kinds = [field.kind for field in fields]
    if len(set(kinds)) < len(kinds) or not set(kinds) <= set(IEEE_KINDS):
        return None
    return {kind.value: field_of(fields, kind).digits for kind in IEEE_KINDS}


def _is_number(decoded: Decoded) -> bool:
    return not isinstance(decoded.number, NaN)


def _significand(decoded: Decoded) -> str | None:
    significand, exponent, quantum = decoded.significand, decoded.exponent, decoded.quantum
    if significand is None or exponent is None or quantum is None:
        return None
    return exact_decimal(Fraction(significand, decoded.format.base ** (exponent - quantum)))


def _exact_or_none(value: Fraction | None) -> str | None:
    return None if value is None else exact_decimal(value)


def _neighbour_json(decoded: Decoded | None) -> Json | None:
    if decoded is None:
        return None
    return {"code": decoded.format.code_text(decoded.code), "value": value_text(decoded.number)}
