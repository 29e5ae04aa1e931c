"""How large a picture is: in pixels or millimetres, 96 pixels an inch as in CSS."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum

from fpviz.core.phrase import UserError, quoted

PIXELS_AN_INCH = 96
PAPER_SCALE = 300 / PIXELS_AN_INCH
"""The scale of a PNG whose size is in millimetres, unless told otherwise: 300 pixels an inch."""

_MM_AN_INCH = 25.4
_FORM = re.compile(r"(\d{1,5}(?:\.\d{1,3})?)(?:x(\d{1,5}(?:\.\d{1,3})?))?(px|mm)?", re.ASCII)


class SizeError(UserError):
    """A text that is no size."""


class Unit(Enum):
    """What a size is measured in."""

    PX = "px"
    MM = "mm"

    @property
    def pixels(self) -> float:
        """The pixels, before scaling, that one of them has."""
        return 1.0 if self is Unit.PX else PIXELS_AN_INCH / _MM_AN_INCH

    @property
    def limits(self) -> tuple[float, float]:
        """The shortest and the longest side that a picture may have."""
        return (50, 10_000) if self is Unit.PX else (15, 2_500)


@dataclass(frozen=True, slots=True)
class Size:
    """A width and a height; without a height, the height follows from what is shown.

    >>> str(Size(160, 90, Unit.MM)), str(Size(84.5, None, Unit.MM)), str(Size(1440, 900))
    ('160x90mm', '84.5mm', '1440x900')
    """

    width: float
    height: float | None = None
    unit: Unit = Unit.PX

    def __str__(self) -> str:
        sides = [self.width] if self.height is None else [self.width, self.height]
        suffix = "" if self.unit is Unit.PX else self.unit.value
        return "x".join(f"{round(side, 3):g}" for side in sides) + suffix

    @property
    def pixels(self) -> tuple[float, float | None]:
        """Width and height in pixels before scaling, which need not be whole."""
        height = None if self.height is None else self.height * self.unit.pixels
        return self.width * self.unit.pixels, height


def parse_size(text: str) -> Size:
    """The size that a text such as ``1440x900``, ``160x90mm`` or ``84mm`` names.

    Raises SizeError.
    """
    form = _FORM.fullmatch(text.strip().lower())
    if form is None:
        raise SizeError(f"{quoted(text)} is not a size such as 1440x900, 160x90mm or 84mm")
    width, height, unit = form.groups()
    size = Size(float(width), None if height is None else float(height), Unit(unit or "px"))
    least, most = size.unit.limits
    if not all(least <= side <= most for side in (size.width, size.height or least)):
        raise SizeError(f"'{text}': a side has {least} to {most} {size.unit.value}")
    return size
