"""The panel "Repeated updates": its form side, and its stage side."""

from fpviz.panels.updates.panel import STAGES, UpdatesPanel

__all__ = ["STAGES", "UpdatesPanel"]
