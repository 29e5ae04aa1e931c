"""Step loops against numpy's own types, one operation after the other."""

from __future__ import annotations

import math
import random
from fractions import Fraction

import ml_dtypes
import numpy as np
import pytest

from fpviz.core.arithmetic import operations as arithmetic
from fpviz.core.arithmetic.rounding import Overflow, Rounding, Rules, encode
from fpviz.core.formats import find_format
from fpviz.core.formats.decoding import value_of as value_of_code
from fpviz.core.numbers import Finite, finite
from fpviz.experiments import find_experiment
from fpviz.experiments.accumulation import PairwiseSum
from fpviz.experiments.engine.rounded_arithmetic import Machine, number_of, value_of
from fpviz.experiments.engine.run import Run
from fpviz.experiments.master_copy import power

HALF, SINGLE, BRAIN = np.float16, np.float32, ml_dtypes.bfloat16
TYPES = {"fp16": HALF, "fp32": SINGLE, "bf16": BRAIN}
DETERMINISTIC = [rounding for rounding in Rounding if rounding is not Rounding.STOCHASTIC]


def run(name: str, **texts: str) -> Run:
    experiment = find_experiment(name)
    return experiment.run(
        experiment.arguments({key.replace("_", "-"): text for key, text in texts.items()})
    )


def code_of(x: np.generic) -> int:
    return int(x.view(f"u{x.itemsize}"))


@pytest.mark.parametrize("name", ["fp16", "fp8_e4m3fn", "fp6_e3m2", "e2m2", "e3m1fnuz"])
@pytest.mark.parametrize("rounding", DETERMINISTIC)
def test_a_machine_computes_as_the_core_does(name: str, rounding: Rounding) -> None:
    fmt, generator = find_format(name), random.Random(f"{name} {rounding}")
    for _ in range(150):
        rules = Rules(rounding, generator.choice(list(Overflow)), generator.random() < 0.5)
        machine = Machine(fmt, rules)
        a, b, c = (generator.randrange(1 << fmt.width) for _ in range(3))
        x, y, z = (machine.read(code) for code in (a, b, c))
        found = [
            machine.add(x, y),
            machine.subtract(x, y),
            machine.multiply(x, y),
            machine.fma(x, y, z),
        ]
        wanted = [
            arithmetic.add(fmt, (fmt, a), (fmt, b), rules),
            arithmetic.subtract(fmt, (fmt, a), (fmt, b), rules),
            arithmetic.multiply(fmt, (fmt, a), (fmt, b), rules),
            arithmetic.fma(fmt, (fmt, a), (fmt, b), (fmt, c), rules),
        ]
        for result, want in zip(found, wanted, strict=True):
            assert number_of(result) == number_of(machine.read(want.code)), (a, b, c, rules)
            assert isinstance(number_of(result), Finite) is (value_of(result) is not None)
            if isinstance(number_of(result), Finite):
                assert machine.code(result) == want.code


@pytest.mark.parametrize("name", ["fp16", "bf16", "fp32", "fp64"])
def test_a_root_is_rounded_once(name: str) -> None:
    fmt, generator = find_format(name), random.Random(name)
    for rounding in (Rounding.TIES_TO_EVEN, Rounding.UPWARD, Rounding.TOWARD_ZERO):
        machine = Machine(fmt, Rules(rounding))
        for _ in range(200):
            code = generator.randrange(1, fmt.largest_code)
            square = value_of_code(fmt, code)
            root = value_of(machine.root(square))
            assert root is not None
            digits = 10 ** (400 if name == "fp64" else 90)
            true = Fraction(math.isqrt(int(square * digits * digits)) * 2 + 1, 2 * digits)
            exact = Fraction(math.isqrt(square.numerator), math.isqrt(square.denominator))
            wanted = exact if exact * exact == square else true
            assert encode(fmt, finite(wanted), machine.rules).code == machine.code(
                machine.root(square)
            )
    assert value_of(machine.root(Fraction(0))) == 0


@pytest.mark.parametrize("name", ["fp16", "fp32", "bf16"])
@pytest.mark.parametrize("g", ["0.00041999", "0.12457275190625", "-0.3", "2^-12", "3e-5"])
def test_kahan_against_numpy(name: str, g: str) -> None:
    kind = TYPES[name]
    found = run("kahan", g=g, steps="3000", format=name)
    curve = found.curve("kahan")
    _, numerator, denominator = "", *found.curve("plain").course.update.value.as_integer_ratio()
    update, total, lost = kind(numerator / denominator), kind(1.125), kind(0)
    for t in range(3000):
        assert curve.code(t) == code_of(total), t
        y = update - lost
        after = total + y
        lost = (after - total) - y
        total = after


@pytest.mark.parametrize(
    ("weight", "gradient", "lane"),
    [
        ("fp16", "fp16", "low"),
        ("bf16", "bf16", "other"),
        ("fp32", "fp16", "master-low"),
        ("fp32", "bf16", "master-other"),
        ("fp32", "fp32", "master"),
    ],
)
def test_descent_against_numpy(weight: str, gradient: str, lane: str) -> None:
    wide, low = TYPES[weight], TYPES[gradient]
    curve = run("master-copy", w0="0.3", lr="0.01", steps="1500").curve(lane)
    w, rate = wide(0.3), wide(0.01)
    for t in range(1500):
        assert curve.code(t) == code_of(w), t
        w = w - rate * wide(low(w) - low(2))


def test_the_power_of_the_unrounded_descent() -> None:
    for base, exponent in ((Fraction(1023, 1024), 8192), (Fraction(-1, 3), 77), (Fraction(3), 5)):
        exact = base**exponent
        assert abs(power(base, exponent) / exact - 1) < Fraction(1, 2**200)
    assert power(Fraction(1, 2), 0) == 1


@pytest.mark.parametrize("terms", [1, 2, 37, 1000])
def test_dot_products_against_numpy(terms: int) -> None:
    found = run("dot-product", terms=str(terms))
    index = np.arange(1, terms + 1)
    x, y = (HALF(factor * index % 1.0) for factor in (0.6180339887498949, 0.7548776662466927))
    narrow = np.add.accumulate(x * y)
    wide = np.add.accumulate(SINGLE(x) * SINGLE(y))
    assert [found.curve("narrow").code(t + 1) for t in range(terms)] == narrow.view("u2").tolist()
    assert [found.curve("wide").code(t + 1) for t in range(terms)] == wide.view("u4").tolist()
    exact = math.fsum((x.astype(float) * y).tolist())
    assert float(found.curve("exact").number(terms).value) == exact


def test_a_fused_product_is_not_rounded_before_it_is_added() -> None:
    assert run("dot-product", products="exact").final_codes["narrow"] == "0x6759"


def test_pairwise_sums_against_a_tree_of_numpy() -> None:
    fmt = find_format("fp16")
    sums = PairwiseSum(fmt, fmt, 0x211F, Rules())
    for n in (1, 2, 3, 7, 100, 1000):
        level = [HALF(0.01)] * n

        def tree(terms: list[np.float16]) -> np.float16:
            half = len(terms) // 2
            return tree(terms[:half]) + tree(terms[half:]) if half else terms[0]

        assert sums.code(n) == code_of(tree(level)), n
    assert sums.code(10**12) == 0x7C00


def test_adam_in_single_precision_is_near_binary64() -> None:
    found = run("adam", g="0.02", steps="50", formats="fp32")
    w, m, v = 1.0, 0.0, 0.0
    for t in range(1, 51):
        m, v = 0.9 * m + 0.1 * 0.02, 0.999 * v + 0.001 * 0.02**2
        w -= 1e-3 * (m / (1 - 0.9**t)) / (math.sqrt(v / (1 - 0.999**t)) + 1e-8)
        number = found.curve("fp32").number(t)
        assert float(number.value) == pytest.approx(w, abs=2e-7 * t)


@pytest.mark.parametrize("g", ["0.01", "0.005", "-0.02", "0.3"])
def test_a_step_of_adam_in_half_precision(g: str) -> None:
    """Each operation in binary64, rounded to 16 bits: the widest gap that binary64 leaves."""
    found = run("adam", g=g, steps="1", formats="fp16")
    gradient = float(HALF(float(g)))
    m, v = float(HALF(0.1 * gradient)), float(HALF(0.001 * gradient**2))
    divisor = float(HALF(float(HALF(math.sqrt(v))) / math.sqrt(1 - 0.999)))
    w = HALF(1 - 1e-3 / (1 - 0.9) * m / divisor) if divisor else HALF(-math.inf)
    assert found.curve("fp16").code(1) == code_of(HALF(w))


def test_adam_where_the_second_moment_overflows() -> None:
    infinite = run("adam", g="60000", steps="3", formats="fp16")
    assert infinite.readout("fp16.v").machine == "inf"
    assert infinite.final_codes["fp16"] == "0x3c00"  # m over infinity: the weight stays
    lost = run("adam", g="440", beta2="0", steps="3", formats="fp8_e4m3fn")
    assert lost.final_codes["fp8_e4m3fn"] == "0x7f"
    unseen = run("adam", formats="e2m1ieee", g="1", w0="1", steps="1")
    assert unseen.readout("e2m1ieee.least-gradient").code is None


def test_the_lessons_of_descent() -> None:
    found = run("master-copy", steps="8000")
    assert str(found.lesson(7900, "master-low").text) == (
        "In FP16, whose ulp there is 2⁻⁹, the weight, 1.99951171875, is 2: the gradient is 0, and "
        "the weight stays."
    )
    lost = run("master-copy", lr="60000", steps="5")
    assert str(lost.lesson(4, "low").text).endswith("and no update brings it back.")


def test_lessons_on_sums_speak_of_terms() -> None:
    assert str(run("accumulation").lesson(500000).text) == (
        "To be added: 0.01000213623046875; ulp of the sum so far: 2⁻⁵; midpoint: 32.015625. "
        "The sum so far has stood at 32 since step 2798. The term is 0.320 of an ulp of the sum "
        "so far. Less than half: FP16 rounds back to 32, now and at every later step."
    )
    told = run("dot-product", terms="10").lesson(3)
    assert "weight" not in str(told.text)
    assert "of the sum so far" in str(told.text)
    gone = run("accumulation", term="60000", terms="10").lesson(3)
    assert str(gone.text) == "The sum so far is inf, and no term brings it back."
    none = run("counting", increment="0", formats="fp16").lesson(3)
    assert (str(none.title), str(none.text)) == (
        "There is no term",
        "The term is 0: nothing is added.",
    )
    infinite = run("dot-product", terms="10", input_format="fp8_e5m2", accumulator_format="e2m1fn")
    assert infinite.lesson(3).title


def test_a_long_look_around_at_pairwise_sums_begins_anew() -> None:
    fmt = find_format("bf16")
    sums = PairwiseSum(fmt, fmt, 0x3F80, Rules())
    sums._known |= dict.fromkeys(range(10**7, 10**7 + (1 << 18)), 0)
    assert sums.code(5) == 0x40A0
    assert len(sums._known) < 100
