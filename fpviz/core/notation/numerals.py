"""Notations that fpviz reads itself: decimals, codes, bits, hex-floats."""

from __future__ import annotations

from fpviz.core.formats import Format, NumberClass
from fpviz.core.formats.decoding import decode, is_finite_code
from fpviz.core.text import bit_fields, exact_text, hexfloat, shortest_decimal


def exact(fmt: Format, code: int) -> str | None:
    """The complete decimal; a NaN with its payload; ``None`` for what is invalid."""
    if fmt.number_class(code) is NumberClass.INVALID:
        return None
    return exact_text(decode(fmt, code).number)


def shortest(fmt: Format, code: int) -> str | None:
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


def big_endian(fmt: Format, code: int) -> str | None:
    """The bytes of the code, the most significant first; ``None`` where they are not whole."""
    return _bytes(fmt, code, little=False)


def little_endian(fmt: Format, code: int) -> str | None:
    """The bytes of the code, the least significant first; ``None`` where they are not whole."""
    return _bytes(fmt, code, little=True)


def _bytes(fmt: Format, code: int, *, little: bool) -> str | None:
    if fmt.width % 8:
        return None
    return code.to_bytes(fmt.width // 8, "little" if little else "big").hex(" ")
