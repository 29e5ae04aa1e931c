"""Light, dark, or as the system, and how large.

The size of text is that of the application's font, from which everything is measured when it is
built. A picture has a theme of its own and text of the usual size, whatever the window has.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont, QFontDatabase, QFontInfo
from PySide6.QtWidgets import QApplication
from shiboken6 import isValid

from fpviz.app.preferences.choice import Preference
from fpviz.widgets.look.style import palette, word_font
from fpviz.widgets.look.theme import DARK, LIGHT, THEMES, Theme

_SIMPLIFIED = ("Noto Sans CJK SC", "Source Han Sans SC", "Noto Sans SC", "WenQuanYi Micro Hei")
"""Faces with the letters of Simplified Chinese that Linux may have; others choose by themselves."""


class Appearance(Preference[Theme]):
    """The theme of the application, and the size of its text in per cent of the system's.

    Signals:
        text_resized(int): the application's font is another; what is measured from it is stale.
    """

    text_resized = Signal(int)

    def __init__(self, app: QApplication, choice: str, text_size: int = 100) -> None:
        super().__init__(app, choice, LIGHT)
        self._text_size = 100
        self._app = app
        app.setStyle("Fusion")
        app.styleHints().colorSchemeChanged.connect(self._system_changed)
        self._system_changed()
        self.resize_text(text_size)

    @property
    def theme(self) -> Theme:
        """The present colours."""
        return self.present

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

    def _wanted(self) -> Theme:
        if self.choice in THEMES:
            return THEMES[self.choice]
        dark = self._app.styleHints().colorScheme() is Qt.ColorScheme.Dark
        return DARK if dark else LIGHT

    def _system_changed(self) -> None:
        # WORKAROUND Qt 6.10.3: platforms that know no colour scheme ignore what is set, so the
        # palette is always our own; not reported.
        self._put_into_force(self._wanted())
        self.follow()

    def _put_into_force(self, value: Theme) -> None:
        self._app.setPalette(palette(value))


class OnePicture(Appearance):
    """The theme of one window out of sight; the application's own stays what it is."""

    def __init__(self, theme: Theme) -> None:
        Preference.__init__(self, None, theme.name, theme)
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
