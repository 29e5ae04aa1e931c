"""The script of static loss scaling: the gradients themselves, counted by where they lie."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from fpviz.core.arithmetic.overflow_rules import Overflow
from fpviz.core.arithmetic.rounding import Rules
from fpviz.core.formats import Format, Specials
from fpviz.experiments.engine.parameter_kinds import finite_value
from fpviz.experiments.engine.parameters import GRADIENT_FORMAT
from fpviz.experiments.engine.scripts.python_text import NUMPY_AS_NP, fraction_text, layout_of
from fpviz.experiments.engine.typed_numbers import rules_of
from fpviz.experiments.static_loss_scale import parameters as given

if TYPE_CHECKING:
    from fpviz.experiments.engine.scripts.dialects import Spelling
    from fpviz.experiments.engine.scripts.writer import Writer

_GRADIENTS = '''\
def gradients():
    """The quantiles of a log-normal distribution, in ascending order, with alternating signs."""
    for i in range(COUNT):
        magnitude = 2.0 ** (CENTRE + SPREAD * NormalDist().inv_cdf((i + 0.5) / COUNT))
        yield -magnitude if i % 2 else magnitude
'''
_ROUNDED = {
    "numpy": "scaled.astype({type})",
    "PyTorch": "torch.from_numpy(scaled).to({type}).double().numpy()",
    "MindSpore": "ms.Tensor(scaled).astype({type}).astype(ms.float32).asnumpy()",
}
"""An array of binary64, rounded into a type and read again, by library."""


def write_script(writer: Writer) -> None:
    """All zones of the run; a number belongs to one by its value before rounding."""
    arguments, rules = writer.run.arguments, rules_of(writer.run.arguments)
    fmt = arguments[GRADIENT_FORMAT]
    spelling = writer.spelling(fmt, rules)
    writer.need("from statistics import NormalDist")
    centre, spread = (float(finite_value(arguments[p])) for p in (given.CENTRE, given.SPREAD))
    least = fmt.min_normal if rules.flush else fmt.smallest
    writer.add(f"""
COUNT, CENTRE, SPREAD = {arguments[given.COUNT]}, {centre}, {spread}
SCALE = 2.0 ** {arguments[given.SCALE_EXPONENT]}
SMALLEST, LEAST_NORMAL = {fraction_text(least)}, {fraction_text(fmt.min_normal)}
LARGEST = {fraction_text(fmt.largest)}
    """)
    writer.add(_GRADIENTS)
    if spelling.native:
        _by_array(writer, spelling)
    else:
        _one_by_one(writer, spelling, fmt, rules)


def _by_array(writer: Writer, spelling: Spelling) -> None:
    writer.need(NUMPY_AS_NP, *spelling.imports)
    name = writer.dialect.types[spelling.format.name]
    rounded = _ROUNDED[writer.dialect.title].format(type=name)
    writer.add(f"""
scaled = SCALE * np.fromiter(gradients(), np.float64, COUNT)
rounded = {rounded}
size = np.abs(scaled)
lost, beyond = rounded == 0, ~np.isfinite(rounded)
zones = {{
    "zero": lost,
    "rounded-up": ~lost & (size < SMALLEST),
    "subnormal": ~lost & (size >= SMALLEST) & (size < LEAST_NORMAL),
    "normal": (size >= LEAST_NORMAL) & (size <= LARGEST),
    "rounded-down": ~beyond & (size > LARGEST),
    "overflow": beyond,
}}
for zone, members in zones.items():
    print(zone, np.count_nonzero(members))
    """)


def _one_by_one(writer: Writer, spelling: Spelling, fmt: Format, rules: Rules) -> None:
    name = f"{fmt.name}_unbounded"
    wide = replace(layout_of(fmt), name=name, exponent_width=12, specials=Specials.IEEE)
    unbounded = writer.define(wide, replace(rules, overflow=Overflow.IEEE, flush=False))
    writer.need("from fractions import Fraction")
    writer.add(f'''
def zone_of(x):
    """The zone of a number, by its value before rounding."""
    if abs({unbounded}(x).number) > LARGEST:
        return "overflow"
    if not {spelling.cast.format("x")}.number:
        return "zero"
    if abs(x) > LARGEST:
        return "rounded-down"
    if abs(x) < SMALLEST:
        return "rounded-up"
    return "normal" if abs(x) >= LEAST_NORMAL else "subnormal"
    ''')
    writer.add("""
zones = dict.fromkeys(
    ("zero", "rounded-up", "subnormal", "normal", "rounded-down", "overflow"), 0
)
for gradient in gradients():
    zones[zone_of(Fraction(gradient) * Fraction(SCALE))] += 1
for zone, count in zones.items():
    print(zone, count)
    """)
