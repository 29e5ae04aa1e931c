"""Codes as they stand in texts: fpviz's own, Verilog's, bits field by field, float.exposed's.

- ``0x3c7c`` and ``0b0_01111_0001111100`` are codes in a field that belongs to a format, and
  behind a format's name: ``fp16:0x3c7c``.
- ``16'h3c7c`` (IEEE 1364, 3.5.1), with a size or without, in the bases h, b, o and d, is a code
  wherever a format is named or active. A size other than the format's is refused.
- ``0 01111 0001111100`` is a code of the active format if its groups are as wide as the fields.
- ``https://float.exposed/0x3f8f8f6d`` names its format by the number of its digits: 4 are half,
  8 are float, 16 are double; ``b0x3f90`` is bfloat16. The page has no other formats.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from fpviz.core.decoding import decode
from fpviz.core.formats import CATALOGUE, Format, find_format, quoted
from fpviz.core.literals.literal import (
    IncompleteLiteral,
    Literal,
    LiteralError,
    digits,
    pattern,
)
from fpviz.core.phrase import Phrase, phrase

_OWN = pattern(f"0x{digits('[0-9a-f]')}|0b{digits('[01]')}")
_VERILOG = pattern(
    r"([0-9]{1,9})? ?' ?s?(?:h ?([0-9a-f][0-9a-f_]*)|b ?([01][01_]*)|o ?([0-7][0-7_]*)"
    r"|d ?([0-9][0-9_]{0,999}))(?![0-9a-z_?])"
)
_VERILOG_BEGUN = pattern(r"[0-9]{0,9} ?' ?(?:s?(?:[hbod] ?)?)?")
_VERILOG_BASES = (16, 2, 8, 10)
_FIELDS = pattern(r"[01]+( +[01]+){1,2}")
_EXPOSED = pattern(r"(?:https?://)?(?:www\.)?float\.exposed/(.*?)[/.,;:!?)\]}>'\"]*")
_EXPOSED_CODE = pattern(r"(b?)0x([0-9a-f]+)")
_EXPOSED_FORMATS = {
    ("", 4): find_format("fp16"),
    ("", 8): find_format("fp32"),
    ("", 16): find_format("fp64"),
    ("b", 4): find_format("bf16"),
}


@dataclass(frozen=True, slots=True)
class CodeText:
    """A code in a text: the integer, the bits that the text says it has, and where it ends."""

    text: str
    value: int
    size: int | None
    end: int

    def of(self, fmt: Format) -> int:
        """The code, of a format that is as wide. Raises LiteralError."""
        if self.size not in (None, fmt.width):
            raise LiteralError(self._of_another_width(fmt))
        if self.value >= 1 << fmt.width:
            raise LiteralError(
                phrase(
                    "{text} has more than the {count} bits of {format}",
                    text=quoted(self.text),
                    count=str(fmt.width),
                    format=fmt.name,
                )
            )
        return self.value

    def _of_another_width(self, fmt: Format) -> Phrase:
        values = {
            "text": quoted(self.text),
            "size": str(self.size),
            "format": fmt.name,
            "count": str(fmt.width),
        }
        fits = next((other for other in CATALOGUE if other.width == self.size), None)
        if fits is None:
            return phrase("{text} has {size} bits, and {format} has {count}", **values)
        return phrase(
            "{text} has {size} bits, and {format} has {count}; name its format: {example}",
            **values,
            example=f"{fits.name}:{self.text}",
        )


def code_at(text: str, at: int = 0) -> CodeText | None:
    """The code, fpviz's or Verilog's, that stands at a place; ``None`` if none does."""
    if match := _VERILOG.match(text, at):
        size, *written = match.groups()
        base, value = next((b, v) for b, v in zip(_VERILOG_BASES, written, strict=True) if v)
        integer = int(value.replace("_", ""), base)
        return CodeText(match[0], integer, int(size) if size else None, match.end())
    if match := _OWN.match(text, at):
        hexadecimal, binary = match.groups()
        base, value = (16, hexadecimal) if hexadecimal is not None else (2, binary)
        return CodeText(match[0], int(value.replace("_", ""), base), None, match.end())
    return None


def waits_for_digits(text: str, at: int = 0) -> bool:
    """Whether what stands from a place to the end is a code without its last digits."""
    rest = text[at:].lower()
    if rest in ("0x", "0b"):
        return True
    if "'" in rest:
        return _VERILOG_BEGUN.fullmatch(rest) is not None
    return rest.endswith("_") and _OWN.fullmatch(rest) is not None


def whole_code(text: str, own: Format | None, active: Format | None) -> Literal | None:
    """The literal, if a whole text is a code that needs no format's name; its text has one.

    ``own`` is the format of the field, ``active`` one for a code that can be nothing else.
    Raises LiteralError.
    """
    home = own or active
    if match := _EXPOSED.fullmatch(text):
        return _exposed(match)
    if "'" in text:
        return _verilog(text, home)
    if own is not None and _OWN.fullmatch(text) and not text.endswith("_"):
        value = int(text.replace("_", ""), 0)
        if value < 1 << own.width:
            return _literal(f"{own.name}:{text}", own, value)
    if home is not None and _FIELDS.fullmatch(text):
        code = _from_fields(text, home)
        return _literal(f"{home.name}:0b{'_'.join(text.split())}", home, code)
    return None


def _literal(text: str, fmt: Format, code: int) -> Literal:
    return Literal(text, decode(fmt, code).number, fmt, code)


def _exposed(match: re.Match[str]) -> Literal:
    code = _EXPOSED_CODE.fullmatch(match[1])
    fmt = _EXPOSED_FORMATS.get((code[1].lower(), len(code[2]))) if code else None
    if code is None or fmt is None:
        raise LiteralError(
            phrase(
                "{text} is no link of float.exposed: there 0x has 4, 8 or 16 digits, b0x has 4",
                text=quoted(match[0]),
            )
        )
    value = int(code[2], 16)
    return _literal(f"{fmt.name}:{fmt.code_text(value)}", fmt, value)


def _verilog(text: str, fmt: Format | None) -> Literal | None:
    written = code_at(text)
    if written is None or written.end < len(text):
        if waits_for_digits(text):
            raise IncompleteLiteral(phrase("{text} is not complete", text=quoted(text)))
        return None
    if fmt is None:
        raise LiteralError(
            phrase(
                "{text} is a code; name its format before it, as in fp16:16'h3c7c",
                text=quoted(text),
            )
        )
    return _literal(f"{fmt.name}:{text}", fmt, written.of(fmt))


def _from_fields(text: str, fmt: Format) -> int:
    groups = text.split()
    widths = [w for w in (int(fmt.signed), fmt.exponent_width, fmt.fraction_width) if w]
    lengths = [len(group) for group in groups]
    if lengths == widths:
        return int("".join(groups), 2)
    *before, last = lengths
    if before == widths[: len(before)] and last <= widths[len(before)]:
        raise IncompleteLiteral(phrase("{text} is not complete", text=quoted(text)))
    raise LiteralError(
        phrase(
            "{text} has no code of {format} in it: its fields have {widths} bits",
            text=quoted(text),
            format=fmt.name,
            widths=", ".join(map(str, widths)),
        )
    )
