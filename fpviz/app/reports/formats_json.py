"""Every fact of the formats, derived: what ``fpviz formats --json`` prints."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict

from fpviz.app.reports import Json
from fpviz.core.arithmetic.rounding import Rules, border, overflow_code
from fpviz.core.formats import CATALOGUE, Field, FieldKind, Format, binary_layout, field_of
from fpviz.core.formats.decoding import decode
from fpviz.core.formats.facts import facts
from fpviz.core.text import exact_decimal, value_text


def formats_json(formats: Sequence[Format] = CATALOGUE) -> list[Json]:
    """Every fact of the formats, derived."""
    return [_format_json(fmt) for fmt in formats]


def _format_json(fmt: Format) -> Json:
    threshold, reached = border(fmt, fmt.largest_place, False, Rules())
    limit, above = border(fmt, 0, False, Rules()) if fmt.has_zero else (None, False)
    found, layout = facts(fmt), binary_layout(fmt)
    fields = fmt.shape
    exponent, fraction = (field_of(fields, k) for k in (FieldKind.EXPONENT, FieldKind.FRACTION))
    return {
        "format": fmt.name,
        "title": fmt.title,
        "aliases": list(fmt.aliases),
        "note": None if fmt.note is None else str(fmt.note),
        "width": fmt.width,
        "signed": fmt.signed,
        "fields": [field_json(field) for field in fields],
        "exponent_width": exponent.width,
        "fraction_width": fraction.width,
        "precision": fmt.precision,
        "bias": exponent.excess,
        "emin": fmt.emin,
        "emax": fmt.emax,
        "largest": _code_json(fmt, fmt.largest_code),
        "min_normal": _code_json(fmt, fmt.min_normal_code),
        "min_subnormal": _code_json(fmt, fmt.smallest_code) if fmt.has_subnormals else None,
        "zero_limit": None
        if limit is None
        else {"value": exact_decimal(limit), "to_zero": not above},
        "overflow": {
            "value": exact_decimal(threshold),
            "overflows": reached,
            "to": value_text(decode(fmt, overflow_code(fmt, False, Rules())).number),
        },
        "specials": layout.specials.key if layout else None,
        "infinity": fmt.code_text(fmt.infinity_code) if fmt.infinity_code is not None else None,
        "nan": fmt.code_text(fmt.nan_code) if fmt.nan_code is not None else None,
        "negative_zero": fmt.has_negative_zero,
        "epsilon": exact_decimal(found.epsilon),
        "exact_integers": str(found.integers),
        "digits": {"kept": found.digits[0], "needed": found.digits[1]},
        "values": str(found.counts.values),
        "codes": {name: str(n) for name, n in asdict(found.counts).items() if name != "values"},
    }


def field_json(field: Field) -> Json:
    """What a field is for, and its bits."""
    return {"kind": field.kind.value, "low": field.low, "high": field.high}


def _code_json(fmt: Format, code: int) -> Json:
    return {"code": fmt.code_text(code), "value": value_text(decode(fmt, code).number)}
