"""The script of Adam: exact rationals, each operation rounded once, as the run does it."""

from __future__ import annotations

from fpviz.experiments import adam as experiment
from fpviz.experiments.parameters import finite_value
from fpviz.experiments.rounded import rounded_finite, rules_of
from fpviz.experiments.scripts.writer import Writer, fraction_text

_ROOT = '''
    def root(form, square):
        """The square root of a rational, rounded once: what is cut off leaves a sticky bit."""
        if not square:
            return form(0.0)
        scale = 4 ** (2 * form.fraction_width + form.bias + 40)
        whole = math.isqrt(int(square * scale))
        sticky = whole * whole != square * scale
        return form(Fraction(2 * whole + sticky, 2 * math.isqrt(scale)))


    def adam(form, w, g, eps):
        """STEPS steps with the constant gradient g; w and g are exact."""
        w, m, v = form(w), 0, 0
        eps, g = exact(form(eps)), exact(form(g))
        for t in range(1, STEPS + 1):
            m = exact(form(m + (1 - BETA1) * (g - m) or 0.0))
            v = exact(form(exact(form(BETA2 * v or 0.0)) + (1 - BETA2) * g * g or 0.0))
            # As torch.optim.Adam: the powers of the decays are binary64.
            correction = Fraction((1 - float(BETA2) ** t) ** 0.5)
            d = exact(form(exact(root(form, Fraction(v))) / correction or 0.0))
            d = exact(form(d + eps or 0.0))
            if not d:
                return form(-math.copysign(math.inf, m) if m else math.nan)
            step = RATE / Fraction(1 - float(BETA1) ** t) * m / d
            w = form(exact(w) - step or 0.0)
        return w

'''


def adam(writer: Writer) -> None:
    """One curve a format, all in exact arithmetic: no library rounds just so."""
    settings, rules = writer.run.settings, rules_of(writer.run.settings)
    values = {
        "RATE": experiment.RATE,
        "BETA1": experiment.BETA1,
        "BETA2": experiment.BETA2,
    }
    formats = settings[experiment.FORMATS]
    names = [writer.name(fmt, rules, emulated=True) for fmt in formats]
    writer.add(f"STEPS = {writer.steps}")
    for name, parameter in values.items():
        n, d = finite_value(settings[parameter]).as_integer_ratio()
        writer.add(f"{name} = Fraction({n}, {d})")
    writer.add(_ROOT)
    n, d = finite_value(settings[experiment.EPS]).as_integer_ratio()
    for fmt, name in zip(formats, names, strict=True):
        start, gradient = (
            fraction_text(rounded_finite(settings, p, fmt)[1].value)
            for p in (experiment.START, experiment.GRADIENT)
        )
        call = f"adam({name}, {start}, {gradient}, Fraction({n}, {d}))"
        writer.report(fmt.name, call, fmt)
