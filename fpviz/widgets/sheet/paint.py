"""A worked sheet onto a painter: a pure function of its layout and the theme."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from fpviz.core.trace.sheet import BEYOND, MARKS, Role
from fpviz.widgets.look.stroke import DOTS, stroke
from fpviz.widgets.look.theme import Theme
from fpviz.widgets.sheet.layout import DigitBox, Ink, RowBox, SheetFonts, SheetLayout, WorkingBox


def paint_sheet(
    painter: QPainter, layout: SheetLayout, fonts: SheetFonts, theme: Theme, current: int
) -> None:
    """Paint a sheet; the step at index ``current`` is marked (-1: none)."""
    for box in layout.boxes:
        if box.index == current and current >= 0 and not theme.on_paper:
            painter.fillRect(box.area, QColor(theme.accent_soft))
            painter.fillRect(QRectF(0, box.area.top(), 3, box.area.height()), QColor(theme.accent))
        _paint_box(painter, box, fonts, theme)


def _paint_box(painter: QPainter, box: WorkingBox, fonts: SheetFonts, theme: Theme) -> None:
    inks = {
        Ink.TITLE: (theme.ink, fonts.title),
        Ink.WORDS: (theme.ink, fonts.words),
        Ink.DIM: (theme.dim, fonts.words),
        Ink.WARNING: (theme.overflow, fonts.title),
    }
    for text in box.texts:
        colour, font = inks[text.ink]
        painter.setPen(QColor(colour))
        painter.setFont(font)
        painter.drawText(text.area, Qt.AlignmentFlag.AlignVCenter, text.text)
    for row in box.rows:
        _paint_row(painter, row, fonts, theme)
    if box.cut is not None:
        x, top, bottom = box.cut
        pen = stroke(theme, theme.overflow, 1.4, (4, 2))
        painter.setPen(pen)
        painter.drawLine(QPointF(x, top), QPointF(x, bottom))


def _paint_row(painter: QPainter, row: RowBox, fonts: SheetFonts, theme: Theme) -> None:
    painter.setFont(fonts.words)
    painter.setPen(QColor(theme.dim))
    painter.drawText(row.label.area, Qt.AlignmentFlag.AlignVCenter, row.label.text)
    for digit in row.digits:
        _paint_digit(painter, digit, fonts, theme)
    painter.setFont(fonts.digits)
    if row.point is not None:
        painter.setPen(QColor(theme.ink))
        painter.drawText(row.point, Qt.AlignmentFlag.AlignCenter, ".")
    painter.setPen(QColor(theme.dim))
    painter.drawText(row.behind.area, Qt.AlignmentFlag.AlignVCenter, row.behind.text)
    if row.line_above is not None:
        left, right, y = row.line_above
        painter.setPen(stroke(theme, theme.ink, 1))
        painter.drawLine(QPointF(left, y), QPointF(right, y))


def _paint_digit(painter: QPainter, digit: DigitBox, fonts: SheetFonts, theme: Theme) -> None:
    colours = {
        Role.SIGN: theme.sign,
        Role.EXPONENT: theme.exponent,
        Role.HIDDEN: theme.ink,
        Role.FILL: theme.to_zero,
        Role.KEPT: theme.fraction,
        **dict.fromkeys(MARKS, theme.accent),
        **dict.fromkeys(BEYOND, theme.dim),
    }
    if digit.role in BEYOND:
        painter.fillRect(digit.area, QColor(theme.to_zero_soft))
    painter.setPen(QColor(colours[digit.role]))
    painter.setFont(fonts.digits)
    painter.drawText(digit.area, Qt.AlignmentFlag.AlignCenter, digit.symbol)
    if digit.role is Role.HIDDEN:
        pen = stroke(theme, theme.dim, 1, DOTS)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(digit.area.adjusted(0.5, 0.5, -0.5, -0.5))
    if digit.name:
        painter.setFont(fonts.small)
        painter.setPen(QColor(theme.overflow))
        over = digit.area.translated(0, -digit.area.height() * 0.72)
        painter.drawText(over, Qt.AlignmentFlag.AlignCenter, digit.name)
