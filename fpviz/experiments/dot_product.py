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

from fpviz.core.arithmetic.operations import Dyadic, Exact, exact_product, exact_sum
from fpviz.core.arithmetic.rounding import Rules
from fpviz.core.arithmetic.rounding_rules import Rounding
from fpviz.core.formats import Format
from fpviz.core.phrase import phrase, template, verbatim
from fpviz.experiments.engine.counterparts import DOT, who
from fpviz.experiments.engine.courses import CodeCourse, NumberCourse
from fpviz.experiments.engine.experiment import (
    Curve,
    Experiment,
    Lesson,
    Progress,
    Readout,
    RoundingStep,
    Run,
    brief,
    told_apart,
    watched,
)
from fpviz.experiments.engine.lanes import curve_readout, end_readouts, exact_lesson
from fpviz.experiments.engine.outline import Outline
from fpviz.experiments.engine.parameters import (
    FLUSH,
    OVERFLOW,
    ROUNDING,
    Choice,
    Count,
    FormatName,
    Option,
    Parameter,
    Settings,
)
from fpviz.experiments.engine.plot import Axis, Scale
from fpviz.experiments.engine.rounded_arithmetic import Machine, number_of, value_of
from fpviz.experiments.engine.typed_numbers import no_zero, rules_of
from fpviz.experiments.why.sentences import OF_A_SUM, added

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
NARROW_FORMAT = Parameter(
    "accumulator-format",
    phrase("Accumulator in"),
    FormatName(),
    "fp16",
    phrase("The format of the running sum."),
)
WIDE_FORMAT = Parameter(
    "wide-format",
    phrase("Wide accumulator in"),
    FormatName(),
    "fp32",
    phrase("The format of a second, wider running sum."),
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
    Choice(
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


@dataclass(frozen=True)
class _Sum:
    """One accumulator: its format, and how a product enters it."""

    machine: Machine
    fused: bool

    def product(self, x: Exact, y: Exact) -> Exact:
        """What is added for a pair of inputs."""
        return exact_product(x, y) if self.fused else self.machine.multiply(x, y)


def inputs(i: int, machine: Machine) -> tuple[Exact, Exact]:
    """(xᵢ, yᵢ) in the format of a machine; i from 1."""
    x, y = (machine.of_float(factor * i % 1.0) for factor in FACTORS)
    return x, y


def _outline(settings: Settings) -> Outline:
    return Outline((NARROW, WIDE, EXACT), settings[TERMS])


def _run(settings: Settings, progress: Progress) -> Run:
    rules, count = rules_of(settings), settings[TERMS]
    _check(settings)
    source = Machine(settings[INPUT_FORMAT], rules)
    sums = {
        name: _Sum(Machine(settings[parameter], rules), settings[FUSED])
        for name, parameter in ((NARROW, NARROW_FORMAT), (WIDE, WIDE_FORMAT))
    }
    codes, totals = _accumulate(sums, source, count, progress)
    curves = [_curve(name, each.machine.format, codes[name], rules) for name, each in sums.items()]
    exact = NumberCourse(partial(_total, totals))
    run = Run(
        experiment=DOT_PRODUCT.name,
        settings=settings,
        steps=count,
        curves=(
            *curves,
            Curve(EXACT, phrase("exact"), phrase("The sum of the exact products."), exact),
        ),
        readouts=(),
        rounding_steps=tuple(_rounding_steps(settings)),
        explain=partial(_explain, sums, source, codes),
        reference=EXACT,
        focus=NARROW,
        horizontal=Axis(phrase("terms"), Scale.LINEAR),
        vertical=Axis(phrase("sum")),
    )
    return replace(run, readouts=tuple(_readouts(run)))


def _check(settings: Settings) -> None:
    for parameter in (INPUT_FORMAT, NARROW_FORMAT, WIDE_FORMAT):
        if not settings[parameter].has_zero:
            raise no_zero(parameter, settings[parameter])


def _accumulate(
    sums: dict[str, _Sum], source: Machine, count: int, progress: Progress
) -> tuple[dict[str, list[int]], list[Exact]]:
    """The codes of each accumulator and the exact sums, after 0 … ``count`` terms."""
    zero: Exact = Dyadic(False, 0, 0)
    states = dict.fromkeys(sums, zero)
    codes = {name: [0] for name in sums}
    totals = [zero]
    for t in watched(count, progress):
        x, y = inputs(t + 1, source)
        totals.append(exact_sum(totals[-1], exact_product(x, y), Rounding.TIES_TO_EVEN))
        for name, each in sums.items():
            states[name] = each.machine.add(states[name], each.product(x, y))
            codes[name].append(each.machine.code(states[name]))
    return codes, totals


def _total(totals: list[Exact], t: int) -> Fraction:
    value = value_of(totals[min(t, len(totals) - 1)])
    return Fraction(0) if value is None else value


def _curve(name: str, fmt: Format, codes: list[int], rules: Rules) -> Curve:
    label = phrase("{format} accumulator", format=fmt.title)
    meaning = phrase("The products are added one by one in {format}.", format=fmt.title)
    return Curve(name, label, meaning, CodeCourse(fmt, codes), fmt, who=who(DOT, rules, fmt))


def _readouts(run: Run) -> Iterator[Readout]:
    yield Readout("exact.final", phrase("Exact"), run.curve(EXACT).number(run.steps))
    for name in (NARROW, WIDE):
        yield from end_readouts(run, run.curve(name))
    store = run.settings[STORE_FORMAT]
    machine = Machine(store, rules_of(run.settings))
    wide, what = run.curve(WIDE), phrase("stored in {format}", format=store.title)
    code = machine.code(machine.of(wide.number(run.steps)))
    stored = curve_readout(wide, "stored", what, number_of(machine.read(code)))
    yield replace(stored, format=store, code=code)


def _rounding_steps(settings: Settings) -> Iterator[RoundingStep]:
    yield RoundingStep(verbatim("x"), settings[INPUT_FORMAT])
    yield RoundingStep(verbatim("y"), settings[INPUT_FORMAT])
    for parameter in (NARROW_FORMAT, WIDE_FORMAT):
        if settings[FUSED]:
            yield RoundingStep(phrase("sum + x·y"), settings[parameter])
        else:
            yield RoundingStep(verbatim("x·y"), settings[parameter])
            yield RoundingStep(phrase("sum + product"), settings[parameter])
    yield RoundingStep(phrase("wide sum"), settings[STORE_FORMAT])


def _explain(
    sums: dict[str, _Sum], source: Machine, codes: dict[str, list[int]], t: int, curve: str
) -> Lesson:
    if curve not in sums:
        return exact_lesson(t)
    each = sums[curve]
    x, y = inputs(t + 1, source)
    product, exact = each.product(x, y), exact_product(x, y)
    values = {"n": str(t + 1), "x": brief(number_of(x)), "y": brief(number_of(y))}
    values["exact"], taken = told_apart([number_of(exact), number_of(product)])
    first = phrase(_PRODUCT, **values)
    if number_of(product) != number_of(exact):
        fmt = each.machine.format.title
        first = phrase(_PRODUCT_ROUNDED, **values, format=fmt, product=taken)
    code = codes[curve][min(t, len(codes[curve]) - 1)]
    told = added(each.machine, each.machine.read(code), product, t, OF_A_SUM)
    return replace(told, sentences=(first, *told.sentences))


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
        ROUNDING,
        OVERFLOW,
        FLUSH,
    ),
    _run,
    _outline,
)
