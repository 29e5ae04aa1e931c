"""Arithmetic on codes, against definitions in Fraction, numpy and gmpy2."""

from __future__ import annotations

import doctest
import operator
import random
from collections.abc import Callable, Iterator
from fractions import Fraction
from functools import lru_cache
from itertools import pairwise, product
from typing import Any

import gmpy2
import numpy as np
import pytest

from fpviz.core.arithmetic.operations import (
    Dyadic,
    Operand,
    Operation,
    add,
    convert,
    fma,
    multiply,
    operate,
    operating,
    read_operand,
    subtract,
)
from fpviz.core.arithmetic.rounding import (
    Flags,
    Overflow,
    Rounding,
    Rules,
    encode_ratio,
    encode_scaled,
)
from fpviz.core.formats import Format, find_format
from fpviz.core.formats.decoding import decode, is_nan_code
from fpviz.core.numbers import Finite, Infinity, NaN
from tests.conformance import checks
from tests.reference import CUSTOM_LAYOUTS, LAYOUTS, SATURATING, Choice, Layout, rounded
from tests.strides import strided

ALL_LAYOUTS = {**LAYOUTS, **CUSTOM_LAYOUTS}
TINY = [name for name, layout in ALL_LAYOUTS.items() if layout.width <= 6]
EIGHT_BITS = [name for name, layout in ALL_LAYOUTS.items() if 6 < layout.width <= 8]
WIDER = [name for name, layout in LAYOUTS.items() if layout.width > 8]

RULES = [
    *(Rules(rounding) for rounding in Rounding if rounding is not Rounding.STOCHASTIC),
    Rules(Rounding.STOCHASTIC, random_bits=0x5A5A5A5A),
    Rules(overflow=Overflow.SATURATE),
    Rules(Rounding.UPWARD, overflow=Overflow.NAN),
    Rules(flush=True),
]

FP16, FP32, FP64, FP128 = map(find_format, ("fp16", "fp32", "fp64", "fp128"))
BINARY = (Operation.ADD, Operation.SUBTRACT, Operation.MULTIPLY)
FOUR = (*BINARY, Operation.FMA)
"""The operations that are tested here; the others are beside their modules."""


# -- the definitions ---------------------------------------------------------------------------

Said = tuple[str, bool, Fraction]
"""``number``, ``inf`` or ``nan``, the sign, and the magnitude of a number."""

NO_NUMBER = ("nan", False, Fraction(0))


@lru_cache(maxsize=10_000)
def _said(layout: Layout, code: int) -> Said:
    kind = layout.kind(code)
    return kind, layout.split(code)[0], abs(layout.value(code)) if kind == "number" else Fraction(0)


def _sum(a: Said, b: Said, downward: bool) -> Said:
    if "nan" in (a[0], b[0]):
        return NO_NUMBER
    if "inf" in (a[0], b[0]):
        if a[0] == b[0] and a[1] != b[1]:
            return ("invalid", False, Fraction(0))
        return a if a[0] == "inf" else b
    total = (-a[2] if a[1] else a[2]) + (-b[2] if b[1] else b[2])
    if total:
        return "number", total < 0, abs(total)
    return "number", a[1] if a[1] == b[1] else downward, Fraction(0)


def _product(a: Said, b: Said) -> Said:
    if "nan" in (a[0], b[0]):
        return NO_NUMBER
    negative = a[1] != b[1]
    if "inf" in (a[0], b[0]):
        if any(x[0] == "number" and x[2] == 0 for x in (a, b)):
            return ("invalid", False, Fraction(0))
        return "inf", negative, Fraction(0)
    return "number", negative, a[2] * b[2]


def _is_signalling(layout: Layout, code: int) -> bool:
    """The first fraction bit of a NaN says quiet (IEEE 754-2019, 6.2.1)."""
    quiet = 1 << max(layout.fraction_bits - 1, 0)
    return layout.specials == "ieee" and layout.kind(code) == "nan" and not code & quiet


def _exact(operation: Operation, said: list[Said], downward: bool) -> Said:
    """The result before rounding."""
    match operation:
        case Operation.ADD:
            return _sum(said[0], said[1], downward)
        case Operation.SUBTRACT:
            return _sum(said[0], (said[1][0], not said[1][1], said[1][2]), downward)
        case Operation.MULTIPLY:
            return _product(said[0], said[1])
        case Operation.FMA:
            product = _product(said[0], said[1])
            return product if product[0] == "invalid" else _sum(product, said[2], downward)


@lru_cache(maxsize=400_000)
def _delivered(layout: Layout, exact: Said, how: Choice) -> tuple[int | str, set[str]]:
    kind, negative, magnitude = exact
    has_nan = layout.has_nan
    if kind in ("nan", "invalid"):
        flags = {"invalid"} if kind == "invalid" or not has_nan else set()
        return ("nan" if has_nan else layout.largest), flags
    if not layout.has_zero and not magnitude and kind == "number":
        return "nan", {"invalid"}
    if kind == "inf" and negative and not layout.signed:
        clamped = layout.has_zero and how.overflow in SATURATING
        return (0 if clamped or not has_nan else "nan"), {"invalid"}
    if kind == "inf":
        if layout.has_infinity and how.overflow != "saturate":
            return layout.joined(negative, layout.largest + 1), set()
        if has_nan and how.overflow not in SATURATING:
            return "nan", {"invalid"}
        return layout.joined(negative, layout.largest), {"invalid"}
    if not magnitude:
        return layout.joined(negative and layout.signed and not layout.nan_for_zero, 0), set()
    code, flags = rounded(layout, -magnitude if negative else magnitude, how)
    return (code if layout.kind(code) != "nan" else "nan"), flags


def _choice(rules: Rules) -> Choice:
    return Choice(
        rules.rounding.value,
        rules.overflow.value,
        rules.flush,
        rules.random_bits,
        rules.random_width,
        rules.tininess.value,
    )


def _assert_agrees(
    operation: Operation, name: str, operands: list[tuple[str, int]], *every_rules: Rules
) -> None:
    """``operate`` gives the code (any NaN for a NaN) and the flags of the definitions."""
    fmt, layout = find_format(name), ALL_LAYOUTS[name]
    ours = [(find_format(each), code) for each, code in operands]
    layouts = [(ALL_LAYOUTS[each], code) for each, code in operands]
    said = [_said(*operand) for operand in layouts]
    exact = [_exact(operation, said, downward) for downward in (False, True)]
    signalling = {"invalid"} if any(_is_signalling(*operand) for operand in layouts) else set()
    for rules in every_rules:
        result = operate(operation, fmt, ours, rules)
        code = "nan" if is_nan_code(fmt, result.code) else result.code
        downward = rules.rounding is Rounding.DOWNWARD
        theirs, flags = _delivered(layout, exact[downward], CHOICES[rules])
        assert code == theirs, (operation, name, operands, rules)
        assert NAMES[result.flags] == flags | signalling, (operation, name, operands, rules)


CHOICES = {rules: _choice(rules) for rules in RULES}
NAMES = {flags: set(flags.names()) for flags in map(Flags, range(32))}


def _codes(name: str) -> range:
    return range(1 << ALL_LAYOUTS[name].width)


def _rule_name(rules: Rules) -> str:
    flush = "-flush" if rules.flush else ""
    return f"{rules.rounding.value}-{rules.overflow.value}{flush}"


every_rule = pytest.mark.parametrize("rules", RULES, ids=_rule_name)


against_definitions = checks("arithmetic", "every rule", against="definitions")


@against_definitions
@strided(19)
@pytest.mark.parametrize("name", TINY)
def test_all_pairs_of_formats_up_to_six_bits(name: str, stride: int, compared) -> None:
    pairs = [*product(_codes(name), repeat=2)][:: stride if len(_codes(name)) > 16 else 1]
    for operation in BINARY:
        for a, b in pairs:
            _assert_agrees(operation, name, [(name, a), (name, b)], *RULES)
    compared(len(BINARY) * len(pairs) * len(RULES))


@against_definitions
@strided(5)
@pytest.mark.parametrize("name", ["fp4_e2m1", "e2m0fn", "e1m1fnuz", "e1m0finite"])
def test_all_triples_of_the_smallest_formats(name: str, stride: int, compared) -> None:
    triples = [*product(_codes(name), repeat=3)][::stride]
    for codes in triples:
        _assert_agrees(Operation.FMA, name, [(name, code) for code in codes], *RULES)
    compared(len(triples) * len(RULES))


@against_definitions
@strided(3)
@pytest.mark.parametrize("name", EIGHT_BITS)
def test_pairs_and_triples_of_eight_bit_formats(name: str, stride: int, compared) -> None:
    draw = random.Random(name)
    compared(_agreements(name, lambda: draw.choice(_codes(name)), 51 // stride))


@against_definitions
@strided(3)
@pytest.mark.parametrize("name", WIDER)
def test_pairs_and_triples_of_wider_formats(name: str, stride: int, compared) -> None:
    draw = random.Random(name)
    compared(_agreements(name, lambda: _telling_code(name, draw), 51 // stride))


def _agreements(name: str, code: Callable[[], int], count: int) -> int:
    """Operands that are drawn give the results of the definitions; how many results these are."""
    for _ in range(count):
        operands = [(name, code()) for _ in range(3)]
        for operation in FOUR:
            _assert_agrees(operation, name, operands[: operation.arity], *RULES)
    return count * len(FOUR) * len(RULES)


def test_operands_and_result_in_formats_of_their_own() -> None:
    draw, names = random.Random(7), list(ALL_LAYOUTS)
    for operation in FOUR:
        for _ in range(250):
            operands = [(each, _telling_code(each, draw)) for each in draw.choices(names, k=3)]
            _assert_agrees(operation, draw.choice(names), operands[: operation.arity], *RULES)


def _telling_code(name: str, draw: random.Random) -> int:
    """A code near one and the ends of the format's range, or any."""
    layout = ALL_LAYOUTS[name]
    center = draw.choice((0, layout.largest, 1 << layout.fraction_bits, layout.bias))
    if center == layout.bias:
        center <<= layout.fraction_bits
    near = center + draw.randrange(-3, 4)
    return draw.choice((near % (1 << layout.width), draw.randrange(1 << layout.width)))


@pytest.mark.sweep
@pytest.mark.parametrize("name", EIGHT_BITS)
def test_all_pairs_of_eight_bit_formats(name: str) -> None:
    draw = random.Random(name)
    for a, b in product(_codes(name), repeat=2):
        operands = [(name, a), (name, b), (name, draw.choice(_codes(name)))]
        for operation in FOUR:
            _assert_agrees(operation, name, operands[: operation.arity], *RULES)


# -- numpy -------------------------------------------------------------------------------------

UNSIGNED = {"fp16": np.uint16, "fp32": np.uint32, "fp64": np.uint64}
FLOATS = {"fp16": np.float16, "fp32": np.float32, "fp64": np.float64}
UFUNCS: dict[Operation, Callable[..., Any]] = {
    Operation.ADD: operator.add,
    Operation.SUBTRACT: operator.sub,
    Operation.MULTIPLY: operator.mul,
}


def _adversarial(fmt: Format, count: int, seed: int) -> list[int]:
    """Codes: any; at the ends of fields; with few bits set; and each near the one before it."""
    draw, codes = random.Random(f"{fmt.name}{seed}"), [0]
    ends = (0, 1, fmt.fraction_mask, fmt.fraction_mask - 1, 1 << fmt.fraction_width - 1)
    for _ in range(count - 1):
        field = draw.choice(
            (
                draw.randrange(fmt.exponent_mask + 1),
                fmt.bias + draw.randrange(-fmt.precision - 2, fmt.precision + 3),
                draw.choice((0, 1, fmt.exponent_mask - 1, fmt.exponent_mask)),
                codes[-1] >> fmt.fraction_width,
            )
        )
        fraction = draw.choice((draw.getrandbits(fmt.fraction_width), draw.choice(ends)))
        fraction ^= draw.choice((0, 1 << draw.randrange(fmt.fraction_width)))
        code = (field & fmt.exponent_mask) << fmt.fraction_width | fraction
        codes.append(code | draw.choice((0, fmt.sign_mask)))
    return codes


def _as_array(fmt: Format, codes: list[int]) -> np.ndarray:
    return np.array(codes, UNSIGNED[fmt.name]).view(FLOATS[fmt.name])


def _assert_same(fmt: Format, ours: list[int], theirs: np.ndarray, inputs: list[Any]) -> None:
    mine = _as_array(fmt, ours)
    codes = theirs.view(UNSIGNED[fmt.name])
    wrong = np.flatnonzero((mine.view(codes.dtype) != codes) & ~(np.isnan(mine) & np.isnan(theirs)))
    assert not wrong.size, [(inputs[i], fmt.code_text(ours[i])) for i in wrong[:3]]


def _compare_with_numpy(operation: Operation, fmt: Format, count: int) -> int:
    codes = _adversarial(fmt, count + 1, 1)
    pairs = list(pairwise(codes))
    ours = [operate(operation, fmt, ((fmt, a), (fmt, b))).code for a, b in pairs]
    with np.errstate(all="ignore"):
        theirs = UFUNCS[operation](_as_array(fmt, codes[:-1]), _as_array(fmt, codes[1:]))
    _assert_same(fmt, ours, theirs, pairs)
    return len(pairs)


by_numpy_format = pytest.mark.parametrize("fmt", [FP16, FP32, FP64], ids=lambda fmt: fmt.name)
by_operation = pytest.mark.parametrize("operation", BINARY, ids=lambda operation: operation.value)


@checks("arithmetic", "ties-to-even", against="numpy")
@by_numpy_format
@by_operation
def test_numpy_agrees(operation: Operation, fmt: Format, compared) -> None:
    compared(_compare_with_numpy(operation, fmt, 2_000))


@pytest.mark.sweep
@by_numpy_format
@by_operation
def test_numpy_agrees_on_a_million_pairs(operation: Operation, fmt: Format) -> None:
    _compare_with_numpy(operation, fmt, 1_000_000)


def _compare_conversions(source: Format, target: Format, count: int) -> None:
    codes = _adversarial(source, count, 2)
    ours = [convert(target, (source, code)).code for code in codes]
    with np.errstate(all="ignore"):
        theirs = _as_array(source, codes).astype(FLOATS[target.name])
    _assert_same(target, ours, theirs, codes)


by_two_formats = pytest.mark.parametrize(
    ("source", "target"),
    [(a, b) for a in (FP16, FP32, FP64) for b in (FP16, FP32, FP64) if a != b],
    ids=lambda fmt: fmt.name,
)


@by_two_formats
def test_numpy_agrees_on_conversions(source: Format, target: Format) -> None:
    _compare_conversions(source, target, 3_000)


@pytest.mark.sweep
@by_two_formats
def test_numpy_agrees_on_a_million_conversions(source: Format, target: Format) -> None:
    _compare_conversions(source, target, 1_000_000)


# -- gmpy2 -------------------------------------------------------------------------------------

MODES = {
    Rounding.TIES_TO_EVEN: gmpy2.RoundToNearest,
    Rounding.TOWARD_ZERO: gmpy2.RoundToZero,
    Rounding.UPWARD: gmpy2.RoundUp,
    Rounding.DOWNWARD: gmpy2.RoundDown,
}


def _context(fmt: Format, rounding: Rounding) -> Any:
    """binary128: precision 113, emax 16384, emin -16493, subnormalize; the others alike."""
    return gmpy2.context(
        precision=fmt.precision,
        emax=fmt.emax + 1,
        emin=fmt.quantum_exponent + 1,
        subnormalize=True,
        round=MODES[rounding],
    )


def _as_mpfr(fmt: Format, code: int) -> Any:
    number = decode(fmt, code).number
    match number:
        case Finite(negative, magnitude):
            exact = gmpy2.mpfr(gmpy2.mpq(magnitude.numerator, magnitude.denominator))
            return -exact if negative else exact
        case Infinity(negative):
            return gmpy2.mpfr("-inf" if negative else "inf")
    return gmpy2.mpfr("nan")


def _same_number(fmt: Format, code: int, theirs: Any) -> bool:
    number = decode(fmt, code).number
    match number:
        case Finite(negative, magnitude):
            if not gmpy2.is_finite(theirs) or gmpy2.is_signed(theirs) != negative:
                return False
            n, d = theirs.as_integer_ratio()
            return abs(Fraction(int(n), int(d))) == magnitude
        case Infinity(negative):
            return gmpy2.is_infinite(theirs) and gmpy2.is_signed(theirs) == negative
    return gmpy2.is_nan(theirs)


GMPY: dict[Operation, Callable[..., Any]] = {
    Operation.ADD: gmpy2.add,
    Operation.SUBTRACT: gmpy2.sub,
    Operation.MULTIPLY: gmpy2.mul,
    Operation.FMA: gmpy2.fma,
}


def _compare_with_gmpy2(fmt: Format, rounding: Rounding, operation: Operation, count: int) -> int:
    codes = _adversarial(fmt, count + 2, 3)
    cases = list(zip(*(codes[i:] for i in range(operation.arity)), strict=False))
    for operands in cases:
        ours = operate(operation, fmt, [(fmt, code) for code in operands], Rules(rounding))
        with _context(fmt, rounding) as context:
            exact = [_as_mpfr(fmt, code) for code in operands]
            context.clear_flags()
            theirs = GMPY[operation](*exact)
            flags = context.inexact, context.overflow
        found = [fmt.code_text(code) for code in operands], fmt.code_text(ours.code), theirs
        assert _same_number(fmt, ours.code, theirs), found
        raised = Flags.INEXACT in ours.flags, Flags.OVERFLOW in ours.flags
        assert raised == flags, found
    return len(cases)


by_mode = pytest.mark.parametrize("rounding", MODES, ids=lambda rounding: rounding.value)
by_any_operation = pytest.mark.parametrize("operation", FOUR, ids=lambda each: each.value)


@checks("arithmetic", "4 rules", against="MPFR")
@by_any_operation
@by_mode
@strided(3)
@pytest.mark.parametrize("fmt", [FP16, FP32, FP64, FP128], ids=lambda fmt: fmt.name)
def test_gmpy2_agrees(
    fmt: Format, rounding: Rounding, operation: Operation, stride: int, compared
) -> None:
    compared(_compare_with_gmpy2(fmt, rounding, operation, 252 // stride))


@pytest.mark.sweep
@by_any_operation
@by_mode
@pytest.mark.parametrize("fmt", [FP16, FP32, FP64, FP128], ids=lambda fmt: fmt.name)
def test_gmpy2_agrees_at_length(fmt: Format, rounding: Rounding, operation: Operation) -> None:
    _compare_with_gmpy2(fmt, rounding, operation, 40_000)


# -- cases of their own ------------------------------------------------------------------------

ZERO, MINUS_ZERO, ONE, MINUS_ONE = 0x0000, 0x8000, 0x3C00, 0xBC00
INF, MINUS_INF, LARGEST, LEAST = 0x7C00, 0xFC00, 0x7BFF, 0x0001
QUIET, PAYLOAD, MINUS_NAN, SIGNALLING = 0x7E00, 0x7E23, 0xFE01, 0x7C45


def _half(*codes: int) -> list[Operand]:
    return [(FP16, code) for code in codes]


@pytest.mark.parametrize(
    ("operation", "codes", "otherwise", "downward"),
    [
        ("add", (ZERO, ZERO), ZERO, ZERO),
        ("add", (ZERO, MINUS_ZERO), ZERO, MINUS_ZERO),
        ("add", (MINUS_ZERO, ZERO), ZERO, MINUS_ZERO),
        ("add", (MINUS_ZERO, MINUS_ZERO), MINUS_ZERO, MINUS_ZERO),
        ("add", (ONE, MINUS_ONE), ZERO, MINUS_ZERO),
        ("subtract", (ONE, ONE), ZERO, MINUS_ZERO),
        ("subtract", (ZERO, ZERO), ZERO, MINUS_ZERO),
        ("subtract", (MINUS_ZERO, ZERO), MINUS_ZERO, MINUS_ZERO),
        ("subtract", (ZERO, MINUS_ZERO), ZERO, ZERO),
        ("multiply", (ZERO, MINUS_ONE), MINUS_ZERO, MINUS_ZERO),
        ("multiply", (MINUS_ZERO, MINUS_ONE), ZERO, ZERO),
        ("fma", (ONE, ONE, MINUS_ONE), ZERO, MINUS_ZERO),
        ("fma", (ZERO, ONE, MINUS_ZERO), ZERO, MINUS_ZERO),
        ("fma", (ZERO, MINUS_ONE, MINUS_ZERO), MINUS_ZERO, MINUS_ZERO),
        ("fma", (MINUS_ZERO, MINUS_ONE, ZERO), ZERO, ZERO),
    ],
)
def test_the_sign_of_an_exact_zero(
    operation: str, codes: tuple[int, ...], otherwise: int, downward: int
) -> None:
    for rounding in Rounding:
        result = operate(Operation(operation), FP16, _half(*codes), Rules(rounding))
        expected = downward if rounding is Rounding.DOWNWARD else otherwise
        assert (result.code, result.flags) == (expected, Flags.NONE), rounding


@pytest.mark.parametrize(
    ("operation", "codes", "code", "flags"),
    [
        ("add", (INF, ONE), INF, Flags.NONE),
        ("add", (ONE, MINUS_INF), MINUS_INF, Flags.NONE),
        ("add", (INF, INF), INF, Flags.NONE),
        ("add", (INF, MINUS_INF), QUIET, Flags.INVALID),
        ("subtract", (INF, INF), QUIET, Flags.INVALID),
        ("subtract", (INF, MINUS_INF), INF, Flags.NONE),
        ("subtract", (ONE, INF), MINUS_INF, Flags.NONE),
        ("multiply", (INF, MINUS_ONE), MINUS_INF, Flags.NONE),
        ("multiply", (INF, ZERO), QUIET, Flags.INVALID),
        ("multiply", (MINUS_ZERO, INF), QUIET, Flags.INVALID),
        ("fma", (INF, ONE, ONE), INF, Flags.NONE),
        ("fma", (INF, ONE, MINUS_INF), QUIET, Flags.INVALID),
        ("fma", (LARGEST, LARGEST, MINUS_INF), MINUS_INF, Flags.NONE),
        ("fma", (ZERO, INF, ONE), QUIET, Flags.INVALID),
        ("fma", (ZERO, INF, PAYLOAD), QUIET, Flags.INVALID),
        ("fma", (INF, ZERO, SIGNALLING), QUIET, Flags.INVALID),
        ("fma", (ONE, INF, PAYLOAD), PAYLOAD, Flags.NONE),
    ],
)
def test_infinities(operation: str, codes: tuple[int, ...], code: int, flags: Flags) -> None:
    for rounding in Rounding:
        result = operate(Operation(operation), FP16, _half(*codes), Rules(rounding))
        assert (result.code, result.flags) == (code, flags), rounding


@pytest.mark.parametrize(
    ("operation", "codes", "code", "flags"),
    [
        ("add", (PAYLOAD, ONE), PAYLOAD, Flags.NONE),
        ("add", (ONE, PAYLOAD), PAYLOAD, Flags.NONE),
        ("add", (PAYLOAD, MINUS_NAN), PAYLOAD, Flags.NONE),
        ("add", (MINUS_NAN, PAYLOAD), MINUS_NAN, Flags.NONE),
        ("subtract", (ONE, PAYLOAD), PAYLOAD, Flags.NONE),
        ("multiply", (MINUS_ONE, PAYLOAD), PAYLOAD, Flags.NONE),
        ("add", (SIGNALLING, ONE), 0x7E45, Flags.INVALID),
        ("add", (PAYLOAD, SIGNALLING), PAYLOAD, Flags.INVALID),
        ("multiply", (SIGNALLING, ZERO), 0x7E45, Flags.INVALID),
        ("fma", (ONE, ONE, PAYLOAD), PAYLOAD, Flags.NONE),
        ("fma", (ONE, MINUS_NAN, PAYLOAD), MINUS_NAN, Flags.NONE),
        ("fma", (ONE, PAYLOAD, SIGNALLING), PAYLOAD, Flags.INVALID),
        ("fma", (ZERO, PAYLOAD, INF), PAYLOAD, Flags.NONE),
    ],
)
def test_nans(operation: str, codes: tuple[int, ...], code: int, flags: Flags) -> None:
    result = operate(Operation(operation), FP16, _half(*codes))
    assert (result.code, result.flags) == (code, flags)
    assert isinstance(result.number, NaN)


def test_the_payload_of_another_format_keeps_its_leading_bits() -> None:
    assert add(FP16, (FP32, 0x7FC00000 | 0x123 << 13), (FP16, ONE)).code == 0x7F23
    assert add(FP32, (FP16, PAYLOAD), (FP32, 0)).code == 0x7FC00000 | 0x23 << 13
    signalling = add(FP16, (FP32, 0x7F800001), (FP16, ONE))
    assert (signalling.code, signalling.flags) == (QUIET, Flags.INVALID)


@pytest.mark.parametrize(
    ("operation", "codes", "code", "flags"),
    [
        ("add", (ONE, ONE), 0x4000, ""),
        ("add", (ONE, 0x1000), ONE, "inexact"),
        ("add", (LARGEST, LARGEST), INF, "inexact overflow"),
        ("add", (LARGEST, 0x4BFF), LARGEST, "inexact"),
        ("add", (LARGEST, 0x4C00), INF, "inexact overflow"),
        ("multiply", (LEAST, LEAST), ZERO, "inexact underflow"),
        ("multiply", (LEAST, 0xB800), MINUS_ZERO, "inexact underflow"),
        ("multiply", (0x0400, 0x3800), 0x0200, ""),
        ("multiply", (0x0401, 0x3800), 0x0200, "inexact underflow"),
        ("add", (LEAST, LEAST), 0x0002, ""),
        ("fma", (LEAST, LEAST, LEAST), LEAST, "inexact underflow"),
        ("fma", (LARGEST, 0x4000, 0xFBFF), LARGEST, ""),
    ],
)
def test_flags(operation: str, codes: tuple[int, ...], code: int, flags: str) -> None:
    result = operate(Operation(operation), FP16, _half(*codes))
    assert (result.code, result.flags.names()) == (code, flags.split())


def test_tininess_is_detected_after_rounding() -> None:
    """Just below the smallest normal number, a quarter of an ulp decides (7.5)."""
    below = fma(FP16, (FP16, 0x03FF), (FP16, ONE), (FP64, _power(-25) | 1))
    assert (below.code, below.flags) == (0x0400, Flags.INEXACT | Flags.UNDERFLOW)
    still = fma(FP16, (FP16, 0x03FF), (FP16, ONE), (FP64, _power(-25) | 1 << 51))
    assert (still.code, still.flags) == (0x0400, Flags.INEXACT)


def _power(exponent: int) -> int:
    """2**exponent in fp64."""
    return exponent + 1023 << 52


def test_flush_makes_zeros_of_subnormal_results_alone() -> None:
    rules = Rules(flush=True)
    result = multiply(FP16, (FP16, 0x8400), (FP16, 0x3800), rules)
    assert (result.code, result.flags) == (MINUS_ZERO, Flags.INEXACT | Flags.UNDERFLOW)
    assert multiply(FP16, (FP16, LEAST), (FP16, 0x7800), rules).code == 0x1800


@pytest.mark.parametrize(
    ("name", "codes", "code", "flags"),
    [
        ("fp8_e4m3fn", (0x7E, 0x7E), 0x7F, Flags.INEXACT | Flags.OVERFLOW),
        ("fp8_e4m3fn", (0x7F, 0x38), 0x7F, Flags.NONE),
        ("fp8_e4m3fnuz", (0x80, 0x40), 0x80, Flags.NONE),
        ("fp8_e4m3fnuz", (0xC0, 0x40), 0x00, Flags.NONE),
        ("fp4_e2m1", (0x7, 0x7), 0x7, Flags.INEXACT | Flags.OVERFLOW),
        ("fp4_e2m1", (0x8, 0x8), 0x8, Flags.NONE),
        ("e8m0", (0x7F, 0x7F), 0x80, Flags.NONE),
        ("e8m0", (0xFF, 0x7F), 0xFF, Flags.NONE),
    ],
)
def test_sums_in_formats_without_some_specials(
    name: str, codes: tuple[int, int], code: int, flags: Flags
) -> None:
    fmt = find_format(name)
    result = add(fmt, (fmt, codes[0]), (fmt, codes[1]))
    assert (result.code, result.flags) == (code, flags)


def test_what_a_format_has_not_is_invalid() -> None:
    fp4, e8m0 = find_format("fp4_e2m1"), find_format("e8m0")
    assert add(fp4, (FP16, INF), (FP16, ONE)).code == 0x7
    assert add(fp4, (FP16, QUIET), (FP16, ONE)).flags == Flags.INVALID
    assert subtract(e8m0, (e8m0, 0x7F), (e8m0, 0x7F)).flags == Flags.INVALID
    negative = subtract(e8m0, (e8m0, 0x7F), (e8m0, 0x80))
    assert (negative.code, negative.flags) == (0xFF, Flags.INVALID)


def test_a_negative_zero_is_lost_where_there_is_none() -> None:
    fnuz = find_format("fp8_e5m2fnuz")
    assert multiply(fnuz, (FP16, MINUS_ZERO), (FP16, ONE)).code == 0
    assert multiply(fnuz, (fnuz, 0xC0), (FP16, LEAST)).number == Finite(True, Fraction(1, 1 << 24))


def test_the_exact_result_is_there_beside_the_code() -> None:
    result = add(FP16, (FP16, 0x3C80), (FP16, 0x2FF9))
    assert result.number == Finite(False, Fraction("1.24957275390625"))
    assert read_operand((FP16, 0x8001)) == Dyadic(True, 1, -24)
    assert fma(FP128, (FP128, 1), (FP128, 1), (FP128, 1 << 112)).flags & Flags.INEXACT


def test_operands_are_checked() -> None:
    with pytest.raises(ValueError, match="is not a code of fp16"):
        add(FP16, (FP16, 0x10000), (FP16, 0))
    with pytest.raises(ValueError, match="is not a code of fp16"):
        add(FP16, (FP16, 0), (FP16, -1))
    with pytest.raises(ValueError, match="fma takes 3 operands"):
        operate(Operation.FMA, FP16, _half(ONE, ONE))


def _scaled_cases(draw: random.Random) -> Iterator[tuple[int, int]]:
    for _ in range(150):
        yield draw.getrandbits(draw.randrange(1, 130)) + 1, draw.randrange(-200, 100)


@every_rule
def test_scaled_integers_are_rounded_as_ratios_are(rules: Rules) -> None:
    for name in ("fp16", "fp8_e4m3fn", "fp128", "e8m0", "fp4_e2m1"):
        fmt = find_format(name)
        for significand, exponent in _scaled_cases(random.Random(name)):
            value = significand * Fraction(2) ** exponent
            for negative in (False, True):
                ratio = encode_ratio(fmt, negative, value.numerator, value.denominator, rules)
                assert encode_scaled(fmt, negative, significand, exponent, rules) == ratio


def test_examples_in_the_documentation() -> None:
    assert doctest.testmod(operating).failed == 0
