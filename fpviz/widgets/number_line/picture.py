"""What a number line shows, as frozen data: nothing here knows a pixel or a colour."""

from __future__ import annotations

from dataclasses import dataclass, field, fields
from fractions import Fraction

from fpviz.core.arithmetic.rounding import Rules
from fpviz.core.formats import Format
from fpviz.core.line.axis import AXES, Axis
from fpviz.core.line.histogram import Overlay
from fpviz.core.line.view import View
from fpviz.core.literals import CodeLiteral, Literal
from fpviz.core.numbers import Finite, Number


@dataclass(frozen=True, slots=True)
class Lane:
    """One format on the line. ``code`` is the shown number rounded into it.

    ``zeroed`` says that DAZ took the number as a zero before.
    """

    format: Format
    code: int
    zeroed: bool = False

    @property
    def name(self) -> str:
        return self.format.title or self.format.name


@dataclass(frozen=True, slots=True)
class PinMark:
    """A value that is kept, with its name and its note."""

    name: str
    note: str
    source: Literal

    @property
    def value(self) -> Fraction | None:
        """Its number; ``None`` where that has no place on a line."""
        number = self.source.number
        return number.value if isinstance(number, Finite) else None

    @property
    def format(self) -> Format | None:
        """The format of a code."""
        return self.source.format if isinstance(self.source, CodeLiteral) else None


@dataclass(frozen=True, slots=True)
class Subject:
    """What a number line is about, in whatever window.

    ``active`` is the index of the lane whose zones the overview strip shows, and whose values an
    ordinal axis spaces evenly. ``update`` is what is about to be added to the value of each lane,
    ``overlay`` numbers counted above the lanes, ``pins`` are marked under the axis.
    """

    number: Number
    lanes: tuple[Lane, ...]
    rules: Rules = Rules()
    active: int = 0
    update: Fraction | None = None
    overlay: Overlay | None = None
    pins: tuple[PinMark, ...] = ()

    @property
    def formats(self) -> tuple[Format, ...]:
        return tuple(lane.format for lane in self.lanes)

    def axis(self, name: str) -> Axis:
        """The axis of that name for these lanes."""
        formats = self.formats
        return AXES[name]((*formats[self.active :], *formats[: self.active]))

    def within(self, view: View) -> Picture:
        """The picture of this subject in a window."""
        facts = {each.name: getattr(self, each.name) for each in fields(Subject)}
        return Picture(**facts, view=view)


@dataclass(frozen=True, slots=True)
class Scenery:
    """What of a picture is not its numbers."""

    view: View
    formats: tuple[Format, ...]
    active: int
    rules: Rules
    overlay: Overlay | None
    pins: tuple[PinMark, ...]


@dataclass(frozen=True, slots=True)
class Picture(Subject):
    """Everything a number line is painted from, but its size and its colours."""

    view: View = field(kw_only=True)

    @property
    def value_in_view(self) -> bool:
        return isinstance(self.number, Finite) and self.view.contains(self.number.value)

    @property
    def pins_in_view(self) -> tuple[PinMark, ...]:
        return tuple(p for p in self.pins if p.value is not None and self.view.contains(p.value))

    @property
    def scenery(self) -> Scenery:
        return Scenery(self.view, self.formats, self.active, self.rules, self.overlay, self.pins)
