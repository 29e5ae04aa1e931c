"""Two dumps compared, as JSON."""

from __future__ import annotations

from collections.abc import Sequence

from fpviz.app.reports import Json
from fpviz.core.formats import Format
from fpviz.data.comparing import Compared, Difference, exact_difference, first_field, ranges_of
from fpviz.data.dump import Dump
from fpviz.data.layout.layout import DumpLayout
from fpviz.data.rows import address_of, value_of_element
from fpviz.data.tolerance import Ulps


def diff_json(
    found: Compared, names: Sequence[str], dump: Dump, layout: DumpLayout, actual: DumpLayout
) -> Json:
    """The counts, the distribution of distances, and the worst differences first; addresses are
    those of the expected dump. ``names`` are those of the files."""
    tolerance = found.tolerance
    return {
        "files": dict(zip(("expected", "actual"), names, strict=True)),
        "format": found.fmt.name,
        "order": layout.order.value.name,
        "actual_order": actual.order.value.name,
        "expected": found.expected,
        "actual": found.actual,
        "differing": found.differing,
        "ulps_allowed": tolerance.count if isinstance(tolerance, Ulps) else None,
        "tolerance": tolerance.facts,
        "beyond": found.beyond,
        "distribution": [
            {"from": low, "to": high, "count": count} for low, high, count in ranges_of(found)
        ],
        "worst": [difference_json(found, each, dump, layout) for each in found.worst],
    }


def difference_json(found: Compared, each: Difference, dump: Dump, layout: DumpLayout) -> Json:
    """Two codes that differ."""
    fmt, kind = found.fmt, first_field(found.fmt, each)
    return {
        "index": each.place,
        "address": hex(address_of(dump, layout, each.place)),
        "expected": _element(fmt, each.expected),
        "actual": _element(fmt, each.actual),
        "bits": fmt.code_text(each.bits),
        "field": None if kind is None else kind.value,
        "ulps": each.ulps,
        "allowed": each.is_allowed,
        "difference": exact_difference(fmt, each),
    }


def _element(fmt: Format, code: int) -> Json:
    return {"code": fmt.code_text(code), "value": value_of_element(fmt, code)}
