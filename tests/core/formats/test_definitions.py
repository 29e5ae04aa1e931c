"""Every format of the catalogue has a definition in the tests, and says what that says.

A definition is written from the sources, in fractions, and knows nothing of fpviz; those of the
families stand with their tests. A new format has none: this fails until it gets one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from fractions import Fraction

import pytest

from fpviz.core.formats import CATALOGUE, Format, NumberClass
from fpviz.core.formats.decoding import decode
from fpviz.core.formats.families.binary_names import BINARY
from fpviz.core.formats.families.fixed_names import FIXED
from fpviz.core.formats.families.p3109 import P3109
from fpviz.core.formats.families.tapered_names import POSIT, TAKUM
from fpviz.core.numbers import Infinity
from tests.core.formats.all_codes import sampled_and_all
from tests.core.formats.families import (
    test_decimal,
    test_fixed,
    test_hifloat,
    test_ieee11073,
    test_p3109,
    test_tapered,
    test_x87,
)
from tests.core.formats.families.machines_by_definition import BY_DEFINITION
from tests.reference import LAYOUTS

Said = Fraction | str | None
"""A value, or ``inf``, ``-inf``, ``nan``; ``None`` where the code is no number for another
reason."""

Definition = Callable[[int], Said]


def _of_layout(name: str) -> Definition:
    layout = LAYOUTS[name]

    def said(code: int) -> Said:
        kind = layout.kind(code)
        if kind == "number":
            return layout.value(code)
        return "-inf" if kind == "inf" and layout.split(code)[0] else kind

    return said


def _of_decimal(fmt: Format) -> Definition:
    w, t, p = test_decimal.interchange(fmt.width)
    facts, dpd = (w, t, p, 3 << w - 1), fmt.name.endswith("dpd")

    def said(code: int) -> Said:
        magnitude, negative = test_decimal.reading(code, facts, dpd=dpd), code >> fmt.width - 1
        if isinstance(magnitude, str):
            return "-inf" if negative and magnitude == "inf" else magnitude
        return -magnitude if negative else magnitude

    return said


def _definitions() -> Iterator[tuple[str, Definition]]:
    for fmt in BINARY.formats:
        yield fmt.name, _of_layout(fmt.name)
    for fmt in P3109.formats:
        facts = test_p3109.facts_of(fmt.name)
        yield fmt.name, lambda code, facts=facts: test_p3109.said_by_the_draft(*facts, code)
    for fmt in FIXED.formats:
        one, name = test_fixed.ulp_of(fmt.name), fmt.name
        yield name, lambda code, one=one, name=name: test_fixed.integer_of(name, code) * one
    for name, by_bytes in BY_DEFINITION.items():
        yield name, lambda code, of=by_bytes, name=name: of(code.to_bytes(_SIZES[name]))
    for fmt in (*POSIT.formats, *TAKUM.formats):
        value = test_tapered.reference(fmt)
        yield fmt.name, lambda code, of=value: "nan" if of(code) is None else of(code)
    for name in test_decimal.NAMED:
        yield name, _of_decimal(test_decimal.find_format(name))
    for name in ("sfloat16", "medfloat32"):
        yield name, lambda code, name=name: test_ieee11073.by_definition(name, code)
    yield "hif8", test_hifloat.said_by_the_paper
    yield "x87", test_x87.by_definition


_SIZES = {fmt.name: fmt.width // 8 for fmt in CATALOGUE}
DEFINITIONS = dict(_definitions())


def test_every_format_has_a_definition():
    assert set(DEFINITIONS) == {fmt.name for fmt in CATALOGUE}


def _said_by_fpviz(fmt: Format, code: int) -> Said:
    decoded = decode(fmt, code)
    match decoded.number_class:
        case NumberClass.NAN:
            return "nan"
        case NumberClass.INVALID:
            return None
        case NumberClass.INFINITE:
            assert isinstance(decoded.number, Infinity)
            return "-inf" if decoded.number.negative else "inf"
    return decoded.number.value


NARROW = [fmt for fmt in CATALOGUE if fmt.width <= 16]


@pytest.mark.parametrize(("fmt", "codes"), sampled_and_all(NARROW))
def test_codes_say_what_the_definition_says(fmt: Format, codes: range):
    said = DEFINITIONS[fmt.name]
    for code in codes:
        assert _said_by_fpviz(fmt, code) == said(code), fmt.code_text(code)
