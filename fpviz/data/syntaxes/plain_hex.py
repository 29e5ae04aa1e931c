"""Bytes and words in hexadecimal: ``07 7A 42 9B``, ``426F F741``, ``0xc1,0xbb``, ``0000803f0040``.

Also what ``xxd -p`` prints. Words stand as they are written, the most significant digit first.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from fpviz.core.phrase import phrase
from fpviz.data.dump import Dump
from fpviz.data.gathering import Gathering, nothing_but
from fpviz.data.syntaxes.syntax import Syntax
from fpviz.data.text import DumpText, lines_of
from fpviz.data.words import Written, prefixed, unit_of

SEPARATORS = re.compile(r"[\s,;|:]+")
_HYPHENS = re.compile(r"(?<=\b[0-9A-Fa-f]{2})-(?=[0-9A-Fa-f]{2}\b)")
_COMMENT = re.compile(r"//.*|#(?![xX]).*|/\*.*?\*/")
_BARE = re.compile(r"[0-9A-Fa-f](?:_?[0-9A-Fa-f])*")
_BASED = re.compile(r"[$&#]|\\x|0[xX]|[0-9][0-9a-fA-F]*[hH]$")
_WORDS = (8, 16, 32, 64)
"""Bits of words; a longer row of digits is one of bytes."""
_ENOUGH = 12
"""Digits among which a letter is to be expected if they are hexadecimal."""


def words_of(line: str) -> list[str]:
    """The words of a line, without comments, brackets and what stands between words."""
    if "#" in line or "/" in line:
        line = _COMMENT.sub(" ", line)
    if "-" in line:
        line = _HYPHENS.sub(" ", line)
    line = line.strip(" \t[](){}\"'")
    return [word for word in SEPARATORS.split(line.replace(r"\x", r" \x")) if word]


def read(text: DumpText, unit: int | None) -> Dump | None:
    """Words with a prefix, else those that are nothing but digits."""
    words = [word for _, line in text.head() for word in words_of(line)]
    marked = sum(1 for word in words if _BASED.match(word))
    if marked:
        return _prefixed(text, unit) if marked * 2 >= len(words) else None
    return _bare(text, words, unit)


def _prefixed(text: DumpText, unit: int | None) -> Dump | None:
    first = unit_of(
        each for _, line in text.head() for word in words_of(line) if (each := prefixed(word))
    )
    word = f"0x[0-9A-Fa-f]{{{first // 4}}}"
    alike = re.compile(rf"\s*{word}(?:[\s,]+{word})*[\s,]*")
    size = unit or unit_of((Written(0, first), *_others(text, alike)))
    gathering = Gathering(size, size)
    for number, block in text.blocks():
        if size == first and alike.fullmatch(block):
            words = block.replace("0x", "").replace(",", " ").split()
            gathering.add(bytes.fromhex("".join(words)), words=len(words))
            continue
        for at, line in lines_of(number, block):
            for word in words_of(line):
                gathering.add_word(at, word, prefixed(word))
    return gathering.dump()


def _others(text: DumpText, alike: re.Pattern[str]) -> Iterator[Written]:
    """The words in blocks that are not all alike."""
    for number, block in text.blocks():
        if not alike.fullmatch(block):
            for _, line in lines_of(number, block):
                yield from (each for word in words_of(line) if (each := prefixed(word)))


def _bare(text: DumpText, first: list[str], unit: int | None) -> Dump | None:
    words = [word.replace("_", "") for word in first if _BARE.fullmatch(word)]
    if not words:
        return None
    usual = Counter(map(len, words)).most_common(1)[0][0] * 4
    size = unit or (usual if usual in _WORDS else 8)
    gathering = Gathering(size, size)
    for number, block in text.blocks():
        if not _add_regular(gathering, block):
            for at, line in lines_of(number, block):
                for word in words_of(line):
                    _add_bare(gathering, at, word)
    dump = gathering.dump() or nothing_but(gathering)
    return dump and _weighed(dump, "".join(words), words)


def _add_regular(gathering: Gathering, block: str) -> bool:
    """Add lines that are nothing but whole words with spaces between, as nearly all are."""
    words = block.split()
    if any(len(word) * 4 % gathering.unit for word in words):
        return False
    try:
        data = bytes.fromhex("".join(words))
    except ValueError:
        return False
    if data:
        gathering.add(data, words=len(words))
    return True


def _add_bare(gathering: Gathering, number: int, word: str) -> None:
    """A word of digits alone: whole words, or whole bytes of one."""
    digits = word.replace("_", "")
    if not _BARE.fullmatch(word):
        gathering.refuse(number, word)
    elif len(digits) % 2:
        gathering.refuse(number, word, phrase("an odd number of digits is no whole byte"))
    else:
        gathering.add(bytes.fromhex(digits))
        if len(digits) * 4 % gathering.unit:
            said = phrase(
                "{word} is less than a word of {bits} bits", word=word, bits=str(gathering.unit)
            )
            gathering.remark(said)


def _weighed(dump: Dump, digits: str, words: list[str]) -> Dump:
    """Less likely where no digit is a letter, no word begins with 0, and there are many."""
    telling = not digits.isdecimal() or any(word[0] == "0" and len(word) > 1 for word in words)
    if telling or (len(digits) <= _ENOUGH and len(set(map(len, words))) == 1):
        return dump
    return replace(dump, fit=dump.fit / 2)


SYNTAX = Syntax("hex", phrase("bytes or words in hexadecimal"), read)
