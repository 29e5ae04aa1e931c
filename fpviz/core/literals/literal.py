"""What a literal is, where it stands, and what is said of a text that is none."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from enum import Enum
from functools import cached_property

from fpviz.core.formats import Format
from fpviz.core.formats.decoding import decode
from fpviz.core.numbers import Number
from fpviz.core.phrase import Complaint, Phrase, phrase
from fpviz.core.text import brief

ACCEPTED = phrase("a decimal, 1/3, 0x1.8p-3, inf, nan, fp16:0x3c00, or an expression such as 2^-14")

SPACES = " \t\r\n\u00a0\u2002\u2003\u2007\u2009\u202f\u3000"

_DIGITS_SAID = 12


class Kind(Enum):
    """What a text is taken as, where it may be either."""

    NUMBER = "numbers"
    CODE = "codes"


@dataclass(frozen=True, slots=True)
class Context:
    """Where a text stands.

    ``own`` is the format of its field, ``active`` the one that codes without a name are of;
    ``shown`` are others that they may be of. Of two readings, one of kind ``prefer`` comes first.
    ``whole`` says that nobody types on.
    """

    own: Format | None = None
    active: Format | None = None
    shown: tuple[Format, ...] = ()
    prefer: Kind | None = None
    whole: bool = False

    @property
    def home(self) -> Format | None:
        """The format of a code that says neither its format nor its width."""
        return self.own or self.active

    def of_width(self, width: int) -> tuple[Format, ...]:
        """The formats that a code of so many bits may be of; the home first."""
        here = (self.own,) if self.own else (self.active, *self.shown)
        return tuple(dict.fromkeys(fmt for fmt in here if fmt and fmt.width == width))


@dataclass(frozen=True, slots=True)
class NumberLiteral:
    """A text that says an exact number.

    ``text`` says the same wherever it stands. ``note`` is what reading it has done that cannot be
    seen in the text, such as the rounding that a suffix stands for.
    """

    text: str
    number: Number
    note: Phrase | None = field(default=None, compare=False)

    @property
    def kind(self) -> Kind:
        return Kind.NUMBER

    @property
    def said(self) -> Phrase:
        """What it is, in a few words: ``the integer 15872``."""
        return self.short

    @property
    def short(self) -> Phrase:
        """The same, which is as short as it gets."""
        value = brief(self.number, _DIGITS_SAID)
        if value.lstrip("-").isdecimal():
            return phrase("the integer {value}", value=value)
        return phrase("the number {value}", value=value)


@dataclass(frozen=True)
class CodeLiteral:
    """A text that says a code of a format; ``text`` and ``note`` are as of ``NumberLiteral``."""

    text: str
    format: Format
    code: int
    note: Phrase | None = field(default=None, compare=False)

    @cached_property
    def number(self) -> Number:
        """What the code stands for."""
        return decode(self.format, self.code).number

    @property
    def operand(self) -> tuple[Format, int]:
        """The code with its format, as operations take it."""
        return self.format, self.code

    @property
    def kind(self) -> Kind:
        return Kind.CODE

    @property
    def said(self) -> Phrase:
        """What it is, in a few words: ``a code of FP16 = 1.5``."""
        return phrase("a code of {code}", code=self.short)

    @property
    def short(self) -> Phrase:
        """The same in still fewer: ``FP16 = 1.5``."""
        value = brief(self.number, _DIGITS_SAID)
        return phrase("{format} = {value}", format=self.format.title, value=value)


Literal = NumberLiteral | CodeLiteral
"""What a text says: an exact number, or a code."""


def code_source(fmt: Format, code: int) -> CodeLiteral:
    """A code as a literal. Its text reads back as the same code."""
    return CodeLiteral(f"{fmt.name}:{fmt.code_text(code)}", fmt, code)


class LiteralError(Complaint):
    """A text that is no literal; the message is one line that names the bad text."""


class IncompleteLiteral(LiteralError):  # noqa: N818 - a field waits; nothing is wrong yet
    """A text that may still become a literal: ``1e-``."""


class AmbiguousLiteral(LiteralError):  # noqa: N818 - a question; each answer is a literal
    """A text of which nobody can tell which of its readings is meant: ``1,500``."""


@dataclass(frozen=True, slots=True)
class Readings:
    """All that a text may say; what is taken unasked comes first.

    ``refusal`` says why nothing is taken unasked, and is ``None`` where something is. It was not
    raised: it holds no frames, and so nothing that lives longer for its sake.
    """

    literals: tuple[Literal, ...] = ()
    refusal: LiteralError | None = None

    def taken(self) -> Literal:
        """The literal that is taken unasked. Raises LiteralError."""
        if self.refusal is not None:
            raise type(self.refusal)(self.refusal.phrase)
        return self.literals[0]


def pattern(text: str) -> re.Pattern[str]:
    """A regular expression that ignores case and knows ASCII's letters and digits alone."""
    return re.compile(text, re.IGNORECASE | re.ASCII)


def digits(digit: str) -> str:
    """Digits with single underscores between them; one at the end of the text waits for more."""
    return rf"({digit}(?:_?{digit})*(?:_\Z)?)"
