"""What is built after the first paint."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal


class Later(QObject):
    """Things to be built, one after another, each in a turn of its own, so that gestures pass.

    Signals:
        completed(): all are built.
    """

    completed = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._waiting: deque[Callable[[], object]] = deque()
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._build_next)

    def add(self, build: Callable[[], object]) -> None:
        """Take one thing more, as what builds it."""
        self._waiting.append(build)

    def clear(self) -> None:
        """Forget what is not built yet."""
        self._waiting.clear()

    @property
    def is_complete(self) -> bool:
        """Whether all is built."""
        return not self._waiting

    def start(self) -> None:
        """Begin in the next turn, or go on, if there is anything to build."""
        if not self.is_complete:
            self._soon.start()

    def complete(self) -> None:
        """Build all at once."""
        while not self.is_complete:
            self._build_next()

    def _build_next(self) -> None:
        if self.is_complete:
            return
        self._waiting.popleft()()
        if self.is_complete:
            self.completed.emit()
        self.start()
