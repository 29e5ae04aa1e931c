"""The first values of a dump under each order and several formats, ranked; none is left out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from fpviz.core.formats import Format
from fpviz.core.phrase import Phrase
from fpviz.data.decoding import remarks
from fpviz.data.dump import Dump
from fpviz.data.layout.alike import read_alike
from fpviz.data.layout.layout import DumpLayout
from fpviz.data.layout.orders import Order
from fpviz.data.layout.plausibility import Judged, ranked, word_of

FIRST = 6
"""Elements of which a card has the codes."""


class Card(NamedTuple):
    """A layout with how plausible it is and why, and the first codes that it gives."""

    judged: Judged
    codes: tuple[int, ...]
    is_likeliest: bool

    @property
    def layout(self) -> DumpLayout:
        return self.judged.layout


class Judgement(NamedTuple):
    """The cards of a dump, and what is to be said of it as it is read at present."""

    cards: tuple[Card, ...]
    remarks: tuple[Phrase, ...]


def judgement(dump: Dump, formats: Sequence[Format], present: DumpLayout) -> Judgement:
    """What the strip shows, and what is said under it."""
    found = cards(dump, formats, present)
    shown = [each.judged for each in found if read_alike(each.layout, present)]
    return Judgement(found, remarks(dump, shown) if shown else dump.remarks)


def cards(dump: Dump, formats: Sequence[Format], present: DumpLayout | None) -> tuple[Card, ...]:
    """The best order of each format, the likeliest format first, then all the others.

    Elements begin where those of the ``present`` layout do, and its format is among them.
    """
    groups = [_orders(dump, fmt, present) for fmt in _with_present(formats, present)]
    groups = [each for each in groups if each]
    found = [group[0] for group in groups] + [each for group in groups for each in group[1:]]
    return tuple(_card(dump, judged, at == 0) for at, judged in enumerate(found))


def _with_present(formats: Sequence[Format], present: DumpLayout | None) -> Sequence[Format]:
    if present is None or present.fmt in formats:
        return formats
    return [*formats[:1], present.fmt, *formats[1:]]


def _orders(dump: Dump, fmt: Format, present: DumpLayout | None) -> tuple[Judged, ...]:
    """The orders of a format, the most plausible first; none where there is not one element."""
    first = layout_of(dump, fmt, present)
    if not first.count(dump):
        return ()
    orders = (Order.ABCD,) if dump.numbers else first.orders
    return ranked(dump, [replace(first, order=order) for order in orders])


def layout_of(dump: Dump, fmt: Format, present: DumpLayout | None) -> DumpLayout:
    """How elements of a format are read where those of the present layout are, order aside."""
    if present is None:
        return DumpLayout(fmt, word=word_of(dump, fmt))
    word = present.word if fmt == present.fmt else word_of(dump, fmt)
    stride = present.stride if present.stride > fmt.width else 0
    return DumpLayout(fmt, Order.ABCD, word, present.offset, stride)


def _card(dump: Dump, judged: Judged, is_likeliest: bool) -> Card:
    codes = judged.layout.codes(dump, 0, FIRST).tolist()
    return Card(judged, tuple(codes), is_likeliest)
