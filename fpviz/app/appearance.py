"""Light, dark, or as the system: one controller that tells everyone. A picture has its own."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QApplication

from fpviz.widgets.style import palette
from fpviz.widgets.theme import DARK, LIGHT, THEMES, Theme

CHOICES = ("system", "light", "dark")


class Appearance(QObject):
    """The theme of the application.

    Signals:
        changed(Theme): the colours are others.
    """

    changed = Signal(object)

    def __init__(self, app: QApplication, choice: str) -> None:
        super().__init__(app)
        self._app = app
        self._choice = choice
        self._theme = LIGHT
        app.setStyle("Fusion")
        app.styleHints().colorSchemeChanged.connect(self._system_changed)
        self._take(self._wanted())

    @property
    def theme(self) -> Theme:
        """The present colours."""
        return self._theme

    @property
    def choice(self) -> str:
        """``system``, ``light`` or ``dark``."""
        return self._choice

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
        # Platforms that know no colour scheme ignore Qt's, so the palette is always our own.
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

    def choose(self, choice: str) -> None:
        """A picture keeps its theme."""
