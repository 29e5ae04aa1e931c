"""What a plot needs to know of a run besides its curves: what it runs along, marks, a histogram."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from fpviz.core.line.zones import ZoneKind
from fpviz.core.phrase import Phrase


@dataclass(frozen=True, slots=True)
class Domain:
    """What a run goes along: the whole numbers ``first`` … ``last`` of what it ``counts``.

    That may be steps of training, the terms of a sum, or exponents of a scale. The run makes a
    step from one number to the next; step 0 is ``first``. ``log`` asks for a logarithmic axis,
    which a reader may change.
    """

    counts: Phrase
    last: int
    first: int = 0
    log: bool = False

    @property
    def steps(self) -> int:
        """How many steps there are from ``first`` to ``last``."""
        return self.last - self.first

    def number(self, step: int) -> int:
        """The number at which a step is."""
        return self.first + step

    def step(self, number: int) -> int:
        """The step that is at a number."""
        return number - self.first


@dataclass(frozen=True, slots=True)
class Quantity:
    """What the curves of a run are the values of; ``log`` as in ``Domain``."""

    name: Phrase
    log: bool = False


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
