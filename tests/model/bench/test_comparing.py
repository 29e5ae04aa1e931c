"""Dumps read and compared, from files, texts and the bench."""

from __future__ import annotations

import struct

import pytest

from fpviz.core.formats import find_format
from fpviz.core.phrase import Complaint
from fpviz.data.asked_tolerance import AskedTolerance
from fpviz.data.edits import Edit
from fpviz.data.layout.orders import Order
from fpviz.model.bench.comparing import DumpsAsked
from fpviz.model.bench.opening import of_path, opened
from fpviz.model.bench.records import DumpOrigin

VALUES = (20.5, 21.25, 19.75, 22.0, 20.0, 21.5)
FP32 = find_format("fp32")


@pytest.fixture
def files(tmp_path):
    """The same values in both byte orders, one of them a neighbour."""
    paths = tmp_path / "golden.bin", tmp_path / "unit.bin"
    paths[0].write_bytes(struct.pack("<6f", *VALUES))
    paths[1].write_bytes(struct.pack(">6f", *VALUES[:5], 21.500001907348633))
    return [of_path(path) for path in paths]


def test_files_in_two_orders(files):
    told = []
    found = DumpsAsked(*files, format=FP32).compare(told.append)
    orders = [each.layout.order for each in (found.expected, found.actual)]
    assert orders == [Order.DCBA, Order.ABCD]
    assert [(each.place, each.ulps) for each in found.found.worst] == [(5, 1)]
    assert found.address(5) == 20
    assert told == sorted(told)
    assert DumpsAsked(*files, AskedTolerance("ulps", "1"), FP32).compare(told.append).found.agree


def test_the_open_dump_is_compared_as_it_is_read_with_its_edits(files):
    wanted, read = opened(files[0], lambda _: None)
    edits = (Edit(wanted.layout, 0, 0), Edit(wanted.layout, 5, 0x41AC0001))
    wanted = type(wanted)(wanted.origin, wanted.syntax, wanted.layout, edits=edits)
    asked = DumpsAsked(wanted, files[1])
    found = asked.compare(lambda _: None)
    assert [each.place for each in found.found.worst] == [0]
    again = DumpsAsked(wanted, files[1], dump=read.edited(edits))
    assert again == asked
    assert again.compare(lambda _: None).found == found.found


@pytest.mark.parametrize(
    ("expected", "actual", "said"),
    [
        (DumpOrigin(text="3f800000"), DumpOrigin(text=""), "there is nothing in it"),
        (
            DumpOrigin(text="3f800000"),
            DumpOrigin(text="?!"),
            "there is nothing in it that is known",
        ),
        (
            DumpOrigin(text="3f800000"),
            DumpOrigin(path="/nowhere/at.all"),
            "at.all: there is no such file or folder",
        ),
    ],
)
def test_what_cannot_be_read_is_named(expected, actual, said):
    with pytest.raises(Complaint) as caught:
        DumpsAsked(expected, actual).compare(lambda _: None)
    assert str(caught.value).startswith(said)


def test_a_file_in_which_nothing_is_known_is_named(tmp_path):
    path = tmp_path / "notes.txt"
    path.write_text("no dump at all, really")
    with pytest.raises(Complaint, match=r"^notes\.txt: there is nothing in it that is known"):
        DumpsAsked(of_path(path), DumpOrigin(text="3f800000")).compare(lambda _: None)


def test_a_job_that_is_no_longer_wanted_ends(files):
    def unwanted(_share):
        raise InterruptedError

    with pytest.raises(InterruptedError):
        DumpsAsked(*files).compare(unwanted)
