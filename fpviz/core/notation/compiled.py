"""Codes for compiled languages: C, C++, Rust.

Where a language has no type for a format, the code stands there as an integer, with a remark in
which format it means what.
"""

from __future__ import annotations

from fpviz.core.formats import Format
from fpviz.core.formats.decoding import decode
from fpviz.core.formats.families.ieee_decimal import IeeeDecimal
from fpviz.core.notation.notation import extended_bytes, is_integer, machine_integer, remark
from fpviz.core.numbers import Infinity, NaN
from fpviz.core.text import hexfloat

_C = {
    "fp16": ("_Float16", "f16", "uint16_t"),
    "fp32": ("float", "f", "uint32_t"),
    "fp64": ("double", "", "uint64_t"),
    "fp128": ("_Float128", "f128", "unsigned __int128"),
}
"""C's types: name, suffix of a literal (C23, annexes F and H), the integer of the same size."""

_C_DECIMAL = {
    "decimal32": ("_Decimal32", "DF", "uint32_t"),
    "decimal64": ("_Decimal64", "DD", "uint64_t"),
    "decimal128": ("_Decimal128", "DL", "unsigned __int128"),
}
"""C23's decimals, which not every compiler has; x86 and Arm have them in BID."""

_CPP = {
    "fp16": ("std::float16_t", "std::uint16_t{{{0}}}"),
    "bf16": ("std::bfloat16_t", "std::uint16_t{{{0}}}"),
    "fp32": ("float", "{0}u"),
    "fp64": ("double", "{0}ull"),
    "fp128": ("std::float128_t", "{0}"),
}
"""Types of C++23, and how an integer of their size is written."""

_RUST = {"fp16": "half::f16", "bf16": "half::bf16", "fp32": "f32", "fp64": "f64"}
"""Rust's stable types; those of 16 bits are of the crate ``half``."""


def c(fmt: Format, code: int) -> str | None:
    """A constant expression of C: a literal, ``INFINITY`` of ``<math.h>`` or ``<float.h>``.

    No literal of C is a NaN with a certain code: that one goes through a union, as all codes of
    the x87, whose ``long double`` is another format elsewhere.
    """
    if isinstance(fmt, IeeeDecimal) and fmt.name in _C_DECIMAL:
        return _c_decimal(fmt, code)
    if fmt.name not in _C:
        return _c_integer(fmt, code) or _c_extended(fmt, code) or _integer(fmt, code)
    kind, suffix, integer = _C[fmt.name]
    match decode(fmt, code).number:
        case NaN():
            bits = _constant(fmt, code)
            return f"(union {{ {integer} u; {kind} f; }}){{ {bits} }}.f"
        case Infinity(negative):
            cast = "" if kind == "float" else f"({kind})"
            return f"{cast}{'-' if negative else ''}INFINITY"
        case _:
            return hexfloat(fmt, code) + suffix


def cpp(fmt: Format, code: int) -> str | None:
    """An expression of C++20, or C++23 for the types of ``<stdfloat>``."""
    if fmt.name not in _CPP:
        return _cpp_integer(fmt, code) or _cpp_extended(fmt, code) or _integer(fmt, code)
    kind, integer = _CPP[fmt.name]
    bits = _constant(fmt, code) if fmt.width > 64 else integer.format(fmt.code_text(code))
    return f"std::bit_cast<{kind}>({bits})"


def rust(fmt: Format, code: int) -> str | None:
    """An expression of Rust."""
    if fmt.name in _RUST:
        return f"{_RUST[fmt.name]}::from_bits({fmt.code_text(code)})"
    if held := machine_integer(fmt, code):
        return _rust_integer(fmt, code, *held)
    sizes = [size for size in (8, 16, 32, 64, 128) if fmt.width <= size]
    return f"{fmt.code_text(code)}_u{sizes[0]} /* {remark(fmt, code)} */" if sizes else None


def _integer(fmt: Format, code: int) -> str | None:
    """The code as an integer of C and C++, which end at 64 bits."""
    return f"{_constant(fmt, code)} /* {remark(fmt, code)} */" if fmt.width <= 64 else None


def _constant(fmt: Format, code: int) -> str:
    """An integer constant; of 128 bits, which have no literal, two halves."""
    if fmt.width > 64:
        high, low = divmod(code, 1 << 64)
        return f"(unsigned __int128){high:#018x}ull << 64 | {low:#018x}ull"
    return fmt.code_text(code) + ("u" if fmt.width <= 32 else "ull")


def _c_integer(fmt: Format, code: int) -> str | None:
    """A fixed-point code in the integer that holds it; an integer as such."""
    if not (held := machine_integer(fmt, code)):
        return None
    kind, value = held
    if is_integer(fmt):
        return f"({kind}_t){_decimal(kind, value)}"
    return f"({kind}_t){_constant(fmt, code)} /* {remark(fmt, code)} */"


def _cpp_integer(fmt: Format, code: int) -> str | None:
    if not (held := machine_integer(fmt, code)):
        return None
    kind, value = held
    if is_integer(fmt):
        return f"std::{kind}_t{{{_decimal(kind, value)}}}"
    return f"static_cast<std::{kind}_t>({_constant(fmt, code)}) /* {remark(fmt, code)} */"


def _decimal(kind: str, value: int) -> str:
    """An integer constant of C and C++, which have no literal of the least one of 64 bits."""
    if kind == "int64" and value == -(1 << 63):
        return "(-9223372036854775807 - 1)"
    return f"{value}{'u' if kind.startswith('u') else ''}"


def _rust_integer(fmt: Format, code: int, kind: str, value: int) -> str:
    if is_integer(fmt) and kind.startswith("i"):
        return f"{value}_i{fmt.width}"
    bits = f"{fmt.code_text(code)}_u{fmt.width}"
    if is_integer(fmt):
        return bits
    cast = "" if kind.startswith("u") else f" as i{fmt.width}"
    return f"{bits}{cast} /* {remark(fmt, code)} */"


def _c_extended(fmt: Format, code: int) -> str | None:
    held = extended_bytes(fmt, code)
    if held is None:
        return None
    return f"(union {{ unsigned char b[16]; long double f; }}){{ {{ {_listed(held)} }} }}.f"


def _cpp_extended(fmt: Format, code: int) -> str | None:
    held = extended_bytes(fmt, code)
    if held is None:
        return None
    return f"std::bit_cast<long double>(std::array<std::uint8_t, 16>{{ {_listed(held)} }})"


def _c_decimal(fmt: IeeeDecimal, code: int) -> str:
    """A literal with as many digits as the code says; the bits of a NaN and of what no literal
    becomes."""
    kind, suffix, integer = _C_DECIMAL[fmt.name]
    if fmt.is_finite(code) and fmt.parts(code).coefficient <= fmt.most(False):
        text = fmt.written(code)
        return text + ("" if "." in text or "e" in text else ".") + suffix
    if not fmt.is_nan(code) and code == fmt.canonical(code):
        return f"({kind}){'-' if decode(fmt, code).negative else ''}DEC_INFINITY"
    return f"(union {{ {integer} u; {kind} f; }}){{ {_constant(fmt, code)} }}.f"


def _listed(held: bytes) -> str:
    return ", ".join(f"0x{byte:02x}" for byte in held)
