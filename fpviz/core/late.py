"""Tables of things that are loaded when they are asked for: a start asks for few of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import cache
from importlib import import_module
from typing import TypeVar, overload

Thing = TypeVar("Thing")


class Late(Sequence[Thing]):
    """Things in their order. Their ``names`` are there at once, each of them when it is asked for.

    >>> squares = Late(("one", "two"), lambda name: print("made") or len(name))
    >>> squares.names, len(squares)
    (('one', 'two'), 2)
    >>> squares.named("two")
    made
    3
    """

    def __init__(self, names: Iterable[str], load: Callable[[str], Thing]) -> None:
        self.names = tuple(names)
        self._load = cache(load)

    def named(self, name: str) -> Thing:
        """The thing that one of the ``names`` names."""
        return self._load(name)

    def __len__(self) -> int:
        return len(self.names)

    @overload
    def __getitem__(self, at: int) -> Thing: ...

    @overload
    def __getitem__(self, at: slice) -> Sequence[Thing]: ...

    def __getitem__(self, at: int | slice) -> Thing | Sequence[Thing]:
        if isinstance(at, slice):
            return tuple(map(self._load, self.names[at]))
        return self._load(self.names[at])


def loaded(package: str, place: str) -> object:
    """What a module of a package calls by a name: ``module:name``, loaded now."""
    module, _, name = place.partition(":")
    found: object = vars(import_module(f"{package}.{module}"))[name]
    return found
