"""One file a panel: joins a widget to the shared model. Panels never import each other.

A new panel is a file here and its line in ``PANELS``, which also says where it stands at first.
"""

from fpviz.panels.bits import BitsPanel
from fpviz.panels.decoded import DecodedPanel
from fpviz.panels.formats import FormatsPanel
from fpviz.panels.guide import GuidePanel
from fpviz.panels.number_line import NumberLinePanel
from fpviz.panels.panel import Panel
from fpviz.panels.updates import UpdatesPanel
from fpviz.panels.why import LessonPanel
from fpviz.panels.worked_sheet import StepsPanel

PANELS: tuple[tuple[type[Panel], int, int], ...] = (
    (BitsPanel, 0, 0),
    (NumberLinePanel, 1, 0),
    (DecodedPanel, 1, 1),
    (UpdatesPanel, 2, 0),
    (StepsPanel, 2, 0),
    (FormatsPanel, 2, 0),
    (LessonPanel, 2, 1),
    (GuidePanel, 0, 2),
)
"""Each panel with the row and the column in which it stands at first; two in one place are tabs."""

__all__ = ["PANELS", "Panel"]
