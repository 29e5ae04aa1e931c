"""Types of programming languages that are written beside lists: bits of a word, and the format."""

from __future__ import annotations

import re

_WIDTHS = (
    (8, r"u?int8(?:_t)?|[ui]8|(?:un)?signed char|u?char|byte|uchar|bytes|bytearray"),
    (16, r"u?int16(?:_t)?|[ui]16|(?:unsigned )?short(?: int)?|ushort|hword"),
    (64, r"u?int64(?:_t)?|[ui]64|(?:unsigned )?long long(?: int)?|(?:unsigned )?long|ulong"),
    (32, r"u?int32(?:_t)?|[ui]32|unsigned(?: int)?|uint|dword"),
)
_FORMATS = (
    ("fp64", r"float64|f64|double"),
    ("bf16", r"bfloat16|bf16|__nv_bfloat16|__bf16"),
    ("fp16", r"float16|f16|half|_Float16|__fp16|__half"),
    ("fp32", r"float32|f32|float"),
)
_INTEGER_TYPES = [
    (bits, re.compile(rf"(?<![\w]){words}(?![\w])"))
    for bits, words in ((bits, f"(?:{words})") for bits, words in _WIDTHS)
]
_FLOAT_TYPES = [(name, re.compile(rf"(?<![\w])(?:{words})(?![\w])")) for name, words in _FORMATS]


def bits_said(text: str) -> int | None:
    """How many bits an integer type in a text has; the first that is written."""
    found = [(match.start(), bits) for bits, each in _INTEGER_TYPES if (match := each.search(text))]
    return min(found)[1] if found else None


def format_said(text: str) -> str | None:
    """The name of the format of a floating-point type in a text; the first that is written.

    >>> format_said("array([1.5], dtype=float32)"), bits_said("static const uint16_t a[]")
    ('fp32', 16)
    """
    found = [(match.start(), name) for name, each in _FLOAT_TYPES if (match := each.search(text))]
    return min(found)[1] if found else None


_UNSAID = (("array(", "fp64"), ("tensor(", "fp32"))


def format_unsaid(text: str) -> str | None:
    """The format that numpy and torch do not name when they print it."""
    return next((name for call, name in _UNSAID if call in text), None)
