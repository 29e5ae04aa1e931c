"""Whether two layouts give the same elements."""

from __future__ import annotations

from dataclasses import replace

from fpviz.data.layout.layout import DumpLayout
from fpviz.data.layout.orders import Order


def read_alike(one: DumpLayout, other: DumpLayout) -> bool:
    """Whether two layouts give the same elements of every dump: orders may differ in name alone.

    >>> from fpviz.core.formats import find_format
    >>> half = DumpLayout(find_format("fp16"), Order.CDAB)
    >>> read_alike(half, DumpLayout(half.fmt)), read_alike(half, DumpLayout(half.fmt, Order.DCBA))
    (True, False)
    """
    return replace(one, order=other.order) == other and same_order(one, other.order)


def same_order(layout: DumpLayout, order: Order) -> bool:
    """Whether a layout would give the same elements in another order."""
    if not layout.has_whole_bytes:
        return layout.order.value.bytes_turned == order.value.bytes_turned
    size, word = layout.fmt.width // 8, layout.word // 8
    return layout.order.places(size, word) == order.places(size, word)
