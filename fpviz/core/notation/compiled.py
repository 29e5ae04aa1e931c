"""Codes for compiled languages: C, C++, Rust.

Where a language has no type for a format, the code stands there as an integer, with a remark in
which format it means what.
"""

from __future__ import annotations

from fpviz.core.formats import Format
from fpviz.core.formats.decoding import decode
from fpviz.core.notation.notation import remark
from fpviz.core.numbers import Infinity, NaN
from fpviz.core.text import hexfloat

_C = {
    "fp16": ("_Float16", "f16", "uint16_t"),
    "fp32": ("float", "f", "uint32_t"),
    "fp64": ("double", "", "uint64_t"),
    "fp128": ("_Float128", "f128", "unsigned __int128"),
}
"""C's types: name, suffix of a literal (C23, annexes F and H), the integer of the same size."""

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
    """A constant expression of C: a hexadecimal literal, ``INFINITY`` of ``<math.h>``.

    No literal of C is a NaN with a certain code: that one goes through a union.
    """
    if fmt.name not in _C:
        return _integer(fmt, code)
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
        return _integer(fmt, code)
    kind, integer = _CPP[fmt.name]
    bits = _constant(fmt, code) if fmt.width > 64 else integer.format(fmt.code_text(code))
    return f"std::bit_cast<{kind}>({bits})"


def rust(fmt: Format, code: int) -> str | None:
    """An expression of Rust."""
    if fmt.name in _RUST:
        return f"{_RUST[fmt.name]}::from_bits({fmt.code_text(code)})"
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
