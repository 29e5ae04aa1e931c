"""What stands over the table, and the table: where there is little room, that is for the table."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from fpviz.widgets.bench.table import ElementTable
from fpviz.widgets.frame.scrolled import Scrolled
from fpviz.widgets.frame.wanted_height import whole_height
from fpviz.widgets.look.style import em
from fpviz.widgets.look.theme import Theme

_LEAST_ROWS = 3
"""Rows of the table that are seen before what stands over it is, whole."""


class HeadAndTable(QWidget):
    """Parts over each other, as high as they want to be, and a table that has the rest; but where
    that would be less than a few rows, the parts are scrolled to."""

    def __init__(self, parts: Sequence[QWidget], table: ElementTable) -> None:
        super().__init__()
        self._content = QWidget()
        self._content.installEventFilter(self)
        column = QVBoxLayout(self._content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in parts:
            column.addWidget(part)
        self.head = Scrolled(self._content)
        self._table = table
        for each in (self.head, table):
            each.setParent(self)

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self.head.set_theme(theme)

    def minimumSizeHint(self) -> QSize:
        width = max(self.head.minimumSizeHint().width(), self._table.minimumSizeHint().width())
        return QSize(width, round(8 * em(self.font())))

    def sizeHint(self) -> QSize:
        wide = self._content.sizeHint().expandedTo(self._table.sizeHint()).width()
        return QSize(wide, self._content.sizeHint().height() + self._table.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """See when a part wants other room."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._place()
        return False

    def _place(self) -> None:
        wanted = 0 if self.head.isHidden() else whole_height(self._content, self.width())
        room = self.height() - self._table.height_of(_LEAST_ROWS)
        high = min(wanted, max(room, round(3 * em(self.font()))))
        self.head.setGeometry(0, 0, self.width(), high)
        self._table.setGeometry(0, high, self.width(), self.height() - high)
