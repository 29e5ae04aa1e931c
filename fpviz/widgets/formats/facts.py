"""What is told of a format as a whole: short in a table, whole in a card."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QFontDatabase

from fpviz.core.arithmetic.rounding import Rules
from fpviz.core.formats import IEEE_KINDS, FieldKind, Format
from fpviz.core.formats.facts import Facts, excess_of, facts
from fpviz.core.line.real_text import code_value_text, real_text
from fpviz.core.line.zones import Zone
from fpviz.core.markup import escape
from fpviz.core.text import (
    exact_decimal,
    floor_log10,
    grouped,
    power_text,
    scientific,
    superscript,
    widths_text,
)

translate = QCoreApplication.translate

NONE = "–"


@dataclass(frozen=True, slots=True)
class Told:
    """One fact: what it is called, and itself, short and whole."""

    name: str
    short: str
    whole: str


def told_of(fmt: Format, rules: Rules = Rules()) -> list[Told]:
    """All facts of a format, always the same ones in the same order."""
    found = facts(fmt, rules)
    return [Told(name, *texts(found)) for name, texts in _facts()]


_Texts = Callable[[Facts], tuple[str, str]]


def _facts() -> Sequence[tuple[str, _Texts]]:
    return (
        (translate("FormatFacts", "fields"), _fields),
        (translate("FormatFacts", "bias"), _bias),
        (translate("FormatFacts", "largest"), lambda of: _coded(of, of.format.largest_place)),
        (translate("FormatFacts", "least normal"), _least_normal),
        (translate("FormatFacts", "least subnormal"), _least_subnormal),
        (translate("FormatFacts", "epsilon"), _epsilon),
        (translate("FormatFacts", "overflows"), lambda of: _border(of, of.overflow, upper=False)),
        (translate("FormatFacts", "becomes zero"), lambda of: _border(of, of.to_zero, upper=True)),
        (translate("FormatFacts", "integers exact to"), _integers),
        (translate("FormatFacts", "decimal digits"), _digits),
        (translate("FormatFacts", "finite values"), lambda of: counted(of.counts.values)),
        (translate("FormatFacts", "NaN codes"), _nans),
    )


def _same(text: str) -> tuple[str, str]:
    return text, text


def _fields(of: Facts) -> tuple[str, str]:
    """How many bits the fields have; a field in several pieces as a whole."""
    names = {
        FieldKind.SIGN: translate("FormatFacts", "{count} sign"),
        FieldKind.PREFIX: translate("FormatFacts", "{count} prefix"),
        FieldKind.REGIME: translate("FormatFacts", "{count} regime"),
        FieldKind.EXPONENT: translate("FormatFacts", "{count} exponent"),
        FieldKind.INTEGER: translate("FormatFacts", "{count} integer"),
        FieldKind.LEADING: translate("FormatFacts", "{count} leading bit"),
        FieldKind.FRACTION: translate("FormatFacts", "{count} fraction"),
    }
    if not of.format.has_fixed_shape:
        widths = translate("FormatFacts", "{bits} bits, whose fields vary in length")
        return widths_text(of.format), widths.format(bits=of.format.width)
    counts = dict.fromkeys(_kinds(of.format), 0)
    for field in of.format.shape:
        counts[field.kind] += field.width
    return widths_text(of.format), ", ".join(
        names[kind].format(count=count) for kind, count in counts.items()
    )


def _kinds(fmt: Format) -> Iterable[FieldKind]:
    """The kinds of a format's fields, those of IEEE 754 even where they have no bits."""
    kinds = [field.kind for field in fmt.shape]
    return IEEE_KINDS if set(kinds) <= set(IEEE_KINDS) and not fmt.is_fixed_point else kinds


def _bias(of: Facts) -> tuple[str, str]:
    value = excess_of(of.format)
    return _same(NONE if value is None else str(value))


def _epsilon(of: Facts) -> tuple[str, str]:
    """The distance from 1 to the next value; of fixed point, that of all values."""
    if not of.format.is_fixed_point:
        return _number(of.epsilon)
    ulp = translate("FormatFacts", "ulp {ulp}")
    short, whole = _number(of.format.finest)
    return ulp.format(ulp=short), ulp.format(ulp=whole)


def _number(value: Fraction) -> tuple[str, str]:
    """A power of two as such, a short decimal as one, another number by its first digits."""
    decimal = scientific(value, 6)
    exact = Fraction(decimal) == value
    whole = real_text(value)
    if whole != decimal:
        whole += f" {'=' if exact else '≈'} {decimal}"
    short = power_text(value) if not 1 <= value <= 1 << 16 else ""
    return short or (decimal if exact else f"≈ {scientific(value, 5)}"), whole


def _coded(of: Facts, place: int) -> tuple[str, str]:
    short, whole = _number(of.format.magnitude(place))
    return short, f"{whole}   {of.format.code_text(of.format.code_at(place))}"


def _least_normal(of: Facts) -> tuple[str, str]:
    fmt = of.format
    return _same(NONE) if fmt.is_fixed_point else _coded(of, fmt.min_normal_place)


def _least_subnormal(of: Facts) -> tuple[str, str]:
    return _coded(of, of.format.smallest_place) if of.format.has_subnormals else _same(NONE)


def _border(of: Facts, zone: Zone | None, *, upper: bool) -> tuple[str, str]:
    """Where a zone of positive numbers ends or begins, and what its numbers become."""
    border = None if zone is None else zone.hi if upper else zone.lo
    if zone is None or border is None:
        return _same(NONE)
    closed = zone.hi_closed if upper else zone.lo_closed
    sign = ("≤" if closed else "<") if upper else ("≥" if closed else ">")
    short, whole = _number(border)
    if zone.delivers is None:
        becomes = translate("FormatFacts", "wraps around")
    else:
        becomes = code_value_text(of.format, zone.delivers)
    return f"{sign} {short.removeprefix('≈ ')}", f"x {sign} {whole} → {becomes}"


def _integers(of: Facts) -> tuple[str, str]:
    if not of.integers:
        return _same(NONE)
    most = Fraction(of.integers)
    power = power_text(most) if of.format.base == 2 else _power_of_ten(most)
    short = grouped(of.integers) if most < 1 << 27 else power or real_text(most)
    return short, f"{power} = {exact_decimal(most)}" if power else short


def _power_of_ten(value: Fraction) -> str | None:
    exponent = floor_log10(value)
    return f"10{superscript(exponent)}" if value == 10**exponent else None


def _nans(of: Facts) -> tuple[str, str]:
    """The codes that are no numbers, and those of them that no operation accepts."""
    short, whole = counted(of.counts.nans)
    if not of.counts.invalid:
        return short, whole
    few, all_ = counted(of.counts.invalid)
    text = translate("FormatFacts", "{nans}, and {invalid} invalid")
    return f"{short} + {few}", text.format(nans=whole, invalid=all_)


def _digits(of: Facts) -> tuple[str, str]:
    if of.format.is_fixed_point:
        return _same(NONE)  # small numbers have fewer digits than large ones
    kept, needed = of.digits
    whole = translate("FormatFacts", "{kept} always kept, {needed} tell all apart")
    if of.format.binade_size is None and of.format.radix == of.format.base == 2:
        whole = translate("FormatFacts", "{kept} kept, {needed} tell apart where digits are most")
    return f"{kept} / {needed}", whole.format(kept=kept, needed=needed)


def counted(number: int) -> tuple[str, str]:
    """A count, short and whole."""
    whole = grouped(number)
    return (whole if number < 10**7 else f"≈ {scientific(Fraction(number), 4)}"), whole


def card(fmt: Format, rules: Rules = Rules(), *below: str) -> str:
    """All facts of a format as a page for a tooltip, figures under each other; and more lines."""
    face = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont).family()
    figures = f"font-family: '{escape(face)}'; white-space: pre"
    rows = "".join(
        f'<tr><td style="padding-right: 12px">{escape(each.name)}</td>'
        f'<td style="{figures}">{escape(each.whole)}</td></tr>'
        for each in told_of(fmt, rules)
    )
    lines = "".join(f"<p>{escape(line)}</p>" for text in below for line in text.split("\n"))
    return f"<p><b>{escape(fmt.title or fmt.name)}</b></p><table>{rows}</table>{lines}"
