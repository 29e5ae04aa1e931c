"""The script of Adam: torch.optim.Adam where it rounds as the run does, else exact rationals."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from fpviz.core.formats import Format
from fpviz.experiments.adam import parameters as given
from fpviz.experiments.engine.parameter_kinds import finite_value
from fpviz.experiments.engine.parameters import Arguments
from fpviz.experiments.engine.scripts.python_text import fraction_text
from fpviz.experiments.engine.typed_numbers import rounded_finite, rules_of

if TYPE_CHECKING:
    from fpviz.experiments.engine.scripts.writer import Writer

_ROOT = '''
def root(form, square):
    """The square root of a rational, rounded once: what is cut off leaves a sticky bit."""
    if not square:
        return form(0.0)
    scale = 4 ** (2 * form.fraction_width + form.bias + 40)
    whole = math.isqrt(int(square * scale))
    sticky = whole * whole != square * scale
    return form(Fraction(2 * whole + sticky, 2 * math.isqrt(scale)))
'''
_ADAM = '''
def adam(form, w, g):
    """STEPS steps with the constant gradient g, every operation rounded once; w, g are exact."""
    w, m, v = form(w), 0, 0
    eps, g = exact(form(EPS)), exact(form(g))
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
_TORCH = '''
def torch_adam(w, g):
    """STEPS steps of the library's own Adam with the constant gradient g."""
    w = torch.nn.Parameter(w)
    decays = float(BETA1), float(BETA2)
    optimizer = torch.optim.Adam([w], float(RATE), decays, float(EPS), foreach=False)
    for _ in range(STEPS):
        w.grad = g.clone()
        optimizer.step()
    return w.detach()
'''

_ALIKE = frozenset({"fp16", "bf16"})
"""Formats in which torch.optim.Adam works in FP32 and rounds each operation once, as the run."""


def write_script(writer: Writer) -> None:
    """One curve a format."""
    arguments = writer.run.arguments
    constants = {
        "RATE": given.RATE,
        "BETA1": given.BETA1,
        "BETA2": given.BETA2,
        "EPS": given.EPS,
    }
    writer.need("from fractions import Fraction")
    lines = [f"STEPS = {writer.run.domain.steps}"]
    for name, parameter in constants.items():
        n, d = finite_value(arguments[parameter]).as_integer_ratio()
        lines.append(f"{name} = Fraction({n}, {d})")
    writer.add("\n".join(lines))
    spellings = [
        writer.spelling(fmt, rules_of(arguments), exact=not _is_alike(writer, fmt))
        for fmt in arguments[given.FORMATS]
    ]
    if any(spelling.native for spelling in spellings):
        writer.add(_TORCH)
    else:
        told = f"{writer.dialect.title} has no Adam that rounds so: this is plain Python."
        writer.note(told)
    if not all(spelling.native for spelling in spellings):
        writer.add(_ROOT)
        writer.add(_ADAM)
    for spelling in spellings:
        start, gradient = (fraction_text(value) for value in _typed(arguments, spelling.format))
        call = f"adam({spelling.make.partition('(')[0]}, {start}, {gradient})"
        if spelling.native:
            call = f"torch_adam(w, {spelling.make.format(gradient)})"
            call = f"{spelling.make.format(start)}\nw = {call}"
        writer.add(f"w = {call}\n{writer.printed(spelling.format.name, 'w', spelling)}")


def _is_alike(writer: Writer, fmt: Format) -> bool:
    """Whether a library has an Adam that rounds as the run does."""
    return writer.dialect.title == "PyTorch" and fmt.name in _ALIKE


def _typed(arguments: Arguments, fmt: Format) -> tuple[Fraction, Fraction]:
    start, gradient = (
        rounded_finite(arguments, p, fmt)[1].value for p in (given.START, given.GRADIENT)
    )
    return start, gradient
