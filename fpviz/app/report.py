"""Formats and snapshots as text and as JSON: what ``fpviz formats`` and ``fpviz show`` print.

The names in the JSON are a contract; a code is a hex string of the format's width, a value an
exact decimal string, or a fraction ``"1/3"`` where no decimal ends.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import asdict
from fractions import Fraction
from functools import cache
from typing import Any

from fpviz.core.decoding import Decoded, NumberClass, decode
from fpviz.core.facts import facts
from fpviz.core.formats import CATALOGUE, Format
from fpviz.core.machine import ByMachine, by_machine
from fpviz.core.notation import MARKDOWN, find_notation, markdown_table
from fpviz.core.numbers import Finite, power_of_two
from fpviz.core.reading import Errors, Reading, Snapshot
from fpviz.core.rounding import Rounding, Rules, border, overflow_code
from fpviz.core.text import (
    bit_fields,
    exact_decimal,
    exact_text,
    power_text,
    scientific,
    shortest_decimal,
    superscript,
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
    }


def _is_number(decoded: Decoded) -> bool:
    return decoded.number_class is not NumberClass.NAN


def _exact_or_none(value: Fraction | None) -> str | None:
    return None if value is None else exact_decimal(value)


def _neighbour_json(decoded: Decoded | None) -> Json | None:
    if decoded is None:
        return None
    return {"code": decoded.format.code_text(decoded.code), "value": value_text(decoded.number)}


def snapshot_text(snapshot: Snapshot) -> str:
    """A snapshot for a person: the input and its rules, then a block a format."""
    state, rules = snapshot.state, snapshot.state.rules
    exact = exact_text(state.source.number)
    head = [f"input     {state.source.text.strip()}"]
    if exact != state.source.text.strip():
        head.append(f"exact     {_shortened(exact)}")
    flush = ", subnormals flushed to zero" if rules.flush else ""
    draw = f" with random bits {rules.random_bits:#x} of {rules.random_width}"
    drawn = draw if rules.rounding is Rounding.STOCHASTIC else ""
    head.append(f"rules     {rules.rounding.value}{drawn}, overflow {rules.overflow.value}{flush}")
    machines = {each.format: each for each in by_machine(snapshot)}
    blocks = [_reading_text(each, machines.get(each.format)) for each in snapshot.readings]
    return "\n\n".join(["\n".join(head), *blocks])


class SnapshotWriter:
    """One snapshot after the other as text, with empty lines between those that take several.

    With the name of a notation every reading as it writes it, a line each; Markdown, a table each.
    Raises NotationError for a name that is none, and where the notation has no text for a format.
    """

    def __init__(self, notation: str | None = None) -> None:
        self._gap = ""
        self._text: Callable[[Snapshot], str] = snapshot_text
        self._lines = False
        if notation == MARKDOWN:
            self._text = lambda snapshot: markdown_table(snapshot.readings)
        elif notation is not None:
            writer, self._lines = find_notation(notation), True
            self._text = lambda snapshot: "\n".join(
                writer.text(reading.format, reading.code) for reading in snapshot.readings
            )

    def __call__(self, snapshot: Snapshot) -> str:
        text = self._gap + self._text(snapshot)
        self._gap = "" if self._lines else "\n"
        return text


@cache
def _ulp_text(exponent: int) -> str:
    """A power of two, of which many readings have the same."""
    return f"2{superscript(exponent)} = {scientific(power_of_two(exponent), 12)}"


def _reading_text(reading: Reading, machine: ByMachine | None = None) -> str:
    fmt = reading.format
    bits = " ".join(filter(None, bit_fields(fmt, reading.code)))
    lines = [f"{fmt.name:<16}{fmt.code_text(reading.code)}  {bits}"]
    rows = _reading_rows(reading) + ([] if machine is None else _machine_rows(machine))
    return "\n".join(lines + [f"  {name:<12}{text}" for name, text in rows])


def _reading_rows(reading: Reading) -> list[tuple[str, str]]:
    """What is said of a reading, by name."""
    decoded, flags, error = reading.decoded, reading.flags.names(), reading.error
    exactness = ", ".join(flags) or ("exact" if reading.is_exact else "payload cut")
    spared = "  (a code as it stands: FTZ flushes results alone)" if reading.is_spared else ""
    neighbours = (_neighbour_text(each) for each in (reading.previous, reading.next))
    rows = [
        ("value", _shortened(exact_text(reading.number))),
        ("class", f"{decoded.number_class.value}, {exactness}{spared}"),
    ]
    significand = decoded.significand
    if significand is not None:
        about = reading.about_shortest
        rows.append(("shortest", reading.shortest + (f"  ({about})" if about else "")))
        rows.append(("hex-float", reading.hexfloat))
    if significand:
        rows.append(("exponent", _exponent_text(decoded)))
    if decoded.exponent is not None:
        rows.append(("ulp", _ulp_text(decoded.exponent - reading.format.fraction_width)))
    rows.append(("neighbours", "  and  ".join(neighbours)))
    if error and error.absolute:
        rows.append(("error", _error_text(error)))
    return rows


def _machine_rows(machine: ByMachine) -> list[tuple[str, str]]:
    code, value = machine.format.code_text(machine.code), _machine_value(machine)
    return [
        ("machine", f"{value} = {code}: it rounds its operands first"),
        ("", f"above is the exact result, rounded once; '{machine.command}' shows why"),
    ]


def _machine_value(machine: ByMachine) -> str:
    """The shortest decimal, as languages print it."""
    if isinstance(machine.number, Finite):
        return shortest_decimal(machine.format, machine.code)
    return exact_text(machine.number)


def _exponent_text(decoded: Decoded) -> str:
    fmt, field = decoded.format, decoded.exponent_field
    if decoded.number_class is NumberClass.SUBNORMAL:
        return f"field 0 means 1 - {fmt.bias} = {decoded.exponent}, no hidden one"
    return f"field {field} - bias {fmt.bias} = {decoded.exponent}"


def _neighbour_text(decoded: Decoded | None) -> str:
    if decoded is None:
        return "none"
    return f"{_shortened(exact_text(decoded.number))} ({decoded.format.code_text(decoded.code)})"


def _error_text(error: Errors) -> str:
    relative = "" if error.relative is None else f", relative {scientific(error.relative, 4)}"
    return f"{scientific(error.absolute, 12)}{relative}, {scientific(error.ulps, 4)} ulp"


def _shortened(text: str, longest: int = 80) -> str:
    """Long decimals cut in the middle, with their length: nothing is cut in silence."""
    if len(text) <= longest:
        return text
    return f"{text[:40]}…{text[-20:]} ({len(text)} characters; --json prints all)"


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
