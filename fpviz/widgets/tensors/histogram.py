"""The exponents of a tensor over the zones of a format, as a widget."""

from __future__ import annotations

from fractions import Fraction

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QWidget

from fpviz.core.text import grouped, superscript
from fpviz.data.census.elements import Kind, NoPower
from fpviz.widgets.described import Described
from fpviz.widgets.look.stroke import stroke
from fpviz.widgets.look.style import em
from fpviz.widgets.look.theme import LIGHT, Theme
from fpviz.widgets.roles import Role, told_as
from fpviz.widgets.tensors.histogram_layout import Exponents, HistogramLayout, arrange
from fpviz.widgets.tensors.histogram_paint import margins, paint
from fpviz.widgets.translated import told


@told_as(Role.Graphic)
class ExponentHistogram(Described):
    """A bar for each power of two, over the zones in which it lies once scaled.

    Signals, of what the user does alone:
        chosen(object): the kind of elements whose bar was chosen.
        scaled(int): by how many powers of two the scale shall change.
        hovered(str): what is under the cursor; empty when it has left.
    """

    chosen = Signal(object)
    scaled = Signal(int)
    hovered = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = LIGHT
        self._shown: Exponents | None = None
        self._placed: HistogramLayout | None = None
        self.current: Kind | None = None
        self._turned = 0
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Exponents of the elements"))

    # -- what is shown ----------------------------------------------------------------------

    def show_exponents(self, shown: Exponents | None) -> None:
        """Show the exponents of a tensor, or of none."""
        if shown != self._shown:
            self._shown, self._placed = shown, None
            self.describe_soon()
            self.update()

    def show_current(self, kind: Kind | None) -> None:
        """Frame the bar of a kind."""
        if kind != self.current:
            self.current = kind
            self.update()

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self._theme = theme
        self.update()

    def description(self) -> str:
        shown = self._shown
        if shown is None:
            return ""
        return told(*(self.words(kind) for kind in shown.kinds))

    def words(self, kind: Kind) -> str:
        """What a bar counts."""
        assert self._shown is not None
        count = grouped(self._shown.count(kind))
        return self.tr("{0}: {1}").format(kind_text(kind), count)

    def placed(self) -> HistogramLayout | None:
        """Where bars stand; ``None`` where there are none."""
        if self._placed is None and self._shown is not None:
            self._placed = arrange(self._shown, QRectF(self.rect()), margins(self.font()))
        return self._placed

    # -- Qt ---------------------------------------------------------------------------------

    def sizeHint(self) -> QSize:
        height = em(self.font())
        return QSize(round(40 * height), round(16 * height))

    def minimumSizeHint(self) -> QSize:
        height = em(self.font())
        return QSize(round(18 * height), round(8 * height))

    def paintEvent(self, event: QPaintEvent) -> None:
        placed = self.placed()
        if placed is None or self._shown is None:
            return
        with QPainter(self) as painter:
            painter.setFont(self.font())
            paint(painter, self._shown, placed, self._theme, self.current)
            if self.hasFocus() and not self._theme.on_paper:
                painter.setPen(stroke(self._theme, self._theme.accent))
                painter.drawRect(placed.stage)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._placed = None

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.FontChange:
            self._placed = None
        super().changeEvent(event)

    def _kind_at(self, at: QPointF) -> Kind | None:
        placed = self.placed()
        return None if placed is None else placed.kind_at(at.x())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        kind = self._kind_at(event.position())
        if event.button() == Qt.MouseButton.LeftButton and kind is not None:
            self.chosen.emit(kind)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        kind = self._kind_at(event.position())
        self.hovered.emit("" if kind is None else self.words(kind))

    def leaveEvent(self, event: QEvent) -> None:
        self.hovered.emit("")

    def wheelEvent(self, event: QWheelEvent) -> None:
        if not self.hasFocus():
            event.ignore()
            return
        self._turned += event.angleDelta().y()
        notches = int(Fraction(self._turned, 120))
        self._turned -= 120 * notches
        if notches:
            self.scaled.emit(notches)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Left | Qt.Key.Key_Right:
                self._step(1 if event.key() == Qt.Key.Key_Right else -1)
            case Qt.Key.Key_Up | Qt.Key.Key_Plus | Qt.Key.Key_Equal:
                self.scaled.emit(1)
            case Qt.Key.Key_Down | Qt.Key.Key_Minus:
                self.scaled.emit(-1)
            case _:
                super().keyPressEvent(event)

    def _step(self, by: int) -> None:
        """Go to the next bar."""
        kinds = self._shown.kinds if self._shown is not None else []
        if not kinds:
            return
        if self.current in kinds:
            at = min(max(kinds.index(self.current) + by, 0), len(kinds) - 1)
        else:
            at = 0 if by > 0 else len(kinds) - 1
        self.chosen.emit(kinds[at])


_ODD = {NoPower.ZERO: "x = 0", NoPower.INFINITE: "|x| = ∞", NoPower.NAN: "NaN"}


def kind_text(kind: Kind) -> str:
    """The elements of a kind, as a condition on x."""
    if isinstance(kind, NoPower):
        return _ODD[kind]
    return f"2{superscript(kind)} ≤ |x| < 2{superscript(kind + 1)}"
