"""The x87's format: against the manual's words, and against the processor where it has one."""

from __future__ import annotations

import platform
from collections.abc import Iterator
from fractions import Fraction
from random import Random

import numpy as np
import pytest

from fpviz.core.arithmetic.operations import add, multiply
from fpviz.core.arithmetic.rounding import Flags, Rounding, Rules, encode
from fpviz.core.formats import NumberClass, find_format
from fpviz.core.formats.decoding import decode, value_of
from fpviz.core.literals import LiteralError, parse_literal
from fpviz.core.numbers import Finite, Infinity, NaN, finite
from tests.conformance import checks

TWO = Fraction(2)
X87 = find_format("x87")
J = 1 << 63
NORMAL, SUBNORMAL, ZERO = NumberClass.NORMAL, NumberClass.SUBNORMAL, NumberClass.ZERO
INFINITE, NAN, INVALID = NumberClass.INFINITE, NumberClass.NAN, NumberClass.INVALID
UNNORMAL = "an unnormal: leading bit 0 with an exponent field that wants 1"

has_x87 = pytest.mark.skipif(
    np.finfo(np.longdouble).nmant != 63 or platform.machine() not in ("x86_64", "AMD64", "i686"),
    reason="long double is not the x87's here",
)


@pytest.mark.parametrize(
    ("code", "kind", "value"),
    [
        (0x3FFF8000000000000000, NORMAL, 1),
        (0xBFFF8000000000000000, NORMAL, -1),
        (0x00018000000000000000, NORMAL, TWO**-16382),
        (0x00008000000000000000, NORMAL, TWO**-16382),
        (0x00007FFFFFFFFFFFFFFF, SUBNORMAL, (1 - TWO**-63) * TWO**-16382),
        (0x00000000000000000001, SUBNORMAL, TWO**-16445),
        (0x7FFEFFFFFFFFFFFFFFFF, NORMAL, (2 - TWO**-63) * TWO**16383),
        (0x80000000000000000000, ZERO, 0),
        (0x7FFF8000000000000000, INFINITE, None),
        (0x7FFFC000000000000000, NAN, None),
        (0x7FFF8000000000000001, NAN, None),
        (0x3FFF4000000000000000, INVALID, None),
        (0x3FFF0000000000000000, INVALID, None),
        (0x7FFF0000000000000000, INVALID, None),
        (0x7FFF0000000000000001, INVALID, None),
        (0xFFFF4000000000000000, INVALID, None),
    ],
)
def test_codes_of_every_kind(code: int, kind: NumberClass, value: Fraction | None):
    assert decode(X87, code).number_class is kind
    if value is not None:
        assert value_of(X87, code) == value


@pytest.mark.parametrize(
    ("number", "code"),
    [
        ("3.14159265358979323846264338327950288", 0x4000C90FDAA22168C235),
        ("0.1", 0x3FFBCCCCCCCCCCCCCCCD),
        ("1e5000", 0x7FFF8000000000000000),
    ],
)
def test_numbers_become_codes(number: str, code: int):
    assert encode(X87, parse_literal(number).number).code == code


@pytest.mark.parametrize(
    ("code", "remark"),
    [
        (0x3FFF4000000000000000, UNNORMAL),
        (0x3FFF0000000000000000, UNNORMAL),
        (0x7FFF0000000000000000, "a pseudo-infinity: leading bit 0 where an infinity has 1"),
        (0x7FFF4000000000000000, "a pseudo-NaN: leading bit 0 where a NaN has 1"),
        (
            0x80008000000000000001,
            "a pseudo-denormal: leading bit 1 with exponent field 0; canonical is "
            + X87.code_text(0x80018000000000000001),
        ),
    ],
)
def test_what_contradicts_itself_is_named(code: int, remark: str):
    assert str(X87.remark(code)) == remark
    assert X87.remark(0x3FFF8000000000000000) is None
    assert X87.remark(0x00000000000000000001) is None


def test_a_pseudo_denormal_is_a_value_that_rounding_never_delivers():
    code = 0x0000C000000000000000
    assert value_of(X87, code) == Fraction(3, 2) * TWO**-16382
    assert encode(X87, decode(X87, code).number).code == X87.canonical(code)
    assert X87.canonical(code) == 0x0001C000000000000000


@pytest.mark.parametrize(
    ("code", "nan"),
    [
        (0x7FFFC000000000000005, NaN(False, 5, True, 62)),
        (0xFFFF8000000000000005, NaN(True, 5, False, 62)),
        (0xFFFFC000000000000000, NaN(True, 0, True, 62)),
    ],
)
def test_nans_say_what_they_say_in_ieee_formats(code: int, nan: NaN):
    assert decode(X87, code).number == nan
    assert encode(X87, nan).code == code | 1 << 62


def test_an_invalid_operand_makes_the_indefinite_nan():
    one = (X87, 0x3FFF8000000000000000)
    found = multiply(X87, (X87, 0x3FFF4000000000000000), one)
    assert (found.code, found.flags) == (0xFFFFC000000000000000, Flags.INVALID)


def test_the_formula_has_the_stored_leading_bit():
    zeros = "0" * 63
    texts = {
        0x3FFF8000000000000000: f"(−1)0 × 216383−16383 × 1.{zeros}2",
        0x00008000000000000000: f"(−1)0 × 21−16383 × 1.{zeros}2",
        0x80000000000000000000: f"(−1)1 × 21−16383 × 0.{zeros}2",
    }
    for code, text in texts.items():
        assert "".join(piece.text for piece in X87.formula(code)) == text


def test_codes_are_counted_by_class():
    found = X87.class_counts()
    assert sum(found.values()) == 1 << 80
    assert found[INVALID] == 2 * 0x7FFF * J
    assert found[NORMAL] == 2 * 0x7FFE * J + 2 * J  # and the pseudo-denormals


def by_definition(code: int) -> Fraction:
    """What a valid code is worth: the sum of its bits."""
    sign, field, significand = code >> 79, code >> 64 & 0x7FFF, code & (1 << 64) - 1
    magnitude = significand * TWO ** (max(field, 1) - 16383 - 63)
    return -magnitude if sign else magnitude


def valid_codes(count: int) -> Iterator[int]:
    """Numbers of all sizes, half of them near 1, with some pseudo-denormals and denormals."""
    rng = Random(87)
    fields = (lambda: 0, lambda: rng.randrange(1, 0x7FFF), lambda: rng.randrange(16320, 16450))
    edges = (0, 1, J - 1, J >> 1)
    for _ in range(count):
        sign, field = rng.getrandbits(1), fields[min(rng.randrange(8), 2)]()
        fraction = rng.choice(edges) if rng.randrange(4) == 0 else rng.getrandbits(63)
        leading = J if field or rng.getrandbits(1) else 0
        yield sign << 79 | field << 64 | leading | fraction


def as_longdoubles(codes: list[int]) -> np.ndarray:
    size = np.dtype(np.longdouble).itemsize
    data = b"".join(code.to_bytes(10, "little").ljust(size, b"\0") for code in codes)
    return np.frombuffer(data, np.longdouble)


def codes_of(values: np.ndarray) -> list[int]:
    size, data = values.dtype.itemsize, values.tobytes()
    return [int.from_bytes(data[i : i + 10], "little") for i in range(0, len(data), size)]


LONG = pytest.mark.sweep
by_count = pytest.mark.parametrize("count", [1000, pytest.param(20_000, marks=LONG)])


@checks("decoding", against="definitions", name="x87")
@checks("encoding", against="decoding", name="x87")
@by_count
def test_random_codes_say_what_their_bits_are_worth(count: int, compared):
    for code in valid_codes(count):
        assert value_of(X87, code) == by_definition(code)
        rounded = encode(X87, decode(X87, code).number)
        assert (rounded.code, rounded.flags) == (X87.canonical(code), Flags.NONE)
    compared(count)


@checks("decoding", against="processor", name="x87")
@has_x87
@by_count
def test_the_processor_reads_the_same_numbers(count: int, compared):
    codes = list(valid_codes(count))
    for code, value in zip(codes, as_longdoubles(codes), strict=True):
        assert Fraction(*value.as_integer_ratio()) == value_of(X87, code), X87.code_text(code)
    compared(count)


@checks("arithmetic", "ties-to-even", against="processor", name="x87")
@has_x87
@by_count
@pytest.mark.parametrize(("ours", "theirs"), [(add, np.add), (multiply, np.multiply)])
def test_the_processor_computes_the_same(ours, theirs, count: int, compared):
    codes = list(valid_codes(2 * count))
    a, b = codes[:count], codes[count:]
    with np.errstate(all="ignore"):
        results = codes_of(theirs(as_longdoubles(a), as_longdoubles(b)))
    for x, y, said in zip(a, b, results, strict=True):
        assert ours(X87, (X87, x), (X87, y)).code == said, (X87.code_text(x), X87.code_text(y))
    compared(count)


@checks("rounding", "ties-to-even", against="processor", name="x87")
@has_x87
@by_count
@pytest.mark.parametrize(("name", "kind"), [("fp64", np.float64), ("fp32", np.float32)])
def test_the_processor_converts_the_same(name: str, kind: type, count: int, compared):
    fmt, codes = find_format(name), list(valid_codes(count))
    with np.errstate(all="ignore"):
        narrow = as_longdoubles(codes).astype(kind)
        back = codes_of(narrow.astype(np.longdouble))
    said = narrow.view(f"u{narrow.itemsize}").tolist()
    for code, theirs, again in zip(codes, said, back, strict=True):
        assert encode(fmt, decode(X87, code).number).code == theirs, X87.code_text(code)
        assert encode(X87, decode(fmt, theirs).number).code == again
    compared(count)


@has_x87
def test_the_processor_refuses_what_is_invalid():
    codes = [0x3FFF4000000000000000, 0x7FFF0000000000000000, 0x7FFF0000000000000001]
    with np.errstate(all="ignore"):
        products = codes_of(as_longdoubles(codes) * np.longdouble(1))
    assert products == [0xFFFFC000000000000000] * 3
    one = (X87, 0x3FFF8000000000000000)
    assert [multiply(X87, (X87, code), one).code for code in codes] == products


@pytest.mark.parametrize("rounding", [r for r in Rounding if not r.rule.draws])
def test_rounding_is_that_of_the_ieee_format_without_the_stored_bit(rounding: Rounding):
    plain, rng, rules = find_format("e15m63"), Random(5), Rules(rounding)
    for _ in range(300):
        exponent = rng.choice((rng.randrange(-16460, 16390), rng.randrange(-70, 70)))
        number = finite(rng.choice((-1, 1)) * rng.getrandbits(90) * TWO ** (exponent - 89))
        ours, theirs = encode(X87, number, rules), encode(plain, number, rules)
        assert ours.flags == theirs.flags
        assert decode(X87, ours.code).number == decode(plain, theirs.code).number


@pytest.mark.parametrize("name", X87.aliases)
def test_other_names(name: str):
    assert find_format(name) is X87


def test_infinities_and_zeros_have_signs():
    assert encode(X87, Infinity(True)).code == 0xFFFF8000000000000000
    assert encode(X87, Finite(True, Fraction(0))).code == 1 << 79


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("35 c2 68 21 a2 da 0f c9 00 40", "x87:0x4000c90fdaa22168c235"),
        ("35 c2 68 21 a2 da 0f c9 00 40 00 00", "x87:0x4000c90fdaa22168c235"),
        ("00 00 00 00 00 00 00 80 ff 3f 00 00 00 00 00 00", "x87:0x3fff8000000000000000"),
    ],
)
def test_bytes_as_they_are_stored_are_told_as_one_code(typed: str, code: str):
    with pytest.raises(LiteralError, match=code):
        parse_literal(typed)
