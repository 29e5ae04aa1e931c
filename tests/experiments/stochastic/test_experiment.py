"""Stochastic rounding as a distribution, and its draws one by one."""

from __future__ import annotations

import math
from fractions import Fraction
from itertools import pairwise

import numpy as np
import pytest

from fpviz.core.arithmetic.rounding import Overflow, Rounding, Rules, encode
from fpviz.core.formats import Format, find_format
from fpviz.core.formats.decoding import decode
from fpviz.core.literals import parse_literal
from fpviz.core.numbers import Finite, finite
from fpviz.experiments import find_experiment
from fpviz.experiments.engine.constant_update.trajectory import exact_sum
from fpviz.experiments.engine.run import Run, unheard
from fpviz.experiments.stochastic.walk import StochasticUpdate, walk
from tests.strides import strided


def run(**texts: object) -> Run:
    experiment = find_experiment("stochastic-rounding")
    return experiment.run(
        experiment.arguments({k.replace("_", "-"): str(v) for k, v in texts.items()})
    )


def replayed(fmt: Format, start: int, update: Finite, rules: Rules, draws: list[int]) -> list[int]:
    """A course with these random bits, step by step through the scalar rounding."""
    codes = [start]
    for bits in draws:
        total = exact_sum(decode(fmt, codes[-1]).number, update, Rounding.STOCHASTIC)
        drawn = Rules(Rounding.STOCHASTIC, rules.overflow, rules.flush, bits, rules.random_width)
        codes.append(encode(fmt, total, drawn).code)
    return codes


@pytest.mark.parametrize("name", ["fp16", "bf16", "fp8_e4m3fn", "fp8_e5m2", "e3m2fnuz", "fp32"])
@pytest.mark.parametrize("flush", [False, True])
@strided(2)
def test_every_draw_rounds_as_the_core_does(name: str, flush: bool, stride: int) -> None:
    fmt = find_format(name)
    for number, overflow in [*enumerate(Overflow)][(len(name) + flush) % stride :: stride]:
        rules = Rules(overflow=overflow, flush=flush, random_width=5)
        for start, ulps in ((1.125, "3/7"), (-1, "5/3"), (0, "1/9"), (-0.5, "11/5")):
            code = encode(fmt, finite(Fraction(start))).code
            scale = fmt.magnitude(fmt.min_normal_code + 1) - fmt.min_normal
            if start:
                scale = abs(Fraction(start)) / 2**fmt.fraction_width
            update = finite(Fraction(ulps) * scale)
            trials = walk(StochasticUpdate(fmt, update, 5, rules), code, (60, 7), number, unheard)
            raw = np.random.PCG64(number).random_raw(60 * 7).reshape(60, 7) >> np.uint64(59)
            for trial in range(7):
                wanted = replayed(fmt, code, update, rules, raw[:, trial].tolist())
                assert trials.codes[:, trial].tolist() == wanted, (start, ulps, overflow)


def test_the_number_of_ups_is_binomial() -> None:
    """Chi-square over the 2000 trials of the default run; 0.1 % of seeds would fail."""
    fmt, found = find_format("fp16"), run(shown=0)
    n, p = 100, 881 / 2048
    taken = decode(fmt, encode(fmt, parse_literal("0.00041999").number).code).number
    trials = walk(StochasticUpdate(fmt, taken, 32, Rules()), 0x3C80, (n, 2000), 0, unheard)
    ups = trials.codes[n].astype(int) - 0x3C80
    assert found.curve("mean").number(n) == finite(
        Fraction(9, 8) + Fraction(int(ups.sum()), 2000 * 1024)
    )
    edges = [0, 35, 38, 40, 42, 44, 46, 48, 51, 101]
    observed = np.histogram(ups, edges)[0]
    law = [math.comb(n, k) * p**k * (1 - p) ** (n - k) for k in range(n + 1)]
    expected = [2000 * sum(law[a:b]) for a, b in pairwise(edges)]
    statistic = sum((o - e) ** 2 / e for o, e in zip(observed, expected, strict=True))
    assert statistic < 26.1  # 8 degrees of freedom


def test_few_random_bits_bring_the_bias_back() -> None:
    chances = {bits: run(random_bits=bits, trials=1).readout("chance").value for bits in (1, 2, 3)}
    assert chances == {1: 0, 2: Fraction(1, 4), 3: Fraction(3, 8)}
    assert run(random_bits=1).readout("mean.final").machine == "1.125"
    biased = run(random_bits=3, steps=800)
    expected = Fraction(9, 8) + 800 * Fraction(3, 8) / 1024
    assert biased.readout("expected.mean").value == expected
    spread = biased.readout("expected.sd").value / Fraction(math.sqrt(2000))
    assert abs(biased.readout("mean.final").value.value - expected) < 4 * spread


def test_the_mean_stays_on_the_exact_sum_through_many_binades() -> None:
    found = run(steps=5000, trials=1000)
    error = found.error("mean", 5000)
    deviation = found.readout("sd.final").value
    assert abs(error) < 4 * deviation / Fraction(math.sqrt(1000))
    assert found.readout("expected.mean").value is None


def test_seeds_and_shape() -> None:
    assert run(seed=3).final_codes == run(seed=3).final_codes
    fewer = run(trials=10, shown=40)
    assert sum(curve.faint for curve in fewer.curves) == 10
    (band,) = fewer.bands
    low, high = (band.low.number(50).value, band.high.number(50).value)
    inside = [low <= c.number(50).value <= high for c in fewer.curves if c.faint]
    assert low < high
    assert sum(inside) >= 9


def test_the_lessons_of_a_fan() -> None:
    found = run(trials=50)
    told = found.lesson(0, "trial-1")
    assert str(told.text).startswith(
        "To be added: ≈ 0.0004200935364; ulp of the weight: 2⁻¹⁰. "
        "The sum lies 0.430 of the way from 1.125 to 1.1259765625:"
    )
    after = found.curve("trial-1").code(1)
    assert str(told.text).endswith("up." if after == 0x3C81 else "down.")
    assert str(found.lesson(100).text).startswith("After 100 steps the mean of 50 trials is ")
    assert str(run(g="0.25", trials=2).lesson(0, "trial-2").title) == "Nothing to draw"


def test_trials_that_leave_the_range() -> None:
    found = run(weight_format="fp8_e4m3fn", update_format="fp8_e4m3fn", g="64", steps=40, trials=20)
    assert found.readout("mean.final").machine == "nan"
    assert found.final_codes["high"] == "0x7f"
    assert found.error("mean", 40) is None
    saturated = run(weight_format="fp4_e2m1", update_format="fp4_e2m1", g="1", steps=40, trials=20)
    assert saturated.readout("mean.final").machine == "6"
    infinite = run(w0="65000", g="32", steps=60, trials=20)
    assert infinite.final_codes["low"] == "0x7c00"
