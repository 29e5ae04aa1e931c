"""What a notation is: one way of writing a code down for somewhere else."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction

from fpviz.core.formats import Format
from fpviz.core.formats.decoding import decode
from fpviz.core.numbers import Finite
from fpviz.core.phrase import Complaint, Phrase, phrase
from fpviz.core.text import exact_text, scientific


class NotationError(Complaint):
    """A name that is no notation, or a code that one cannot write; the message is one line."""


@dataclass(frozen=True, slots=True)
class Notation:
    """A way of writing codes: ``name`` on the command line, ``title`` in a menu.

    ``write`` gives a text that means exactly this code (or exactly its value, where the language
    has values and no formats), or ``None`` where the notation has none; ``lack`` is the template
    that says why.
    """

    name: str
    title: Phrase
    write: Callable[[Format, int], str | None]
    lack: str = ""

    def text(self, fmt: Format, code: int) -> str:
        """What ``write`` gives. Raises NotationError, which says why, where that is nothing."""
        text = self.write(fmt, code)
        if text is None:
            raise NotationError(self.why_not(fmt))
        return text

    def why_not(self, fmt: Format) -> Phrase:
        """Why there is no text for a code of ``fmt``."""
        return phrase(self.lack, format=fmt.title)


def remark(fmt: Format, code: int) -> str:
    """What a bare integer in a program means, in ASCII: ``fp8_e4m3fn: 448``, ``e8m0: ~5.9e-39``.

    A value of more than 17 digits stands behind ``~`` with as many.
    """
    number = decode(fmt, code).number
    if not isinstance(number, Finite) or number.is_zero:
        return f"{fmt.name}: {exact_text(number)}"
    digits = scientific(number.value, 17)
    return f"{fmt.name}: {'' if Fraction(digits) == number.value else '~'}{digits}"
