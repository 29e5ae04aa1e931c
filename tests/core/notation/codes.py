"""Codes that notations must get right: the specials of each format, and some others."""

from __future__ import annotations

import random

from hypothesis import strategies as st

from fpviz.core.formats import CATALOGUE, NAMED_SPECIALS, Format, binary_layout, custom, find_format

FORMATS = (
    *CATALOGUE,
    *map(find_format, ("e5m7", "e4m3b11", "e3m2fn", "e5m10fnuz", "ue6m0", "e2m3b-4finite")),
    *map(find_format, ("e8m23b100", "e11m60", "e15m113", "e17m200")),
)


def telling_codes(fmt: Format) -> list[int]:
    """Every code of a small format; of a large one the special ones, each sign, and a few more."""
    if fmt.width <= 6:
        return list(range(1 << fmt.width))
    if binary_layout(fmt) is None:
        return _codes_of_note(fmt)
    top = fmt.exponent_mask << fmt.fraction_width
    quiet = 1 << max(fmt.fraction_width - 1, 0)
    magnitudes = {0, 1, fmt.min_normal_code, fmt.largest_code, fmt.largest_code - 1, top, top + 1}
    magnitudes |= {abs(fmt.min_normal_code - 1), top | quiet, top | quiet | 1, fmt.magnitude_mask}
    magnitudes |= {top | quiet | quiet >> 1 | 5}  # a payload at both ends
    rng = random.Random(fmt.width)
    magnitudes |= {rng.getrandbits(fmt.width) for _ in range(4)}
    magnitudes = {code & fmt.magnitude_mask for code in magnitudes}
    return sorted({code | sign for code in magnitudes for sign in (0, fmt.sign_mask)})


def _codes_of_note(fmt: Format) -> list[int]:
    """Those at both ends of the values of each sign, and a few others."""
    signs = (False, True) if fmt.signed else (False,)
    places = {fmt.smallest_place, fmt.min_normal_place, fmt.largest_place}
    found = {fmt.code_at(place, sign) for place in places for sign in signs}
    rng = random.Random(fmt.name)
    return sorted(found | {0} | {rng.getrandbits(fmt.width) for _ in range(3)})


CASES = [(fmt, code) for fmt in FORMATS for code in telling_codes(fmt)]


@st.composite
def codes(draw: st.DrawFn) -> tuple[Format, int]:
    """Any code of a format of the catalogue, or of a custom one."""
    made = st.builds(
        custom,
        st.integers(2, 12),
        st.integers(1, 130),
        specials=st.sampled_from(NAMED_SPECIALS),
    )
    fmt = draw(st.sampled_from(CATALOGUE) | made)
    code = st.integers(0, (1 << fmt.width) - 1) | st.sampled_from(telling_codes(fmt))
    return fmt, draw(code)
