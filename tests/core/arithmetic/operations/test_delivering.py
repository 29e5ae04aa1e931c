"""Operations between formats of all families: exact results by definition, then one rounding.

What codes stand for, and how a number is rounded into these formats, is tested with the formats.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from fractions import Fraction
from functools import cache

import pytest

from fpviz.core.arithmetic.operations import Operand, Operation, operate
from fpviz.core.arithmetic.rounding import Flags, Overflow, Rounded, Rounding, Rules, encode
from fpviz.core.formats import Format, find_format
from fpviz.core.formats.decoding import decode, is_nan_code
from fpviz.core.formats.order import code_at, first_ordinal, last_ordinal
from fpviz.core.numbers import Finite, Infinity, NaN
from tests.conformance import checks
from tests.core.arithmetic.operations import definitions
from tests.core.arithmetic.operations.definitions import NAN, Given, Said
from tests.core.arithmetic.test_operations import _choice

NAMES = (
    *("posit16", "x87", "ibm32", "decimal64", "q15"),
    *("int8", "hif8", "vax_f", "takum16", "e8m0"),
)
RULES = [
    Rules(),
    *(Rules(rounding) for rounding in (Rounding.TOWARD_ZERO, Rounding.UPWARD, Rounding.DOWNWARD)),
    Rules(Rounding.TIES_AWAY, Overflow.SATURATE),
    Rules(Rounding.TO_ODD, Overflow.NAN),
]
SMALL = [name for name in NAMES if find_format(name).width <= 8]

against_definitions = checks("arithmetic", "6 rules", against="definitions")


def _drawn(name: str, draw: random.Random) -> Operand:
    """A code near zero, one or an end, or any."""
    fmt = find_format(name)
    if draw.random() < 0.3:
        return fmt, draw.getrandbits(fmt.width)
    one = encode(fmt, Finite(draw.random() < 0.3 and fmt.signed, Fraction(1))).code
    near = draw.choice((0, 0, first_ordinal(fmt), last_ordinal(fmt), None))
    if near is None:
        return fmt, (one + draw.randrange(-40, 40)) % (1 << fmt.width)
    at = near + draw.randrange(-3, 4)
    return fmt, code_at(fmt, min(max(at, first_ordinal(fmt)), last_ordinal(fmt)))


def _read(operand: Operand) -> Said:
    match decode(*operand).number:
        case Finite(negative, magnitude):
            return "number", negative, magnitude
        case Infinity(negative):
            return "inf", negative, Fraction(0)
        case _:
            return "nan", False, Fraction(0)


def _signals(*operands: Operand) -> Flags:
    numbers = [decode(*each).number for each in operands]
    signalling = any(isinstance(each, NaN) and not each.quiet for each in numbers)
    return Flags.INVALID if signalling else Flags.NONE


def _delivered(fmt: Format, given: Given, rules: Rules) -> Rounded:
    (kind, negative, magnitude), raised = given
    number = (
        Finite(negative, magnitude)
        if kind == "number"
        else Infinity(negative)
        if kind == "inf"
        else NaN()
    )
    code, flags = encode(fmt, number, rules)
    flags |= Flags.INVALID if kind == "invalid" else Flags.NONE
    for name in raised:
        flags |= Flags[name.upper()]
    return Rounded(code, flags)


def _assert_same(fmt: Format, found: Rounded, expected: Rounded, said: object) -> None:
    codes = ["nan" if is_nan_code(fmt, each.code) else each.code for each in (found, expected)]
    assert codes[0] == codes[1], said
    assert found.flags == expected.flags, said


def _least(largest: bool) -> Callable[[Said, Said], Given]:
    def least(a: Said, b: Said) -> Given:
        if "nan" in (a[0], b[0]):
            return NAN
        return definitions.least(a, b, largest=largest, magnitudes=False), set()

    return least


COMPUTED: dict[Operation, Callable[..., Given]] = {
    Operation.DIVIDE: definitions.divide,
    Operation.SQRT: definitions.sqrt,
    Operation.RSQRT: definitions.rsqrt,
    Operation.REMAINDER: definitions.remainder,
    Operation.FMOD: definitions.fmod,
    Operation.MIN: _least(largest=False),
    Operation.MAX: _least(largest=True),
}


def _compare(operation: Operation, name: str, draw: random.Random, count: int) -> int:
    fmt = find_format(name)
    for _ in range(count):
        operands = [_drawn(draw.choice((name, *NAMES)), draw) for _ in range(operation.arity)]
        rules = draw.choice(RULES)
        expected = _delivered(fmt, COMPUTED[operation](*map(_read, operands)), rules)
        expected = Rounded(expected.code, expected.flags | _signals(*operands))
        result = operate(operation, fmt, operands, rules)
        said = operation, name, [(f.name, hex(code)) for f, code in operands], rules
        _assert_same(fmt, Rounded(result.code, result.flags), expected, said)
    return count


@pytest.mark.parametrize("name", NAMES)
@against_definitions
def test_exact_results_are_rounded_once(name, compared):
    draw = random.Random(name)
    compared(sum(_compare(each, name, draw, 20) for each in COMPUTED))


@pytest.mark.sweep
@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("operation", COMPUTED, ids=lambda each: each.value)
def test_many_exact_results_are_rounded_once(operation, name):
    _compare(operation, name, random.Random(name + operation.value), 4000)


@pytest.mark.parametrize("name", NAMES)
@against_definitions
def test_comparisons_are_those_of_the_values(name, compared):
    draw, done = random.Random(name), 0
    found = {"<": -1, "=": 0, ">": 1, "?": 2}
    int8 = find_format("int8")
    for _ in range(60):
        a, b = _drawn(name, draw), _drawn(draw.choice((name, *NAMES)), draw)
        relation = definitions.relation(_read(a), _read(b))
        result = operate(Operation.COMPARE, int8, (a, b))
        assert (result.code + 128) % 256 - 128 == found[relation], (a, b)
        assert result.flags == _signals(a, b)
        for title, holds in definitions.PREDICATES.items():
            quiet = operate(Operation[f"COMPARE_QUIET_{_screaming(title)}"], int8, (a, b))
            assert quiet.code == (relation in holds), (title, a, b)
            done += 1
    compared(done)


def _screaming(title: str) -> str:
    return "".join(
        "_" * (at > 0 and each.isupper()) + each for at, each in enumerate(title)
    ).upper()


@pytest.mark.parametrize("name", NAMES)
@against_definitions
def test_integers_are_those_of_the_values(name, compared):
    draw, count = random.Random(name), 80
    for _ in range(count):
        operand, rules = _drawn(name, draw), draw.choice(RULES)
        fmt = find_format(draw.choice(("int8", "uint8", "int32", "uint64")))
        result = operate(Operation.TO_INT, fmt, [operand], rules)
        assert (result.code, result.flags) == _integer(fmt, operand, rules), (operand, fmt, rules)
        whole = definitions.integral(_read(operand), _choice(rules))
        same = operate(Operation.ROUND_TO_INTEGRAL, operand[0], [operand], rules)
        given = _delivered(operand[0], (whole, set()), rules)
        expected = Rounded(given.code, given.flags | _signals(operand))
        _assert_same(operand[0], Rounded(same.code, same.flags), expected, (operand, rules))
    compared(2 * count)


def _integer(fmt: Format, operand: Operand, rules: Rules) -> tuple[int, Flags]:
    a = _read(operand)
    kind, negative, whole = definitions.integral(a, _choice(rules))
    least = -(1 << fmt.width - 1) if fmt.signed else 0
    most = least + (1 << fmt.width) - 1
    mask = (1 << fmt.width) - 1
    value = int(-whole if negative else whole)
    if kind == "number" and least <= value <= most:
        return value & mask, Flags.NONE if whole == a[2] else Flags.INEXACT
    if rules.overflow is Overflow.NAN:
        return (least if fmt.signed else most) & mask, Flags.INVALID
    return 0 if kind == "nan" else (least if negative else most) & mask, Flags.INVALID


# -- neighbours ------------------------------------------------------------------------------------


@cache
def _values(name: str) -> list[Fraction]:
    fmt = find_format(name)
    numbers = (decode(fmt, code).number for code in range(1 << fmt.width))
    return sorted({each.value for each in numbers if isinstance(each, Finite)})


@pytest.mark.parametrize("name", NAMES)
@against_definitions
def test_neighbours_have_nothing_between_them(name, compared):
    fmt, draw, done = find_format(name), random.Random(name), 0
    for operation, up in ((Operation.NEXT_UP, True), (Operation.NEXT_DOWN, False)):
        for _ in range(40):
            operand = _drawn(name, draw)
            a = decode(*operand).number
            result = operate(operation, fmt, [operand])
            b = decode(fmt, result.code).number
            if not (isinstance(a, Finite) and isinstance(b, Finite)) or a.value == b.value:
                continue
            assert (b.value > a.value) == up
            middle = (a.value + b.value) / 2
            exact = Finite(middle < 0, abs(middle))
            ends = {
                decode(fmt, encode(fmt, exact, Rules(rounding)).code).number.value
                for rounding in (Rounding.UPWARD, Rounding.DOWNWARD)
            }
            around = {a.value, b.value}
            assert ends == around or (0 in around and ends < around), (name, operand)
            assert result.flags is Flags.NONE
            done += 1
    compared(done)


@pytest.mark.parametrize("name", SMALL)
def test_neighbours_are_next_in_the_list_of_all_values(name):
    fmt, draw, values = find_format(name), random.Random(name), _values(name)
    for at in (0, 1, len(values) - 2, *draw.sample(range(1, len(values) - 1), 40)):
        value = values[at]
        code = encode(fmt, Finite(value < 0, abs(value))).code
        found = operate(Operation.NEXT_UP, fmt, [(fmt, code)]).code
        assert decode(fmt, found).number.value == values[at + 1]
        back = operate(Operation.NEXT_DOWN, fmt, [(fmt, found)]).code
        assert decode(fmt, back).number.value == value
    last = encode(fmt, Finite(values[-1] < 0, abs(values[-1]))).code
    found = decode(fmt, operate(Operation.NEXT_UP, fmt, [(fmt, last)]).code).number
    assert isinstance(found, Infinity) if fmt.has_infinity else found.value == values[-1]
