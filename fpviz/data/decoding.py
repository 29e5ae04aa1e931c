"""A dump read in several ways: the formats and orders that were asked for, or the likeliest."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from fpviz.core.formats import Format
from fpviz.core.phrase import Complaint, Phrase, phrase
from fpviz.data.dump import Dump
from fpviz.data.layout.layout import DumpLayout
from fpviz.data.layout.likely_formats import likely_formats
from fpviz.data.layout.orders import Order
from fpviz.data.layout.plausibility import Judged, judged, ranked, word_of
from fpviz.data.rows import spare_said

LIKELY = 3
"""Formats that are shown where none is named."""

_REGISTER = 16
_MUCH = 0.15
"""How much more plausible a shift must be to be told."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked of a dump: formats and an order, if they are known, and where elements stand.

    ``words`` is how many bits a register has; offset and stride are in bits.
    """

    formats: tuple[Format, ...] = ()
    order: Order | None = None
    words: int | None = None
    offset: int = 0
    stride: int = 0
    all_orders: bool = False


def decodings(dump: Dump, asked: Asked) -> tuple[Judged, ...]:
    """The layouts that are asked for, format by format, the most plausible first: of each format
    the best order, or all. Raises Complaint where the data have not even one element."""
    formats = asked.formats or likely_formats(dump)[:LIKELY]
    found = [each for fmt in formats for each in _of_format(dump, fmt, asked)]
    if not found:
        raise Complaint(_too_little(dump, formats))
    return tuple(found)


def _of_format(dump: Dump, fmt: Format, asked: Asked) -> Sequence[Judged]:
    first = _layout(dump, fmt, asked, Order.ABCD)
    if not first.count(dump):
        return ()
    if asked.order is not None:
        return (judged(dump, _layout(dump, fmt, asked, asked.order)),)
    orders = first.orders if not dump.numbers else (Order.ABCD,)
    found = ranked(dump, [_layout(dump, fmt, asked, order) for order in orders])
    return found if asked.all_orders else found[:1]


def _layout(dump: Dump, fmt: Format, asked: Asked, order: Order) -> DumpLayout:
    word = asked.words or word_of(dump, fmt)
    return DumpLayout(fmt, order, word, asked.offset, asked.stride)


def _too_little(dump: Dump, formats: Sequence[Format]) -> Phrase:
    bits = str(len(dump.data) * 8)
    if not formats:
        return phrase("{bits} bits are less than an element of any usual format", bits=bits)
    least = min(formats, key=lambda fmt: fmt.width)
    return phrase(
        "{bits} bits are less than an element of {format}, which has {width}",
        bits=bits,
        format=least.title,
        width=str(least.width),
    )


def remarks(dump: Dump, found: Sequence[Judged]) -> tuple[Phrase, ...]:
    """What is to be said of a dump, and of how it is read."""
    said = list(dump.remarks)
    best = found[0]
    if spare := spare_said(dump, best.layout):
        said.append(spare)
    if shifted := _shift_said(dump, best):
        said.append(shifted)
    return tuple(said)


def _shift_said(dump: Dump, best: Judged) -> Phrase | None:
    """That numbers of several registers make more sense if they begin one register later."""
    layout = best.layout
    if dump.numbers or layout.fmt.width <= _REGISTER or layout.stride:
        return None
    moved = DumpLayout(layout.fmt, layout.order, layout.word, layout.offset + _REGISTER)
    if moved.count(dump) < 2:
        return None
    orders = [DumpLayout(layout.fmt, order, layout.word, moved.offset) for order in moved.orders]
    if ranked(dump, orders)[0].score < best.score + _MUCH:
        return None
    return phrase(
        "shifted by one register, by an offset of {bits} bits, it is more plausible",
        bits=str(moved.offset),
    )
