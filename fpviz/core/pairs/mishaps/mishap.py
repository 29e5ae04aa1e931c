"""What a mishap is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple

from fpviz.core.pairs.pair import Pair
from fpviz.core.phrase import Phrase

Told = Callable[[Pair], Phrase | None]


@dataclass(frozen=True, slots=True, eq=False)
class Mishap:
    """What may have made the second code of the first one, and so why they may differ.

    ``told`` says it of a pair of which it is true, exactly, and is ``None`` of any other. ``key``
    is its name, which never changes. It is not told where one of the keys ``instead`` is: those
    say the same, and more. Of one ``both_ways`` the other direction would say nothing else.
    """

    key: str
    told: Told
    instead: tuple[str, ...] = ()
    both_ways: bool = False


class FoundMishap(NamedTuple):
    """A mishap that is true of a pair, in words."""

    key: str
    said: Phrase
