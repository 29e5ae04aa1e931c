"""Archives of numpy, stored and deflated."""

from __future__ import annotations

import io
import tracemalloc
import zipfile
from pathlib import Path

import numpy as np
import pytest

from fpviz.core.phrase import Complaint
from fpviz.data.tensors.files import npz
from tests.data.tensors import making

ARRAYS = {
    "weight": np.arange(300, dtype="<f4").reshape(20, 15),
    "other/bias": np.asfortranarray(np.arange(6, dtype=">f2").reshape(2, 3)),
    "none": np.zeros((0, 3)),
}


def read(content):
    return npz.read(Path("x.npz"), content)


@pytest.mark.parametrize("save", [np.savez, np.savez_compressed])
def test_arrays_as_numpy_writes_them(save):
    file = io.BytesIO()
    save(file, **ARRAYS)
    found = read(file.getvalue()).tensors
    assert [each.name for each in found] == list(ARRAYS)
    for tensor, array in zip(found, ARRAYS.values(), strict=True):
        memory = array.astype(array.dtype.newbyteorder("=")).ravel(order="K")
        assert tensor.shape == array.shape
        assert tensor.codes().tolist() == memory.view(f"u{array.itemsize}").tolist()


def test_a_packed_array_is_read_from_anywhere_in_any_order():
    array = np.arange(50_000, dtype="<u4")
    (tensor,) = read(making.archive([("a.npy", making.npy(array))])).tensors
    for start in (40_000, 0, 49_990, 123):
        assert tensor.codes(start, 20).tolist() == array[start : start + 20].tolist()


def packed(count, header=None):
    content = making.npy_head(header, bytes(count)) if header else making.npy(np.zeros(count, "u1"))
    return making.archive([("a.npy", content)])


def test_what_unpacks_to_very_much_is_read_in_little_memory():
    content = packed(1 << 26)
    tracemalloc.start()
    try:
        (tensor,) = read(content).tensors
        assert tensor.codes((1 << 26) - 5).tolist() == [0] * 5
        assert tracemalloc.get_traced_memory()[1] < 60_000_000
    finally:
        tracemalloc.stop()


def with_size(content, size):
    """An archive whose first member says, in both heads, that it unpacks to another size."""
    found, at = bytearray(content), content.rindex(b"PK\x01\x02")
    for place in (22, at + 24):
        found[place : place + 4] = size.to_bytes(4, "little")
    return bytes(found)


HEAD = "{'descr': '|u1', 'fortran_order': False, 'shape': (%d,), }"


@pytest.mark.parametrize("size", [1 << 20, 1 << 31])
def test_a_size_that_lies(size):
    content = with_size(packed(100, HEAD % (1 << 19)), size)
    with pytest.raises(Complaint, match=r"'a\.npy' is damaged"):
        read(content).tensors[0].codes()


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"", "no archive"),
        (b"PK\x05\x06" + bytes(18), "no array"),
        (making.archive([("a.txt", b"1")]), "no array"),
        (making.archive([("a.npy", b"1")]), "cut short"),
        (making.archive([("a.npy", making.npy(np.zeros(3)))], zipfile.ZIP_LZMA), "packed in a way"),
        (making.archive([("x/data.pkl", b""), ("a.npy", b"")]), "pickle"),
        (making.archive([(f"{n}", b"") for n in range(8193)]), "8193 members"),
        (packed(100, HEAD % 200), "cut short"),
    ],
)
def test_a_damaged_archive_is_refused(content, why):
    with pytest.raises(Complaint, match=why):
        read(content)


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_one_name_is_not_two_arrays():
    with pytest.raises(Complaint, match="two tensors are called 'a'"):
        read(making.archive([("a.npy", making.npy(np.zeros(3)))] * 2))
