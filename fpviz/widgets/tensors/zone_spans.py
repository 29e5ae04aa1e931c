"""The zones of a format along the exponents of positive magnitudes."""

from __future__ import annotations

from functools import lru_cache
from math import inf
from typing import NamedTuple

from fpviz.core.arithmetic.rounding import Rules
from fpviz.core.formats import Format
from fpviz.core.line.axis import log2
from fpviz.core.line.zones import Zone, ZoneKind, zones


class ZoneSpan(NamedTuple):
    """A zone from one logarithm of base 2 to another."""

    zone: Zone
    low: float
    high: float

    @property
    def kind(self) -> ZoneKind:
        """What happens to the magnitudes."""
        return self.zone.kind


@lru_cache(maxsize=256)
def zone_spans(fmt: Format, rules: Rules, scale: int = 0) -> tuple[ZoneSpan, ...]:
    """The zones of magnitudes that are multiplied by ``2**scale``, ascending."""
    found = []
    for zone in zones(fmt, rules):
        if zone.kind is ZoneKind.ZERO or zone.lo is None or zone.lo < 0:
            continue
        low = log2(zone.lo) if zone.lo else -inf
        high = inf if zone.hi is None else log2(zone.hi)
        found.append(ZoneSpan(zone, low - scale, high - scale))
    return tuple(found)


def kind_at(spans: tuple[ZoneSpan, ...], logarithm: float) -> ZoneKind:
    """The zone in which a logarithm lies."""
    return next((each.kind for each in spans if logarithm < each.high), ZoneKind.NORMAL)
