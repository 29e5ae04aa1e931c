"""Light, dark, or as the system, and how large: one controller that tells everyone.

The size of text is that of the application's font, from which everything is measured when it is
built. A picture has a theme of its own and text of the usual size, whatever the window has.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QFont, QFontDatabase, QFontInfo
from PySide6.QtWidgets import QApplication
from shiboken6 import isValid

from fpviz.widgets.look.style import palette, word_font
from fpviz.widgets.look.theme import DARK, LIGHT, THEMES, Theme

_SIMPLIFIED = ("Noto Sans CJK SC", "Source Han Sans SC", "Noto Sans SC", "WenQuanYi Micro Hei")
"""Faces with the letters of Simplified Chinese that Linux may have; others choose by themselves."""


class Appearance(QObject):
    """The theme of the application, and the size of its text in per cent of the system's.

    Signals:
        changed(Theme): the colours are others.
        text_resized(int): the application's font is another; what is measured from it is stale.
    """

    changed = Signal(object)
    text_resized = Signal(int)

    def __init__(self, app: QApplication, choice: str, text_size: int = 100) -> None:
        super().__init__(app)
        self._text_size = 100
        self._app = app
        self._choice = choice
        self._theme = LIGHT
        app.setStyle("Fusion")
        app.styleHints().colorSchemeChanged.connect(self._system_changed)
        self._take(self._wanted())
        self.resize_text(text_size)

    @property
    def theme(self) -> Theme:
        """The present colours."""
        return self._theme

    @property
    def choice(self) -> str:
        """``system``, ``light`` or ``dark``."""
        return self._choice

    @property
    def text_size(self) -> int:
        """Per cent of the system's."""
        return self._text_size

    def resize_text(self, percent: int) -> None:
        """Make all text so large."""
        _set_font(self._app, word_font(usual_font(), percent / 100))
        if percent != self._text_size:
            self._text_size = percent
            self.text_resized.emit(percent)

    def choose(self, choice: str) -> None:
        """Take a theme by name, or the system's."""
        self._choice = choice
        self._take(self._wanted())

    def _wanted(self) -> Theme:
        if self._choice in THEMES:
            return THEMES[self._choice]
        dark = self._app.styleHints().colorScheme() is Qt.ColorScheme.Dark
        return DARK if dark else LIGHT

    def _system_changed(self) -> None:
        self._take(self._wanted())

    def _take(self, theme: Theme) -> None:
        # WORKAROUND Qt 6.10.3: platforms that know no colour scheme ignore what is set, so the
        # palette is always our own; not reported.
        self._app.setPalette(palette(theme))
        if theme is not self._theme:
            self._theme = theme
            self.changed.emit(theme)


class OnePicture(Appearance):
    """The theme of one window out of sight; the application's own stays what it is."""

    def __init__(self, theme: Theme) -> None:
        QObject.__init__(self)
        self._theme = theme
        self._choice = theme.name
        self._text_size = 100

    def choose(self, choice: str) -> None:
        """A picture keeps its theme."""

    def resize_text(self, percent: int) -> None:
        """A picture keeps the size of its text."""


def usual_font() -> QFont:
    """The system's font for words, at its own size, with a face for Chinese where one is wanted.

    Where a system has the faces of several regions, the first that has a letter is as likely the
    Japanese one, whose letters differ.
    """
    font = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
    chinese = next((face for face in _SIMPLIFIED if QFontDatabase.hasFamily(face)), None)
    if chinese is not None:
        font.setFamilies([QFontInfo(font).family(), chinese])
    return font


@contextmanager
def usual_text(app: QApplication) -> Iterator[None]:
    """What is built meanwhile has text of the usual size; what there is keeps its own."""
    present = app.font()
    there = [] if present == usual_font() else app.topLevelWidgets()
    for widget in there:
        widget.setFont(word_font(widget.font()))  # said outright, it is not the application's
    _set_font(app, usual_font())
    try:
        yield
    finally:
        _set_font(app, present)
        for widget in there:
            if isValid(widget):
                widget.setFont(QFont())


def _set_font(app: QApplication, font: QFont) -> None:
    if font != app.font():
        app.setFont(font)
