"""Which codes of a format a test looks at: a sample in the suite, and all of them in the sweep."""

from __future__ import annotations

from collections.abc import Iterable

import pytest

from fpviz.core.formats import Format

FEW = 10
"""So many bits, and all codes are looked at each time."""


def sampled_and_all(formats: Iterable[Format], step: int = 61) -> list[object]:
    """(format, codes): all codes of narrow formats; of others every ``step``-th, an odd number, and
    as a sweep all."""
    found = []
    for fmt in formats:
        every = range(1 << fmt.width)
        found.append(pytest.param(fmt, every[:: 1 if fmt.width <= FEW else step], id=fmt.name))
        if fmt.width > FEW:
            found.append(pytest.param(fmt, every, id=f"{fmt.name}-all", marks=pytest.mark.sweep))
    return found
