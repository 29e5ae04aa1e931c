"""Elements written for other programs, block by block: a table of ways."""

from __future__ import annotations

from fpviz.data.exports.binary import BINARY
from fpviz.data.exports.c_array import C_ARRAY
from fpviz.data.exports.csv import CSV
from fpviz.data.exports.export import Export, exported_bytes
from fpviz.data.exports.markdown import MARKDOWN
from fpviz.data.exports.verilog_memory import VERILOG_MEMORY

__all__ = ["EXPORTS", "Export", "exported_bytes"]

EXPORTS = (CSV, MARKDOWN, C_ARRAY, VERILOG_MEMORY, BINARY)
"""All ways, in the order of a menu."""
