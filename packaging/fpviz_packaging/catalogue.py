"""The translations into one language: a file of Qt's (.ts), and what it says of each text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from xml.etree import ElementTree as ET

Key = tuple[str, str]
"""A context and a text."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A translation; one that is not finished, whether empty or a guess, is not shown."""

    text: str = ""
    finished: bool = False


Catalogue = Mapping[Key, Entry]


def read(path: Path) -> dict[Key, Entry]:
    """The catalogue in a file; an empty one where there is no file."""
    if not path.exists():
        return {}
    entries: dict[Key, Entry] = {}
    for context in ET.parse(path).iter("context"):
        for message in context.iter("message"):
            node = message.find("translation")
            text = "" if node is None else node.text or ""
            finished = node is not None and node.get("type") is None and bool(text)
            key = context.findtext("name", ""), message.findtext("source", "")
            entries[key] = Entry(text, finished)
    return entries


def updated(entries: Catalogue, keys: Iterable[Key]) -> dict[Key, Entry]:
    """The catalogue with exactly these texts, in order.

    A new text gets what the same text is in another context, as a guess.
    """
    elsewhere = {source: entry.text for (_, source), entry in entries.items()}
    return {
        key: entries.get(key) or Entry(elsewhere.get(key[1], ""))
        for key in sorted(set(keys), key=lambda key: (key[0], key[1].casefold(), key[1]))
    }


def written(entries: Catalogue, language: str) -> str:
    """The file of a catalogue, as Qt's tools write it."""
    lines = [
        '<?xml version="1.0" encoding="utf-8"?>',
        "<!DOCTYPE TS>",
        f'<TS version="2.1" language="{language}" sourcelanguage="en">',
    ]
    for context, keys in groupby(entries, key=lambda key: key[0]):
        lines += ["<context>", f"    <name>{_escaped(context)}</name>"]
        for key in keys:
            state = "" if entries[key].finished else ' type="unfinished"'
            lines += [
                "    <message>",
                f"        <source>{_escaped(key[1])}</source>",
                f"        <translation{state}>{_escaped(entries[key].text)}</translation>",
                "    </message>",
            ]
        lines.append("</context>")
    return "\n".join([*lines, "</TS>", ""])


def _escaped(text: str) -> str:
    signs = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&apos;"}
    return "".join(signs.get(sign, sign) for sign in text)


# -- whether translations can stand for their texts ---------------------------------------------

_PLACE = re.compile(r"\{\w*\}")
_MNEMONIC = re.compile(r"&(?=[^&\s])")


def faults(entries: Catalogue) -> Iterator[str]:
    """What is wrong with finished translations, a line each."""
    for (context, source), entry in entries.items():
        if entry.finished:
            for fault in _faults(source, entry.text):
                yield f"{context}: {source!r} became {entry.text!r}: {fault}"


def _faults(source: str, text: str) -> Iterator[str]:
    if set(_PLACE.findall(source)) != set(_PLACE.findall(text)):
        yield "it has other places for values"
    if len(_MNEMONIC.findall(source)) != len(_MNEMONIC.findall(text)):
        yield "an & before the key, as in 文件(&F), belongs where the text has one, and only there"
    if source.endswith("…") != text.endswith("…"):
        yield "… at the end belongs where the text has one, and only there"
    if (source[:1].isspace(), source[-1:].isspace()) != (text[:1].isspace(), text[-1:].isspace()):
        yield "it has other spaces around it"
