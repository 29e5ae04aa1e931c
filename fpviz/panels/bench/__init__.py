"""The panel "Bench": whatever is pasted, opened or dropped becomes a table of values."""

from fpviz.panels.bench.panel import BenchPanel

__all__ = ["BenchPanel"]
