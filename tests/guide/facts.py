"""What each lesson says, computed: a page must contain every text that its function returns.

A number of a page that is in no claim and in no fact is refused, so no figure stands unchecked.
"""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from functools import cache

from fpviz.core.arithmetic.operations import Operation
from fpviz.core.arithmetic.rounding import Overflow, Rounding, Rules
from fpviz.core.formats import Format, NumberClass, find_format
from fpviz.core.formats.decoding import value_of
from fpviz.core.formats.order import ulp_at
from fpviz.core.literals import CodeLiteral, Context, Literal, parse_literal, readings
from fpviz.core.numbers import Finite
from fpviz.core.reading import read
from fpviz.core.text import exact_decimal, scientific
from fpviz.core.trace.prose import sheet_text
from fpviz.core.trace.whole_sheet import operation_sheet
from fpviz.experiments import find_experiment
from fpviz.experiments.engine.run import Run
from tests.guide.arithmetic_facts import (
    a_tenth_and_two_tenths,
    an_expression_has_an_order,
    division_and_square_root,
)
from tests.guide.dump_facts import reading_a_dump
from tests.guide.tensor_facts import which_format_holds_these_gradients

FP16, BF16, FP32, FP64, E4M3FN, E4M3FNUZ, E4M3, E5M2, E5M2FNUZ, FP4 = map(
    find_format,
    (
        "fp16", "bf16", "fp32", "fp64", "fp8_e4m3fn", "fp8_e4m3fnuz", "fp8_e4m3",
        "fp8_e5m2", "fp8_e5m2fnuz", "fp4_e2m1",
    ),
)  # fmt: skip


@cache
def run(name: str, **values: str) -> Run:
    experiment = find_experiment(name)
    return experiment.run(experiment.arguments(values))


def outcome(name: str, readout: str, digits: int = 0, **values: str) -> str:
    """A readout as a page gives it: exactly, or to so many digits."""
    value = run(name, **values).readout(readout).value
    exact = value.value if isinstance(value, Finite) else Fraction(value)
    return scientific(exact, digits) if digits else exact_decimal(exact)


def rounded(text: str, fmt: Format, **rules: object) -> str:
    """A literal, rounded into a format, exactly."""
    number = read(parse_literal(text), fmt, Rules(**rules)).number
    return exact_decimal(number.value) if isinstance(number, Finite) else "inf"


def largest(fmt: Format, digits: int = 0) -> str:
    if digits:
        return scientific(fmt.largest, digits).replace("e+", "e")
    return exact_decimal(fmt.largest)


def power(value: Fraction) -> str:
    """A power of two as a page writes it."""
    exponent = value.denominator.bit_length() - 1
    assert value == Fraction(1, 1 << exponent)
    return "2" + f"-{exponent}".translate(str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹"))


def smallest(fmt: Format) -> str:
    return power(fmt.smallest)


def start_here() -> list[str]:
    exact = [read(parse_literal("0.1"), fmt, Rules()).is_exact for fmt in (FP16, FP32, FP64)]
    assert not any(exact)
    return ["0.1", "0.5"]


_BOTH = ("3c7c", "7e00")
"""What is typed beside FP16: a code, and a text that may be a decimal and a code."""


def formats_and_fields() -> list[str]:
    rows = [
        f"{fmt.title} | {fmt.exponent_width} bits | {fmt.fraction_width} bits"
        for fmt in (FP32, FP16, BF16)
    ]
    where = Context(active=FP16)
    typed = {text: [_code(each) for each in readings(text, where).literals] for text in _BOTH}
    assert typed == {"3c7c": [0x3C7C, None], "7e00": [None, FP16.nan_code]}
    return [*rows, largest(FP32, 5), largest(FP16), largest(BF16, 5), "1.5", *typed]


def _code(literal: Literal) -> int | None:
    return literal.code if isinstance(literal, CodeLiteral) else None


def special_values_and_subnormals() -> list[str]:
    smallest_normal, gap = value_of(FP16, 0x400), value_of(FP16, 0x401) - value_of(FP16, 0x400)
    return [f"{smallest_normal / gap} times", power(gap), f"{1 - FP16.bias}".replace("-", "−")]


def overflow_underflow_and_the_zones() -> list[str]:
    assert rounded("70000", FP16, overflow=Overflow.SATURATE) == largest(FP16)
    assert rounded("70000", FP16, rounding=Rounding.TOWARD_ZERO) == largest(FP16)
    assert rounded("70000", BF16) != "inf"
    assert rounded("1e-30", FP16, rounding=Rounding.UPWARD) != "0"
    next_mark = value_of(FP16, 0x7BFF) + value_of(FP16, 0x7BFF) - value_of(FP16, 0x7BFE)
    marks = [exact_decimal(next_mark), smallest(FP16), power(value_of(FP16, 0x400)), "70000"]
    return [*marks, f"`{rounded('200', find_format('int8'), overflow=Overflow.WRAP)}`"]


def rounding_and_ulps() -> list[str]:
    gaps = FP16.fraction_mask + 1
    errors = read(parse_literal("1.12156456132"), FP16, Rules()).error
    assert errors is not None
    wrong = read(parse_literal("0.00006666666"), FP16, Rules())
    assert abs(wrong.error.ulps) < Fraction(1, 2)
    assert wrong.code >> FP16.fraction_width  # a normal number
    assert f"{float(wrong.number.value):f}" == "0.000067"
    shortest = read(parse_literal("65504"), FP16, Rules()).shortest
    return [
        f"{gaps} gaps",
        f"`{scientific(errors.ulps, 3)}` ulp",
        f"`65504` is printed as {shortest}",
        "0.00006666666",
        "0.000067",
    ]


def fp32_to_fp16_by_hand() -> list[str]:
    code = read(parse_literal("1.12156456132"), FP32, Rules()).code
    fraction = f"{code & FP32.fraction_mask:023b}"
    field = code >> FP32.fraction_width
    return [
        f"The field is {field}",
        f"{FP32.bias} − {FP16.bias} = {FP32.bias - FP16.bias}",
        f"{FP16.fraction_width} of the {FP32.fraction_width} fraction bits",
        f"{fraction[:10]} stays, {fraction[10:]} is left over",
        f"{FP32.fraction_width - FP16.fraction_width} zeros",
        f"from −{FP16.bias - 1} to {FP16.bias}",
    ]


def adding_with_alignment() -> list[str]:
    a, b = parse_literal("fp16:0x3c80"), parse_literal("0.12457275190625")
    sheet = operation_sheet(Operation.ADD, [a, b], FP16, Rules())
    worked = sheet_text(sheet)
    rows = ["1.0010000000", "0.0001111111|1001", "1.0011111111|1001", "1.0100000000"]
    assert all(row in worked for row in rows)
    assert "guard 1, round 0, sticky 1" in worked
    error = value_of(FP16, sheet.trace.code) - a.number.value - value_of(FP16, 0x2FF9)
    return [
        *rows,
        f"`{exact_decimal(error * 1024)}` ulp",
        "0.12457275190625",
        "12.5",
        "0.75",
        "2^-12",
    ]


def why_fp16_weights_stop() -> list[str]:
    drift = {"steps": "2500"}
    assert rounded("2049", FP16) == "2048"
    last_ulp = value_of(FP16, 0x5C01) - value_of(FP16, 0x5C00)
    assert value_of(FP16, 0x2FF9) < last_ulp / 2  # no tie
    return [
        "1.125",
        "0.00041999",
        outcome("swamping", "update.ulps"),
        outcome("swamping", "update.ratio", 7),
        scientific(Fraction(parse_literal("1.125+100*0.00041999").number.value), 4),
        f"{1 << FP16.precision} = 2¹¹",
        exact_decimal(Fraction((1 << FP16.precision + 1) - 2)),
        outcome("drift", "weight.final"),
        outcome("drift", "master.final"),
        (
            f"after `{outcome('drift', 'weight.stall', **drift)}` steps, at "
            f"{outcome('drift', 'weight.stall-value', **drift)}"
        ),
        (
            f"BF16 stops at {outcome('drift', 'comparison.stall-value', **drift)} "
            f"after `{outcome('drift', 'comparison.stall', **drift)}` steps"
        ),
        f"cannot go beyond {outcome('counting', 'fp16.stall-value')}",
        f"FP32 stops at `{outcome('counting', 'fp32.stall-value')}`",
        f"`{exact_decimal(last_ulp)}`; the update is a little less than half of it",
        f"between 2048 and {exact_decimal(value_of(FP16, 0x6801))}",
        power(Fraction(1, 1024)),
        "0.125",
        "2049",
        "0.0005",
    ]


def master_copy() -> list[str]:
    def row(curve: str) -> str:
        stall = run("master-copy").readout(f"{curve}.stall").value
        said = {0: "at once", None: "still moving"}.get(stall, f"`{stall}` steps")
        digits = 6 if stall is None else 0
        return f"`{outcome('master-copy', f'{curve}.final', digits)}` | {said}"

    assert outcome("master-copy", "low.final", lr="2^-9") == "1.75"  # further than half-way
    return [
        f"| FP16 | FP16 | {row('low')}",
        f"| BF16 | BF16 | {row('other')}",
        f"| FP32 | FP16 | {row('master-low')}",
        f"| FP32 | BF16 | {row('master-other')}",
        f"| FP32 | FP32 | {row('master')}",
        f"`{run('master-copy').domain.steps}` steps",
        "1/1024",
        "2^-9",
    ]


def loss_scaling() -> list[str]:
    rows = []
    for k in (0, 3, 12, 15, 20):
        zero, over = (
            outcome("static-loss-scale", f"{kind}.count", k=str(k)) for kind in ("zero", "overflow")
        )
        rows.append(f"| {k} | `{zero}` | `{over}` |")
    lost = run("static-loss-scale")
    assert lost.readout("window.high").value == 15
    assert lost.readout("window.low").value == 20
    skipped = run("dynamic-loss-scale").readout("skipped.steps").value
    assert str(skipped) == "7, 8, 20"
    return [
        *rows,
        f"turns `{outcome('static-loss-scale', 'zero.count')}`",
        f"smallest `{lost.readout('window.high-zeros').value}`",
        f"largest `{lost.readout('window.low-overflows').value}`",
        "100000",
        power(value_of(FP16, 1) / 2),
        "7, 8 and 20",
    ]


def accumulation() -> list[str]:
    terms = run("accumulation").domain.steps
    stall = int(outcome("accumulation", "sequential.stall"))
    low = run("accumulation").readout("wide.relative").value
    ulp = value_of(FP16, 0x5001) - value_of(FP16, 0x5000)
    coarse = outcome("accumulation", "sequential.stall", **{"accumulator-format": "bf16"})
    assert int(coarse) < stall / 4  # much earlier
    assert 2 * FP16.precision == 22 <= FP32.precision == 24
    return [
        (
            f"| FP16, one by one | `{outcome('accumulation', 'sequential.stall-value')}` "
            f"| stops after `{stall}` terms |"
        ),
        (
            f"| FP32, one by one | `{outcome('accumulation', 'wide.final', 7)}` "
            f"| `{scientific(-low * 100, 3)}` % low |"
        ),
        f"| FP16, in pairs | `{outcome('accumulation', 'pairwise.final')}`",
        f"`{outcome('accumulation', 'exact.final')}`",
        f"`{exact_decimal(ulp)}`",
        f"`{exact_decimal(ulp / 2)}`",
        f"{terms - stall} terms",
        f"{scientific(-low * 100, 3)} %",
        f"`{run('dot-product').domain.steps}` such pairs",
        f"near `{outcome('dot-product', 'exact.final', 7)}`",
        f"ends at `{outcome('dot-product', 'narrow.final')}`",
        f"at `{outcome('dot-product', 'wide.stored')}`",
    ]


def fp8_and_its_dialects() -> list[str]:
    rows = [
        f"| {fmt.title} | `{largest(fmt)}` | `{smallest(fmt)}` | {has} |"
        for fmt, has in (
            (E4M3FN, "no"), (E4M3FNUZ, "no"), (E4M3, "yes"), (E5M2, "yes"), (E5M2FNUZ, "no"),
        )
        if fmt.has_infinity == (has == "yes")
    ]  # fmt: skip
    assert len(rows) == 5
    assert rounded("465", E4M3FN, overflow=Overflow.SATURATE) == "448"
    four = ", ".join(exact_decimal(value_of(FP4, code)) for code in range(8))
    return [
        *rows,
        f"FP4 has only {four} and",
        (
            f"ends at {outcome('counting', 'fp8_e4m3fn.stall-value')}, in E5M2 already at "
            f"{outcome('counting', 'fp8_e5m2.stall-value')}"
        ),
    ]


def other_ways_to_write_a_number() -> list[str]:
    q15, posit16, x87 = map(find_format, ("q15", "posit16", "x87"))
    assert rounded("1.25", q15, overflow=Overflow.WRAP) == "-0.75"
    assert q15.largest + q15.finest == 1
    assert x87.number_class(0x3FFF4000000000000000) is NumberClass.INVALID
    assert not posit16.rounds_to_zero
    assert posit16.never_overflows
    assert posit16.precision - 1 == FP16.precision == 11
    below_one = {fmt: ulp_at(fmt, Fraction(3, 4)) for fmt in (q15, FP16)}
    assert below_one[q15] < below_one[FP16]
    assert ulp_at(q15, Fraction(1, 1 << 10)) > ulp_at(FP16, Fraction(1, 1 << 10))
    end = f"2{str(posit16.emax).translate(str.maketrans('0123456789', '⁰¹²³⁴⁵⁶⁷⁸⁹'))}"
    assert posit16.largest == 1 << posit16.emax
    return [
        f"| FP16 | `{power(ulp_at(FP16, Fraction(1)))}` | `{smallest(FP16)}` | `{largest(FP16)}` |",
        f"| Q0.15 | `{power(q15.finest)}` | `{smallest(q15)}` | `{largest(q15)}` |",
        f"| posit16 | `{power(ulp_at(posit16, Fraction(1)))}` | `{smallest(posit16)}` | `{end}` |",
        "comes out as −0.75",
        "`0x3fff4000000000000000` is no number",
        "it is 1.5 again",
        "steps of 2⁻¹⁵",
    ]


FACTS: dict[str, Callable[[], list[str]]] = {
    facts.__name__.replace("_", "-"): facts
    for facts in (
        start_here,
        formats_and_fields,
        special_values_and_subnormals,
        overflow_underflow_and_the_zones,
        rounding_and_ulps,
        a_tenth_and_two_tenths,
        fp32_to_fp16_by_hand,
        adding_with_alignment,
        division_and_square_root,
        an_expression_has_an_order,
        why_fp16_weights_stop,
        master_copy,
        loss_scaling,
        accumulation,
        fp8_and_its_dialects,
        other_ways_to_write_a_number,
        reading_a_dump,
        which_format_holds_these_gradients,
    )
}
"""For each page, what computes its facts."""
