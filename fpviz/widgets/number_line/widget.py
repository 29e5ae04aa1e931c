"""The number line as a widget: a picture and the gestures that move its window."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction

from PySide6.QtCore import QEvent, QPointF, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import (
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QToolTip, QWidget

from fpviz.core.axis import AXES, Axis
from fpviz.core.formats import Format
from fpviz.core.numbers import Finite, Number, finite, floor_log2
from fpviz.core.order import code_at
from fpviz.core.rounding import Rules
from fpviz.core.view import Limits, View, around, fit, limits
from fpviz.widgets.number_line import words
from fpviz.widgets.number_line.boxes import Fonts, Layout
from fpviz.widgets.number_line.hits import Hit, hit_at, strip_move, wheel_factor
from fpviz.widgets.number_line.layout import arrange, least_height
from fpviz.widgets.number_line.paint import paint_layout
from fpviz.widgets.number_line.picture import Lane, Picture
from fpviz.widgets.theme import LIGHT, Theme

_NOTCH = 120.0
"""A wheel's angle for one notch, in eighths of a degree."""
_PIXELS_A_NOTCH = 60.0
"""How far fingers move on a trackpad for what a notch does."""


class NumberLine(QWidget):
    """Lanes of formats on one exact axis.

    The caller gives lanes (a format and the code that the value rounds to), the value and the
    rules; the widget keeps the window. The window moves on request alone, with one exception: a
    value that was in view and would leave the window takes the window along.

    Signals (all of them from the user's gestures, never from a setter):
        value_picked: ``(Format, code)`` of a tick or dot that was clicked.
        view_changed: the ``View`` that a gesture led to.
        hovered: what is under the cursor, for a status line; empty when it has left.
    """

    value_picked = Signal(object)
    view_changed = Signal(object)
    hovered = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = LIGHT
        self._axis_name = "linear"
        self._picture = Picture(fit_of("linear", ()), finite(0), (), Rules())
        self._fonts = Fonts.of(self.font())
        self._placed: Layout | None = None
        self._has_view = False
        self._pressed: QPointF | None = None
        self._grabbed: tuple[View, bool] | None = None
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Number line"))

    # what is shown

    def set_lanes(self, lanes: Sequence[Lane], active: int = 0) -> None:
        """Show these lanes; the strip shows the zones of the one at index ``active``."""
        lanes = tuple(lanes)
        active = min(max(active, 0), max(len(lanes) - 1, 0))
        formats = tuple(lane.format for lane in lanes)
        changed = formats != self._formats()
        self._show(replace(self._picture, lanes=lanes, active=active))
        if changed and formats:
            if self._has_view:
                self._look(self._confined(self._picture.view, self._axis()))
            else:
                self.show_around()

    def set_value(self, number: Number) -> None:
        """Show this number as the line across the lanes; the window follows it out of view."""
        old, was_in_view = self._picture.number, self._picture.value_in_view
        self._show(replace(self._picture, number=number))
        if not self._has_view:
            self.show_around()
        elif was_in_view and isinstance(number, Finite) and not self._picture.value_in_view:
            self._follow(old, number)

    def set_rules(self, rules: Rules) -> None:
        """Show the zones and rounding intervals of these rules."""
        self._show(replace(self._picture, rules=rules))

    def set_theme(self, theme: Theme) -> None:
        """Paint in these colours."""
        self._theme = theme
        self.update()

    def axis(self) -> str:
        """The key of the axis in ``fpviz.core.axis.AXES``."""
        return self._axis_name

    def set_axis(self, name: str) -> None:
        """Lay the same window out along another axis, a key of ``fpviz.core.axis.AXES``."""
        if name not in AXES:
            raise ValueError(f"unknown axis '{name}'; there are {', '.join(AXES)}")
        self._axis_name = name
        self._look(self._confined(self._picture.view, self._axis()))

    def view(self) -> View:
        """The exact window; ``str`` of it is read back by ``fpviz.core.view.parse_view``."""
        return self._picture.view

    def set_view(self, view: View) -> None:
        """Show this window, kept within the limits of the lanes."""
        self._axis_name = view.axis.name
        self._has_view = True
        self._look(self._confined(view, view.axis))

    def show_fit(self) -> None:
        """Show every value of every lane."""
        self._look(fit_of(self._axis_name, self._formats()))

    def show_around(self) -> None:
        """Show the value and its neighbours in the coarsest lane."""
        if self._formats():
            self._has_view = True
            self._look(around(self._axis(), self._picture.number, self._formats()))

    def picture(self) -> Picture:
        """All that is painted, as frozen data, for ``paint`` onto something else."""
        return self._picture

    # inside

    def _formats(self) -> tuple[Format, ...]:
        return tuple(lane.format for lane in self._picture.lanes)

    def _axis(self) -> Axis:
        return AXES[self._axis_name](self._formats())

    def _limits(self) -> Limits:
        return limits(self._formats())

    def _confined(self, view: View, axis: Axis) -> View:
        """``view`` along ``axis``, within the limits of the lanes, once there are any."""
        if not self._picture.lanes:
            return View(axis, view.lo, view.hi)
        return view.on(axis, self._limits())

    def _look(self, view: View) -> None:
        self._show(replace(self._picture, view=view))

    def _show(self, picture: Picture) -> None:
        if picture == self._picture:
            return
        more_lanes = len(picture.lanes) != len(self._picture.lanes)
        self._picture, self._placed = picture, None
        self.setAccessibleDescription(words.description(picture))
        if more_lanes:
            self.updateGeometry()
        self.update()

    def _follow(self, old: Number, new: Finite) -> None:
        """Keep the scale where the value only stepped aside; else look around it anew."""
        if isinstance(old, Finite) and not old.is_zero and not new.is_zero:
            apart = floor_log2(new.magnitude) - floor_log2(old.magnitude)
            if old.negative == new.negative and abs(apart) <= 1:
                self._look(self._picture.view.moved(old.value, new.value, self._limits()))
                return
        self.show_around()

    def _layout(self) -> Layout:
        if self._placed is None:
            self._placed = arrange(self._picture, QSizeF(self.size()), self._fonts)
        return self._placed

    def _go(self, view: View) -> None:
        """Show a window that the user asked for."""
        if view != self._picture.view:
            self._has_view = True
            self._look(view)
            self.view_changed.emit(view)

    def _zoom(self, notches: float, at: float | Fraction) -> None:
        view = self._picture.view
        self._go(view.zoomed(wheel_factor(view, notches, at), at, self._limits()))

    def _anchor(self, x: float) -> float | Fraction:
        """What a zoom at a pixel column holds still: the value's line, where it is near."""
        layout, number = self._layout(), self._picture.number
        near = layout.value_x is not None and abs(layout.value_x - x) <= 5
        return number.value if near and isinstance(number, Finite) else layout.position_at(x)

    def _centre(self) -> float | Fraction:
        """What a zoom by keyboard holds still."""
        number = self._picture.number
        if self._picture.value_in_view and isinstance(number, Finite):
            return number.value
        return 0.5

    def _hover_text(self, hit: Hit) -> str:
        if hit.lane is None:
            return ""
        if hit.place is not None:
            return words.tick_text(hit.lane, hit.place)
        return words.hover_text(self._picture, hit.lane, hit.value, self._layout().pixel)

    # Qt

    def sizeHint(self) -> QSize:
        em = self._fonts.em
        return QSize(round(56 * em), round(em * (5 + 2.6 * max(len(self._picture.lanes), 3))))

    def minimumSizeHint(self) -> QSize:
        em = self._fonts.em
        return QSize(round(20 * em), round(least_height(len(self._picture.lanes), em)))

    def paintEvent(self, event: QPaintEvent) -> None:
        layout = self._layout()
        painter = QPainter(self)
        paint_layout(painter, layout, self._theme, focused=self.hasFocus())
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._placed = None

    def changeEvent(self, event: QEvent) -> None:
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.LanguageChange):
            self._fonts, self._placed = Fonts.of(self.font()), None
            self.updateGeometry()
        super().changeEvent(event)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            text = self._hover_text(hit_at(self._layout(), QPointF(event.pos())))
            QToolTip.showText(event.globalPos(), text.replace(" · ", "\n"), self)
            return True
        return super().event(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if not self._picture.lanes:
            return
        angle, pixels = event.angleDelta(), event.pixelDelta()
        across = pixels.x() or angle.x() * _PIXELS_A_NOTCH / _NOTCH
        along = pixels.y() / _PIXELS_A_NOTCH if pixels.y() else angle.y() / _NOTCH
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            across, along = across or along * _PIXELS_A_NOTCH, 0.0
        if abs(across) > abs(along) * _PIXELS_A_NOTCH:
            by = -across / self._layout().plot.width()
            self._go(self._picture.view.panned(by, self._limits()))
        elif along:
            self._zoom(along, self._anchor(event.position().x()))
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton or not self._picture.lanes:
            return
        self._pressed = event.position()
        on_strip = hit_at(self._layout(), event.position()).on_strip
        self._grabbed = (self._picture.view, on_strip)
        if on_strip:
            self._drag(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._grabbed is not None:
            self._drag(event.position())
        else:
            hit = hit_at(self._layout(), event.position())
            shape = Qt.CursorShape.PointingHandCursor if hit.place is not None else None
            self.setCursor(shape) if shape else self.unsetCursor()
            self.hovered.emit(self._hover_text(hit))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton or self._pressed is None:
            return
        moved = (event.position() - self._pressed).manhattanLength()
        hit = hit_at(self._layout(), self._pressed)
        self._pressed = self._grabbed = None
        if moved < 4 and hit.lane is not None and hit.place is not None:
            self.value_picked.emit((hit.lane.format, code_at(hit.lane.format, hit.place)))

    def _drag(self, point: QPointF) -> None:
        if self._grabbed is None or self._pressed is None:
            return
        view, on_strip = self._grabbed
        if on_strip:
            self._go(strip_move(self._layout(), view, self._pressed.x(), point.x(), self._limits()))
        elif abs(point.x() - self._pressed.x()) >= 3 or self._picture.view != view:
            by = (self._pressed.x() - point.x()) / self._layout().plot.width()
            self._go(view.panned(by, self._limits()))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self._go_around()

    def leaveEvent(self, event: QEvent) -> None:
        self.hovered.emit("")

    def _go_around(self) -> None:
        if self._formats():
            self._go(around(self._axis(), self._picture.number, self._formats()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._picture.lanes:
            return
        match event.key():
            case Qt.Key.Key_Left | Qt.Key.Key_Right:
                by = 0.1 if event.key() == Qt.Key.Key_Right else -0.1
                self._go(self._picture.view.panned(by, self._limits()))
            case Qt.Key.Key_Plus | Qt.Key.Key_Equal:
                self._zoom(2, self._centre())
            case Qt.Key.Key_Minus:
                self._zoom(-2, self._centre())
            case Qt.Key.Key_Home:
                self._go(fit_of(self._axis_name, self._formats()))
            case Qt.Key.Key_Return | Qt.Key.Key_Enter | Qt.Key.Key_0:
                self._go_around()
            case _:
                super().keyPressEvent(event)


def fit_of(axis_name: str, formats: Sequence[Format]) -> View:
    """The window that shows all of ``formats``; about zero where there are none."""
    axis = AXES[axis_name](formats)
    return fit(axis, formats) if formats else View(axis, Fraction(-1), Fraction(1))
