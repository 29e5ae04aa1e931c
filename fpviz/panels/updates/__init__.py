"""The panel "Repeated updates": its form side, and its stage side."""

from fpviz.panels.updates.panel import UpdatesPanel
from fpviz.panels.updates.stages import STAGES

__all__ = ["STAGES", "UpdatesPanel"]
