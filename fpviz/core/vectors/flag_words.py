"""Flags as files have them: as a number of bits, or by their names.

The bits are those of TestFloat and SoftFloat, and of RISC-V's ``fflags``: inexact 1, underflow 2,
overflow 4, division by zero 8, invalid 16.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache, reduce
from operator import or_

from fpviz.core.arithmetic.rounding import Flags
from fpviz.core.phrase import Complaint, phrase, quoted

_BITS = {1: "INEXACT", 2: "UNDERFLOW", 4: "OVERFLOW", 8: "DIVIDE_BY_ZERO", 16: "INVALID"}
_NAMES = {
    "INEXACT": "inexact x nx ix pe ixc fe_inexact",
    "UNDERFLOW": "underflow u uf ue ufc fe_underflow",
    "OVERFLOW": "overflow o of oe ofc fe_overflow",
    "DIVIDE_BY_ZERO": "divide_by_zero dividebyzero divbyzero infinite i z dz ze dzc fe_divbyzero",
    "INVALID": "invalid v nv io ie ioc fe_invalid",
}
_BY_WORD = {word: name for name, words in _NAMES.items() for word in words.split()}
_NONE = frozenset({"none", "-", "."})
_NUMBER = re.compile(r"(?:0x|[0-9]+'h)?([0-9a-f]{1,2})", re.ASCII)
_APART = re.compile(r"[\s|+,;/&]+")


@cache
def read_flags(text: str) -> Flags:
    """The flags that a word says: ``01``, ``0x11``, ``NX|UF``, ``inexact underflow``, ``none``.

    Raises Complaint.
    """
    word = text.strip().lower()
    if word in _NONE:
        return Flags.NONE
    if match := _NUMBER.fullmatch(word):
        bits = int(match[1], 16)
        if bits < 32:
            return _flags(_BITS[bit] for bit in _BITS if bits & bit)
    names = [_BY_WORD.get(each) for each in _APART.split(word)]
    if None in names:
        raise Complaint(
            phrase(
                "{text} is not a set of flags: bits in hexadecimal, inexact 1, underflow 2, "
                "overflow 4, division by zero 8, invalid 16, or their names, or none",
                text=quoted(text),
            )
        )
    return _flags(name for name in names if name)


def _flags(names: Iterable[str]) -> Flags:
    return reduce(or_, (Flags[name] for name in names), Flags.NONE)
