"""What a census says of a scale, in sentences."""

from __future__ import annotations

from fpviz.core.formats import Format
from fpviz.core.phrase import Phrase, phrase
from fpviz.core.text import grouped, superscript
from fpviz.data.census.fates import Fate, Scaling


def power(scale: int) -> str:
    """A power of two."""
    return f"2{superscript(scale)}"


def safe_scales(found: Scaling) -> range:
    """The scales at which nothing is flushed and nothing overflows."""
    if found.lowest is None or found.highest is None:
        return range(0)
    return range(found.lowest, found.highest + 1)


def verdict(fmt: Format, found: Scaling) -> Phrase:
    """Which scale is best in a format, and why."""
    best, safe = found.at(found.best), safe_scales(found)
    if not safe:
        return phrase(
            "No scale saves all in {format}; {scale} loses the fewest: {lost}",
            format=fmt.title,
            scale=power(found.best),
            lost=_lost(best),
        )
    kept = phrase(
        "{format} loses nothing from {low} to {high}",
        format=fmt.title,
        low=power(safe[0]),
        high=power(safe[-1]),
    )
    if not best.subnormal:
        why = phrase("nothing is subnormal there, and it is the nearest to 1 of these")
    else:
        why = phrase("fewest are subnormal there: {count}", count=grouped(best.subnormal))
    return phrase("{kept}; best is {scale}: {why}", kept=kept, scale=power(found.best), why=why)


def _lost(fate: Fate) -> Phrase:
    return phrase(
        "{flushed} flushed, {overflow} overflow",
        flushed=grouped(fate.flushed),
        overflow=grouped(fate.overflow),
    )
