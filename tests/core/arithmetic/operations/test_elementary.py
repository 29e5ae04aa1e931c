"""Functions correctly rounded: against MPFR, and, in small formats, a reference of definitions."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from fractions import Fraction
from functools import lru_cache
from typing import Any

import gmpy2
import pytest

from fpviz.core.arithmetic.operations import Result, read_operand
from fpviz.core.arithmetic.operations.delivering import delivered
from fpviz.core.arithmetic.operations.elementary import FUNCTIONS
from fpviz.core.arithmetic.rounding import Flags, Overflow, Rounding, Rules, encode
from fpviz.core.formats import Format, find_format
from fpviz.core.formats.decoding import decode, is_nan_code
from fpviz.core.numbers import Finite, Infinity, NaN, finite
from tests.conformance import checks
from tests.reference import LAYOUTS, Choice, rounded

FP16, FP32, FP64 = map(find_format, ("fp16", "fp32", "fp64"))

MPFR_RULES = {
    Rounding.TIES_TO_EVEN: gmpy2.RoundToNearest,
    Rounding.TOWARD_ZERO: gmpy2.RoundToZero,
    Rounding.UPWARD: gmpy2.RoundUp,
    Rounding.DOWNWARD: gmpy2.RoundDown,
}

OF_MPFR: dict[str, Callable[[Any], Any]] = {
    name: getattr(gmpy2, name) for name in ("exp", "exp2", "log", "log2", "sin", "cos", "tanh")
}


def _gelu_tanh(x: Any) -> Any:
    cubic = x + gmpy2.mpfr(44715) / 10**6 * x**3
    return x / (1 + gmpy2.exp(-2 * gmpy2.sqrt(2 / gmpy2.const_pi()) * cubic))


WIDELY: dict[str, Callable[[Any], Any]] = {
    **OF_MPFR,
    "sigmoid": lambda x: 1 / (1 + gmpy2.exp(-x)),
    "gelu": lambda x: x * gmpy2.erfc(-x / gmpy2.sqrt(gmpy2.mpfr(2))) / 2,
    "gelu-tanh": _gelu_tanh,
}
"""Each function in some steps of MPFR, for many more bits than are looked at."""

INEXACT, UNDERFLOW, OVERFLOW = Flags.INEXACT, Flags.UNDERFLOW, Flags.OVERFLOW


def _operate(name: str, fmt: Format, code: int, rules: Rules = Rules()) -> Result:
    return delivered(fmt, FUNCTIONS[name](rules, read_operand((fmt, code))), rules)


def _code(fmt: Format, value: Fraction | str) -> int:
    return encode(fmt, finite(Fraction(value))).code


# -- MPFR's own rounding ----------------------------------------------------------------------


def _mpfr(fmt: Format, code: int) -> Any:
    match decode(fmt, code).number:
        case Finite(negative, magnitude):
            value = gmpy2.mpfr(gmpy2.mpq(*magnitude.as_integer_ratio()))
            return -value if negative else value
        case Infinity(negative):
            return gmpy2.inf(-1 if negative else 1)
    return gmpy2.nan()


def _contexts(fmt: Format, rounding: Rounding) -> tuple[Any, Any]:
    """One of the format's precision and range, one of its precision alone."""
    precision, way = fmt.precision, MPFR_RULES[rounding]
    narrow = gmpy2.context(
        precision=precision,
        emax=fmt.emax + 1,
        emin=fmt.emin - precision + 2,
        subnormalize=True,
        round=way,
    )
    return narrow, gmpy2.context(precision=precision, emax=10**9, emin=-(10**9), round=way)


def _theirs(name: str, fmt: Format, code: int, contexts: tuple[Any, Any]) -> tuple[Any, Flags]:
    """MPFR's result and flags; what is tiny is told by the one without a range."""
    narrow, wide = contexts
    with wide:
        x = _mpfr(fmt, code)
        free = OF_MPFR[name](x)
        tiny = abs(free) < gmpy2.exp2(gmpy2.mpfr(fmt.emin))
    with narrow as context:
        context.clear_flags()
        value = OF_MPFR[name](x)
        flags = Flags.NONE
        for flag, raised in (
            (INEXACT, context.inexact),
            (OVERFLOW, context.overflow),
            (Flags.DIVIDE_BY_ZERO, context.divzero),
            (Flags.INVALID, context.invalid and not gmpy2.is_nan(x)),
            (UNDERFLOW, context.inexact and tiny),
        ):
            flags |= flag if raised else Flags.NONE
    return value, flags


def _agrees(fmt: Format, code: int, theirs: Any) -> bool:
    if gmpy2.is_nan(theirs):
        return is_nan_code(fmt, code)
    number = decode(fmt, code).number
    if gmpy2.is_infinite(theirs):
        return number == Infinity(theirs < 0)
    return number == Finite(bool(gmpy2.is_signed(theirs)), abs(_fraction(theirs)))


def _compare(name: str, fmt: Format, codes: Iterator[int], rounding: Rounding) -> int:
    """How many results were compared."""
    contexts, rules, count = _contexts(fmt, rounding), Rules(rounding), 0
    for count, code in enumerate(codes, 1):  # noqa: B007 - it is told
        ours = _operate(name, fmt, code, rules)
        value, flags = _theirs(name, fmt, code, contexts)
        assert _agrees(fmt, ours.code, value), (name, fmt.name, hex(code), rounding, ours, value)
        if not is_nan_code(fmt, code):
            assert ours.flags == flags, (name, fmt.name, hex(code), rounding, ours, flags)
    return count


def _telling(fmt: Format, draw: random.Random, count: int) -> Iterator[int]:
    """Codes of all sizes: at the ends of the range, at multiples of π/2, where exp ends, near 1."""
    last = fmt.largest_place
    yield from (fmt.code_at(place) for place in (0, 1, 2, fmt.min_normal_place, last, last + 1))
    yield fmt.code_of_nan(NaN()) or 0
    for _ in range(count):
        yield fmt.code_at(draw.randrange(last), bool(draw.getrandbits(1)))
        size = draw.choice(["0.000001", "0.01", "1", "10", "100"])
        yield _code(fmt, Fraction(size) * Fraction(draw.randint(-(2**60), 2**60), 2**60))
        beside = draw.choice([-2, -1, 0, 1, 2])
        turn = Fraction(314159265358979323846264338327950288, 2 * 10**35)
        whole = draw.randrange(1, 1 << draw.choice([2, 8, 20]))
        with gmpy2.context(precision=300):
            ends = [gmpy2.log(gmpy2.mpq(*end.as_integer_ratio())) for end in _ends(fmt)]
        for point in (1, whole * turn, *map(_fraction, ends)):
            code = _code(fmt, Fraction(point))
            yield code + beside


def _ends(fmt: Format) -> tuple[Fraction, Fraction, Fraction]:
    return fmt.largest, fmt.min_normal, fmt.smallest / 2


@checks("arithmetic", "4 rules", against="MPFR")
@pytest.mark.parametrize("name", OF_MPFR)
@pytest.mark.parametrize("fmt", ["fp16", "bf16", "fp32", "fp64", "x87", "fp128"])
def test_functions_are_rounded_as_by_mpfr(name, fmt, compared):
    draw, wanted = random.Random(name + fmt), find_format(fmt)
    telling = ((rounding, _telling(wanted, draw, 3)) for rounding in MPFR_RULES)
    compared(sum(_compare(name, wanted, codes, rounding) for rounding, codes in telling))


@pytest.mark.sweep
@pytest.mark.parametrize("name", OF_MPFR)
@pytest.mark.parametrize("fmt", ["fp16", "bf16", "fp32", "fp64", "x87", "fp128"])
def test_functions_are_rounded_as_by_mpfr_at_many_more(name, fmt):
    draw = random.Random(fmt + name)
    for rounding in MPFR_RULES:
        _compare(name, find_format(fmt), _telling(find_format(fmt), draw, 500), rounding)


@pytest.mark.sweep
@pytest.mark.parametrize("rounding", MPFR_RULES)
@pytest.mark.parametrize("name", OF_MPFR)
@pytest.mark.parametrize("fmt", ["fp16", "bf16"])
def test_functions_of_all_codes_of_16_bits_are_rounded_as_by_mpfr(name, fmt, rounding):
    _compare(name, find_format(fmt), iter(range(1 << 16)), rounding)


HARD = {
    "exp": ["0x1.9E9CBBFD6080Bp-31", "-0x1.ED318EFB627EAp-27", "-0x1.3475AC05CEAD7p-29"],
    "exp2": ["0x1.E4596526BF94Dp-10", "0x1.12B14A318F904p-27"],
    "log": ["0x1.613955DC802F8p-35"],
    "log2": ["0x1.61555F75885B4p+256", "0x1.B4EBE40C95A01p0"],
    "sin": ["0x1.E0000000001C2p-20", "0x1.598BAE9E632F6p-7", "0x1.FE767739D0F6Dp-2"],
    "cos": ["0x1.8000000000009p-23", "0x1.549EC0C0C5AFAp-5", "0x1.6AC5B262CA1FFp+849"],
}
"""Of binary64, as V. Lefèvre and J.-M. Muller have found them; the last lies next to a multiple of
π/2."""


@pytest.mark.parametrize("name", HARD)
def test_the_hardest_cases_of_binary64(name):
    codes = [_code(FP64, Fraction(float.fromhex(text))) for text in HARD[name]]
    for rounding in MPFR_RULES:
        _compare(name, FP64, iter(codes), rounding)


# -- a reference of definitions ---------------------------------------------------------------

RULES = [
    *(Rules(rounding) for rounding in Rounding if rounding is not Rounding.STOCHASTIC),
    Rules(Rounding.STOCHASTIC, random_bits=0x5A5A5A5A),
    Rules(overflow=Overflow.SATURATE),
    Rules(Rounding.UPWARD, flush=True),
]


LIMITS = {"tanh": 1, "sigmoid": 1, "gelu": "x", "gelu-tanh": "x"}
"""What large arguments have for a value as far as MPFR's bits tell; it is a trifle less."""


@lru_cache(1 << 17)
def _widely(name: str, x: Fraction) -> tuple[Fraction, Fraction]:
    """Two numbers that the value lies between, or that it is."""
    with gmpy2.context(
        precision=500, emax=gmpy2.get_emax_max(), emin=gmpy2.get_emin_min()
    ) as context:
        argument = gmpy2.mpfr(gmpy2.mpq(*x.as_integer_ratio()))
        context.clear_flags()
        value = WIDELY[name](argument)
        about, off = _fraction(_not_less(value)), Fraction(1, 1 << 480) if context.inexact else 0
    limit = abs(x) if LIMITS.get(name) == "x" else LIMITS.get(name, 0)
    if abs(abs(about) - limit) < limit * off:
        about = limit if about > 0 else -limit
        return about * (1 - off), about * (1 - off / 2)
    return about * (1 - off), about * (1 + off)


def _not_less(value: Any) -> Any:
    """A value, or one that is as good and has fewer digits."""
    least = gmpy2.exp2(gmpy2.mpfr(-10000))
    return gmpy2.copy_sign(least, value) if abs(value) < least else value


def _fraction(value: Any) -> Fraction:
    n, d = value.as_integer_ratio()
    return Fraction(int(n), int(d))


def _by_definition(name: str, fmt: Format, x: Fraction, rules: Rules) -> tuple[int, set[str]]:
    how = Choice(
        rules.rounding.value,
        rules.overflow.value,
        rules.flush,
        rules.random_bits,
        rules.random_width,
    )
    low, high = (rounded(LAYOUTS[fmt.name], end, how) for end in _widely(name, x))
    assert low == high
    return low


def _compare_by_definition(name: str, fmt: Format, codes: Iterator[int]) -> None:
    for code in codes:
        number = decode(fmt, code).number
        if not isinstance(number, Finite) or number.is_zero:
            continue
        if name.startswith("log") and (number.negative or number.value == 1):
            continue
        for rules in RULES:
            ours = _operate(name, fmt, code, rules)
            theirs = _by_definition(name, fmt, number.value, rules)
            found = ours.code, set(ours.flags.names())
            assert found == theirs, (name, fmt.name, hex(code), rules, ours, theirs)


EIGHT_BITS = ["fp8_e4m3fn", "fp8_e5m2", "fp8_e4m3fnuz", "fp8_e5m2fnuz", "fp8_e3m4", "ue4m3"]


@pytest.mark.parametrize("name", WIDELY)
@pytest.mark.parametrize("fmt", ["fp8_e5m2", "fp8_e4m3fn"])
def test_functions_in_eight_bits(name, fmt):
    _compare_by_definition(name, find_format(fmt), iter(range(3, 256, 23)))


@pytest.mark.sweep
@pytest.mark.parametrize("name", WIDELY)
@pytest.mark.parametrize("fmt", EIGHT_BITS)
def test_functions_of_all_codes_of_eight_bits(name, fmt):
    _compare_by_definition(name, find_format(fmt), iter(range(1 << find_format(fmt).width)))


@pytest.mark.sweep
@pytest.mark.parametrize("name", ["sigmoid", "gelu", "gelu-tanh"])
def test_activations_of_many_codes_of_16_and_more_bits(name):
    draw = random.Random(name)
    _compare_by_definition(name, FP16, iter(range(0, 1 << 16, 5)))
    for fmt in (find_format("bf16"), FP32, FP64):
        codes = (_code(fmt, Fraction(draw.randint(-(2**60), 2**60), 2**56)) for _ in range(300))
        _compare_by_definition(name, fmt, codes)


# -- special values ---------------------------------------------------------------------------

INVALID, POLE = Flags.INVALID, Flags.DIVIDE_BY_ZERO

SPECIAL = {
    "exp": ("0x3c00", "0x3c00", "0x0000", "0x7c00"),
    "exp2": ("0x3c00", "0x3c00", "0x0000", "0x7c00"),
    "log": (POLE, POLE, INVALID, "0x7c00"),
    "log2": (POLE, POLE, INVALID, "0x7c00"),
    "sin": ("0x0000", "0x8000", INVALID, INVALID),
    "cos": ("0x3c00", "0x3c00", INVALID, INVALID),
    "tanh": ("0x0000", "0x8000", "0xbc00", "0x3c00"),
    "sigmoid": ("0x3800", "0x3800", "0x0000", "0x3c00"),
    "gelu": ("0x0000", "0x8000", "0x8000", "0x7c00"),
    "gelu-tanh": ("0x0000", "0x8000", "0x8000", "0x7c00"),
}
"""What comes of +0, -0, -inf and +inf in fp16: a code without flags, or a flag."""


@pytest.mark.parametrize("name", SPECIAL)
@pytest.mark.parametrize("rounding", [Rounding.TIES_TO_EVEN, Rounding.DOWNWARD, Rounding.UPWARD])
def test_special_values(name, rounding):
    for code, due in zip((0, 0x8000, 0xFC00, 0x7C00), SPECIAL[name], strict=True):
        found = _operate(name, FP16, code, Rules(rounding))
        if due is POLE:
            assert (found.code, found.flags) == (0xFC00, POLE)
        elif due is INVALID:
            assert (found.code, found.flags) == (0x7E00, INVALID)
        else:
            assert (f"{found.code:#06x}", found.flags) == (due, Flags.NONE)


@pytest.mark.parametrize("name", SPECIAL)
def test_a_nan_is_passed_on(name):
    for code, due, flags in ((0x7E05, 0x7E05, Flags.NONE), (0xFD05, 0xFF05, Flags.INVALID)):
        found = _operate(name, FP16, code)
        assert (found.code, found.flags) == (due, flags)


@pytest.mark.parametrize("name", ["log", "log2"])
def test_logarithms_of_one_and_of_less_than_nothing(name):
    found = _operate(name, FP16, 0xBC00)
    assert (found.code, found.flags) == (0x7E00, Flags.INVALID)
    found = _operate(name, FP16, 0x3C00, Rules(Rounding.DOWNWARD))
    assert (found.code, found.flags) == (0, Flags.NONE)


def test_powers_of_two_are_exact():
    for k in range(-16, 15):
        code = _operate("exp2", FP16, _code(FP16, Fraction(k)))
        assert (decode(FP16, code.code).number, code.flags) == (
            finite(Fraction(2) ** k),
            Flags.NONE,
        )
        back = _operate("log2", FP16, code.code)
        assert (decode(FP16, back.code).number, back.flags) == (finite(k), Flags.NONE)


def test_exp_of_88_does_not_overflow_fp32():
    found = _operate("exp", FP32, _code(FP32, "88"))
    assert f"{float(decode(FP32, found.code).number.value):.4e}" == "1.6516e+38"
    edge = _code(FP32, "88.7228")
    overflows = [
        code for code in range(edge, edge + 20) if OVERFLOW in _operate("exp", FP32, code).flags
    ]
    first = decode(FP32, overflows[0]).number.value
    assert overflows == list(range(overflows[0], edge + 20))
    assert f"{float(first):.4f}" == "88.7228"


def test_the_largest_arguments():
    """Of sin all digits are reduced by π; of exp none is computed."""
    fp128 = find_format("fp128")
    for name, due in (("exp", OVERFLOW | INEXACT), ("exp2", OVERFLOW | INEXACT), ("sin", INEXACT)):
        assert _operate(name, fp128, fp128.largest_code).flags == due
    least = _operate("exp", fp128, fp128.smallest_code, Rules(Rounding.UPWARD))
    assert least.code == _code(fp128, "1") + 1
