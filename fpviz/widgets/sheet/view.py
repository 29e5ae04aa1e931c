"""The worked sheet as a widget that scrolls and has a current step."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from fpviz.core.trace.sheet import Step
from fpviz.widgets.look.style import scroll_sheet
from fpviz.widgets.look.theme import Theme
from fpviz.widgets.roles import Role, told_as
from fpviz.widgets.sheet.layout import Part, SheetFonts, SheetLayout, lay_out
from fpviz.widgets.sheet.paint import paint_sheet
from fpviz.widgets.translated import said


@told_as(Role.Document)
class SheetView(QScrollArea):
    """A worked sheet.

    Signals:
        step_picked(int): the user went to a step, by mouse or keyboard.
        menu_requested(QPoint): the context menu was asked for, at a global position.
    """

    step_picked = Signal(int)
    menu_requested = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._canvas = _Canvas(theme)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setWidget(self._canvas)
        self.setAccessibleName(self.tr("Worked sheet"))
        self.set_theme(theme)

    @property
    def current(self) -> int:
        """The index of the current step; -1 if there is none."""
        return self._canvas.current

    @property
    def step_count(self) -> int:
        """How many steps the sheet has."""
        return self._canvas.step_count

    def show_parts(self, parts: Sequence[Part], current: int = -1) -> None:
        """Show a sheet and mark a step."""
        self._canvas.parts = tuple(parts)
        self._canvas.current = min(current, self._canvas.step_count - 1)
        self._lay_out()
        steps = [part for part in parts if isinstance(part, Step)]
        told = (f"{n}. {said(s.title)}: {said(s.text)}" for n, s in enumerate(steps, 1))
        self.setAccessibleDescription(" ".join(told))

    def show_current(self, index: int) -> None:
        """Mark a step and bring it into view."""
        self._canvas.current = index
        self._canvas.update()
        for box in self._canvas.layout_.boxes:
            if box.index == index:
                centre = box.area.center()
                self.ensureVisible(0, round(centre.y()), 0, round(box.area.height() / 2 + 12))

    def become_figure(self) -> None:
        """From now on show no scroll bars."""
        for place in (self.setVerticalScrollBarPolicy, self.setHorizontalScrollBarPolicy):
            place(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def layout_at(self, width: int) -> SheetLayout:
        """Where everything stands at a width."""
        return lay_out(self._canvas.parts, self._canvas.fonts, width)

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self._canvas.theme = theme
        self._canvas.update()
        colours = self.viewport().palette()
        colours.setColor(self.viewport().backgroundRole(), QColor(theme.panel))
        self.viewport().setPalette(colours)
        self.verticalScrollBar().setStyleSheet(scroll_sheet(theme))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        moves = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}
        ends = {Qt.Key.Key_Home: 0, Qt.Key.Key_End: self.step_count - 1}
        key = Qt.Key(event.key())
        if key in moves:
            self._go(self.current + moves[key])
        elif key in ends:
            self._go(ends[key])
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        at = self._canvas.mapFrom(self.viewport(), event.position().toPoint())
        for box in self._canvas.layout_.boxes:
            if box.index >= 0 and box.area.top() <= at.y() <= box.area.bottom():
                self._go(box.index)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.menu_requested.emit(event.globalPos())

    def _go(self, index: int) -> None:
        if 0 <= index < self.step_count:
            self.step_picked.emit(index)

    def _lay_out(self) -> None:
        canvas = self._canvas
        canvas.layout_ = self.layout_at(self.viewport().width())
        canvas.resize(round(canvas.layout_.width), round(canvas.layout_.height))
        canvas.update()


class _Canvas(QWidget):
    """What scrolls."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.theme = theme
        self.fonts = SheetFonts.of(self.font())
        self.parts: tuple[Part, ...] = ()
        self.layout_ = SheetLayout((), 100, 100)
        self.current = -1

    @property
    def step_count(self) -> int:
        return sum(isinstance(part, Step) for part in self.parts)

    def sizeHint(self) -> QSize:
        return QSize(round(self.layout_.width), round(self.layout_.height))

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), QColor(self.theme.panel))
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            paint_sheet(painter, self.layout_, self.fonts, self.theme, self.current)
