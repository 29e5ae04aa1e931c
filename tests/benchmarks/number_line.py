"""How long a frame of the number line takes: eight lanes, 1600 pixels, panned and zoomed."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable
from fractions import Fraction

from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from fpviz.core.arithmetic.rounding import encode
from fpviz.core.formats import find_format
from fpviz.core.line.axis import AXES
from fpviz.core.line.view import View, fit, limits
from fpviz.core.numbers import finite
from fpviz.widgets.number_line import Lane, NumberLine, Subject

LANES = ("fp16", "bf16", "fp32", "fp64", "fp128", "fp8_e4m3fn", "fp8_e5m2", "fp4_e2m1")
VALUE = Fraction("1.12156456132")
FRAMES = 120


def report() -> None:
    """Print, for each axis and scale, the median and the 95th percentile of a frame in ms."""
    application = QApplication.instance() or QApplication([])
    formats = [find_format(name) for name in LANES]
    widget = NumberLine()
    widget.resize(1600, 400)
    lanes = [Lane(f, encode(f, finite(VALUE)).code) for f in formats]
    widget.show_subject(Subject(finite(VALUE), tuple(lanes)))
    for name, make in AXES.items():
        for scale, view in _views(make(formats), formats).items():
            pan = _times(widget, view, lambda v: v.panned(0.003, limits(formats)))
            zoom = _times(widget, view, lambda v: v.zoomed(0.998, 0.4, limits(formats)))
            print(f"number line, {name:6}, {scale:12} pan {_text(pan)}, zoom {_text(zoom)}")
    application.processEvents()


def _views(axis, formats) -> dict[str, View]:
    ulp = Fraction(1, 2**52)
    tiny = Fraction(1, 2**16494)
    return {
        "full range": fit(axis, formats),
        "fp16's range": View(axis, Fraction(-65536), Fraction(65536)),
        "one binade": View(axis, Fraction(1), Fraction(2)),
        "one ulp": View(axis, VALUE - ulp, VALUE + ulp),
        "2^-16494": View(axis, tiny, 40 * tiny),
    }


def _times(widget: NumberLine, view: View, step: Callable[[View], View]) -> list[float]:
    """Milliseconds from asking for the next window to having painted it."""
    image = QImage(widget.size(), QImage.Format.Format_ARGB32_Premultiplied)
    times = []
    for _ in range(FRAMES):
        widget.set_view(view)
        view = step(view)
        start = time.perf_counter()
        widget.set_view(view)
        widget.render(image)
        times.append((time.perf_counter() - start) * 1000)
    return times


def _text(times: list[float]) -> str:
    percentile = statistics.quantiles(times, n=20)[18]
    return f"{statistics.median(times):5.1f} ms (95 %: {percentile:5.1f})"


if __name__ == "__main__":
    report()
