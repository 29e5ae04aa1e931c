"""Where an expression is typed: several lines, with word of where it is wrong."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QKeyEvent, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit

from fpviz.core.expressions import TextSpan
from fpviz.widgets.look.style import number_font, scroll_sheet
from fpviz.widgets.look.theme import Theme

_LINES = 4
"""Lines for which there is room."""


class ExpressionEdit(QPlainTextEdit):
    """A text of statements. Tab leaves it; what it says ends with its last line."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._wrong: TextSpan | None = None
        self._shown: TextSpan | None = None
        self.setFont(number_font(self.font()))
        self.setTabChangesFocus(True)
        self.set_theme(theme)

    def sizeHint(self) -> QSize:
        height = QFontMetricsF(self.font()).lineSpacing() * _LINES
        return QSize(160, round(height) + 12)

    def minimumSizeHint(self) -> QSize:
        return QSize(60, self.sizeHint().height())

    def text(self) -> str:
        """What has been typed."""
        return self.toPlainText()

    def show_text(self, text: str) -> None:
        """Show another text; undoing brings back what had been typed."""
        if text == self.text():
            return
        cursor = QTextCursor(self.document())
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.insertText(text)

    def show_wrong(self, span: TextSpan | None) -> None:
        """Underline what is wrong, or nothing."""
        self._wrong = span
        self._mark()

    def show_place(self, span: TextSpan | None) -> None:
        """Mark what an operation stands for in the text, or nothing."""
        self._shown = span
        self._mark()

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self._theme = theme
        self.setStyleSheet(
            f"""
            QPlainTextEdit {{ background: {theme.panel}; color: {theme.ink};
                border: 1px solid {theme.line}; border-radius: 5px; padding: 2px 4px; }}
            QPlainTextEdit:focus {{ border: 2px solid {theme.accent}; padding: 1px 3px; }}
            {scroll_sheet(theme)}
            """
        )
        self._mark()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            event.ignore()  # it is the window's
            return
        super().keyPressEvent(event)

    def _mark(self) -> None:
        marks = []
        if self._shown is not None:
            place = QTextCharFormat()
            place.setBackground(QColor(self._theme.accent_soft))
            marks.append(self._selection(self._shown, place))
        if self._wrong is not None:
            wrong = QTextCharFormat()
            wrong.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
            wrong.setUnderlineColor(QColor(self._theme.overflow))
            marks.append(self._selection(self._wrong, wrong))
        self.setExtraSelections(marks)

    def _selection(self, span: TextSpan, looks: QTextCharFormat) -> QTextEdit.ExtraSelection:
        """A part of the text with a look; of an empty one the character before it."""
        length = len(self.text())
        end = min(max(span.end, 1), length)
        start = min(span.start, max(end - 1, 0))
        cursor = QTextCursor(self.document())
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        selection = QTextEdit.ExtraSelection()
        selection.cursor, selection.format = cursor, looks
        return selection
