"""What signals say in the frames of a log."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from fpviz.core.phrase import Phrase, phrase
from fpviz.data.can.frames import CanFrame, FrameKind, explains_an_error, frame_of
from fpviz.data.can.signals import Signal
from fpviz.data.dump import Dump
from fpviz.data.gathering import Findings
from fpviz.data.text import DumpText


class SignalRow(NamedTuple):
    """A signal in a frame: when that was seen, or how many frames stand before it; the code, and
    what it says."""

    signal: Signal
    address: str
    frame: CanFrame
    code: int


class SignalReading(Findings):
    """Goes through the frames of a text; what is to be said of them is known at the end."""

    def __init__(self, text: DumpText, signals: Sequence[Signal]) -> None:
        super().__init__()
        self._text, self._signals = text, signals
        self._short: Counter[str] = Counter()

    def rows(self) -> Iterator[SignalRow]:
        """CanFrame by frame, in each the signals in their order."""
        for at, frame in enumerate(self._frames()):
            if frame.kind is not FrameKind.DATA:
                continue
            for signal in self._signals:
                if not signal.is_in(frame):
                    continue
                code = signal.code(frame.data)
                if code is None:
                    self._short[signal.name] += 1
                else:
                    yield SignalRow(signal, frame.time or str(at), frame, code)

    def _frames(self) -> Iterator[CanFrame]:
        had_error = False
        for number, line in self._text.lines():
            frame = frame_of(line)
            if isinstance(frame, CanFrame):
                had_error = had_error or frame.kind is FrameKind.ERROR
                yield frame
            elif not (had_error and explains_an_error(line)):
                self.refuse(number, line, frame)

    @property
    def said(self) -> tuple[Phrase, ...]:
        """Signals for which frames were too short, and what is not read."""
        short = (
            phrase("frames too short for {name}: {count}", name=name, count=str(count))
            for name, count in self._short.items()
        )
        unread = Dump(unread=tuple(self.unread), unread_more=self.refused - len(self.unread))
        noise = unread.unread_said()
        return (*short, *((noise,) if noise else ()))
