"""Which order and which format make sense of data, and why: a ranking that hides none.

Values that people store are finite, of a moderate size, of few exponents, short in decimal, and
near to the one before. Each of these is a share between 0 and 1 that is weighed; read in a wrong
order, the last digits of a number take the place of its exponent, and hardly any holds.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from fpviz.core.arithmetic.rounding import encode
from fpviz.core.arrays.conversion import decode_array
from fpviz.core.formats import Format, NumberClass, find_format
from fpviz.core.formats.decoding import decode
from fpviz.core.numbers import Finite, Infinity, NaN, Number
from fpviz.core.phrase import Phrase, phrase
from fpviz.data.dump import Dump
from fpviz.data.layout.brevity import digits_of
from fpviz.data.layout.layout import CodeArray, DumpLayout
from fpviz.data.layout.orders import Order

SAMPLE = 512
"""Elements that are looked at."""

_SHORTEST = 48
"""Elements whose shortest decimals are looked at."""

_USUAL_EXPONENT = 16
"""Half as likely as 1 are values about 2^-16 and 2^16."""


class Sampled(NamedTuple):
    """Elements that are judged: as codes, and as values of float64."""

    fmt: Format
    codes: CodeArray
    values: npt.NDArray[np.float64]

    @property
    def finite(self) -> npt.NDArray[np.float64]:
        return self.values[np.isfinite(self.values)]

    @property
    def exponents(self) -> npt.NDArray[np.float64]:
        """Exponents of what is finite and not zero."""
        found = self.finite
        exponents: npt.NDArray[np.float64] = np.frexp(found[found != 0])[1] - 1.0
        return exponents


class Criterion(NamedTuple):
    """A share that speaks for a reading, its weight, and what it says where it is high;
    ``of_first`` is said instead where there are more elements than are looked at."""

    weight: float
    share: Callable[[Sampled], float | None]
    said: Phrase
    of_first: Phrase | None = None


def _finite_share(found: Sampled) -> float | None:
    values = found.values
    return float(np.isfinite(values).mean() + np.isinf(values).mean() / 2)


def _moderate(found: Sampled) -> float | None:
    """How near to 1 values are, in binary exponents; subnormal numbers are hardly ever meant."""
    exponents = found.exponents
    if not exponents.size:
        return 0.5
    shares = 1 / (1 + (exponents / _USUAL_EXPONENT) ** 2)
    return float(np.mean(np.where(exponents < found.fmt.emin, shares / 4, shares)))


def _together(found: Sampled) -> float | None:
    """How near exponents are to each other; those of subnormal numbers cannot lie far apart."""
    exponents = found.exponents[found.exponents >= found.fmt.emin]
    return None if exponents.size < 2 else float(1 / (1 + np.std(exponents) / 3))


def _short(found: Sampled) -> float | None:
    """How few digits tell values; those of subnormal numbers are always few."""
    codes = found.codes[:_SHORTEST].tolist()
    digits = [
        digits_of(found.fmt, code)
        for code, value in zip(codes, found.values[:_SHORTEST], strict=True)
        if np.isfinite(value) and found.fmt.number_class(code) is not NumberClass.SUBNORMAL
    ]
    most = max(2, found.fmt.precision * 302 // 1000 + 2)
    return sum(max(0.0, 1 - (each - 1) / (most - 1)) for each in digits) / len(codes)


def _near(found: Sampled) -> float | None:
    values = found.finite
    if values.size < 3:
        return None
    with np.errstate(over="ignore", invalid="ignore"):
        size = float(np.median(np.abs(values)))
        apart = float(np.median(np.abs(np.diff(values))))
    return max(0.0, 1 - apart / size) if size and np.isfinite(apart) else float(apart == 0)


def _small(found: Sampled) -> float | None:
    bits = np.log2(np.abs(found.values) + 1)
    return float(1 - np.mean(bits) / found.fmt.width)


def _counted(found: Sampled) -> float | None:
    """How few bits it takes to say by how much each differs from the one before; of codes, as
    float64 does not tell long integers apart."""
    if found.codes.size < 2 or found.codes.dtype == object:
        return None
    places = found.codes.astype(np.uint64)
    if found.fmt.signed:
        places ^= np.uint64(1 << found.fmt.width - 1)
    before, behind = places[:-1], places[1:]
    apart = np.where(before > behind, before - behind, behind - before).astype(np.float64)
    return float(1 - np.mean(np.log2(apart + 1)) / found.fmt.width)


_YEARS = ((0.94e9, 2.3e9), (0.94e12, 2.3e12), (0.94e15, 2.3e15), (0.94e18, 2.3e18))
"""From 2000 to 2042, in seconds since 1970, and in thousandths of them, and so on."""


def _dated(found: Sampled) -> float | None:
    if found.fmt.width < 32:
        return None
    hits = [np.mean((found.values >= low) & (found.values < high)) for low, high in _YEARS]
    share = float(max(hits))
    return share if share == 1 else None


_BINARY64 = find_format("fp64")
_FINITE = phrase("all are finite")
_FIRST_FINITE = phrase("the first {count} are finite", count=str(SAMPLE))
_DATES = Criterion(
    2,
    _dated,
    phrase("all may be times of this century, since 1970"),
    phrase("the first {count} may be times of this century, since 1970", count=str(SAMPLE)),
)
FLOATING = (
    Criterion(3, _finite_share, _FINITE, _FIRST_FINITE),
    Criterion(4, _moderate, phrase("moderate in size")),
    Criterion(3, _together, phrase("few exponents")),
    Criterion(3, _short, phrase("short decimals")),
    Criterion(1, _near, phrase("neighbours are near each other")),
    _DATES,
)
WHOLE = (
    Criterion(3, _small, phrase("small integers")),
    Criterion(4, _counted, phrase("neighbours are near each other")),
    _DATES,
)
_SAID_FROM = 0.75
"""The share from which a criterion is a reason."""


@dataclass(frozen=True, slots=True)
class Judged:
    """A layout with how plausible it is, from 0 to 1, and why."""

    layout: DumpLayout
    score: float
    reasons: tuple[Phrase, ...]


def judged(dump: Dump, layout: DumpLayout) -> Judged:
    """How plausible a layout is: the first elements, and what the text itself says of orders."""
    found = _by_values(dump, layout)
    if not _is_said(dump, layout):
        return found
    return Judged(layout, (2 * found.score + 1) / 3, (phrase("as the text says"), *found.reasons))


def _by_values(dump: Dump, layout: DumpLayout) -> Judged:
    """How plausible the first elements are in a layout, whatever is said of it."""
    codes = layout.codes(dump, 0, SAMPLE)
    if not codes.size:
        return Judged(layout, 0.0, ())
    found = Sampled(layout.fmt, codes, values_of(layout.fmt, codes))
    shares = [
        (each, share) for each in _criteria(layout.fmt) if (share := each.share(found)) is not None
    ]
    score = sum(each.weight * share for each, share in shares) / sum(e.weight for e, _ in shares)
    are_first = layout.count(dump) > codes.size
    reasons = [
        (each.of_first if are_first else None) or each.said
        for each, share in shares
        if share > _SAID_FROM and (each.said is not _FINITE or share == 1)
    ]
    return Judged(layout, score, tuple(reasons))


def values_of(fmt: Format, codes: CodeArray) -> npt.NDArray[np.float64]:
    """The values as float64, rounded where it does not hold them."""
    try:
        return decode_array(fmt, codes).astype(np.float64)
    except ValueError:
        return np.array([_rounded(decode(fmt, code).number) for code in codes.tolist()])


def _rounded(number: Number) -> float:
    match number:
        case Finite():
            return float(np.uint64(encode(_BINARY64, number).code).view(np.float64))
        case Infinity(negative):
            return -np.inf if negative else np.inf
        case NaN():
            return np.nan


def _criteria(fmt: Format) -> Sequence[Criterion]:
    return WHOLE if fmt.is_fixed_point else FLOATING


def _is_said(dump: Dump, layout: DumpLayout) -> bool:
    """Whether the text itself speaks for an order: little-endian words were taken apart, or words
    are as wide as elements."""
    said = Order.DCBA if dump.taken_apart else Order.ABCD
    same = bool(dump.taken_apart) or dump.unit == layout.fmt.width
    return same and layout.order is said and layout.has_whole_bytes and layout.fmt.width > 8


def ranked(dump: Dump, layouts: Sequence[DumpLayout]) -> tuple[Judged, ...]:
    """Layouts from the most plausible on; none is left out."""
    found = [judged(dump, layout) for layout in layouts]
    return tuple(sorted(found, key=lambda each: -each.score))


def word_of(dump: Dump, fmt: Format) -> int:
    """Bits of the words that a word order turns round: registers of 16, unless words are wider."""
    return dump.unit if 16 <= dump.unit < fmt.width else 16
