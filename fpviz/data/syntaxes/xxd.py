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
from fpviz.data.gathering import Gathering, numbered_lines
from fpviz.data.syntaxes.syntax import Syntax

_LINE = re.compile(r"\s*([0-9A-Fa-f]{4,16}):(?: (.*)|\s*)")
_HEX = re.compile(r"(?:[0-9A-Fa-f]{2})+")
_BITS = re.compile(r"[01]{8}")
_LONGEST = 4096
"""Characters of a line; those of 256 bytes in binary are fewer."""


class _Line(NamedTuple):
    number: int
    address: int
    groups: tuple[bytes, ...]
    shown: str

    @property
    def data(self) -> bytes:
        return b"".join(self.groups)

    @property
    def swapped(self) -> bytes:
        return b"".join(group[::-1] for group in self.groups)


def read(text: str, _unit: int | None) -> Dump | None:
    """The bytes as they stand in memory."""
    gathering, lines = Gathering(), []
    for number, text_line in numbered_lines(text):
        line = _line(number, text_line)
        if line is None:
            gathering.refuse(number, text_line)
        else:
            lines.append(line)
    little = _is_little(lines)
    if little:
        gathering.remark(phrase("words of a little-endian machine, taken apart into its bytes"))
    for line in lines:
        if line.groups:
            gathering.add(line.swapped if little else line.data, line.address)
    return gathering.dump(taken_apart=_widest(lines) * 8 if little else 0)


def _line(number: int, line: str) -> _Line | None:
    found = _LINE.fullmatch(line) if len(line) <= _LONGEST else None
    if not found:
        return None
    address, body = int(found[1], 16), found[2] or ""
    ways = [(groups, shown) for cut, rest in _cuts(body) for groups, shown in _ways(cut, rest)]
    if ways:
        return _Line(number, address, *max(ways, key=lambda way: _fit(*way)))
    return None if body.strip() else _Line(number, address, (), "")


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
