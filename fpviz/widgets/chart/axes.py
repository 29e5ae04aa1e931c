"""The axes of a chart: heights at the side, indices or addresses below."""

from __future__ import annotations

import math
from collections.abc import Callable

from fpviz.core.text import superscript
from fpviz.widgets.chart.data import ElementChart, ExponentFrame
from fpviz.widgets.run_plot.axes import StepAxis, ValueAxis, powers_between
from fpviz.widgets.run_plot.sampling import StepScale

_LABEL = 34
"""Pixels between two labels of heights at least."""

_ADDRESS = 110
"""The same of addresses."""


class HeightAxis(ValueAxis):
    """Labels at round values; of exponents, at powers of two, and one at the row of zeros."""

    def __init__(self, chart: Callable[[], ElementChart]) -> None:
        super().__init__(lambda: chart().frame)

    def tickValues(self, low: float, high: float, size: float) -> list[tuple[float, list[float]]]:
        frame = self._frame()
        if not isinstance(frame, ExponentFrame):
            return super().tickValues(low, high, size)
        exponents = powers_between(low, high, max(2, int(size / _LABEL)))
        self._texts = {float(k): f"2{superscript(k)}" for k in exponents if k > frame.zero_row}
        if low <= frame.zero_row <= high:
            self._texts[frame.zero_row] = "0"
        return [(1.0, list(self._texts))]


class PlaceAxis(StepAxis):
    """Labels at round indices, or at elements whose addresses are round."""

    def __init__(self, chart: Callable[[], ElementChart]) -> None:
        super().__init__(StepScale)
        self._chart = chart

    def tickValues(self, low: float, high: float, size: float) -> list[tuple[float, list[float]]]:
        chart = self._chart()
        last = chart.count - 1
        if chart.address is None or last < 1:
            return super().tickValues(low, min(high, last), size)
        first, last = max(math.ceil(low), 0), min(math.floor(high), last)
        places = aligned(chart.address, first, last, max(2, int(size / _ADDRESS)))
        self._texts = {float(place): f"{chart.address(place):#x}" for place in places}
        return [(1.0, list(self._texts))]


def aligned(address: Callable[[int], int], first: int, last: int, at_most: int) -> range:
    """Elements a power of two apart, the first of them at an address that is as round, where
    elements are whole numbers of addresses."""
    if last <= first:
        return range(first, last + 1)
    step = 1 << max(0, math.ceil(math.log2((last - first + 1) / at_most)))
    apart = max(address(first + 1) - address(first), 1)
    return range(first + -(address(first) // apart) % step, last + 1, step)
