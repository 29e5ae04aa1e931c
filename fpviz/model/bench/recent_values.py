"""The values that were the source lately."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from time import monotonic

from PySide6.QtCore import QObject, Signal

from fpviz.core.literals import Literal, LiteralError, parse_literal
from fpviz.core.reading import Snapshot
from fpviz.model.document import Document
from fpviz.model.settings import RECENT_VALUES, Settings

MOST = 50
RESTED = 1.5
"""Seconds for which a source has to stand to be kept when another takes its place: not each
keystroke, not each value that a drag passes."""

_LONGEST = 400
"""Characters of a text that is kept; what is longer is no value that one looks for in a list."""


class RecentValues(QObject):
    """A list without repetitions, kept in the settings: it belongs to the user, not to a scene.

    Signals:
        changed(): ``values`` are others.
    """

    changed = Signal()

    def __init__(self, document: Document, clock: Callable[[], float] = monotonic) -> None:
        super().__init__(document)
        self._clock = clock
        self._settings: Settings | None = None
        self._own: list[str] = []
        self._last = document.state.source, clock()
        document.changed.connect(self._follow)

    def keep_in(self, settings: Settings) -> None:
        """Take the remembered values, and remember those that are kept from now on."""
        self._settings = settings
        self.changed.emit()

    @property
    def values(self) -> tuple[Literal, ...]:
        """The values, most recent first."""
        read = map(_read, self._texts()[:MOST])
        return tuple(value for value in read if value is not None)

    def forget(self, value: Literal) -> None:
        """Take a value off the list."""
        self._keep([text for text in self._texts() if text != value.text])

    def clear(self) -> None:
        """Forget all values."""
        self._keep([])

    def _follow(self, snapshot: Snapshot) -> None:
        source, now = snapshot.state.source, self._clock()
        gone, since = self._last
        if source == gone:
            return
        self._last = source, now
        if now - since >= RESTED and len(gone.text) <= _LONGEST:
            self._keep([gone.text, *(text for text in self._texts() if text != gone.text)][:MOST])

    def _texts(self) -> list[str]:
        """What is remembered; another window may have added to it."""
        return self._own if self._settings is None else self._settings.get_list(RECENT_VALUES)

    def _keep(self, texts: list[str]) -> None:
        self._own = texts
        if self._settings is not None:
            self._settings.set_list(RECENT_VALUES, texts)
        self.changed.emit()


@lru_cache(maxsize=2 * MOST)
def _read(text: str) -> Literal | None:
    """What a remembered text says; nothing where another version has written it."""
    try:
        return parse_literal(text)
    except LiteralError:
        return None
