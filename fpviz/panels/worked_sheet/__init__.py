"""The panel "Steps": its form side, and the sheet."""

from fpviz.panels.worked_sheet.panel import StepsPanel

__all__ = ["StepsPanel"]
