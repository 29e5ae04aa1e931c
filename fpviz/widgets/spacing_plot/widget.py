"""The spacing plot as a widget: a picture and the gestures that move its window."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEvent, QPointF, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import (
    QGuiApplication,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QWidget

from fpviz.core.line.spacing import spacing
from fpviz.core.numbers import finite
from fpviz.widgets.described import Described
from fpviz.widgets.look.theme import LIGHT, Theme
from fpviz.widgets.number_line.layout.boxes import Fonts
from fpviz.widgets.number_line.menu import action
from fpviz.widgets.number_line.picture import Subject
from fpviz.widgets.roles import Role, told_as
from fpviz.widgets.spacing_plot import words
from fpviz.widgets.spacing_plot.layout import SpacingLayout, arrange
from fpviz.widgets.spacing_plot.paint import paint_layout
from fpviz.widgets.spacing_plot.picture import SpacingPicture, Window, window_of


@told_as(Role.Graphic)
class SpacingPlot(Described):
    """How far apart the values of each lane's format are, at every magnitude.

    Signals:
        window_changed: a gesture led to other exponents.
        hovered: what is under the cursor, for a status line; empty when it has left.
    """

    window_changed = Signal()
    hovered = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = LIGHT
        self._picture = SpacingPicture(Subject(finite(0), ()), window_of(()))
        self._fonts = Fonts.of(self.font())
        self._placed: SpacingLayout | None = None
        self._has_window = False
        self._dragged: tuple[float, Window] | None = None
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Spacing of the values"))
        self.addActions(
            [
                action(self, self.tr("Show every format"), self.show_fit),
                action(self, self.tr("Show the active format"), self.show_active),
                action(self, self.tr("Copy as table"), partial(self._copy, _tsv)),
                action(self, self.tr("Copy as Markdown"), partial(self._copy, _markdown)),
                action(self, self.tr("Copy as a sentence"), partial(self._copy, words.description)),
            ]
        )
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)

    # what is shown

    def show_subject(self, subject: Subject) -> None:
        """Show these lanes; at first the active one from end to end."""
        self._show(SpacingPicture(subject, self._picture.window))
        if self._has_window:
            self.set_window(self._picture.window)  # the formats may reach less far than before
        elif subject.lanes:
            self.show_active()

    def set_theme(self, theme: Theme) -> None:
        """Paint in these colours."""
        self._theme = theme
        self.update()

    def picture(self) -> SpacingPicture:
        """All that is painted, as frozen data."""
        return self._picture

    def window_shown(self) -> Window:
        """The exponents between which |x| is shown."""
        return self._picture.window

    def set_window(self, window: Window) -> None:
        """Show |x| between these exponents, as far as the formats reach."""
        self._has_window = True
        whole = self._whole() if self._picture.subject.lanes else window
        self._show(SpacingPicture(self._picture.subject, window.panned(0.0, whole)))

    def show_fit(self) -> None:
        """Show every format from end to end."""
        self.set_window(self._whole())

    def show_active(self) -> None:
        """Show the active format from end to end."""
        if self._picture.subject.lanes:
            self.set_window(self._active())

    # inside

    def _go(self, window: Window) -> None:
        """Show a window that the user asked for."""
        before = self._picture.window
        self.set_window(window)
        if self._picture.window != before:
            self.window_changed.emit()

    def _active(self) -> Window:
        subject = self._picture.subject
        return window_of((spacing(subject.lanes[subject.active].format, subject.rules),))

    def _whole(self) -> Window:
        return window_of(tuple(of for _, of in self._picture.curves))

    def _show(self, picture: SpacingPicture) -> None:
        if picture != self._picture:
            self._picture, self._placed = picture, None
            self.describe_soon()
            self.update()

    def description(self) -> str:
        return words.description(self._picture)

    def _layout(self) -> SpacingLayout:
        if self._placed is None:
            self._placed = arrange(self._picture, QSizeF(self.size()), self._fonts)
        return self._placed

    def _at(self, point: QPointF) -> float:
        area = self._layout().charts[0].area
        return (point.x() - area.left()) / area.width()

    def _copy(self, write: Callable[[SpacingPicture], str]) -> None:
        QGuiApplication.clipboard().setText(write(self._picture))
        self.hovered.emit(self.tr("Copied what is in view"))

    # Qt

    def sizeHint(self) -> QSize:
        em = self._fonts.em
        return QSize(round(40 * em), round(26 * em))

    def minimumSizeHint(self) -> QSize:
        em = self._fonts.em
        return QSize(round(16 * em), round(7 * em))

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            paint_layout(painter, self._layout(), self._theme, focused=self.hasFocus())

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._placed = None

    def changeEvent(self, event: QEvent) -> None:
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.LanguageChange):
            self._fonts, self._placed = Fonts.of(self.font()), None
        super().changeEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        notches = event.angleDelta().y() / 120 or event.pixelDelta().y() / 60
        at = self._at(event.position())
        self._go(self._picture.window.zoomed(2 ** (-notches / 2), at, self._whole()))
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._dragged = self._at(event.position()), self._picture.window

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._dragged is not None:
            start, window = self._dragged
            self._go(window.panned(start - self._at(event.position()), self._whole()))
            return
        exponent = self._layout().exponent_at(event.position().x())
        texts = (words.hover_text(lane, of, exponent) for lane, of in self._picture.curves)
        self.hovered.emit(" · ".join(texts))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._dragged = None

    def leaveEvent(self, event: QEvent) -> None:
        self.hovered.emit("")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        window, whole = self._picture.window, self._whole()
        match event.key():
            case Qt.Key.Key_Left | Qt.Key.Key_Right:
                by = 0.1 if event.key() == Qt.Key.Key_Right else -0.1
                self._go(window.panned(by, whole))
            case Qt.Key.Key_Plus | Qt.Key.Key_Equal:
                self._go(window.zoomed(0.5, 0.5, whole))
            case Qt.Key.Key_Minus:
                self._go(window.zoomed(2.0, 0.5, whole))
            case Qt.Key.Key_Home:
                self._go(whole)
            case Qt.Key.Key_Return | Qt.Key.Key_Enter | Qt.Key.Key_0 if self._picture.curves:
                self._go(self._active())
            case _:
                super().keyPressEvent(event)


def _tsv(picture: SpacingPicture) -> str:
    return words.facts(picture).tsv() + "\n"


def _markdown(picture: SpacingPicture) -> str:
    return f"{words.description(picture)}\n\n{words.facts(picture).markdown()}\n"
