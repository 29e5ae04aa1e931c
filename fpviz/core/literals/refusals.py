"""What a text is that is no literal: bytes, a list, an operation, a format that is not there.

Each refusal names the whole text, says what it is, and points to what comes nearest.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from fpviz.core.formats import CATALOGUE
from fpviz.core.literals.literal import IncompleteLiteral, LiteralError, pattern
from fpviz.core.phrase import Phrase, phrase, quoted

_BETWEEN = r"(?:\s*[,;]\s*|\s+)"
_BYTE = r"(?:0x)?[0-9a-f]{2}|0x[0-9a-f]"
_ITEM = r"[+-]?[\w.][\w.+-]*"
_BYTES = pattern(rf"[\[({{]?\s*((?:{_BYTE})(?:(?:{_BETWEEN}|:)(?:{_BYTE}))+)\s*[\])}}]?")
_LIST = pattern(rf"[\[({{]?\s*({_ITEM}(?:{_BETWEEN}{_ITEM})+)\s*,?\s*[\])}}]?")
_DIGIT = pattern("[0-9]")
_NUMERIC = pattern("[0-9]|inf|nan")
_SPLIT = pattern(rf"{_BETWEEN}|:")
_CALL = pattern(r"(.*?\b[a-z_]\w*\s*\(.*|.*√.*|(?:sqrt|exp|log|sin|cos|ulp) .*)")
_EXTENDED, _PADDED = 10, (12, 16)
"""Bytes of x87's numbers: in registers and in files, and where compilers align them."""
_LONGEST = 1000
"""Characters of a text that is looked into; a longer one is named as it is."""
_PAYLOAD = pattern(r"nan\s*\(")
_CONSTANT = pattern("(pi|π|e|tau|τ|epsilon|eps)")
_BEGUN = pattern(r"""[+-]?[0-9]+(?:[., '][0-9]+)*,|["“„«「][^"”»」]*""")
"""A decimal with its comma, and a quote, that typing on may complete."""


def refusal(text: str, written: str, error: LiteralError) -> LiteralError:
    """A better word on a text than ``error``, if one is known; ``written`` is how it was typed."""
    if _BEGUN.fullmatch(text):
        return IncompleteLiteral(phrase("{text} is not complete", text=quoted(written)))
    if isinstance(error, IncompleteLiteral) or len(text) > _LONGEST:
        return error
    for shape, say in _KINDS:
        if (match := shape.fullmatch(text)) and (said := say(match[1], quoted(written))):
            return LiteralError(said)
    return error


def _bytes(items: str, text: str) -> Phrase | None:
    parts = _SPLIT.split(items)
    if all(map(str.isdecimal, parts)) and ("[" in text or "," in text):
        return None
    octets = [part.lower().removeprefix("0x").zfill(2) for part in parts]
    number, width = str(len(octets)), 8 * len(octets)
    if len(octets) in _PADDED and not any(int(octet, 16) for octet in octets[_EXTENDED:]):
        return phrase(
            "{text}: {count} bytes, as x86 stores x87's numbers, with the low byte first and "
            "zeros behind; type them as one code: {code}",
            text=text,
            count=number,
            code=f"x87:0x{''.join(reversed(octets[:_EXTENDED]))}",
        )
    fmt = next((each for each in (*_COMMON, *CATALOGUE) if each.width == width), None)
    if fmt is None:
        return phrase(
            "{text}: {count} bytes, which fit no format of the catalogue; type one code, such as "
            "fp16:0x3c00",
            text=text,
            count=number,
        )
    return phrase(
        "{text}: {count} bytes, whose order the text does not say; type them as one code: {big} "
        "if the high byte comes first, {little} if the low one does",
        text=text,
        count=number,
        big=f"{fmt.name}:0x{''.join(octets)}",
        little=f"{fmt.name}:0x{''.join(reversed(octets))}",
    )


def _list(items: str, text: str) -> Phrase | None:
    parts = _SPLIT.split(items)
    if not all(part[-1].isalnum() or part[-1] == "." for part in parts):
        return None
    if not (_DIGIT.search(parts[0]) and all(map(_NUMERIC.search, parts))):
        return None
    return phrase(
        "{text}: a list of {count} numbers; one is read at a time, such as {first}",
        text=text,
        count=str(len(parts)),
        first=parts[0],
    )


def _operation(typed: str, text: str) -> Phrase | None:
    if _PAYLOAD.search(typed):
        return None
    return phrase(
        "{text}: type it in Expression (fpviz eval); here only +, −, *, / and ^ are worked out",
        text=text,
    )


def _constant(_name: str, text: str) -> Phrase:
    return phrase(
        "{text}: a constant that is no fraction; type the digits that are meant", text=text
    )


_COMMON = tuple(fmt for fmt in CATALOGUE if fmt.name in ("fp16", "fp32", "fp64", "fp128"))
_KINDS: tuple[tuple[re.Pattern[str], Callable[[str, str], Phrase | None]], ...] = (
    (_BYTES, _bytes),
    (_LIST, _list),
    (_CALL, _operation),
    (_CONSTANT, _constant),
)
