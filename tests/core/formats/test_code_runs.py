"""Runs of codes against the class and the place of every code."""

from __future__ import annotations

import random

import pytest

from fpviz.core.formats import CATALOGUE
from fpviz.core.formats.code_runs import code_runs
from tests.eighths import FixedPoint

IN_RUNS = [fmt for fmt in CATALOGUE if fmt.has_consecutive_codes]


def some_codes(fmt, runs):
    """All codes of a short format; of a long one random ones, and those at the ends of runs."""
    end = 1 << fmt.width
    if fmt.width <= 8:
        return range(end)
    drawn = random.Random(fmt.name)
    ends = [place for run in runs for place in run.codes(run.places)]
    return [
        *((place + off) % end for place in ends for off in (-1, 0, 1)),
        *(drawn.randrange(end) for _ in range(40)),
    ]


@pytest.mark.parametrize("fmt", IN_RUNS, ids=lambda fmt: fmt.name)
def test_a_code_lies_in_the_run_of_its_class_and_place(fmt):
    runs = code_runs(fmt)
    for code in some_codes(fmt, runs):
        inside = [run for run in runs if _is_in(run, run.places, code)]
        if fmt.is_nan(code):
            assert not inside
            continue
        (run,) = inside
        negative, place = fmt.sign_and_place(code)
        assert (run.number_class, run.negative) == (fmt.number_class(code), negative)
        assert run.codes(range(place, place + 1)) == (code, code)


def _is_in(run, places, code):
    first, last = run.codes(places)
    return first <= code <= last


def test_some_families_have_none():
    names = {fmt.name for fmt in CATALOGUE} - {fmt.name for fmt in IN_RUNS}
    assert {"x87", "hif8", "decimal64", "ibm32"} <= names
    assert code_runs(FixedPoint()) == ()
