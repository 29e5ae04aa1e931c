"""Formats: what a code of each stands for, in which order its values lie, what they are called."""

from fpviz.core.formats.binary import (
    FARTHEST,
    FINEST,
    MAX_EXPONENT_WIDTH,
    MAX_FRACTION_WIDTH,
    BinaryFormat,
    FormatError,
    Specials,
    binary_layout,
)
from fpviz.core.formats.catalogue import (
    CATALOGUE,
    CUSTOM_GRAMMAR,
    custom,
    find_format,
    format_names,
)
from fpviz.core.formats.encoding import (
    IEEE_KINDS,
    Field,
    FieldKind,
    Format,
    NumberClass,
    behind_point,
    field_of,
)

__all__ = [
    "CATALOGUE",
    "CUSTOM_GRAMMAR",
    "FARTHEST",
    "FINEST",
    "IEEE_KINDS",
    "MAX_EXPONENT_WIDTH",
    "MAX_FRACTION_WIDTH",
    "BinaryFormat",
    "Field",
    "FieldKind",
    "Format",
    "FormatError",
    "NumberClass",
    "Specials",
    "behind_point",
    "binary_layout",
    "custom",
    "field_of",
    "find_format",
    "format_names",
]
