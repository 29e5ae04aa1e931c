"""What is pasted and dropped: a file, a text, or bytes."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData

from fpviz.core.phrase import Complaint, phrase
from fpviz.model.bench.reading import DumpReader

_BYTES = "application/octet-stream"


def open_offered(reader: DumpReader, offered: QMimeData) -> None:
    """Open what is offered: of several files the first. Raises Complaint where it is nothing."""
    files = [url.toLocalFile() for url in offered.urls() if url.isLocalFile()]
    if files:
        reader.open_path(Path(files[0]))
    elif offered.hasText() and offered.text().strip():
        reader.open_text(offered.text())
    elif offered.hasFormat(_BYTES):
        reader.open_text(bytes(offered.data(_BYTES).data()).hex(" "))
    else:
        raise Complaint(phrase("there are neither a text nor bytes nor a file to read"))
