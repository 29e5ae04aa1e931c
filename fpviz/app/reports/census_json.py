"""Censuses as JSON: a list, a tensor each."""

from __future__ import annotations

from fractions import Fraction

from fpviz.app.reports import Json
from fpviz.core.formats import Format
from fpviz.core.text import exact_decimal
from fpviz.data.census.census import Census, Question
from fpviz.data.census.pairs import Kept, Paired

TOLD = (
    "zero", "flushed", "subnormal", "normal", "overflow", "nan", "infinite", "invalid",
    "to_zero", "rounded_up", "rounded_down",
)  # fmt: skip
"""Of a fate, in the order in which it is told."""


UPDATES = ("zero_update", "swallowed", "moved", "undefined")
"""Of updates, in the order in which they are told."""


def census_json(found: Census, question: Question, pair: Paired | None = None) -> Json:
    """What was found in a tensor, and in the updates of a weight."""
    tensor, counts = found.tensor, found.counts
    return {
        "file": str(found.file),
        "tensor": tensor.name,
        "dtype": tensor.dtype,
        "shape": list(tensor.shape),
        "format": found.source.name,
        "count": counts.total,
        "zero": counts.zero,
        "nan": counts.nan,
        "infinite": counts.infinite,
        "min_nonzero": _text(found.least),
        "max": _text(found.greatest),
        "distinct": found.distinct,
        "median_exponent": found.median_exponent,
        "exponents": {str(exponent): count for exponent, count in found.exponents.items()},
        "formats": {fmt.name: _of_format(found, fmt, question) for fmt in question.formats},
        **(_of_pair(pair) if pair else {}),
    }


def _of_pair(pair: Paired) -> Json:
    return {
        "gradient": pair.gradient,
        "lr": exact_decimal(Fraction(pair.rate)),
        "swallowed": {fmt.name: _of_kept(kept) for fmt, kept in pair.kept.items()},
    }


def _of_kept(kept: Kept) -> Json:
    in_format, in_master = (
        {name: None if found is None else getattr(found, name) for name in UPDATES}
        for found in kept
    )
    return {**in_format, "master_copy": in_master}


def _text(value: Fraction | None) -> str | None:
    return None if value is None else exact_decimal(value)


def _of_format(found: Census, fmt: Format, question: Question) -> Json:
    scaling = found.scalings[fmt]
    return {
        "k_best": scaling.best,
        "k_hi": scaling.highest,
        "k_lo": scaling.lowest,
        "scales": {
            str(scale): _at(found, fmt, scale, question)
            for scale in found.scales(fmt, question.scales)
        },
    }


def _at(found: Census, fmt: Format, scale: int, question: Question) -> Json:
    fate, quality = found.fate(fmt, scale, question.rules), found.qualities.get((fmt, scale))
    counts = {name: getattr(fate, name) for name in TOLD}
    sqnr = None if quality is None else quality.sqnr_db
    return {
        **counts,
        "exact": None if quality is None else quality.exact,
        "sqnr_db": None if sqnr is None else round(sqnr, 6),
    }
