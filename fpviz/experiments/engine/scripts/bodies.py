"""The body of each experiment's script."""

from __future__ import annotations

from collections.abc import Callable

from fpviz.core.formats import Format
from fpviz.experiments import kahan, master_copy
from fpviz.experiments.accumulation import PAIRWISE, PAIRWISE_FORMAT
from fpviz.experiments.adam.script import adam
from fpviz.experiments.dynamic_loss_scale.script import dynamic_loss_scale
from fpviz.experiments.engine.constant_update.script import lane
from fpviz.experiments.engine.constant_update.trajectory import Trajectory
from fpviz.experiments.engine.curves import Curve
from fpviz.experiments.engine.scripts.products import dot_product
from fpviz.experiments.engine.scripts.writer import Writer, fraction_text
from fpviz.experiments.engine.typed_numbers import rounded_finite, rules_of
from fpviz.experiments.static_loss_scale.script import static_loss_scale
from fpviz.experiments.stochastic.script import stochastic_rounding


def _lanes(writer: Writer) -> None:
    """Every curve with a constant update."""
    writer.add(f"STEPS = {writer.run.steps}")
    for curve in writer.run.curves:
        if isinstance(curve.course, Trajectory):
            lane(writer, curve)


def _accumulation(writer: Writer) -> None:
    _lanes(writer)
    fmt, curve = writer.run.arguments[PAIRWISE_FORMAT], writer.run.curve(PAIRWISE)
    kind = writer.kind(fmt, rules_of(writer.run.arguments))
    term, code = kind.make.format(writer.literal(fmt, curve.code(1) or 0)), "pairwise(STEPS)"
    writer.need("from functools import lru_cache")
    writer.add(f'''
@lru_cache(maxsize=None)
def pairwise(n):
    """The sum of n terms by halves; equal terms make sums of equal size equal."""
    if n == 1:
        return {term}
    return pairwise(n // 2) + pairwise(n - n // 2)
    ''')
    writer.add(f"{writer.heading(curve)}\n{writer.printed(PAIRWISE, code, kind)}")


def _master_copy(writer: Writer) -> None:
    arguments = writer.run.arguments
    low, other, master = (
        arguments[p]
        for p in (master_copy.LOW_FORMAT, master_copy.OTHER_FORMAT, master_copy.MASTER_FORMAT)
    )
    plan = {
        master_copy.LOW: (low, low),
        master_copy.OTHER: (other, other),
        master_copy.MIXED_LOW: (master, low),
        master_copy.MIXED_OTHER: (master, other),
        master_copy.MASTER: (master, master),
    }
    writer.add(f"STEPS = {writer.run.steps}")
    for name, (weight, gradient) in plan.items():
        _descent(writer, writer.run.curve(name), weight, gradient)


def _descent(writer: Writer, curve: Curve, weight: Format, gradient: Format) -> None:
    arguments, rules = writer.run.arguments, rules_of(writer.run.arguments)
    w, g = writer.kinds(weight, gradient, rules=rules)
    start, rate, target = (
        kind.make.format(fraction_text(rounded_finite(arguments, p, kind.format)[1].value))
        for p, kind in ((master_copy.START, w), (master_copy.RATE, w), (master_copy.TARGET, g))
    )
    mixed = weight != gradient
    held, found = (g.cast.format("w"), w.cast.format("gradient")) if mixed else ("w", "gradient")
    moved = "float(w) == float(before)" if w.native else "repr(w.number) == repr(before.number)"
    writer.add(f"""
{writer.heading(curve)}
w = {start}
rate = {rate}
target = {target}
for _ in range(STEPS):
    gradient = {held} - target
    before, w = w, w - rate * {found}
    if {moved}:
        break  # it moves no more
{writer.printed(curve.name, "w", w)}
    """)


def _kahan(writer: Writer) -> None:
    arguments, curve = writer.run.arguments, writer.run.curve(kahan.KEPT)
    _lanes(writer)
    fmt = arguments[kahan.FORMAT]
    kind = writer.kind(fmt, rules_of(arguments))
    start, update = (
        kind.make.format(fraction_text(rounded_finite(arguments, p, fmt)[1].value))
        for p in (kahan.START, kahan.UPDATE)
    )
    writer.add(f"""
{writer.heading(curve)}
g = {update}
s = {start}
c = {kind.make.format("0.0")}  # what was added too much so far
for _ in range(STEPS):
    y = g - c
    t = s + y
    c = (t - s) - y
    s = t
{writer.printed(kahan.KEPT, "s", kind)}
    """)


BODIES: dict[str, Callable[[Writer], None]] = {
    "swamping": _lanes,
    "drift": _lanes,
    "counting": _lanes,
    "master-copy": _master_copy,
    "static-loss-scale": static_loss_scale,
    "dynamic-loss-scale": dynamic_loss_scale,
    "accumulation": _accumulation,
    "dot-product": dot_product,
    "stochastic-rounding": stochastic_rounding,
    "kahan": _kahan,
    "adam": adam,
}
"""What writes the body of a script, by the name of its experiment."""
