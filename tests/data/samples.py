"""Dumps as people have them, and the numbers that they mean."""

from __future__ import annotations

from typing import NamedTuple

B16 = bytes.fromhex("0000803f 0040edc2 cdcccc3d ffff7f7f")
"""The bytes of 1, -118.625, 0.1 and the largest number in FP32, little-endian."""

FOUR = ("1", "-118.625", "0.100000001490116119384765625", "340282346638528859811704183484516925440")


class Sample(NamedTuple):
    """A text, its syntax, and its values in a format and an order."""

    text: str
    syntax: str
    fmt: str
    order: str
    values: tuple[str, ...]


def _b16(text: str, syntax: str) -> Sample:
    return Sample(text, syntax, "fp32", "dcba", FOUR)


C_BYTES = ", ".join(f"0x{byte:02x}" for byte in B16)

SAMPLES = (
    _b16("00000000: 0000 803f 0040 edc2 cdcc cc3d ffff 7f7f  ...?.@.....=....", "xxd"),
    _b16("00000000: 3f800000 c2ed4000 3dcccccd 7f7fffff  ...?.@.....=....", "xxd"),
    _b16(
        "00000000  00 00 80 3f 00 40 ed c2  cd cc cc 3d ff ff 7f 7f  |...?.@.....=....|", "hexdump"
    ),
    _b16("0000000 0000 3f80 4000 c2ed cccd 3dcc ffff 7f7f", "hexdump"),
    _b16("000000 3f800000 c2ed4000 3dcccccd 7f7fffff", "hexdump"),
    _b16("0000803f0040edc2cdcccc3dffff7f7f", "hex"),
    _b16(f"unsigned char a_bin[] = {{ {C_BYTES} }};\nunsigned int a_bin_len = 16;", "array"),
    Sample(
        "static const uint32_t a[] = {0x3f800000u, 0xC2ED4000, 1036831949};",
        "array",
        "fp32",
        "abcd",
        FOUR[:3],
    ),
    _b16("0x555555558010 <a>:\t0x3f800000\t0xc2ed4000\t0x3dcccccd\t0x7f7fffff", "gdb-x"),
    Sample(
        "0x555555558028 <h>:\t0x3c00\t0xc000\t0x7bff\t0x7c00",
        "gdb-x",
        "fp16",
        "dcba",
        ("1", "-2", "65504", "inf"),
    ),
    Sample("$1 = {0x3f800000, 0xc2ed4000, 0x3dcccccd, 0x7f7fffff}", "gdb-p", "fp32", "abcd", FOUR),
    Sample(
        "v0 = {0x00 0x00 0xc0 0x3f 0x00 0x00 0x20 0x40 0x00 0x00 0x60 0x40 0x00 0x00 0x90 0x40}",
        "gdb-p",
        "fp32",
        "dcba",
        ("1.5", "2.5", "3.5", "4.5"),
    ),
    Sample("128'h7f7fffff_3dcccccd_c2ed4000_3f800000", "hdl", "fp32", "abcd", FOUR),
    Sample("// mem\n@10 3F80_0000 C2ED4000", "readmemh", "fp32", "abcd", FOUR[:2]),
    _b16(":100100000000803F0040EDC2CDCCCC3DFFFF7F7FA3\n:00000001FF", "intel-hex"),
    _b16("S11301000000803F0040EDC2CDCCCC3DFFFF7F7F9F\nS9030000FC", "s-record"),
    Sample("16827 42467", "decimal", "fp32", "abcd", ("23.4559993743896484375",)),
    Sample("42467 16827", "decimal", "fp32", "cdab", ("23.4559993743896484375",)),
    Sample("47937 58277", "decimal", "fp32", "badc", ("23.4559993743896484375",)),
    Sample("58277 47937", "decimal", "fp32", "dcba", ("23.4559993743896484375",)),
    Sample("40001: 16827\n40002: 42467", "modbus", "fp32", "abcd", ("23.4559993743896484375",)),
    Sample("01 03 04 41 BB A5 E3 A4 F3", "modbus-rtu", "fp32", "abcd", ("23.4559993743896484375",)),
    Sample("07 7A 42 9B", "hex", "fp32", "cdab", ("77.5146026611328125",)),
    Sample("426F F741", "hex", "fp32", "abcd", ("59.991458892822265625",)),
    Sample(
        "can0  123   [8]  66 66 12 42 CD CC 0C C0",
        "candump",
        "fp32",
        "dcba",
        ("36.59999847412109375", "-2.2000000476837158203125"),
    ),
    Sample(
        "can0 123#66661242CDCC0CC0",
        "candump",
        "fp32",
        "dcba",
        ("36.59999847412109375", "-2.2000000476837158203125"),
    ),
    _b16("AACAPwBA7cLNzMw9//9/fw==", "base64"),
    _b16(r"b'\x00\x00\x80?\x00@\xed\xc2\xcd\xcc\xcc=\xff\xff\x7f\x7f'", "bytes"),
    _b16(str(list(B16)), "array"),
    Sample(
        "array([15360, 49152, 31743,     1, 31744], dtype=uint16)",
        "array",
        "fp16",
        "abcd",
        ("1", "-2", "65504", "0.000000059604644775390625", "inf"),
    ),
    Sample(
        "E4 14 1D C9 E5 87 5B 40",
        "hex",
        "fp64",
        "dcba",
        ("110.12340000000000372892827726900577545166015625",),
    ),
    Sample("0xC0003C00", "hex", "fp16", "abcd", ("1", "-2")),
    Sample("44 79 FF FF", "hex", "fp32", "abcd", ("999.99993896484375",)),
    Sample("0xc1,0xbb,0x99,0x9a", "hex", "fp32", "abcd", ("-23.450000762939453125",)),
    Sample("[0, 16320, 0, 16448]", "array", "fp32", "cdab", ("1.5", "3")),
    Sample("0xffffffff3f800000", "nan-box", "fp32", "abcd", ("1",)),
    Sample("00111100 00000000", "binary", "fp16", "abcd", ("1",)),
    Sample(
        "array([1.5, -0.25, inf], dtype=float32)",
        "decimals",
        "fp32",
        "abcd",
        ("1.5", "-0.25", "inf"),
    ),
    Sample("time,raw\n0,0x3c00\n1,0x4000", "csv", "fp16", "abcd", ("1", "2")),
    Sample("time,temp\n0,21.5\n1,-0", "csv", "fp64", "abcd", ("21.5", "-0")),
    Sample("let a: [u16; 2] = [0x3c00_u16, 0xc000];", "array", "fp16", "abcd", ("1", "-2")),
    Sample("[]uint32{0x3f800000, 0xc0000000,}", "array", "fp32", "abcd", ("1", "-2")),
    Sample(
        "float a[] = {1.0f, -2e-1F}; // two",
        "decimals",
        "fp32",
        "abcd",
        ("1", "-0.20000000298023223876953125"),
    ),
    Sample(
        "tensor([ 0.5000, -1.0000], dtype=torch.bfloat16)",
        "decimals",
        "bf16",
        "abcd",
        ("0.5", "-1"),
    ),
    Sample('x"3f800000"', "hdl", "fp32", "abcd", ("1",)),
)
