"""Filters and searches through blocks, against the whole row at once."""

from __future__ import annotations

import tracemalloc

import numpy as np
import pytest

from fpviz.core.formats import find_format
from fpviz.core.numbers import finite
from fpviz.data.dump import Dump
from fpviz.data.files import file_content
from fpviz.data.layout.layout import DumpLayout
from fpviz.data.layout.orders import Order
from fpviz.data.scanning import search
from fpviz.data.scanning.predicates import ANOMALY, find_predicate
from fpviz.data.scanning.search import FIRST_BLOCK, matches, next_match, reason
from tests.data.scanning.reference import dump_of

BF16, FP16, FP32 = map(find_format, ("bf16", "fp16", "fp32"))
NAN = find_predicate("nan")
BEYOND = 8 * FIRST_BLOCK


@pytest.fixture(scope="module")
def column():
    """(dump, layout, places of NaNs): they stand at the ends of blocks, and somewhere."""
    codes = np.full(BEYOND, 0x3C00, ">u2")
    places = [0, 5, FIRST_BLOCK - 1, FIRST_BLOCK, 3 * FIRST_BLOCK, 5000, BEYOND - 1]
    codes[places] = 0x7E00
    return Dump(codes.tobytes()), DumpLayout(FP16), sorted(places)


def test_all_matches_are_found_in_order_or_those_of_a_range(column):
    dump, layout, places = column
    found = matches(dump, layout, NAN)
    assert (found.indices.tolist(), found.count) == (places, len(places))
    assert found.indices.dtype == np.int64
    some = matches(dump, layout, NAN, range(5, 3 * FIRST_BLOCK))
    assert some.indices.tolist() == [p for p in places if 5 <= p < 3 * FIRST_BLOCK]
    assert matches(dump, layout, NAN, range(7, 7)).count == 0


def test_what_is_too_many_is_counted(column, monkeypatch):
    dump, layout, places = column
    monkeypatch.setattr(search, "MOST", 3)
    found = matches(dump, layout, NAN)
    assert (found.indices.tolist(), found.count) == (places[:3], len(places))


def test_the_next_match_forward_and_backward(column):
    dump, layout, places = column
    for start in (*places, 6, 4999, 5001, BEYOND - 2):
        after = next((p for p in places if p >= start), None)
        before = max((p for p in places if p <= start), default=None)
        assert next_match(dump, layout, NAN, range(start, BEYOND)) == after
        assert next_match(dump, layout, NAN, range(start, -1, -1)) == before
    assert next_match(dump, layout, find_predicate("zero"), range(BEYOND)) is None
    assert next_match(dump, layout, NAN, range(BEYOND + 9, -1, -1)) == BEYOND - 1


def test_a_search_tells_how_far_it_is_and_can_be_ended(column):
    dump, layout, _ = column
    shares: list[float] = []
    matches(dump, layout, NAN, None, shares.append)
    assert shares == sorted(shares)
    assert (len(shares) > 3, shares[-1]) == (True, 1.0)

    def enough(share):
        raise InterruptedError

    with pytest.raises(InterruptedError):
        matches(dump, layout, NAN, None, enough)


def test_neighbours_across_blocks_count(column):
    dump = dump_of(FP16, [0x3C00] * FIRST_BLOCK + [0x4000] * 9)
    step = find_predicate("step", finite(0))
    assert matches(dump, DumpLayout(FP16), step).indices.tolist() == [FIRST_BLOCK]
    assert matches(dump, DumpLayout(FP16), step, range(FIRST_BLOCK, FIRST_BLOCK + 5)).count == 1


def test_an_anomaly_says_why():
    dump = dump_of(FP32, [0x3F800000] * 40 + [0x7F000000, 0x3F800000, 0x7FC00000, 0x2F800000, 0])
    layout = DumpLayout(FP32)
    assert matches(dump, layout, ANOMALY).indices.tolist() == [40, 42, 43]
    assert [str(reason(dump, layout, ANOMALY, place)) for place in (40, 42, 43)] == [
        "its exponent 127 is 127 above the median of those before, 0",
        "not a number",
        "its exponent -32 is 32 below the median of those before, 0",
    ]
    assert str(reason(dump, layout, NAN, 42)) == "NaN"


@pytest.fixture(scope="module")
def sparse(tmp_path_factory):
    """A file of 2·10^9 bytes, of which but a few exist."""
    path = tmp_path_factory.mktemp("sparse") / "dump.bin"
    with path.open("wb") as file:
        file.seek(1_999_999_000)
        file.write(b"\x7f\xc0")
        file.truncate(2_000_000_000)
    return Dump(file_content(path)), DumpLayout(BF16, Order.ABCD)


PLANTED = 999_999_500


def test_the_end_of_a_large_file_is_near(sparse):
    dump, layout = sparse
    end = layout.count(dump)
    assert end == 1_000_000_000
    assert layout.codes(dump, PLANTED, 2).tolist() == [0x7FC0, 0]
    assert next_match(dump, layout, NAN, range(end - 1, -1, -1)) == PLANTED
    assert next_match(dump, layout, ANOMALY, range(end - 900, end)) == PLANTED


@pytest.mark.sweep
def test_what_is_planted_in_a_large_file_is_found_in_little_memory(sparse):
    dump, layout = sparse
    assert next_match(dump, layout, NAN, range(layout.count(dump))) == PLANTED
    tracemalloc.start()
    found = matches(dump, layout, find_predicate("zero"))
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert (found.count, len(found.indices)) == (layout.count(dump) - 1, search.MOST)
    assert most < 300 << 20
