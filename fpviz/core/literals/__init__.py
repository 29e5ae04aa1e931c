"""What a person types, read exactly: decimals, fractions, hex-floats, codes, expressions.

The grammar is in ``expressions``; texts that are codes as a whole are in ``codes``.
"""

from __future__ import annotations

from fpviz.core.formats import Format, quoted
from fpviz.core.literals.codes import whole_code
from fpviz.core.literals.expressions import MAX_BITS, Expression
from fpviz.core.literals.literal import (
    ACCEPTED,
    SPACES,
    IncompleteLiteral,
    Literal,
    LiteralError,
)
from fpviz.core.phrase import phrase

__all__ = [
    "ACCEPTED",
    "MAX_BITS",
    "MAX_LENGTH",
    "SPACES",
    "IncompleteLiteral",
    "Literal",
    "LiteralError",
    "parse_literal",
]

MAX_LENGTH = 20_000

_SAME = str.maketrans("−×·÷’", "-**/'")


def parse_literal(text: str, fmt: Format | None = None, active: Format | None = None) -> Literal:
    """The exact number that ``text`` says.

    With ``fmt``, the text stands in a field that belongs to this format: there a bare ``0x…`` or
    ``0b…`` of at most the format's width is a code. A text that can be nothing but a code, such
    as ``16'h3c7c``, is one of ``fmt`` or else of ``active``. The literal's text names the format
    then: it reads back as the same literal wherever it stands.

    >>> parse_literal("1/3 + 2^-1").number
    Finite(negative=False, magnitude=Fraction(5, 6))
    >>> from fpviz.core.formats import find_format
    >>> parse_literal("16'h3c80", active=find_format("fp16")).text
    "fp16:16'h3c80"

    Raises IncompleteLiteral for a text that typing on may complete, else LiteralError.
    """
    if len(text) > MAX_LENGTH:
        raise LiteralError(
            phrase(
                "{text} has {count} characters; at most {most} are read",
                text=quoted(text),
                count=str(len(text)),
                most=str(MAX_LENGTH),
            )
        )
    cleaned = text.strip(SPACES).translate(_SAME)
    if code := whole_code(cleaned, fmt, active):
        return code
    expression = Expression(cleaned)
    return Literal(text, expression.number, *(expression.code or ()))
