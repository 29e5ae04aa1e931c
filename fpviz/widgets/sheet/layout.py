"""Where the parts of a worked sheet stand: binary points under each other, all the way down."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QRectF
from PySide6.QtGui import QFont, QFontMetricsF, QTextLayout, QTextOption

from fpviz.core.phrase import Phrase
from fpviz.core.text import superscript
from fpviz.core.trace.sheet import BEYOND, DigitRow, Role, Step, StepKind
from fpviz.widgets.look.style import number_font, word_font
from fpviz.widgets.translated import said


class Ink(Enum):
    """What a text is, from which its colour follows."""

    TITLE = "title"
    WORDS = "words"
    DIM = "dim"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class SheetFonts:
    """The faces of a sheet."""

    words: QFont
    title: QFont
    digits: QFont
    small: QFont

    @classmethod
    def of(cls, base: QFont) -> SheetFonts:
        """The faces that go with a widget's own."""
        return cls(
            word_font(base, 0.95),
            word_font(base, 0.95, bold=True),
            number_font(base, 1.0),
            word_font(base, 0.78),
        )


@dataclass(frozen=True, slots=True)
class TextBox:
    """A line of words."""

    area: QRectF
    text: str
    ink: Ink


@dataclass(frozen=True, slots=True)
class DigitBox:
    """One digit, with the name that stands over it (``g``, ``r``, ``s``)."""

    area: QRectF
    symbol: str
    role: Role
    name: str = ""


@dataclass(frozen=True, slots=True)
class RowBox:
    """A row of digits: its label, its digits, the point, and what stands behind them."""

    label: TextBox
    digits: tuple[DigitBox, ...]
    point: QRectF | None
    behind: TextBox
    line_above: tuple[float, float, float] | None
    """(left, right, y) of the line over a total."""


@dataclass(frozen=True, slots=True)
class WorkingBox:
    """A step of the sheet. ``index`` counts all steps from 0; -1 is a heading or a proof."""

    index: int
    area: QRectF
    texts: tuple[TextBox, ...]
    rows: tuple[RowBox, ...] = ()
    cut: tuple[float, float, float] | None = None
    """(x, top, bottom) of the cut between what is kept and what is not."""


@dataclass(frozen=True, slots=True)
class SheetLayout:
    """All boxes of a sheet, and its size."""

    boxes: tuple[WorkingBox, ...]
    width: float
    height: float


_NAMES = {Role.GUARD: "g", Role.ROUND: "r"}
_MARGIN = 14.0
_WRAPPED = QTextOption()
_WRAPPED.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
_OPEN_ENDED = frozenset({StepKind.EXPANSION, StepKind.NORMALISE})
"""Steps whose digits go on beyond what any format keeps."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Words of their own between the steps: a heading, a conversion's title, the proof."""

    lines: tuple[tuple[Phrase, Ink], ...]


Part = Step | Paragraph


def lay_out(parts: Sequence[Part], fonts: SheetFonts, width: float) -> SheetLayout:
    """The layout of a sheet's parts from top to bottom; wider than ``width`` only for digits."""
    return _Layouter(parts, fonts, width).laid_out()


class _Layouter:
    """The measures that all boxes of one sheet share."""

    def __init__(self, parts: Sequence[Part], fonts: SheetFonts, width: float) -> None:
        self.parts, self.fonts, self.width = parts, fonts, width
        self.words, self.digits = QFontMetricsF(fonts.words), QFontMetricsF(fonts.digits)
        self.small = QFontMetricsF(fonts.small)
        self.pitch = self.digits.horizontalAdvance("0") * 1.22
        self.gap = self.pitch * 0.5
        rows = [row for part in parts if isinstance(part, Step) for row in part.rows]
        labels = [self.words.horizontalAdvance(said(row.label)) for row in rows]
        tops = [self._before_point(row) for row in rows]
        self.label_width = min(max(labels, default=0.0), width * 0.3)
        self.point = _MARGIN * 2 + self.label_width + max(tops, default=0.0) + self.pitch

    def _before_point(self, row: DigitRow) -> float:
        gaps = max(2, _heads(row)) * self.gap if row.packed else 0.0
        return (max(row.column, 0) + 1) * self.pitch + gaps + (self.pitch if row.negative else 0)

    def laid_out(self) -> SheetLayout:
        boxes: list[WorkingBox] = []
        y, index, widest = 8.0, 0, self.width
        for part in self.parts:
            if isinstance(part, Step):
                box = self._step(part, index, y)
                index += 1
                widest = max([widest, *(row.behind.area.right() + _MARGIN for row in box.rows)])
            else:
                box = self._paragraph(part, y)
            boxes.append(box)
            y = box.area.bottom() + 6
        return SheetLayout(tuple(boxes), widest, y + 8)

    def _paragraph(self, part: Paragraph, y: float) -> WorkingBox:
        texts: list[TextBox] = []
        top = y + 4
        for line, ink in part.lines:
            boxes = self._wrapped(" ".join(said(line).split()), _MARGIN, top, ink)
            texts += boxes
            top = boxes[-1].area.bottom() + 1
        return WorkingBox(-1, QRectF(0, y, self.width, top - y + 4), tuple(texts))

    def _step(self, step: Step, index: int, y: float) -> WorkingBox:
        top = y + 5
        texts = self._wrapped(f"{index + 1}   {said(step.title)}", _MARGIN, top, Ink.TITLE)
        top = texts[-1].area.bottom() + 2
        for sentence in step.sentences:
            boxes = self._wrapped(said(sentence), _MARGIN * 2, top, Ink.WORDS)
            texts += boxes
            top = boxes[-1].area.bottom() + 1
        rows, first = [], top + 2
        for row in step.rows:
            named = any(digit.role in _NAMES for digit in row.digits)
            line_y = top + 3
            top += 2 + (self.small.height() * 0.8 if named else 0) + (5 if row.total else 0)
            rows.append(self._row(row, top, line_y, step.kind in _OPEN_ENDED))
            top += self.digits.height() + 2
        cut = None
        if step.cut is not None and any(row.last_column < step.cut for row in step.rows):
            x = self._x(step.cut) + self.pitch * 0.98
            cut = (x, first, top)
        area = QRectF(0, y, self.width, top - y + 5)
        return WorkingBox(index, area, tuple(texts), tuple(rows), cut)

    def _x(self, column: int) -> float:
        """The left edge of a column; column 0 stands before the point."""
        if column >= 0:
            return self.point - (column + 1) * self.pitch
        return self.point + self.gap - (column + 1) * self.pitch

    def _row(self, row: DigitRow, top: float, line_y: float, open_ended: bool) -> RowBox:
        height = self.digits.height()
        label_area = QRectF(_MARGIN * 2, top, self.label_width, height)
        digits = self._packed(row, top) if row.packed else self._digits(row, top)
        digits, hidden = self._within(digits, open_ended)
        point = QRectF(self.point, top, self.gap, height) if row.has_point else None
        end = digits[-1].area.right() if digits else self.point
        behind = ("…" if row.tail or hidden else "") + self._power(row)
        left = max(end + 2, self._x(-1) if not row.packed else end)
        behind_area = QRectF(left, top, self.digits.horizontalAdvance(behind) + 4, height)
        line = None
        if row.total and digits:
            line = (digits[0].area.left() - self.pitch, end + 4, line_y)
        return RowBox(
            TextBox(label_area, said(row.label), Ink.DIM),
            tuple(digits),
            point,
            TextBox(behind_area, behind, Ink.DIM),
            line,
        )

    def _within(self, digits: list[DigitBox], open_ended: bool) -> tuple[list[DigitBox], bool]:
        """The digits that have room, and whether any were left off: none that is kept or named."""
        room = self.width - self.digits.horizontalAdvance("…  × 2⁻¹⁰⁰") - _MARGIN
        shown = [
            digit
            for digit in digits
            if digit.area.right() <= room or digit.name or not (open_ended or digit.role in BEYOND)
        ]
        return shown, len(shown) < len(digits)

    def _power(self, row: DigitRow) -> str:
        if row.exponent is None or row.packed:
            return ""
        return f"  × {row.base}{superscript(row.exponent)}"

    def _digits(self, row: DigitRow, top: float) -> list[DigitBox]:
        height = self.digits.height()
        boxes = []
        if row.negative:
            x = self._x(max(row.column, 0) + 1)
            boxes.append(DigitBox(QRectF(x, top, self.pitch, height), "−", Role.SIGN))
        named_sticky = False
        for at, digit in enumerate(row.digits):
            name = _NAMES.get(digit.role, "")
            if digit.role is Role.STICKY and not named_sticky:
                name, named_sticky = "s", True
            area = QRectF(self._x(row.column - at), top, self.pitch, height)
            boxes.append(DigitBox(area, digit.symbol, digit.role, name))
        return boxes

    def _packed(self, row: DigitRow, top: float) -> list[DigitBox]:
        """A code: its fields with gaps between; a fraction at its end begins where a fraction
        begins."""
        height, heads = self.digits.height(), _heads(row)
        boxes = []
        for field, (start, end) in enumerate(row.field_spans()):
            gap = self.gap * (field - heads + (field < heads))
            for at in range(start, end):
                area = QRectF(self._x(row.column - at) + gap, top, self.pitch, height)
                boxes.append(DigitBox(area, row.digits[at].symbol, row.digits[at].role))
        return boxes

    def _wrapped(self, text: str, left: float, top: float, ink: Ink) -> list[TextBox]:
        """A text in as many lines as the width asks for."""
        room = max(80.0, self.width - left - _MARGIN)
        height = self.words.height()
        lines = _broken(text, room, self.fonts.words)
        return [
            TextBox(QRectF(left, top + n * (height + 1), room, height), line, ink)
            for n, line in enumerate(lines)
        ]


def _heads(row: DigitRow) -> int:
    """How many fields of a packed row stand before the point."""
    return sum(start <= row.column for start, _ in row.field_spans())


def _broken(text: str, room: float, font: QFont) -> list[str]:
    """A text in lines, broken where its language allows, anywhere only if a word is too long."""
    layout = QTextLayout(text, font)
    layout.setTextOption(_WRAPPED)
    lines = []
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(room)
        lines.append(text[line.textStart() :][: line.textLength()].rstrip())
    layout.endLayout()
    return lines or [""]
