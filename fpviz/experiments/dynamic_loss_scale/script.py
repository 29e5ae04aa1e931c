"""The script of dynamic loss scaling: the library's own scaler, or its rules in plain Python."""

from __future__ import annotations

from collections.abc import Iterator
from textwrap import indent
from typing import TYPE_CHECKING

from fpviz.core.arithmetic.rounding import Rules
from fpviz.core.numbers import Finite
from fpviz.experiments.dynamic_loss_scale import parameters as given
from fpviz.experiments.dynamic_loss_scale.overflows import Overflows
from fpviz.experiments.dynamic_loss_scale.rules import BackOff, Scaler
from fpviz.experiments.engine.parameter_kinds import finite_value
from fpviz.experiments.engine.parameters import OVERFLOW, ROUNDING
from fpviz.experiments.engine.scripts.python_text import fraction_text

if TYPE_CHECKING:
    from fpviz.experiments.engine.scripts.writer import Writer

_STORED = '''\
def stored(x):
    """x as a binary32 holds it."""
    try:
        return struct.unpack(">f", struct.pack(">f", x))[0]
    except OverflowError:
        return math.copysign(math.inf, x)
'''
_TORCH = """
weight = torch.nn.Parameter(torch.zeros(()))
optimizer = torch.optim.SGD([weight], lr=0.125)
scaler = torch.amp.GradScaler(
    "cpu",
    init_scale={initial},
    growth_factor={growth},
    backoff_factor={backoff},
    growth_interval=INTERVAL,
)
scaler.scale(weight)  # the scale is made with the first loss
for step in range(1, STEPS + 1):
    found = overflows(step, scaler.get_scale())
    weight.grad = torch.tensor(math.inf if found else 1.0)
    scaler.step(optimizer)
    scaler.update()
scale = scaler.get_scale()
"""
_MINDSPORE = """
scaler = amp.DynamicLossScaler(
    scale_value={initial}, scale_factor={growth:.0f}, scale_window=INTERVAL
)
for step in range(1, STEPS + 1):
    found = overflows(step, float(scaler.scale_value.asnumpy()))
    scaler.adjust(ms.Tensor(not found))
scale = float(scaler.scale_value.asnumpy())
"""
_MANAGER = """
manager = amp.DynamicLossScaleManager(
    init_loss_scale={initial}, scale_factor={growth}, scale_window=INTERVAL
)
for step in range(1, STEPS + 1):
    try:
        manager.update_loss_scale(overflows(step, manager.get_loss_scale()))
    except RuntimeError:
        print("exception at step", step)
        break
scale = float(manager.get_loss_scale())
"""
_CLASSES = {
    ("PyTorch", "pytorch"): (_TORCH, ("import torch", "import math")),
    ("MindSpore", "mindspore"): (
        _MINDSPORE,
        ("import mindspore as ms", "from mindspore import amp"),
    ),
    ("MindSpore", "mindspore-manager"): (_MANAGER, ("from mindspore import amp",)),
}
"""The loop around a library's own class, and what it imports, by library and scaler."""


def write_script(writer: Writer) -> None:
    """The scale after the last step."""
    arguments = writer.run.arguments
    scaler, fmt = arguments[given.SCALER], arguments[given.SCALER].scale_format
    name = arguments.texts[given.SCALER.name]
    writer.need("import struct")
    writer.add(f"STEPS = {writer.run.domain.steps}\nINTERVAL = {arguments[given.INTERVAL]}")
    own = (writer.dialect.title, name) not in _CLASSES
    _overflows(writer, scaler, own=own)
    if own:
        if scaler.scale_format.width == 32:
            writer.need("import math")
            writer.function(_STORED)
        writer.note(f"{writer.dialect.title} has no such scaler: its rules are in plain Python.")
        writer.add("\n".join(_loop(writer, scaler)))
    else:
        loop, imports = _CLASSES[writer.dialect.title, name]
        writer.need(*imports)
        initial, growth, backoff = (
            float(finite_value(arguments[p])) for p in (given.INITIAL, given.GROWTH, given.BACKOFF)
        )
        writer.add(loop.format(initial=initial, growth=growth, backoff=backoff))
    types, digits = (">f", ">I") if fmt.width == 32 else (">d", ">Q"), (fmt.width + 3) // 4 + 2
    writer.add(f"""
(code,) = struct.unpack("{types[1]}", struct.pack("{types[0]}", scale))
print("scale", f"{{code:#0{digits}x}}")
    """)


def _overflows(writer: Writer, scaler: Scaler, *, own: bool) -> None:
    """The function that says whether a step overflows."""
    arguments = writer.run.arguments
    source, listed = arguments[given.SOURCE], arguments[given.SCRIPT]
    lines = []
    if own and not scaler.stays_finite and scaler.most is None:
        writer.need("import math")
        lines += ["if math.isinf(scale):", "    return True"]
    if source.listed and listed:
        ranges = [f"range({steps.start}, {steps.stop})," for steps in listed]
        writer.add("\n".join(["OVERFLOWING = (", *(f"    {each}" for each in ranges), ")"]))
        lines += ["if any(step in steps for steps in OVERFLOWING):", "    return True"]
    lines.append(f"return {_computed(writer)}")
    body = indent("\n".join(lines), "    ")
    writer.add(f'''
def overflows(step, scale):
    """Whether a gradient of that step, times the scale, is infinite or NaN."""
{body}
    ''')


def _computed(writer: Writer) -> str:
    """What decides of a step that is not listed."""
    arguments, overflows = writer.run.arguments, Overflows(writer.run.arguments)
    number = arguments[given.GRADIENT].number
    if overflows.is_hopeless:
        return f"True  # a gradient of {arguments.texts[given.GRADIENT.name]} is lost at any scale"
    if not (arguments[given.SOURCE].computed and isinstance(number, Finite)):
        return "False"
    rules = Rules(arguments[ROUNDING], arguments[OVERFLOW])
    spelling = writer.spelling(arguments[given.GRADIENT_FORMAT], rules)
    writer.need("import math", *spelling.imports)
    gradient = fraction_text(number.magnitude)
    writer.add(f"GRADIENT = {gradient}  # the largest of each step")
    if spelling.native:
        return f"not math.isfinite({spelling.make.format('scale * float(GRADIENT)')})"
    scaled = spelling.cast.format("Fraction(scale) * Fraction(GRADIENT) or 0.0")
    return f"not math.isfinite({scaled}.number)"


def _loop(writer: Writer, scaler: Scaler) -> Iterator[str]:
    """The lines of the loop: the rules of the scaler."""
    arguments = writer.run.arguments
    rules = _Rules(writer, scaler)
    late, hysteresis = -scaler.late, scaler.hysteresis
    yield f"# {scaler.title!s}"
    yield f"scale, good = {rules.initial}, {late}"
    if hysteresis:
        yield f"left = HYSTERESIS = {arguments[given.HYSTERESIS]}"
    if scaler.patience:
        yield "in_a_row = 0"
    yield "for step in range(1, STEPS + 1):"
    yield "    if overflows(step, scale):  # the weights keep what they are"
    yield f"        good = {late}"
    if scaler.patience:
        yield "        in_a_row += 1"
    deep = ""
    if hysteresis:
        yield from ("        if left > 1:", "            left -= 1  # spared once more")
        yield "        else:"
        deep = "    "
    if scaler.raises_at_least:
        yield f"{deep}        if scale == {rules.least}:"
        yield f'{deep}            print("exception at step", step)'
        yield f"{deep}            break"
    yield f"{deep}        scale = {rules.smaller}"
    if scaler.patience:
        yield f"        if in_a_row > {scaler.patience}:"
        yield from ('            print("exception at step", step)', "            break")
    yield "        continue"
    if scaler.patience:
        yield "    in_a_row = 0"
    yield "    good += 1"
    if scaler.consecutive and arguments[given.CONSECUTIVE]:
        yield "    left = HYSTERESIS"
    yield "    if good == INTERVAL:"
    yield from (f"        {line}" for line in rules.growth)
    yield "        good = 0"
    if hysteresis:
        yield "        left = HYSTERESIS"


class _Rules:
    """The expressions of a scaler's rules."""

    def __init__(self, writer: Writer, scaler: Scaler) -> None:
        arguments = writer.run.arguments
        self._scaler = scaler
        self._initial, growth, self._backoff, least = (
            float(finite_value(arguments[p]))
            for p in (given.INITIAL, given.GROWTH, given.BACKOFF, given.MINIMUM)
        )
        self._growth = float(scaler.factor or growth)
        self.least = least if scaler.minimum else float(scaler.least)

    def _held(self, text: str) -> str:
        """An expression as the scale's format holds it."""
        return f"stored({text})" if self._scaler.scale_format.width == 32 else text

    def _factor(self, factor: float) -> str:
        """A factor as its own format holds it."""
        return f"stored({factor})" if self._scaler.factor_format.width == 32 else str(factor)

    @property
    def initial(self) -> str:
        """The first scale."""
        return self._held(str(min(self._initial, float(self._scaler.most or "inf"))))

    @property
    def smaller(self) -> str:
        """The scale after a back-off."""
        smaller = {
            BackOff.TIMES: f"scale * {self._factor(self._backoff)}",
            BackOff.OVER: f"scale / {self._factor(self._growth)}",
            BackOff.TIMES_INVERSE: f"scale * (1 / {self._growth})",
        }[self._scaler.backs_off]
        return self._held(f"max({smaller}, {self.least})" if self.least else smaller)

    @property
    def growth(self) -> tuple[str, ...]:
        """The lines that let the scale grow."""
        larger = self._held(f"scale * {self._factor(self._growth)}")
        if self._scaler.most:
            larger = f"min({larger}, {float(self._scaler.most)})"
        if self._scaler.stays_finite:
            return (f"larger = {larger}", "scale = larger if math.isfinite(larger) else scale")
        return (f"scale = {larger}",)
