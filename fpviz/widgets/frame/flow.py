"""A layout that goes on in another line where there is no more room."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget


class Flow(QLayout):
    """Widgets one after the other, each as wide as it wants to be, in as many lines as it takes."""

    def __init__(self, parent: QWidget, gap: int = 10, line_gap: int = 4) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._gap, self._line_gap = gap, line_gap

    def addItem(self, item: QLayoutItem) -> None:  # noqa: N802 - Qt's name
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, at: int) -> QLayoutItem | None:  # noqa: N802 - Qt's name
        return self._items[at] if 0 <= at < len(self._items) else None

    def takeAt(self, at: int) -> QLayoutItem | None:  # noqa: N802 - Qt's name
        return self._items.pop(at) if 0 <= at < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:  # noqa: N802 - Qt's name
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._place(QRect(0, 0, width, 0), is_try=True)

    def setGeometry(self, area: QRect) -> None:  # noqa: N802 - Qt's name
        super().setGeometry(area)
        self._place(area, is_try=False)

    def sizeHint(self) -> QSize:
        """All in one line."""
        hints = [item.sizeHint() for item in self._shown()]
        width = sum(hint.width() for hint in hints) + self._gap * max(len(hints) - 1, 0)
        return self._with_margins(width, max((hint.height() for hint in hints), default=0))

    def minimumSize(self) -> QSize:  # noqa: N802 - Qt's name
        """As wide as the widest of them."""
        hints = [item.minimumSize() for item in self._shown()]
        size = QSize()
        for hint in hints:
            size = size.expandedTo(hint)
        return self._with_margins(size.width(), size.height())

    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def _with_margins(self, width: int, height: int) -> QSize:
        margins = self.contentsMargins()
        return QSize(
            width + margins.left() + margins.right(), height + margins.top() + margins.bottom()
        )

    def _place(self, area: QRect, *, is_try: bool) -> int:
        """The height that it takes in an area; unless it is a try, they are put there."""
        inner = area.marginsRemoved(self.contentsMargins())
        x, y, high = inner.left(), inner.top(), 0
        line: list[tuple[QLayoutItem, QRect]] = []
        for item in self._shown():
            size = item.sizeHint().boundedTo(QSize(max(inner.width(), 1), 1 << 20))
            if line and x + size.width() > inner.right() + 1:
                self._put(line, high, is_try=is_try)
                x, y, high, line = inner.left(), y + high + self._line_gap, 0, []
            line.append((item, QRect(QPoint(x, y), size)))
            x, high = x + size.width() + self._gap, max(high, size.height())
        self._put(line, high, is_try=is_try)
        return y + high - area.top() + self.contentsMargins().bottom()

    @staticmethod
    def _put(line: list[tuple[QLayoutItem, QRect]], high: int, *, is_try: bool) -> None:
        for item, place in line:
            if not is_try:
                item.setGeometry(place.translated(0, (high - place.height()) // 2))
