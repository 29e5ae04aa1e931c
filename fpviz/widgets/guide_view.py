"""A page of Markdown that is read: set for a narrow column, in the colours of the theme."""

from __future__ import annotations

import re
from collections.abc import Iterator
from math import ceil
from urllib.parse import unquote

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QFontMetricsF,
    QResizeEvent,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextFrameFormat,
    QTextLength,
    QTextTable,
)
from PySide6.QtWidgets import QTextBrowser

from fpviz.widgets.look.style import number_font, page_sheet, word_font
from fpviz.widgets.look.theme import Theme

_LINE_HEIGHT, _CODE_HEIGHT = 1.34, 1.15
"""How far lines stand apart, in heights of the face: a column of text wants air."""

_RULE = 1
"""The thickness of the lines above and below the page."""

_BELOW = 0.62
"""What stands under a paragraph, in lines."""

_HAN = re.compile("[\u3400-\u9fff]")
"""Chinese characters, which have no slanted form: what is stressed among them is set bold."""


class GuideView(QTextBrowser):
    """Shows a page and tells which links are followed; it opens none of them itself.

    Signals:
        link_followed(str): the target of a link, as it is written in the page.
    """

    link_followed = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._text = ""
        self._base = word_font(self.font(), 1.04)
        self.setOpenLinks(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setUndoRedoEnabled(False)
        self.anchorClicked.connect(self._follow)
        self.set_theme(theme)

    def show_text(self, text: str) -> None:
        """Show a page of Markdown from its beginning."""
        self._text = text
        self._set()
        self.verticalScrollBar().setValue(0)

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self._theme = theme
        self.setStyleSheet(page_sheet(theme, _RULE))
        self._set()

    def scrolled(self) -> float:
        """How far the page is scrolled: 0 at its beginning, 1 at its end."""
        bar = self.verticalScrollBar()
        return bar.value() / bar.maximum() if bar.maximum() else 0.0

    def scroll_to(self, share: float) -> None:
        """Scroll to where ``scrolled`` would say ``share``."""
        bar = self.verticalScrollBar()
        bar.setValue(round(share * bar.maximum()))

    def height_at(self, width: int) -> int:
        """The height at which the whole page is seen, at a width."""
        page = self.document().clone(self)
        page.setTextWidth(width)
        height = ceil(page.size().height())
        page.deleteLater()
        return height + 2 * _RULE

    def become_figure(self) -> None:
        """From now on show the page alone, from its beginning."""
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setStyleSheet(page_sheet(self._theme, 0))
        self.scroll_to(0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """What was being read stays in sight."""
        share = self.scrolled()
        super().resizeEvent(event)
        self.scroll_to(share)

    def _set(self) -> None:
        """Set the page anew: with other text, other colours, another size."""
        share = self.scrolled()
        self.document().setDefaultFont(self._base)
        self.document().setMarkdown(self._text)
        dress(self.document(), self._theme)
        self.scroll_to(share)

    def _follow(self, url: QUrl) -> None:
        self.link_followed.emit(unquote(url.toString()))


def dress(document: QTextDocument, theme: Theme) -> None:
    """Give a document that was read from Markdown its faces, distances and colours.

    Sizes are multiples of the document's own face.
    """
    # WORKAROUND Qt 6.10.3: a document's default style sheet reaches HTML and not Markdown, so its
    # formats are set one by one; not reported.
    line = QFontMetricsF(document.defaultFont()).height()
    document.setDocumentMargin(0.9 * line)
    document.setIndentWidth(1.5 * line)
    _frame_quotes(document, theme, line)
    for block in list(_blocks(document)):
        QTextCursor(block).setBlockFormat(_paragraph(block, theme, line))
        _dress_letters(block, theme)
    for frame in document.rootFrame().childFrames():
        if isinstance(frame, QTextTable):
            _dress_table(frame, theme, line)
        _close_up(document.findBlock(frame.firstPosition() - 1))
        _close_up(document.findBlock(frame.lastPosition() + 1))


def _blocks(document: QTextDocument) -> Iterator[QTextBlock]:
    block = document.begin()
    while block.isValid():
        yield block
        block = block.next()


def _paragraph(block: QTextBlock, theme: Theme, line: float) -> QTextBlockFormat:
    """The distances of a paragraph, by what it is."""
    form = block.blockFormat()
    if not form.headingLevel():  # whatever faces stand in it, lines are equally far apart
        height = line * (_CODE_HEIGHT if _is_code(block) else _LINE_HEIGHT)
        form.setLineHeight(height, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
    above, below = 0.0, _BELOW
    if form.headingLevel():
        above, below = (0.0, 0.65) if block.blockNumber() == 0 else (0.8, 0.4)
    elif _is_code(block):
        above = 0.0 if _is_code(block.previous()) else 0.2
        below = 0.0 if _is_code(block.next()) else _BELOW + 0.2
        form.setBackground(QBrush(QColor(theme.ground)))
    elif _in_table(block) or _ends_frame(block):
        below = 0.0
    elif block.textList() is not None and block.next().textList() is not None:
        below = 0.28
    form.setTopMargin(above * line)
    form.setBottomMargin(below * line)
    form.setLeftMargin(0)
    form.setRightMargin(0)
    return form


def _close_up(block: QTextBlock) -> None:
    """Let an empty block take no room."""
    # WORKAROUND Qt 6.10.3: Markdown is read with an empty block before and after each frame; not
    # reported.
    if block.isValid() and not block.text():
        form = QTextBlockFormat()
        form.setLineHeight(1, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
        QTextCursor(block).setBlockFormat(form)


def _is_code(block: QTextBlock) -> bool:
    return block.blockFormat().hasProperty(QTextFormat.Property.BlockCodeFence)


def _ends_frame(block: QTextBlock) -> bool:
    frame = QTextCursor(block).currentFrame()
    return frame.parentFrame() is not None and block.contains(frame.lastPosition())


def _in_table(block: QTextBlock) -> bool:
    return QTextCursor(block).currentTable() is not None


def _dress_letters(block: QTextBlock, theme: Theme) -> None:
    """The faces and colours of what stands in a paragraph."""
    heading = block.blockFormat().headingLevel()
    spans: list[tuple[int, int, QTextCharFormat]] = []
    walk = block.begin()
    while not walk.atEnd():
        fragment = walk.fragment()
        spans.append((fragment.position(), fragment.length(), fragment.charFormat()))
        walk += 1
    for start, length, form in spans:
        cursor = QTextCursor(block)
        cursor.setPosition(start)
        cursor.setPosition(start + length, QTextCursor.MoveMode.KeepAnchor)
        form.setForeground(QBrush(QColor(theme.ink)))
        if heading:
            form.setProperty(QTextFormat.Property.FontSizeAdjustment, 2 if heading == 1 else 0)
        if form.fontFixedPitch():
            form.setFontFamilies(number_font(form.font()).families())
            form.setBackground(QBrush(QColor(theme.ground)))
        if form.isAnchor():
            form.setForeground(QBrush(QColor(theme.accent)))
            form.setFontUnderline(True)
        if form.fontItalic() and _HAN.search(cursor.selectedText()):
            form.setFontItalic(False)
            form.setFontWeight(QFont.Weight.Bold)
        cursor.setCharFormat(form)


def _dress_table(table: QTextTable, theme: Theme, line: float) -> None:
    """A line under each row, and no other."""
    form = table.format()
    form.setBorder(0)
    form.setBorderCollapse(True)
    form.setCellPadding(0)
    form.setCellSpacing(0)
    form.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
    form.setTopMargin(0.2 * line)
    form.setBottomMargin(0.8 * line)
    table.setFormat(form)
    for row in range(table.rows()):
        for column in range(table.columns()):
            cell = table.cellAt(row, column)
            box = cell.format().toTableCellFormat()
            box.setBottomBorder(1)
            box.setBottomBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
            box.setBottomBorderBrush(QBrush(QColor(theme.line)))
            box.setTopPadding(0.22 * line)
            box.setBottomPadding(0.22 * line)
            box.setRightPadding(0.5 * line)
            cell.setFormat(box)


def _frame_quotes(document: QTextDocument, theme: Theme, line: float) -> None:
    """Set each quoted passage into a tinted box."""
    level = QTextFormat.Property.BlockQuoteLevel
    form = QTextFrameFormat()
    form.setBackground(QBrush(QColor(theme.accent_soft)))
    form.setPadding(0.6 * line)
    form.setTopMargin(0.1 * line)
    form.setBottomMargin(0.7 * line)
    form.setBorder(1 if theme.on_paper else 0)
    form.setBorderBrush(QBrush(QColor(theme.line)))
    form.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
    block = document.begin()
    while block.isValid():
        if not block.blockFormat().hasProperty(level):
            block = block.next()
            continue
        cursor = QTextCursor(block)
        while cursor.block().blockFormat().hasProperty(level):
            plain = cursor.blockFormat()
            plain.clearProperty(level)
            cursor.setBlockFormat(plain)
            last = cursor.block()
            if not cursor.movePosition(QTextCursor.MoveOperation.NextBlock):
                break
        cursor.setPosition(block.position())
        cursor.setPosition(last.position() + last.length() - 1, QTextCursor.MoveMode.KeepAnchor)
        block = document.findBlock(cursor.insertFrame(form).lastPosition() + 1)
