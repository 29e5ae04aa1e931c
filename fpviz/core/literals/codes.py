"""Codes as they stand in texts: fpviz's own, Verilog's, bits field by field, float.exposed's.

- ``0x3c7c`` and ``0b0_01111_0001111100`` are codes of a format that they fill, of the format
  that their field belongs to, and behind a format's name: ``fp16:0x3c7c``. ``3c7c`` and
  ``0011110001111100``, which may be decimals, are if they fill a format.
- ``16'h3c7c`` (IEEE 1364, 3.5.1), with a size or without, in the bases h, b, o and d, is a code
  wherever a format is named or active. A size is that of the format.
- ``0 01111 0001111100`` is a code of a format whose fields are as wide as its groups.
- ``0xH3C7C`` is a half of LLVM's, ``0xR3F90`` a bfloat; of ``0xL``, the low half comes first.
- ``https://float.exposed/0x3f8f8f6d`` names its format by the number of its digits: 4 are half,
  8 are float, 16 are double; ``b0x3f90`` is bfloat16. The page has no other formats.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from fpviz.core.formats import CATALOGUE, Format, find_format
from fpviz.core.literals.literal import (
    CodeLiteral,
    Context,
    IncompleteLiteral,
    LiteralError,
    digits,
    pattern,
)
from fpviz.core.phrase import Phrase, phrase, quoted

_OWN = pattern(f"0x{digits('[0-9a-f]')}|0b{digits('[01]')}")
_VERILOG = pattern(
    r"([0-9]{1,9})? ?' ?s?(?:h ?([0-9a-f][0-9a-f_]*)|b ?([01][01_]*)|o ?([0-7][0-7_]*)"
    r"|d ?([0-9][0-9_]{0,999}))(?![0-9a-z_?])"
)
_VERILOG_BEGUN = pattern(r"[0-9]{0,9} ?' ?(?:s?(?:[hbod] ?)?)?")
_VERILOG_BASES = (16, 2, 8, 10)
_FIELDS = pattern(r"[01]+( +[01]+){1,20}")
_INTEGER = pattern(r"[0-9]{2,60}(?![\w.])|[1-9](?![\w.])")
_DIGITS = pattern(r"(0x|0b)?([0-9a-f]+(?:_[0-9a-f]+)*)(?:u?l{0,2}|_?u(?:8|16|32|64|128))")
_HEX = pattern(r"[0-9a-f_]+")
_BINARY = pattern(r"[01_]+")
_BARE_HEX = pattern(r"(?=.*[a-f])[0-9a-f]{2,64}")
_LLVM = pattern(r"0x([hrl])([0-9a-f]+)")
_LLVM_FORMATS = {"H": find_format("fp16"), "R": find_format("bf16"), "L": find_format("fp128")}
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


def integer_at(text: str, at: int) -> CodeText | None:
    """The code in decimal that stands at a place, as programs print bits."""
    match = _INTEGER.match(text, at)
    return CodeText(match[0], int(match[0]), None, match.end()) if match else None


def sure_codes(text: str, where: Context) -> tuple[CodeLiteral, ...]:
    """The literals of a whole text that can be nothing but a code; empty for any other text.

    Their texts name their formats. Raises LiteralError.
    """
    if match := _EXPOSED.fullmatch(text):
        return (_exposed(match),)
    if match := _LLVM.fullmatch(text):
        return (_llvm(match),)
    if "'" in text:
        return _verilog(text, where)
    return ()


def field_codes(text: str, where: Context) -> tuple[CodeLiteral, ...]:
    """The literals of bits that are grouped as the fields of a format are."""
    if not _FIELDS.fullmatch(text):
        return ()
    groups = text.split()
    bits = "_".join(groups)
    formats = where.of_width(sum(map(len, groups)))
    lengths = [len(group) for group in groups]
    code = int("".join(groups), 2)
    return tuple(
        CodeLiteral(f"{fmt.name}:0b{bits}", fmt, code)
        for fmt in formats
        if _field_widths(fmt, code) == lengths
    )


def filling_codes(text: str, where: Context) -> tuple[CodeLiteral, ...]:
    """The literals of digits that fill a format to the bit, or that fit into an own one."""
    match = _DIGITS.fullmatch(text)
    if not match or not where.home:
        return ()
    prefix, written = (match[1] or "").lower(), match[2]
    count = len(written.replace("_", ""))
    found: dict[str, CodeLiteral] = {}
    for mark, bits, alphabet in (("0x", 4, _HEX), ("0b", 1, _BINARY)):
        if prefix not in ("", mark) or not alphabet.fullmatch(written):
            continue
        value = int(written.replace("_", ""), 1 << bits)
        for fmt in _filled(value, count, bits, bool(prefix), where):
            found.setdefault(fmt.name, CodeLiteral(f"{fmt.name}:{mark}{written}", fmt, value))
    return tuple(sorted(found.values(), key=lambda literal: literal.format != where.home))


def _filled(value: int, count: int, bits: int, prefixed: bool, where: Context) -> Iterator[Format]:
    """The formats that so many digits of so many bits are a code of."""
    widths = range((count - 1) * bits + 1, count * bits + 1)
    formats = tuple(fmt for width in reversed(widths) for fmt in where.of_width(width))
    if where.own and prefixed:
        formats = (where.own,)
    first = where.home
    for fmt in sorted(formats, key=lambda each: each != first):
        if value < 1 << fmt.width:
            yield fmt


def is_whole_digits(text: str) -> bool:
    """Whether a text is an integer with ``0x`` or ``0b`` before it: of a format, a code."""
    return text[:2].lower() in ("0x", "0b") and _DIGITS.fullmatch(text) is not None


def hex_integer(text: str) -> int | None:
    """The integer that hexadecimal digits without a prefix are, if a letter is among them."""
    return int(text, 16) if _BARE_HEX.fullmatch(text) else None


def _exposed(match: re.Match[str]) -> CodeLiteral:
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
    return CodeLiteral(f"{fmt.name}:{fmt.code_text(value)}", fmt, value)


def _llvm(match: re.Match[str]) -> CodeLiteral:
    fmt, written = _LLVM_FORMATS[match[1].upper()], match[2]
    if len(written) * 4 != fmt.width:
        raise LiteralError(
            phrase(
                "{text}: {format} has {count} bits",
                text=quoted(match[0]),
                format=fmt.name,
                count=str(fmt.width),
            )
        )
    digits_ = written[16:] + written[:16] if fmt.width == 128 else written
    return CodeLiteral(f"{fmt.name}:0x{digits_}", fmt, int(digits_, 16))


def _verilog(text: str, where: Context) -> tuple[CodeLiteral, ...]:
    written = code_at(text)
    if written is None or written.end < len(text):
        if waits_for_digits(text):
            raise IncompleteLiteral(phrase("{text} is not complete", text=quoted(text)))
        return ()
    sized = where.of_width(written.size) if written.size else ()
    formats = sized or ((where.home,) if where.home else ())
    if not formats:
        raise LiteralError(
            phrase(
                "{text} is a code; name its format before it, as in fp16:16'h3c7c",
                text=quoted(text),
            )
        )
    return tuple(CodeLiteral(f"{fmt.name}:{text}", fmt, written.of(fmt)) for fmt in formats)


def fields_said(text: str, where: Context) -> LiteralError | None:
    """Why bits in groups are no code of the home's, if a text is such."""
    fmt = where.home
    if fmt is None or not _FIELDS.fullmatch(text):
        return None
    widths = _field_widths(fmt)
    *before, last = (len(group) for group in text.split())
    if (
        before == widths[: len(before)]
        and len(before) < len(widths)
        and last <= widths[len(before)]
    ):
        return IncompleteLiteral(phrase("{text} is not complete", text=quoted(text)))
    return LiteralError(
        phrase(
            "{text} has no code of {format} in it: its fields have {widths} bits",
            text=quoted(text),
            format=fmt.name,
            widths=", ".join(map(str, widths)),
        )
    )


def _field_widths(fmt: Format, code: int = 0) -> list[int]:
    return [field.width for field in fmt.fields(code)]
