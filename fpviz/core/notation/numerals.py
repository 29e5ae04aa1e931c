"""Notations that fpviz reads itself: decimals, codes, bits, hex-floats."""

from __future__ import annotations

from fpviz.core.formats import Format
from fpviz.core.formats.decoding import decode, is_finite_code
from fpviz.core.text import bit_fields, exact_text, hexfloat, shortest_decimal


def exact(fmt: Format, code: int) -> str:
    """The complete decimal; a NaN with its payload."""
    return exact_text(decode(fmt, code).number)


def shortest(fmt: Format, code: int) -> str:
    """The shortest decimal that ties-to-even reads back as the same code."""
    return shortest_decimal(fmt, code) if is_finite_code(fmt, code) else exact(fmt, code)


def hexadecimal(fmt: Format, code: int) -> str:
    """The code in hexadecimal, padded to the format's width."""
    return fmt.code_text(code)


def bits(fmt: Format, code: int) -> str:
    """The code in binary with a gap between the fields: ``0 01111 0001111100``.

    A single field has ``0b`` before it: it would be a decimal.
    """
    text = _fields(fmt, code, " ")
    return text if " " in text else f"0b{text}"


def binary(fmt: Format, code: int) -> str:
    """The same as a literal of many languages: ``0b0_01111_0001111100``."""
    return f"0b{_fields(fmt, code, '_')}"


def hex_float(fmt: Format, code: int) -> str | None:
    """The value as a hexadecimal literal of C; infinities and NaNs by name, no decimals at all."""
    if fmt.base != 2:
        return None
    return hexfloat(fmt, code) if is_finite_code(fmt, code) else exact(fmt, code)


def verilog(fmt: Format, code: int) -> str:
    """The code as a sized literal of Verilog: ``16'h3c7c``."""
    return f"{fmt.width}'h{fmt.code_text(code)[2:]}"


def verilog_fields(fmt: Format, code: int) -> str:
    """The same in binary, its fields set apart: ``16'b0_01111_0001111100``."""
    return f"{fmt.width}'b{_fields(fmt, code, '_')}"


def _fields(fmt: Format, code: int, gap: str) -> str:
    return gap.join(bit_fields(fmt, code))
