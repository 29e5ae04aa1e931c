"""What the pages of the Guide claim in figures, and the means to check it against core.

A span of code in a page that joins terms by ``=``, ``→`` or ``≈`` is a claim:

- ``1.25 = 0x3d00 (FP16)``: all terms are the same number; codes and fields are of the format.
- ``65520 → inf (FP16)``: the left term, rounded to nearest into the format, is the right one.
- ``2⁻²⁵ ≈ 2.98e-8``: the left term, rounded to as many digits as the right one has, is that.

A term is a literal as one types it, with powers written ``2⁻²⁵`` if wished, a code ``0x3d00``, the
fields of a code ``0 01111 0100000000``, or binary digits ``1.01₂``.
"""

from __future__ import annotations

import re
from fractions import Fraction

from fpviz.core.arithmetic.rounding import Rules
from fpviz.core.formats import CATALOGUE, Format
from fpviz.core.formats.decoding import decode
from fpviz.core.literals import parse_literal
from fpviz.core.numbers import Finite, NaN, Number, finite
from fpviz.core.reading import read
from fpviz.core.text import scientific

_FORMATS = {fmt.title: fmt for fmt in CATALOGUE}
_RAISED = str.maketrans("⁻⁰¹²³⁴⁵⁶⁷⁸⁹", "-0123456789")
_POWER = re.compile("([⁻⁰¹²³⁴⁵⁶⁷⁸⁹]+)")
_SPAN = re.compile(r"`([^`\n]+)`")
_FORMAT = re.compile(r" \(([^()]+)\)$")
_NUMBER = re.compile(r"(?<![\w.])\d+\.\d+(?:e-?\d+)?|(?<![\w.])\d{4,}(?!\w|\.\d)")


def spans(page: str) -> list[str]:
    """The spans of code of a page, in their order."""
    return _SPAN.findall(_without_fences(page))


def loose_numbers(page: str) -> list[str]:
    """The numbers that stand among the words: those with a point or with four digits and more."""
    words = re.sub(r"\]\([^)]*\)", "]", _SPAN.sub("", _without_fences(page)))
    return [text for text in _NUMBER.findall(words) if set(text) - set("01")]


def _without_fences(page: str) -> str:
    return re.sub(r"^```.*?^```", "", page, flags=re.MULTILINE | re.DOTALL)


def terms(span: str) -> list[str]:
    """The terms of a claim, or the only one of a span that claims nothing."""
    return re.split(" [=→≈] ", _FORMAT.sub("", span))


def is_claim(span: str) -> bool:
    """Whether a span says that things are equal, become each other, or nearly so."""
    return len(terms(span)) > 1


def holds(claim: str) -> bool:
    """Whether a claim is true."""
    named = _FORMAT.search(claim)
    fmt = _FORMATS[named[1]] if named else None
    first, *others = terms(claim)
    if " ≈ " in claim:
        return all(_rounds_to_digits(number(first, fmt), other) for other in others)
    if " → " in claim:
        assert fmt is not None, f"{claim}: into which format?"
        (other,) = others
        reading = read(parse_literal(plain(first)), fmt, Rules())
        code = _code(other)
        if code is not None:
            return reading.code == code
        return _same(reading.number, number(other, fmt))
    return all(_same(number(first, fmt), number(other, fmt)) for other in others)


def number(term: str, fmt: Format | None) -> Number:
    """The number that a term of a claim stands for."""
    code = _code(term)
    if code is not None:
        assert fmt is not None, f"{term}: a code of which format?"
        return decode(fmt, code).number
    if term.endswith("₂"):
        whole, _, places = term.removesuffix("₂").partition(".")
        return finite(Fraction(int(whole + places, 2), 1 << len(places)))
    return parse_literal(plain(term)).number


def plain(term: str) -> str:
    """A term as one types it: ``2^-25`` for ``2⁻²⁵``."""
    return _POWER.sub(lambda power: "^" + power[1].translate(_RAISED), term)


def _code(term: str) -> int | None:
    if re.fullmatch("[01]( [01]+){2}", term):
        return int(term.replace(" ", ""), 2)
    return int(term, 16) if re.fullmatch("0x[0-9a-f]+", term) else None


def _same(one: Number, other: Number) -> bool:
    if isinstance(one, NaN):
        return isinstance(other, NaN)
    return one == other


def _rounds_to_digits(value: Number, text: str) -> bool:
    digits = len(re.sub(r"e.*|\D", "", text.lstrip("0.")))
    assert isinstance(value, Finite)
    rounded = Fraction(scientific(value.value, digits))
    return rounded == Fraction(text)
