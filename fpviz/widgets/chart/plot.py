"""The chart itself. Importing this imports pyqtgraph."""

from __future__ import annotations

import math
from fractions import Fraction

import pyqtgraph as pg
from PySide6.QtCore import QPointF, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from fpviz.core.formats import find_format
from fpviz.core.text import grouped
from fpviz.data.charting.measures import Odd
from fpviz.data.charting.thinning import OddRun, Spot, runs_of_odd
from fpviz.widgets.chart.axes import HeightAxis, PlaceAxis
from fpviz.widgets.chart.data import ElementChart, nearest_run
from fpviz.widgets.chart.items import ChartItems
from fpviz.widgets.chart.words import run_said
from fpviz.widgets.look.style import number_font
from fpviz.widgets.look.theme import Theme
from fpviz.widgets.roles import Role, told_as
from fpviz.widgets.run_plot.box import PlotArea
from fpviz.widgets.run_plot.canvas import Canvas
from fpviz.widgets.run_plot.data import Part
from fpviz.widgets.run_plot.labels import TopLabel, TopLabels
from fpviz.widgets.run_plot.sampling import Frame

_NOTHING = ElementChart(find_format("fp32"), 0, (), Frame(Fraction(0), Fraction(1)))
_NEAR = 4
"""Pixels within which a bar is meant."""

_THIN = 3
"""Pixels that a bar is wide at least."""

_LOW = 170
"""A chart of no more pixels than this leaves the names of its axes out."""

_NAMED = 40
"""Runs that are named at once."""


@told_as(Role.Graphic)
class ChartPlot(QWidget):
    """Elements of a dump over their places.

    Signals:
        hovered(object): the element under the mouse; ``None`` when it has left.
        picked(object): an element was clicked.
        row_moved(object): the keyboard has come to an element.
        part_changed(): another ``part`` is in view.
    """

    hovered = Signal(object)
    picked = Signal(object)
    row_moved = Signal(object)
    part_changed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._chart = _NOTHING
        self._runs: tuple[OddRun, ...] = ()
        self._row: Spot | None = None
        self._fitted: Part | None = None
        self._told: Part | None = None
        self._box = PlotArea()
        axes = {"left": HeightAxis(lambda: self._chart), "bottom": PlaceAxis(lambda: self._chart)}
        self._plot = Canvas(self._box, axes)
        self._items = ChartItems(self._plot)
        self._tops = TopLabels(theme)
        self._soon = QTimer(self)
        self._build()
        self._connect()
        self.set_theme(theme)

    def _build(self) -> None:
        plot = self._plot
        plot.setFrameShape(plot.Shape.NoFrame)
        plot.hideButtons()
        plot.setMenuEnabled(False)
        menu = plot.getPlotItem().ctrlMenu
        # WORKAROUND pyqtgraph 0.14.0: this menu belongs to nobody and is never deleted; pyqtgraph
        # 2497
        menu.setParent(self, menu.windowFlags())
        for inner in (plot, plot.viewport()):
            inner.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # or they would keep the keys
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        plot.setMinimumSize(120, 60)
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(4, 6, 10, 4)
        layout.setSpacing(0)
        layout.addWidget(self._tops)
        layout.addWidget(plot, 1)

    def _connect(self) -> None:
        self._box.sigRangeChanged.connect(lambda *_: self._soon.start())
        self._box.resized.connect(self._soon.start)
        self._soon.timeout.connect(self._redraw)
        self._soon.timeout.connect(self._tell_part)
        self._plot.pens_changed.connect(self._name_axes)  # an axis names itself in its pen's colour
        self._box.clicked.connect(self._clicked)
        self._box.double_clicked.connect(self.fit)
        self._plot.scene().sigMouseMoved.connect(self._moved)

    # -- what is shown ----------------------------------------------------------------------

    @property
    def chart(self) -> ElementChart:
        """What is shown."""
        return self._chart

    @property
    def runs(self) -> tuple[OddRun, ...]:
        """The runs of elements that are marked by bars."""
        return self._runs

    def show_chart(self, chart: ElementChart) -> None:
        """Show elements, in the part that is in view."""
        before, self._chart = self._chart, chart
        self._runs = tuple(run for run in runs_of_odd(chart.bins) if run.kind is not Odd.ZERO)
        room = max(chart.count * 0.06, 1)
        self._box.setLimits(
            xMin=-room, xMax=chart.count - 1 + room, minXRange=min(2, chart.count + 1)
        )
        self._tops.setVisible(bool(self._runs))
        self._items.show_line(chart, self._theme)
        self._items.show_marks(chart)
        self._keep_heights(before)
        self._name_axes()
        self._redraw()

    def _keep_heights(self, before: ElementChart) -> None:
        """Keep the heights in view where they have other coordinates than they had."""
        if before.frame == self._chart.frame:
            return
        ends = (before.frame.value(end) for end in self._box.viewRange()[1])
        low, high = map(self._chart.coordinate, ends)
        if high > low:
            self._box.setYRange(low, high, padding=0)

    def fit(self) -> None:
        """Show all elements and all heights."""
        last = max(self._chart.count - 1, 0)
        room = max(last * 0.02, 0.5)
        self._box.setXRange(-room, last + room, padding=0)
        self.fit_heights()
        self._fitted = self._in_view()

    def fit_heights(self) -> None:
        """Show all heights of the elements in view."""
        places = self.places_in_view()
        low, high = self._chart.heights(places.start, places.stop - 1)
        self._box.setYRange(low, high, padding=0.08)

    @property
    def part(self) -> Part | None:
        """What is in view; ``None`` where all is."""
        return None if self._in_view() == self._fitted else self._in_view()

    def show_part(self, part: Part) -> None:
        """Show what was once in view of the same elements."""
        left, right, low, high = part
        self._box.setRange(xRange=(left, right), yRange=(low, high), padding=0)

    def places_in_view(self) -> range:
        """The elements in view, as far as there are any."""
        (left, right), _ = self._box.viewRange()
        stop = min(math.floor(right) + 1, self._chart.count)
        return range(max(min(math.ceil(left), stop - 1), 0), stop)

    @property
    def bin_size(self) -> int:
        """How many elements are one line in the middle of what is in view."""
        places = self.places_in_view()
        middle = self._chart.bin_at((places.start + places.stop) // 2)
        return len(middle.places) if middle else 1

    def show_row(self, spot: Spot | None) -> None:
        """Mark the element that is the source; another one is brought into view."""
        before, self._row = self._row, spot
        self._items.show_row(None if self._theme.on_paper else spot, self._chart)
        if spot is not None and (before is None or before.place != spot.place):
            self._reveal(spot.place)

    def _reveal(self, place: int) -> None:
        (left, right), _ = self._box.viewRange()
        if not left <= place <= right:
            half = (right - left) / 2
            self._box.setXRange(place - half, place + half, padding=0)

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self._theme = theme
        self._plot.setBackground(theme.panel)
        for name in ("left", "bottom"):
            axis = self._plot.getAxis(name)
            self._plot.draw(axis, pg.mkPen(theme.dim if theme.on_paper else theme.line))
            axis.setTextPen(pg.mkPen(theme.dim))
            axis.setTickFont(number_font(self.font(), 0.88))
        self._plot.showGrid(x=False, y=True, alpha=0.16)
        self._tops.set_theme(theme)
        self._items.set_theme(theme)
        self._items.show_line(self._chart, theme)
        self._items.show_row(None if theme.on_paper else self._row, self._chart)
        self._name_axes()
        self._redraw()

    def become_figure(self) -> None:
        """From now on draw well rather than fast."""
        self._plot.setCacheMode(self._plot.CacheModeFlag.CacheNone)

    # -- drawing ----------------------------------------------------------------------------

    def _name_axes(self) -> None:
        axis = self._plot.getAxis("left")
        axis.setLabel(self._chart.name or None, color=self._theme.dim)
        axis.showLabel(bool(self._chart.name) and self.height() > _LOW)

    def _redraw(self) -> None:
        (left, right), (low, high) = self._box.viewRange()
        places = self.places_in_view()
        self._items.show_dots(len(places))
        self._items.show_bars(self._runs, low, high, _THIN * self._per_pixel(left, right))
        self._name_runs(places)

    def _per_pixel(self, left: float, right: float) -> float:
        return (right - left) / max(float(self._box.width()), 1.0)

    def _name_runs(self, places: range) -> None:
        """Put what the bars in view are above them."""
        seen = [
            each for each in self._runs if each.last >= places.start and each.first < places.stop
        ]
        labels = []
        for run in seen[:_NAMED]:
            middle = QPointF((max(run.first, places.start) + min(run.last, places.stop)) / 2, 0)
            x = self._box.mapViewToScene(middle).x()
            labels.append(TopLabel(run_said(run, self.place_text), x))
        self._tops.show_labels(labels)

    def place_text(self, place: int) -> str:
        """An element's index, or its address."""
        address = self._chart.address
        return grouped(place) if address is None else f"{address(place):#x}"

    # -- gestures ---------------------------------------------------------------------------

    def _in_view(self) -> Part:
        (left, right), (low, high) = self._box.viewRange()
        return left, right, low, high

    def _tell_part(self) -> None:
        if self.part != self._told:
            self._told = self.part
            self.part_changed.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._name_axes()

    def place_at(self, at: QPointF) -> int | None:
        """The element at a point of the scene: in a bar the first that it marks, of a bin the
        extreme that is nearer."""
        point = self._box.mapSceneToView(at)
        (left, right), _ = self._box.viewRange()
        run = nearest_run(self._runs, point.x(), _NEAR * self._per_pixel(left, right))
        found = self._chart.bin_at(max(0, min(self._chart.count - 1, round(point.x()))))
        if found is None:
            return None
        if run is not None and not (found.spots and len(found.places) == 1):
            inside = [odd.first for odd in found.odd if odd.kind is run.kind]
            return inside[0] if inside else run.first
        heights = [
            (abs(self._chart.coordinate(s.height) - point.y()), s.place) for s in found.spots
        ]
        return min(heights)[1] if heights else found.places.start

    def _moved(self, at: QPointF) -> None:
        inside = self._box.sceneBoundingRect().contains(at)
        place = self.place_at(at) if inside else None
        self._items.crosshair.setVisible(place is not None and not self._theme.on_paper)
        if place is not None:
            self._items.crosshair.setValue(place)
        self.hovered.emit(place)

    def _clicked(self, at: QPointF) -> None:
        place = self.place_at(at)
        if place is not None:
            self.picked.emit(place)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        last = self._chart.count - 1
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_PageDown: 10}
        steps |= {Qt.Key.Key_PageUp: -10, Qt.Key.Key_Home: -last, Qt.Key.Key_End: last}
        key = Qt.Key(event.key())
        at = self._row.place if self._row else 0
        if key in steps:
            if last >= 0:
                self.row_moved.emit(max(0, min(last, at + steps[key])))
        elif key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal, Qt.Key.Key_Minus):
            self._zoom(1.25 if key == Qt.Key.Key_Minus else 0.8)
        elif key == Qt.Key.Key_0:
            self.fit()
        else:
            super().keyPressEvent(event)

    def _zoom(self, factor: float) -> None:
        """Show more or fewer elements, about the row where that is in view."""
        (left, right), _ = self._box.viewRange()
        is_seen = self._row is not None and left <= self._row.place <= right
        middle = self._row.place if self._row and is_seen else (left + right) / 2
        self._box.scaleBy((factor, 1), center=QPointF(middle, 0))
