"""The signals of a DBC file: its lines ``BO_``, ``SG_`` and ``SIG_VALTYPE_``, and no others."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from fpviz.core.phrase import Complaint, phrase
from fpviz.data.can.signals import PLACES, Signal, SignalCoding, impossible, placed

_MESSAGE = re.compile(r"BO_\s+(\d{1,10})\s+(\w+)\s*:.*")
_SWITCH = r"(?:(?P<selector>M)|m(?P<selected>\d{1,5})M?)?"
_SIGNAL = re.compile(rf"SG_\s+(?P<name>\w+)\s*{_SWITCH}\s*:{PLACES}.*", re.VERBOSE)
_FLOAT = re.compile(r"SIG_VALTYPE_\s+(\d{1,10})\s+(\w+)\s*:?\s*([12])\s*;.*")
_EXTENDED = 1 << 31
_LENGTHS = {"1": 32, "2": 64}
"""Bits of a float, by the number in ``SIG_VALTYPE_``."""


def text_of_dbc(content: bytes) -> str:
    """The text of a file, in UTF-8 or, as most are, in the eight bits of Western Europe."""
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", "replace")


def signals_of_dbc(text: str) -> tuple[Signal, ...]:
    """The signals, frame by frame. Raises Complaint where there are none, and for one that cannot
    be read."""
    found = [each for frame in _frames(text) for each in frame]
    floats = {
        (match[1], match[2]): match[3] for match in map(_FLOAT.fullmatch, _lines(text)) if match
    }
    signals = tuple(
        _as_float(signal, kind) if (kind := floats.get((number, signal.name))) else signal
        for number, signal in found
    )
    if not signals:
        raise Complaint(phrase("there is no signal in it; lines SG_ below lines BO_ are those"))
    return signals


def _lines(text: str) -> Iterator[str]:
    return (line.strip() for line in text.splitlines())


def _frames(text: str) -> Iterator[list[tuple[str, Signal]]]:
    """The signals of each frame, with its number as the file has it; the selector is known."""
    number, signals, selector = "", list[tuple[str, Signal]](), None
    for at, line in enumerate(_lines(text), 1):
        if message := _MESSAGE.fullmatch(line):
            yield _selected(signals, selector)
            number, signals, selector = message[1], [], None
        elif line.startswith("SG_ ") and number:
            signal, is_selector = _signal(at, line, int(number))
            signals.append((number, signal))
            selector = signal if is_selector else selector
    yield _selected(signals, selector)


def _signal(at: int, line: str, number: int) -> tuple[Signal, bool]:
    """A signal, and whether it says which others are there."""
    found = _SIGNAL.fullmatch(line)
    if not found:
        raise Complaint(phrase("line {line} is no signal: {text}", line=str(at), text=line[:200]))
    frame = (number & ~_EXTENDED, bool(number & _EXTENDED))
    selected = None if found["selected"] is None else int(found["selected"])
    return placed(found, found["name"], frame, selected=selected), bool(found["selector"])


def _selected(
    signals: list[tuple[str, Signal]], selector: Signal | None
) -> list[tuple[str, Signal]]:
    return [
        (said, signal if signal.selected is None else replace(signal, selector=selector))
        for said, signal in signals
    ]


def _as_float(signal: Signal, kind: str) -> Signal:
    right = _LENGTHS[kind]
    if signal.length != right:
        raise Complaint(impossible(signal.name, signal.length, str(right)))
    return replace(signal, coding=SignalCoding.FLOATING)
