"""Every fact of the formats, derived: what ``fpviz formats --json`` prints."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict

from fpviz.app.reports import Json
from fpviz.core.arithmetic.rounding import Rules, border, overflow_code
from fpviz.core.formats import CATALOGUE, Field, FieldKind, Format, binary_layout, family_of
from fpviz.core.formats.decoding import decode
from fpviz.core.formats.facts import excess_of, facts
from fpviz.core.text import exact_decimal, value_text


def formats_json(formats: Sequence[Format] = CATALOGUE) -> list[Json]:
    """Every fact of the formats, derived."""
    return [_format_json(fmt) for fmt in formats]


def _format_json(fmt: Format) -> Json:
    reaches_zero = fmt.has_zero and fmt.rounds_to_zero
    limit, above = border(fmt, 0, False, Rules()) if reaches_zero else (None, False)
    found, layout, family = facts(fmt), binary_layout(fmt), family_of(fmt)
    return {
        "format": fmt.name,
        "title": fmt.title,
        "aliases": list(fmt.aliases),
        "family": None if family is None else family.key,
        "family_title": None if family is None else str(family.title),
        "note": None if fmt.note is None else str(fmt.note),
        "width": fmt.width,
        "signed": fmt.signed,
        "fields": [field_json(field) for field in fmt.shape] if fmt.has_fixed_shape else None,
        "exponent_width": _width(fmt, FieldKind.EXPONENT),
        "fraction_width": _width(fmt, FieldKind.FRACTION),
        "base": fmt.base,
        "radix": fmt.radix,
        "precision": fmt.precision,
        "bias": excess_of(fmt),
        "emin": fmt.emin,
        "emax": fmt.emax,
        "largest": _code_json(fmt, fmt.largest_code),
        "min_normal": _code_json(fmt, fmt.min_normal_code),
        "min_subnormal": _code_json(fmt, fmt.smallest_code) if fmt.has_subnormals else None,
        "zero_limit": None
        if limit is None
        else {"value": exact_decimal(limit), "to_zero": not above},
        "overflow": None if fmt.never_overflows else _overflow_json(fmt),
        "specials": layout.specials.key if layout else None,
        "infinity": fmt.code_text(fmt.infinity_code) if fmt.infinity_code is not None else None,
        "nan": fmt.code_text(fmt.nan_code) if fmt.nan_code is not None else None,
        "negative_zero": fmt.has_negative_zero,
        "epsilon": None if fmt.is_fixed_point else exact_decimal(found.epsilon),
        "exact_integers": str(found.integers),
        "digits": {"kept": found.digits[0], "needed": found.digits[1]},
        "values": str(found.counts.values),
        "codes": {name: str(n) for name, n in asdict(found.counts).items() if name != "values"},
    }


def _width(fmt: Format, kind: FieldKind) -> int | None:
    """How many bits all codes have in fields of a kind; ``None`` where that varies."""
    if not fmt.has_fixed_shape:
        return None
    return sum(field.width for field in fmt.shape if field.kind is kind)


def _overflow_json(fmt: Format) -> Json:
    threshold, reached = border(fmt, fmt.largest_place, False, Rules())
    return {
        "value": exact_decimal(threshold),
        "overflows": reached,
        "to": value_text(decode(fmt, overflow_code(fmt, False, Rules())).number),
    }


def field_json(field: Field) -> Json:
    """What a field is for, and its bits."""
    return {"kind": field.kind.value, "low": field.low, "high": field.high}


def _code_json(fmt: Format, code: int) -> Json:
    return {"code": fmt.code_text(code), "value": value_text(decode(fmt, code).number)}
