"""What variables stand for: ``0.1``, ``fp32:0x3f800000``, ``0.1@bf16``, ``[10, 11, 12]``.

A number is rounded into the format of the evaluation, as any numeral of the expression is. A code
is what it is, in its own format; ``0.1@bf16`` is the code that 0.1 rounds to there.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NamedTuple

from fpviz.core.arithmetic.rounding import Rules, encode
from fpviz.core.expressions.parser import NAME
from fpviz.core.expressions.program import ExpressionError, TextSpan
from fpviz.core.formats import find_format
from fpviz.core.literals import SPACES, CodeLiteral, Literal, parse_literal
from fpviz.core.phrase import phrase, quoted


class Values(NamedTuple):
    """The values of variables, those of a list's members under ``x[0]`` and so on.

    ``lists`` says which are lists, and how long: what ``parse`` wants to know.
    """

    values: Mapping[str, Literal]
    lists: Mapping[str, int]


def values_of(
    texts: Mapping[str, str],
    rules: Rules = Rules(),
    read: Callable[[str], Literal] = parse_literal,
) -> Values:
    """What variables are set to; ``read`` reads a literal.

    >>> found = values_of({"x": "[1, 2]", "a": "0.1@bf16"})
    >>> [*found.values], found.values["a"].code, found.lists
    (['x[0]', 'x[1]', 'a'], 15821, {'x': 2})

    Raises LiteralError, FormatError and ExpressionError.
    """
    values: dict[str, Literal] = {}
    lists: dict[str, int] = {}
    for name, text in texts.items():
        if not NAME.fullmatch(name):
            said = phrase("{text} is no name; type letters, digits and _", text=quoted(name))
            raise ExpressionError(said, TextSpan(0, len(name)))
        members = _members(text)
        if members is None:
            values[name] = _value(text, rules, read)
        else:
            lists[name] = len(members)
            values |= {f"{name}[{i}]": _value(each, rules, read) for i, each in enumerate(members)}
    return Values(values, lists)


def _members(text: str) -> list[str] | None:
    """The texts between the commas of a list; ``None`` where it is none."""
    bare = text.strip(SPACES)
    return bare[1:-1].split(",") if bare[:1] == "[" and bare[-1:] == "]" else None


def _value(text: str, rules: Rules, read: Callable[[str], Literal]) -> Literal:
    written, at, name = text.rpartition("@")
    if not at:
        return read(text)
    fmt, literal = find_format(name.strip(SPACES)), read(written)
    return CodeLiteral(text.strip(SPACES), fmt, encode(fmt, literal.number, rules).code)
