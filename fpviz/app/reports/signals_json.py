"""Signals in CAN frames as JSON."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from fpviz.app.reports import Json
from fpviz.core.text import exact_decimal, value_text
from fpviz.data.can.signal_rows import SignalReading, SignalRow
from fpviz.data.can.signals import Signal


def signals_json(
    signals: Sequence[Signal], rows: Iterable[SignalRow], reading: SignalReading
) -> Json:
    """Each signal, with where it stands and what the frames say; no orders of bytes."""
    found: dict[Signal, list[SignalRow]] = {signal: [] for signal in signals}
    for row in rows:
        found[row.signal].append(row)
    return {
        "syntax": "candump",
        "others": [],
        "remarks": [str(each) for each in reading.said],
        "orders": [],
        "signals": [_signal(signal, its_rows) for signal, its_rows in found.items()],
    }


def _signal(signal: Signal, rows: Iterable[SignalRow]) -> Json:
    return {
        "name": signal.name,
        "start": signal.start,
        "length": signal.length,
        "byte_order": "intel" if signal.is_intel else "motorola",
        "format": signal.format_name,
        "factor": exact_decimal(signal.factor),
        "offset": exact_decimal(signal.offset),
        "unit": signal.unit,
        "values": [
            {
                "address": address,
                "id": frame.id_text,
                "code": signal.code_text(code),
                "raw": value_text(signal.raw(code)),
                "value": signal.value_text(code),
            }
            for _, address, frame, code in rows
        ],
    }
