"""The bench as it is remembered, undone and written: frozen, like the state beside it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from fpviz.core.literals import Literal

if TYPE_CHECKING:  # a bench is empty until a dump is opened
    from fpviz.data.edits import Edit
    from fpviz.data.layout.layout import DumpLayout


@dataclass(frozen=True, slots=True)
class Pin:
    """A value that is kept, with a name and a note."""

    source: Literal
    name: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class DumpOrigin:
    """Where a dump is from: a file by its path, or a text that was pasted.

    ``fingerprint`` tells whether the file is still the one that was read; it is empty of a text.
    """

    path: str = ""
    text: str = ""
    fingerprint: str = ""


@dataclass(frozen=True, slots=True)
class OpenDump:
    """A dump, and how it is read.

    ``syntax`` is the key of one, ``layout`` says where elements stand and in which order their
    bytes. ``row`` is the element that is the source; ``None`` where the source is from elsewhere.
    """

    origin: DumpOrigin
    syntax: str
    layout: DumpLayout
    unit: int | None = None
    edits: tuple[Edit, ...] = ()
    row: int | None = None

    def with_code(self, index: int, code: int) -> OpenDump:
        """The dump with another code in an element. Of one that is changed once more, only the
        last code is kept."""
        from fpviz.data.edits import Edit  # noqa: PLC0415 - what is open has loaded it

        edit = Edit(self.layout, index, code)
        edits = self.edits
        if edits and (edits[-1].layout, edits[-1].index) == (self.layout, index):
            edits = edits[:-1]
        return replace(self, edits=(*edits, edit))


@dataclass(frozen=True, slots=True)
class Bench:
    """The pins, in their order, and the dump that is open, if one is."""

    pins: tuple[Pin, ...] = ()
    dump: OpenDump | None = None

    def with_dump(self, dump: OpenDump | None) -> Bench:
        """The bench with another dump open, or none."""
        return replace(self, dump=dump)

    def with_edits(self, edits: tuple[Edit, ...]) -> Bench:
        """The bench with other edits of its dump."""
        return self if self.dump is None else self.with_dump(replace(self.dump, edits=edits))

    def with_row(self, index: int | None) -> Bench:
        """The bench with another element of its dump as the source, or none."""
        if self.dump is None or self.dump.row == index:
            return self
        return replace(self, dump=replace(self.dump, row=index))

    def with_code_of_row(self, code: int) -> Bench:
        """The bench with another code in the element that is the source; as it is without one."""
        if self.dump is None or self.dump.row is None:
            return self
        return replace(self, dump=self.dump.with_code(self.dump.row, code))
