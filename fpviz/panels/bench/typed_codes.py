"""Another code for an element, as it is typed."""

from __future__ import annotations

import re
from contextlib import suppress

from fpviz.core.arithmetic.rounding import Rules, encode
from fpviz.core.formats import Format
from fpviz.core.literals import CodeLiteral, Context, Kind, readings
from fpviz.core.phrase import Complaint, phrase, quoted


def code_typed(text: str, fmt: Format, rules: Rules, *, is_code: bool) -> int:
    """The code that a text says: a code of the format, or a number that is rounded into it.

    ``is_code`` says that the text is meant as a code, in hexadecimal where nothing else is said.
    Raises Complaint.
    """
    if is_code and (code := _plain_code(text)) is not None:
        return _fitting(code, text, fmt)
    kind = Kind.CODE if is_code else Kind.NUMBER
    literal = readings(text, Context(own=fmt, prefer=kind, whole=True)).taken()
    if isinstance(literal, CodeLiteral) and literal.format == fmt:
        return literal.code
    return encode(fmt, literal.number, rules).code


def _fitting(code: int, text: str, fmt: Format) -> int:
    if not code >> fmt.width:
        return code
    raise Complaint(
        phrase(
            "{text} is wider than a code of {format}, which has {width} bits",
            text=quoted(text),
            format=fmt.title,
            width=str(fmt.width),
        )
    )


def _plain_code(text: str) -> int | None:
    """Digits with or without a prefix; ``None`` for what is written in another way."""
    if re.fullmatch(r"[0-9a-f]+(_[0-9a-f]+)*", text, re.IGNORECASE):
        return int(text, 16)
    if text[:2].lower() in ("0x", "0b", "0o"):
        with suppress(ValueError):
            return int(text, 0)
    return None
