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


def machine_integer(fmt: Format, code: int) -> tuple[str, int] | None:
    """(``int16``, -9830): a code as the integer that machines read in it, and its type.

    ``None`` of formats whose codes are no integers of a machine: fixed point and integers are.
    """
    if not fmt.is_fixed_point or fmt.width not in (8, 16, 32, 64):
        return None
    beyond = 1 << fmt.width
    if not fmt.signed:
        return f"uint{fmt.width}", code
    if fmt.code_at(1, negative=True) != beyond - 1:
        return None  # not two's complement
    return f"int{fmt.width}", code - beyond if code >> fmt.width - 1 else code


def is_integer(fmt: Format) -> bool:
    """Whether the values of a fixed-point format are the integers themselves."""
    return fmt.is_fixed_point and fmt.finest == 1


EXTENDED = "x87"
"""The format that ``long double`` has on x86, in the first ten of sixteen bytes."""


def extended_bytes(fmt: Format, code: int) -> bytes | None:
    """The sixteen bytes of a ``long double`` on x86; ``None`` for any other format."""
    return code.to_bytes(16, "little") if fmt.name == EXTENDED else None
