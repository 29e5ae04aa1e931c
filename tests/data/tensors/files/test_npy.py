"""Arrays of numpy, as numpy writes them."""

from __future__ import annotations

from pathlib import Path

import ml_dtypes
import numpy as np
import pytest
from numpy.lib import format as numpy_format

from fpviz.core.formats import find_format
from fpviz.core.phrase import Complaint
from fpviz.data.tensors.files import npy
from tests.data.tensors import making

TYPES = {
    "f2": "fp16", "f4": "fp32", "f8": "fp64", "i1": "int8", "i2": "int16", "i4": "int32",
    "i8": "int64", "u1": "uint8", "u2": "uint16", "u4": "uint32", "u8": "uint64", "b1": "uint8",
}  # fmt: skip


def read(content):
    (tensor,) = npy.read(Path("x.npy"), content).tensors
    return tensor


def codes_of(array, order="C"):
    """The codes of an array's elements, in their order in memory."""
    native = np.asarray(array).astype(array.dtype.newbyteorder("="), order=order)
    return native.ravel(order="K").view(f"u{array.itemsize}").tolist()


@pytest.mark.parametrize("byte_order", "<>")
@pytest.mark.parametrize("kind", TYPES)
@pytest.mark.parametrize("order", "CF")
def test_every_type_in_both_byte_orders_and_both_orders(kind, byte_order, order):
    values = np.arange(12).reshape(3, 4) % 2 if kind == "b1" else np.arange(12).reshape(3, 4) * 9
    array = np.asarray(values, f"{byte_order}{kind}", order=order)
    tensor = read(making.npy(array))
    assert (tensor.fmt, tensor.shape) == (find_format(TYPES[kind]), (3, 4))
    assert tensor.is_fortran == (order == "F")
    assert tensor.codes().tolist() == codes_of(array, order)


@pytest.mark.parametrize("shape", [(), (0,), (3, 0, 2), (1, 1, 1, 5)])
def test_every_shape(shape):
    array = np.ones(shape, np.float32)
    tensor = read(making.npy(array))
    assert (tensor.shape, tensor.count) == (shape, array.size)
    assert tensor.codes().tolist() == [0x3F800000] * array.size


@pytest.mark.parametrize("order", "CF")
def test_a_complex_number_is_two(order):
    array = np.asarray([[1 + 2j, 3 + 4j, 5 + 6j], [7, 8, 9j]], "<c8", order=order)
    tensor = read(making.npy(array))
    parts = np.frombuffer(array.tobytes("A"), "<u4")
    assert tensor.codes().tolist() == parts.tolist()
    assert tensor.shape == ((2, 2, 3) if order == "F" else (2, 3, 2))


@pytest.mark.parametrize("version", [(1, 0), (2, 0), (3, 0)])
def test_every_version(tmp_path, version):
    with (tmp_path / "x.npy").open("wb") as file:
        numpy_format.write_array(file, np.arange(3.0), version=version)
    assert read((tmp_path / "x.npy").read_bytes()).count == 3


def test_a_part_is_read_where_it_stands():
    tensor = read(making.npy(np.arange(10, dtype=">u2")))
    assert tensor.codes(3, 4).tolist() == [3, 4, 5, 6]
    assert tensor.codes(8, 9).tolist() == [8, 9]
    assert tensor.codes(12, 9).tolist() == []


@pytest.mark.parametrize(
    ("kind", "name"), [(ml_dtypes.bfloat16, "bf16"), (ml_dtypes.float8_e4m3fn, "fp8_e4m3fn")]
)
def test_what_ml_dtypes_writes_needs_a_word(kind, name):
    array = np.array([1, -2, 0.5], kind)
    tensor = read(making.npy(array))
    with pytest.raises(Complaint, match="has to be said"):
        tensor.codes()
    as_said = tensor.read_as(find_format(name))
    assert as_said.codes().tolist() == array.view(f"u{array.itemsize}").tolist()
    with pytest.raises(Complaint, match=r"has elements of .* bits; FP32 has 32"):
        tensor.read_as(find_format("fp32"))


HEAD = "{'descr': '<f4', 'fortran_order': False, 'shape': (2,), }"


@pytest.mark.parametrize(
    "header",
    [
        HEAD,
        '{"descr":"<f4","fortran_order":False,"shape":(2,)}\n',
        "{'shape': (2L,), 'fortran_order': False, 'descr': '<f4'}",
    ],
)
def test_what_other_programs_write(header):
    assert read(making.npy_head(header, bytes(8))).codes().tolist() == [0, 0]


@pytest.mark.parametrize(
    ("header", "why"),
    [
        ("", "damaged"),
        ("{}", "damaged"),
        (HEAD.replace("(2,)", "(-2,)"), "damaged"),
        (HEAD.replace("(2,)", "2"), "damaged"),
        (HEAD.replace("(2,)", f"({'9' * 5000},)"), "damaged"),
        (HEAD.replace("(2,)", f"({'9' * 19},)"), "no shape"),
        (HEAD.replace("(2,)", f"({'1,' * 65})"), "no shape"),
        (HEAD.replace("(2,)", f"({'1234567890,' * 60})"), "no shape"),
        (HEAD.replace("(2,)", "(3,)"), "cut short"),
        (HEAD.replace("False", "__import__('os')"), "damaged"),
        (HEAD.replace("'<f4'", "'|O'"), "not numbers"),
        (HEAD.replace("'<f4'", "'|O8'"), "not numbers"),
        (HEAD.replace("'<f4'", "'<U4'"), "not numbers"),
        (HEAD.replace("'<f4'", "'<V0'"), "not numbers"),
        (HEAD.replace("'<f4'", "[('a', '<f4')]"), "not numbers"),
        (HEAD + ", 1", "damaged"),
        (HEAD.replace(", }", ", 'descr': '<f8'}"), "damaged"),
        ("(" * 9000, "damaged"),
        ("-" * 9000, "damaged"),
        ("{" + "'a':[" * 1800, "damaged"),
        (b"\xff\0" * 100, "damaged"),
        (" " * 10_001, "header is 10001 bytes long"),
    ],
)
def test_a_damaged_header_is_refused(header, why):
    with pytest.raises(Complaint, match=why):
        read(making.npy_head(header, bytes(8)))
