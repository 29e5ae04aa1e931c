"""Formats: what a code of each stands for, in which order its values lie, what they are called."""

from fpviz.core.formats.catalogue import (
    CATALOGUE,
    CUSTOM_GRAMMAR,
    FAMILIES,
    family_of,
    find_format,
    format_names,
)
from fpviz.core.formats.encoding import Format
from fpviz.core.formats.families.binary import (
    FARTHEST,
    FINEST,
    MAX_EXPONENT_WIDTH,
    MAX_FRACTION_WIDTH,
    BinaryFormat,
    binary_layout,
)
from fpviz.core.formats.families.binary_names import custom
from fpviz.core.formats.families.specials import NAMED_SPECIALS, Specials
from fpviz.core.formats.family import Family, FormatError
from fpviz.core.formats.fields import (
    IEEE_KINDS,
    Field,
    FieldKind,
    NumberClass,
    behind_point,
    field_of,
)

__all__ = [
    "CATALOGUE",
    "CUSTOM_GRAMMAR",
    "FAMILIES",
    "FARTHEST",
    "FINEST",
    "IEEE_KINDS",
    "MAX_EXPONENT_WIDTH",
    "MAX_FRACTION_WIDTH",
    "NAMED_SPECIALS",
    "BinaryFormat",
    "Family",
    "Field",
    "FieldKind",
    "Format",
    "FormatError",
    "NumberClass",
    "Specials",
    "behind_point",
    "binary_layout",
    "custom",
    "family_of",
    "field_of",
    "find_format",
    "format_names",
]
