"""The geometry of the bit grid: aligned by weight, wrapped where there is no room."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fpviz.core.formats import CATALOGUE, FieldKind, find_format
from fpviz.widgets.bit_grid.layout import Arrangement, by_bit, grid_layout
from tests.eighths import EIGHTHS

PITCHES = (10.0, 17.0)
some_formats = st.lists(st.sampled_from([*CATALOGUE, EIGHTHS]), min_size=1, max_size=8, unique=True)


@given(some_formats, st.floats(250, 3000))
def test_a_fraction_column_is_worth_the_same_in_every_row(formats, width):
    fields = [fmt.shape for fmt in formats]
    layout = grid_layout(fields, Arrangement.ALIGNED, 120, width, PITCHES)
    columns = {}
    for fmt in formats:
        places = layout.places(fmt.shape)
        for field in fmt.shape:
            if field.weight is None:
                continue
            for bit in range(field.width):
                cell = places.cells[field.low + bit]
                assert columns.setdefault(field.weight + bit, cell) == cell
        assert places.hidden is not None
        assert places.hidden.x + layout.pitch == pytest.approx(layout.point)


@given(some_formats, st.floats(250, 3000), st.sampled_from(Arrangement))
def test_cells_never_overlap_and_stay_inside(formats, width, arrangement):
    layout = grid_layout([fmt.shape for fmt in formats], arrangement, 120, width, PITCHES)
    assert PITCHES[0] <= layout.pitch <= PITCHES[1]
    for fmt in formats:
        places = layout.places(fmt.shape)
        spots = sorted((place.line, place.x) for place in places.cells)
        if places.hidden is not None:
            spots = sorted([*spots, (places.hidden.line, places.hidden.x)])
        for (line, x), (next_line, next_x) in itertools.pairwise(spots):
            assert next_line > line or next_x - x >= layout.pitch * 0.999
        assert max(line for line, _ in spots) == places.lines - 1
        assert min(x for _, x in spots) >= 119.9
        if width > 500:
            assert max(x for _, x in spots) + layout.pitch <= 120 + width + layout.pitch


def test_the_order_of_cells_is_that_of_the_code():
    layout = grid_layout([find_format("fp128").shape], Arrangement.PACKED, 0, 700, PITCHES)
    cells = layout.places(find_format("fp128").shape).cells
    order = sorted(range(128), key=lambda index: (cells[index].line, cells[index].x))
    assert order == list(range(127, -1, -1))


def test_a_wide_row_wraps_only_where_it_must():
    fp64, fp128 = (find_format(name).shape for name in ("fp64", "fp128"))
    wide = grid_layout([fp64, fp128], Arrangement.ALIGNED, 100, 950, PITCHES)
    assert wide.places(fp64).lines == 1
    assert wide.places(fp128).lines > 1
    narrow = grid_layout([fp64], Arrangement.ALIGNED, 100, 450, PITCHES)
    assert narrow.places(fp64).lines > 1


def test_fields():
    fp16 = find_format("fp16")
    kinds = [field.kind for field in by_bit(fp16.shape)]
    assert kinds == [FieldKind.FRACTION] * 10 + [FieldKind.EXPONENT] * 5 + [FieldKind.SIGN]
    assert by_bit(find_format("e8m0").shape)[7].kind is FieldKind.EXPONENT
