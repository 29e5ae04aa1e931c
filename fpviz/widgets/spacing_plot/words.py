"""What the spacing plot says."""

from __future__ import annotations

import math

from PySide6.QtCore import QCoreApplication

from fpviz.core.line.real_text import real_text
from fpviz.core.line.spacing import Spacing
from fpviz.core.numbers import floor_log2
from fpviz.core.text import power_text, superscript
from fpviz.widgets.number_line.picture import Lane
from fpviz.widgets.number_line.table import Table
from fpviz.widgets.spacing_plot.picture import SpacingPicture
from fpviz.widgets.translated import told

translate = QCoreApplication.translate


def quantity(*, relative: bool) -> str:
    """What a chart shows."""
    if relative:
        return translate("SpacingPlot", "relative spacing, ulp(x) / |x|")
    return translate("SpacingPlot", "spacing of the values, ulp(x), against |x|")


def hover_text(lane: Lane, of: Spacing, exponent: float) -> str:
    """What a format's spacing is about ``2**exponent``, exactly."""
    binade = math.floor(exponent)
    if binade not in of.binades:
        beyond = binade >= of.binades.stop
        text = translate("SpacingPlot", "{format} overflows here")
        if not beyond:
            text = translate("SpacingPlot", "{format} has no value here")
        return text.format(format=lane.name)
    text = translate("SpacingPlot", "{format} from {lo} to {hi}: ulp {ulp}")
    lo, hi, ulp = (power_text(end) or real_text(end) for end in of.level(exponent))
    return text.format(format=lane.name, lo=lo, hi=hi, ulp=ulp)


def thinned() -> str:
    """The note where steps were too narrow to be drawn."""
    return translate("SpacingPlot", "steps narrower than pixels: drawn as slopes")


def description(picture: SpacingPicture) -> str:
    """The whole picture in one sentence."""
    start = translate("SpacingPlot", "Spacing of values from {lo} to {hi}").format(
        lo=f"2{superscript(math.floor(picture.window.lo))}",
        hi=f"2{superscript(math.ceil(picture.window.hi))}",
    )
    parts = [start]
    magnitude = picture.magnitude
    for lane, of in picture.curves:
        if magnitude is not None and floor_log2(magnitude) in of.binades:
            text = translate("SpacingPlot", "{format} has ulp {ulp} at the value")
            ulp = real_text(of.level_at(magnitude).ulp)
            parts.append(text.format(format=lane.name, ulp=ulp))
        else:
            text = translate("SpacingPlot", "{format} has no value of that size")
            parts.append(text.format(format=lane.name))
    return translate("SpacingPlot", "{facts}.").format(facts=told(*parts))


def facts(picture: SpacingPicture) -> Table:
    """A row for each format: where its curve begins, bends and ends."""
    headings = (
        translate("SpacingPlot", "format"),
        translate("SpacingPlot", "zero limit"),
        translate("SpacingPlot", "smallest"),
        translate("SpacingPlot", "smallest ulp"),
        translate("SpacingPlot", "smallest normal"),
        translate("SpacingPlot", "largest ulp"),
        translate("SpacingPlot", "overflow"),
        translate("SpacingPlot", "relative spacing"),
    )
    return Table(headings, tuple(_row(of) for _, of in picture.curves))


def _row(of: Spacing) -> tuple[str, ...]:
    fmt, p = of.format, of.format.precision
    smallest, largest = (real_text(of.level_at(x).ulp) for x in (of.smallest, fmt.largest))
    return (
        fmt.name,
        real_text(of.zero_limit),
        real_text(of.smallest),
        smallest,
        real_text(fmt.min_normal),
        largest,
        "–" if of.overflow is None else real_text(of.overflow),
        f"2{superscript(-p)} … 2{superscript(1 - p)}",
    )
