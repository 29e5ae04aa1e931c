"""The product of two significands, written out."""

from __future__ import annotations

from dataclasses import replace

from fpviz.core.phrase import Phrase, phrase, verbatim
from fpviz.core.trace.sheet import DigitRow, Step, StepKind
from fpviz.core.trace.working.digits import Amount, Columns, digit_row
from fpviz.core.trace.working.operands import Term

MOST_PARTIAL_PRODUCTS = 12
"""A sheet shows them all for significands up to FP16's and TF32's; of wider ones it tells the
number."""


def product_term(a: Term, b: Term) -> Term:
    """``a * b``: the significands multiplied, the exponents added."""
    amount = Amount(a.amount.digits * b.amount.digits, a.amount.lowest + b.amount.lowest)
    exponent = a.exponent + b.exponent
    hidden = min(amount.leading - exponent, 0) if amount.digits else 0
    stored = a.stored or b.stored
    return Term("a × b", a.negative != b.negative, amount, exponent, hidden, stored)


def product_step(a: Term, b: Term, product: Term) -> Step:
    """The step that multiplies ``a`` by ``b``, neither of them zero."""
    exponents = phrase(
        "The powers of 2 behind the digits are added: {first} + {second} = {exponent}."
        if product.stored
        else "The exponents are added: {first} + {second} = {exponent}.",
        first=_term_text(a.exponent),
        second=_term_text(b.exponent),
        exponent=str(product.exponent),
    )
    sign = phrase("The signs are alike: the product is positive.")
    if product.negative:
        sign = phrase("The signs differ: the product is negative.")
    counted, rows = _partial_products(a, b, product)
    row = product.row(product.exponent)
    total = replace(row, label=phrase("product"), total=True)
    return Step(StepKind.PRODUCT, (exponents, sign, counted), (*rows, total))


def _term_text(exponent: int) -> str:
    return f"({exponent})" if exponent < 0 else str(exponent)


def _partial_products(a: Term, b: Term, product: Term) -> tuple[Phrase, tuple[DigitRow, ...]]:
    """One row for each 1 in the digits of ``b``, where they are few enough to be read."""
    values = {"count": str(b.amount.digits.bit_count()), "name": b.name}
    if b.amount.digits.bit_length() > MOST_PARTIAL_PRODUCTS:
        sentence = phrase(
            "The significands are multiplied. Each 1 of {name} makes a partial product: {count} in "
            "all, which are not shown.",
            **values,
        )
        rows = (a.row(a.exponent), b.row(b.exponent))
        return sentence, rows
    sentence = phrase(
        "The significands are multiplied. Each 1 of {name} makes a partial product: {count} in "
        "all.",
        **values,
    )
    places = [i for i in range(b.amount.digits.bit_length()) if b.amount.digits >> i & 1]
    return sentence, tuple(_partial(a, b, product.exponent, place) for place in places)


def _partial(a: Term, b: Term, exponent: int, place: int) -> DigitRow:
    """``a`` times one digit of ``b``."""
    weight = b.amount.lowest + place
    label = verbatim(f"{a.name} × 2^{weight - b.exponent}")
    amount = Amount(a.amount.digits, a.amount.lowest + weight)
    return digit_row(label, amount, exponent, Columns(a.exponent + weight - exponent))
