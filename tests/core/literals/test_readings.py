"""All that a text may say: codes and numbers, spellings of languages and people, refusals."""

from __future__ import annotations

import gc
import re
import struct
from contextlib import suppress
from fractions import Fraction
from unicodedata import decomposition

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from fpviz.core.arithmetic.rounding import Rules, encode
from fpviz.core.formats import CATALOGUE, NumberClass, custom, find_format
from fpviz.core.formats.decoding import decode
from fpviz.core.literals import (
    AmbiguousLiteral,
    CodeLiteral,
    Context,
    IncompleteLiteral,
    Kind,
    LiteralError,
    parse_literal,
    readings,
)
from fpviz.core.literals.limits import LONGEST_DECIMAL, MAX_LENGTH
from fpviz.core.notation import NOTATIONS
from fpviz.core.numbers import Finite, Infinity, NaN, finite
from fpviz.core.reading import DEFAULT_FORMATS, read
from fpviz.core.text import exact_text
from tests.core.notation.codes import CASES, codes
from tests.strides import strided


def at(name, *shown, **how):
    """The context in which a format is active."""
    return Context(active=find_format(name), shown=tuple(map(find_format, shown)), **how)


def texts(text, where):
    return [literal.text for literal in readings(text, where).literals]


def value(text, where=Context(whole=True)):
    number = readings(text, where).taken().number
    assert isinstance(number, Finite)
    return number.value


# -- codes and numbers ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "active", "first", "other"),
    [
        ("7e00", "fp16", "7e00", "fp16:0x7e00"),
        ("4e00", "fp16", "4e00", "fp16:0x4e00"),
        ("3e80", "bf16", "3e80", "bf16:0x3e80"),
        ("1000", "fp16", "1000", "fp16:0x1000"),
        ("1e10", "fp16", "1e10", "fp16:0x1e10"),
        ("3c00", "fp16", "fp16:0x3c00", "+0x3c00"),
        ("BE00", "fp16", "fp16:0xBE00", "+0xBE00"),
        ("00111100", "fp8_e4m3", "00111100", "fp8_e4m3:0b00111100"),
        ("0b00111100", "fp8_e4m3", "fp8_e4m3:0b00111100", "+0b00111100"),
        ("0xdeadbeef", "fp32", "fp32:0xdeadbeef", "+0xdeadbeef"),
        ("0x3e00", "fp16", "fp16:0x3e00", "+0x3e00"),
        ("0x3f800000u", "fp32", "fp32:0x3f800000", "+0x3f800000u"),
        ("0x3c'00", "fp16", "fp16:0x3c_00", "+0x3c_00"),
        ("3fca8e85", "fp32", "fp32:0x3fca8e85", "+0x3fca8e85"),
        ("00003F80", "fp32", "fp32:0x00003F80", "+0x00003F80"),
        ("0x1fc7c", "tf32", "tf32:0x1fc7c", "+0x1fc7c"),
        ("4e5f", "fp16", "fp16:0x4e5f", "+4e5f"),
        ("1 000 000", "e3m3", "e3m3:0b1_000_000", "1000000"),
    ],
)
def test_a_text_that_is_a_number_and_a_code(text, active, first, other):
    where = at(active)
    assert texts(text, where)[:2] == [first, other]
    kinds = {literal.kind: literal for literal in readings(text, where).literals}
    for kind in Kind:
        assert readings(text, at(active, prefer=kind)).taken() == kinds[kind]
    for literal in kinds.values():  # whatever the text of a literal stands in, it is the same
        for fmt in CATALOGUE:
            assert parse_literal(literal.text, active=fmt) == literal


@pytest.mark.parametrize("text", ["1", "12", "1.5", "100", "0x1p3", "inf", "1/3", "0x12", "2^-14"])
def test_what_is_typed_every_day_asks_nothing(text):
    assert len(readings(text, at("fp16", "fp8_e4m3fn" if text != "0x12" else "fp16")).literals) == 1


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("0xdeadbeef", ["+0xdeadbeef", "fp32:0xdeadbeef"]),
        ("3fca8e85", ["fp32:0x3fca8e85", "+0x3fca8e85"]),
        ("32'h3f800000", ["fp32:32'h3f800000"]),
        ("0 01111111 00000000000000000000000", ["fp32:0b0_01111111_00000000000000000000000"]),
    ],
)
def test_a_code_of_the_one_format_shown_that_is_as_wide(text, found):
    where = Context(active=DEFAULT_FORMATS[0], shown=DEFAULT_FORMATS)
    assert texts(text, where) == found
    readings(text, where).taken()


@pytest.mark.parametrize("text", ["16'h3c00", "BE00"])
def test_of_two_formats_that_are_as_wide_one_is_asked_for(text):
    where = at("fp32", "fp16", "bf16")
    with pytest.raises(AmbiguousLiteral, match=r"a code of FP16 = .* or a code of BF16 = "):
        readings(text, where).taken()
    assert [str(each.format.name) for each in readings(text, where).literals[:2]] == [
        "fp16",
        "bf16",
    ]


@pytest.mark.parametrize(("text", "name"), [("3e", "fp8_e4m3fn"), ("bf16", "fp16"), ("1e", "e8m0")])
def test_a_code_that_may_become_a_number_or_a_name_waits_for_who_types(text, name):
    with pytest.raises(IncompleteLiteral):
        readings(text, at(name)).taken()
    code = readings(text, at(name, whole=True)).taken()
    assert (code.format, code.code) == (find_format(name), int(text, 16))
    assert code in readings(text, at(name)).literals


@pytest.mark.parametrize(
    ("text", "name", "code"),
    [
        ("fp32:1266679807", "fp32", 0x4B7FFFFF),
        ("fp16:31744", "fp16", 0x7C00),
        ("0xH7C00", "fp16", 0x7C00),
        ("0xR3F80", "bf16", 0x3F80),
        ("0xL00000000000000003fff000000000000", "fp128", 0x3FFF << 112),
        ("f32::from_bits(0x3f8ccccd)", "fp32", 0x3F8CCCCD),
        ("loss = 0x3c00", "fp16", 0x3C00),
        ("float11:0x3c0", "ufloat11", 0x3C0),
        ("q15:0x7fff", "q0.15", 0x7FFF),
        ("sfloat:0xfd5b", "sfloat16", 0xFD5B),
    ],
)
def test_codes_as_programs_print_them(text, name, code):
    literal = readings(text, at("fp16")).taken()
    assert (literal.format, literal.code) == (find_format(name), code)


def test_a_number_with_a_unit_is_no_list():
    with pytest.raises(LiteralError, match=r"'1.5 V' is not understood"):
        parse_literal("1.5 V")


# -- spellings ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "number", "note"),
    [
        ("0.9F", "0.89999997615814208984375", "FP32"),
        ("-1.5f", "-1.5", ""),
        ("0x1.0p+112f", str(2**112), ""),
        ("np.float64(63.69616873214543)", Fraction(63.69616873214543), "FP64"),
        ("np.float16(0.1)", "0.0999755859375", "FP16"),
        ("torch.tensor(0.1, dtype=torch.bfloat16)", "0.10009765625", "BF16"),
        ("tensor(0.1)", "0.100000001490116119384765625", "FP32"),
        ("(float)0.1", "0.100000001490116119384765625", "FP32"),
        ("(float)16777217.0f", "16777216", "FP32"),
        ("3.1415926535D00", Fraction(3.1415926535), "FP64"),
        ("1.0_dp", "1", ""),
        ("0.1_sp", "0.100000001490116119384765625", "FP32"),
        ("0.1f16", "0.0999755859375", "FP16"),
        ("0.1bf16", "0.10009765625", "BF16"),
        ("0.1_f32", "0.100000001490116119384765625", "FP32"),
        ("1.5d", "1.5", ""),
        ("0.1DD", "0.1", ""),
        ("-7.50dd", "-7.5", ""),
        ("0.123456789DF", "0.1234568", "decimal32"),
        ("1e-3DL", "0.001", ""),
        ("(_Decimal64)0.1DD", "0.1", ""),
        ("1d0", "1", ""),
        ("5ULL", "5", ""),
        ("Fraction(1, 3)", Fraction(1, 3), ""),
        ("Decimal('0.1')", "0.1", ""),
        ("float.fromhex('0x1.8p+0')", "1.5", ""),
        ("1,5", "1.5", "read as 1.5"),
        ("12,75", "12.75", "read as 12.75"),
        ("1.234,5", "1234.5", "read as 1234.5"),
        ("1,234.5", "1234.5", "read as 1234.5"),
        ("1,234,567", "1234567", "read as 1234567"),
        ("1.234.567", "1234567", "read as 1234567"),
        ("0,500", "0.5", "read as 0.500"),
        ("1'000'000.5", "1000000.5", "read as 1000000.5"),
        ("1 000 000", "1000000", "read as 1000000"),
        ("1 0000 0000", "100000000", "read as 100000000"),
        ("1.490 116 119 384 77 E-08", "1.49011611938477E-8", "read as"),
        ("3.14159 26535 89793", "3.141592653589793", "read as"),
        ("２０２５．７", "2025.7", ""),
        ("１，５", "1.5", "read as 1.5"),
        ("－１。５", "-1.5", ""),
        ("2^{-14}", Fraction(1, 2**14), ""),
        ("2⁻¹⁴", Fraction(1, 2**14), ""),
        ("10³", "1000", ""),
        ("1.5 × 10⁻³", "0.0015", ""),
        ("1.5x10^-3", "0.0015", ""),
        (r"1.5 \times 10^{-3}", "0.0015", ""),
        ("lr: 1e-4", "0.0001", "read as 1e-4"),
        ('"lr": 1e-4,', "0.0001", "read as 1e-4"),
        ("x = −2", "-2", "read as -2"),
        ("½", "1/2", ""),
        ("-2¾", "-11/4", ""),
        ("1 ⅓", "4/3", ""),
        ("3*1½", "9/2", ""),
        ("½^2", "1/4", ""),
        ("3⁄4", "3/4", ""),
        ('"1.5"', "1.5", ""),
        ("'-1e-4'", "-0.0001", ""),
        ("“1½”", "1.5", ""),
        ("「1.5」", "1.5", ""),
        ("1e-4;", "0.0001", ""),
        ('"0.1+0.2";', "0.3", ""),
        ("np.float16(0.1);", "0.0999755859375", "FP16"),
        ('"lr": "1e-4",', "0.0001", "read as 1e-4"),
        ("w = '1,5';", "1.5", "read as 1.5"),
    ],
)
def test_spellings_of_people_and_languages(text, number, note):
    literal = readings(text, at("fp64")).taken()
    assert literal.number == finite(Fraction(number))
    assert note in str(literal.note) if note else literal.note is None
    assert parse_literal(literal.text).number == literal.number


VULGAR = [each for each in map(chr, range(0x10000)) if decomposition(each).startswith("<fraction>")]


@pytest.mark.parametrize("symbol", [each for each in VULGAR if each != "⅟"])
def test_every_vulgar_fraction_is_exact(symbol):
    _, *points = decomposition(symbol).split()
    top, bottom = "".join(chr(int(point, 16)) for point in points).split("⁄")
    expected = Fraction(int(top), int(bottom))
    assert value(symbol) == expected
    assert value(f"7{symbol}") == 7 + expected
    assert value(f"-7{symbol}") == -7 - expected


@pytest.mark.parametrize(
    "text", ["½½", "1.5½", "1e3½", "0x1½", "fp16:½", '"1.5" "2.5"', "'1.5\"", ';"', "1.5x;", '"x"']
)
def test_what_is_wrong_in_quotes_is_named_with_them(text):
    with pytest.raises(LiteralError, match="is not ") as refusal:
        parse_literal(text)
    assert f"'{text}'" in str(refusal.value)


def test_a_quote_that_is_open_waits():
    with pytest.raises(IncompleteLiteral):
        parse_literal('"1.5')


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ('"0x3e00"', "fp16:0x3e00"),
        ("16'h3e00;", "fp16:16'h3e00"),
        ("'h3e00", "fp16:'h3e00"),
        ("`bf16:0x3fc0`", "bf16:0x3fc0"),
        ("f32::from_bits(0x3fc00000);", "fp32:0x3fc00000"),
    ],
)
def test_a_code_in_quotes_is_that_code(text, code):
    assert readings(text, at("fp16")).taken() == parse_literal(code)


# -- a value and its code -------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("1.5 (0x3e00)", "fp16:0x3e00"),
        ("1.5 (0x3fc0)", "bf16:0x3fc0"),
        ("1.5 (0x3fc00000)", "fp32:0x3fc00000"),
        ("1.5 (0x3FF8_0000_0000_0000)", "fp64:0x3ff8000000000000"),
        ("0x3e00 (1.5)", "fp16:0x3e00"),
        ("0x3e00 = 1.5", "fp16:0x3e00"),
        ("1.5 = 0x3e00", "fp16:0x3e00"),
        ("1.5 [0b0011111000000000];", "fp16:0x3e00"),
        ("-1.5 (0xbe00)", "fp16:0xbe00"),
        ("3.14159 (0x40490fdb)", "fp32:0x40490fdb"),
        ("3.141593 (0x40490fdb)", "fp32:0x40490fdb"),
        ("65500 (0x7bff)", "fp16:0x7bff"),
        ("5.96046e-08 (0x1)", "fp16:0x0001"),
        ("0x1.8p+0 (0x3e00)", "fp16:0x3e00"),
        ("-inf (0xfc00)", "fp16:0xfc00"),
        ("inf = 0x7f80", "bf16:0x7f80"),
        ("nan (0x7e01)", "fp16:0x7e01"),
    ],
)
def test_a_value_and_its_code_are_the_code(text, code):
    literal = readings(text, at("fp16", "fp16", "bf16")).taken()
    assert literal == parse_literal(code)
    assert str(literal.note) == f"read as {code}"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("1.5 (0x3e01)", "0x3e01 of FP16 is 1.5009765625, not 1.5"),
        ("1.6 (0x3fc00000)", "0x3fc00000 of FP32 is 1.5, not 1.6"),
        ("3.1416 (0x40490fdb)", "0x40490fdb of FP32 is 3.1415927410125732421875, not 3.1416"),
        ("nan (0x7c00)", "0x7c00 of FP16 is inf, not nan"),
        ("inf (0x7e00)", "0x7e00 of FP16 is nan, not inf"),
        ("0x3c00 = 1.5", "0x3c00 of FP16 is 1, not 1.5"),
        ("1.5 (0x12345678a)", "0x12345678a is a code of no format shown"),
    ],
)
def test_a_value_with_the_code_of_another_is_refused(text, said):
    with pytest.raises(LiteralError, match=re.escape(said)) as refusal:
        readings(text, at("fp16", "fp16", "bf16")).taken()
    assert str(refusal.value).startswith(f"'{text}'")
    assert "\n" not in str(refusal.value)


def test_a_field_of_a_format_takes_its_own_codes_alone():
    own = Context(own=find_format("bf16"))
    assert readings("1.5 (0x3fc0)", own).taken() == parse_literal("bf16:0x3fc0")
    with pytest.raises(LiteralError, match=r"0x3e00 of BF16 is 0\.125, not 1\.5"):
        readings("1.5 (0x3e00)", own).taken()


@pytest.mark.parametrize("text", ["15872 (0x3e00)", "0x3e00 = 15872"])
def test_an_integer_in_both_bases_is_what_its_hexadecimal_may_be(text):
    assert readings(text, at("fp16")) == readings("0x3e00", at("fp16"))


@pytest.mark.parametrize("text", ["1.5 (", "1.5 (0x", "1.5 (0x3e00", "0x3e00 (1.", "1.5 = "])
def test_half_of_both_waits(text):
    with pytest.raises(IncompleteLiteral):
        readings(text, at("fp16")).taken()


@given(st.floats(width=32, allow_nan=False), st.sampled_from(("{:g}", "{:e}", "{:.9g}", "{!r}")))
def test_what_programs_print_with_its_code_is_that_code(number, form):
    code = int.from_bytes(struct.pack(">f", number), "big")
    assume(number != code)  # 0, and what else says the same as an integer
    literal = readings(f"{form.format(number)} ({code:#x})", at("fp32")).taken()
    assert (literal.format, literal.code) == (find_format("fp32"), code)


# -- values that are none -------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("1.#INF", Infinity(False)),
        ("-1.#INF00", Infinity(True)),
        ("-1.#IND", NaN(True)),
        ("1.#QNAN", NaN()),
        ("-nan(ind)", NaN(True)),
        ("nan(snan)", NaN(quiet=False)),
        ("np.inf", Infinity(False)),
        ("-math.inf", Infinity(True)),
        ("torch.nan", NaN()),
        ("float('-inf')", Infinity(True)),
        ("(_Float16)-INFINITY", Infinity(True)),
        ("HUGE_VALF", Infinity(False)),
        ("loss=nan", NaN()),
    ],
)
def test_infinities_and_nans_of_languages(text, number):
    assert readings(text, at("fp64")).taken().number == number


@pytest.mark.parametrize(
    ("text", "both"),
    [("1,500", (1.5, 1500)), ("-12,345", (-12.345, -12345)), ("１，５００", (1.5, 1500))],
)
def test_a_comma_that_may_be_either_asks(text, both):
    found = readings(text, at("fp64"))
    assert [each.number for each in found.literals] == [
        finite(Fraction(str(each))) for each in both
    ]
    with pytest.raises(AmbiguousLiteral, match=rf"^'{text}' may be .* or .*; type .* or .*"):
        found.taken()
    for literal in found.literals:
        assert parse_literal(literal.text).number == literal.number


@given(st.floats(allow_nan=False, allow_infinity=False, width=32))
def test_a_suffix_is_the_rounding_of_its_language(number):
    fp32 = find_format("fp32")
    text = exact_text(finite(Fraction(number) + Fraction(number) / 2**30))
    rounded = parse_literal(f"{text}.0f" if "." not in text else f"{text}f").number
    assert encode(fp32, rounded, Rules()).flags == encode(fp32, rounded, Rules()).flags.__class__(0)
    assert encode(fp32, parse_literal(text).number, Rules()).code == encode(fp32, rounded).code


# -- refusals -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("07 7A 42 9B", "4 bytes.* fp32:0x077a429b .* fp32:0x9b427a07"),
        ("44 79 FF FF", "4 bytes.* fp32:0x4479ffff"),
        ("0xc1,0xbb,0x99,0x9a", "4 bytes.* fp32:0xc1bb999a"),
        ("[0xF9, 0x4A, 0x60]", "3 bytes"),
        ("07:7A", "2 bytes.* fp16:0x077a"),
        ("[0, 16320, 0, 16448]", "a list of 4 numbers"),
        ("[999, 937, 833, 625]", "a list of 4 numbers"),
        ("1,5,7", "a list of 3 numbers"),
        ("1 2", "a list of 2 numbers"),
        ("1/√2", "type it in Expression"),
        ("sqrt(2)", "type it in Expression"),
        ("exp(88)", "type it in Expression"),
        ("1 + math.sin(2)", "type it in Expression"),
        ("pi", "a constant"),
        ("mxfp4:0x4", "blocks .* the nearest are .* fp4_e2m1, .* e8m0"),
        ("q14:0x7fff", "fixed point with its digits on one side .* q3.12"),
        ("fp6:0x3", "said of two; type fp6_e3m2 or fp6_e2m3"),
        ("0.1L", "a long double"),
    ],
)
def test_what_is_no_literal_is_named_for_what_it_is(text, what):
    with pytest.raises(LiteralError, match=what) as refusal:
        readings(text, at("fp32", whole=True)).taken()
    assert "\n" not in str(refusal.value)
    name = text.partition(":")[0] if ":0x" in text else text
    assert f"'{name}'" in str(refusal.value)


@pytest.mark.parametrize("text", ["fp17:0x1", "lr:1", "doubel:123", "fp23:1.5e"])
def test_a_wrong_name_of_a_format_is_no_label(text):
    with pytest.raises(LiteralError):
        parse_literal(text)


@pytest.mark.parametrize("text", ["lr: x", "lr: 1e-4 x"])
def test_a_label_is_no_format(text):
    with pytest.raises(LiteralError) as refusal:
        parse_literal(text)
    assert "format" not in str(refusal.value)


@pytest.mark.parametrize("text", ["(", "hello", "1,500", "fp17:0x1", "3e"])
def test_a_refusal_leaves_no_garbage(text):
    """What is collected later, at any moment, may be part of a window."""
    where = at("fp8_e4m3fn")
    gc.collect()
    gc.disable()
    try:
        with suppress(LiteralError):
            readings(text, where).taken()
        assert gc.collect() == 0
    finally:
        gc.enable()


# -- limits ---------------------------------------------------------------------------------------


FARTHEST_FORMATS = [find_format(name) for name in ("e19m1b524288fn", "e16m10", "e19m4b-524288fn")]


@strided(2)
@pytest.mark.parametrize("fmt", FARTHEST_FORMATS, ids=lambda fmt: fmt.name)
@pytest.mark.parametrize("name", [n.name for n in NOTATIONS if not n.name.startswith("bytes-")])
def test_the_farthest_values_of_the_largest_formats_come_back(fmt, name, stride):
    notation = next(each for each in NOTATIONS if each.name == name)
    farthest = (fmt.smallest_code, fmt.largest_code | fmt.sign_mask)
    for code in farthest[len(name) % stride :: stride]:
        text = notation.write(fmt, code)
        if text is not None:
            assert len(text) <= LONGEST_DECIMAL
            literal = readings(text, at(fmt.name, whole=True)).taken()
            assert read(literal, fmt, Rules()).code == code
            assert len(literal.text) <= MAX_LENGTH  # what links and scenes hold


def test_a_long_decimal_that_is_no_value_is_refused():
    with pytest.raises(LiteralError, match="at most 20000 are read"):
        parse_literal("0." + "1" * 30_000)


# -- what is copied -------------------------------------------------------------------------------


READ_BACK = [each for each in NOTATIONS if not each.name.startswith("bytes-")]  # no order is said


@strided(11)
@pytest.mark.parametrize("notation", READ_BACK, ids=lambda notation: notation.name)
def test_what_is_copied_reads_back(notation, stride):
    for fmt, code in CASES[READ_BACK.index(notation) % stride :: stride]:
        _assert_reads_back(notation, fmt, code)


@pytest.mark.parametrize("notation", READ_BACK, ids=lambda notation: notation.name)
@given(codes())
def test_whatever_is_copied_reads_back(notation, case):
    _assert_reads_back(notation, *case)


def _assert_reads_back(notation, fmt, code):
    text = notation.write(fmt, code)
    if text is None:
        return
    for shown in ((fmt,), (*DEFAULT_FORMATS, fmt)):
        literal = readings(text, Context(active=fmt, shown=shown, whole=True)).taken()
        if isinstance(literal, CodeLiteral):
            assert (literal.format, literal.code) == (fmt, code), text
        elif fmt.number_class(code) is not NumberClass.INVALID:
            assert read(literal, fmt, Rules()).code == _kept(notation, fmt, code), (text, literal)
        assert parse_literal(literal.text).number == literal.number


def _kept(notation, fmt, code):
    """The code that is canonical for the value; but a float of Python is a value of binary64 and no
    code: what signals becomes quiet when it is taken into a format (IEEE 754-2019, 6.2.1)."""
    number = decode(fmt, code).number
    if notation.name != "python" or not isinstance(number, NaN) or number.quiet:
        return fmt.canonical(code)
    return encode(fmt, number).code


@given(st.integers(1, 8), st.integers(0, 20), st.data())
def test_hex_digits_and_bits_of_any_width_are_offered(exponent_width, fraction_width, data):
    fmt = custom(exponent_width + 1, fraction_width + 1)
    code = data.draw(st.integers(0, (1 << fmt.width) - 1))
    for text in (fmt.code_text(code), f"0b{code:0{fmt.width}b}"):
        literal = readings(text, Context(active=fmt)).taken()
        assert (literal.format, literal.code) == (fmt, code)
        assert literal.number == decode(fmt, code).number


@pytest.mark.parametrize("prefer", [None, *Kind])
def test_a_preference_takes_no_reading_away(prefer):
    shown = tuple(map(find_format, ("fp16", "bf16", "fp32")))
    for text in ("0x3f8f8f6d", "0x3c00", "7e00", "3f800000", "0b0011110000000000"):
        usual = readings(text, Context(active=shown[0], shown=shown)).literals
        found = readings(text, Context(active=shown[0], shown=shown, prefer=prefer)).literals
        assert {each.text for each in found} == {each.text for each in usual}, text
