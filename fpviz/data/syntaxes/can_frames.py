"""CAN frames of ``candump`` and ``candump -L``: ``can0  123   [8]  66 66``, ``can0 123#6666``."""

from __future__ import annotations

from collections import Counter

from fpviz.core.phrase import Phrase, phrase
from fpviz.data.can.frames import CanFrame, FrameKind, explains_an_error, frame_of
from fpviz.data.dump import Dump
from fpviz.data.gathering import Gathering
from fpviz.data.syntaxes.syntax import Syntax
from fpviz.data.text import DumpText


def read(text: DumpText, _unit: int | None) -> Dump | None:
    """The bytes of all frames with data, one after another."""
    gathering = Gathering()
    names: dict[str, None] = {}
    others: Counter[FrameKind] = Counter()
    for number, line in text.lines():
        frame = frame_of(line)
        if not isinstance(frame, CanFrame):
            if not (others[FrameKind.ERROR] and explains_an_error(line)):
                gathering.refuse(number, line, frame)
        elif frame.kind is not FrameKind.DATA or not frame.data:
            others[frame.kind] += 1
        else:
            names[frame.id_text] = None
            gathering.add(frame.data)
    if len(names) > 1:
        gathering.remark(phrase("frames of several identifiers: {names}", names=", ".join(names)))
    for kind, count in others.items():
        if count:
            gathering.remark(left_out(kind, count))
    return gathering.dump()


def left_out(kind: FrameKind, count: int) -> Phrase:
    """That frames are left out, and why."""
    match kind:
        case FrameKind.REMOTE:
            return phrase("remote frames, which ask for data: {count}", count=str(count))
        case FrameKind.ERROR:
            return phrase("error frames, which hold no data: {count}", count=str(count))
        case FrameKind.DATA:
            return phrase("frames without data: {count}", count=str(count))


SYNTAX = Syntax("candump", phrase("CAN frames of candump"), read, is_marked=True)
