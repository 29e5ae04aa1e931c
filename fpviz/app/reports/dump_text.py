"""A dump as text: its syntax, the orders that are plausible, and the elements in the first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from fpviz.core.formats import NumberClass
from fpviz.core.formats.decoding import decode
from fpviz.core.phrase import Phrase
from fpviz.core.text import exact_text, whole_or_shortest
from fpviz.data.blocks import first_elements
from fpviz.data.dump import Dump
from fpviz.data.layout.layout import DumpLayout
from fpviz.data.layout.plausibility import Judged
from fpviz.data.rows import ElementRow, rows
from fpviz.data.statistics import statistics
from fpviz.data.syntaxes import FoundDump

_SHOWN = 4
"""Values of an order beside the others."""

_LABEL = 10

_MOST = 1000
"""Elements that are listed unless it is said how many."""

_ODD = {
    NumberClass.NAN: "NaN",
    NumberClass.INFINITE: "infinite",
    NumberClass.SUBNORMAL: "subnormal",
}


def dump_text(
    found: Sequence[FoundDump],
    remarks: Sequence[Phrase],
    judged: Sequence[Judged],
    count: int | None,
) -> Iterator[str]:
    """The lines: a heading, a line an order if there are several, a line an element."""
    best, *others = found
    yield f"{'syntax':{_LABEL}}{best.title}"
    if others:
        yield f"{'also':{_LABEL}}{', '.join(each.key for each in others)}; see --syntax"
    for said in remarks:
        yield f"{'remark':{_LABEL}}{said}"
    first = judged[0]
    why = ", ".join(map(str, first.reasons)) or "nothing speaks for it"
    yield f"{'read as':{_LABEL}}{_named(first)}: {why}"
    if len(judged) > 1:
        yield ""
        yield from _orders(best.dump, judged)
    yield ""
    yield from _elements(best.dump, first, _MOST if count is None else count)
    if count is None:
        yield from _left_out(best.dump, first.layout)


def _named(judged: Judged) -> str:
    return f"{judged.layout.fmt.name} {judged.layout.order.value.name}"


def _orders(dump: Dump, judged: Sequence[Judged]) -> Iterator[str]:
    width = max(len(_named(each)) for each in judged)
    for rank, each in enumerate(judged, 1):
        values = [_short(each, row) for row in rows(dump, each.layout, _SHOWN)]
        more = ", …" if each.layout.count(dump) > _SHOWN else ""
        yield f"{rank:2}  {_named(each):{width}}  {', '.join(values)}{more}"


def _left_out(dump: Dump, layout: DumpLayout) -> Iterator[str]:
    """How many elements there are if not all are listed, and how many of all are out of the way."""
    count = layout.count(dump)
    if count <= _MOST:
        return
    yield ""
    yield f"{_MOST} of {count} elements; --count {count} lists all, --csv - writes them"
    classes = statistics(dump, layout, first_elements(dump, layout)).classes
    yield f"of all, {', '.join(f'{classes[kind]} {name}' for kind, name in _ODD.items())}"


def _elements(dump: Dump, judged: Judged, count: int) -> Iterator[str]:
    for row in rows(dump, judged.layout, count):
        yield f"{row.address:>10}  {row.code}  {_short(judged, row):24}  {row.number_class}"


def _short(judged: Judged, row: ElementRow) -> str:
    """The shortest decimal; of what is not finite, its name, with all that a NaN says."""
    fmt, code = judged.layout.fmt, int(row.code, 16)
    if fmt.is_finite(code):
        return whole_or_shortest(fmt, code)
    return exact_text(decode(fmt, code).number)
