"""Where bars, zones and gutters of a census stand: all of it computed, nothing painted."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from PySide6.QtCore import QRectF

from fpviz.core.arithmetic.rounding import Rules
from fpviz.core.formats import Format
from fpviz.data.census.elements import Kind, NoPower
from fpviz.widgets.tensors.zone_spans import ZoneSpan, zone_spans

_LEAST_WIDE = 32
"""Powers of two that are shown at least."""

_AROUND = 2
"""Powers of two beyond the data, on either side."""


@dataclass(frozen=True)
class Exponents:
    """What is drawn: how many elements have which exponent, how many have none and why, over the
    zones of a format at a scale."""

    fmt: Format
    rules: Rules = Rules()
    scale: int = 0
    counts: Mapping[int, int] = field(default_factory=dict)
    odd: Mapping[NoPower, int] = field(default_factory=dict)

    @property
    def window(self) -> range:
        """The exponents that are shown: where data are does not depend on format and scale."""
        low, high = min(self.counts, default=-16), max(self.counts, default=0)
        missing = max(0, _LEAST_WIDE - (high - low + 1 + 2 * _AROUND))
        return range(low - _AROUND - missing // 2, high + _AROUND + 1 + (missing + 1) // 2)

    @property
    def spans(self) -> tuple[ZoneSpan, ...]:
        """The zones of the elements as they are, which are multiplied then."""
        return zone_spans(self.fmt, self.rules, self.scale)

    @property
    def kinds(self) -> list[Kind]:
        """The kinds of elements that there are, from left to right."""
        odd = [each for each in NoPower if self.odd.get(each)]
        left = [each for each in odd if each is NoPower.ZERO]
        return [*left, *self.counts, *(each for each in odd if each is not NoPower.ZERO)]

    def count(self, kind: Kind) -> int:
        """How many elements are of a kind."""
        return self.odd.get(kind, 0) if isinstance(kind, NoPower) else self.counts.get(kind, 0)

    @property
    def tallest(self) -> int:
        """The count of the fullest power of two; of what has none, if there is nothing else."""
        return max(self.counts.values(), default=0) or max(self.odd.values(), default=0) or 1

    def height(self, kind: Kind) -> float:
        """The height of a bar, 1 for the fullest power of two; others are cut there."""
        return min(1.0, self.count(kind) / self.tallest)


class Margins(NamedTuple):
    """What the parts of a histogram need, in pixels."""

    gutter: float
    names: float
    axis: float
    edge: float = 12.0


@dataclass(frozen=True)
class HistogramLayout:
    """The stage, the gutters, and the bars of a histogram."""

    stage: QRectF
    window: range
    bars: tuple[tuple[Kind, QRectF], ...]
    slots: tuple[tuple[Kind, QRectF], ...]
    """Where a click means a kind: as tall as the stage."""

    def x(self, logarithm: float) -> float:
        """Where a logarithm stands, not beyond the stage."""
        share = (logarithm - self.window.start) / len(self.window)
        return self.stage.left() + self.stage.width() * min(1.0, max(0.0, share))

    def kind_at(self, x: float) -> Kind | None:
        """The kind whose slot is there."""
        return next((k for k, slot in self.slots if slot.left() <= x < slot.right()), None)

    def slot(self, kind: Kind | None) -> QRectF | None:
        """The slot of a kind."""
        return next((slot for each, slot in self.slots if each == kind), None)


def arrange(shown: Exponents, area: QRectF, margins: Margins) -> HistogramLayout:
    """Share an area out."""
    right = [each for each in (NoPower.INFINITE, NoPower.NAN) if shown.odd.get(each)]
    stage = area.adjusted(
        margins.gutter + margins.edge,
        margins.names,
        -margins.edge - len(right) * margins.gutter,
        -margins.axis,
    )
    window, zeros = shown.window, _gutter(stage, area.left() + margins.edge, margins)
    slots: list[tuple[Kind, QRectF]] = [(NoPower.ZERO, zeros)]
    pitch = stage.width() / len(window)
    slots += [
        (each, QRectF(stage.left() + at * pitch, stage.top(), pitch, stage.height()))
        for at, each in enumerate(window)
    ]
    slots += [
        (each, _gutter(stage, stage.right() + margins.edge / 2 + at * margins.gutter, margins))
        for at, each in enumerate(right)
    ]
    bars = tuple(
        (kind, _bar(slot, shown.height(kind))) for kind, slot in slots if shown.count(kind)
    )
    return HistogramLayout(stage, window, bars, tuple(slots))


def _gutter(stage: QRectF, left: float, margins: Margins) -> QRectF:
    return QRectF(left, stage.top(), margins.gutter - margins.edge, stage.height())


def _bar(slot: QRectF, share: float) -> QRectF:
    """A bar that is seen, however few it counts."""
    tall = max(2.0, slot.height() * 0.94 * share)
    gap = min(1.5, slot.width() * 0.08)
    return QRectF(slot.left() + gap, slot.bottom() - tall, slot.width() - 2 * gap, tall)
