"""How much of an exhaustive test each run of the suite does: a share, and the sweep all of it."""

from __future__ import annotations

import pytest


def strided(stride: int) -> pytest.MarkDecorator:
    """Runs a test on each ``stride``-th of its cases, and in the sweep on each of them."""
    each = pytest.param(1, marks=pytest.mark.sweep, id="all")
    return pytest.mark.parametrize("stride", [pytest.param(stride, id=f"one in {stride}"), each])
