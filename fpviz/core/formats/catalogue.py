"""Which formats there are: the families, and every format by its names.

A new family is one file in ``families`` and its line here; a new format is one entry in the table
of its family.
"""

from __future__ import annotations

from fpviz.core.formats.absent import absent
from fpviz.core.formats.encoding import Format
from fpviz.core.formats.families.binary_names import BINARY, GRAMMAR
from fpviz.core.formats.families.decimal_names import DECIMAL
from fpviz.core.formats.families.fixed_names import FIXED
from fpviz.core.formats.families.hifloat import HIFLOAT
from fpviz.core.formats.families.machines.table import MACHINES
from fpviz.core.formats.families.p3109 import P3109
from fpviz.core.formats.families.tapered_names import POSIT, TAKUM
from fpviz.core.formats.families.x87 import X87
from fpviz.core.formats.family import Family, FormatError
from fpviz.core.formats.names import plain_name
from fpviz.core.phrase import phrase, quoted

FAMILIES: tuple[Family, ...] = (
    BINARY,
    P3109,
    HIFLOAT,
    FIXED,
    X87,
    MACHINES,
    POSIT,
    TAKUM,
    DECIMAL,
)
"""The families, in the order in which lists show them."""

CATALOGUE: tuple[Format, ...] = tuple(fmt for family in FAMILIES for fmt in family.formats)
"""Every format with a name of its own, in the order in which lists show them."""

_BY_NAME = {name: fmt for fmt in CATALOGUE for name in (fmt.name, *fmt.aliases)}

CUSTOM_GRAMMAR = GRAMMAR
"""What names of formats that are not in the catalogue look like."""


def find_format(name: str) -> Format:
    """The format that ``name`` (or alias, or custom name such as ``e5m7fn``) stands for.

    Raises FormatError, naming the bad text and what would be accepted.
    """
    text = plain_name(name)
    if text in _BY_NAME:
        return _BY_NAME[text]
    for family in FAMILIES:
        if fmt := family.custom(text):
            return fmt
    if said := absent(text):
        raise FormatError(phrase("{name} is {what}", name=quoted(name), what=said))
    raise FormatError(
        phrase(
            "unknown format {name}; see 'fpviz formats', or {grammar}",
            name=quoted(name),
            grammar=CUSTOM_GRAMMAR,
        )
    )


def family_of(fmt: Format) -> Family | None:
    """The family that a format is of; ``None`` for one that has no name of any."""
    for family in FAMILIES:
        if fmt in family.formats:
            return family
    return next((each for each in FAMILIES if _is_custom(each, fmt)), None)


def _is_custom(family: Family, fmt: Format) -> bool:
    try:
        return family.custom(fmt.name) == fmt
    except FormatError:
        return False


def format_names() -> tuple[str, ...]:
    """All names and aliases of the catalogue."""
    return tuple(_BY_NAME)
