"""The panel "Compare"."""

from fpviz.panels.compare.panel import ComparePanel

__all__ = ["ComparePanel"]
