"""Base64, also that of addresses on the web, over any lines."""

from __future__ import annotations

import base64
import re

from fpviz.core.phrase import phrase
from fpviz.data.dump import Dump
from fpviz.data.syntaxes.syntax import Syntax
from fpviz.data.text import DumpText

_TEXT = re.compile(r"[A-Za-z0-9+/_-]{6,}={0,2}")
_OTHER = re.compile(r"[^0-9A-Fa-f]")


def read(text: DumpText, _unit: int | None) -> Dump | None:
    """The bytes, if the length is right and not all of it is hexadecimal digits."""
    digits = "".join(line.strip() for line in text.whole.splitlines())
    if not _TEXT.fullmatch(digits) or len(digits) % 4 or not _OTHER.search(digits):
        return None
    if digits.isalpha() and digits[1:].islower():  # a word of some language
        return None
    data = base64.b64decode(digits.translate(str.maketrans("-_", "+/")))
    return Dump(data=data)


SYNTAX = Syntax("base64", phrase("base64"), read)
