"""One file a panel: joins a widget to the shared model. Panels never import each other.

A new panel is a file here and its line in the table of ``PANELS``, which also says where it stands
at first.
"""

from typing import cast

from fpviz.core.late import Late, loaded
from fpviz.panels.panel import Panel

_PLACES = {
    "bits": ("bits:BitsPanel", 0, 0),
    "number-line": ("number_line:NumberLinePanel", 1, 0),
    "decoded": ("decoded:DecodedPanel", 1, 1),
    "updates": ("updates:UpdatesPanel", 2, 0),
    "steps": ("worked_sheet:StepsPanel", 2, 0),
    "formats": ("formats:FormatsPanel", 2, 0),
    "why": ("why:LessonPanel", 2, 1),
    "guide": ("guide:GuidePanel", 0, 2),
}


def _panel(name: str) -> tuple[type[Panel], int, int]:
    place, row, column = _PLACES[name]
    return cast("type[Panel]", loaded(__name__, place)), row, column


PANELS = Late(_PLACES, _panel)
"""Each panel, under its id, with the row and the column in which it stands at first; two in one
place are tabs."""

__all__ = ["PANELS", "Panel"]
