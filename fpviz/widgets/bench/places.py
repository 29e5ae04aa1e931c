"""Places in data as people type them: bytes, or bits."""

from __future__ import annotations

import re

from PySide6.QtCore import QCoreApplication

from fpviz.core.phrase import Complaint, phrase, quoted

_PLACE = re.compile(r"(\d{1,15}|0x[0-9a-f]{1,12})\s*(\D*)", re.IGNORECASE)


def bit_word() -> str:
    """What a bit is called behind a number."""
    return QCoreApplication.translate("BenchPlaces", "bit")


def place_text(bits: int) -> str:
    """A number of bits, in bytes if these are whole.

    >>> place_text(32)
    '4'
    """
    return str(bits // 8) if bits % 8 == 0 else f"{bits} {bit_word()}"


def place_of(text: str) -> int:
    """How many bits a text says; a number alone is of bytes. Raises Complaint.

    >>> place_of("0x10"), place_of("12 bits")
    (128, 12)
    """
    found = _PLACE.fullmatch(text.strip())
    if found:
        number = int(found[1], 16 if found[1][:2] in ("0x", "0X") else 10)
        unit = found[2].strip().lower()
        if unit in ("b", "bit", "bits", bit_word().lower()):
            return number
        if unit in ("", "byte", "bytes", "字节"):
            return number * 8
    raise Complaint(
        phrase("{text} is no place; type bytes such as 4 or 0x10, or 12 bits", text=quoted(text))
    )
