"""What the lesson on dumps says, computed: part of ``facts``."""

from __future__ import annotations

from fractions import Fraction

from fpviz.core.formats import find_format
from fpviz.core.formats.decoding import value_of
from fpviz.core.text import exact_decimal, scientific
from fpviz.data.decoding import Asked, decodings
from fpviz.data.layout.layout import DumpLayout
from fpviz.data.layout.orders import Order
from fpviz.data.syntaxes import dumps_in

FP32 = find_format("fp32")
LITTLE_ONE, BOTH_PLAUSIBLE = b"00 00 80 3f", b"426f f741"
TURNED = {
    Order.ABCD: "nothing",
    Order.DCBA: "bytes and words",
    Order.CDAB: "the words",
    Order.BADC: "the bytes of each word",
}


def _read(text: bytes, order: Order) -> tuple[int, Fraction]:
    """The code and value of the first number of a text in an order."""
    code = int(DumpLayout(FP32, order).codes(dumps_in(text)[0].dump)[0])
    return code, value_of(FP32, code)


def _row(order: Order) -> str:
    code, value = _read(LITTLE_ONE, order)
    shown = exact_decimal(value) if value == 1 else scientific(value, 4)
    return f"| {order.value.name.upper()} | {TURNED[order]} | `{code:#010x}` | `{shown}` |"


def reading_a_dump() -> list[str]:
    orders = Asked((FP32,), all_orders=True)
    likeliest, *others = decodings(dumps_in(LITTLE_ONE)[0].dump, orders)
    assert likeliest.layout.order is Order.DCBA
    assert {each.layout.order for each in others} == set(Order) - {Order.DCBA}
    hexdump = dumps_in(b"0000000 0000 3f80")[0].dump
    assert DumpLayout(FP32, Order.DCBA).codes(hexdump).tolist() == [0x3F800000]
    plausible = {order: _read(BOTH_PLAUSIBLE, order)[1] for order in (Order.ABCD, Order.DCBA)}
    return [
        *map(_row, TURNED),
        "`hexdump -C`",
        "0000 3f80",
        f"are `{scientific(plausible[Order.ABCD], 5)}` as ABCD",
        f"and `{scientific(plausible[Order.DCBA], 5)}` as DCBA",
    ]
