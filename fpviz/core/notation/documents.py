"""Readings for documents: a formula for LaTeX, a table for Markdown."""

from __future__ import annotations

from collections.abc import Iterable

from fpviz.core.formats import Format, NumberClass
from fpviz.core.formats.decoding import Decoded, decode
from fpviz.core.notation.numerals import bits
from fpviz.core.numbers import Finite, Infinity, NaN
from fpviz.core.phrase import Say, phrase
from fpviz.core.reading import Reading
from fpviz.core.text import brief, scientific

_LONGEST_VALUE = 40
"""Letters of a decimal that stands in a formula complete."""


def latex(fmt: Format, code: int) -> str | None:
    """The fields in their formula and what it comes to, for LaTeX's text; ``None`` if invalid."""
    decoded = decode(fmt, code)
    if decoded.number_class is NumberClass.INVALID:
        return None
    match decoded.number:
        case Finite():
            return f"${_formula(decoded)} {_value(decoded)}$"
        case Infinity(negative):
            return "$-\\infty$" if negative else "$+\\infty$"
        case NaN(negative, payload, quiet):
            name = f"\\mathrm{{{'NaN' if quiet else 'sNaN'}}}"
            held = f"(\\mathtt{{{payload:#x}}})" if payload else ""
            return f"${'-' * negative}{name}{held}$"


def _formula(decoded: Decoded) -> str:
    fmt = decoded.format
    sign = f"(-1)^{{{int(decoded.negative)}}} \\times " if fmt.signed else ""
    if fmt.base != 2:
        return f"{sign}{decoded.significand} \\times {fmt.base}^{{{decoded.quantum}}}"
    whole, fraction = decoded.digits()
    point = f".{fraction}" if fraction else ""
    base = "_{2}" if fmt.base == 2 else ""
    return f"{sign}{fmt.base}^{{{decoded.exponent}}} \\times {whole}{point}{base}"


def _value(decoded: Decoded) -> str:
    """``= 1.125``; or, where the decimal is long, its first digits behind an approximate sign."""
    number, precision = decoded.number, decoded.format.precision
    assert isinstance(number, Finite)
    exact = brief(number, _LONGEST_VALUE)
    if not exact.endswith("…") and "e" not in exact:
        return f"= {exact}"
    digits = max(17, precision * 3 // 10 + 3)  # as many as tell this value from its neighbours
    return f"\\approx {_power_of_ten(scientific(number.value, digits))}"


def _power_of_ten(text: str) -> str:
    mantissa, e, exponent = text.partition("e")
    return f"{mantissa} \\times 10^{{{int(exponent)}}}" if e else mantissa


def markdown_table(readings: Iterable[Reading], say: Say = str) -> str:
    """A row a reading: format, value, code, fields, error. What is cut ends in ``…``."""
    head = (
        phrase("format"),
        phrase("value"),
        phrase("code"),
        phrase("sign, exponent, fraction"),
        phrase("error in ulps"),
    )
    rows = [[say(each) for each in head], ["---", "---:", "---", "---", "---:"]]
    rows += [_row(reading) for reading in readings]
    return "\n".join(f"| {' | '.join(row)} |" for row in rows)


def _row(reading: Reading) -> list[str]:
    error = reading.error
    return [
        reading.format.title,
        brief(reading.number),
        f"`{reading.format.code_text(reading.code)}`",
        f"`{bits(reading.format, reading.code)}`",
        "" if error is None else scientific(error.ulps, 4),
    ]
