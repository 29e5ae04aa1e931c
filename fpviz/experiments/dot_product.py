"""Dot products: Σ xᵢ·yᵢ with inputs in a low format and accumulators of two formats.

``xᵢ = frac(0.6180339887498949 i)`` and ``yᵢ = frac(0.7548776662466927 i)``, i from 1, computed in
binary64 and rounded to the format of the inputs: two sequences that fill 0 … 1 evenly. A product
of two FP16 numbers has 22 bits, which FP32 holds: there, rounding the product changes nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import partial
from typing import TYPE_CHECKING

from fpviz.core.arithmetic.operations import Dyadic, Exact, exact_product, exact_sum
from fpviz.core.arithmetic.rounding import Rules
from fpviz.core.arithmetic.rounding_rules import Rounding
from fpviz.core.formats.order import contains
from fpviz.core.phrase import phrase, template, verbatim
from fpviz.experiments.engine.constant_update.sentences import OF_A_SUM, added
from fpviz.experiments.engine.counterparts import DOT, who
from fpviz.experiments.engine.curves import CodeCourse, Curve, NumberCourse
from fpviz.experiments.engine.experiment import Experiment
from fpviz.experiments.engine.lesson import Lesson
from fpviz.experiments.engine.number_text import approx, told_apart
from fpviz.experiments.engine.parameter_kinds import Count, FormatName, OneOf, Option
from fpviz.experiments.engine.parameters import (
    NARROW_FORMAT,
    RULES,
    WIDE_FORMAT,
    Arguments,
    Parameter,
)
from fpviz.experiments.engine.plot import Domain, Quantity
from fpviz.experiments.engine.readouts import Readout, curve_readout, end_readouts, side_by_side
from fpviz.experiments.engine.rounded_arithmetic import Machine, number_of, value_of
from fpviz.experiments.engine.run import Outline, Progress, RoundingStep, Run, watched
from fpviz.experiments.engine.scripts.python_text import NUMPY_AS_NP
from fpviz.experiments.engine.typed_numbers import no_zero, rules_of

if TYPE_CHECKING:
    from fpviz.experiments.engine.scripts.dialects import Spelling
    from fpviz.experiments.engine.scripts.writer import Writer

FACTORS = 0.6180339887498949, 0.7548776662466927

TERMS = Parameter(
    "terms",
    phrase("Terms"),
    Count(1, 10**6),
    "10000",
    phrase("How many products are summed; at most 10^6."),
)
INPUT_FORMAT = Parameter(
    "input-format",
    phrase("Inputs in"),
    FormatName(),
    "fp16",
    phrase("The format of the inputs x and y."),
)
STORE_FORMAT = Parameter(
    "store-format",
    phrase("Result stored in"),
    FormatName(),
    "fp16",
    phrase("The format that the wide sum is stored in at the end."),
)
FUSED = Parameter(
    "products",
    phrase("Products"),
    OneOf(
        (
            Option("rounded", phrase("rounded, then added"), False),
            Option("exact", phrase("added exactly (fused)"), True),
        )
    ),
    "rounded",
    phrase("Whether a product is rounded to the accumulator's format before it is added."),
)

NARROW, WIDE, EXACT = "narrow", "wide", "exact"
_PRODUCT = template("Term {n} is {x} times {y}, which is {exact}.")
_PRODUCT_ROUNDED = template(
    "Term {n} is {x} times {y}, which is {exact}; {format} rounds it to {product}."
)


_SUMMED = '''\
def summed(terms):
    """The sum of an array's terms, one after another, each addition rounded."""
    s = terms[0]
    for term in terms[1:]:
        s = s + term
    return s
'''
_SUMS = {
    "numpy": ("np.add.accumulate({})[-1]", ""),
    "MindSpore": ("ms.ops.cumsum({}, 0)[-1]", ""),
}
_ARRAYS = {
    "numpy": ("({}).astype({type})", "{}.astype({type})", "{}.tolist()"),
    "PyTorch": ("torch.from_numpy({}).to({type})", "{}.to({type})", "{}.tolist()"),
    "MindSpore": ("ms.Tensor({}).astype({type})", "{}.astype({type})", "{}.asnumpy().tolist()"),
}
"""By library: an array of binary64 in a type, an array in another type, an array as a list."""


@dataclass(frozen=True)
class _Sum:
    """One accumulator: its format, how a product enters it, and its codes after 0, 1, … terms."""

    machine: Machine
    source: Machine
    fused: bool
    codes: list[int]

    def product(self, x: Exact, y: Exact) -> Exact:
        """What is added for a pair of inputs."""
        return exact_product(x, y) if self.fused else self.machine.multiply(x, y)

    def tell(self, t: int) -> Lesson:
        """What becomes of product and sum in a step."""
        x, y = inputs(t + 1, self.source)
        product, exact = self.product(x, y), exact_product(x, y)
        values = {"n": str(t + 1), "x": approx(number_of(x)), "y": approx(number_of(y))}
        values["exact"], taken = told_apart([number_of(exact), number_of(product)])
        first = phrase(_PRODUCT, **values)
        if number_of(product) != number_of(exact):
            fmt = self.machine.format.title
            first = phrase(_PRODUCT_ROUNDED, **values, format=fmt, product=taken)
        code = self.codes[min(t, len(self.codes) - 1)]
        told = added(self.machine, self.machine.read(code), product, t, OF_A_SUM)
        return replace(told, sentences=(first, *told.sentences))

    def curve(self, name: str, rules: Rules) -> Curve:
        """Its course."""
        fmt = self.machine.format
        return Curve(
            name,
            phrase("{format} accumulator", format=fmt.title),
            phrase("The products are added one by one in {format}.", format=fmt.title),
            CodeCourse(fmt, self.codes),
            fmt,
            self.tell,
            who=who(DOT, rules, fmt),
        )


def inputs(i: int, machine: Machine) -> tuple[Exact, Exact]:
    """(xᵢ, yᵢ) in the format of a machine; i from 1."""
    x, y = (machine.of_float(factor * i % 1.0) for factor in FACTORS)
    return x, y


def _outline(arguments: Arguments) -> Outline:
    return Outline((NARROW, WIDE, EXACT), Domain(phrase("terms"), arguments[TERMS]))


def _run(arguments: Arguments, progress: Progress) -> Run:
    rules, domain = rules_of(arguments), _outline(arguments).domain
    _check(arguments)
    source = Machine(arguments[INPUT_FORMAT], rules)
    narrow, wide = (
        _Sum(Machine(arguments[parameter], rules), source, arguments[FUSED], [0])
        for parameter in (NARROW_FORMAT, WIDE_FORMAT)
    )
    totals = _accumulate((narrow, wide), source, domain.steps, progress)
    exact = Curve(
        EXACT,
        phrase("exact"),
        phrase("The sum of the exact products."),
        NumberCourse(partial(_total, totals)),
    )
    sums = narrow.curve(NARROW, rules), wide.curve(WIDE, rules)
    return Run(
        arguments=arguments,
        domain=domain,
        quantity=Quantity(phrase("sum")),
        curves=(*sums, exact),
        readouts=side_by_side(_readouts(arguments, sums, exact, domain.steps)),
        rounding_steps=tuple(_rounding_steps(arguments)),
        focus=NARROW,
        reference=EXACT,
    )


def _check(arguments: Arguments) -> None:
    for parameter in (INPUT_FORMAT, NARROW_FORMAT, WIDE_FORMAT):
        if not arguments[parameter].has_zero:
            raise no_zero(parameter, arguments[parameter])


def _accumulate(
    sums: tuple[_Sum, ...], source: Machine, count: int, progress: Progress
) -> list[Exact]:
    """Let the accumulators take ``count`` terms; returns the exact sums after 0 … ``count``."""
    zero: Exact = Dyadic(False, 0, 0)
    states, totals = [zero] * len(sums), [zero]
    for t in watched(count, progress):
        x, y = inputs(t + 1, source)
        totals.append(exact_sum(totals[-1], exact_product(x, y), Rounding.TIES_TO_EVEN))
        for i, each in enumerate(sums):
            states[i] = each.machine.add(states[i], each.product(x, y))
            each.codes.append(each.machine.code(states[i]))
    return totals


def _total(totals: list[Exact], t: int) -> Fraction:
    value = value_of(totals[min(t, len(totals) - 1)])
    return Fraction(0) if value is None else value


def _readouts(
    arguments: Arguments, sums: tuple[Curve, Curve], exact: Curve, last: int
) -> Iterator[Readout]:
    yield Readout("exact.final", phrase("Exact"), exact.number(last))
    for curve in sums:
        yield from end_readouts(curve, exact, last)
    store, wide = arguments[STORE_FORMAT], sums[1]
    machine, what = (
        Machine(store, rules_of(arguments)),
        phrase("stored in {format}", format=store.title),
    )
    code = machine.code(machine.of(wide.number(last)))
    stored = curve_readout(wide, "stored", what, number_of(machine.read(code)))
    yield replace(stored, format=store, code=code)


def _rounding_steps(arguments: Arguments) -> Iterator[RoundingStep]:
    yield RoundingStep(verbatim("x"), arguments[INPUT_FORMAT])
    yield RoundingStep(verbatim("y"), arguments[INPUT_FORMAT])
    for parameter in (NARROW_FORMAT, WIDE_FORMAT):
        if arguments[FUSED]:
            yield RoundingStep(phrase("sum + x·y"), arguments[parameter])
        else:
            yield RoundingStep(verbatim("x·y"), arguments[parameter])
            yield RoundingStep(phrase("sum + product"), arguments[parameter])
    yield RoundingStep(phrase("wide sum"), arguments[STORE_FORMAT])


def _write_script(writer: Writer) -> None:
    """Both accumulators, what is stored of the wide one, and the exact sum."""
    arguments, rules = writer.run.arguments, rules_of(writer.run.arguments)
    parameters = (
        INPUT_FORMAT,
        NARROW_FORMAT,
        WIDE_FORMAT,
        STORE_FORMAT,
    )
    formats = [arguments[p] for p in parameters]
    writer.add(f"TERMS = {writer.run.domain.steps}")
    spellings = writer.spellings(*formats, rules=rules)
    source = formats[0]
    held = all(contains(fmt, source) for fmt in formats[1:3])
    if spellings[0].native and held and not arguments[FUSED]:
        _by_arrays(writer, spellings)
    else:
        _by_terms(writer, [writer.spelling(fmt, rules, exact=True) for fmt in formats])


def _by_arrays(writer: Writer, spellings: list[Spelling]) -> None:
    source, narrow, wide, store = spellings
    array, cast, listed = _ARRAYS[writer.dialect.title]
    types = {spelling: writer.dialect.types[spelling.format.name] for spelling in spellings}
    writer.need(NUMPY_AS_NP, "from fractions import Fraction")
    first, second = FACTORS
    inputs = []
    for factor in (first, second):
        text = f"{factor} * i % 1.0"
        if source.format.name == "fp16" and writer.dialect.title != "numpy":
            text = f"({text}).astype(np.float16)"
        inputs.append(array.format(text, type=types[source]))
    writer.add(f"i = np.arange(1, TERMS + 1)\nx = {inputs[0]}\ny = {inputs[1]}")
    for name, spelling in ((NARROW, narrow), (WIDE, wide)):
        x, y = (cast.format(each, type=types[spelling]) for each in "xy")
        products = f"{x} * {y}" if spelling.format != source.format else "x * y"
        writer.add(
            f"{writer.heading(writer.run.curve(name))}\n"
            f"{name} = {_sum(writer, spelling, products)}\n{writer.printed(name, name, spelling)}"
        )
    stored = store.cast.format(WIDE)
    a, b = (listed.format(each) for each in "xy")
    writer.add(f"""
# What is kept of the wide sum, and the sum of the exact products as a binary64
stored = {stored}
{writer.printed("stored", "stored", store)}
pairs = zip({a}, {b})
print("exact", float(sum(Fraction(float(a)) * Fraction(float(b)) for a, b in pairs)))
    """)


def _sum(writer: Writer, spelling: Spelling, products: str) -> str:
    if spelling.accumulates and writer.dialect.title in _SUMS:
        return _SUMS[writer.dialect.title][0].format(products)
    writer.function(_SUMMED)
    return f"summed({products})"


def _by_terms(writer: Writer, spellings: list[Spelling]) -> None:
    source, narrow, wide, store = spellings
    fused = writer.run.arguments[FUSED]
    first, second = FACTORS
    lines = []
    for name, spelling in ((NARROW, narrow), (WIDE, wide)):
        product = "product(x.number, y.number)"
        if fused:
            step = spelling.cast.format(f"total({name}.number, {product})")
        else:
            step = f"{name} + {spelling.cast.format(product)}"
        lines.append(f"    {name} = {step}")
    writer.add(f"""
narrow, wide, total_of_all = {narrow.make.format("0.0")}, {wide.make.format("0.0")}, Fraction(0)
for i in range(1, TERMS + 1):
    x = {source.cast.format(f"{first} * i % 1.0")}
    y = {source.cast.format(f"{second} * i % 1.0")}
{chr(10).join(lines)}
    total_of_all += Fraction(x.number) * Fraction(y.number)
    """)
    writer.add(
        "\n".join(
            (
                writer.printed(NARROW, "narrow", narrow),
                writer.printed(WIDE, "wide", wide),
                f"stored = {store.cast.format('wide')}",
                writer.printed("stored", "stored", store),
                'print("exact", float(total_of_all))',
            )
        )
    )


DOT_PRODUCT = Experiment(
    "dot-product",
    phrase("Dot product"),
    phrase("Products of FP16 numbers are exact in FP32; it is the accumulator that loses them."),
    (
        TERMS,
        INPUT_FORMAT,
        NARROW_FORMAT,
        WIDE_FORMAT,
        STORE_FORMAT,
        FUSED,
        *RULES,
    ),
    _outline,
    _run,
    _write_script,
)
