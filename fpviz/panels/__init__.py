"""One file a panel: joins a widget to the shared model. Panels never import each other.

A new panel is a file here and its line in the table of ``PANELS``, which also says what it is
called and where it stands at first: that is known before a panel is there.
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
VECTORS = "vectors"
"""The ids of the panels that the window itself speaks of."""

_CONTEXT = "Panels"
"""Under which translation files have what panels are called."""


@dataclass(frozen=True, slots=True)
class FirstPlace:
    """Where a panel stands at first: those of one row and column are tabs, the first in front.

    ``share`` is how much of its column's height it gets, against the others. One at the side
    accompanies the others: it stands beside all of them, as tall as the window, is hidden until it
    is asked for, by a switch beside the value, and goes on with what it shows when a scene does
    not speak of it.
    """

    row: int
    column: int
    share: int = 1
    at_side: bool = False


@dataclass(frozen=True, slots=True)
class PanelEntry:
    """A panel as it is known before it is built: its class, as ``module:Class``, what it is called,
    where it stands at first and, for a switch that shows it, what it is for."""

    where: str
    english_title: str
    place: FirstPlace
    english_tip: str = ""

    @property
    def title(self) -> str:
        """The panel's name, in the language of the window."""
        return QCoreApplication.translate(_CONTEXT, self.english_title)

    @property
    def tip(self) -> str:
        """What the panel is for and how it is reached, in the language of the window."""
        return QCoreApplication.translate(_CONTEXT, self.english_tip)

    @property
    def kind(self) -> type[Panel]:
        """The panel's class, loaded when it is first asked for."""
        return cast("type[Panel]", loaded(__name__, self.where))


PANELS = {
    BITS: PanelEntry(
        "bits:BitsPanel",
        QT_TRANSLATE_NOOP("Panels", "Bits"),
        FirstPlace(0, 0),
    ),
    "number-line": PanelEntry(
        "number_line:NumberLinePanel",
        QT_TRANSLATE_NOOP("Panels", "Number line"),
        FirstPlace(1, 0),
    ),
    "decoded": PanelEntry(
        "decoded:DecodedPanel",
        QT_TRANSLATE_NOOP("Panels", "Decoded"),
        FirstPlace(1, 1, share=3),
    ),
    "updates": PanelEntry(
        "updates:UpdatesPanel",
        QT_TRANSLATE_NOOP("Panels", "Repeated updates"),
        FirstPlace(2, 0),
    ),
    "steps": PanelEntry(
        "worked_sheet:StepsPanel",
        QT_TRANSLATE_NOOP("Panels", "Steps"),
        FirstPlace(2, 0),
    ),
    FORMATS: PanelEntry(
        "formats:FormatsPanel",
        QT_TRANSLATE_NOOP("Panels", "Formats"),
        FirstPlace(2, 0),
    ),
    "why": PanelEntry(
        "why:LessonPanel",
        QT_TRANSLATE_NOOP("Panels", "Why"),
        FirstPlace(2, 1, share=2),
    ),
    GUIDE: PanelEntry(
        "guide:GuidePanel",
        QT_TRANSLATE_NOOP("Panels", "Guide"),
        FirstPlace(0, 2, at_side=True),
        QT_TRANSLATE_NOOP("Panels", "Lessons on all that this window shows (F1)"),
    ),
    EXPRESSION: PanelEntry(
        "expression:ExpressionPanel",
        QT_TRANSLATE_NOOP("Panels", "Expression"),
        FirstPlace(2, 0),
    ),
    VECTORS: PanelEntry(
        "vectors:VectorsPanel",
        QT_TRANSLATE_NOOP("Panels", "Vectors"),
        FirstPlace(2, 0),
    ),
    BENCH: PanelEntry(
        "bench:BenchPanel",
        QT_TRANSLATE_NOOP("Panels", "Bench"),
        FirstPlace(2, 0),
    ),
    "pins": PanelEntry(
        "pins:PinsPanel",
        QT_TRANSLATE_NOOP("Panels", "Pins"),
        FirstPlace(2, 0),
    ),
    "compare": PanelEntry(
        "compare:ComparePanel",
        QT_TRANSLATE_NOOP("Panels", "Compare"),
        FirstPlace(2, 0),
    ),
}
"""Each panel, under its id, in the order of the window."""


def seen_at_first() -> list[str]:
    """The ids of the panels that a window shows at first: none at the side, of tabs the first."""
    front: dict[tuple[int, int], str] = {}
    for panel_id, entry in PANELS.items():
        if not entry.place.at_side:
            front.setdefault((entry.place.row, entry.place.column), panel_id)
    return list(front.values())
