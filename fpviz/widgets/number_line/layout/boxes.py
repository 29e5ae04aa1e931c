"""The parts of a number line in pixels: what layout finds, painting draws and the mouse hits."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from PySide6.QtCore import QLineF, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QFont, QFontDatabase, QFontMetricsF

from fpviz.core.line.histogram import Bar
from fpviz.core.line.labels import Label
from fpviz.core.line.pending_update import Pending
from fpviz.core.line.view import View
from fpviz.core.line.zones import Zone
from fpviz.widgets.number_line.layout.marks import Marks
from fpviz.widgets.number_line.picture import Lane, Picture, PinMark, Scenery


class Face:
    """A font and the widths of the texts set in it, which are measured once."""

    def __init__(self, font: QFont) -> None:
        self.font = font
        self._metrics = QFontMetricsF(font)
        self.height = self._metrics.height()
        self._widths: dict[str, float] = {}

    def width(self, text: str) -> float:
        """How wide ``text`` is set."""
        found = self._widths.get(text)
        if found is None:
            if len(self._widths) > _MEASURED:
                self._widths.clear()
            found = self._widths[text] = self._metrics.horizontalAdvance(text)
        return found

    def elided(self, text: str, width: float) -> str:
        """``text``, cut at the right to ``width``."""
        if self.width(text) <= width:
            return text
        return self._metrics.elidedText(text, Qt.TextElideMode.ElideRight, width)


_MEASURED = 2000
"""Widths kept at a time: some frames' worth."""


@dataclass(frozen=True)
class Fonts:
    """The faces of a number line, sized after the widget's font, and ``em``, its line height."""

    words: Face
    strong: Face
    small: Face
    small_strong: Face
    numbers: Face
    em: float

    @classmethod
    def of(cls, base: QFont) -> Fonts:
        strong, small, small_strong = QFont(base), QFont(base), QFont(base)
        strong.setBold(True)
        small_strong.setBold(True)
        numbers = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        for font, factor in ((small, 0.85), (small_strong, 0.85), (numbers, 0.92)):
            if base.pixelSize() > 0:
                font.setPixelSize(max(1, round(base.pixelSize() * factor)))
            else:
                font.setPointSizeF(base.pointSizeF() * factor)
        words = Face(QFont(base))
        return cls(
            words, Face(strong), Face(small), Face(small_strong), Face(numbers), words.height
        )

    def axis(self, text: str) -> Face:
        """The face of an axis label: raised digits stand too far apart in a fixed-pitch one."""
        return self.numbers if text.isascii() else self.words


_ONE_LINE = Qt.AlignmentFlag.AlignVCenter.value | Qt.TextFlag.TextSingleLine.value
LEFT = Qt.AlignmentFlag.AlignLeft.value | _ONE_LINE
CENTRE = Qt.AlignmentFlag.AlignHCenter.value | _ONE_LINE
RIGHT = Qt.AlignmentFlag.AlignRight.value | _ONE_LINE
"""Where a text stands in its rectangle. Plain integers: adding up Qt's flags takes longer than
some of the texts do."""


@dataclass(frozen=True)
class Text:
    """A text in its place, centred in ``rect`` unless ``align`` says otherwise."""

    text: str
    rect: QRectF
    align: int = CENTRE


@dataclass(frozen=True)
class ZoneBox:
    """A zone in a lane or the strip, cut to what is visible."""

    zone: Zone
    rect: QRectF
    name: Text | None


@dataclass(frozen=True)
class IntervalBox:
    """The rounding interval of a lane: its visible part, and which ends are in view and closed."""

    rect: QRectF
    left_closed: bool | None
    right_closed: bool | None


@dataclass(frozen=True)
class NearBox:
    """The columns of the neighbours of a lane's value and of the midpoints before them.

    ``gaps`` name the distances to the neighbours, each half-way to its own.
    """

    neighbours: list[float]
    midpoints: list[float]
    gaps: list[Text]


@dataclass(frozen=True)
class PendingBox:
    """An update on its way: columns of the weight, the sum, and what the sum rounds to.

    ``border`` is where rounding begins to move the weight, if that is in view and can be told
    from the weight. ``name`` and ``border_name`` stand beside them where there is room; ``note``
    says in words what comes of it.
    """

    addition: Pending
    weight: float
    total: float
    result: float | None
    border: float | None
    name: Text | None
    border_name: Text | None
    note: Text | None


@dataclass(frozen=True)
class BarBox:
    """A bar of the overlay."""

    bar: Bar
    rect: QRectF


@dataclass(frozen=True)
class PinBox:
    """Pins at a column, or so close that one ``mark`` stands for them; ``name`` is beside it."""

    pins: tuple[PinMark, ...]
    x: float
    mark: QRectF
    name: Text | None


@dataclass(frozen=True)
class Rows:
    """The vertical order of things, found before anything is placed."""

    strip: float
    axis: float
    pins: float
    overlay: float
    label: float
    lane: float
    captions: bool


@dataclass(frozen=True)
class LaneGround:
    """What of a lane no number moves, that is, none which its format holds and no update joins.

    ``row`` is where the words about it stand; ``long_ticks`` mark zero and the powers of two.
    """

    rect: QRectF
    track: QRectF
    row: QRectF
    name: Text
    marks: Marks
    xs: list[float]
    ticks: list[QLineF]
    long_ticks: list[QLineF]
    bands: list[tuple[float, float, float]]
    zones: list[ZoneBox]
    caption: Text | None


@dataclass(frozen=True)
class LaneBox(LaneGround):
    """One lane. ``dot`` is where the rounded value stands, if it is a number.

    ``dot_side`` is -1 or 1 where it lies beyond the left or the right end of the window; then
    ``aside`` names it there.
    """

    lane: Lane
    interval: IntervalBox | None
    dot: QPointF | None
    dot_side: int
    aside: Text | None
    near: NearBox | None
    pending: PendingBox | None


@dataclass(frozen=True)
class Ground:
    """What of a number line no number moves. ``plot`` spans the lanes and the axis between the
    columns."""

    scenery: Scenery
    size: QSizeF
    fonts: Fonts
    rows: Rows
    plot: QRectF
    strip: QRectF
    strip_view: View
    strip_zones: list[ZoneBox]
    strip_window: QRectF
    axis_y: float
    labels: tuple[Label, ...]
    pins: list[PinBox]
    overlay: QRectF
    bars: list[BarBox]
    overlay_label: Text | None
    lane_grounds: list[LaneGround]

    def bears(self, picture: Picture, size: QSizeF, fonts: Fonts) -> bool:
        """Whether it is that of a picture, too."""
        return fonts is self.fonts and size == self.size and picture.scenery == self.scenery


@dataclass(frozen=True)
class Layout(Ground):
    """The whole picture in pixels."""

    picture: Picture
    axis_labels: list[tuple[float, Text]]
    value_x: float | None
    value_label: Text
    lanes: list[LaneBox]

    def x_of(self, value: Fraction) -> float:
        """The pixel column of a number, kept within reach of a painter."""
        return column(self.plot, self.picture.view.position(value))

    def position_at(self, x: float) -> float:
        """The position in the window (0 … 1) of a pixel column."""
        return (x - self.plot.left()) / self.plot.width()

    @property
    def pixel(self) -> Fraction:
        """About how much one pixel is worth at the middle of the window."""
        step = 1 / self.plot.width()
        return self.picture.view.value(0.5 + step) - self.picture.view.value(0.5)


@dataclass(frozen=True)
class PictureSpace:
    """What every part is laid out from: the picture, and the room it has."""

    picture: Picture
    size: QSizeF
    fonts: Fonts
    rows: Rows
    plot: QRectF


def column(plot: QRectF, position: float) -> float:
    """The pixel column of a position, kept within reach of a painter."""
    return plot.left() + min(max(position, -4.0), 5.0) * plot.width()


def crisp(x: float) -> float:
    """The middle of the pixel that ``x`` lies in, so that a line one pixel wide is sharp."""
    return int(x) + 0.5


def fitting(names: Sequence[str], rect: QRectF, face: Face) -> Text | None:
    """The longest of ``names`` that fits into ``rect`` with some air."""
    room = rect.width() - 6
    return next((Text(name, rect) for name in names if face.width(name) <= room), None)
