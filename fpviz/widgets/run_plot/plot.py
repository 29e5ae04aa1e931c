"""The plot itself. Importing this imports pyqtgraph."""

from __future__ import annotations

import math
from fractions import Fraction

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QPoint, QPointF, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from fpviz.widgets.look.style import number_font, word_font
from fpviz.widgets.look.theme import Theme
from fpviz.widgets.roles import Role, told_as
from fpviz.widgets.run_plot.axes import StepAxis, ValueAxis
from fpviz.widgets.run_plot.box import PlotArea
from fpviz.widgets.run_plot.canvas import Canvas
from fpviz.widgets.run_plot.data import Part, PlotCurve, PlotData, PlotMark
from fpviz.widgets.run_plot.items import MOST_MARKS, Z_CROSSHAIR, Z_POINT, PlotItems
from fpviz.widgets.run_plot.labels import EndLabel, EndLabels, TopLabel, TopLabels
from fpviz.widgets.run_plot.looks import mark_pen
from fpviz.widgets.run_plot.sampling import (
    Frame,
    LogFrame,
    StepScale,
    ValueFrame,
    coordinate,
    frame_of,
    height_range,
    sample,
)
from fpviz.widgets.translated import said

_MOST_POINTS = 2000
_MARKERS_BELOW = 60
_MARKERS = 5
_LOW = 190
"""A plot of no more pixels than this leaves the names of its axes out."""


@told_as(Role.Graphic)
class RunPlot(QWidget):
    """Curves over steps.

    Signals:
        step_hovered(int): the step under the mouse; -1 when it has left.
        point_picked(str, int): a curve's key and the step at which it was clicked; the marked
            step, where its label was.
        step_moved(int): the chosen step was moved with the keyboard.
        part_changed(): another ``part`` is in view.
    """

    step_hovered = Signal(object)
    point_picked = Signal(str, object)
    step_moved = Signal(object)
    part_changed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._data = PlotData()
        self._step = 0
        self._chosen = ""
        self._fitted: Part | None = None
        self._told: Part | None = None
        self._is_figure = False
        self._frame: ValueFrame = Frame(Fraction(0), Fraction(1))
        self._scale = StepScale()
        self._box = PlotArea()
        axes = {"left": ValueAxis(lambda: self._frame), "bottom": StepAxis(lambda: self._scale)}
        self._plot = Canvas(self._box, axes)
        self._plot.setFrameShape(self._plot.Shape.NoFrame)
        self._plot.hideButtons()
        self._plot.setMenuEnabled(False)
        menu = self._plot.getPlotItem().ctrlMenu
        # WORKAROUND pyqtgraph 0.14.0: this menu belongs to nobody and is never deleted; pyqtgraph
        # 2497
        menu.setParent(self, menu.windowFlags())
        for inner in (self._plot, self._plot.viewport()):
            inner.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # or they would keep the keys
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._plot.setMinimumSize(120, 60)
        self._items = PlotItems(self._plot)
        self._crosshair = pg.InfiniteLine(angle=90, movable=False)
        self._crosshair.setZValue(Z_CROSSHAIR)
        self._points = pg.ScatterPlotItem(size=8, useCache=False)  # few, and files want shapes
        self._points.setZValue(Z_POINT)
        for item in (self._crosshair, self._points):
            self._plot.addItem(item, ignoreBounds=True)
        self._labels = EndLabels(theme)
        self._labels.setMaximumWidth(self._labels.sizeHint().width())
        self._tops = TopLabels(theme)
        self._note = QLabel(self)
        self._note.setFont(word_font(self.font(), 0.82))
        self._note.hide()
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._soon.timeout.connect(self._redraw)
        self._lay_out()
        self._connect()
        self.set_theme(theme)

    # -- what is shown ----------------------------------------------------------------------

    @property
    def data(self) -> PlotData:
        """What is shown."""
        return self._data

    def show_data(self, data: PlotData, *, fit: bool) -> None:
        """Show a run; with ``fit``, all of its steps."""
        self._data = data
        self._scale = StepScale(data.log_steps, data.domain.first)
        self._frame = LogFrame() if data.log_values else frame_of(data.curves, self._last)
        left, right = self._scale.x(0), self._scale.x(self._last)
        room = (right - left) * 0.06
        self._box.setLimits(xMin=left - room, xMax=right + room, minXRange=min(2, right / 50))
        self._name_axes()
        self._match_items()
        self._tops.setVisible(any(mark.step is not None for mark in data.marks))
        if fit:
            self.fit()
        self._redraw()

    def become_figure(self) -> None:
        """From now on draw well rather than fast, and give the curves' names all their room."""
        self._is_figure = True
        self._plot.setCacheMode(self._plot.CacheModeFlag.CacheNone)  # a pixmap behind the curves
        self._labels.become_figure()
        self._match_items()
        self._redraw()

    def show_step(self, step: int, curve: str = "") -> None:
        """Mark a step, of which the labels speak, and bring a curve above the others."""
        self._step, self._chosen = step, curve
        self._raise_chosen()
        self._crosshair.setValue(self._scale.x(step))
        self._draw_points()
        self._place_labels(self.visible_steps()[1])

    def fit(self) -> None:
        """Show all steps and all values."""
        self._box.setXRange(self._scale.x(0), self._scale.x(self._last), padding=0.04)
        low, high = height_range(self._all_curves(), self._last, self._scale, self._frame)
        self._box.setYRange(low, high, padding=0.08)
        self._fitted = self._in_view()

    @property
    def part(self) -> Part | None:
        """What of the run is in view; ``None`` where all of it is."""
        return None if self._in_view() == self._fitted else self._in_view()

    def show_part(self, part: Part) -> None:
        """Show what was once in view of the same run on the same axes."""
        left, right, low, high = part
        self._box.setRange(xRange=(left, right), yRange=(low, high), padding=0)

    def _tell_part(self) -> None:
        if self.part != self._told:
            self._told = self.part
            self.part_changed.emit()

    def _in_view(self) -> Part:
        (left, right), (low, high) = self._box.viewRange()
        return left, right, low, high

    def visible_steps(self) -> tuple[int, int]:
        """The first and last step in view."""
        (low, high), _ = self._box.viewRange()
        first = max(0, min(self._last, math.floor(self._scale.step(low))))
        return first, max(first, min(self._last, math.ceil(self._scale.step(high))))

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
        self._name_axes()
        self._plot.draw(self._crosshair, pg.mkPen(theme.dim, style=Qt.PenStyle.DashLine))
        self._crosshair.setVisible(not theme.on_paper)
        self._points.setVisible(not theme.on_paper)
        self._labels.set_theme(theme)
        self._tops.set_theme(theme)
        self._note.setStyleSheet(f"color: {theme.dim}; background: transparent")
        self._match_items()
        self._redraw()

    @property
    def _last(self) -> int:
        return max(1, self._data.domain.steps)

    # -- drawing ----------------------------------------------------------------------------

    def _name_axes(self) -> None:
        for side, name in (
            ("bottom", said(self._data.domain.counts)),
            ("left", self._data.value_name),
        ):
            axis = self._plot.getAxis(side)
            axis.setLabel(name or None, color=self._theme.dim)
            axis.showLabel(bool(name) and self.height() > _LOW)

    def _match_items(self) -> None:
        """Make the graphics items of the data anew; ``_redraw`` gives them their points."""
        cached = not self._is_figure
        self._items.match(self._data, self._theme, self._mark_line, cached=cached)
        self._raise_chosen()

    def _raise_chosen(self) -> None:
        """Bring the chosen curve above the others, and its name out."""
        self._items.show_above(self._data, self._chosen)
        self._labels.show_chosen(self._chosen)

    def _mark_line(self, mark: PlotMark) -> pg.InfiniteLine:
        if mark.step is None:
            line = pg.InfiniteLine(coordinate(self._frame, mark.value), angle=0)
        else:
            line = pg.InfiniteLine(self._scale.x(mark.step), angle=90)
        self._plot.draw(line, mark_pen(self._theme))
        return line

    def _all_curves(self) -> list[PlotCurve]:
        edges = [edge for band in self._data.bands for edge in (band.low, band.high)]
        return [*self._data.curves, *edges]

    def _redraw(self) -> None:
        first, last = self.visible_steps()
        thinned = len(self._data.marks) > MOST_MARKS
        for curve in self._all_curves():
            samples = sample(curve, first, last, _MOST_POINTS, self._scale)
            thinned = thinned or samples.thinned
            xs = [self._scale.x(step) for step in samples.steps]
            ys = [coordinate(self._frame, value) for value in samples.values]
            plain = not (curve.faint or self._theme.on_paper or curve.key in self._items.markers)
            marked = last - first < _MARKERS_BELOW and plain
            item = self._items.curves[curve.key]
            item.setSymbol("o" if marked else None)
            item.setData(np.array(xs, float), np.array(ys, float))
        self._place_markers()
        self._note.setText(self.tr("thinned: zoom in for every step"))
        self._note.setVisible(thinned)
        self._note.adjustSize()
        corner = QPoint(self.width() - 6, self.height() - 4)  # below the labels runs no curve
        self._note.move(corner - self._note.rect().bottomRight())
        self._note.raise_()
        self._draw_points()
        self._place_labels(last)
        self._name_marks(first, last)

    def _place_markers(self) -> None:
        """Some marks along each curve; where curves lie upon each other, they take turns."""
        (left, right), _ = self._box.viewRange()
        for turn, curve in enumerate(self._data.curves):
            if curve.key not in self._items.markers:
                continue
            shift = (turn + 1) / (len(self._data.curves) + 1)
            places = ((n + shift) / _MARKERS for n in range(_MARKERS))
            steps = [round(self._scale.step(left + place * (right - left))) for place in places]
            points = [
                (self._scale.x(step), height)
                for step in steps
                if 0 <= step <= self._last
                and math.isfinite(height := coordinate(self._frame, curve.at(step)))
            ]
            self._items.markers[curve.key].setData(pos=np.array(points, float).reshape(-1, 2))

    def _draw_points(self) -> None:
        spots = []
        for curve in self._data.curves:
            height = coordinate(self._frame, curve.at(min(self._step, self._last)))
            if not curve.faint and math.isfinite(height):
                brush = pg.mkBrush(self._theme.tint(curve.look.of))
                at = (self._scale.x(self._step), height)
                spots.append({"pos": at, "brush": brush, "pen": pg.mkPen(self._theme.panel)})
        self._points.setData(spots)

    def _place_labels(self, last: int) -> None:
        """Name each curve at the height where what is drawn of it ends."""
        area = self._box.sceneBoundingRect()
        labels = []
        for curve in self._data.curves:
            if curve.faint:
                continue
            drawn = self._items.curves[curve.key].yData
            heights = drawn[np.isfinite(drawn)]
            y = area.top()
            if heights.size:
                y = self._box.mapViewToScene(QPointF(self._scale.x(last), heights[-1])).y()
            note = curve.note(min(self._step, self._last))
            labels.append(EndLabel(curve.label, note, curve.look, y, curve.key, curve.about))
        for mark in self._data.marks:
            if mark.step is None and math.isfinite(height := coordinate(self._frame, mark.value)):
                y = self._box.mapViewToScene(QPointF(0, height)).y()
                labels.append(EndLabel(mark.label, "", None, y))
        self._labels.show_labels(labels, area.top(), area.bottom())
        share = 0.5 if self._is_figure else 0.34
        wanted = min(self._labels.sizeHint().width(), round(self.width() * share))
        if wanted != self._labels.maximumWidth():
            self._labels.setMaximumWidth(wanted)

    def _name_marks(self, first: int, last: int) -> None:
        """Put the labels of the marked steps in view above them."""
        steps = [m for m in self._data.marks if m.step is not None and first <= m.step <= last]
        xs = [self._scale.x(mark.step or 0) for mark in steps]
        places = [self._box.mapViewToScene(QPointF(x, 0)).x() for x in xs]
        named = [TopLabel(mark.label, x) for mark, x in zip(steps, places, strict=True)]
        self._tops.show_labels(named)

    # -- gestures ---------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._name_axes()

    def _lay_out(self) -> None:
        layout = QGridLayout(self)
        layout.setContentsMargins(4, 6, 6, 4)
        layout.setSpacing(0)
        layout.addWidget(self._tops, 0, 0)
        layout.addWidget(self._plot, 1, 0)
        layout.addWidget(self._labels, 1, 1)
        layout.setColumnStretch(0, 1)
        layout.setRowStretch(1, 1)

    def _connect(self) -> None:
        self._box.sigRangeChanged.connect(lambda *_: self._soon.start())
        self._soon.timeout.connect(self._tell_part)
        self._box.resized.connect(self._soon.start)
        self._plot.pens_changed.connect(self._name_axes)  # an axis names itself in its pen's colour
        self._box.clicked.connect(self._clicked)
        self._box.double_clicked.connect(self.fit)
        self._labels.picked.connect(lambda key: self.point_picked.emit(key, self._step))
        self._plot.scene().sigMouseMoved.connect(self._moved)

    def _moved(self, at: QPointF) -> None:
        inside = self._box.sceneBoundingRect().contains(at)
        self.step_hovered.emit(self._step_at(at) if inside else -1)

    def _step_at(self, at: QPointF) -> int:
        step = self._scale.step(self._box.mapSceneToView(at).x())
        return max(0, min(self._last, round(step)))

    def _clicked(self, at: QPointF) -> None:
        """Pick the curve nearest in height at the step that was clicked."""
        step = self._step_at(at)
        x = self._scale.x(step)
        heights = [
            (abs(self._box.mapViewToScene(QPointF(x, height)).y() - at.y()), i)
            for i, curve in enumerate(self._data.curves)
            if math.isfinite(height := coordinate(self._frame, curve.at(step)))
        ]
        if heights:
            self.point_picked.emit(self._data.curves[min(heights)[1]].key, step)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_PageDown: 10}
        steps |= {Qt.Key.Key_PageUp: -10, Qt.Key.Key_Home: -self._last, Qt.Key.Key_End: self._last}
        key = Qt.Key(event.key())
        if key in steps:
            self.step_moved.emit(max(0, min(self._last, self._step + steps[key])))
        elif key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal, Qt.Key.Key_Minus):
            factor = 1.25 if key == Qt.Key.Key_Minus else 0.8
            self._box.scaleBy((factor, 1), center=QPointF(self._scale.x(self._step), 0))
        else:
            super().keyPressEvent(event)
