"""``xxd``, ``xxd -e`` and ``xxd -b``: an address, a colon, groups, and the bytes as characters.

The characters are no data, but they tell how many bytes a line has, and whether its groups are
little-endian words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from fpviz.core.phrase import phrase
from fpviz.data.dump import Dump
from fpviz.data.gathering import Gathering
from fpviz.data.syntaxes.syntax import Syntax
from fpviz.data.text import DumpText

_LINE = re.compile(r"\s*([0-9A-Fa-f]{4,16}):(?: (.*)|\s*)")
_HEX = re.compile(r"(?:[0-9A-Fa-f]{2})+")
_BITS = re.compile(r"[01]{8}")
_LONGEST = 4096
"""Characters of a line; those of 256 bytes in binary are fewer."""


class _Line(NamedTuple):
    """An address, groups, and characters; where the groups begin in the line, and its length."""

    address: int
    groups: tuple[bytes, ...]
    shown: str
    start: int
    length: int

    @property
    def data(self) -> bytes:
        return b"".join(self.groups)

    @property
    def swapped(self) -> bytes:
        return b"".join(group[::-1] for group in self.groups)


def read(text: DumpText, _unit: int | None) -> Dump | None:
    """The bytes as they stand in memory."""
    gathering = Gathering()
    first = [line for _, each in text.head() if (line := _line(each))]
    little = _is_little(first)
    if little:
        gathering.remark(phrase("words of a little-endian machine, taken apart into its bytes"))
    line = None
    for number, each in text.lines():
        line = (line and _like(line, each)) or _line(each)
        if line is None:
            gathering.refuse(number, each)
        elif line.groups:
            gathering.add(line.swapped if little else line.data, line.address)
    return gathering.dump(taken_apart=_widest(first) * 8 if little else 0)


def _line(line: str) -> _Line | None:
    found = _LINE.fullmatch(line) if len(line) <= _LONGEST else None
    if not found:
        return None
    address, body = int(found[1], 16), found[2] or ""
    ways = [(groups, shown) for cut, rest in _cuts(body) for groups, shown in _ways(cut, rest)]
    if ways:
        return _Line(address, *max(ways, key=lambda way: _fit(*way)), found.start(2), len(line))
    return None if body.strip() else _Line(address, (), "", 0, len(line))


def _like(before: _Line, line: str) -> _Line | None:
    """A line of hexadecimal groups that stand where those of the one before it do."""
    start, behind = before.start, before.length - len(before.shown)
    if len(line) != before.length or line[start - 2 : start] != ": ":
        return None
    words = line[start:behind].split()
    if [len(word) for word in words] != [2 * len(group) for group in before.groups]:
        return None
    try:
        address, groups = int(line[: start - 2], 16), tuple(map(bytes.fromhex, words))
    except ValueError:
        return None
    return _Line(address, groups, line[behind:], start, before.length)


def _cuts(body: str) -> Iterator[tuple[str, str]]:
    """What may be groups, and what is behind them."""
    for gap in re.finditer(r"(?<=\S)  ", body):
        yield body[: gap.start()], body[gap.end() :]
    yield body, ""


def _ways(cut: str, rest: str) -> Iterator[tuple[tuple[bytes, ...], str]]:
    """Groups, with as many characters as they have bytes."""
    for groups in _groups(cut):
        size = sum(map(len, groups))
        if not rest[:-size].strip():
            yield groups, rest[-size:]


def _fit(groups: tuple[bytes, ...], shown: str) -> float:
    """The share of the bytes that is shown behind them, as they stand or turned round."""
    ways = (b"".join(groups), b"".join(group[::-1] for group in groups))
    return max(_likeness(data, shown) for data in ways) / len(ways[0])


def _groups(body: str) -> Iterator[tuple[bytes, ...]]:
    """What groups may be: hexadecimal, or bytes in binary."""
    words = body.split()
    if words and all(map(_HEX.fullmatch, words)):
        yield tuple(map(bytes.fromhex, words))
    if words and all(map(_BITS.fullmatch, words)):
        yield tuple(bytes([int(word, 2)]) for word in words)


def _is_little(lines: list[_Line]) -> bool:
    """Whether the characters are those of the groups turned round; in doubt, if they have four
    bytes, as those of ``xxd -e`` do and of ``xxd`` do not."""
    straight = sum(_likeness(line.data, line.shown) for line in lines)
    turned = sum(_likeness(line.swapped, line.shown) for line in lines)
    return turned > straight or (turned == straight and _widest(lines) == 4)


def _widest(lines: list[_Line]) -> int:
    return max((len(group) for line in lines for group in line.groups), default=0)


_SEEN = bytes(byte if 32 <= byte < 127 else ord(".") for byte in range(256))
"""What each byte is shown as."""


def _likeness(data: bytes, shown: str) -> int:
    """How many characters are those of the bytes."""
    seen = data.translate(_SEEN).decode()
    if seen == shown:
        return len(data)
    return sum(a == b for a, b in zip(seen, shown, strict=False))


SYNTAX = Syntax("xxd", phrase("xxd"), read, is_marked=True)
