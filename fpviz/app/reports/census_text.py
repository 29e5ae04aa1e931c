"""Censuses as text: a tensor after another, and beneath it a line for each format."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from fpviz.core.formats import Format
from fpviz.core.phrase import quoted
from fpviz.core.text import scientific
from fpviz.data.census.census import Census, Question
from fpviz.data.census.fates import Fate
from fpviz.data.census.pairs import Paired
from fpviz.data.census.updates import Updates

_DIGITS = 4


def census_lines(found: Census, question: Question, pair: Paired | None = None) -> Iterator[str]:
    """What was found in a tensor, and in the updates of a weight."""
    tensor, counts = found.tensor, found.counts
    shape = "×".join(map(str, tensor.shape)) or "scalar"
    names = (_line(name) for name in (found.file.name, tensor.name) if name)
    yield "  ".join((*names, f"{tensor.dtype} {shape}"))
    elements = f"{counts.total} element{'s' * (counts.total != 1)}"
    yield f"  {elements}, {_share(counts.zero, counts.total)} zero{_odd(found)}"
    if found.least is not None and found.greatest is not None:
        low, high = _brief(found.least), _brief(found.greatest)
        yield f"  |x| from {low} to {high}; median exponent {found.median_exponent}"
    for fmt in question.formats:
        yield from _of_format(found, fmt, question)
    if pair is not None:
        yield from _of_pair(pair)


def _of_pair(pair: Paired) -> Iterator[str]:
    by = f"{_line(pair.gradient)}, lr {pair.rate!r}"
    yield f"  updates by {by}, of weights in the format and in FP32:"
    for fmt, kept in pair.kept.items():
        yield f"  {fmt.title:<24} {_updates(kept.in_format)}; FP32 {_updates(kept.in_master)}"


def _updates(found: Updates | None) -> str:
    if found is None:
        return "not counted"
    swallowed = _share(found.swallowed, found.swallowed + found.moved)
    odd = f", {found.undefined} undefined" if found.undefined else ""
    return f"{swallowed} swallowed, {found.moved} moved, {found.zero_update} zero{odd}"


def _odd(found: Census) -> str:
    """NaNs and infinities, where there are any."""
    told = (("NaN", found.counts.nan), ("infinite", found.counts.infinite))
    return "".join(f", {count} {name}" for name, count in told if count)


def _of_format(found: Census, fmt: Format, question: Question) -> Iterator[str]:
    scaling = found.scalings[fmt]
    for scale in found.scales(fmt, question.scales):
        mark = " best" if scale == scaling.best else ""
        fate, quality = found.fate(fmt, scale, question.rules), found.qualities.get((fmt, scale))
        sqnr = quality.sqnr_db if quality else None
        noise = "" if sqnr is None else f", SQNR {sqnr:.1f} dB"
        head = f"{fmt.title} × 2^{scale}{mark}"
        yield f"  {head:<24} {_fate(fate, found.counts.total)}{noise}"
    low, high = ("none" if k is None else f"2^{k}" for k in (scaling.lowest, scaling.highest))
    yield f"  {'':<24} nothing flushed from {low} on, nothing overflows up to {high}"


def _fate(fate: Fate, total: int) -> str:
    told = ("flushed", "subnormal", "normal", "overflow", "invalid")
    counts = ((name, getattr(fate, name)) for name in told)
    return ", ".join(f"{_share(n, total)} {name}" for name, n in counts if n or name != "invalid")


def _line(name: str) -> str:
    """A name as it is, or, where it would not stay on its line, as messages have it."""
    return name if name.isprintable() else quoted(name)


def _share(count: int, total: int) -> str:
    """A count with its share of all."""
    if not total or not count:
        return str(count)
    return f"{count} ({float(Fraction(100 * count, total)):.3g} %)"


def _brief(value: Fraction) -> str:
    return scientific(value, _DIGITS)
