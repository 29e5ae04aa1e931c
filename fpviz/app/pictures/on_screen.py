"""A window on the screen, as far as pictures of it must know it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from PySide6.QtWidgets import QMainWindow

from fpviz.app.pictures.look import Likeness
from fpviz.app.pictures.size import Size
from fpviz.app.preferences.appearance import Appearance
from fpviz.app.preferences.language import Language
from fpviz.core.phrase import Phrase
from fpviz.model.files.scene import Scene
from fpviz.model.runs import Runs
from fpviz.model.settings import Settings
from fpviz.panels.panel import Panel
from fpviz.widgets.frame.panel_frame import PanelFrame


@dataclass(frozen=True, slots=True)
class OnScreen:
    """What is shown now; panels and their frames go by the panels' ids, the window by ""."""

    window: QMainWindow
    frames: Mapping[str, PanelFrame]
    panels: Mapping[str, Panel]
    scene: Callable[[], Scene]
    runs: Runs
    appearance: Appearance
    language: Language
    settings: Settings

    @property
    def theme(self) -> str:
        """The name of the present theme."""
        return self.appearance.theme.name

    def likeness(self) -> Likeness:
        """What a picture of the window, or of a panel of it, has in common with it."""
        window = self.window
        return Likeness(
            self.runs, self.language, window.width(), window.height(), window.saveState()
        )

    def size_of(self, panel_id: str) -> Size | None:
        """The size that a panel, or the window, has; ``None`` for a panel that is not in view."""
        shown = self.frames[panel_id] if panel_id else self.window
        if panel_id and shown.visibleRegion().isEmpty():
            return None
        return Size(shown.width(), shown.height())

    def old(self, panel_id: str) -> Phrase | None:
        """Why a panel, or any in the window, shows what is old, if it does."""
        all_shown = [self.panels[name] for name, frame in self.frames.items() if frame.isVisible()]
        shown = [self.panels[panel_id]] if panel_id else all_shown
        return next((panel.old for panel in shown if panel.old is not None), None)
