"""A dump as JSON: what syntax it is in, and its values in orders and formats."""

from __future__ import annotations

from collections.abc import Sequence

from fpviz.app.reports import Json
from fpviz.core.phrase import Phrase
from fpviz.data.layout.plausibility import Judged
from fpviz.data.rows import rows
from fpviz.data.syntaxes import FoundDump


def dump_json(
    found: Sequence[FoundDump],
    remarks: Sequence[Phrase],
    judged: Sequence[Judged],
    count: int | None,
) -> Json:
    """The first of what a text may be, in each layout; the keys of the others."""
    best, *others = found
    return {
        "syntax": best.key,
        "others": [each.key for each in others],
        "remarks": [str(each) for each in remarks],
        "orders": [_order(best, each, rank, count) for rank, each in enumerate(judged, 1)],
    }


def _order(found: FoundDump, judged: Judged, rank: int, count: int | None) -> Json:
    layout = judged.layout
    return {
        "order": layout.order.value.name,
        "format": layout.fmt.name,
        "rank": rank,
        "reasons": [str(each) for each in judged.reasons],
        "values": [
            {
                "address": row.address,
                "code": row.code,
                "value": row.value,
                "class": row.number_class,
            }
            for row in rows(found.dump, layout, count)
        ],
    }
