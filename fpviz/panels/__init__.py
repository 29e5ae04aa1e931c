"""One file a panel: joins a widget to the shared model. Panels never import each other.

A new panel is a file here and its line in the table of ``PANELS``, which also says what it is
called: that is known before a panel is there. Where it stands is a matter of the workspaces that
have it (``fpviz.model.workspaces``).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QCoreApplication

from fpviz.core.late import loaded
from fpviz.widgets.translated import QT_TRANSLATE_NOOP

if TYPE_CHECKING:  # a panel is loaded when it is built
    from fpviz.panels.panel import Panel

BENCH, BITS, EXPRESSION, FORMATS, GUIDE = "bench", "bits", "expression", "formats", "guide"
TENSORS, VECTORS = "tensors", "vectors"
"""The ids of the panels that the window itself speaks of."""

_CONTEXT = "Panels"
"""Under which translation files have what panels are called."""


@dataclass(frozen=True, slots=True)
class PanelEntry:
    """A panel as it is known before it is built: its class, as ``module:Class``, what it is called
    and, for a switch that shows it, what it is for."""

    where: str
    english_title: str
    english_tip: str = ""

    @property
    def title(self) -> str:
        """The panel's name, in the language of the window."""
        return QCoreApplication.translate(_CONTEXT, self.english_title)

    @property
    def tip(self) -> str:
        """What the panel is for and how it is reached, in the language of the window."""
        tip = self.english_tip
        return QCoreApplication.translate(_CONTEXT, tip) if tip else ""

    @property
    def kind(self) -> type[Panel]:
        """The panel's class, loaded when it is first asked for."""
        return cast("type[Panel]", loaded(__name__, self.where))


PANELS = {
    BITS: PanelEntry("bits:BitsPanel", QT_TRANSLATE_NOOP("Panels", "Bits")),
    "number-line": PanelEntry(
        "number_line:NumberLinePanel", QT_TRANSLATE_NOOP("Panels", "Number line")
    ),
    "decoded": PanelEntry("decoded:DecodedPanel", QT_TRANSLATE_NOOP("Panels", "Decoded")),
    "updates": PanelEntry("updates:UpdatesPanel", QT_TRANSLATE_NOOP("Panels", "Repeated updates")),
    "steps": PanelEntry("worked_sheet:StepsPanel", QT_TRANSLATE_NOOP("Panels", "Steps")),
    FORMATS: PanelEntry("formats:FormatsPanel", QT_TRANSLATE_NOOP("Panels", "Formats")),
    "why": PanelEntry("why:LessonPanel", QT_TRANSLATE_NOOP("Panels", "Why")),
    GUIDE: PanelEntry(
        "guide:GuidePanel",
        QT_TRANSLATE_NOOP("Panels", "Guide"),
        QT_TRANSLATE_NOOP("Panels", "Lessons on all that this window shows (F1)"),
    ),
    EXPRESSION: PanelEntry("expression:ExpressionPanel", QT_TRANSLATE_NOOP("Panels", "Expression")),
    VECTORS: PanelEntry("vectors:VectorsPanel", QT_TRANSLATE_NOOP("Panels", "Vectors")),
    BENCH: PanelEntry("bench:BenchPanel", QT_TRANSLATE_NOOP("Panels", "Bench")),
    "chart": PanelEntry("chart:ChartPanel", QT_TRANSLATE_NOOP("Panels", "Values along the table")),
    "pins": PanelEntry("pins:PinsPanel", QT_TRANSLATE_NOOP("Panels", "Pins")),
    "compare": PanelEntry("compare:ComparePanel", QT_TRANSLATE_NOOP("Panels", "Compare")),
    TENSORS: PanelEntry("tensors:TensorsPanel", QT_TRANSLATE_NOOP("Panels", "Tensors")),
    "census": PanelEntry("census:CensusPanel", QT_TRANSLATE_NOOP("Panels", "Census")),
    "swallowed": PanelEntry(
        "swallowed:SwallowedPanel", QT_TRANSLATE_NOOP("Panels", "Swallowed updates")
    ),
}
"""Each panel, under its id."""
