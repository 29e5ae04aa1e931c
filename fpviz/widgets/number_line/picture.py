"""What a number line shows, as frozen data: nothing here knows a pixel or a colour."""

from __future__ import annotations

from dataclasses import dataclass

from fpviz.core.formats import Format
from fpviz.core.numbers import Finite, Number
from fpviz.core.rounding import Rules
from fpviz.core.view import View


@dataclass(frozen=True, slots=True)
class Lane:
    """One format on the line. ``code`` is the shown number rounded into it.

    ``colour`` is an index into the theme's ``lanes``.
    """

    format: Format
    code: int
    colour: int = 0

    @property
    def name(self) -> str:
        return self.format.title or self.format.name


@dataclass(frozen=True, slots=True)
class Picture:
    """Everything a number line is painted from, but its size and its colours.

    ``active`` is the index of the lane whose zones the overview strip shows.
    """

    view: View
    number: Number
    lanes: tuple[Lane, ...]
    rules: Rules
    active: int = 0

    @property
    def value_in_view(self) -> bool:
        return isinstance(self.number, Finite) and self.view.contains(self.number.value)
