"""Elements that stick out: no numbers, infinities, and magnitudes unlike those before.

The neighbourhood of an element are the exponents of those of the 64 before it that are finite and
not zero, at least 4 of them; what lies more than so many binades above or below their median (of
two in the middle, the lower) is an anomaly. A zero is none.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import numpy.typing as npt

from fpviz.core.arrays.exponents import NO_EXPONENT, Exponents, exponent_array
from fpviz.core.formats import Format, NumberClass
from fpviz.core.formats.decoding import class_said, decode
from fpviz.core.phrase import Phrase, phrase
from fpviz.data.layout.layout import CodeArray
from fpviz.data.scanning.code_sets import NO_NUMBERS, Sought, Truths, code_test

NEIGHBOURS = 64
ENOUGH = 4
BINADES = 16
"""How many binades off is too many, if nothing else is said."""

_NONE = 1 << 30
_ODD = Sought(NO_NUMBERS | {NumberClass.INFINITE})


def anomalies(fmt: Format, codes: CodeArray, lead: int, binades: int) -> Truths:
    """Which of the codes behind the first ``lead`` stick out; those are the ones before."""
    exponents = exponent_array(fmt, codes)
    missing = NEIGHBOURS - lead
    if missing > 0:
        exponents = np.concatenate([np.full(missing, NO_EXPONENT, np.int32), exponents])
    return code_test(_ODD, fmt)(codes[lead:]) | _jumps(exponents, binades)


def _jumps(exponents: Exponents, binades: int) -> Truths:
    """Of each exponent behind the first 64, whether it is far from those before.

    The median lies between the least and the greatest: only who is far from one of them needs it.
    """
    own, none = exponents[NEIGHBOURS:], exponents == NO_EXPONENT
    least = _windows(np.minimum, np.where(none, _NONE, exponents))
    greatest = _windows(np.maximum, exponents)
    far = (own > least + binades) | (own < greatest - binades)
    found: Truths = far & (own != NO_EXPONENT)
    places = np.flatnonzero(found)
    if places.size:
        medians = _medians(exponents, places)
        found[places] = (np.abs(own[places] - medians) > binades) & (medians != NO_EXPONENT)
    return found


def _windows(
    extreme: Callable[[Exponents, Exponents], Exponents], exponents: Exponents
) -> Exponents:
    """The extreme of the 64 before each: of pairs, of pairs of pairs, and so on."""
    found: Exponents = exponents[:-1]
    size = 1
    while size < NEIGHBOURS:
        found = extreme(found[:-size], found[size:])
        size *= 2
    return found


def _medians(exponents: Exponents, places: npt.NDArray[np.intp]) -> Exponents:
    """The medians of the 64 before some places; ``NO_EXPONENT`` where there are too few."""
    windows = np.lib.stride_tricks.sliding_window_view(exponents, NEIGHBOURS)[places]
    ordered = np.sort(windows, axis=1)  # what has no exponent comes first
    none = (ordered == NO_EXPONENT).sum(axis=1)
    middle = none + (NEIGHBOURS - none - 1) // 2
    medians: Exponents = ordered[np.arange(len(places)), np.minimum(middle, NEIGHBOURS - 1)]
    medians[none > NEIGHBOURS - ENOUGH] = NO_EXPONENT
    return medians


def anomaly_said(fmt: Format, codes: CodeArray) -> Phrase:
    """Why the last of some codes, behind those of its neighbourhood, sticks out."""
    decoded = decode(fmt, int(codes[-1]))
    if not fmt.is_finite(decoded.code):
        return class_said(decoded)
    before = np.full(NEIGHBOURS, NO_EXPONENT, np.int32)
    known = exponent_array(fmt, codes)
    before[NEIGHBOURS - len(known) + 1 :] = known[:-1]
    median = int(_medians(before, np.array([0]))[0])
    exponent = int(known[-1])
    values = {"binades": str(abs(exponent - median)), "median": str(median)}
    if exponent > median:
        return phrase(
            "its exponent {exponent} is {binades} above the median of those before, {median}",
            exponent=str(exponent),
            **values,
        )
    return phrase(
        "its exponent {exponent} is {binades} below the median of those before, {median}",
        exponent=str(exponent),
        **values,
    )
