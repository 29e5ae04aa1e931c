"""Bytes that are looked at piece by piece: in memory, or in a file that is left where it is."""

from __future__ import annotations

import os
from collections.abc import Callable
from threading import Lock
from typing import NoReturn, Protocol
from weakref import finalize

from fpviz.core.phrase import Complaint, Phrase, phrase


class Content(Protocol):
    """Bytes of which slices are bytes."""

    def __len__(self) -> int: ...

    def __getitem__(self, wanted: slice, /) -> bytes | memoryview: ...


Lost = Callable[[Phrase], None]
"""Told, once, that a file has become shorter; where it returns, what is gone is read as zeros."""


def complain_of_loss(said: Phrase) -> NoReturn:
    """Raises Complaint."""
    raise Complaint(said)


class FileContent:
    """The bytes of an open file, as many as it has now; each slice is read when it is asked for.

    A mapping would be quicker by a copy, and would end the program where the file becomes shorter.
    """

    def __init__(self, descriptor: int, name: str, lost: Lost = complain_of_loss) -> None:
        """Owns the descriptor."""
        finalize(self, os.close, descriptor)
        self._descriptor, self._name, self._lost = descriptor, name, lost
        self._size = os.fstat(descriptor).st_size
        self._place, self._is_told = Lock(), False

    def __len__(self) -> int:
        return self._size

    def __getitem__(self, wanted: slice, /) -> bytes:
        start, stop, _ = wanted.indices(self._size)
        missing = stop - start
        parts = []
        with self._place:
            os.lseek(self._descriptor, start, os.SEEK_SET)
            while missing > 0 and (part := os.read(self._descriptor, missing)):
                parts.append(part)
                missing -= len(part)
        if missing > 0:
            self._tell(stop - missing)
            parts.append(bytes(missing))
        return parts[0] if len(parts) == 1 else b"".join(parts)

    def _tell(self, left: int) -> None:
        if self._is_told:
            return
        said = phrase(
            "{file} is shorter now: {left} of {size} bytes are left; open it again",
            file=self._name,
            left=str(min(left, os.fstat(self._descriptor).st_size)),
            size=str(self._size),
        )
        self._lost(said)
        self._is_told = True


def part(content: Content, start: int, stop: int) -> Content:
    """Bytes of a content; of a file, they are left where they are."""
    return content[start:stop] if isinstance(content, bytes) else ContentPart(content, start, stop)


class ContentPart:
    """Bytes of a content, from one on to another; nothing is copied."""

    def __init__(self, content: Content, start: int, stop: int) -> None:
        self._content, self._range = content, range(len(content))[start:stop]

    def __len__(self) -> int:
        return len(self._range)

    def __getitem__(self, wanted: slice, /) -> bytes | memoryview:
        inside = self._range[wanted]
        return self._content[inside.start : inside.stop]
