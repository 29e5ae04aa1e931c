"""How much of an exhaustive test each run of the suite does: a share, and the sweep all of it."""

from __future__ import annotations

from collections.abc import Iterable

import pytest
from _pytest.mark import ParameterSet


def strided(stride: int) -> pytest.MarkDecorator:
    """Runs a test on each ``stride``-th of its cases, and in the sweep on each of them."""
    each = pytest.param(1, marks=pytest.mark.sweep, id="all")
    return pytest.mark.parametrize("stride", [pytest.param(stride, id=f"one in {stride}"), each])


def one_in(stride: int, cases: Iterable[object], start: int = 0) -> list[ParameterSet]:
    """Cases of which each ``stride``-th runs at any time, and the others in the sweep."""
    return [
        pytest.param(
            *(case if isinstance(case, tuple) else (case,)),
            marks=() if at % stride == start else pytest.mark.sweep,
        )
        for at, case in enumerate(cases)
    ]
