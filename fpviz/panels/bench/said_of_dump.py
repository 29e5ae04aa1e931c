"""What the panel says of the dump that is open: beside its title, and under the strip."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication

from fpviz.core.text import grouped
from fpviz.model.bench.cards import Judgement
from fpviz.model.bench.opening import ReadDump
from fpviz.model.bench.records import OpenDump
from fpviz.widgets.translated import said


def tr(text: str) -> str:
    """``text`` in the language of the window."""
    return QCoreApplication.translate("BenchWords", text)


def caption_of(wanted: OpenDump, read: ReadDump) -> str:
    """Where it is from, what it is, how much there is of it, and how much is edited."""
    title = next(said(each.title) for each in read.found if each.key == read.key)
    path = wanted.origin.path
    where = Path(path).name if path else tr("pasted")
    numbers = read.dump.numbers
    size = tr("{0} numbers") if numbers else tr("{0} bytes")
    size = size.format(grouped(len(numbers or read.dump.data)))
    edits = [tr("edited: {0}").format(len(wanted.edits))] if wanted.edits else []
    return " · ".join((where, title, size, *edits))


def remarks_said(read: ReadDump | None, found: Judgement) -> list[str]:
    """What is lost of it, what of it is not read, and what is to be said of how it is."""
    lost = read.lost if read else []
    unread = read.dump.unread_said() if read else None
    return [said(each) for each in (*lost, *([unread] if unread else []), *found.remarks)]
