"""How a picture is wanted: of what, how large, in which colours and words."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QByteArray

from fpviz.app.pictures.size import Size
from fpviz.app.preferences.language import Language
from fpviz.model.languages import ENGLISH
from fpviz.model.runs import Runs
from fpviz.model.themes import LIGHT


@dataclass(frozen=True, slots=True)
class PictureLook:
    """How a scene is to be drawn: a panel's id (empty: the window), a size (``None``: the natural
    one), a scale for pixels, a theme, and a language, unless it is that of a window."""

    panel: str = ""
    size: Size | None = None
    scale: float = 1.0
    theme: str = LIGHT
    language: str = ENGLISH


@dataclass(frozen=True, slots=True)
class Likeness:
    """What a picture has in common with the window on the screen that it shows, beside the scene.

    That are the runs that were made there, its language, its size in pixels, and where its docks
    are (``QMainWindow.saveState``).
    """

    runs: Runs
    language: Language
    width: int
    height: int
    docks: QByteArray
