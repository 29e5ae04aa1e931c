"""The body of each experiment's script."""

from __future__ import annotations

from collections.abc import Callable

from fpviz.experiments import dot_product, kahan, master_copy
from fpviz.experiments.accumulation import PAIRWISE, PAIRWISE_FORMAT, TERM, TERM_FORMAT
from fpviz.experiments.rounded import rounded_finite, rules_of
from fpviz.experiments.scripts.optimizers import adam
from fpviz.experiments.scripts.scaling import dynamic_loss_scale, static_loss_scale
from fpviz.experiments.scripts.trials import stochastic_rounding
from fpviz.experiments.scripts.writer import Writer, fraction_text, holds
from fpviz.experiments.trajectory import Trajectory


def _lanes(writer: Writer) -> None:
    """Every curve with a constant update, one loop each."""
    writer.add(f"STEPS = {writer.steps}")
    for curve in writer.run.curves:
        if isinstance(curve.course, Trajectory):
            writer.add(f"# {curve.label!s}: {curve.meaning!s}")
            _lane(writer, curve.name, curve.course)


def _lane(writer: Writer, name: str, course: Trajectory) -> None:
    fmt, update = course.format, course.update.value
    fits = holds(fmt, update)
    form = writer.name(fmt, course.rules, emulated=not fits)
    start = writer.literal(fmt, course.start)
    step = f"w + {form}(g)" if fits else f"{form}(total(exact(w), exact(g)))"
    writer.add(f"w = {form}({start})\ng = {fraction_text(update)}  # exactly")
    if writer.is_native(form):
        writer.add(f"""
            for _ in range(STEPS):
                w = {step}
        """)
    else:
        writer.add(f"""
            for _ in range(STEPS):
                before, w = w, {step}
                if repr(w.number) == repr(before.number):
                    break  # it moves no more
        """)
    writer.report(name, "w", fmt)


def _accumulation(writer: Writer) -> None:
    _lanes(writer)
    settings = writer.run.settings
    fmt = settings[PAIRWISE_FORMAT]
    _, term = rounded_finite(settings, TERM, settings[TERM_FORMAT])
    form = writer.name(fmt, rules_of(settings))
    writer.need("from functools import lru_cache")
    writer.add(f"""
        # Pairwise: halves are summed alike. Equal terms make sums of equal size equal.
        @lru_cache(maxsize=None)
        def pairwise(n):
            if n == 1:
                return {form}({fraction_text(term.value)})
            return pairwise(n // 2) + pairwise(n - n // 2)

    """)
    writer.report(PAIRWISE, "pairwise(STEPS)", fmt)


def _master_copy(writer: Writer) -> None:
    settings, rules = writer.run.settings, rules_of(writer.run.settings)
    low, other, master = (
        settings[p]
        for p in (master_copy.LOW_FORMAT, master_copy.OTHER_FORMAT, master_copy.MASTER_FORMAT)
    )
    plan = {
        master_copy.LOW: (low, low),
        master_copy.OTHER: (other, other),
        master_copy.MIXED_LOW: (master, low),
        master_copy.MIXED_OTHER: (master, other),
        master_copy.MASTER: (master, master),
    }
    writer.add(f"STEPS = {writer.steps}")
    for name, (weight, gradient) in plan.items():
        # A library's type and an exact one do not mix: both exact then.
        names = {fmt: writer.name(fmt, rules) for fmt in (weight, gradient)}
        if any(fmt.name not in writer.dialect.native for fmt in names):
            names = {fmt: writer.name(fmt, rules, emulated=True) for fmt in names}
        rate, start = (
            fraction_text(rounded_finite(settings, p, weight)[1].value)
            for p in (master_copy.RATE, master_copy.START)
        )
        target = fraction_text(rounded_finite(settings, master_copy.TARGET, gradient)[1].value)
        wide = names[weight]
        writer.add(f"""
            # {writer.run.curve(name).label!s}
            w = {wide}({start})
            for _ in range(STEPS):
                gradient = {names[gradient]}(w) - {names[gradient]}({target})
                w = w - {wide}({rate}) * {wide}(gradient)
        """)
        writer.report(name, "w", weight)


def _dot_product(writer: Writer) -> None:
    settings, rules = writer.run.settings, rules_of(writer.run.settings)
    source, fused = settings[dot_product.INPUT_FORMAT], settings[dot_product.FUSED]
    writer.add(f"TERMS = {writer.steps}")
    parameters = {
        dot_product.NARROW: dot_product.NARROW_FORMAT,
        dot_product.WIDE: dot_product.WIDE_FORMAT,
    }
    for name, parameter in parameters.items():
        fmt = settings[parameter]
        contained = (
            fmt.fraction_width >= source.fraction_width
            and fmt.quantum_exponent <= source.quantum_exponent
            and fmt.largest >= source.largest
        )
        native = {source.name, fmt.name} <= writer.dialect.native.keys()
        emulated = fused or not contained or not native
        low, form = (writer.name(f, rules, emulated=emulated) for f in (source, fmt))
        product = f"{form}(x) * {form}(y)"
        step = f"s = s + {product}"
        if fused or not contained:
            product = "product(exact(x), exact(y))"
            step = f"s = {form}(total(exact(s), {product}))"
            if not fused:
                step = f"s = s + {form}({product})"
        first, second = dot_product.FACTORS
        writer.add(f"""
            # {writer.run.curve(name).label!s}
            s = {form}(0.0)
            for i in range(1, TERMS + 1):
                x = {low}({first} * i % 1.0)
                y = {low}({second} * i % 1.0)
                {step}
        """)
        writer.report(name, "s", fmt)


def _kahan(writer: Writer) -> None:
    settings = writer.run.settings
    _lanes(writer)
    fmt = settings[kahan.FORMAT]
    form = writer.name(fmt, rules_of(settings))
    start, update = (
        fraction_text(rounded_finite(settings, p, fmt)[1].value)
        for p in (kahan.START, kahan.UPDATE)
    )
    writer.add(f"""
        # With compensation: c is what was added too much so far.
        g = {form}({update})
        s = {form}({start})
        c = {form}(0.0)
        for _ in range(STEPS):
            y = g - c
            t = s + y
            c = (t - s) - y
            s = t
    """)
    writer.report(kahan.KEPT, "s", fmt)


BODIES: dict[str, Callable[[Writer], None]] = {
    "swamping": _lanes,
    "drift": _lanes,
    "counting": _lanes,
    "master-copy": _master_copy,
    "static-loss-scale": static_loss_scale,
    "dynamic-loss-scale": dynamic_loss_scale,
    "accumulation": _accumulation,
    "dot-product": _dot_product,
    "stochastic-rounding": stochastic_rounding,
    "kahan": _kahan,
    "adam": adam,
}
"""What writes the body of a script, by the name of its experiment."""
