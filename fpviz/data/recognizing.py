"""Whether a text that is no value is a dump, as one pastes and types them."""

from __future__ import annotations

import re

from fpviz.core.phrase import Complaint
from fpviz.data.syntaxes import base_64, dumps_in

_ENOUGH = 0.8
"""The share of a text that is read where it is a dump."""

_CALL = re.compile(r"[^\[{]*\w\([^\[{]*")
"""A function that is called, of no list: this is an expression with a fault."""

_BYTE = re.compile(r"(0[xX])?[0-9A-Fa-f]{2}")
_WIDTHS = (2, 4, 8)
"""Bytes of one code: what stands for no dump, but for a value whose order of bytes is asked."""


def is_dump(text: str) -> bool:
    """Whether a text of several words or lines holds bytes, words or numbers, and more than one.

    >>> is_dump("426F F741"), is_dump("no value at all"), is_dump("3f80")
    (True, False, False)
    """
    words = text.replace(",", " ").split(maxsplit=max(_WIDTHS))
    is_code = len(words) in _WIDTHS and all(map(_BYTE.fullmatch, words))
    if len(words) < 2 or is_code or _CALL.fullmatch(text):
        return False
    try:
        likeliest = dumps_in(text.encode("utf-8", "replace"))[0]
    except Complaint:
        return False
    return likeliest.key != base_64.SYNTAX.key and likeliest.beginning.fit >= _ENOUGH
