"""Two dumps, read and compared as a job beside the window."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from fpviz.core.formats import Format
from fpviz.core.phrase import Complaint, phrase
from fpviz.data.asked_tolerance import AskedTolerance
from fpviz.data.comparing import Compared, DumpCodes, compared_dumps
from fpviz.data.decoding import Asked, decodings
from fpviz.data.dump import Dump
from fpviz.data.rows import address_of
from fpviz.data.syntaxes import dumps_in
from fpviz.model.background import Report
from fpviz.model.bench.opening import content_of, reopened
from fpviz.model.bench.records import DumpOrigin, OpenDump

MOST_TOLD = 1000
"""The worst differences that are kept."""

_READ = 0.3
"""The share of a job until both dumps are read."""


@dataclass(frozen=True, slots=True)
class DumpsAsked:
    """What is compared with what: the dump that is open, or one of its own, with another, in a
    format, or in that of the expected one.

    ``dump`` are the data of the one that is open, where they are read already.
    """

    expected: OpenDump | DumpOrigin
    actual: DumpOrigin
    tolerance: AskedTolerance = AskedTolerance()
    format: Format | None = None
    dump: Dump | None = field(default=None, compare=False)

    def compare(self, report: Report) -> ComparedDumps:
        """What came of it. Raises Complaint for what cannot be read, and for a tolerance that the
        format does not take."""
        expected = self._expected(lambda share: report(share * _READ / 2))
        fmt = expected.layout.fmt
        tolerance = self.tolerance.of(fmt)
        actual = _likely(self.actual, fmt, lambda share: report((1 + share) * _READ / 2))
        found = compared_dumps(
            expected,
            actual,
            tolerance,
            MOST_TOLD,
            lambda share: report(_READ + share * (1 - _READ)),
        )
        return ComparedDumps(self, expected, actual, found)

    def _expected(self, report: Report) -> DumpCodes:
        what, fmt = self.expected, self.format
        if isinstance(what, DumpOrigin):
            return _likely(what, fmt, report)
        dump = self.dump or reopened(what, report)[1].edited(what.edits)
        if fmt is None or fmt == what.layout.fmt:
            return DumpCodes(dump, what.layout)
        with _named(what.origin):
            return DumpCodes(dump, decodings(dump, Asked((fmt,)))[0].layout)


@dataclass(frozen=True, slots=True)
class ComparedDumps:
    """Two dumps, and where they differ."""

    asked: DumpsAsked
    expected: DumpCodes
    actual: DumpCodes
    found: Compared

    def has_open(self, bench: OpenDump | None) -> bool:
        """Whether one of the two is the dump that is open, its elements read as they are there."""
        if bench is None:
            return False
        sides = (self.asked.expected, self.expected), (self.asked.actual, self.actual)
        return any(_is_of(what, bench) and side.layout == bench.layout for what, side in sides)

    def address(self, place: int) -> int:
        """Where an element stands in the expected dump."""
        return address_of(self.expected.dump, self.expected.layout, place)


def _is_of(asked: OpenDump | DumpOrigin, bench: OpenDump) -> bool:
    """Whether what was asked for is what is open; a file is, whenever it was read."""
    origin = asked.origin if isinstance(asked, OpenDump) else asked
    return (origin.path, origin.text) == (bench.origin.path, bench.origin.text)


def _likely(origin: DumpOrigin, fmt: Format | None, report: Report) -> DumpCodes:
    """A dump as it is likely meant, in a format if one is given."""
    data = content_of(origin)
    with _named(origin):
        dump = dumps_in(data, report=report)[0].read(report)
        return DumpCodes(dump, decodings(dump, Asked((fmt,) if fmt else ()))[0].layout)


@contextmanager
def _named(origin: DumpOrigin) -> Iterator[None]:
    """What is wrong with a file names it."""
    try:
        yield
    except Complaint as error:
        if not origin.path:
            raise
        name = Path(origin.path).name
        raise Complaint(phrase("{file}: {reason}", file=name, reason=error.phrase)) from None
