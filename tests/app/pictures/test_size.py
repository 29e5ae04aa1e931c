"""Sizes of pictures: one grammar, pixels or millimetres, CSS's relation between them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fpviz.app.pictures.size import Size, SizeError, Unit, parse_size


@pytest.mark.parametrize(
    ("text", "size"),
    [
        ("1440x900", Size(1440, 900)),
        ("800", Size(800)),
        ("800x600px", Size(800, 600)),
        ("160x90mm", Size(160, 90, Unit.MM)),
        (" 84.5MM ", Size(84.5, None, Unit.MM)),
    ],
)
def test_what_a_size_says(text, size):
    assert parse_size(text) == size


def test_an_inch_has_96_pixels():
    assert Size(25.4, 50.8, Unit.MM).pixels == (96, 192)
    assert Size(160, None, Unit.MM).pixels == (pytest.approx(604.7244), None)
    assert Size(800, 600).pixels == (800, 600)


@pytest.mark.parametrize(
    "text",
    ["", "800x", "x600", "160mmx90mm", "160 x 90", "1e3x5", "٣٠٠x٢٠٠", "-5x9", "10001x900", "14mm"],
)
def test_what_is_no_size_is_said_in_one_line(text):
    with pytest.raises(SizeError) as error:
        parse_size(text)
    assert text[:40] in str(error.value)
    assert "\n" not in str(error.value)


@given(
    st.sampled_from(Unit).flatmap(
        lambda unit: st.builds(
            Size,
            st.integers(50_000, 2_500_000).map(lambda n: n / 1000),
            st.none() | st.integers(50_000, 2_500_000).map(lambda n: n / 1000),
            st.just(unit),
        )
    )
)
def test_a_size_is_read_back(size):
    again = parse_size(str(size))
    assert again.unit is size.unit
    assert again.pixels[0] == pytest.approx(size.pixels[0], rel=1e-5)
    assert (again.height is None) == (size.height is None)
