"""Byte orders and word orders, called after the four bytes A B C D of a number, A the first of
its code: as they are written one after another."""

from __future__ import annotations

from enum import Enum
from typing import NamedTuple

from fpviz.core.phrase import Complaint, phrase, quoted


class OrderRule(NamedTuple):
    """What an order turns round: the words of an element, and the bytes of each word."""

    name: str
    words_turned: bool
    bytes_turned: bool


class Order(Enum):
    """The orders that are in use; of elements of one word, two are the same as the other two."""

    ABCD = OrderRule("abcd", False, False)
    DCBA = OrderRule("dcba", True, True)
    CDAB = OrderRule("cdab", True, False)
    BADC = OrderRule("badc", False, True)

    def places(self, size: int, word: int) -> tuple[int, ...]:
        """Where the bytes of an element of ``size`` bytes stand, that of its first digits first.

        ``word`` is how many bytes a word has. What is no longer than that, or not made of whole
        words, is one word.

        >>> Order.CDAB.places(4, 2), Order.DCBA.places(3, 2)
        ((2, 3, 0, 1), (2, 1, 0))
        """
        if size <= word or size % word:
            word = size
        words = [range(at, at + word) for at in range(0, size, word)]
        if self.value.words_turned:
            words.reverse()
        return tuple(
            at for each in words for at in (reversed(each) if self.value.bytes_turned else each)
        )


NAMES = {order.value.name: order for order in Order} | {"big": Order.ABCD, "little": Order.DCBA}


def find_order(name: str) -> Order:
    """The order of a name. Raises Complaint."""
    found = NAMES.get(name.lower())
    if found is None:
        raise Complaint(
            phrase("no order {name}; there are {names}", name=quoted(name), names=", ".join(NAMES))
        )
    return found


def orders_of(width: int, word: int) -> tuple[Order, ...]:
    """The orders that differ for elements of ``width`` bits in words of ``word`` bits."""
    size = (width + 7) // 8
    seen: dict[tuple[int, ...], Order] = {}
    for order in Order:
        seen.setdefault(order.places(size, word // 8), order)
    return tuple(seen.values())
