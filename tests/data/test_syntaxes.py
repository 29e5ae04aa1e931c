"""What people have on their clipboards, and what tools print, is read as what it is."""

from __future__ import annotations

import base64
import random
import re
import shutil
import subprocess

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fpviz.core.formats import find_format
from fpviz.core.phrase import Complaint
from fpviz.data.layout.layout import DumpLayout
from fpviz.data.layout.orders import find_order
from fpviz.data.rows import rows
from fpviz.data.syntaxes import KEYS, SYNTAXES, dumps_in
from tests.data.samples import B16, SAMPLES, Sample


def dump_of(text: str | bytes, key: str | None = None, unit: int | None = None):
    return dumps_in(text.encode() if isinstance(text, str) else text, key, unit)[0].dump


def refused(text: str | bytes, **how) -> str:
    with pytest.raises(Complaint) as caught:
        dump_of(text, **how)
    return str(caught.value)


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample.text[:30])
def test_a_sample_means_what_it_means(sample: Sample):
    found = dumps_in(sample.text.encode())[0]
    layout = DumpLayout(find_format(sample.fmt), find_order(sample.order))
    assert found.key == sample.syntax
    assert tuple(row.value for row in rows(found.dump, layout)) == sample.values
    assert found.dump.unread == ()


def test_every_syntax_has_a_sample_and_a_name_of_its_own():
    assert {each.key for each in SYNTAXES} == {sample.syntax for sample in SAMPLES}
    assert len(set(KEYS)) == len(KEYS)


# -- what is written and read back -----------------------------------------------------------------

few = settings(max_examples=30)
BYTES = st.binary(min_size=1, max_size=70)
WORDS = st.sampled_from((8, 16, 32, 64)).flatmap(
    lambda unit: st.tuples(st.just(unit), st.lists(st.integers(0, (1 << unit) - 1), min_size=1))
)


def straight(unit: int, words: list[int]) -> bytes:
    return b"".join(word.to_bytes(unit // 8, "big") for word in words)


@few
@given(BYTES, st.sampled_from(("", " ", ", ", "\n", ":", "-")))
def test_bytes_in_hexadecimal(data, separator):
    text = separator.join(f"{byte:02X}" for byte in data)
    assert bytes(dump_of(text, "hex").data) == data


@few
@given(WORDS, st.sampled_from(("0x{:0{}x}", "${:0{}X}", "0x{:0{}X}u")))
def test_words_with_a_prefix(words, form):
    unit, values = words
    text = " ".join(form.format(value, unit // 4) for value in values)
    assert bytes(dump_of(text, "hex").data) == straight(unit, values)


@few
@given(WORDS)
def test_words_in_decimal_and_binary(words):
    unit, values = words
    decimals = " ".join(map(str, values))
    binaries = " ".join(f"{value:0{unit}b}" for value in values)
    assert bytes(dump_of(decimals, "decimal", unit).data) == straight(unit, values)
    assert bytes(dump_of(binaries, "binary").data) == straight(unit, values)


@few
@given(WORDS)
def test_lists_of_languages(words):
    unit, values = words
    inside = ", ".join(map(hex, values))
    for text in (
        f"static const uint{unit}_t a[] = {{ {inside} }};",
        f"const A: [u{unit}; {len(values)}] = [{inside}];",
        f"var a = []uint{unit}{{{inside}}}",
        f"np.array([{', '.join(map(str, values))}], dtype=np.uint{unit})",
        f"array({np.array(values, f'u{unit // 8}').tolist()}, dtype=uint{unit})",
    ):
        found = dumps_in(text.encode())[0]
        assert (found.key, bytes(found.dump.data)) == ("array", straight(unit, values)), text


@few
@given(BYTES)
def test_bytes_in_quotes(data):
    assert bytes(dump_of(repr(data), "bytes").data) == data
    escaped = "".join(f"\\x{byte:02x}" for byte in data)
    assert bytes(dump_of(f'const char a[] = "{escaped}";', "bytes").data) == data


@few
@given(st.binary(min_size=5, max_size=70))
def test_base64(data):
    text = base64.b64encode(data).decode()
    if not re.fullmatch("[0-9A-Fa-f]+", text):
        assert bytes(dump_of(text, "base64").data) == data


def _intel_record(address: int, kind: int, data: bytes) -> str:
    record = bytes([len(data), address >> 8 & 255, address & 255, kind]) + data
    return f":{(record + bytes([-sum(record) & 255])).hex().upper()}"


@few
@given(BYTES, st.integers(0, 1 << 24))
def test_intel_hex(data, base):
    base &= ~0xFF  # no record crosses the end of its 64 KiB
    lines = [_intel_record(0, 4, (base >> 16).to_bytes(2, "big"))]
    lines += (
        _intel_record(base + at & 0xFFFF, 0, data[at : at + 16]) for at in range(0, len(data), 16)
    )
    dump = dump_of("\n".join([*lines, ":00000001FF"]))
    assert (bytes(dump.data), dump.address(0), dump.remarks) == (data, base, ())


@few
@given(BYTES, st.integers(0, 1 << 30), st.sampled_from((2, 3, 4)))
def test_s_records(data, base, size):
    base %= 1 << 8 * size - 1
    lines = ["S00600004844521B"]
    for at in range(0, len(data), 16):
        part = data[at : at + 16]
        record = bytes([size + len(part) + 1]) + (base + at).to_bytes(size, "big") + part
        lines.append(f"S{size - 1}{(record + bytes([~sum(record) & 255])).hex().upper()}")
    dump = dump_of("\n".join(lines))
    assert (bytes(dump.data), dump.address(0), dump.remarks) == (data, base, ())


@few
@given(WORDS, st.integers(0, 1 << 20))
def test_memory_of_readmemh(words, address):
    unit, values = words
    lines = [f"@{address:X}", *(f"{value:0{unit // 4}X} // {value}" for value in values)]
    dump = dump_of("\n".join(lines))
    assert bytes(dump.data) == straight(unit, values)
    assert dump.address((len(values) - 1) * unit) == address + len(values) - 1


@few
@given(st.lists(st.integers(0, (1 << 64) - 1), min_size=1, max_size=4))
def test_literals_of_verilog_have_their_lowest_lane_first(lanes):
    digits = "_".join(f"{lane:016x}" for lane in reversed(lanes))
    dump = dump_of(f"{64 * len(lanes)}'h{digits}")
    found = DumpLayout(find_format("uint64")).codes(dump)
    assert found.tolist() == lanes


@few
@given(st.lists(st.integers(0, 0xFFFF), min_size=1, max_size=100))
def test_modbus_frames(registers):
    body = bytes([1, 3, 2 * len(registers)]) + straight(16, registers)
    crc = 0xFFFF
    for bit in (byte >> place & 1 for byte in body for place in range(8)):
        crc = crc >> 1 ^ (0xA001 if (crc ^ bit) & 1 else 0)
    frame = (body + crc.to_bytes(2, "little")).hex(" ")
    assert bytes(dump_of(frame, "modbus-rtu").data) == straight(16, registers)


@few
@given(st.lists(st.floats(width=32), min_size=2, max_size=20))
def test_what_numpy_prints_is_read_to_the_bit(values):
    array = np.array(values, np.float32)
    dump = dump_of(repr(array), "decimals")
    codes = DumpLayout(find_format("fp32")).codes(dump).view(np.float32)
    np.testing.assert_array_equal(codes, array)


@few
@given(st.lists(st.floats(allow_nan=False), min_size=1))
def test_columns_of_csv(values):
    text = "\n".join(["name,x", *(f"a,{value!r}" for value in values)])
    dump = dump_of(text, "csv")
    assert DumpLayout(find_format("fp64")).codes(dump).view(np.float64).tolist() == values


# -- what is wrong ---------------------------------------------------------------------------------


def test_a_wrong_checksum_is_named_and_the_record_is_read():
    dump = dump_of(":100100000000803F0040EDC2CDCCCC3DFFFF7F7FA4\n:00000001FF")
    assert bytes(dump.data) == B16
    assert list(map(str, dump.remarks)) == ["line 1: the checksum is A4 and should be A3"]
    frames = "01 03 04 41 BB A5 E3 A4 F3\n01 03 04 41 BB A5 E3 A4 F4"
    said = "line 2: the CRC is A4 F4 and should be A4 F3"
    assert list(map(str, dump_of(frames).remarks)) == [said]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "128'h7f7fffff3dccccccdc2ed40003f800000",
            "33 digits need 132 bits, and the literal says 128",
        ),
        ("41B", "an odd number of digits is no whole byte"),
        ("hello world", "there is nothing in it that is known"),
        ("  \n", "there is nothing in it that is known"),
        ("", "there is nothing in it that is known"),
    ],
)
def test_what_cannot_be_read_at_all(text, said):
    assert said in refused(text)


@pytest.mark.parametrize(
    ("text", "data", "said"),
    [
        ("41 BB zz A5", "41bba5", "line 1: 'zz' is not read"),
        ("0x41 BB", "41", "line 1: 'BB' is not read"),
        ("0x41, 0x0xBB, 0x", "41", "line 1: '0x0xBB' is not read"),
        ("0x41 0xB_B 0X1gg", "41bb", "line 1: '0X1gg' is not read"),
        ("41 BB\nA5 E\n", "41bba5", "line 2: 'E': an odd number of digits is no whole byte"),
        ("uint8_t a[] = {1, 2, 300};", "0102", "line 1: '300': it does not fit 8 bits"),
        ("S1130100zz\nS105000041BBFE", "41bb", "line 1: 'S1130100zz' is not read"),
        (":0100000041BE\n:0200000041BE", "41", "line 2: ':0200000041BE': its length is not"),
        ("can0 123#41BB\nnoise\nnoise", "41bb", "; other lines with something unread: 1"),
    ],
)
def test_the_rest_is_read_and_what_is_not_is_named(text, data, said):
    dump = dump_of(text)
    assert bytes(dump.data).hex() == data
    assert said in str(dump.unread_said())


def test_addresses_that_leave_out_go_back_or_repeat():
    gap = dump_of("00000000: 41bb  A.\n00000010: a5e3  ..")
    assert [gap.address(0), gap.address(16)] == [0, 16]
    back = dump_of("00000010: 41bb  A.\n00000000: a5e3  ..")
    assert list(map(str, back.remarks)) == ["addresses go back to 0x0"]
    twice = dump_of("00000010: 41bb a5e3  A...\n00000012: a5e3  ..")
    assert list(map(str, twice.remarks)) == ["addresses overlap from 0x12 on"]
    same = dump_of("0000000 0000 0000 0000 0000 0000 0000 0000 0000\n*\n0000040 3f80\n0000042\n")
    assert bytes(same.data) == bytes(64) + bytes.fromhex("803f")


def test_several_meanings_are_all_offered():
    keys = [each.key for each in dumps_in(b"01 03 04 41 BB A5 E3 A4 F3")]
    assert keys[:2] == ["modbus-rtu", "hex"]
    assert {"array", "decimal", "decimals"} <= {each.key for each in dumps_in(b"[999, 937, 833]")}
    numbers = DumpLayout(find_format("bf16")).codes(dump_of("[999, 937, 833, 625]", "decimals"))
    assert [hex(code) for code in numbers.tolist()] == ["0x447a", "0x446a", "0x4450", "0x441c"]


def test_a_syntax_may_be_named():
    assert bytes(dump_of("10 20", "decimal").data) == bytes([10, 20])
    assert "no syntax 'hexx'; there are xxd" in refused("10", key="hexx")
    assert refused("10", key="xxd") == "nothing can be read as xxd"


def test_bytes_that_are_no_text():
    assert bytes(dump_of(B16).data) == B16
    block = dumps_in(b"#216" + B16 + b"\n")[0]
    assert (block.key, bytes(block.dump.data)) == ("scpi", B16)
    short = dump_of(b"#216" + B16[:12])
    assert list(map(str, short.remarks)) == ["the block says 16 bytes, and 12 are there"]


# -- what the tools themselves print ---------------------------------------------------------------


def printed(*words: str) -> str:
    if shutil.which(words[0]) is None:
        pytest.skip(f"{words[0]} is not installed")
    return subprocess.run(words, capture_output=True, text=True, check=True).stdout


@pytest.fixture(params=[15, 16, 17, 64, 1000, 70_000])
def binary(request, tmp_path):
    """A file with random bytes, a stretch of zeros among them, and its path."""
    path = tmp_path / "a.bin"
    data = random.Random(request.param).randbytes(request.param)
    third = request.param // 3
    path.write_bytes(data[:third] + bytes(third) + data[2 * third :])
    return path


@pytest.mark.sweep
@pytest.mark.parametrize(
    "words",
    [
        *(
            ["xxd", *options]
            for options in ([], ["-g1"], ["-g4"], ["-u"], ["-c20"], ["-b"], ["-p"])
        ),
        *(["xxd", "-e", *options] for options in ([], ["-g2"], ["-g8", "-c16"])),
        ["xxd", "-i"],
        *(["hexdump", *options] for options in ([], ["-C"], ["-x"], ["-d"], ["-o"], ["-b"])),
        *(["hexdump", "-v", *options] for options in ([], ["-C"])),
        ["od"],
        *(
            ["od", "-t", kind]
            for kind in [
                "x1",
                "x1z",
                "x2",
                "x4",
                "x8",
                "o1",
                "o2",
                "o4",
                "o8",
                "u1",
                "u2",
                "u4",
                "u8",
                "d1",
                "d2",
                "d4",
                "d8",
            ]
        ),
        *(["od", "-A", radix, "-t", "x2"] for radix in "xd"),
        ["base64"],
    ],
    ids=" ".join,
)
def test_what_a_tool_prints_is_the_file(binary, words):
    right = binary.read_bytes()
    dump = read_as(printed(*words, str(binary)), words[0])
    found = bytes(dump.data)
    filled = -len(right) % max(dump.taken_apart // 8, 1)
    assert found[: len(right)] == right
    assert found[len(right) :] == bytes(len(found) - len(right))
    assert len(found) - len(right) <= filled
    assert dump.unread == ()


SYNTAX_OF = {"xxd": ("xxd", "hex", "array"), "hexdump": ("hexdump",), "od": ("hexdump",)}


def read_as(text, tool):
    """What a tool has printed, in the syntax that is found out."""
    found = dumps_in(text.encode())
    wanted = SYNTAX_OF.get(tool, (tool,))
    assert found[0].key in wanted
    return found[0].dump


@pytest.mark.sweep
@pytest.mark.parametrize("kind", ["ihex", "srec", "verilog"])
def test_what_objcopy_writes_is_the_file(binary, tmp_path, kind):
    target = tmp_path / "out"
    printed(
        "objcopy",
        "-I",
        "binary",
        "-O",
        kind,
        "--change-addresses",
        "0x1000",
        str(binary),
        str(target),
    )
    dump = dump_of(target.read_bytes())
    assert (bytes(dump.data), dump.address(0)) == (binary.read_bytes(), 0x1000)
    assert (dump.remarks, dump.unread) == ((), ())


@pytest.mark.sweep
@pytest.mark.parametrize("letters", ["xb", "xh", "xw", "xg", "db", "uh", "dw", "ug"])
def test_what_gdb_prints_is_the_memory(tmp_path, letters):
    data = random.Random(1).randbytes(64)
    source, program = tmp_path / "a.c", tmp_path / "a"
    source.write_text(
        f"unsigned char a[] = {{{','.join(map(str, data))}}}; int main(void) {{ return 0; }}"
    )
    printed("gcc", "-g", str(source), "-o", str(program))
    count = 64 // {"b": 1, "h": 2, "w": 4, "g": 8}[letters[1]]
    dump = dump_of(printed("gdb", "-batch", "-ex", f"x/{count}{letters} &a", str(program)))
    assert bytes(dump.data) == data
    value = dump_of(printed("gdb", "-batch", "-ex", "p/x a", str(program)), unit=8)
    assert bytes(value.data) == data
