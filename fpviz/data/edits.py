"""Changes of elements, laid over a dump: what they stand in is never written."""

from __future__ import annotations

from dataclasses import dataclass

from fpviz.data.layout.layout import DumpLayout


@dataclass(frozen=True, slots=True)
class Edit:
    """An element that has another code, in the layout in which it was changed."""

    layout: DumpLayout
    index: int
    code: int
