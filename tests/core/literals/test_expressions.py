"""What may be typed: right, half-typed, wrong, and hostile."""

from __future__ import annotations

import doctest
from fractions import Fraction

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from fpviz.core import literals
from fpviz.core.arithmetic.rounding import encode
from fpviz.core.formats import find_format, format_names
from fpviz.core.formats.decoding import decode
from fpviz.core.literals import (
    ACCEPTED,
    MAX_LENGTH,
    CodeLiteral,
    IncompleteLiteral,
    LiteralError,
    NumberLiteral,
    parse_literal,
)
from fpviz.core.numbers import Finite, Infinity, NaN, Number, finite
from fpviz.core.phrase import quoted
from fpviz.core.text import exact_text

TWO = Fraction(2)
NEGATIVE_ZERO = Finite(True, Fraction(0))


def _value(text: str) -> Fraction:
    number = parse_literal(text).number
    assert isinstance(number, Finite)
    return number.value


# -- right ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("0", 0),
        ("1.125", Fraction(9, 8)),
        ("-1.5", Fraction(-3, 2)),
        ("+7", 7),
        ("1.", 1),
        (".5", Fraction(1, 2)),
        ("007", 7),
        ("1e-8", Fraction(1, 10**8)),
        ("1E+3", 1000),
        ("1.5e1", 15),
        ("1e0000000000000001", 10),
        ("0e99999999999", 0),
        ("1_000.000_5", Fraction("1000.0005")),
        ("1/3", Fraction(1, 3)),
        ("0x1.8p-3", Fraction(3, 16)),
        ("0X1.8P-3", Fraction(3, 16)),
        ("0x.8", Fraction(1, 2)),
        ("0x1.", 1),
        ("0xff", 255),
        ("0xdead_beef", 0xDEADBEEF),
        ("0b101.1", Fraction(11, 2)),
        ("0b1p-3", Fraction(1, 8)),
        ("  1.5\n", Fraction(3, 2)),
        ("1 +\t2", 3),
        ("1\u00a0+\u20092", 3),
        ("−2", -2),
        ("2×3·4÷8", 3),
        ("1.00048828125000000000001", Fraction("1.00048828125000000000001")),
    ],
)
def test_numbers(text: str, value: Fraction) -> None:
    assert parse_literal(text).number == finite(value)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("2^-14", TWO**-14),
        ("2**-14", TWO**-14),
        ("65504+16", 65520),
        ("(1+2^-10)*3", 3 + 3 * TWO**-10),
        ("2-3-4", -5),
        ("8/4/2", 1),
        ("2+3*4", 14),
        ("-2^2", -4),
        ("(-2)^3", -8),
        ("(-2)^-3", Fraction(-1, 8)),
        ("(-2)^0", 1),
        ("2^3^2", 512),
        ("2^-2^2", Fraction(1, 16)),
        ("2 ** 3 ** 2", 512),
        ("(2/3)^-2", Fraction(9, 4)),
        ("0^0", 1),
        ("0^5", 0),
        ("1^(10^300)", 1),
        ("--3", 3),
        ("-+-3", 3),
        ("2*-3", -6),
        ("1-1", 0),
        ("2^1.0", 2),
        ("2^(4/2)", 4),
        ("((((1))))", 1),
        ("fp16:0x3c00+1", 2),
        ("5/inf", 0),
        ("9^9^0", 9),
    ],
)
def test_expressions(text: str, value: Fraction) -> None:
    assert parse_literal(text).number == finite(value)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("-0", NEGATIVE_ZERO),
        ("-0.0e5", NEGATIVE_ZERO),
        ("-0x0p3", NEGATIVE_ZERO),
        ("--0", finite(0)),
        ("-0-0", NEGATIVE_ZERO),
        ("-0+0", finite(0)),
        ("0-0", finite(0)),
        ("-0*5", NEGATIVE_ZERO),
        ("0/-5", NEGATIVE_ZERO),
        ("5/-inf", NEGATIVE_ZERO),
        ("(-0)^3", NEGATIVE_ZERO),
        ("(-0)^2", finite(0)),
        ("fp16:0x8000", NEGATIVE_ZERO),
    ],
)
def test_zeros_keep_their_sign(text: str, number: Number) -> None:
    assert parse_literal(text).number == number


@pytest.mark.parametrize(
    ("text", "negative"),
    [
        ("inf", False),
        ("-INF", True),
        ("infinity", False),
        ("∞", False),
        ("-∞", True),
        ("inf+1", False),
        ("1-inf", True),
        ("inf+inf", False),
        ("inf*-2", True),
        ("-2*inf", True),
        ("inf/3", False),
        ("inf/-0", True),
        ("1/0", False),
        ("1/-0", True),
        ("0^-1", False),
        ("(-0)^-3", True),
        ("(-0)^-2", False),
    ],
)
def test_infinities(text: str, negative: bool) -> None:
    assert parse_literal(text).number == Infinity(negative)


@pytest.mark.parametrize(
    ("text", "nan"),
    [
        ("nan", NaN()),
        ("NaN", NaN()),
        ("qnan", NaN()),
        ("-nan", NaN(True)),
        ("snan", NaN(quiet=False)),
        ("nan(0x123)", NaN(payload=0x123)),
        ("-snan(5)", NaN(True, 5, False)),
        ("nan(0b101)", NaN(payload=5)),
        ("nan(0x1_2)", NaN(payload=0x12)),
        ("nan(3)+1", NaN(payload=3)),
        ("1+nan(3)", NaN(payload=3)),
        ("nan(3)*nan(4)", NaN(payload=3)),
        ("2*nan(3)", NaN(payload=3)),
        ("1/nan(3)", NaN(payload=3)),
        ("nan(3)/0", NaN(payload=3)),
        ("inf-inf", NaN()),
        ("inf/inf", NaN()),
        ("0*inf", NaN()),
        ("inf*-0", NaN()),
        ("0/0", NaN()),
    ],
)
def test_nans(text: str, nan: NaN) -> None:
    assert parse_literal(text).number == nan


@pytest.mark.parametrize(
    ("text", "name", "code"),
    [
        ("fp16:0x3c00", "fp16", 0x3C00),
        ("FP16:0X3C00", "fp16", 0x3C00),
        ("half:0x3c00", "fp16", 0x3C00),
        ("fp16:0b0_01111_0010000000", "fp16", 0x3C80),
        ("fp16:0x00003c00", "fp16", 0x3C00),
        ("fp16:0x7e01", "fp16", 0x7E01),
        ("e8m0:0xff", "e8m0", 0xFF),
        ("e5m7:0x1", "e5m7", 1),
        ("e5m10:0x1", "fp16", 1),
        ("e4m3b11fnuz:0x7f", "fp8_e4m3b11fnuz", 0x7F),
        ("e4m3b-11fn:0x10", "e4m3b-11fn", 0x10),
        ("ue6m0finite:0x3f", "ue6m0finite", 0x3F),
        (" fp16:0x3c00 ", "fp16", 0x3C00),
    ],
)
def test_codes_with_their_format(text: str, name: str, code: int) -> None:
    literal = parse_literal(text)
    assert isinstance(literal, CodeLiteral)
    assert (literal.format.name, literal.code) == (name, code)
    assert literal.number == decode(find_format(name), code).number
    assert literal.text == text


@pytest.mark.parametrize("text", ["-fp16:0x3c00", "(fp16:0x3c00)", "fp16:0x3c00*1", "1.5"])
def test_what_is_more_than_a_code_has_none(text: str) -> None:
    assert isinstance(parse_literal(text), NumberLiteral)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("0x3c00", 0x3C00),
        ("0b0_01111_0010000000", 0x3C80),
        ("0xFFFF", 0xFFFF),
        ("0x0003c00", 0x3C00),
        ("0x1", 1),
        (" 0b1 ", 1),
    ],
)
def test_a_bare_code_in_a_field_of_its_format(text: str, code: int) -> None:
    fmt = find_format("fp16")
    literal = parse_literal(text, fmt)
    assert (literal.format, literal.code) == (fmt, code)
    assert literal.number == decode(fmt, code).number


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("0x10000", 65536),  # more than the format's width: a number
        ("0x1p0", 1),
        ("0x1.8", Fraction(3, 2)),
        ("-0x1", -1),
        ("0x1+0x1", 2),
        ("1", 1),
    ],
)
def test_a_number_in_a_field_of_a_format(text: str, value: Fraction) -> None:
    literal = parse_literal(text, find_format("fp16"))
    assert isinstance(literal, NumberLiteral)
    assert literal.number == finite(value)


@pytest.mark.parametrize(
    ("text", "name", "code", "said"),
    [
        ("16'h3c7c", "fp16", 0x3C7C, "fp16:16'h3c7c"),
        ("16'H3C7C", "bf16", 0x3C7C, "bf16:16'H3C7C"),
        (" 16 'sh 3c_7c ", "fp16", 0x3C7C, "fp16:16 'sh 3c_7c"),
        ("'h3c7c", "fp32", 0x3C7C, "fp32:'h3c7c"),
        ("16'b0_01111_0001111100", "fp16", 0x3C7C, "fp16:16'b0_01111_0001111100"),
        ("16’o036174", "fp16", 0x3C7C, "fp16:16'o036174"),
        ("16'd15484", "fp16", 0x3C7C, "fp16:16'd15484"),
        ("19'h1fc7c", "tf32", 0x1FC7C, "tf32:19'h1fc7c"),
        ("0 01111 0001111100", "fp16", 0x3C7C, "fp16:0b0_01111_0001111100"),
        ("1  00 1", "fp4_e2m1", 0x9, "fp4_e2m1:0b1_00_1"),
        ("0x3c7c", "fp16", 0x3C7C, "fp16:0x3c7c"),
    ],
)
def test_what_can_be_nothing_but_a_code_is_one_of_the_active_format(text, name, code, said) -> None:
    fmt = find_format(name)
    literal = parse_literal(text, active=fmt)
    assert (literal.code, literal.text) == (code, said)
    assert parse_literal(literal.text) == literal  # wherever it stands
    assert parse_literal(text, fmt).code == code


@pytest.mark.parametrize(
    ("text", "name", "named"),
    [
        ("16'h3c7c", "fp32", "has 16 bits, and fp32 has 32"),
        ("fp32:16'h3c7c", None, "has 16 bits, and fp32 has 32"),
        ("16'h13c7c", "fp16", "more than the 16 bits of fp16"),
        ("16'h3c7c", None, "is a code; name its format"),
        ("16'hzz7c", "fp16", '"\'hzz7c"'),
        ("16'b012", "fp16", '"\'b012"'),
        ("0 0111 0001111100", "fp16", "its fields have 1, 5, 10 bits"),
        ("0 01111 00011111000", "fp16", "its fields have 1, 5, 10 bits"),
        ("0 01111 0001111100", None, "a list of 3 numbers"),
    ],
)
def test_a_code_that_is_not_the_formats_is_refused(text, name, named) -> None:
    with pytest.raises(LiteralError) as refusal:
        parse_literal(text, active=find_format(name) if name else None)
    assert not isinstance(refusal.value, IncompleteLiteral)
    assert named.replace('"', "") in str(refusal.value).replace('"', "")


@pytest.mark.parametrize("text", ["16'", "16'h", "16'sh", "'", "16 'b ", "0 0111", "0 01111 000"])
def test_a_half_typed_code_waits(text: str) -> None:
    with pytest.raises(IncompleteLiteral):
        parse_literal(text, active=find_format("fp16"))


@pytest.mark.parametrize("text", ["fp16:16'", "fp16:16'h", "1+fp16:'b"])
def test_a_half_typed_code_behind_its_format_waits(text: str) -> None:
    with pytest.raises(IncompleteLiteral):
        parse_literal(text)


@pytest.mark.parametrize(
    ("text", "name", "code"),
    [
        ("https://float.exposed/0x3f8f8f6d", "fp32", 0x3F8F8F6D),
        ("https://float.exposed/0x3ff1f1edae738d42", "fp64", 0x3FF1F1EDAE738D42),
        ("https://float.exposed/0x3c7c", "fp16", 0x3C7C),
        ("https://float.exposed/b0x3f90", "bf16", 0x3F90),
        ("http://www.float.exposed/B0X3F90/", "bf16", 0x3F90),
        (" float.exposed/0x3c7c. ", "fp16", 0x3C7C),
        ("HTTPS://FLOAT.EXPOSED/0X3C7C),", "fp16", 0x3C7C),
    ],
)
def test_links_of_float_exposed_are_codes(text: str, name: str, code: int) -> None:
    literal = parse_literal(text)
    assert isinstance(literal, CodeLiteral)
    assert (literal.format.name, literal.code) == (name, code)
    assert literal.text == f"{name}:{literal.format.code_text(code)}"


@pytest.mark.parametrize(
    "text", ["float.exposed/", "float.exposed/0x3c7", "float.exposed/b0x3f8f8f6d"]
)
def test_other_links_of_float_exposed_are_refused(text: str) -> None:
    with pytest.raises(LiteralError, match=r"no link of float\.exposed: there 0x has 4, 8 or 16"):
        parse_literal(text)


def test_another_formats_code_in_a_field_of_a_format() -> None:
    literal = parse_literal("fp32:0x3f800000", find_format("fp16"))
    assert literal.format == find_format("fp32")


def test_text_is_not_rounded_on_the_way() -> None:
    text = "1.00048828125000000000001"
    assert encode(find_format("fp16"), parse_literal(text).number).code == 0x3C01
    assert encode(find_format("fp16"), finite(Fraction(float(text)))).code == 0x3C00


@given(st.decimals(allow_nan=False, allow_infinity=False, places=30))
def test_decimals_mean_what_decimal_means(number) -> None:
    assert _value(str(number)) == Fraction(number)


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_hexfloats_mean_what_c_means(number: float) -> None:
    assert _value(number.hex()) == Fraction(number)


@given(st.integers(-(10**50), 10**50), st.integers(1, 10**50))
def test_exact_text_reads_back(n: int, d: int) -> None:
    number = finite(Fraction(n, d))
    assert parse_literal(exact_text(number)).number == number


def test_the_longest_texts_are_read() -> None:
    assert _value("1" * MAX_LENGTH) == 10**MAX_LENGTH // 9
    fp128 = find_format("fp128")
    text = exact_text(decode(fp128, fp128.min_normal_code - 1).number)
    assert encode(fp128, parse_literal("-" + text).number).code == (
        fp128.min_normal_code - 1 | fp128.sign_mask
    )


# -- half-typed -----------------------------------------------------------------------------------

INCOMPLETE = [
    *("", " ", " \t\n", "-", "+", "--", ".", "-.", "1e", "1e-", "1e+", "1.5E", "1_", "1.5_"),
    *("0x", "0X", "0b", "0x.", "0x1p", "0x1.8p-", "0x1_", "0b1_", "(", "(1", "(1+", "((1)"),
    *("1+", "1*", "2^", "2^-", "2**", "1/", "i", "in", "infi", "infinit", "n", "na", "nan("),
    *("nan(0", "nan(0x", "nan(0x12", "nan(12", "s", "sna", "q", "snan(", "f", "fp", "fp16"),
    *("FP16", "fp16:", "fp16:0", "fp16:0x", "fp16:0b", "fp16:0b1_", "half", "half:", "ha"),
    *("e", "e5", "e5m", "e5m7", "e5m7f", "e5m7fn", "e4m3b", "e4m3b-", "e4m3b-1", "e4m3b11fnu"),
    *("ue", "ue8m0", "1+fp16:", "(fp16:0x", "-fp", "bf16", "(" * 99),
]


@pytest.mark.parametrize("text", INCOMPLETE)
@pytest.mark.parametrize("name", [None, "fp16"])
def test_a_half_typed_text_waits(text: str, name: str | None) -> None:
    with pytest.raises(IncompleteLiteral, match="is not complete") as waiting:
        parse_literal(text, find_format(name) if name else None)
    assert str(waiting.value).isprintable()


_digits = st.from_regex(r"[0-9]{1,4}(_[0-9]{1,3})?", fullmatch=True)
_exponents = st.from_regex(r"[+-]?[0-9]{1,2}", fullmatch=True)
_decimals = st.one_of(
    _digits,
    st.builds("{}.{}".format, _digits, _digits),
    st.builds(".{}".format, _digits),
    st.builds("{}.e{}".format, _digits, _exponents),
    st.builds("{}E{}".format, _digits, _exponents),
)
_hex_floats = st.from_regex(
    r"0[xX][0-9a-fA-F]{1,4}(_[0-9a-f])?(\.[0-9a-f]{0,3})?(p[+-]?[0-9]{1,3})?", fullmatch=True
)
_words = st.sampled_from(
    ["inf", "-Infinity", "∞", "nan", "qNaN", "snan(0x1f)", "nan(0b101)", "-nan(12)", "nan(0x1_f)"]
)
_format_names = st.sampled_from(
    [*format_names(), "e5m7", "e4m3b-11fn", "e3m2b5finite", "ue6m0", "E6M9FNUZ"]
)
_codes = st.builds("{}:0x{:x}".format, _format_names, st.integers(0, 15)) | st.builds(
    "{}:0b{:b}".format, _format_names, st.integers(0, 15)
)
_atoms = st.one_of(_decimals, _hex_floats, _words, _codes)
_operators = st.sampled_from([" + ", "-", "*", " / ", "×", "−"])
_expressions = st.recursive(
    _atoms | _decimals.flatmap(lambda base: st.builds(f"{base}^{{}}".format, st.integers(-9, 9))),
    lambda inner: st.one_of(
        st.builds("({})".format, inner),
        st.builds("{}{}{}".format, inner, _operators, inner),
        st.builds("{}{}".format, st.sampled_from(["-", "+", "- "]), inner),
    ),
    max_leaves=5,
)


@given(_expressions, st.sampled_from([None, "fp16", "fp4_e2m1"]))
@example("nan(0x1_2)*e4m3b-11fn:0b1_0", None)
@example("2**-14 - 1_0.5e-1/(∞)", "fp16")
def test_every_prefix_of_a_literal_is_a_literal_or_incomplete(text: str, name: str | None) -> None:
    fmt = find_format(name) if name else None
    parse_literal(text, fmt)
    for end in range(len(text)):
        try:
            parse_literal(text[:end], fmt)
        except IncompleteLiteral:
            continue


@pytest.mark.parametrize(
    ("whole", "prefix"), [("9^9^9^0", "9^9^9"), ("2^0.5e1", "2^0.5"), ("2^(1/2)^-1", "2^(1/2)")]
)
def test_a_value_that_is_refused_is_refused_though_more_might_be_typed(
    whole: str, prefix: str
) -> None:
    """The exception to the rule above: the syntax is right, and the value as it stands is not."""
    assert isinstance(parse_literal(whole).number, Finite)
    with pytest.raises(LiteralError, match=r"too large|whole number") as refusal:
        parse_literal(prefix)
    assert not isinstance(refusal.value, IncompleteLiteral)


# -- wrong ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "1x",
        "hello",
        "1.5.2",
        "1 2",
        "2(3)",
        "(1]",
        ")",
        "1)",
        "*2",
        "2*/3",
        "2***3",
        "1e5.5",
        "1ex",
        "(1e)",
        "e1e",
        ".e5",
        ".e",
        "0x.p",
        "0xg",
        "0x1g",
        "0b12",
        "0o17",
        "infx",
        "nano",
        "inf2",
        "_1",
        "1__0",
        "1_.5",
        "1._5",
        "1e1_0",
        "0x_1",
        "nan()",
        "nan(0x)",
        "nan(x)",
        "nan(09)",
        "nan(1]",
        "fp17:0x1",
        "e99m3:0x1",
        "e5m0:0x1",
        "fp16:3c00",
        "fp16:0xg",
        "fp16: 0x1",
        "fp16:0x_1",
        "fp16 :0x1",
        "fp16:0x10000",
        "fp4:0b1_0000",
        "fp16:0x1zz",
        "fp16:0x1.8",
        "2^0.5",
        "2^inf",
        "nan^2",
        "٣",
        "1e٣",
        "nan(٣)",
        "ıNF",
        "\0",
        "1\x00",
        "1\x1f+2",
        "1\n\x0b2",
        "a\nb",
        "\u202e1",
        "\ud800",
        "é\U0010ffff",
    ],
)
def test_wrong_texts_are_refused_in_one_line_that_names_them_whole(text: str) -> None:
    with pytest.raises(LiteralError) as refusal:
        parse_literal(text)
    assert not isinstance(refusal.value, IncompleteLiteral)
    message = str(refusal.value)
    assert message.isprintable()
    name, colon, _ = text.partition(":")
    assert quoted(text.strip()) in message or (colon and name in message)


@pytest.mark.parametrize("text", ["(1", "1_ ", "nan(1"])
def test_what_a_closing_mark_may_complete_waits(text: str) -> None:
    with pytest.raises(IncompleteLiteral):
        parse_literal(text)


def test_a_refusal_says_what_would_be_accepted() -> None:
    with pytest.raises(LiteralError) as refusal:
        parse_literal("hello")
    assert str(refusal.value) == f"'hello' is not understood; type {ACCEPTED}"
    for text in ("1.125", "1/3", "0x1.8p-3", "inf", "nan", "fp16:0x3c00", "2^-14"):
        assert text in (*str(ACCEPTED).replace(",", "").split(), "1.125")
        parse_literal(text)


# -- hostile --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "9^9^9",
        "2^1100001",
        "2^-1100001",
        "(1/3)^999999",
        "1e99999999999",
        "1e-99999999999",
        "1e400001",
        "0x1p9999999",
        "0x1p-99999999999",
        "1" + "0" * 10**6,
        "9" * 10**7,
        "(" * 101,
        "(" * 19_000,
        "-" * 19_000 + "1",
        "2^" * 200 + "2",
        "2^0." + "0" * 5000 + "1",
        "2^(1/3^9000)",
        "2^1" + "0" * 10_000,
        "1/3^99999+1/7^99999",
        "3^150000*3^150000*3^150000",
        "+".join(["1/3^30000"] * 50),
        "*".join(["(2^-300000)"] * 9),
        "nan(" + "9" * 5000 + ")",
        "fp16:0x" + "f" * 15_000,
        "x" * 20_000,
        "e" + "9" * 10_000 + "m1:0x1",
        "\0" * 20_000,
        "1" + "_0" * 9_000 + "__",
    ],
    ids=lambda text: text[:20].encode("unicode_escape").decode() + f" ({len(text)})",
)
def test_hostile_texts_are_refused_before_they_are_computed(text: str) -> None:
    with pytest.raises(LiteralError) as refusal:
        parse_literal(text)
    assert not isinstance(refusal.value, IncompleteLiteral)
    message = str(refusal.value)
    assert message.isprintable()
    assert len(message) < 500


@given(st.text(max_size=60), st.sampled_from([None, "fp16"]))
def test_any_text_is_read_or_refused(text: str, name: str | None) -> None:
    _assert_read_or_refused(text, name)


@given(
    st.text("0123456789._eExXpPbB+-*/^():infaqs mM", max_size=24),
    st.sampled_from([None, "fp16"]),
)
def test_any_text_of_the_right_characters_is_read_or_refused(text: str, name: str | None) -> None:
    _assert_read_or_refused(text, name)


def _assert_read_or_refused(text: str, name: str | None) -> None:
    try:
        literal = parse_literal(text, find_format(name) if name else None)
    except LiteralError as error:
        message = str(error)
    else:
        assert literal.text == text or parse_literal(literal.text) == literal
        message = ""
    assert message == "" or message.isprintable()


def test_examples_in_the_documentation() -> None:
    assert doctest.testmod(literals).failed == 0
