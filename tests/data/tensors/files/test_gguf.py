"""``.gguf``, beside the library of the format."""

from __future__ import annotations

import struct
from pathlib import Path

import numpy as np
import pytest

from fpviz.core.formats import find_format
from fpviz.core.phrase import Complaint
from fpviz.data.tensors.files import gguf
from fpviz.data.tensors.types import GGUF, GGUF_BLOCKS
from tests.data.tensors import making
from tests.data.tensors.making import text


def read(content):
    return gguf.read(Path("x.gguf"), content)


@pytest.mark.parametrize("kind", GGUF)
def test_every_type(kind):
    fmt = find_format(GGUF[kind][1])
    data = bytes(range(6 * fmt.width // 8))
    (tensor,) = read(making.gguf(("a", (2, 3), kind, data))).tensors
    assert (tensor.fmt, tensor.shape) == (fmt, (2, 3))
    assert tensor.codes().tolist() == np.frombuffer(data, f"<u{fmt.width // 8}").tolist()


@pytest.mark.parametrize("kind", GGUF_BLOCKS)
def test_what_is_in_blocks_is_listed(kind):
    name, elements, length = GGUF_BLOCKS[kind]
    first, after = read(
        making.gguf(("a", (2, elements), kind, bytes(2 * length)), ("b", (1,), 24, b"\x07"))
    ).tensors
    assert (first.dtype, first.shape) == (name, (2, elements))
    with pytest.raises(Complaint, match=f"of type {name}, are in blocks"):
        first.codes()
    assert after.codes().tolist() == [7]


ENTRIES = (
    text("general.name") + struct.pack("<I", 8) + text("small"),
    text("list") + struct.pack("<IIQ", 9, 8, 2) + text("a") + text("bc"),
    text("numbers") + struct.pack("<IIQ", 9, 5, 3) + bytes(12),
    text("layers") + struct.pack("<II", 4, 12),
    text("long") + struct.pack("<I", 8) + text("x" * 5000),
)
ONE = ("a", (2,), 24, b"\1\2")


@pytest.mark.parametrize("version", [2, 3])
def test_metadata_are_kept_where_they_are_short(version):
    found = read(making.gguf(ONE, entries=ENTRIES, version=version))
    assert dict(found.metadata) == {"general.name": "small", "layers": "12"}
    assert found.tensors[0].codes().tolist() == [1, 2]


@pytest.mark.parametrize("alignment", [1, 64, 4096])
def test_an_alignment_is_kept_to(alignment):
    entry = text("general.alignment") + struct.pack("<II", 4, alignment)
    content = making.gguf(("a", (2,), 24, b"\1\2"), entries=(entry,), alignment=alignment)
    assert read(content).tensors[0].codes().tolist() == [1, 2]


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"GGUF", "cut short"),
        (making.gguf(ONE, version=9), "version 9"),
        (making.gguf(ONE, tensor_count=1 << 60), "1152921504606846976 entries"),
        (making.gguf(ONE, entry_count=1 << 60), "1152921504606846976 entries"),
        (making.gguf(ONE, tensor_count=2), "."),
        (making.gguf(("n" * 70_000, (2,), 24, b"\1\2")), "a name of 70000 bytes"),
        (making.gguf(("a", (1 << 62, 2), 24, b"")), "no shape"),
        (making.gguf(("a", (1 << 63,) * 64, 99, b"")), "no shape"),
        (making.gguf(("a", (1,) * 65, 24, b"")), "no shape"),
        (making.gguf(("a", (100,), 24, b"")), "beyond the end"),
        (making.gguf(("a", (1 << 40,), 24, b"")), "beyond the end"),
        (making.gguf(("a", (64,), 24, bytes(32)), ("b", (32,), 24, bytes(32))), "another tensor's"),
        (making.gguf(ONE, ONE), "two tensors"),
        (making.gguf(entries=(text("a") + struct.pack("<I", 77),)), "kind 77"),
        (making.gguf(entries=(text("a") + struct.pack("<IIQ", 9, 8, 1 << 60),)), "a list of"),
        (making.gguf(entries=(text("a") + struct.pack("<IIQ", 9, 5, 1 << 60),)), "cut short"),
        (making.gguf(entries=(text("a") + struct.pack("<IIQ", 9, 9, 1),)), "a list of"),
        (making.gguf(entries=(text("a") + struct.pack("<IQ", 8, 1 << 60),)), "cut short"),
        (
            making.gguf(entries=(text("general.alignment") + struct.pack("<II", 4, 3),)),
            "alignment of 3 bytes",
        ),
    ],
)
def test_a_damaged_file_is_refused(content, why):
    with pytest.raises(Complaint, match=why):
        read(content)


@pytest.mark.sweep
def test_the_library_and_fpviz_read_the_same(tmp_path):
    library = pytest.importorskip("gguf")
    path = tmp_path / "x.gguf"
    writer = library.GGUFWriter(path, "llama")
    writer.add_uint32("some.number", 7)
    writer.add_array("some.texts", ["a", "b"])
    kinds = ("f4", "f2", "f8", "i1", "i2", "i4", "i8")
    arrays = {kind: np.arange(6, dtype=kind).reshape(2, 3) for kind in kinds}
    for name, array in arrays.items():
        writer.add_tensor(name, array)
    blocks = library.quants.quantize(
        np.ones((2, 64), np.float32), library.GGMLQuantizationType.Q8_0
    )
    writer.add_tensor("q", blocks, raw_dtype=library.GGMLQuantizationType.Q8_0)
    writer.write_header_to_file()
    writer.write_kv_data_to_file()
    writer.write_tensors_to_file()
    writer.close()
    found = read(path.read_bytes())
    assert found.metadata["some.number"] == "7"
    by_name = {each.name: each for each in found.tensors}
    for name, array in arrays.items():
        assert by_name[name].shape == (2, 3)
        assert by_name[name].codes().tolist() == array.ravel().view(f"u{array.itemsize}").tolist()
    assert (by_name["q"].dtype, by_name["q"].shape) == ("Q8_0", (2, 64))


@pytest.mark.sweep
def test_every_type_has_the_size_that_the_library_knows():
    library = pytest.importorskip("gguf")
    sizes = {kind.value: (kind.name, *size) for kind, size in library.GGML_QUANT_SIZES.items()}
    for kind, known in GGUF_BLOCKS.items():
        if kind in sizes:
            assert sizes[kind] == known
    for kind, (name, fmt) in GGUF.items():
        assert sizes[kind] == (name, 1, find_format(fmt).width // 8)
