"""What is counted of tensors, and when."""

from __future__ import annotations

from fractions import Fraction

import numpy as np
import pytest

from fpviz.core.formats import find_format
from fpviz.data.census.fates import SCALES as COUNTED
from fpviz.model.view_values import SCALES


@pytest.fixture
def tensors(session, tmp_path):
    path = tmp_path / "x.npz"
    np.savez(path, a=np.float32([0, 1, 2.0**-30]), b=np.float32([1, 2]))
    session.tensors.shelf.open_paths([path])
    session.tensors.wait()
    return session.tensors


def test_scenes_know_the_scales_of_a_census():
    assert SCALES == COUNTED


def test_nothing_is_counted_that_nobody_wants(tensors):
    assert not tensors.counter.counting.is_busy
    assert not any(tensors.counter.summary(each) for each in tensors.shelf.entries)


def test_what_is_listed_is_counted_one_after_another(tensors):
    tensors.counter.want_listed(tensors.shelf.entries)
    tensors.wait()
    first, second = map(tensors.counter.summary, tensors.shelf.entries)
    assert (first.zero, first.exponents, first.nonzero) == (1, {-30: 1, 0: 1}, 2)
    assert second.exponents == {0: 1, 1: 1}
    fp16 = find_format("fp16")
    assert (first.losses[fp16].flushed[40], second.losses[fp16].flushed[40]) == (1, 0)


def test_the_census_is_of_what_is_looked_at_and_then_its_errors(tensors):
    tensors.counter.want_census()
    tensors.wait()
    assert tensors.counter.census().greatest == Fraction(1)
    tensors.counter.want_census()
    tensors.wait()
    quality = tensors.counter.qualities()[find_format("fp16")]
    assert (quality.exact, quality.lost) == (2, 0)
    tensors.shelf.set_scale(10)
    assert tensors.counter.qualities() == {}


def test_another_format_is_counted_for(tensors, session):
    tensors.counter.want_census()
    tensors.wait()
    session.document.add_format(find_format("fp8_e5m2"))
    assert tensors.counter.census() is None
    tensors.counter.want_census()
    tensors.wait()
    assert find_format("fp8_e5m2") in tensors.counter.census().scalings


def test_who_types_a_value_has_nothing_counted_anew(tensors, session, qtbot):
    session.document.activate(find_format("bf16"))
    with qtbot.assertNotEmitted(tensors.counter.counted):
        session.document.set_code(find_format("bf16"), 0x3F80)


def test_what_is_cancelled_is_counted_once_something_is_chosen(tensors):
    tensors.cancel()
    tensors.counter.want_census()
    tensors.wait()
    assert tensors.counter.census() is None
    tensors.shelf.choose(tensors.shelf.entries[1])
    tensors.counter.want_census()
    tensors.wait()
    assert tensors.counter.census().greatest == 2


def test_other_files_leave_nothing_of_those_before(tensors, tmp_path):
    tensors.counter.want_listed(tensors.shelf.entries)
    tensors.wait()
    np.savez(tmp_path / "x.npz", a=np.float32([4]))
    tensors.shelf.open_paths([tmp_path / "x.npz"])
    tensors.wait()
    assert tensors.counter.summary(tensors.shelf.entries[0]) is None
    tensors.counter.want_census()
    tensors.wait()
    assert tensors.counter.census().greatest == 4
