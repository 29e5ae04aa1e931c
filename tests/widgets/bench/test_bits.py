"""The bits of a row: painted, and hit with the mouse."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPointF
from PySide6.QtGui import QImage, QPainter

from fpviz.core.formats import find_format
from fpviz.widgets.bench.bits import BitPainter
from fpviz.widgets.look.style import number_font
from fpviz.widgets.look.theme import LIGHT, PRINT


@pytest.mark.parametrize("name", ["fp16", "fp64", "posit16", "int8", "decimal32_dpd"])
@pytest.mark.parametrize("theme", [LIGHT, PRINT], ids=["screen", "paper"])
def test_what_is_hit_is_what_is_painted(qapp, name, theme):
    fmt = find_format(name)
    bits = BitPainter(number_font(qapp.font()), theme)
    wide, high = bits.cell(fmt)
    code = 0x5A5A5A5A5A5A5A5A & (1 << fmt.width) - 1
    hits = [bits.bit_at(fmt, code, x) for x in range(round(bits.width(fmt)) + 20)]
    seen = list(dict.fromkeys(hit for hit in hits if hit is not None))
    assert seen == list(range(fmt.width - 1, -1, -1))
    image = QImage(round(bits.width(fmt)) + 20, round(high) + 4, QImage.Format.Format_RGB32)
    image.fill(0xFFFFFF)
    with QPainter(image) as painter:
        bits.paint(painter, QPointF(0, image.height() / 2), fmt, code)
    middle = image.height() // 2
    painted = [image.pixel(x, middle) != 0xFFFFFFFF for x in range(image.width())]
    for bit in seen:
        inside = [x for x, hit in enumerate(hits) if hit == bit]
        assert any(painted[x] for x in inside)
    assert not any(painted[x] for x in range(hits.index(0) + round(wide) + 2, image.width()))
