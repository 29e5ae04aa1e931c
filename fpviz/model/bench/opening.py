"""A dump is opened: its content fetched, what it may be found out, and how it is likely meant."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from hashlib import blake2b
from pathlib import Path

from fpviz.core.formats import Format
from fpviz.core.phrase import Complaint, Phrase, phrase, quoted
from fpviz.data.content import Content, Lost, complain_of_loss
from fpviz.data.decoding import LIKELY
from fpviz.data.dump import Dump
from fpviz.data.edits import Edit, edited
from fpviz.data.files import file_content
from fpviz.data.layout.layout import DumpLayout
from fpviz.data.layout.likely_formats import likely_formats
from fpviz.data.syntaxes import FoundDump, dumps_in, is_text
from fpviz.data.text import untold
from fpviz.model.background import Report
from fpviz.model.bench.cards import Card, cards
from fpviz.model.bench.records import DumpOrigin, OpenDump
from fpviz.model.files.errors import of_file

_END = 1 << 16
"""Bytes at either end of a file that its fingerprint is made of."""

_NOISE = 20
"""One in so many characters that stand for bytes which are none is too many."""


@dataclass(frozen=True, slots=True, eq=False)
class ReadDump:
    """What an origin holds: all that it may be, the likeliest first, and one of these, whole.

    ``formats`` are those that its elements are likely of, the likeliest first. ``lost`` is what is
    said once the file has become shorter.
    """

    origin: DumpOrigin
    found: tuple[FoundDump, ...]
    key: str
    unit: int | None
    dump: Dump
    formats: tuple[Format, ...]
    lost: list[Phrase] = field(default_factory=list)

    def is_of(self, wanted: OpenDump) -> bool:
        """Whether it is what is wanted, however its elements are to be read."""
        said = (wanted.origin, wanted.syntax, wanted.unit)
        return (self.origin, self.key, self.unit) == said

    def edited(self, edits: Sequence[Edit]) -> Dump:
        """The data with edits in them; without those that are of another content."""
        return edited(self.dump, self.possible(edits))

    def possible(self, edits: Sequence[Edit]) -> tuple[Edit, ...]:
        """Those of elements that there are."""
        return tuple(each for each in edits if 0 <= each.index < each.layout.count(self.dump))


def opened(origin: DumpOrigin, report: Report) -> tuple[OpenDump, ReadDump]:
    """An origin, as it is most likely meant. Raises Complaint where nothing can be read."""
    lost: list[Phrase] = []
    data = content_of(origin, lost.append)
    if origin.path:
        origin = DumpOrigin(path=origin.path, fingerprint=fingerprint(data))
    found = dumps_in(data, report=report)
    return in_syntax(ReadDump(origin, found, "", None, Dump(), (), lost), found[0].key, report)


def in_syntax(read: ReadDump, key: str, report: Report = untold) -> tuple[OpenDump, ReadDump]:
    """What has been read, in one of the syntaxes that it may be in, as it is most likely meant."""
    whole = _whole(read, key, report)
    layout = _likeliest(whole)
    return OpenDump(read.origin, key, layout, read.unit), whole


def opened_as_it_is(wanted: OpenDump, report: Report) -> tuple[OpenDump, ReadDump]:
    """What an open dump is of, as it is now, under the edits of elements that it still has; then
    in the syntax and the layout that they were made in, if it can be read in these."""
    found, read = opened(replace(wanted.origin, fingerprint=""), report)
    if not wanted.edits:
        return found, read
    if wanted.syntax in {each.key for each in read.found}:
        found, read = in_syntax(read, wanted.syntax, report)
    layout = wanted.layout if wanted.layout.count(read.dump) else found.layout
    return replace(found, layout=layout, edits=read.possible(wanted.edits)), read


def edits_said(before: OpenDump, now: OpenDump) -> Phrase:
    """How many edits lie over what has been read anew."""
    every, kept = len(before.edits), len(now.edits)
    if kept == every:
        return phrase("edits laid over it as it is now: {count}", count=str(kept))
    return phrase(
        "of {count} edits, {kept} are laid over it as it is now; it lacks elements for the others",
        count=str(every),
        kept=str(kept),
    )


def reopened(wanted: OpenDump, report: Report) -> tuple[OpenDump, ReadDump]:
    """What an open dump is of, read again.

    Raises Complaint where it is there no longer, or is another one by now.
    """
    lost: list[Phrase] = []
    data, origin = content_of(wanted.origin, lost.append), wanted.origin
    if origin.path and fingerprint(data) != origin.fingerprint:
        raise Complaint(phrase("{file} has changed since it was read", file=Path(origin.path).name))
    found = dumps_in(data, unit=wanted.unit, report=report)
    if wanted.syntax not in {each.key for each in found}:
        raise Complaint(phrase("nothing can be read as {name}", name=quoted(wanted.syntax)))
    read = ReadDump(origin, found, "", wanted.unit, Dump(), (), lost)
    return wanted, _whole(read, wanted.syntax, report)


def content_of(origin: DumpOrigin, lost: Lost = complain_of_loss) -> Content:
    """All bytes of a file or a text. Raises Complaint where there are none."""
    if not origin.path:
        data: Content = _pasted(origin.text)
    else:
        try:
            data = file_content(Path(origin.path), lost)
        except OSError as error:
            raise Complaint(of_file(Path(origin.path), error)) from None
        except Complaint as error:
            name = Path(origin.path).name
            raise Complaint(phrase("{file}: {reason}", file=name, reason=error.phrase)) from None
    if not len(data):
        raise Complaint(phrase("there is nothing in it"))
    return data


def _pasted(text: str) -> bytes:
    """A text that was pasted. Raises Complaint for bytes that somebody took for one."""
    data = text.encode("utf-8", "replace")
    if not is_text(data) or text.count("\ufffd") * _NOISE > len(text):
        raise Complaint(phrase("this is no text but bytes; open them as a file"))
    return data


def fingerprint(data: Content) -> str:
    """What tells a content from another one: its length, and a digest of its ends."""
    ends = blake2b(bytes(data[:_END]), digest_size=8)
    ends.update(bytes(data[-_END:]))
    return f"{len(data)}-{ends.hexdigest()}"


def of_path(path: Path) -> DumpOrigin:
    """The origin of a file, wherever one works later."""
    return DumpOrigin(path=os.path.abspath(path))  # noqa: PTH100 - a link stays one


def _whole(read: ReadDump, key: str, report: Report) -> ReadDump:
    dump = next(each for each in read.found if each.key == key).read(report)
    formats = likely_formats(dump)[:LIKELY]
    if not formats:
        raise Complaint(phrase("there is nothing in it"))
    return replace(read, key=key, dump=dump, formats=formats)


def _likeliest(read: ReadDump) -> DumpLayout:
    first: Card = cards(read.dump, read.formats, None)[0]
    return first.judged.layout
