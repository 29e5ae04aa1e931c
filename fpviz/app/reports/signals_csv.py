"""Signals in CAN frames as CSV: what ``fpviz decode --signal … --csv`` writes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from fpviz.core.text import value_text
from fpviz.data.can.signal_rows import SignalRow

COLUMNS = ("signal", "id", "address", "format", "code", "raw", "value", "unit")


def signals_table(rows: Iterable[SignalRow]) -> Iterator[tuple[str, ...]]:
    """A head, then a row a signal of a frame."""
    yield COLUMNS
    for signal, address, frame, code in rows:
        yield (
            signal.name,
            frame.id_text,
            address,
            signal.format_name,
            signal.code_text(code),
            value_text(signal.raw(code)),
            signal.value_text(code),
            signal.unit,
        )
