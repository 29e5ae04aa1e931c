"""Integers as texts write them, and as bytes."""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterable
from typing import NamedTuple

from fpviz.core.phrase import Phrase, phrase

UNITS = (8, 16, 32, 64, 128)
"""Bits that words have where nothing else is said."""


class Written(NamedTuple):
    """An integer, and the bits that its digits can say at most; 0 for decimal digits."""

    value: int
    bits: int


_PREFIXED = re.compile(
    r"""(?P<sign>-?)(?:
      (?:0[xX]|\\x|\$|&[hH]|\#[xX]|16r)(?P<hex>[0-9a-fA-F_']+)
    | (?P<hex_h>[0-9][0-9a-fA-F]*)[hH]
    | 0[bB](?P<bin>[01_']+)
    | 0[oO](?P<oct>[0-7_']+)
    )(?:[uUlL]{1,3}|[ui](?:8|16|32|64|128|size))?""",
    re.VERBOSE,
)
_BASES = {"hex": (16, 4), "hex_h": (16, 4), "bin": (2, 1), "oct": (8, 3)}
_DECIMAL = re.compile(r"([-+]?\d{1,40})(?:[uUlL]{1,3}|[ui](?:8|16|32|64|128|size))?")


def prefixed(word: str) -> Written | None:
    """An integer that says its base: ``0x41bb``, ``41BBh``, ``$41BB``, ``0b1011``, with a suffix
    of C or Rust."""
    if word[:2] == "0x" and set(word[2:]) <= _HEX and len(word) <= _LONGEST:  # nearly all are such
        return Written(int(word, 16), len(word) * 4 - 8) if len(word) > 2 else None
    found = _PREFIXED.fullmatch(word)
    if not found:
        return None
    name = found.lastgroup or ""
    digits = re.sub("[_']", "", found[name])
    base, bits = _BASES[name]
    if not digits or len(digits) > _LONGEST:
        return None
    value = int(digits, base)
    return Written(-value if found["sign"] else value, len(digits) * bits)


_LONGEST = 256
_HEX = frozenset("0123456789abcdefABCDEF")


def decimal(word: str) -> Written | None:
    """A decimal integer, with a suffix of C or Rust."""
    found = _DECIMAL.fullmatch(word)
    return Written(int(found[1]), 0) if found else None


def integer(word: str) -> Written | None:
    """An integer with a prefix, or a decimal one."""
    return prefixed(word) or decimal(word)


def unit_of(words: Iterable[Written]) -> int:
    """The least usual number of bits in which all words have room, as their digits say.

    >>> unit_of([Written(0, 0), Written(16320, 0)]), unit_of([Written(0, 32)])
    (16, 32)
    """
    most = max((max(each.bits, _bits(each.value)) for each in words), default=8)
    return rounded_up(most)


def _bits(value: int) -> int:
    return (~value).bit_length() + 1 if value < 0 else value.bit_length()


def rounded_up(bits: int) -> int:
    """The least usual number of bits that is not less; beyond 128 a multiple of 8."""
    return next((unit for unit in UNITS if bits <= unit), (bits + 7) // 8 * 8)


def packed(value: int, unit: int) -> bytes | None:
    """A word, the most significant byte first; a negative one in two's complement.

    ``None`` where it has no room.
    """
    if not -(1 << unit - 1) <= value < 1 << unit:
        return None
    return (value & (1 << unit) - 1).to_bytes(unit // 8, "big")


def too_wide(unit: int) -> Phrase:
    """Why a word is not read that has no room."""
    return phrase("it does not fit {bits} bits", bits=str(unit))


def reversed_words(data: bytes, size: int) -> bytes:
    """Each word of ``size`` bytes turned round; what is left at the end, too."""
    if size == 1:
        return data
    if size in _LETTERS and len(data) % size == 0:
        words = array(_LETTERS[size], data)
        words.byteswap()
        return words.tobytes()
    return b"".join(data[at : at + size][::-1] for at in range(0, len(data), size))


_LETTERS = {array(letter).itemsize: letter for letter in "HIQ"}
"""Types of ``array`` by their bytes."""
