"""Mishaps of codes as mere bits: flipped, in another order, shifted."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from fpviz.core.formats.fields import FIELD_NAMES
from fpviz.core.pairs.mishaps.mishap import Mishap
from fpviz.core.pairs.pair import Pair
from fpviz.core.phrase import Phrase, phrase

_SHIFTS = (1, 2, 3, 4, 8, 12, 16, 24, 32)
"""By how many bits a code may have been shifted."""


def _one_bit(pair: Pair) -> Phrase | None:
    bits = pair.bits
    if bits & (bits - 1):
        return None
    index = bits.bit_length() - 1
    kind = pair.field_at(index)
    if kind is None:
        return phrase("bit {index} alone is flipped", index=str(index))
    return phrase(
        "bit {index} alone is flipped, of the {field}", index=str(index), field=FIELD_NAMES[kind]
    )


def _inverted(pair: Pair) -> Phrase | None:
    if pair.bits != (1 << pair.format.width) - 1:
        return None
    return phrase("{b} is {a} with all bits inverted", **pair.named)


OF_ONE_BIT = (
    Mishap("one-bit", _one_bit, both_ways=True),
    Mishap("inverted", _inverted, both_ways=True),
)


def _turned(code: int, size: int, unit: int) -> int:
    """A code of ``size`` bytes with its units of so many bytes in the other order."""
    data = code.to_bytes(size, "big")
    units = [data[at : at + unit] for at in range(0, size, unit)]
    return int.from_bytes(b"".join(reversed(units)), "big")


def _turned_within(code: int, size: int, word: int) -> int:
    """A code of ``size`` bytes with the bytes of each word of so many in the other order."""
    data = code.to_bytes(size, "big")
    words = [data[at : at + word][::-1] for at in range(0, size, word)]
    return int.from_bytes(b"".join(words), "big")


Turn = Callable[[int, int], int]

_TURNS: dict[str, tuple[Phrase, int, Turn]] = {
    "bytes": (phrase("bytes turned round"), 1, partial(_turned, unit=1)),
    "bytes-of-words": (
        phrase("bytes of each 16-bit word turned round"),
        2,
        partial(_turned_within, word=2),
    ),
    "words": (phrase("16-bit words turned round"), 2, partial(_turned, unit=2)),
    "bytes-of-words-32": (
        phrase("bytes of each 32-bit word turned round"),
        4,
        partial(_turned_within, word=4),
    ),
    "words-32": (phrase("32-bit words turned round"), 4, partial(_turned, unit=4)),
}
"""Orders by their keys: what they are called, the bytes of their unit, what they make of a code.

One is told of codes of several units alone; of one unit, the first says it.
"""


def _in_order(key: str, pair: Pair) -> Phrase | None:
    name, unit, turn = _TURNS[key]
    size, rest = divmod(pair.format.width, 8)
    if rest or size % unit or size <= unit or turn(pair.a.code, size) != pair.b.code:
        return None
    return phrase("{b} is {a} with its {change}", **pair.named, change=name)


def _bits_turned(pair: Pair) -> Phrase | None:
    code = int(f"{pair.a.code:0{pair.format.width}b}"[::-1], 2)
    return (
        phrase("{b} is {a} with its bits in the other order", **pair.named)
        if code == pair.b.code
        else None
    )


ORDERS = (
    *(Mishap(key, partial(_in_order, key), both_ways=True) for key in _TURNS),
    Mishap("bits-turned", _bits_turned, both_ways=True),
)


def _shifted(pair: Pair) -> Phrase | None:
    if pair.values is None:
        return None
    mask = (1 << pair.format.width) - 1
    for count in _SHIFTS:
        if count < pair.format.width and 0 != pair.b.code == pair.a.code << count & mask:
            return phrase(
                "{b} is {a} shifted to the left, bits: {count}", **pair.named, count=str(count)
            )
        if 0 != pair.b.code == pair.a.code >> count:
            return phrase(
                "{b} is {a} shifted to the right, bits: {count}", **pair.named, count=str(count)
            )
    return None


MOVED = (Mishap("shifted", _shifted, ("one-bit",)),)
