"""What lists of formats say is true whatever the family."""

from __future__ import annotations

from fpviz.app.reports.formats_json import formats_json
from fpviz.app.reports.formats_text import formats_text
from fpviz.core.formats import FAMILIES, find_format


def test_formats_are_told_by_family():
    reports = {report["format"]: report for report in formats_json()}
    assert [reports[name]["family"] for name in ("fp16", "q0.15", "x87", "ibm32", "posit8")] == [
        *("binary", "fixed", "x87", "machines", "posit")
    ]
    assert [reports[name]["radix"] for name in ("fp16", "ibm32", "decimal32")] == [2, 16, 10]
    assert [
        reports[name]["bias"] for name in ("fp16", "int8", "takum16", "vax_f", "c3x_short")
    ] == [*(15, None, None, 128, None)]
    assert reports["vax_f"]["exponent_width"] == 8
    assert reports["vax_f"]["fraction_width"] == 23
    assert reports["posit16"]["exponent_width"] is None
    assert "draft" in reports["binary8p4se"]["family_title"]
    table = formats_text()
    for family in FAMILIES:
        assert f"{family.title}\nformat " in table
    assert "NaR 0x80" in table
    custom = formats_json([find_format("posit12_es3")])
    assert custom[0]["family"] == "posit"
