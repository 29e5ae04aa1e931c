"""All readers: what kind a file is, folders, and bytes that nobody has written."""

from __future__ import annotations

import random
import struct
from pathlib import Path

import numpy as np
import pytest

from fpviz.core.phrase import Complaint
from fpviz.data.tensors.files import READERS, read_tensors, tensor_paths
from tests.data.tensors import making
from tests.data.tensors.making import text

ARRAY = np.arange(6, dtype="<f4").reshape(2, 3)
SAMPLES = {
    "a.npy": making.npy(ARRAY),
    "deflated.npz": making.archive([("a.npy", making.npy(ARRAY)), ("b.npy", making.npy(ARRAY))]),
    "stored.npz": making.archive([("a.npy", making.npy(ARRAY))], how=0),
    "a.safetensors": making.safetensors(
        ("a", "F32", (2, 3), ARRAY.tobytes()), ("b", "BF16", (2,), bytes(4)), metadata={"k": "v"}
    ),
    "a.gguf": making.gguf(
        ("a", (2, 3), 0, ARRAY.tobytes()),
        ("b", (32,), 2, bytes(18)),
        entries=(
            text("name") + struct.pack("<I", 8) + text("x"),
            text("list") + struct.pack("<IIQ", 9, 8, 2) + text("a") + text("bc"),
        ),
    ),
}


def is_taken_or_refused(name, content):
    """Read everything that can be read of a file that its name says."""
    reader = next(each for each in READERS if name.endswith(each.suffix))
    try:
        for tensor in reader.read(Path(name), content).tensors:
            if tensor.fmt is not None and tensor.count < 1 << 20:
                assert len(tensor.codes()) == tensor.count
    except Complaint as error:
        assert "\n" not in str(error)  # noqa: PT017 - either will do


@pytest.mark.parametrize("name", SAMPLES)
def test_a_file_cut_anywhere(name):
    for length in range(len(SAMPLES[name]) + 1):
        is_taken_or_refused(name, SAMPLES[name][:length])


def damaged(content, source):
    """A content with some bytes of it changed, taken out, or doubled."""
    found = bytearray(content)
    for _ in range(source.choice((1, 1, 2, 5))):
        at, count = source.randrange(len(found)), source.randrange(1, 9)
        some = source.choice(
            (source.randbytes(count), b"\xff" * count, b"\0" * count, bytes(found[:count]), b"")
        )
        found[at : at + source.choice((count, len(some)))] = some
    return bytes(found)


def fuzz(name, seeds):
    for seed in seeds:
        is_taken_or_refused(name, damaged(SAMPLES[name], random.Random(seed)))


@pytest.mark.parametrize("name", SAMPLES)
def test_a_file_with_damage(name):
    fuzz(name, range(100))


@pytest.mark.sweep
@pytest.mark.parametrize("name", SAMPLES)
def test_a_file_with_any_damage(name):
    fuzz(name, range(1000, 60_000))


def test_a_file_is_what_it_begins_with(tmp_path):
    path = tmp_path / "x.safetensors"
    path.write_bytes(SAMPLES["a.npy"])
    assert read_tensors(path).kind == "npy"


@pytest.mark.parametrize("content", [b"\x80\x02}q\0.", b"PK\x03\x04" + b"archive/data.pkl"])
def test_a_pickle_is_not_opened(tmp_path, content):
    path = tmp_path / "x.pt"
    path.write_bytes(content)
    with pytest.raises(Complaint, match=r"save_file\(tensors, 'FILE.safetensors'\)"):
        read_tensors(path)


def test_another_file_is_refused(tmp_path):
    path = tmp_path / "x.bin"
    path.write_bytes(b"hello")
    with pytest.raises(Complaint, match=r"known are \.npy, \.npz, \.safetensors, \.gguf"):
        read_tensors(path)


def test_a_folder_is_its_files_by_name(tmp_path):
    for name in ("b.npy", "a.npz", "c.txt"):
        (tmp_path / name).write_bytes(b"")
    assert [path.name for path in tensor_paths(tmp_path)] == ["a.npz", "b.npy"]
