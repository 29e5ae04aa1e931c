"""What a chart says in words of elements that have no height."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

from fpviz.core.text import grouped
from fpviz.data.charting.measures import Odd
from fpviz.data.charting.thinning import OddRun


def run_said(run: OddRun, place: Callable[[int], str]) -> str:
    """How many there are of what, and where the first is."""
    what = _name(run.kind)
    if run.count == 1:
        return tr("{0} at {1}").format(what, place(run.first))
    return tr("{0} {1} at {2}").format(grouped(run.count), what, place(run.first))


def _name(kind: Odd) -> str:
    return {
        Odd.NAN: tr("NaN"),
        Odd.INFINITE: "∞",
        Odd.MINUS_INFINITE: "−∞",
        Odd.LOST: tr("out of range"),
    }[kind]


def tr(text: str) -> str:
    """``text`` in the language of the window."""
    return QCoreApplication.translate("Chart", text)
