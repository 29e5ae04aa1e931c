"""``.safetensors``, beside the library of the format."""

from __future__ import annotations

import json
import tracemalloc
from pathlib import Path

import ml_dtypes
import numpy as np
import pytest

from fpviz.core.formats import find_format
from fpviz.core.phrase import Complaint
from fpviz.data.tensors.files import read_tensors, safetensors, tensor_paths
from fpviz.data.tensors.types import SAFETENSORS
from tests.data.tensors import making


def read(content):
    return safetensors.read(Path("x.safetensors"), content)


NUMPY = {
    "F64": "f8", "F32": "f4", "F16": "f2", "BF16": ml_dtypes.bfloat16, "I64": "i8", "I32": "i4",
    "I16": "i2", "I8": "i1", "U64": "u8", "U32": "u4", "U16": "u2", "U8": "u1", "BOOL": "?",
    "F8_E4M3": ml_dtypes.float8_e4m3fn, "F8_E5M2": ml_dtypes.float8_e5m2,
}  # fmt: skip


def test_the_library_and_fpviz_read_the_same():
    library = pytest.importorskip("safetensors.numpy")
    written = {
        name: np.array([[0, 1, 1], [1, 0, 1]], kind)
        for name, kind in NUMPY.items()
        if not name.startswith("F8")
    }
    found = read(library.save(written, {"step": "7"}))
    assert dict(found.metadata) == {"step": "7"}
    assert {each.name for each in found.tensors} == set(written)
    for tensor in found.tensors:
        array = written[tensor.name]
        assert (tensor.dtype, tensor.shape) == (tensor.name, (2, 3))
        assert tensor.codes().tolist() == array.ravel().view(f"u{array.itemsize}").tolist()


@pytest.mark.parametrize("dtype", SAFETENSORS)
def test_every_type(dtype):
    fmt = find_format(SAFETENSORS[dtype])
    data = bytes(range(1, 1 + fmt.width * 3))  # eight times three elements
    (tensor,) = read(making.safetensors(("a", dtype, (3, 8), data))).tensors
    bits = int.from_bytes(data, "little")
    expected = [bits >> at * fmt.width & (1 << fmt.width) - 1 for at in range(24)]
    assert (tensor.fmt, tensor.codes().tolist()) == (fmt, expected)


def test_a_complex_number_is_two_and_an_unknown_type_is_listed():
    one, two = read(
        making.safetensors(("a", "C64", (3,), bytes(24)), ("b", "F99", (2,), bytes(5)))
    ).tensors
    assert (one.shape, one.codes().tolist()) == ((3, 2), [0] * 6)
    with pytest.raises(Complaint, match="'F99' is not known"):
        two.codes()


def test_the_parts_of_an_index(tmp_path):
    for number in (1, 2):
        content = making.safetensors((f"w{number}", "U8", (2,), bytes((number, 0))))
        (tmp_path / f"model-{number}.safetensors").write_bytes(content)
    index = tmp_path / "model.safetensors.index.json"
    index.write_text(
        json.dumps({"weight_map": {f"w{n}": f"model-{n}.safetensors" for n in (2, 1)}})
    )
    files = [read_tensors(path) for path in tensor_paths(index)]
    assert [file.tensors[0].codes().tolist() for file in files] == [[1, 0], [2, 0]]


@pytest.mark.parametrize(
    "content",
    [
        "",
        "[]",
        "{}",
        '{"weight_map": 3}',
        '{"weight_map": {"a": 3}}',
        '{"weight_map": {"": "../b"}}',
    ],
)
def test_a_damaged_index(tmp_path, content):
    index = tmp_path / "model.safetensors.index.json"
    index.write_text(content)
    with pytest.raises(Complaint):
        list(tensor_paths(index))


def entry(begin, end, shape=(2,), dtype="U8"):
    return {"dtype": dtype, "shape": list(shape), "data_offsets": [begin, end]}


TWO = ("a", "U8", (2,), bytes(2)), ("b", "U8", (2,), bytes(2))


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"", "cut short"),
        (making.safetensors(*TWO, length=1 << 60), "1152921504606846976 bytes"),
        (making.safetensors(*TWO, length=1 << 20), "cut short"),
        (making.safetensors(*TWO, length=3), "damaged"),
        (making.safetensors(*TWO, b=entry(1, 3)), "another tensor's"),
        (making.safetensors(*TWO, b=entry(3, 5)), "beyond the end"),
        (making.safetensors(*TWO, b=entry(4, 2)), "beyond the end"),
        (making.safetensors(*TWO, b=entry(-2, 0)), "beyond the end"),
        (making.safetensors(*TWO, b=entry(2, 4, (3,))), "not as many"),
        (making.safetensors(*TWO, b=entry(2, 4, (-1, -2))), "entry in the header"),
        (making.safetensors(*TWO, b=entry(2, 4, (2, 1 << 62))), "no shape"),
        (making.safetensors(*TWO, b=entry(2, 4, (1,) * 65)), "no shape"),
        (making.safetensors(*TWO, b=entry(2, 4, (9**99,) * 64, "F99")), "no shape"),
        (making.safetensors(*TWO, b=entry(2, 4, (3,), "F4")), "no shape"),
        (making.safetensors(*TWO, b=entry(2, 4.0)), "entry in the header"),
        (making.safetensors(*TWO, b=None), "entry in the header"),
        (making.safetensors(*TWO, metadata=[]), "damaged"),
        (making.safetensors(*TWO, **{"n" * 1_000_000: entry(2, 2)}), "a name of 1000000 bytes"),
        (making.safetensors(length=1 << 16) + b"[" * (1 << 16), "damaged"),
    ],
)
def test_a_damaged_file_is_refused(content, why):
    with pytest.raises(Complaint, match=why):
        read(content)


@pytest.mark.parametrize("piece", [b"[],", b"[[", b"{},", b"0,", b'"\xf0\x9f\x98\x80":1,', b"  "])
def test_a_long_header_takes_little_memory(piece):
    size = safetensors.LONGEST_HEADER
    header = b'{"a":[' + piece * ((size - 6) // len(piece))
    content = len(header).to_bytes(8, "little") + header
    tracemalloc.start()
    try:
        with pytest.raises(Complaint):
            read(content)
        assert tracemalloc.get_traced_memory()[1] < 100_000_000
    finally:
        tracemalloc.stop()
