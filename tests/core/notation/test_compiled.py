"""C, C++ and Rust read back what they are given: one program a language holds every case."""

from __future__ import annotations

import shutil
import subprocess

import pytest

from fpviz.core.formats import find_format
from fpviz.core.notation import find_notation
from fpviz.core.notation.notation import machine_integer
from tests.core.notation.codes import CASES

C_HEAD = """\
#include <inttypes.h>
#include <float.h>
#include <math.h>
#include <stdio.h>
#include <string.h>
#define SHOW(type, ...) do { \\
    type x = __VA_ARGS__; unsigned char b[sizeof x]; memcpy(b, &x, sizeof x); \\
    for (int i = sizeof x; i--;) printf("%02x", b[i]); \\
    puts(""); } while (0)
int main(void) {
"""

CPP_HEAD = """\
#include <array>
#include <bit>
#include <cstdint>
#include <cstdio>
#include <cstring>
#if __has_include(<stdfloat>) && __cplusplus > 202002L
#include <stdfloat>
#else  // a compiler before C++23: types of the same size, so that the codes are still tried
namespace std {
struct float16_t { uint16_t bits; };
struct bfloat16_t { uint16_t bits; };
struct float128_t { uint64_t bits[2]; };
}
#endif
template <class T> void show(T x) {
    unsigned char b[sizeof x];
    std::memcpy(b, &x, sizeof x);
    for (int i = sizeof x; i--;) std::printf("%02x", b[i]);
    std::puts("");
}
int main() {
"""

RUST_HEAD = """\
mod half {  // as the crate of this name has them
    #[allow(non_camel_case_types)] pub struct f16(u16);
    #[allow(non_camel_case_types)] pub struct bf16(u16);
    impl f16 { pub const fn from_bits(b: u16) -> Self { Self(b) }
               pub const fn to_bits(self) -> u16 { self.0 } }
    impl bf16 { pub const fn from_bits(b: u16) -> Self { Self(b) }
                pub const fn to_bits(self) -> u16 { self.0 } }
}
fn main() {
"""

C_TYPES = {
    "x87": "long double",
    "fp16": "_Float16",
    "fp32": "float",
    "fp64": "double",
    "fp128": "_Float128",
    "decimal32": "_Decimal32",
    "decimal64": "_Decimal64",
    "decimal128": "_Decimal128",
}


def texts(name):
    """The cases that a language writes, and how."""
    write = find_notation(name).write
    pairs = [(fmt, code, write(fmt, code)) for fmt, code in CASES]
    return [(fmt, code, text) for fmt, code, text in pairs if text is not None]


def printed(tmp_path, compiler, arguments, source, suffix):
    """The numbers that a program prints, in hexadecimal."""
    if shutil.which(compiler) is None:
        pytest.skip(f"{compiler} is not installed")
    path, program = tmp_path / f"program.{suffix}", tmp_path / "program"
    path.write_text(source)
    command = [compiler, *arguments, str(path), "-o", str(program)]
    done = subprocess.run(command, check=False, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr[:2000]
    lines = subprocess.run([str(program)], capture_output=True, text=True, check=True).stdout
    return [int(line, 16) for line in lines.split()]


def c_type(fmt):
    """The type of C that a format's codes are shown in."""
    held = machine_integer(fmt, 0)
    return f"{held[0]}_t" if held else C_TYPES.get(fmt.name, "unsigned long long")


def without_padding(numbers, cases):
    """What programs print, without the bytes behind the ten of an x87 code, which are anything."""
    return [
        number & (1 << fmt.width) - 1 for number, (fmt, _, _) in zip(numbers, cases, strict=True)
    ]


def test_c_reads_it(tmp_path):
    cases = texts("c")
    lines = [f"SHOW({c_type(fmt)}, {text});" for fmt, _, text in cases]
    source = C_HEAD + "\n".join(lines) + "}\n"
    out = printed(tmp_path, "gcc", ["-std=c2x", "-Wall", "-Werror", "-lm"], source, "c")
    assert without_padding(out, cases) == [code for _, code, _ in cases]


def test_cpp_reads_it(tmp_path):
    cases = texts("cpp")
    source = CPP_HEAD + "\n".join(f"show({text});" for _, _, text in cases) + "}\n"
    out = printed(tmp_path, "g++", ["-std=c++23", "-Wall", "-Werror"], source, "cpp")
    assert without_padding(out, cases) == [code for _, code, _ in cases]


def test_rust_reads_it(tmp_path):
    cases = texts("rust")
    lines = [
        f'println!("{{:x}}", {text}{".to_bits()" if "from_bits" in text else ""});'
        for _, _, text in cases
    ]
    source = RUST_HEAD + "\n".join(lines) + "}\n"
    out = printed(tmp_path, "rustc", ["-D", "warnings"], source, "rs")
    assert out == [code for _, code, _ in cases]


@pytest.mark.parametrize(
    ("language", "name", "code", "text"),
    [
        ("c", "fp32", 0x3F8F8F6D, "0x1.1f1edap+0f"),
        ("c", "fp64", 0x7FF0000000000000, "(double)INFINITY"),
        ("c", "fp8_e4m3fn", 0x7E, "0x7eu /* fp8_e4m3fn: 448 */"),
        ("c", "e8m0", 0x00, "0x00u /* e8m0: ~5.8774717541114375e-39 */"),
        ("cpp", "fp32", 0x3F8F8F6D, "std::bit_cast<float>(0x3f8f8f6du)"),
        ("cpp", "bf16", 0x3F90, "std::bit_cast<std::bfloat16_t>(std::uint16_t{0x3f90})"),
        ("c", "int8", 0xFB, "(int8_t)-5"),
        ("c", "int64", 1 << 63, "(int64_t)(-9223372036854775807 - 1)"),
        ("c", "uint32", 5, "(uint32_t)5u"),
        ("c", "q0.15", 0xD99A, "(int16_t)0xd99au /* q0.15: -0.29998779296875 */"),
        ("c", "ibm32", 0xC04CCCCD, "0xc04ccccdu /* ibm32: ~-0.30000001192092896 */"),
        ("cpp", "int8", 0xFB, "std::int8_t{-5}"),
        ("rust", "int8", 0xFB, "-5_i8"),
        ("rust", "q0.15", 0xD99A, "0xd99a_u16 as i16 /* q0.15: -0.29998779296875 */"),
        ("rust", "fp32", 0x3F8F8F6D, "f32::from_bits(0x3f8f8f6d)"),
        ("rust", "fp16", 0x3C7C, "half::f16::from_bits(0x3c7c)"),
        ("rust", "e5m7", 0x1234, "0x1234_u16 /* e5m7: -0.0006866455078125 */"),
    ],
)
def test_as_they_look(language, name, code, text):
    assert find_notation(language).write(find_format(name), code) == text


def test_what_is_too_wide_for_an_integer_has_no_text():
    for language in ("c", "cpp"):
        assert find_notation(language).write(find_format("e11m60"), 0) is None
    assert find_notation("rust").write(find_format("e11m60"), 0) is not None
    assert find_notation("rust").write(find_format("e17m200"), 0) is None
