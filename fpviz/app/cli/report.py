"""Formats and snapshots as text and as JSON: what ``fpviz formats`` and ``fpviz show`` print.

The names in the JSON are a contract; a code is a hex string of the format's width, a value an
exact decimal string, or a fraction ``"1/3"`` where no decimal ends.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from fractions import Fraction
from typing import Any

from fpviz.core.arithmetic.rounding import Rounding, Rules, border, overflow_code
from fpviz.core.arithmetic.typed_operations import ByMachine, by_machine
from fpviz.core.formats import CATALOGUE, Format
from fpviz.core.formats.decoding import Decoded, NumberClass, decode
from fpviz.core.formats.facts import facts
from fpviz.core.reading import Reading, Snapshot
from fpviz.core.text import (
    bit_fields,
    exact_decimal,
    exact_text,
    power_text,
    scientific,
    value_text,
)

Json = dict[str, Any]


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
    if rules.daz:
        report["daz"] = True
    if rules.rounding is Rounding.STOCHASTIC:
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
            "operation": machine.operation.value,
            "operands": [operand.text.strip() for operand in machine.operands],
            "command": machine.command,
        }
    }


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


def reading_json(reading: Reading) -> Json:
    """One reading as ``fpviz show --json`` prints it; what has no value is ``null``."""
    decoded, fmt = reading.decoded, reading.format
    sign, exponent, fraction = bit_fields(fmt, reading.code)
    error = reading.error
    significand = decoded.significand
    return {
        "format": fmt.name,
        "code": fmt.code_text(reading.code),
        "bits": {"sign": sign, "exponent": exponent, "fraction": fraction},
        "class": decoded.number_class.value,
        "value": value_text(reading.number),
        "shortest": reading.shortest if _is_number(decoded) else value_text(reading.number),
        **({"about_shortest": str(about)} if (about := reading.about_shortest) else {}),
        "hexfloat": reading.hexfloat if _is_number(decoded) else value_text(reading.number),
        "exponent": decoded.exponent,
        "significand": None
        if significand is None
        else exact_decimal(Fraction(significand, 1 << fmt.fraction_width)),
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


def _is_number(decoded: Decoded) -> bool:
    return decoded.number_class is not NumberClass.NAN


def _exact_or_none(value: Fraction | None) -> str | None:
    return None if value is None else exact_decimal(value)


def _neighbour_json(decoded: Decoded | None) -> Json | None:
    if decoded is None:
        return None
    return {"code": decoded.format.code_text(decoded.code), "value": value_text(decoded.number)}


def formats_json(formats: Sequence[Format] = CATALOGUE) -> list[Json]:
    """Every fact of the formats, derived."""
    return [_format_json(fmt) for fmt in formats]


def _format_json(fmt: Format) -> Json:
    threshold, reached = border(fmt, fmt.largest_code, False, Rules())
    limit, above = border(fmt, 0, False, Rules()) if fmt.has_zero else (None, False)
    found = facts(fmt)
    return {
        "format": fmt.name,
        "title": fmt.title,
        "aliases": list(fmt.aliases),
        "width": fmt.width,
        "signed": fmt.signed,
        "exponent_width": fmt.exponent_width,
        "fraction_width": fmt.fraction_width,
        "precision": fmt.precision,
        "bias": fmt.bias,
        "emin": fmt.emin,
        "emax": fmt.emax,
        "largest": _code_json(fmt, fmt.largest_code),
        "min_normal": _code_json(fmt, fmt.min_normal_code),
        "min_subnormal": _code_json(fmt, 1) if fmt.has_subnormals else None,
        "zero_limit": None
        if limit is None
        else {"value": exact_decimal(limit), "to_zero": not above},
        "overflow": {
            "value": exact_decimal(threshold),
            "overflows": reached,
            "to": value_text(decode(fmt, overflow_code(fmt, False, Rules())).number),
        },
        "specials": fmt.specials.value,
        "infinity": fmt.code_text(fmt.infinity_code) if fmt.infinity_code is not None else None,
        "nan": fmt.code_text(fmt.nan_code) if fmt.nan_code is not None else None,
        "negative_zero": fmt.has_negative_zero,
        "epsilon": exact_decimal(found.epsilon),
        "exact_integers": str(found.integers),
        "digits": {"kept": found.digits[0], "needed": found.digits[1]},
        "values": str(found.counts.values),
        "codes": {name: str(n) for name, n in asdict(found.counts).items()},
    }


def _code_json(fmt: Format, code: int) -> Json:
    return {"code": fmt.code_text(code), "value": value_text(decode(fmt, code).number)}


_COLUMNS = (
    "format",
    "width",
    "s·e·f",
    "bias",
    "largest",
    "min normal",
    "min subn.",
    "overflow",
    "epsilon",
    "integers to",
    "values",
    "specials",
)


def formats_text(formats: Sequence[Format] = CATALOGUE) -> str:
    """The catalogue as a table, with the aliases under it."""
    rows = [_COLUMNS, *map(_format_row, formats)]
    widths = [max(len(row[i]) for row in rows) for i in range(len(_COLUMNS))]
    table = [
        "  ".join(c.ljust(w) for c, w in zip(row, widths, strict=True)).rstrip() for row in rows
    ]
    aliases = [f"{fmt.name}: {', '.join(fmt.aliases)}" for fmt in formats if fmt.aliases]
    return "\n".join([*table, "", "aliases", *aliases])


def _format_row(fmt: Format) -> tuple[str, ...]:
    threshold, reached = border(fmt, fmt.largest_code, False, Rules())
    target = value_text(decode(fmt, overflow_code(fmt, False, Rules())).number)
    target = target if target in ("inf", "nan") else "largest"
    found = facts(fmt)
    return (
        fmt.name,
        str(fmt.width),
        f"{int(fmt.signed)}·{fmt.exponent_width}·{fmt.fraction_width}",
        str(fmt.bias),
        _short(fmt.largest),
        power_text(fmt.min_normal) or "",
        (power_text(fmt.smallest) or "") if fmt.has_subnormals else "–",
        f"{'>=' if reached else '>'} {_short(threshold)} → {target}",
        power_text(found.epsilon) or "1",
        power_text(Fraction(found.integers)) or str(found.integers),
        _short(Fraction(found.counts.values)),
        _specials_text(fmt),
    )


def _short(value: Fraction) -> str:
    return exact_decimal(value) if value < 10**6 else scientific(value, 5)


def _specials_text(fmt: Format) -> str:
    parts = []
    if fmt.infinity_code is not None:
        parts.append(f"inf {fmt.code_text(fmt.infinity_code)}")
    if fmt.nan_code is not None:
        parts.append(f"NaN {fmt.code_text(fmt.nan_code)}")
    if fmt.signed and not fmt.has_negative_zero:
        parts.append("no -0")
    return ", ".join(parts) or "none"
