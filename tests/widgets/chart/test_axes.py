"""Where the axis of a chart says addresses."""

from __future__ import annotations

import pytest

from fpviz.widgets.chart.axes import aligned


@pytest.mark.parametrize(
    ("base", "apart", "first", "last", "places"),
    [
        (0, 4, 0, 15, [0, 4, 8, 12]),
        (0x100, 4, 3, 18, [4, 8, 12, 16]),
        (0x1004, 2, 0, 15, [2, 6, 10, 14]),
        (0, 4, 5, 5, [5]),
        (0, 4, 0, 3, [0, 1, 2, 3]),
    ],
)
def test_addresses_that_are_told_are_round(base, apart, first, last, places):
    found = aligned(lambda place: base + apart * place, first, last, 4)
    assert list(found) == places


def test_elements_that_begin_amid_addresses_are_told_as_well():
    assert list(aligned(lambda place: place // 2, 0, 7, 4)) == [0, 2, 4, 6]


def test_a_billion_elements_have_few_labels():
    found = aligned(lambda place: 2 * place, 12_345, 10**9, 8)
    assert 2 <= len(found) <= 9
    assert all(place * 2 % (1 << 20) == 0 for place in found)
