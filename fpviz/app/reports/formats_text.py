"""The formats as a table for a person: what ``fpviz formats`` prints."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from itertools import groupby

from fpviz.core.arithmetic.rounding import Rules, border, overflow_code
from fpviz.core.formats import CATALOGUE, Family, Format, family_of
from fpviz.core.formats.decoding import decode
from fpviz.core.formats.facts import excess_of, facts
from fpviz.core.text import exact_decimal, power_text, scientific, value_text, widths_text

_COLUMNS = (
    "format",
    "width",
    "fields",
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
    """A table for each family, with the aliases and notes under them."""
    tables = [_table(family, list(members)) for family, members in groupby(formats, key=family_of)]
    aliases = [f"{fmt.name}: {', '.join(fmt.aliases)}" for fmt in formats if fmt.aliases]
    notes = [f"{fmt.name}: {fmt.note}" for fmt in formats if fmt.note is not None]
    told = (("aliases", aliases), ("notes", notes))
    below = ["\n".join([title, *lines]) for title, lines in told if lines]
    return "\n\n".join([*tables, *below])


def _table(family: Family | None, formats: Sequence[Format]) -> str:
    rows = [_COLUMNS, *map(_format_row, formats)]
    widths = [max(len(row[i]) for row in rows) for i in range(len(_COLUMNS))]
    lines = [
        "  ".join(c.ljust(w) for c, w in zip(row, widths, strict=True)).rstrip() for row in rows
    ]
    return "\n".join([*([str(family.title)] if family else []), *lines])


def facts_of(fmt: Format) -> list[tuple[str, str]]:
    """The cells of a format's row but for its name, each with the name of its column."""
    return list(zip(_COLUMNS[1:], _format_row(fmt)[1:], strict=True))


def _format_row(fmt: Format) -> tuple[str, ...]:
    found = facts(fmt)
    return (
        fmt.name,
        str(fmt.width),
        widths_text(fmt),
        "–" if (excess := excess_of(fmt)) is None else str(excess),
        _short(fmt.largest),
        "–" if fmt.is_fixed_point else _power(fmt.min_normal),
        _power(fmt.smallest) if fmt.has_subnormals else "–",
        "never" if fmt.never_overflows else _overflow_text(fmt),
        f"ulp {_power(fmt.finest)}" if fmt.is_fixed_point else _power(found.epsilon),
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
        parts.append(f"{fmt.nan_name} {fmt.code_text(fmt.nan_code)}")
    if fmt.signed and not fmt.has_negative_zero:
        parts.append("no -0")
    return ", ".join(parts) or "none"
