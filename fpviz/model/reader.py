"""How a window reads the texts that are typed, pasted and dropped."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QObject, Signal

from fpviz.core.literals import Context, Kind, Literal, readings
from fpviz.model.document import Document
from fpviz.model.settings import READS, Settings

_KINDS: Mapping[str, Kind | None] = {"usual": None, **{kind.value: kind for kind in Kind}}


class Reader(QObject):
    """What codes a text may be of, and which kind the user takes where it may be a number, too.

    Signals:
        changed: texts are read in another way.
        pasted(str): the source is what this text says.
    """

    changed = Signal()
    pasted = Signal(str)

    def __init__(self, document: Document) -> None:
        super().__init__(document)
        self._document = document
        self._settings: Settings | None = None
        self._kind: Kind | None = None

    def keep_in(self, settings: Settings) -> None:
        """Take the remembered kind, and remember the one that is taken from now on."""
        self._settings = settings
        self._kind = _KINDS[settings.get(READS)]
        self.changed.emit()

    def take(self, kind: Kind) -> None:
        """Read texts that may be both as this kind from now on."""
        self._kind = kind
        if self._settings:
            self._settings.set(READS, kind.value)
        self.changed.emit()

    def context(self, *, whole: bool = False) -> Context:
        """Where a text stands that is typed now, or, if ``whole``, pasted."""
        state = self._document.state
        return Context(None, state.active, state.formats, self._kind, whole)

    def read(self, text: str) -> Literal:
        """What a pasted text says. Raises LiteralError."""
        return readings(text, self.context(whole=True)).taken()
