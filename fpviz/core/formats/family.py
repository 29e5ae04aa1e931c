"""What a family of formats is for the catalogue: its members, and how others are called."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from fpviz.core.formats.encoding import Format
from fpviz.core.phrase import Complaint, Phrase


class FormatError(Complaint):
    """A name that is no format, or facts that make none; the message is one line."""


def _none(_name: str) -> Format | None:
    return None


@dataclass(frozen=True, kw_only=True, eq=False)
class Family:
    """Formats that are encoded in one way.

    ``key`` is the name in files, which never changes; in sentences it is ``title``. ``formats``
    are the members with names of their own, in the order in which lists show them. ``custom``
    makes the format that any other name of the family stands for, or ``None`` of a name that is
    not of the family; it raises FormatError for a name that is, but makes no format. ``grammar``
    says what such names look like.
    """

    key: str
    title: Phrase
    formats: tuple[Format, ...]
    custom: Callable[[str], Format | None] = _none
    grammar: Phrase | None = None
