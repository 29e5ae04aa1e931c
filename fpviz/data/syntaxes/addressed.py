"""``hexdump`` and ``od``, all letters of integers: an address without a colon, and groups.

How long the groups are says what they are; how the addresses grow, in which base those are and
how many bytes a decimal group has. ``*`` stands for lines like the one before. Words are of a
little-endian machine, as nearly all are today, and are taken apart into its bytes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from fpviz.core.phrase import phrase
from fpviz.data.dump import Dump
from fpviz.data.gathering import Gathering
from fpviz.data.syntaxes.syntax import Syntax
from fpviz.data.text import DumpText
from fpviz.data.words import reversed_words

_LINE = re.compile(r"([0-9A-Fa-f]{6,16}|[0-9A-Fa-f]{4,5}(?=\s{2}|$))(?:\s+(.*))?")
_SHOWN = re.compile(r"\s\s(?:\|.*\||>.*<)$")
_WIRESHARK = re.compile(r"(?<=[0-9A-Fa-f]{2})\s{3}.*$")
_DECIMAL = re.compile(r"[-+]?\d{1,20}")
_SHORTEST = 6
"""Digits of an address of hexdump and od; Wireshark's has four, and its characters no marks."""
_REPEATED = "*"
_MOST = 1 << 28
"""Bytes that repeated lines may stand for."""


class _Kind(NamedTuple):
    """What groups of so many digits are: their base, and bytes of a word."""

    digits: int
    pattern: re.Pattern[str]
    base: int
    size: int


_KINDS = tuple(
    _Kind(digits, re.compile(pattern), base, size)
    for digits, pattern, base, size in (
        (2, "[0-9A-Fa-f]{2}", 16, 1),
        (3, "[0-3][0-7]{2}", 8, 1),
        (4, "[0-9A-Fa-f]{4}", 16, 2),
        (6, "[01][0-7]{5}", 8, 2),
        (5, "[0-6][0-9]{4}", 10, 2),
        (8, "[0-9A-Fa-f]{8}", 16, 4),
        (11, "[0-3][0-7]{10}", 8, 4),
        (16, "[0-9A-Fa-f]{16}", 16, 8),
        (22, "[01][0-7]{21}", 8, 8),
    )
)


class _Row(NamedTuple):
    address: str
    groups: tuple[str, ...]


def read(text: DumpText, _unit: int | None) -> Dump | None:
    """The bytes as they stand in memory, the last line's length as the last address says it."""
    first = [row for _, line in text.head() if (row := _row(line))]
    full = [row for row in first if row.groups]
    known = ((kind, radix) for kind in _kinds(full) if (radix := _radix(first, kind)) is not None)
    kind, radix = next(known, (None, None))
    if kind is None or radix is None:
        return None
    return _filled(text, kind, radix)


def _row(line: str) -> _Row | None:
    if line.strip() == _REPEATED:
        return _Row(_REPEATED, ())
    found = _LINE.fullmatch(line.rstrip())
    if not found:
        return None
    body = _SHOWN.sub("", f"  {found[2] or ''}")
    if len(found[1]) < _SHORTEST:
        body = _WIRESHARK.sub("", body)
    return _Row(found[1], tuple(body.split()))


def _kinds(rows: Sequence[_Row]) -> Iterator[_Kind]:
    """What the groups may be: by their digits, or decimal ones of varying length, of which a line
    has sixteen bytes, unless it is the only one."""
    groups = [group for row in rows for group in row.groups]
    for kind in _KINDS:
        fitting = sum(1 for group in groups if kind.pattern.fullmatch(group))
        if groups and fitting * 10 >= len(groups) * 9:
            yield kind
    if groups and all(map(_DECIMAL.fullmatch, groups)):
        for size in sorted((1, 2, 4, 8), key=lambda size: abs(16 - size * len(rows[0].groups))):
            yield _Kind(0, _DECIMAL, 10, size)


def _radix(rows: Sequence[_Row], kind: _Kind) -> int | None:
    """The base of the addresses that explains best how they grow; of one line, 16."""
    votes = {radix: _vote(rows, kind, radix) for radix in (16, 8, 10)}
    best = max(votes, key=lambda radix: votes[radix])
    alone = sum(1 for row in rows if row.address != _REPEATED) == 1
    if alone and rows[0].address.startswith("000"):
        return 16
    return best if votes[best] > 0 else None


def _vote(rows: Sequence[_Row], kind: _Kind, radix: int) -> int:
    try:
        pairs = [
            (int(a.address, radix), int(b.address, radix), len(a.groups) * kind.size)
            for a, b in pairwise(rows)
            if _REPEATED not in (a.address, b.address)
        ]
    except ValueError:
        return -1
    last = rows[-1].groups == ()
    told = [b - a == size for a, b, size in pairs]
    if last and pairs and not told[-1]:  # an end amid a word
        a, b, size = pairs[-1]
        told[-1] = 0 < size - (b - a) < kind.size
    right = sum(told)
    return right if right * 2 > len(told) else 0


def _filled(text: DumpText, kind: _Kind, radix: int) -> Dump | None:
    gathering, before, repeated = Gathering(), b"", False
    for number, line in text.lines():
        row = _row(line)
        if row is None:
            gathering.refuse(number, line)
            continue
        if row.address == _REPEATED:
            repeated = bool(before)
            continue
        try:
            address, data = int(row.address, radix), _bytes_of(row.groups, kind)
        except (ValueError, OverflowError):
            gathering.refuse(number, line)
            continue
        if repeated:
            _repeat(gathering, before, address)
            repeated = False
        if data:
            gathering.add(data, address)
            before = data
        else:
            _cut(gathering, address)
    if kind.size > 1:
        gathering.remark(phrase("words of a little-endian machine, taken apart into its bytes"))
    return gathering.dump(taken_apart=kind.size * 8 if kind.size > 1 else 0)


def _bytes_of(groups: tuple[str, ...], kind: _Kind) -> bytes:
    """The bytes as they stand in memory. Raises ValueError or OverflowError for what is none."""
    if kind.base == 16 and {len(group) for group in groups} == {kind.digits}:
        return reversed_words(bytes.fromhex("".join(groups)), kind.size)
    return b"".join(_word(group, kind) for group in groups)


def _word(group: str, kind: _Kind) -> bytes:
    if kind.digits and not kind.pattern.fullmatch(group):
        raise ValueError(group)
    value = int(group, kind.base)
    return value.to_bytes(kind.size, "little", signed=value < 0)


def _repeat(gathering: Gathering, line: bytes, address: int) -> None:
    """Lines like the one before, up to an address."""
    missing = address - gathering.next_address
    if 0 < missing <= _MOST:
        gathering.add(line * (missing // len(line)), gathering.next_address)


def _cut(gathering: Gathering, end: int) -> None:
    """What stands behind the last address only fills a word."""
    spare = gathering.next_address - end
    if 0 < spare < 8 and spare < len(gathering.data):
        del gathering.data[-spare:]


SYNTAX = Syntax("hexdump", phrase("hexdump or od"), read, is_marked=True)
