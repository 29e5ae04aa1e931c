"""Elements row by row, whatever order they are shown in."""

from __future__ import annotations

import numpy as np

from fpviz.core.formats import find_format
from fpviz.data.dump import AddressRun, Dump
from fpviz.data.edits import Edit, edited
from fpviz.data.layout.layout import DumpLayout
from fpviz.widgets.bench.elements import Elements

FP16, FP4 = find_format("fp16"), find_format("fp4_e2m1")
DATA = bytes(range(256)) * 4
DUMP, LAYOUT = Dump(DATA), DumpLayout(FP16)


def test_codes_are_those_of_the_layout_in_any_order():
    codes = LAYOUT.codes(DUMP).tolist()
    indices = np.array([500, 3, 64, 63, 0])
    for shown in (None, indices):
        elements = Elements(DUMP, DUMP, LAYOUT, shown)
        found = [elements.code(row) for row in range(elements.count)]
        assert found == (codes if shown is None else [codes[index] for index in indices])
        assert all(elements.row_of(elements.index(row)) == row for row in range(elements.count))
    assert Elements(DUMP, DUMP, LAYOUT, indices).row_of(1) is None


def test_a_row_is_edited_where_its_code_is_another():
    changed = edited(DUMP, [Edit(LAYOUT, 5, 0), Edit(DumpLayout(FP16, offset=8), 9, 0)])
    elements = Elements(changed, DUMP, LAYOUT)
    assert [row for row in range(20) if elements.is_edited(row)] == [5, 9, 10]
    assert elements.written_code(5) == LAYOUT.codes(DUMP).tolist()[5]


def test_an_address_leads_to_the_element_that_is_there():
    dump = Dump(DATA, runs=(AddressRun(0, 0x100), AddressRun(512, 0x8000)))
    elements = Elements(dump, dump, LAYOUT)
    assert [elements.address(row) for row in (0, 255, 256)] == ["0x0100", "0x02fe", "0x8000"]
    assert [elements.row_at(address) for address in (0x100, 0x103, 0x8001)] == [0, 1, 256]
    assert elements.row_at(0) == 0


def test_elements_amid_a_byte_say_their_bit():
    elements = Elements(DUMP, DUMP, DumpLayout(FP4))
    assert [elements.address(row) for row in range(3)] == ["0x0000", "0x0000:4", "0x0001"]
