"""Two dumps compared, as text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from fpviz.core.formats import Format
from fpviz.core.formats.decoding import decode
from fpviz.core.text import shortest_decimal, value_text
from fpviz.data.comparing import Compared, Difference, first_field, ranges_of
from fpviz.data.dump import Dump
from fpviz.data.layout.layout import DumpLayout
from fpviz.data.rows import address_of

_LABEL = 12


def diff_text(
    found: Compared, names: Sequence[str], dump: Dump, layout: DumpLayout, actual: DumpLayout
) -> Iterator[str]:
    """The lines: what was compared, how far codes lie apart, and the worst of them; ``names`` are
    those of the files."""
    yield _line("expected", _read_as(names[0], found.expected, layout))
    yield _line("actual", _read_as(names[1], found.actual, actual))
    yield _line("allowed", str(found.tolerance.said))
    yield _line("differing", str(found.differing))
    yield _line("beyond", str(found.beyond))
    if not found.worst:
        return
    yield ""
    for low, high, count in ranges_of(found):
        yield (
            f"{_range(low, high):>12} ulps  {count}"
            if low is not None
            else (f"{'no number':>17}  {count}")
        )
    yield ""
    for each in found.worst:
        yield _difference(found.fmt, each, address_of(dump, layout, each.place))


def _line(label: str, text: str) -> str:
    return f"{label:{_LABEL}}{text}"


def _read_as(name: str, count: int, layout: DumpLayout) -> str:
    elements = f"{count} element{'s' * (count != 1)}"
    return f"{name}, {elements}, {layout.fmt.name} {layout.order.value.name}"


def _range(low: int, high: int | None) -> str:
    if high is None:
        return f"{low} and more"
    return str(low) if low == high else f"{low} to {high}"


def _difference(fmt: Format, each: Difference, address: int) -> str:
    kind = first_field(fmt, each)
    where = "" if kind is None else f", from the {kind.value} on"
    ulps = "" if each.ulps is None else f", {each.ulps} ulp{'s' * (each.ulps != 1)}"
    beyond = "" if each.is_allowed else ", beyond"
    return (
        f"{address:#10x}  expected {_said(fmt, each.expected)}, actual {_said(fmt, each.actual)}"
        f"{ulps}, bits {fmt.code_text(each.bits)}{where}{beyond}"
    )


def _said(fmt: Format, code: int) -> str:
    if fmt.is_finite(code):
        return f"{fmt.code_text(code)} = {shortest_decimal(fmt, code)}"
    return f"{fmt.code_text(code)} = {value_text(decode(fmt, code).number)}"
