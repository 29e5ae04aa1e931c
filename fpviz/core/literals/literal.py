"""What a literal is, and what is said of a text that is none."""

from __future__ import annotations

import re
from dataclasses import dataclass

from fpviz.core.formats import Format
from fpviz.core.numbers import Number
from fpviz.core.phrase import Complaint, phrase

ACCEPTED = phrase("a decimal, 1/3, 0x1.8p-3, inf, nan, fp16:0x3c00, or an expression such as 2^-14")

SPACES = " \t\r\n\u00a0\u2002\u2003\u2007\u2009\u202f\u3000"


class LiteralError(Complaint):
    """A text that is no literal; the message is one line that names the bad text."""


class IncompleteLiteral(LiteralError):  # noqa: N818 - a field waits; nothing is wrong yet
    """A text that may still become a literal: ``1e-``."""


@dataclass(frozen=True, slots=True)
class Literal:
    """What a text says: its exact number and, where it is a code, the format and the code.

    ``text`` says the same wherever it stands.
    """

    text: str
    number: Number
    format: Format | None = None
    code: int | None = None


def pattern(text: str) -> re.Pattern[str]:
    """A regular expression that ignores case and knows ASCII's letters and digits alone."""
    return re.compile(text, re.IGNORECASE | re.ASCII)


def digits(digit: str) -> str:
    """Digits with single underscores between them; one at the end of the text waits for more."""
    return rf"({digit}(?:_?{digit})*(?:_\Z)?)"
