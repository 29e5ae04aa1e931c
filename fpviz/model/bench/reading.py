"""The dump that is open, read beside the window."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Signal

from fpviz.core.phrase import Complaint, Phrase, phrase
from fpviz.model.background import Background
from fpviz.model.bench.records import Bench, DumpOrigin, OpenDump
from fpviz.model.document import Document

if TYPE_CHECKING:  # a window is there before a dump is opened
    from fpviz.data.dump import Dump
    from fpviz.model.bench.cards import Judgement
    from fpviz.model.bench.opening import ReadDump

_KEPT = 3
"""How many of the dumps that were read last are kept: undo shows them again at once."""


class _ToRead(NamedTuple):
    """What of an open dump says what is to be read: all but how its elements are."""

    origin: DumpOrigin
    syntax: str
    unit: int | None


class DumpReader(QObject):
    """Opens dumps, and reads what the document has open, once somebody shows it.

    Signals:
        changed(): what the document has open is another, or read by now, or found unreadable.
        judged(): ``judgement`` is another.
        progressed(object): how far reading is, 0 to 1; ``None`` when nothing is under way.
        began(): another dump is asked for.
        remarked(Phrase): what became of the edits of a dump that was opened as it is now.
        refused(Phrase): why nothing was opened; what is open stays.
    """

    began = Signal()
    remarked = Signal(object)
    changed = Signal()
    judged = Signal()
    progressed = Signal(object)
    refused = Signal(object)

    def __init__(self, document: Document) -> None:
        super().__init__(document)
        self._document = document
        self.judgement: Judgement | None = None
        self._kept: list[ReadDump] = []
        self._wish: OpenDump | None = None
        self._before: OpenDump | None = None
        self._failures: dict[_ToRead, Phrase] = {}
        self._overlaid: tuple[object, Dump] | None = None
        self._judged_of: tuple[object, ...] = ()
        self.reading, self.judging = Background(self), Background(self)
        self.reading.progressed.connect(self.progressed.emit)
        self.reading.done.connect(self._take)
        self.reading.failed.connect(self._fail)
        self.judging.done.connect(self._take_judgement)
        self.judging.failed.connect(self._raise)
        document.bench_changed.connect(self._tell)

    def close(self) -> None:
        """End what is under way."""
        self.reading.close()
        self.judging.close()

    def wait(self) -> None:
        """Wait until what is open is read, and its first values are judged."""
        self.reading.wait()
        self.judging.wait()

    # -- what is open -----------------------------------------------------------------------

    @property
    def wanted(self) -> OpenDump | None:
        """What the document has open."""
        return self._document.bench.dump

    @property
    def read(self) -> ReadDump | None:
        """What it holds; ``None`` where nothing is open, or it is not read yet."""
        wanted = self.wanted
        return next((each for each in self._kept if wanted and each.is_of(wanted)), None)

    @property
    def dump(self) -> Dump | None:
        """Its data, with the edits in them."""
        read, wanted = self.read, self.wanted
        if read is None or wanted is None:
            return None
        if self._overlaid is None or self._overlaid[0] != (read, wanted.edits):
            self._overlaid = (read, wanted.edits), read.edited(wanted.edits)
        return self._overlaid[1]

    @property
    def refusal(self) -> Phrase | None:
        """Why it cannot be read."""
        return self._failures.get(_to_read(self.wanted)) if self.wanted else None

    @property
    def place(self) -> str:
        """Where the element stands that is the source: ``log.bin 0x03c480``, of a text the address
        alone. It is empty where no element is the source."""
        wanted, dump = self.wanted, self.dump
        if wanted is None or dump is None or wanted.row is None:
            return ""
        from fpviz.data.rows import address_digits, place_said  # noqa: PLC0415 - it is loaded now

        layout = wanted.layout
        where = place_said(dump, layout, wanted.row, address_digits(dump, layout))
        return f"{Path(wanted.origin.path).name} {where}".strip()

    def catch_up(self) -> None:
        """See to it that what is open is read, and its first values judged, or will be."""
        wanted = self.wanted
        if wanted is None or self.refusal is not None:
            return
        if self.read is not None:
            self._judge(wanted)
        elif self._wish is None or _to_read(self._wish) != _to_read(wanted):
            self._read_again(wanted)

    # -- opening ----------------------------------------------------------------------------

    def open_path(self, path: Path) -> None:
        """Open a file; a bad one changes nothing, and it is said why."""
        from fpviz.model.bench.opening import of_path  # noqa: PLC0415 - now it is needed

        self._open(of_path(path))

    def open_text(self, text: str) -> None:
        """Open a text; of one in which nothing is read, it is said why."""
        self._open(DumpOrigin(text=text))

    def choose_syntax(self, key: str) -> None:
        """Read what is open in another of the syntaxes that it may be in."""
        from fpviz.model.bench.opening import in_syntax  # noqa: PLC0415 - now it is needed

        read = self.read
        if read is not None and key != read.key:
            self._begin()
            self.reading.start(lambda report: in_syntax(read, key, report))

    def take_as_it_is(self) -> None:
        """Open anew what could not be read again, with its edits: a file that is another one by
        now, say."""
        from fpviz.model.bench.opening import opened_as_it_is  # noqa: PLC0415 - now it is needed

        wanted = self.wanted
        if wanted is not None:
            self._begin()
            self._before = wanted if wanted.edits else None
            self.reading.start(lambda report: opened_as_it_is(wanted, report))

    def cancel(self) -> None:
        """End the reading that is under way; what was to be shown again is not."""
        self.reading.cancel()
        self.progressed.emit(None)
        if self._wish is not None:
            self._fail(Complaint(phrase("reading was cancelled")))

    def _open(self, origin: DumpOrigin) -> None:
        from fpviz.model.bench.opening import opened  # noqa: PLC0415 - now it is needed

        self._begin()
        self.reading.start(lambda report: opened(origin, report))

    def _begin(self) -> None:
        self._wish, self._before = None, None
        self.began.emit()

    def _read_again(self, wanted: OpenDump) -> None:
        from fpviz.model.bench.opening import reopened  # noqa: PLC0415 - now it is needed

        self._wish, self._before = wanted, None
        self.reading.start(lambda report: reopened(wanted, report))

    def _tell(self, _bench: Bench) -> None:
        self.changed.emit()

    # -- what came of it --------------------------------------------------------------------

    def _take(self, found: tuple[OpenDump, ReadDump]) -> None:
        self.progressed.emit(None)
        opened, read = found
        self._kept = [read, *(each for each in self._kept if not each.is_of(opened))][:_KEPT]
        self._failures.pop(_to_read(opened), None)
        is_wish, self._wish = self._wish is not None, None
        if not is_wish:
            bench = self._document.bench.with_dump(opened)
            self._document.set_bench(phrase("open a dump"), bench)
        self.changed.emit()
        self._tell_of_edits(opened)

    def _tell_of_edits(self, opened: OpenDump) -> None:
        from fpviz.model.bench.opening import edits_said  # noqa: PLC0415 - it is loaded by now

        before, self._before = self._before, None
        if before is not None:
            self.remarked.emit(edits_said(before, opened))

    def _fail(self, error: Exception) -> None:
        self.progressed.emit(None)
        wish, self._wish = self._wish, None
        if not isinstance(error, Complaint):
            raise error
        if wish is None:
            self.refused.emit(error.phrase)
        else:
            self._failures[_to_read(wish)] = error.phrase
            self.changed.emit()

    # -- the strip --------------------------------------------------------------------------

    def _judge(self, wanted: OpenDump) -> None:
        from fpviz.model.bench.cards import judgement  # noqa: PLC0415 - now it is needed

        read, dump, layout = self.read, self.dump, wanted.layout
        of = (read, wanted.edits, layout)
        if read is None or dump is None or of == self._judged_of:
            return
        if self._judged_of[:1] != (read,):  # what is said of another dump is not true of this one
            self.judgement = None
        self._judged_of = of
        self.judging.start(lambda _: judgement(dump, read.formats, layout))

    def _take_judgement(self, found: Judgement) -> None:
        self.judgement = found
        self.judged.emit()

    @staticmethod
    def _raise(error: Exception) -> None:
        raise error


def _to_read(wanted: OpenDump) -> _ToRead:
    return _ToRead(wanted.origin, wanted.syntax, wanted.unit)
