"""The plot itself. Importing this imports pyqtgraph."""

from __future__ import annotations

import math
from collections.abc import Sequence
from fractions import Fraction

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QPointF, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from fpviz.widgets.run_plot.axes import StepAxis, ValueAxis
from fpviz.widgets.run_plot.labels import EndLabel, EndLabels
from fpviz.widgets.run_plot.sampling import Frame, PlotCurve, frame_of, sample
from fpviz.widgets.style import number_font, word_font
from fpviz.widgets.theme import Theme

_MOST_POINTS = 2000
_MARKERS_BELOW = 60
_Z_EXACT, _Z_CURVE, _Z_CROSSHAIR, _Z_POINT = 0, 1, 5, 10


class RunPlot(QWidget):
    """Curves over steps.

    Signals:
        step_hovered(int): the step under the mouse; -1 when it has left.
        point_picked(str, int): a curve's key and the step at which it was clicked.
        step_moved(int): the chosen step was moved with the keyboard.
    """

    step_hovered = Signal(int)
    point_picked = Signal(str, object)
    step_moved = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._curves: tuple[PlotCurve, ...] = ()
        self._last = 1
        self._step = 0
        self._frame = Frame(Fraction(0), Fraction(1))
        self._box = _StepBox()
        self._value_axis = ValueAxis(lambda: self._frame)
        self._plot = pg.PlotWidget(
            viewBox=self._box, axisItems={"left": self._value_axis, "bottom": StepAxis()}
        )
        self._plot.setFrameShape(self._plot.Shape.NoFrame)
        self._plot.hideButtons()
        self._plot.setMenuEnabled(False)
        self._plot.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._plot.setMinimumSize(120, 60)
        self._items: list[pg.PlotDataItem] = []
        self._crosshair = pg.InfiniteLine(angle=90, movable=False)
        self._crosshair.setZValue(_Z_CROSSHAIR)
        self._points = pg.ScatterPlotItem(size=8)
        self._points.setZValue(_Z_POINT)
        for item in (self._crosshair, self._points):
            self._plot.addItem(item, ignoreBounds=True)
        self._labels = EndLabels(theme)
        self._labels.setFixedWidth(self._labels.sizeHint().width())
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

    def show_curves(self, curves: Sequence[PlotCurve], last: int, *, fit: bool) -> None:
        """Show curves over the steps 0 … ``last``; with ``fit``, all of them."""
        self._curves, self._last = tuple(curves), max(1, last)
        self._frame = frame_of(self._curves, self._last)
        self._box.setLimits(xMin=-0.06 * self._last - 2, xMax=1.06 * self._last + 2, minXRange=2)
        self._match_items()
        if fit:
            self.fit()
        self._redraw()

    def show_step(self, step: int) -> None:
        """Mark a step."""
        self._step = step
        self._crosshair.setValue(step)
        self._draw_points()

    def fit(self) -> None:
        """Show all steps and all values."""
        self._box.setXRange(0, self._last, padding=0.02)
        low, high = self._value_range()
        self._box.setYRange(low, high, padding=0.08)

    def visible_steps(self) -> tuple[float, float]:
        """The first and last step in view, with fractions."""
        (low, high), _ = self._box.viewRange()
        return low, high

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self._theme = theme
        self._plot.setBackground(theme.panel)
        for name in ("left", "bottom"):
            axis = self._plot.getAxis(name)
            axis.setPen(pg.mkPen(theme.line))
            axis.setTextPen(pg.mkPen(theme.dim))
            axis.setTickFont(number_font(self.font(), 0.88))
        self._plot.showGrid(x=False, y=True, alpha=0.16)
        self._crosshair.setPen(pg.mkPen(theme.dim, style=Qt.PenStyle.DashLine))
        self._labels.set_theme(theme)
        self._note.setStyleSheet(f"color: {theme.dim}; background: transparent")
        self._match_items()
        self._redraw()

    # -- drawing ----------------------------------------------------------------------------

    def _match_items(self) -> None:
        for item in self._items:
            self._plot.removeItem(item)
        self._items = []
        for curve in self._curves:
            style = Qt.PenStyle.DashLine if curve.dashed else Qt.PenStyle.SolidLine
            pen = pg.mkPen(self._colour(curve), width=2, style=style)
            item = pg.PlotDataItem(pen=pen, connect="finite", symbolSize=5, symbolPen=None)
            item.setSymbolBrush(self._colour(curve))
            item.setZValue(_Z_EXACT if curve.dashed else _Z_CURVE)
            self._plot.addItem(item)
            self._items.append(item)

    def _colour(self, curve: PlotCurve) -> str:
        return self._theme.lanes[curve.colour % len(self._theme.lanes)]

    def _window(self) -> tuple[int, int]:
        low, high = self.visible_steps()
        first = max(0, min(self._last, math.floor(low)))
        return first, max(first, min(self._last, math.ceil(high)))

    def _redraw(self) -> None:
        first, last = self._window()
        thinned = False
        for curve, item in zip(self._curves, self._items, strict=True):
            samples = sample(curve, first, last, _MOST_POINTS)
            thinned = thinned or samples.thinned
            heights = [self._coordinate(value) for value in samples.values]
            marked = len(samples.steps) <= _MARKERS_BELOW and last - first < _MARKERS_BELOW
            item.setSymbol("o" if marked else None)
            item.setData(np.array(samples.steps, float), np.array(heights, float))
        self._note.setText(self.tr("thinned: zoom in for every step"))
        self._note.setVisible(thinned)
        self._note.adjustSize()
        self._draw_points()
        self._place_labels(last)

    def _coordinate(self, value: Fraction | None) -> float:
        return math.nan if value is None else self._frame.coordinate(value)

    def _draw_points(self) -> None:
        spots = []
        for curve in self._curves:
            value = curve.at(min(self._step, self._last))
            if value is not None:
                at = (self._step, self._coordinate(value))
                brush = pg.mkBrush(self._colour(curve))
                spots.append({"pos": at, "brush": brush, "pen": pg.mkPen(self._theme.panel)})
        self._points.setData(spots)

    def _place_labels(self, last: int) -> None:
        area = self._box.sceneBoundingRect()
        labels = []
        for curve in self._curves:
            value = self._last_value(curve, last)
            if value is None:
                y = area.top()
            else:
                y = self._box.mapViewToScene(QPointF(last, self._coordinate(value))).y()
            labels.append(EndLabel(curve.label, curve.note, curve.colour, y))
        self._labels.show_labels(labels, area.top(), area.bottom())
        wanted = min(self._labels.sizeHint().width(), round(self.width() * 0.34))
        if wanted != self._labels.width():
            self._labels.setFixedWidth(wanted)

    def _last_value(self, curve: PlotCurve, last: int) -> Fraction | None:
        """The curve's last finite value up to a step, at one of its bends."""
        for step in (last, *reversed(curve.bends(0, last)), 0):
            value = curve.at(step)
            if value is not None:
                return value
        return None

    def _value_range(self) -> tuple[float, float]:
        heights = [
            self._coordinate(value)
            for curve in self._curves
            for value in sample(curve, 0, self._last, 256).values
            if value is not None
        ]
        low, high = (min(heights), max(heights)) if heights else (0.0, 1.0)
        return (low, high) if high > low else (low - 1, high + 1)

    # -- gestures ---------------------------------------------------------------------------

    def _lay_out(self) -> None:
        layout = QHBoxLayout()
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._plot, 1)
        layout.addWidget(self._labels)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(4, 6, 6, 4)
        outer.addLayout(layout)
        self._note.move(70, 4)

    def _connect(self) -> None:
        self._box.sigRangeChanged.connect(lambda *_: self._soon.start())
        self._box.resized.connect(self._soon.start)
        self._box.clicked.connect(self._clicked)
        self._box.double_clicked.connect(self.fit)
        self._plot.scene().sigMouseMoved.connect(self._moved)

    def _moved(self, at: QPointF) -> None:
        if self._box.sceneBoundingRect().contains(at):
            self.step_hovered.emit(self._step_at(at))
        else:
            self.step_hovered.emit(-1)

    def _step_at(self, at: QPointF) -> int:
        step: float = self._box.mapSceneToView(at).x()
        return max(0, min(self._last, round(step)))

    def _clicked(self, at: QPointF) -> None:
        """Pick the curve nearest in height at the step that was clicked."""
        step = self._step_at(at)
        heights = [
            (abs(self._box.mapViewToScene(QPointF(step, self._coordinate(value))).y() - at.y()), i)
            for i, curve in enumerate(self._curves)
            if (value := curve.at(step)) is not None
        ]
        if heights:
            self.point_picked.emit(self._curves[min(heights)[1]].key, step)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_PageDown: 10}
        steps |= {Qt.Key.Key_PageUp: -10, Qt.Key.Key_Home: -self._last, Qt.Key.Key_End: self._last}
        key = Qt.Key(event.key())
        if key in steps:
            self.step_moved.emit(max(0, min(self._last, self._step + steps[key])))
        elif key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal, Qt.Key.Key_Minus):
            factor = 1.25 if key == Qt.Key.Key_Minus else 0.8
            self._box.scaleBy((factor, 1), center=QPointF(self._step, 0))
        else:
            super().keyPressEvent(event)


class _StepBox(pg.ViewBox):
    """The plot's area: the wheel zooms the steps, with Shift the values; a drag pans."""

    clicked = Signal(object)
    double_clicked = Signal()
    resized = Signal()

    def __init__(self) -> None:
        super().__init__(enableMenu=False)

    def mouseClickEvent(self, event: object) -> None:
        if event.button() == Qt.MouseButton.LeftButton:  # type: ignore[attr-defined]
            event.accept()  # type: ignore[attr-defined]
            if event.double():  # type: ignore[attr-defined]
                self.double_clicked.emit()
            else:
                self.clicked.emit(event.scenePos())  # type: ignore[attr-defined]

    def wheelEvent(self, event: object, axis: int | None = None) -> None:
        shift = event.modifiers() & Qt.KeyboardModifier.ShiftModifier  # type: ignore[attr-defined]
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier  # type: ignore[attr-defined]
        if axis is None:
            axis = None if control else (1 if shift else 0)
        super().wheelEvent(event, axis=axis)

    def resizeEvent(self, event: object) -> None:
        super().resizeEvent(event)
        self.resized.emit()
