"""The panel "Values along the table": the elements of the open dump against their places."""

from fpviz.panels.chart.panel import ChartPanel

__all__ = ["ChartPanel"]
