"""Notations: how a code is written for somewhere else, in a program, a netlist or a paper.

A new notation is a function of a format and a code in one of these files, and its line in
``FAMILIES``; the menus, the command line and the tests follow from it.
"""

from __future__ import annotations

from fpviz.core.notation import compiled, documents, numerals, python
from fpviz.core.notation.documents import markdown_table
from fpviz.core.notation.notation import Notation, NotationError
from fpviz.core.phrase import phrase, quoted, template, verbatim

__all__ = [
    "FAMILIES",
    "MARKDOWN",
    "NOTATIONS",
    "Notation",
    "NotationError",
    "find_notation",
    "markdown_table",
]

_NO_NUMBER = template("This code of {format} is invalid: it is no number")
_NO_BYTES = template("{format} does not fill whole bytes")

_NUMERALS = (
    Notation("exact", phrase("Exact decimal"), numerals.exact, _NO_NUMBER),
    Notation("shortest", phrase("Shortest decimal"), numerals.shortest, _NO_NUMBER),
    Notation("code", phrase("Hex code"), numerals.hexadecimal),
    Notation("bits", phrase("Bits, field by field"), numerals.bits),
    Notation("binary", phrase("Binary literal"), numerals.binary),
    Notation(
        "hexfloat",
        phrase("Hex-float"),
        numerals.hex_float,
        template("a hex-float is binary, and {format} is decimal"),
    ),
    Notation("bytes-be", phrase("Bytes, big-endian"), numerals.big_endian, _NO_BYTES),
    Notation("bytes-le", phrase("Bytes, little-endian"), numerals.little_endian, _NO_BYTES),
)
_PROGRAMS = (
    Notation(
        "c",
        verbatim("C"),
        compiled.c,
        template("C has neither a type for {format} nor an integer as wide"),
    ),
    Notation(
        "cpp",
        verbatim("C++"),
        compiled.cpp,
        template("C++ has neither a type for {format} nor an integer as wide"),
    ),
    Notation(
        "rust",
        verbatim("Rust"),
        compiled.rust,
        template("Rust has neither a type for {format} nor an integer as wide"),
    ),
    Notation(
        "python",
        verbatim("Python"),
        python.python,
        template("A float of Python does not hold the payload of this {format} NaN"),
    ),
    Notation(
        "numpy",
        verbatim("numpy"),
        python.numpy,
        template("Neither numpy nor ml_dtypes has a type for {format}"),
    ),
    Notation(
        "pytorch",
        verbatim("PyTorch"),
        python.pytorch,
        template("PyTorch has no type for a single {format} number"),
    ),
    Notation("verilog", verbatim("Verilog"), numerals.verilog),
    Notation("verilog-fields", phrase("Verilog, field by field"), numerals.verilog_fields),
)
_DOCUMENTS = (Notation("latex", verbatim("LaTeX"), documents.latex, _NO_NUMBER),)

FAMILIES: tuple[tuple[Notation, ...], ...] = (_NUMERALS, _PROGRAMS, _DOCUMENTS)
"""Every notation of one code, in the order and the groups in which menus show them."""

NOTATIONS = tuple(notation for family in FAMILIES for notation in family)

MARKDOWN = "markdown"
"""The name of the one notation that is of all readings at once: ``markdown_table``."""


def find_notation(name: str) -> Notation:
    """The notation of that name. Raises NotationError."""
    for notation in NOTATIONS:
        if notation.name == name:
            return notation
    names = ", ".join((*(notation.name for notation in NOTATIONS), MARKDOWN))
    raise NotationError(
        phrase("{name} is no notation; there are {names}", name=quoted(name), names=names)
    )
