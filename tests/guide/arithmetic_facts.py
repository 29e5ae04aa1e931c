"""What the lessons on operations and expressions say, computed: part of ``facts``."""

from __future__ import annotations

from fractions import Fraction

from fpviz.core.arithmetic.operations import Operation, operate
from fpviz.core.arithmetic.rounding import Flags, Rules
from fpviz.core.expressions import Execution
from fpviz.core.expressions.examples import EXAMPLES, Example
from fpviz.core.expressions.typed_program import read_program
from fpviz.core.formats import Format, find_format
from fpviz.core.formats.decoding import value_of
from fpviz.core.formats.order import ulp_at
from fpviz.core.literals import parse_literal
from fpviz.core.reading import read
from fpviz.core.text import exact_decimal
from fpviz.core.trace.prose import sheet_text
from fpviz.core.trace.whole_sheet import operation_sheet

FP16, BF16, FP32, FP64, FP128, DECIMAL64, E4M3FN = map(
    find_format, ("fp16", "bf16", "fp32", "fp64", "fp128", "decimal64", "fp8_e4m3fn")
)


def code_of(text: str, fmt: Format) -> int:
    """The code that a text rounds to."""
    return read(parse_literal(text), fmt, Rules()).code


def example(name: str) -> Example:
    """An example that comes with the program."""
    return next(each for each in EXAMPLES if each.name == name)


def executed(text: str, fmt: Format, contract: bool = False, **settings: str) -> Execution:
    """An expression as a machine does it in a format, with variables set to texts."""
    evaluation = read_program(text, settings).evaluated(fmt, Rules())
    return evaluation.contracted if contract else evaluation.machine


def signed(error: Fraction) -> str:
    """An error as the panel of expressions shows it."""
    return f"{'+' if error > 0 else '−'}{exact_decimal(abs(error))}"


def a_tenth_and_two_tenths() -> list[str]:
    tenth, fifth, total = executed("0.1 + 0.2", FP64).lines
    beside = {}
    for fmt in (FP128, FP32, BF16, DECIMAL64, FP16):
        result = executed("0.1 + 0.2", fmt).results[0].code
        beside[fmt.name] = result - code_of("0.3", fmt)
    assert beside == {"fp128": 1, "fp32": 0, "bf16": 0, "decimal64": 0, "fp16": -1}
    errors = [round(each, 9) for each in (tenth.total, fifth.total, total.carried, total.total)]
    assert errors == [Fraction(4, 10), Fraction(4, 10), Fraction(3, 10), Fraction(8, 10)]
    assert total.made == Fraction(1, 2)  # the tie
    assert executed("0.5 + 0.25", FP64).results[0].total == 0
    assert executed(example("steps").text, FP64).results[0].number.value > 6
    return [
        f"is `{exact_decimal(Fraction(errors[0]))}` ulp more",
        f"it says {read(parse_literal('fp64:0x3fd3333333333334'), FP64, Rules()).shortest}.",
        f"carried in, from 0.1 and 0.2 | `{signed(errors[2])}`",
        f"made here, by the addition | `{signed(total.made)}`",
        f"in all | `{signed(errors[3])}`",
        f"`0x{executed('0.1 + 0.2', FP16).results[0].code:x}` in place of",
        f"FP64, the format of most languages, keeps {FP64.precision} digits",
        "0.000110011001100…",
        "0.333…",
        "0.1 + 0.2",
        "0.25 + 0.5",
        "0.3",
    ]


def quotient_digits(a: int, b: int, count: int) -> str:
    """The first digits of a quotient of integers below 2, by taking b off what is left."""
    digits, left = "", a
    for _ in range(count):
        digits += str(left // b)
        left = left % b * 2
    assert left
    return f"{digits[0]}.{digits[1:]}"


def division_and_square_root() -> list[str]:
    def done(name: str, *texts: str) -> tuple[int, Flags]:
        operands = [(FP16, code_of(text, FP16)) for text in texts]
        result = operate(Operation(name), FP16, operands, Rules())
        return result.code, result.flags

    assert done("divide", "1", "0") == (FP16.infinity_code, Flags.DIVIDE_BY_ZERO)
    assert done("divide", "0", "0") == (FP16.nan_code, Flags.INVALID)
    assert done("sqrt", "9") == (code_of("3", FP16), Flags(0))
    assert done("divide", "5", "3")[0] == code_of("5/3", FP16)
    root = done("sqrt", "2")[0]
    third = value_of(FP16, 0x3555)
    assert not ties_of_quotients(E4M3FN)
    assert executed("5/3 - 5*(1/3)", FP16).results[0].number.value == ulp_at(FP16, Fraction(1))
    worked = sheet_text(
        operation_sheet(Operation.DIVIDE, list(map(parse_literal, "13")), FP16, Rules())
    )
    quotient = quotient_digits(2, 3, 14)
    assert f"{quotient}…" in worked
    assert "1.0101010101|01…" in worked
    assert "guard 0, round 1, sticky 1" in worked
    return [
        f"the quotient is {quotient}…",
        "1.0101010101|01…",
        "1.0110101000|00…",
        f"`{exact_decimal(value_of(FP16, root))} = 0x{root:x} (FP16)`",
        f"Its square, `{exact_decimal(value_of(FP16, root) ** 2)} → 2 (FP16)`",
        f"gives `{exact_decimal(5 * third)} →",
        "0.010101…",
        "5/3 - 5*(1/3)",
        "0",
        "2",
        "9",
    ]


def ties_of_quotients(fmt: Format) -> list[tuple[Fraction, Fraction]]:
    """The values between 1 and 2 whose quotient lies halfway between neighbours."""
    one = code_of("1", fmt)
    values = [value_of(fmt, code) for code in range(one, one + fmt.fraction_mask + 1)]
    pairs = [(a, b) for a in values for b in values]
    return [(a, b) for a, b in pairs if (2 * a / b / ulp_at(fmt, a / b)) % 2 == 1]


def an_expression_has_an_order() -> list[str]:
    ones = {"a": "2048", "b": "1", "c": "1"}
    first, second = (line for line in executed("(a + b) + c", FP16, **ones).lines if line.operands)
    better = executed("a + (b + c)", FP16, **ones).results[0]
    assert (better.number.value, better.total) == (2050, 0)
    assert executed("(a + b) + c", FP32, **ones).results[0].total == 0
    squares = example("squares")
    lost, kept = executed(squares.text, FP32, **squares.variables).results
    fused = executed(squares.text, FP32, contract=True, **squares.variables).results[0]
    assert kept.total == 0
    assert lost.lost == 14
    assert abs(fused.total) < abs(lost.total)
    steady, softmax = (
        [each.total for each in executed(text.text, FP16, **text.variables).results]
        for text in (example("softmax-max"), example("softmax"))
    )
    assert all(abs(error) < 1 for error in steady)
    assert softmax[2] is None
    return [
        f"%1  a + b   2048  made {signed(first.made)}\n",
        f"%2  %1 + c  2048  made {signed(second.made)}, in all {signed(second.total)}",
        f"But {lost.lost} leading bits",
        (
            f"`{exact_decimal(lost.number.value)}` in place of "
            f"`{exact_decimal(kept.number.value)}`, `{exact_decimal(abs(lost.total))}` ulps off"
        ),
        f"the result is `{exact_decimal(fused.number.value)}`",
        f"x = `{squares.variables['x']}` and y = `{squares.variables['y']}`",
        "Let a be 2048",
    ]
