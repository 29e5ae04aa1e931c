"""What a plot needs to know of a run besides its curves: axes, marks, a histogram."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from fractions import Fraction

from fpviz.core.line.zones import ZoneKind
from fpviz.core.phrase import Phrase


class Scale(Enum):
    """How an axis is divided at first; a plot may let the reader change it."""

    LINEAR = "linear"
    LOG2 = "log2"
    LOG10 = "log10"


@dataclass(frozen=True, slots=True)
class Axis:
    """An axis: what it counts and how it is divided.

    ``origin`` is what step 0 of a run is called on a horizontal axis: a run over k = -24 … 40
    has 65 points, and k is the step plus -24.
    """

    label: Phrase
    scale: Scale = Scale.LINEAR
    origin: int = 0


@dataclass(frozen=True, slots=True)
class Mark:
    """Something that stands out: at a ``step`` (an upright line or a dot on the axis) or at a
    ``value`` (a level line). ``name`` is shared by marks of one kind, which look alike."""

    name: str
    label: Phrase
    step: int | None = None
    value: Fraction | None = None


@dataclass(frozen=True, slots=True)
class BinadeCount:
    """The numbers with ``2**exponent <= |x| < 2**(exponent + 1)``, by zone."""

    exponent: int
    counts: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Histogram:
    """How many numbers there are of each exponent, and in which zone of a format they lie.

    ``zones`` names the zones, ``kinds`` says which they are; ``totals`` and each bar's ``counts``
    go by them. ``borders`` are the magnitudes at which zones meet, in ascending order, one fewer
    than zones.
    """

    label: Phrase
    zones: tuple[Phrase, ...]
    kinds: tuple[ZoneKind, ...]
    totals: tuple[int, ...]
    bars: tuple[BinadeCount, ...]
    borders: tuple[Fraction, ...]
