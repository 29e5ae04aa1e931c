"""A file of vectors, checked as a job beside the window."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import BinaryIO

from fpviz.core.phrase import Complaint, phrase
from fpviz.core.vectors.checking import checked
from fpviz.core.vectors.reader import vectors
from fpviz.core.vectors.rows import CheckedFile
from fpviz.core.vectors.text_lines import text_lines
from fpviz.core.vectors.vector import Task
from fpviz.model.files.errors import of_file

_REPORT_EVERY = 256


@dataclass(frozen=True, slots=True)
class VectorSource:
    """Where lines come from: a file, or a text where there is none."""

    path: Path | None = None
    text: str = ""

    def check(self, task: Task, report: Callable[[float], None]) -> CheckedFile:
        """The lines, checked. Raises Complaint where there is nothing to read."""
        if self.path is None:
            data = self.text.encode("utf-8", "backslashreplace")
            return _checked(BytesIO(data), len(data), task, report)
        try:
            size = self.path.stat().st_size
            with self.path.open("rb") as file:
                return _checked(file, size, task, report)
        except OSError as error:
            raise Complaint(of_file(self.path, error)) from None


def _checked(data: BinaryIO, size: int, task: Task, report: Callable[[float], None]) -> CheckedFile:
    found = CheckedFile(task)
    for count, each in enumerate(checked(vectors(text_lines(data), task), task)):
        if count % _REPORT_EVERY == 0:
            report(min(data.tell() / max(size, 1), 1.0))
        found.add(each)
    if not found.summary.lines and not found.summary.unread:
        raise Complaint(phrase("there is no line of operands and a result to check"))
    return found
