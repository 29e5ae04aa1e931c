"""What commands that read dumps take: a file or standard input, and how it is to be read."""

from __future__ import annotations

import re
import sys
from pathlib import Path

from fpviz.app.cli.arguments import Parser, UsageError, argument
from fpviz.core.phrase import Complaint, quoted
from fpviz.data.content import Content
from fpviz.data.files import file_content
from fpviz.model.files.errors import why

LONGEST_TEXT = 1 << 29
"""Bytes of standard input that are read."""


def dump_input(name: str) -> Content:
    """All bytes; ``-`` is standard input. Raises UsageError."""
    if name == "-":
        return _standard_input()
    try:
        content = file_content(Path(name))
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


def add_places(made: Parser) -> None:
    """The options that say in which order bytes are, and where elements stand."""
    made.add_argument(
        "--order",
        metavar="abcd|cdab|badc|dcba|big|little",
        help="of bytes; without it, the most plausible",
    )
    made.add_argument(
        "--words", type=argument(_bits), metavar="BITS", help="of a word in the text, a register"
    )
    made.add_argument(
        "--offset",
        type=argument(_place),
        default=0,
        metavar="BITS",
        help="where the first element begins; 4B are four bytes",
    )
    made.add_argument(
        "--stride",
        type=argument(_place),
        default=0,
        metavar="BITS",
        help="from an element to the next, if that is more than its width",
    )


def _bits(text: str) -> int:
    if text not in ("8", "16", "32", "64", "128"):
        raise UsageError(f"'{text}' is not one of 8, 16, 32, 64, 128")
    return int(text)


def _place(text: str) -> int:
    found = re.fullmatch(r"(\d{1,15}|0[xX][0-9a-fA-F]{1,12})(B?)", text)
    if not found:
        raise UsageError(f"'{text}' is no number of bits; type 16, or 2B for two bytes")
    return int(found[1], 0 if found[1][:2] in ("0x", "0X") else 10) * (8 if found[2] else 1)
