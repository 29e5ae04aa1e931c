"""The operations on all codes of small formats, and on telling ones of others, by definitions."""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction
from functools import cache
from itertools import product

import pytest

from fpviz.core.arithmetic.operations import Operation, find_operation, operate
from fpviz.core.arithmetic.rounding import Rules
from fpviz.core.formats import find_format
from fpviz.core.formats.decoding import is_nan_code
from fpviz.core.phrase import Complaint
from tests.core.arithmetic.operations import definitions
from tests.core.arithmetic.operations.definitions import NAN, Given, Said
from tests.core.arithmetic.test_operations import (
    ALL_LAYOUTS,
    EIGHT_BITS,
    NAMES,
    RULES,
    TINY,
    WIDER,
    _choice,
    _delivered,
    _is_signalling,
    _said,
    _telling_code,
    against_definitions,
)
from tests.strides import strided

CHOICES = {rules: _choice(rules) for rules in RULES}
SMALL = [name for name in TINY if ALL_LAYOUTS[name].width <= 5] + ["fp6_e3m2"]
Code = tuple[str, int]


def _delivers(name: str, given: Given, rules: Rules) -> tuple[int | str, set[str]]:
    """The code and the flags of a datum in a format."""
    exact, raised = given
    code, flags = _delivered(ALL_LAYOUTS[name], exact, CHOICES[rules])
    return code, flags | raised


def _unflushed(name: str, given: Given, rules: Rules) -> tuple[int | str, set[str]]:
    """The same of an operand that is the result: what is in the format is not flushed."""
    exact, raised = given
    code, flags = _delivered(ALL_LAYOUTS[name], exact, _choice(replace(rules, flush=False)))
    return (code, flags | raised) if not flags else _delivers(name, given, rules)


def _read(operand: Code) -> Said:
    return _said(ALL_LAYOUTS[operand[0]], operand[1])


def _signals(*operands: Code) -> set[str]:
    signalling = any(_is_signalling(ALL_LAYOUTS[name], code) for name, code in operands)
    return {"invalid"} if signalling else set()


def _result(operation: Operation, name: str, operands: list[Code], rules: Rules):
    fmt = find_format(name)
    result = operate(operation, fmt, [(find_format(each), code) for each, code in operands], rules)
    code = "nan" if is_nan_code(fmt, result.code) else result.code
    return code, NAMES[result.flags]


COMPUTED: dict[Operation, Callable[..., Given]] = {
    Operation.DIVIDE: definitions.divide,
    Operation.SQRT: definitions.sqrt,
    Operation.RSQRT: definitions.rsqrt,
    Operation.HYPOT: definitions.hypot,
    Operation.REMAINDER: definitions.remainder,
    Operation.FMOD: definitions.fmod,
    Operation.LOG_B: definitions.log_b,
}
UNARY = [each for each in COMPUTED if each.arity == 1]
BINARY = [each for each in COMPUTED if each.arity == 2]


def _assert_computes(operation: Operation, name: str, operands: list[Code], rules: Rules) -> None:
    given = COMPUTED[operation](*map(_read, operands))
    if operation is Operation.HYPOT and _signals(*operands):
        given = NAN  # also beside an infinity
    code, flags = _delivers(name, given, rules)
    expected = code, flags | _signals(*operands)
    assert _result(operation, name, operands, rules) == expected, (operands, name, rules)


def _codes(name: str) -> range:
    return range(1 << ALL_LAYOUTS[name].width)


@against_definitions
@strided(5)
@pytest.mark.parametrize("name", TINY)
@pytest.mark.parametrize("operation", UNARY, ids=lambda each: each.value)
def test_all_codes_of_tiny_formats(operation: Operation, name: str, stride: int, compared) -> None:
    cases = [*product(_codes(name), RULES)][UNARY.index(operation) % stride :: stride]
    for code, rules in cases:
        _assert_computes(operation, name, [(name, code)], rules)
    compared(len(cases))


@against_definitions
@strided(11)
@pytest.mark.parametrize("name", SMALL)
@pytest.mark.parametrize("operation", BINARY, ids=lambda each: each.value)
def test_all_pairs_of_small_formats(operation: Operation, name: str, stride: int, compared) -> None:
    draw, pairs = random.Random(name), [*product(_codes(name), repeat=2)][::stride]
    for a, b in pairs:
        _assert_computes(operation, name, [(name, a), (name, b)], draw.choice(RULES))
    compared(len(pairs))


@pytest.mark.parametrize("operation", COMPUTED, ids=lambda each: each.value)
def test_operands_and_results_in_formats_of_their_own(operation: Operation) -> None:
    draw = random.Random(operation.value)
    for _ in range(150):
        names = draw.choices((*EIGHT_BITS, *WIDER[:3]), k=operation.arity)
        operands = [(each, _telling_code(each, draw)) for each in names]
        _assert_computes(operation, draw.choice((*TINY, *EIGHT_BITS)), operands, draw.choice(RULES))


@pytest.mark.sweep
@pytest.mark.parametrize("name", sorted({*TINY, *EIGHT_BITS} - {*SMALL}))
@pytest.mark.parametrize("operation", COMPUTED, ids=lambda each: each.value)
def test_all_operands_of_other_formats(operation: Operation, name: str) -> None:
    draw = random.Random(name)
    for codes in product(_codes(name), repeat=operation.arity):
        operands = [(name, code) for code in codes]
        for rules in draw.sample(RULES, 3):
            _assert_computes(operation, name, operands, rules)


@pytest.mark.sweep
@pytest.mark.parametrize("name", ["fp16", "bf16"])
@pytest.mark.parametrize("operation", UNARY, ids=lambda each: each.value)
def test_all_codes_of_wide_formats(operation: Operation, name: str) -> None:
    draw = random.Random(name)
    for code in _codes(name):
        _assert_computes(operation, name, [(name, code)], draw.choice(RULES))


# -- integers --------------------------------------------------------------------------------------


@against_definitions
@pytest.mark.parametrize("name", [*TINY, *EIGHT_BITS])
def test_rounded_to_integers(name: str, compared) -> None:
    draw = random.Random(name)
    for code in _codes(name):
        rules = draw.choice(RULES)
        a = _read((name, code))
        whole = definitions.integral(a, CHOICES[rules])
        expected, flags = _delivers(name, (whole, _signals((name, code))), rules)
        rounded = Operation.ROUND_TO_INTEGRAL, name, [(name, code)], rules
        assert _result(*rounded) == (expected, flags)
        flags |= {"inexact"} if whole != a else set()
        assert _result(Operation.ROUND_TO_INTEGRAL_EXACT, *rounded[1:]) == (expected, flags)
    compared(2 * len(_codes(name)))


# -- signs, neighbours, exponents ------------------------------------------------------------------


@cache
def _values(name: str) -> list[Fraction]:
    layout = ALL_LAYOUTS[name]
    return sorted({layout.value(c) for c in _codes(name) if layout.kind(c) == "number"})


@pytest.mark.parametrize("name", TINY)
def test_neighbours_of_all_codes(name: str) -> None:
    layout = ALL_LAYOUTS[name]
    for code, rules in product(_codes(name), (Rules(), Rules(flush=True, daz=True))):
        a = _read((name, code))
        for operation, up in ((Operation.NEXT_UP, True), (Operation.NEXT_DOWN, False)):
            found = definitions.next_to(_values(name), a, up)
            if a[0] == "nan":
                expected = "nan", _signals((name, code))
            elif found is None:
                away = a[0] == "inf" and a[1] == up  # back from an infinity
                beyond = a[0] == "number" and layout.has_infinity
                beyond &= layout.signed or up
                largest = layout.joined(a[1], layout.largest)
                expected = (largest if away else largest + 1 if beyond else code), set()
            else:
                negative = (
                    found[1] and layout.signed and (bool(found[2]) or not layout.nan_for_zero)
                )
                expected = layout.joined(negative, _magnitude_code(name, found[2])), set()
            assert _result(operation, name, [(name, code)], rules) == expected, (name, code)


def _magnitude_code(name: str, magnitude: Fraction) -> int:
    layout = ALL_LAYOUTS[name]
    return next(c for c in layout.finite_magnitudes() if layout.magnitude(c) == magnitude)


@pytest.mark.parametrize("name", [*TINY, *EIGHT_BITS, "fp16"])
def test_signs_are_bits_where_a_bit_is_the_sign(name: str) -> None:
    fmt, layout = find_format(name), ALL_LAYOUTS[name]
    rules = Rules(flush=True, daz=True)
    for code in _codes(name) if layout.width <= 8 else range(0, 1 << 16, 97):
        nameless = layout.kind(code) == "nan" and layout.specials != "ieee"
        zero = layout.nan_for_zero and not code % (1 << layout.magnitude_bits)
        if not layout.signed or nameless or zero:
            continue
        sign = 1 << layout.magnitude_bits
        results = {
            Operation.NEGATE: code ^ sign,
            Operation.ABS: code & ~sign,
        }
        for operation, expected in results.items():
            result = operate(operation, fmt, [(fmt, code)], rules)
            assert (result.code, result.flags.names()) == (expected, [])
        for other in (0, sign, 1, sign | 1) if layout.specials == "ieee" else (1, sign | 1):
            result = operate(Operation.COPY_SIGN, fmt, [(fmt, code), (fmt, other)], rules)
            assert (result.code, result.flags.names()) == (code & ~sign | other & sign, [])


@pytest.mark.parametrize("name", [*TINY, *EIGHT_BITS])
def test_scaled_by_powers_of_the_radix(name: str) -> None:
    fmt, int16, draw = find_format(name), find_format("int16"), random.Random(name)
    for code in _codes(name):
        n, rules = draw.randrange(-300, 300) // draw.choice((1, 30)), draw.choice(RULES)
        given = definitions.scale_b(_read((name, code)), n)
        expected = _delivers(name, (given[0], _signals((name, code))), rules)
        result = operate(Operation.SCALE_B, fmt, [(fmt, code), (int16, n & 0xFFFF)], rules)
        code_ = "nan" if is_nan_code(fmt, result.code) else result.code
        assert (code_, NAMES[result.flags]) == expected


# -- comparisons -----------------------------------------------------------------------------------

RELATIONS = {"<": 0xFF, "=": 0, ">": 1, "?": 2}
COMPARED = ["fp4_e2m1", "e2m1ieee", "e3m0fnuz", "ue2m2ieee"]


@pytest.mark.parametrize("name", COMPARED)
def test_all_predicates_of_all_pairs(name: str) -> None:
    int8, uint8, fmt = find_format("int8"), find_format("uint8"), find_format(name)
    draw = random.Random(name)
    for a, b in product(_codes(name), repeat=2):
        operands = [(name, a), (name, b)]
        codes = [(fmt, code) for _, code in operands]
        found = definitions.relation(*map(_read, operands))
        quiet = _signals(*operands)
        result = operate(Operation.COMPARE, int8, codes)
        assert (result.code, NAMES[result.flags]) == (RELATIONS[found], quiet)
        for predicate in draw.sample(list(definitions.PREDICATES), 2):
            holds = found in definitions.PREDICATES[predicate]
            for kind in ("Quiet", "Signaling"):
                words = re.findall("[A-Z][a-z]*", kind + predicate)
                key = "-".join(["compare", *words]).lower()
                if kind == "Signaling" and predicate in ("Ordered", "Unordered"):
                    continue
                raised = {"invalid"} if kind == "Signaling" and found == "?" else quiet
                result = operate(Operation(key), uint8, codes)
                assert (result.code, NAMES[result.flags]) == (holds, raised), (key, operands)


@strided(5)
@pytest.mark.parametrize("name", COMPARED)
def test_all_minima_and_maxima_of_all_pairs(name: str, stride: int) -> None:
    draw = random.Random(name)
    for a, b in [*product(_codes(name), repeat=2)][::stride]:
        operands = [(name, a), (name, b)]
        x, y = said = [*map(_read, operands)]
        numbers = [each for each in said if each[0] != "nan"]
        rules = draw.choice(RULES)
        for largest, magnitudes in product((False, True), repeat=2):
            raised = _signals(*operands)
            if len(numbers) == 2:
                chosen = definitions.least(x, y, largest=largest, magnitudes=magnitudes)
                found = dict.fromkeys(("nan", "number", "quiet"), (chosen, raised))
            else:
                one = (numbers[0], raised) if numbers else (NAN[0], raised)
                old = (NAN[0], raised) if raised else one
                found = {"nan": (NAN[0], raised), "number": one, "quiet": old}
            for key, given in found.items():
                operation = CHOOSERS[key, largest, magnitudes]
                expected = _unflushed(name, given, rules)
                assert _result(operation, name, operands, rules) == expected, (operation, operands)


CHOOSERS = {
    (beside, largest, magnitudes): find_operation(
        ("max" if largest else "min")
        + {
            ("nan", False): "",
            ("nan", True): "-magnitude",
            ("number", False): "-number",
            ("number", True): "-magnitude-number",
            ("quiet", False): "-num",
            ("quiet", True): "-num-mag",
        }[beside, magnitudes]
    )
    for beside, largest, magnitudes in product(
        ("nan", "number", "quiet"), (False, True), (False, True)
    )
}


@pytest.mark.parametrize("name", ["e2m2ieee", "e3m2ieee", "e2m1ieee"])
def test_the_total_order_of_an_ieee_format_is_that_of_its_codes_as_signed_magnitudes(name):
    fmt, uint8 = find_format(name), find_format("uint8")
    sign = 1 << fmt.width - 1
    places = {code: code if code < sign else ~(code - sign) for code in range(1 << fmt.width)}
    for a, b in product(places, repeat=2):
        codes = [(fmt, a), (fmt, b)]
        result = operate(Operation.TOTAL_ORDER, uint8, codes)
        assert (result.code, result.flags.names()) == (places[a] <= places[b], [])
        result = operate(Operation.TOTAL_ORDER_MAG, uint8, codes)
        assert (result.code, result.flags.names()) == (a % sign <= b % sign, [])


# -- the table itself ------------------------------------------------------------------------------


def test_an_operation_is_found_by_its_name():
    for operation in Operation:
        assert find_operation(operation.value) is operation is Operation(operation.value)
        assert operation.arity in (1, 2, 3)
        assert str(operation.rule.label)
    with pytest.raises(Complaint, match="'power' is not one of add, subtract"):
        find_operation("power")


def test_all_22_predicates_are_there():
    assert sum(each.value.startswith("compare-") for each in Operation) == 22


@pytest.mark.parametrize("operation", Operation, ids=lambda each: each.value)
def test_another_number_of_operands_is_refused(operation):
    fp16 = find_format("fp16")
    with pytest.raises(ValueError, match=f"{operation.value} takes {operation.arity}"):
        operate(operation, fp16, [(fp16, 0)] * (operation.arity + 1))
