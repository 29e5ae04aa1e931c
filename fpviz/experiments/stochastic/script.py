"""The script of stochastic rounding: the same draws, trial by trial."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fpviz.core.arithmetic.overflow_rules import OverflowRule
from fpviz.core.formats import Format
from fpviz.experiments.engine.constant_update.script import constant_update
from fpviz.experiments.engine.constant_update.trajectory import Trajectory
from fpviz.experiments.engine.parameters import (
    FLUSH,
    OVERFLOW,
    START,
    UPDATE,
    UPDATE_FORMAT,
    WEIGHT_FORMAT,
)
from fpviz.experiments.engine.scripts.python_text import NUMPY_AS_NP, fraction_text, layout_of
from fpviz.experiments.engine.typed_numbers import rounded_finite, rules_of
from fpviz.experiments.stochastic import parameters as given

if TYPE_CHECKING:
    from fpviz.experiments.engine.scripts.writer import Writer


def write_script(writer: Writer) -> None:
    """All trials at once in binary64, which holds every sum while the formats are narrow."""
    arguments = writer.run.arguments
    fmt, flush = arguments[WEIGHT_FORMAT], arguments.get(FLUSH, False)
    least = fmt.emin - (flush and fmt.has_subnormals)  # full digits tell what is tiny
    title = writer.dialect.title
    writer.borrow_numpy(f"{title} rounds to nearest alone: numpy draws here, and adds.")
    writer.need(NUMPY_AS_NP)
    start, update = (
        fraction_text(rounded_finite(arguments, p, arguments[f])[1].value)
        for p, f in (
            (START, WEIGHT_FORMAT),
            (UPDATE, UPDATE_FORMAT),
        )
    )
    writer.add(f"""
STEPS, TRIALS = {writer.run.domain.steps}, {arguments[given.TRIALS]}
BITS = {arguments[given.BITS]}  # random bits of each draw
LARGEST = {fraction_text(fmt.largest)}
    """)
    writer.add(f'''
def rounded(x, draws):
    """x rounded to {fmt.title}: up where a draw reaches 1 - its part of an ulp."""
    _, exponent = np.frexp(x)
    quantum = np.ldexp(1.0, np.maximum(exponent - 1, {least}) - {layout_of(fmt).fraction_width})
    whole = np.trunc(x / quantum)
    ups = np.floor(np.abs(x / quantum - whole) * 2.0**BITS)
    result = (whole + np.sign(x) * (draws >= 2.0**BITS - ups)) * quantum
{_flush(flush, fmt)}
    return np.where(np.abs(result) > LARGEST, {_beyond(fmt, arguments[OVERFLOW].rule)}, result)
    ''')
    writer.add(f"""
# Exact as long as binary64 holds w + g, which has to be looked at where formats are wide.
generator = np.random.PCG64({arguments[given.SEED]})
w = np.full(TRIALS, {start})
for _ in range(STEPS):
    draws = generator.random_raw(TRIALS) >> np.uint64(64 - BITS)
    w = rounded(w + {update}, draws)
w = np.sort(w)
print("mean", w.mean())
print("standard deviation", w.std())
    """)
    _edges(writer, fmt)
    nearest = writer.run.curve(given.NEAREST)
    assert isinstance(nearest.course, Trajectory)
    constant_update(writer, nearest, nearest.course)


def _edges(writer: Writer, fmt: Format) -> None:
    """The codes below which 5 and 95 % of the trials lie."""
    spelling = writer.spelling(fmt, rules_of(writer.run.arguments))
    for name, percent in ((given.LOW, 5), (given.HIGH, 95)):
        value = spelling.cast.format(f"float(w[-(-{percent} * TRIALS // 100) - 1])")
        writer.add(f"{name} = {value}\n{writer.printed(name, name, spelling)}")


def _flush(flush: bool, fmt: Format) -> str:
    """The line that makes subnormals zero, or says that they stay."""
    if not flush:
        return "    # subnormals stay"
    return f"    result = np.where(np.abs(result) < {fraction_text(fmt.min_normal)}, 0 * x, result)"


def _beyond(fmt: Format, rule: OverflowRule) -> str:
    """What stands beyond the largest number."""
    if rule.saturates or not fmt.has_nan:
        return "np.sign(x) * LARGEST"
    return "np.sign(x) * np.inf" if fmt.has_infinity and rule.makes_infinity else "np.nan"
