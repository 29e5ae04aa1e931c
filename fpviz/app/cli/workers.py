"""Who does the work of a census: this process, others of this machine, or a cluster of Dask's."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from itertools import count
from typing import TYPE_CHECKING, TypeVar

from fpviz.app.cli.arguments import UsageError
from fpviz.core.phrase import quoted

if TYPE_CHECKING:  # loaded when asked: it needs numpy
    from fpviz.data.census.census import Mapper

MANY = 1 << 24
"""Elements from which it pays to use all cores."""

_PATIENCE = 10
"""Seconds in which a scheduler has to answer."""

Item = TypeVar("Item")
Answer = TypeVar("Answer")


@contextmanager
def workers(address: str | None, jobs: int, elements: int) -> Iterator[Mapper]:
    """What does pieces of work: a cluster at an address, else so many processes; 0 of them is as
    many as it pays to have. Raises UsageError where there is no such cluster."""
    processes = jobs or (os.cpu_count() or 1 if elements >= MANY else 1)
    if address is not None:
        with _cluster(address) as mapper:
            yield mapper
    elif processes > 1:
        from concurrent.futures import ProcessPoolExecutor

        with ProcessPoolExecutor(processes) as pool:
            yield pool.map
    else:
        from fpviz.data.census.census import here

        yield here


def watched(mapper: Mapper, pieces: int) -> Mapper:
    """The same, which says on standard error how many of so many pieces are done, where somebody
    looks at it."""
    if not sys.stderr.isatty():
        return mapper
    done = count()

    def following(work: Callable[[Item], Answer], items: Iterable[Item], /) -> Iterator[Answer]:
        for answer in mapper(work, items):
            share = 100 * min(next(done) + 1, pieces) // max(pieces, 1)
            sys.stderr.write(f"\r{share:3} %")
            yield answer
        sys.stderr.write("\r     \r")

    return following


@contextmanager
def _cluster(address: str) -> Iterator[Mapper]:
    try:
        from distributed import Client
    except ImportError:
        said = "--cluster needs Dask; python3 -m pip install 'fpviz[cluster]'"
        raise UsageError(said) from None
    try:
        client = Client(address, timeout=_PATIENCE, set_as_default=False)
    except (OSError, ValueError, TimeoutError):
        raise UsageError(f"no scheduler of Dask answers at {quoted(address)}") from None
    with client:

        def mapper(work: Callable[[Item], Answer], items: Iterable[Item], /) -> Iterator[Answer]:
            for future in client.map(work, list(items), pure=False):
                yield future.result()

        yield mapper
