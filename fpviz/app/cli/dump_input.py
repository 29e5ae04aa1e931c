"""The content of a file or of standard input, for commands that read dumps."""

from __future__ import annotations

import sys
from pathlib import Path

from fpviz.app.cli.arguments import UsageError
from fpviz.core.phrase import Complaint, quoted
from fpviz.data.files import mapped
from fpviz.model.files.errors import why

LONGEST_TEXT = 1 << 28
"""Bytes of standard input that are read."""


def dump_input(name: str) -> bytes | memoryview:
    """All bytes; ``-`` is standard input. Raises UsageError."""
    if name == "-":
        return _standard_input()
    try:
        content = mapped(Path(name))
    except OSError as error:
        raise UsageError(f"cannot read {quoted(name)}: {why(error)}") from None
    except Complaint as error:
        raise UsageError(f"cannot read {quoted(name)}: {error}") from None
    if not len(content):
        raise UsageError(f"{quoted(name)} is empty")
    return content


def _standard_input() -> bytes:
    if sys.stdin is None:
        raise UsageError("standard input is closed")
    try:
        content = sys.stdin.buffer.read(LONGEST_TEXT + 1)
    except OSError as error:
        raise UsageError(f"cannot read standard input: {why(error)}") from None
    if not content:
        raise UsageError("standard input is empty")
    if len(content) > LONGEST_TEXT:
        raise UsageError(
            f"standard input has more than {LONGEST_TEXT >> 20} MiB; give it as a file"
        )
    return content
