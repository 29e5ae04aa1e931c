"""``fpviz formats``: its JSON is a contract."""

from __future__ import annotations

import json

from fpviz.core.formats import CATALOGUE


def test_formats_lists_every_fact(run):
    facts = {fact["format"]: fact for fact in json.loads(run("formats", "--json")[1])}
    assert list(facts) == [fmt.name for fmt in CATALOGUE]
    assert facts["fp16"]["overflow"] == {"value": "65520", "overflows": True, "to": "inf"}
    assert facts["fp8_e4m3fn"]["overflow"] == {"value": "464", "overflows": False, "to": "nan"}
    assert facts["fp8_e4m3fn"]["largest"] == {"code": "0x7e", "value": "448"}
    assert facts["fp4_e2m1"]["overflow"] == {"value": "7", "overflows": True, "to": "6"}
    assert facts["e8m0"]["zero_limit"] is None
    table = run("formats")[1]
    for fmt in CATALOGUE:
        assert fmt.name in table
        assert all(alias in table for alias in fmt.aliases)


def test_formats_are_named_or_found(run):
    named = json.loads(run("formats", "half", "e5m7", "--json")[1])
    assert [fact["format"] for fact in named] == ["fp16", "e5m7"]
    found = json.loads(run("formats", "--find", "4bit no infinities", "--json")[1])
    assert {fact["width"] for fact in found} == {4}


def test_words_that_find_nothing_and_a_comparison_of_one_are_refused(run):
    assert run("formats", "--find", "nothing such")[::2] == (
        2,
        "fpviz: no format is 'nothing such'\n",
    )
    status, _, said = run("formats", "fp16", "--compare")
    assert status == 2
    assert "two formats" in said


def test_two_formats_are_compared(run):
    told = run("formats", "fp8_e4m3fn", "fp8_e5m2", "--compare")[1]
    assert "only fp8_e5m2 has infinities" in told
    assert "both have 135 values" in told
    assert "2⁻⁶ to 2⁸: 8, 4" in told
    assert "2⁸ to 2⁹: 7, 4" in told  # 480 would be NaN's


def test_a_comparison_with_very_many_binades_says_that_it_left_some_out(run):
    assert "every 9th binade" in run("formats", "fp128", "fp16", "--compare")[1]


def test_common_values_that_are_too_many_to_be_looked_at_are_said_to_be_left_out(run):
    assert "common values are not counted" in run("formats", "posit32", "fp32", "--compare")[1]
