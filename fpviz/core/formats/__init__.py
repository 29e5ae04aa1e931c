"""Formats: what a code of each stands for, in which order its values lie, what they are called."""

from fpviz.core.formats.binary import (
    FARTHEST,
    FINEST,
    MAX_EXPONENT_WIDTH,
    MAX_FRACTION_WIDTH,
    Format,
    FormatError,
    Specials,
)
from fpviz.core.formats.catalogue import (
    CATALOGUE,
    CUSTOM_GRAMMAR,
    custom,
    find_format,
    format_names,
)

__all__ = [
    "CATALOGUE",
    "CUSTOM_GRAMMAR",
    "FARTHEST",
    "FINEST",
    "MAX_EXPONENT_WIDTH",
    "MAX_FRACTION_WIDTH",
    "Format",
    "FormatError",
    "Specials",
    "custom",
    "find_format",
    "format_names",
]
