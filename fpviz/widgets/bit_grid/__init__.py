"""The bit grid: one row a format, one native button a bit.

``layout`` says where everything stands (no Qt), ``cell`` is one bit, ``row`` one format, and
``grid`` the rows under their header.
"""

from fpviz.widgets.bit_grid.grid import BitGrid
from fpviz.widgets.bit_grid.layout import Arrangement

__all__ = ["Arrangement", "BitGrid"]
