"""Signals: numbers packed into the bits of CAN frames, as lines of DBC files say it.

``24|16@1+ (0.1,0)`` are 16 bits from bit 24 on, Intel (``@1``), unsigned (``+``); a step is worth
0.1. Bit 0 is the last one of the first byte, bit 8 that of the second. Of a signal of Intel,
the start is its last bit, and further bits stand in further bytes; of one of Motorola (``@0``) the
start is its first bit, and the bits behind it stand below it, then from the top of the next byte
on.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum
from fractions import Fraction

from fpviz.core.formats import find_format
from fpviz.core.formats.decoding import decode
from fpviz.core.numbers import Finite, Number, finite
from fpviz.core.phrase import Complaint, Phrase, phrase, quoted
from fpviz.core.text import exact_decimal, value_text
from fpviz.data.can.frames import CanFrame


class SignalCoding(Enum):
    """What the bits of a signal are."""

    UNSIGNED = "uint"
    SIGNED = "int"
    FLOATING = "fp"


@dataclass(frozen=True, slots=True)
class Signal:
    """Where a signal stands, and what it means.

    ``frame`` is the identifier of its frames and whether that is extended, ``None`` for all. A
    signal that is ``selected`` by a number is only there where the switch, ``selector``, has it.
    """

    name: str
    start: int
    length: int
    is_intel: bool = True
    coding: SignalCoding = SignalCoding.UNSIGNED
    factor: Fraction = Fraction(1)
    offset: Fraction = Fraction(0)
    unit: str = ""
    frame: tuple[int, bool] | None = None
    selected: int | None = None
    selector: Signal | None = None

    @property
    def format_name(self) -> str:
        """The format of the codes, such as ``uint16`` or ``fp32``."""
        return f"{self.coding.value}{self.length}"

    def code(self, data: bytes) -> int | None:
        """The code in the data of a frame; ``None`` where that is too short.

        >>> Signal("a", 7, 16, is_intel=False).code(bytes([0x12, 0x34]))
        4660
        """
        if self.is_intel:
            first, value = self.start, int.from_bytes(data, "little")
        else:
            above = self.start // 8 * 8 + 7 - self.start % 8
            first = len(data) * 8 - above - self.length
            value = int.from_bytes(data, "big")
        if first < 0 or first + self.length > len(data) * 8:
            return None
        return value >> first & (1 << self.length) - 1

    def is_in(self, frame: CanFrame) -> bool:
        """Whether frames of this kind have the signal."""
        if self.frame not in (None, (frame.id, frame.is_extended)):
            return False
        return self.selector is None or self.selector.code(frame.data) == self.selected

    def raw(self, code: int) -> Number:
        """The number that a code is."""
        match self.coding:
            case SignalCoding.FLOATING:
                return decode(find_format(self.format_name), code).number
            case SignalCoding.SIGNED:
                return finite(code - (code >> self.length - 1 << self.length))
            case SignalCoding.UNSIGNED:
                return finite(code)

    def value_text(self, code: int) -> str:
        """The physical value, factor times raw plus offset, exactly."""
        number = self.raw(code)
        if isinstance(number, Finite) and (self.factor != 1 or self.offset):
            return exact_decimal(self.factor * number.value + self.offset)
        return value_text(number)

    def code_text(self, code: int) -> str:
        """A code in hexadecimal, as wide as the signal."""
        return f"0x{code:0{(self.length + 3) // 4}x}"


NUMBER = r"[-+]?(?:\d{1,40}\.?\d{0,40}|\.\d{1,40})(?:[eE][-+]?\d{1,3})?"
PLACES = rf"""
    \s*(?P<start>\d{{1,4}})\s*\|\s*(?P<length>\d{{1,4}})\s*@\s*(?P<order>[01])\s*(?P<sign>[-+])
    (?:\s*\(\s*(?P<factor>{NUMBER})\s*,\s*(?P<offset>{NUMBER})\s*\))?
    (?:\s*\[[^\]]*\])?(?:\s*"(?P<unit>[^"]*)")?
"""
"""Of a signal, what stands behind its name, in a DBC file and here."""
_TYPED = re.compile(
    rf"""\s*(?:(?P<id>[0-9A-Fa-f]{{8}}|[0-9A-Fa-f]{{3}})\#)?\s*(?:SG_\s+)?
    (?:(?P<name>[A-Za-z_]\w*)\s*:?\s+)?{PLACES}(?:\s+fp(?P<float>32|64))?\s*""",
    re.VERBOSE,
)


def signal_of(text: str) -> Signal:
    """A signal as it is typed: ``24|16@1+``, ``123#Speed 24|16@1+ (0.1,0)``. Raises Complaint."""
    found = _TYPED.fullmatch(text)
    if not found:
        raise Complaint(
            phrase(
                "{text} is no signal; type {example}: start, length, @1 for Intel or @0 for "
                "Motorola, sign, factor and offset",
                text=quoted(text),
                example="'Speed 24|16@1+ (0.1,0)'",
            )
        )
    frame = (int(found["id"], 16), len(found["id"]) == 8) if found["id"] else None
    name = found["name"] or text.rsplit("#", maxsplit=1)[-1].split(maxsplit=1)[0]
    return placed(found, name, frame, float_bits=int(found["float"] or 0))


def placed(
    found: re.Match[str],
    name: str,
    frame: tuple[int, bool] | None,
    *,
    float_bits: int = 0,
    selected: int | None = None,
) -> Signal:
    """A signal of which the places were found. Raises Complaint where it cannot be."""
    length = int(found["length"])
    if not 1 <= length <= 64 or float_bits not in (0, length):
        raise Complaint(impossible(name, length, str(float_bits or "1 to 64")))
    coding = SignalCoding.SIGNED if found["sign"] == "-" else SignalCoding.UNSIGNED
    return Signal(
        name,
        int(found["start"]),
        length,
        found["order"] == "1",
        SignalCoding.FLOATING if float_bits else coding,
        Fraction(found["factor"] or 1),
        Fraction(found["offset"] or 0),
        found["unit"] or "",
        frame,
        selected,
    )


def impossible(name: str, length: int, right: str) -> Phrase:
    """That a signal cannot have so many bits, and how many it can have."""
    return phrase(
        "the signal {name} has {length} bits and can only have {right}",
        name=name,
        length=str(length),
        right=right,
    )
