"""Suffixes of languages: what the number before them has been rounded to.

``0.9F`` of C has been rounded to binary32 before anybody sees it, and ``1.5D0`` of Fortran to
binary64; suffixes of integers say how wide a machine word is, and change no value.
"""

from __future__ import annotations

from fpviz.core.arithmetic.rounding import Rules, encode
from fpviz.core.formats import find_format
from fpviz.core.formats.decoding import decode
from fpviz.core.literals.literal import LiteralError, pattern
from fpviz.core.numbers import Finite, Number
from fpviz.core.phrase import Phrase, phrase, quoted

LETTERS = {
    "f": "fp32",
    "d": "fp64",
    "h": "fp16",
    "df": "decimal32",
    "dd": "decimal64",
    "dl": "decimal128",
}
"""Suffixes of C, Java, HLSL, and C23's decimals: of numbers with a point or an exponent alone.
``1f`` is a code."""

_NAMED = {
    "f16": "fp16",
    "f32": "fp32",
    "f64": "fp64",
    "f128": "fp128",
    "bf16": "bf16",
    "hp": "fp16",
    "sp": "fp32",
    "dp": "fp64",
    "qp": "fp128",
    "real32": "fp32",
    "real64": "fp64",
    "real128": "fp128",
    "c_float": "fp32",
    "c_double": "fp64",
}
"""Suffixes of C23, Rust and Fortran, with an underscore before them or without."""

SUFFIX = pattern(rf"_?({'|'.join(_NAMED)})(?!\w)|({'|'.join(LETTERS)}|l)(?!\w)")
INTEGER_SUFFIX = pattern(r"(?:_?[ui](?:8|16|32|64|128|size)|ul{0,2}|l{1,2}u?|zu|uz)(?!\w)")

MARKERS = {"d": "fp64", "q": "fp128"}
"""Letters before an exponent, in Fortran, that say the precision."""


def rounded(number: Number, names: tuple[str, ...]) -> Number:
    """``number`` rounded to nearest in one format after the other."""
    for fmt in map(find_format, names):
        if isinstance(number, Finite):
            number = decode(fmt, encode(fmt, number, Rules()).code).number
    return number


def rounding_said(written: str, names: tuple[str, ...]) -> Phrase:
    """That a spelling stands for a rounding: a note of a literal."""
    titles = " → ".join(find_format(name).title for name in names)
    return phrase("rounded to {format}, as {spelling} says", format=titles, spelling=written)


def format_of_suffix(text: str, suffix: str) -> str:
    """The name of the format that a suffix of ``text`` stands for. Raises LiteralError."""
    key = suffix.lower().lstrip("_")
    if key == "l":
        raise LiteralError(
            phrase(
                "{text} is a long double, which has 64, 80 or 128 bits; type it without {suffix}, "
                "or with f128",
                text=quoted(text),
                suffix=suffix,
            )
        )
    return LETTERS.get(key) or _NAMED[key]
