"""The panel "Expression"."""

from fpviz.panels.expression.panel import ExpressionPanel

__all__ = ["ExpressionPanel"]
