"""What every test shares: one hypothesis profile, and the long sweeps left out unless asked for."""

from __future__ import annotations

import pytest
from hypothesis import settings

# Some examples build numbers of a hundred thousand bits: their time says nothing about a defect.
settings.register_profile("fpviz", deadline=None, print_blob=True)
settings.load_profile("fpviz")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Deselect the tests marked ``sweep``, unless ``-m`` speaks of them."""
    if "sweep" in config.option.markexpr:
        return
    swept = [item for item in items if item.get_closest_marker("sweep")]
    if swept:
        config.hook.pytest_deselected(items=swept)
        items[:] = [item for item in items if not item.get_closest_marker("sweep")]
