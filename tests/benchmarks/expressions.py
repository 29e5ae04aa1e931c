"""Expressions: simple operations a second, and how long a sweep over all codes of FP16 takes.

A prepared program is executed again and again, without its exact values; a sweep has these, and the
error of each result.
"""

from __future__ import annotations

import time
from collections.abc import Callable

from fpviz.core.expressions import parse
from fpviz.core.expressions.machine import executed
from fpviz.core.expressions.sweep import Sweep, SweepSummary
from fpviz.core.formats import find_format
from fpviz.core.literals import parse_literal

SIMPLE = "s = a*b + c; t = s*s - a; (t + b)*(s - c) + t*s"
SWEPT = (
    "((x - 3)*x + 3)*x - 1",
    "(x*x - 1)/(x + 1)*0.3 - x",
    "sqrt(x*x + 1) - x*0.5",
    "exp(x)/(exp(x) + 1)",
)
EVERY = 16
"""Of the codes of FP16, one in so many is swept; the time is given for all of them."""


def report() -> None:
    """Prints the tables."""
    print("simple operations a second, executed")
    for name in ("fp16", "bf16", "fp32", "fp64"):
        print(f"  {name:<6}{_executed(name):>10,.0f}")
    print("seconds for a sweep over all codes of fp16, with errors")
    for text in SWEPT:
        print(f"  {text:<28}{_swept(text):>6.1f}")


def _executed(name: str) -> float:
    program, fmt = parse(SIMPLE), find_format(name)
    values = {
        each: parse_literal(text) for each, text in zip("abc", ("0.1", "3", "-0.7"), strict=True)
    }
    seconds = _seconds(lambda: [executed(program, values, fmt) for _ in range(1000)])
    return 1000 * len(program.steps) / seconds


def _swept(text: str) -> float:
    fmt = find_format("fp16")
    sweep = Sweep(parse(text), "x", fmt, {}, fmt)
    return EVERY * _seconds(lambda: SweepSummary().and_of(sweep.over(range(0, 1 << 16, EVERY))))


def _seconds(run: Callable[[], object]) -> float:
    """The least processor time of three runs."""
    times = []
    for _ in range(3):
        start = time.process_time()
        run()
        times.append(time.process_time() - start)
    return min(times)
