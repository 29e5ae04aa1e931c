"""The geometry of the bit grid: aligned by weight, wrapped where there is no room."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fpviz.core.formats import CATALOGUE, FieldKind, find_format
from fpviz.widgets.bit_grid.layout import (
    Arrangement,
    CellPlace,
    aligns,
    by_bit,
    grid_layout,
    shapes,
)
from tests.eighths import EIGHTHS

PITCHES = (10.0, 17.0)
some_formats = st.lists(st.sampled_from([*CATALOGUE, EIGHTHS]), min_size=1, max_size=8, unique=True)


def rows_of(formats):
    """Each format with the fields that its codes may have."""
    return [(fmt, fields) for fmt in formats for fields in shapes(fmt)]


@given(some_formats, st.floats(250, 3000))
def test_a_digit_column_is_worth_the_same_in_every_aligned_row(formats, width):
    layout = grid_layout(formats, Arrangement.ALIGNED, 120, width, PITCHES)
    columns = {}
    for fmt, fields in rows_of(formats):
        places = layout.places(fmt, fields)
        assert places.is_aligned == aligns(fmt)
        if not places.is_aligned:
            continue
        for field in fields:
            if field.weight is None:
                continue
            for bit in range(field.width):
                cell = places.cells[field.low + bit]
                assert columns.setdefault(field.weight + bit, cell) == cell
        ones = CellPlace(pytest.approx(layout.point - layout.pitch), 0)
        assert (places.hidden or columns[0]) == ones


@given(some_formats, st.floats(250, 3000), st.sampled_from(Arrangement))
def test_cells_never_overlap_and_stay_inside(formats, width, arrangement):
    layout = grid_layout(formats, arrangement, 120, width, PITCHES)
    assert PITCHES[0] <= layout.pitch <= PITCHES[1]
    for fmt, fields in rows_of(formats):
        places = layout.places(fmt, fields)
        spots = sorted((place.line, place.x) for place in places.cells)
        if places.hidden is not None:
            spots = sorted([*spots, (places.hidden.line, places.hidden.x)])
        for (line, x), (next_line, next_x) in itertools.pairwise(spots):
            assert next_line > line or next_x - x >= layout.pitch * 0.999
        assert max(line for line, _ in spots) == places.lines - 1 < layout.lines(fmt)
        assert min(x for _, x in spots) >= 119.9
        if width > 500:
            assert max(x for _, x in spots) + layout.pitch <= 120 + width + layout.pitch


def test_long_integers_and_codes_without_digits_stand_packed_among_the_aligned():
    names = ("fp16", "int16", "int64", "q8.8", "posit8", "posit64")
    assert [aligns(find_format(name)) for name in names] == [True, True, False, True, True, False]


@given(st.integers(0, 255))
def test_the_cells_of_a_posit_follow_its_fields(code):
    posit = find_format("posit8")
    layout = grid_layout([posit], Arrangement.ALIGNED, 0, 700, PITCHES)
    fields = posit.fields(code)
    cells = layout.places(posit, fields).cells
    for field in fields:
        assert (cells[field.low].x > layout.point) == (field.kind is FieldKind.FRACTION)


def test_the_order_of_cells_is_that_of_the_code():
    layout = grid_layout([find_format("fp128")], Arrangement.PACKED, 0, 700, PITCHES)
    cells = layout.places(find_format("fp128")).cells
    order = sorted(range(128), key=lambda index: (cells[index].line, cells[index].x))
    assert order == list(range(127, -1, -1))


def test_a_wide_row_wraps_only_where_it_must():
    fp64, fp128 = (find_format(name) for name in ("fp64", "fp128"))
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
