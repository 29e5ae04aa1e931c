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
