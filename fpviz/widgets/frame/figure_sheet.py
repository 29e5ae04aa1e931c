"""The sheet of paper of a figure: a panel under a plain heading, and nothing to press."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from fpviz.core.markup import escape
from fpviz.widgets.look.style import palette, word_font
from fpviz.widgets.look.theme import Theme

_MARGIN = 10


class FigureSheet(QWidget):
    """A panel as a figure. It is laid out and painted, but never comes to a screen.

    On paper, where the document has a caption of its own, the title is left out.
    """

    def __init__(self, panel: QWidget, title: str, theme: Theme) -> None:
        super().__init__()
        self.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
        self.setPalette(palette(theme))
        colours = self.palette()
        colours.setColor(self.backgroundRole(), QColor(theme.panel))
        self.setPalette(colours)
        self.setAutoFillBackground(True)
        self.setAccessibleName(title)
        self._title, self._theme = title, theme
        self._heading = QLabel()
        self._heading.setTextFormat(Qt.TextFormat.RichText)
        self._heading.setWordWrap(True)
        self._heading.setFont(word_font(self.font(), 0.92))
        self._heading.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, 0)
        self._rows = layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, _MARGIN // 2)
        layout.setSpacing(4)
        layout.addWidget(self._heading)
        layout.addWidget(panel, 1)
        panel.show()
        self.set_caption("")

    def set_caption(self, caption: str) -> None:
        """Put other words beside the title."""
        self.setAccessibleDescription(caption)
        self._heading.setText(_heading(self._title, caption, self._theme))
        self._heading.setVisible(bool(caption) or not self._theme.on_paper)

    def rest(self, width: int) -> int:
        """The height of all but the panel, at a width."""
        margins, spacing = self._rows.contentsMargins(), self._rows.spacing()
        shown = not self._heading.isHidden()
        heading = self._heading.heightForWidth(width) + spacing if shown else 0
        return heading + margins.top() + margins.bottom()


def _heading(title: str, caption: str, theme: Theme) -> str:
    words = f'<span style="color:{theme.dim}">{escape(caption)}</span>'
    if theme.on_paper:
        return words
    return f'<b style="color:{theme.ink}">{escape(title)}</b>&nbsp; {words}'
