"""The formats as a table for a person: what ``fpviz formats`` prints."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from fpviz.core.arithmetic.rounding import Rules, border, overflow_code
from fpviz.core.formats import CATALOGUE, FieldKind, Format, field_of
from fpviz.core.formats.decoding import decode
from fpviz.core.formats.facts import facts
from fpviz.core.text import exact_decimal, power_text, scientific, value_text, widths_text

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
    notes = [f"{fmt.name}: {fmt.note}" for fmt in formats if fmt.note is not None]
    return "\n".join([*table, "", "aliases", *aliases, *(["", "notes", *notes] if notes else [])])


def facts_of(fmt: Format) -> list[tuple[str, str]]:
    """The cells of a format's row but for its name, each with the name of its column."""
    return list(zip(_COLUMNS[1:], _format_row(fmt)[1:], strict=True))


def _format_row(fmt: Format) -> tuple[str, ...]:
    found = facts(fmt)
    return (
        fmt.name,
        str(fmt.width),
        widths_text(fmt),
        "–" if fmt.is_fixed_point else str(field_of(fmt.shape, FieldKind.EXPONENT).excess),
        _short(fmt.largest),
        _power(fmt.min_normal),
        _power(fmt.smallest) if fmt.has_subnormals else "–",
        "never" if fmt.never_overflows else _overflow_text(fmt),
        _power(found.epsilon),
        power_text(Fraction(found.integers)) or str(found.integers),
        _short(Fraction(found.counts.values)),
        _specials_text(fmt),
    )


def _overflow_text(fmt: Format) -> str:
    threshold, reached = border(fmt, fmt.largest_place, False, Rules())
    target = value_text(decode(fmt, overflow_code(fmt, False, Rules())).number)
    target = target if target in ("inf", "nan") else "largest"
    return f"{'>=' if reached else '>'} {_short(threshold)} → {target}"


def _power(value: Fraction) -> str:
    return power_text(value) or scientific(value, 5)


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
