"""What a reading says of a code is true whatever the family."""

from __future__ import annotations

import random
from fractions import Fraction

import pytest

from fpviz.app.reports.snapshot_json import reading_json
from fpviz.app.reports.snapshot_text import SnapshotText
from fpviz.core.arithmetic.rounding import Rules
from fpviz.core.formats import CATALOGUE, Format, NumberClass, find_format
from fpviz.core.formats.decoding import value_of
from fpviz.core.literals import code_source, parse_literal
from fpviz.core.reading import State, derive, read

NO_NUMBER = (NumberClass.NAN, NumberClass.INVALID)
by_format = pytest.mark.parametrize("fmt", CATALOGUE, ids=lambda fmt: fmt.name)


def _codes(fmt: Format) -> list[int]:
    draw = random.Random(fmt.name)
    ends = [fmt.code_at(place) for place in (fmt.smallest_place, fmt.largest_place)]
    return [*ends, *(draw.getrandbits(fmt.width) for _ in range(12))]


def _exact(text: str) -> Fraction:
    """A decimal however long, which Python's own reader refuses."""
    return parse_literal(text).number.value


@by_format
def test_a_reading_says_what_the_code_is(fmt: Format):
    for code in _codes(fmt):
        report = reading_json(read(code_source(fmt, code), fmt, Rules()))
        digits = sorted(report["fields"], key=lambda field: -field["low"])
        assert int("".join(field["bits"] for field in digits), 2) == code
        kinds = [field["kind"] for field in report["fields"]]
        plain = len(set(kinds)) == len(kinds) and {*kinds} <= {"sign", "exponent", "fraction"}
        assert (report["bits"] is not None) == plain
        remark = fmt.remark(code)
        assert report["remark"] == (remark and str(remark))
        if fmt.number_class(code) in NO_NUMBER:
            assert (report["value"], report["significand"], report["formula"]) == (
                "nan",
                None,
                None,
            )
        elif fmt.is_finite(code):
            magnitude = _exact(report["significand"]) * Fraction(fmt.base) ** report["exponent"]
            assert magnitude == abs(value_of(fmt, code)) == abs(_exact(report["value"]))


def _said(name: str, code: int) -> dict[str, str]:
    fmt = find_format(name)
    text = SnapshotText()(derive(State(code_source(fmt, code), (fmt,), fmt)))
    lines = text.splitlines()
    return {line[2:14].strip(): line[14:] for line in lines if line.startswith("  ")}


@pytest.mark.parametrize(
    ("name", "code", "line", "text"),
    [
        ("x87", 0x3FFF4 << 60, "value", "no number"),
        ("x87", 0x3FFF4 << 60, "class", "invalid"),
        ("vax_f", 0x00800000, "remark", "a reserved operand: sign 1 with exponent field 0"),
        ("posit8", 0x80, "remark", "NaR, not a real: the one code that is no number"),
        ("ibm32", 0x41010000, "remark", "unnormalised; canonical is 0x40100000"),
        ("ibm32", 0x41100000, "exponent", "field 65 - excess 64 = 1, a power of 16"),
        ("posit8", 0x25, "exponent", "regime -1, exponent 0"),
        ("posit8", 0x25, "fields", "sign 0, regime 01, exponent 00, fraction 101"),
        ("takum8", 0x41, "exponent", "prefix 1, regime 0"),
        ("q0.15", 0xF333, "formula", "−1 × 2^0 + 0.111001100110011₂"),
        ("fp16", 0x3C00, "exponent", "field 15 - bias 15 = 0"),
    ],
)
def test_a_block_has_lines_that_are_true_of_the_family(name, code, line, text):
    assert _said(name, code)[line] == text


def test_no_line_speaks_of_what_a_family_has_not():
    assert not {"exponent"} & set(_said("q7.8", 0x0180))
    assert not {"formula", "fields"} & set(_said("fp16", 0x3C00))
    assert not {"hex-float"} & set(_said("decimal32", 0x32000001))
