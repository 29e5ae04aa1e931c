"""The number line as a widget: a picture and the gestures that move its window."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction
from functools import partial

from PySide6.QtCore import QEvent, QPointF, QRect, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import (
    QGuiApplication,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QApplication, QToolTip, QWidget

from fpviz.core.formats.order import code_at
from fpviz.core.line.axis import AXES, Axis
from fpviz.core.line.view import Limits, View, around, fit, limits
from fpviz.core.numbers import Finite, finite
from fpviz.widgets.described import Described
from fpviz.widgets.look.theme import LIGHT, Theme
from fpviz.widgets.number_line import table, words
from fpviz.widgets.number_line.following import Following
from fpviz.widgets.number_line.hits import Drag, Grip, drag_from, hit_at, wheel_factor
from fpviz.widgets.number_line.layout.boxes import Fonts, Ground, Layout
from fpviz.widgets.number_line.layout.whole import arrange, least_height
from fpviz.widgets.number_line.menu import action, axis_actions, separator
from fpviz.widgets.number_line.painting.whole import paint_layout
from fpviz.widgets.number_line.picture import Picture, Subject
from fpviz.widgets.number_line.remarks import remark, tooltip
from fpviz.widgets.roles import Role, told_as

_NOTCH = 120.0
"""A wheel's angle for one notch, in eighths of a degree."""
_PIXELS_A_NOTCH = 60.0
"""How far fingers move on a trackpad for what a notch does."""
_DRAG = 3.0
"""How many pixels a press must move to be no click."""
_NOWHERE = View(AXES["linear"](()), Fraction(-1), Fraction(1))
"""The window before there are lanes."""


@told_as(Role.Graphic)
class NumberLine(Described):
    """Lanes of formats on one exact axis.

    The caller says what to show (``show_subject``); the widget keeps the window. The window moves
    on request alone, with one exception: a value that was in view and would leave the window
    takes the window along.

    Signals (all of them from the user's gestures, never from a setter):
        value_picked: ``(Format, code)`` of a tick or dot that was clicked.
        pins_picked: the ``PinMark`` that was clicked, or several that share one mark.
        value_dragged: the exact number that the value's line was dragged to, and the drag's
            number, which is another one for each drag.
        view_changed: the ``View`` that a gesture led to.
        hovered: what is under the cursor, for a status line; empty when it has left.
    """

    value_picked = Signal(object)
    pins_picked = Signal(object)
    value_dragged = Signal(object, int)
    view_changed = Signal(object)
    hovered = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = LIGHT
        self._axis_name = "linear"
        self._picture = Picture(finite(0), (), view=_NOWHERE)
        self._fonts = Fonts.of(self.font())
        self._placed: Layout | None = None
        self._ground: Ground | None = None
        self._following = Following()
        self._pressed: QPointF | None = None
        self._drag: Drag | None = None
        self._drags = 0
        self._cursor_x: float | None = None
        self._axis_actions = axis_actions(self, self._choose_axis)
        self._add_actions()
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Number line"))

    def _add_actions(self) -> None:
        """Fill the context menu."""
        self.addActions(
            [
                action(self, self.tr("Show every value"), self._go_fit),
                action(self, self.tr("Show the value and its neighbours"), self._go_around),
                separator(self),
                *self._axis_actions.values(),
                separator(self),
                action(self, self.tr("Copy as table"), partial(self._copy, table.as_tsv)),
                action(self, self.tr("Copy as Markdown"), partial(self._copy, table.as_markdown)),
                action(self, self.tr("Copy as a sentence"), partial(self._copy, words.description)),
            ]
        )

    # what is shown

    def show_subject(self, subject: Subject) -> None:
        """Show this; one call is one layout."""
        view = self._following.window_on(subject, self._picture, self._axis_name)
        self._show(subject.within(view))

    def set_theme(self, theme: Theme) -> None:
        """Paint in these colours."""
        self._theme = theme
        self.update()

    def axis(self) -> str:
        """The key of the axis in ``fpviz.core.line.axis.AXES``."""
        return self._axis_name

    def set_axis(self, name: str) -> None:
        """Change to another axis, a key of ``fpviz.core.line.axis.AXES``.

        What is under the cursor stays there; if nothing is, the value's line does.
        """
        if name not in AXES:
            raise ValueError(f"unknown axis '{name}'; there are {', '.join(AXES)}")
        self._axis_name = name
        self._look(self._confined(self._picture.view, self._axis(), self._held()))

    def view(self) -> View:
        """The exact window; ``str`` of it is read back by ``fpviz.core.line.view.parse_view``."""
        return self._picture.view

    def set_view(self, view: View) -> None:
        """Show this window, kept within the limits of the lanes."""
        self._axis_name = view.axis.name
        self._following.hold()
        self._look(self._confined(view, view.axis))

    def show_fit(self) -> None:
        """Show every value of every lane."""
        if self._picture.formats:
            self._look(fit(self._axis(), self._picture.formats))

    def show_around(self) -> None:
        """Show the value and its neighbours in the coarsest lane."""
        if self._picture.formats:
            self._following.hold()
            picture = self._picture
            self._look(self._following.around(self._axis(), picture.number, picture.formats))

    @property
    def is_around(self) -> bool:
        """Whether the window is the one around the value."""
        picture = self._picture
        return picture.view == around(picture.view.axis, picture.number, picture.formats)

    def picture(self) -> Picture:
        """All that is painted, as frozen data, for ``paint`` onto something else."""
        return self._picture

    # inside

    def _axis(self) -> Axis:
        return self._picture.axis(self._axis_name)

    def _limits(self) -> Limits:
        return limits(self._picture.formats)

    def _confined(self, view: View, axis: Axis, hold: Fraction | None = None) -> View:
        """``view`` along ``axis``, within the limits of the lanes, once there are any."""
        if not self._picture.lanes:
            return View(axis, view.lo, view.hi)
        return view.on(axis, self._limits(), hold)

    def _held(self) -> Fraction:
        """What stays in place when the axis changes."""
        view, number = self._picture.view, self._picture.number
        if self._cursor_x is not None:
            return view.value(self._layout().position_at(self._cursor_x))
        in_view = isinstance(number, Finite) and view.contains(number.value)
        return number.value if in_view and isinstance(number, Finite) else view.value(0.5)

    def _look(self, view: View) -> None:
        self._axis_actions[self._axis_name].setChecked(True)
        self._show(replace(self._picture, view=view))

    def _show(self, picture: Picture) -> None:
        if picture == self._picture:
            return
        more_lanes = len(picture.lanes) != len(self._picture.lanes)
        top = 0 if picture.scenery != self._picture.scenery else self._top_of_numbers()
        self._picture, self._placed = picture, None
        self.describe_soon()
        if more_lanes:
            self.updateGeometry()
        self.update(QRect(0, top, self.width(), self.height() - top))

    def _top_of_numbers(self) -> int:
        """The pixel row above which no number changes anything."""
        if self._placed is None:
            return 0
        return math.floor(self._placed.value_label.rect.top()) - 2  # a line reaches beyond its end

    def description(self) -> str:
        return words.description(self._picture)

    def _layout(self) -> Layout:
        if self._placed is None:
            size = QSizeF(self.size())
            self._placed = arrange(self._picture, size, self._fonts, self._ground)
            self._ground = self._placed
        return self._placed

    def _go(self, view: View) -> None:
        """Show a window that the user asked for."""
        if view != self._picture.view:
            self._following.hold()
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

    # Qt

    def sizeHint(self) -> QSize:
        em = self._fonts.em
        return QSize(round(56 * em), round(em * (5 + 2.6 * max(len(self._picture.lanes), 3))))

    def minimumSizeHint(self) -> QSize:
        em = self._fonts.em
        return QSize(round(20 * em), round(least_height(len(self._picture.lanes), em)))

    def paintEvent(self, event: QPaintEvent) -> None:
        layout = self._layout()
        with QPainter(self) as painter:
            top = event.rect().top()
            paint_layout(painter, layout, self._theme, focused=self.hasFocus(), top=top)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._placed = None

    def changeEvent(self, event: QEvent) -> None:
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.LanguageChange):
            self._fonts, self._placed = Fonts.of(self.font()), None
            self.updateGeometry()
        super().changeEvent(event)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            hit = hit_at(self._layout(), QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), tooltip(self._layout(), hit), self)
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
        self._drag = drag_from(self._layout(), event.position())
        self._drags += 1
        if self._drag.grip is Grip.STRIP:
            self._drag_to(event.position().x())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._cursor_x = event.position().x()
        if self._drag is not None:
            self._drag_to(event.position().x())
            return
        hit = hit_at(self._layout(), event.position())
        shape = Qt.CursorShape.ArrowCursor
        if hit.place is not None or hit.pins:
            shape = Qt.CursorShape.PointingHandCursor
        elif drag_from(self._layout(), event.position()).grip is Grip.VALUE:
            shape = Qt.CursorShape.SizeHorCursor
        self.setCursor(shape)
        self.hovered.emit(remark(self._layout(), hit))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton or self._pressed is None:
            return
        moved = (event.position() - self._pressed).manhattanLength()
        hit = hit_at(self._layout(), self._pressed)
        self._pressed = self._drag = None
        if moved > _DRAG:
            return
        if hit.pins:
            self.pins_picked.emit(hit.pins)
        elif hit.lane is not None and hit.place is not None:
            self.value_picked.emit((hit.lane.format, code_at(hit.lane.format, hit.place)))

    def _drag_to(self, x: float) -> None:
        drag = self._drag
        if drag is None:
            return
        begun = abs(x - drag.pressed) >= _DRAG or self._picture is not drag.layout.picture
        match drag.grip:
            case Grip.LINE if begun:
                self._go(drag.view(x, self._limits()))
            case Grip.VALUE if begun:
                self.value_dragged.emit(drag.number(x), self._drags)
            case Grip.STRIP:
                self._go(drag.view(x, self._limits()))
            case Grip.LINE | Grip.VALUE:
                pass  # a click whose hand was not quite still

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self._go_around()

    def leaveEvent(self, event: QEvent) -> None:
        if QApplication.activePopupWidget() is None:  # the menu speaks of what was under the cursor
            self._cursor_x = None
        self.hovered.emit("")

    def _go_fit(self) -> None:
        self._go(fit(self._axis(), self._picture.formats))

    def _choose_axis(self, name: str) -> None:
        self.set_axis(name)
        self.view_changed.emit(self._picture.view)

    def _copy(self, write: Callable[[Picture], str]) -> None:
        QGuiApplication.clipboard().setText(write(self._picture))
        self.hovered.emit(self.tr("Copied what is in view"))

    def _go_around(self) -> None:
        if self._picture.formats:
            self._go(around(self._axis(), self._picture.number, self._picture.formats))

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
                self._go_fit()
            case Qt.Key.Key_Return | Qt.Key.Key_Enter | Qt.Key.Key_0:
                self._go_around()
            case _:
                super().keyPressEvent(event)
