"""A value and its code side by side, as debuggers, logs and fpviz print them: ``1.5 (0x3e00)``."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

from fpviz.core.arithmetic.rounding import Rules, encode
from fpviz.core.formats import CATALOGUE, Format
from fpviz.core.formats.decoding import decode
from fpviz.core.literals.expressions import Expression
from fpviz.core.literals.literal import (
    Context,
    IncompleteLiteral,
    Literal,
    LiteralError,
    code_source,
    pattern,
)
from fpviz.core.numbers import Finite, NaN, Number, finite
from fpviz.core.phrase import phrase, quoted
from fpviz.core.text import floor_log10, value_brief

_VALUE = r"(?P<value>[+-]?(?:[0-9.][\w.+-]*|inf(?:inity)?|nan))"
_CODE = r"(?P<code>0x[0-9a-f_]+|0b[01_]+)"
_SHAPES = tuple(
    pattern(shape)
    for first, second in ((_VALUE, _CODE), (_CODE, _VALUE))
    for shape in (
        rf"{first}\s+\(\s*{second}\s*\)",
        rf"{first}\s+\[\s*{second}\s*\]",
        rf"{first}\s*=\s*{second}",
    )
)
_MARKS = frozenset("([=")
_DECIMAL = pattern(r"[+-]?[0-9]*\.?[0-9]*(?:e[+-]?[0-9]{1,4})?")
_BETWEEN = r"(?:\s+[(\[]|\s*=)\s*"
_BEGUN = (
    pattern(rf"{_VALUE}{_BETWEEN}(?:0|0x[0-9a-f_]*|0b[01_]*)?"),
    pattern(rf"{_CODE}{_BETWEEN}[+-]?[\w.+-]*"),
)
_PRINTED = 6
"""Digits that ``%g`` prints of a number, without zeros at the end; ``%f`` has as many decimals."""


def value_and_code(text: str, written: str, where: Context) -> Literal | str | None:
    """The code that a text gives beside its value; ``None`` for other texts.

    A code of the format in which it has that value: of the home, of a format shown, of one of the
    catalogue that it fills. Where both say the same integer, the text that may be a code of it.
    Raises LiteralError where they say two things.
    """
    if _MARKS.isdisjoint(text):
        return None  # at a glance: most texts are a number alone
    match = next((found for shape in _SHAPES if (found := shape.fullmatch(text))), None)
    if match is None:
        if any(begun.fullmatch(text) for begun in _BEGUN):
            raise IncompleteLiteral(phrase("{text} is not complete", text=quoted(written)))
        return None
    said, code_text = match["value"], match["code"]
    number, code = Expression(said, written).number, int(code_text.replace("_", ""), 0)
    if number == finite(Fraction(code)):
        return code_text
    formats = tuple(dict.fromkeys(_formats(code_text, code, where)))
    for fmt in formats:
        if _agree(fmt, code, number, said):
            literal = code_source(fmt, code)
            return replace(literal, note=phrase("read as {text}", text=literal.text))
    raise _contradiction(written, code_text, code, said, formats)


def _formats(text: str, code: int, where: Context) -> Iterator[Format]:
    """The formats that a code may be of, the likely ones first."""
    width = (len(text.replace("_", "")) - 2) * (4 if text[1] in "xX" else 1)
    here = (where.own,) if where.own else (where.active, *where.shown)
    yield from where.of_width(width)
    yield from (fmt for fmt in here if fmt and code < 1 << fmt.width)
    if not where.own:
        yield from (fmt for fmt in CATALOGUE if fmt.width == width)


def _agree(fmt: Format, code: int, number: Number, said: str) -> bool:
    """Whether a code is what a value rounds to, or has that value in the digits of a printout."""
    held = decode(fmt, code).number
    if isinstance(number, NaN) or isinstance(held, NaN):
        return isinstance(number, NaN) and isinstance(held, NaN)
    if encode(fmt, number, Rules()).code == code:
        return True
    if not (isinstance(number, Finite) and isinstance(held, Finite)):
        return False
    return 2 * abs(held.value - number.value) <= _last_place(said, number)


def _last_place(said: str, number: Finite) -> Fraction:
    """What one in the last digit of a printed decimal is worth; 0 of another text."""
    if number.is_zero or not _DECIMAL.fullmatch(said):
        return Fraction(0)
    digits = Decimal(said).as_tuple()
    last = int(digits.exponent)
    if len(digits.digits) < _PRINTED and last > -_PRINTED:
        last = floor_log10(number.magnitude) + 1 - _PRINTED
    return Fraction(10) ** last


def _contradiction(
    written: str, code_text: str, code: int, said: str, formats: tuple[Format, ...]
) -> LiteralError:
    if not formats:
        return LiteralError(
            phrase(
                "{text}: {code} is a code of no format shown; type the one or the other",
                text=quoted(written),
                code=code_text,
            )
        )
    return LiteralError(
        phrase(
            "{text} says two things: {code} of {format} is {value}, not {other}; type one of them",
            text=quoted(written),
            code=code_text,
            format=formats[0].title,
            value=value_brief(decode(formats[0], code)),
            other=said,
        )
    )
