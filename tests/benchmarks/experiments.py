"""How long runs take: closed forms of 10^12 steps, step loops, and random trials."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable
from fractions import Fraction

import numpy as np

from fpviz.core.arithmetic.rounding import encode
from fpviz.core.formats import find_format
from fpviz.core.formats.decoding import decode
from fpviz.core.numbers import finite
from fpviz.experiments import find_experiment
from fpviz.experiments.engine.constant_update.trajectory import Trajectory

FORMATS = ("fp16", "fp32", "fp64", "fp8_e4m3fn")
STEPS = 10**12
LOOP_STEPS = 10**6


def report() -> list[str]:
    """One line a measurement; printed, too."""
    closed = _milliseconds(_closed_form, 20)
    loop = _milliseconds(_numpy_loop, 3) * STEPS / LOOP_STEPS
    run = _milliseconds(lambda: _run("drift", steps=str(STEPS)), 20)
    ratio = loop / (closed / len(FORMATS))
    lines = [
        f"10^12 steps of loop 2 in {', '.join(FORMATS)}: {closed:.1f} ms together (goal 50)",
        f"fp16 alone by a loop over numpy scalars: {loop / 3.6e6:.0f} h, {ratio:.1e} times as long",
        f"the run 'drift' with 10^12 steps, readouts included: {run:.1f} ms",
    ]
    texts = {"steps": "10000", "trials": "2000"}
    trials = _milliseconds(lambda: _run("stochastic-rounding", **texts), 3)
    plain = _milliseconds(_numpy_trials, 1)
    lines += [
        f"2000 stochastic trials of 10^4 steps: {trials:.0f} ms (goal 1000)",
        f"the same step by step in plain numpy: {plain:.0f} ms, {plain / trials:.1f} times as long",
    ]
    for name in ("master-copy", "static-loss-scale", "dot-product", "accumulation", "adam"):
        lines.append(
            f"the run '{name}' by default: {_milliseconds(lambda n=name: _run(n), 3):.0f} ms"
        )
    print("\n".join(lines))
    return lines


def _run(name: str, **texts: str) -> object:
    experiment = find_experiment(name)
    return experiment.run(experiment.arguments(texts))


def _closed_form() -> None:
    update = decode(find_format("fp16"), 0x2FF9).number
    for name in FORMATS:
        fmt = find_format(name)
        start = encode(fmt, finite(Fraction(9, 8))).code
        Trajectory(fmt, start, update).code(STEPS)


def _numpy_loop() -> None:
    w, g = np.float16(1.125), np.float16(0.12457275190625)
    for _ in range(LOOP_STEPS):
        w = w + g


def _numpy_trials() -> None:
    """Trials as one would write them: binary64, an ulp from the exponent, a draw of binary64."""
    generator = np.random.default_rng(0)
    w, g = np.full(2000, 1.125), float(np.float16(0.00041999))
    for _ in range(10**4):
        total = w + g
        ulp = np.ldexp(1.0, np.frexp(total)[1] - 11)
        w = np.floor(total / ulp + generator.random(2000)) * ulp


def _milliseconds(work: Callable[[], object], times: int) -> float:
    """The median of some runs."""
    taken = []
    for _ in range(times):
        begin = time.perf_counter()
        work()
        taken.append(1000 * (time.perf_counter() - begin))
    return statistics.median(taken)


if __name__ == "__main__":
    report()
