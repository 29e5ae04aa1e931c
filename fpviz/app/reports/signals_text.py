"""Signals in CAN frames as text: a line a signal of a frame."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from fpviz.data.can.signal_rows import SignalRow


def signals_text(rows: Iterable[SignalRow]) -> Iterator[str]:
    """The lines: time or number of the frame, its identifier, name, code, value."""
    for signal, address, frame, code in rows:
        where = f"{address:>17}  {frame.id_text:>8}  {signal.name:16}"
        value = f"{signal.value_text(code)} {signal.unit}".rstrip()
        yield f"{where}  {signal.code_text(code):10}  {value}"
