"""``fpviz render``: a picture of a scene without a screen."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path

from fpviz.app.application import application
from fpviz.app.pictures import SUFFIXES
from fpviz.app.pictures.figures.figure import figure
from fpviz.app.pictures.files.origin import Origin
from fpviz.app.pictures.files.writing import encoded
from fpviz.app.pictures.look import PictureLook
from fpviz.app.pictures.size import PAPER_SCALE, Size, SizeError, Unit, parse_size
from fpviz.app.preferences.language import check_letters
from fpviz.app.session.opening import origin_from
from fpviz.core.phrase import UserError
from fpviz.model.files.errors import why
from fpviz.model.files.whole_file import write_whole
from fpviz.model.languages import ENGLISH, LANGUAGES
from fpviz.model.themes import LIGHT, THEMES
from fpviz.panels import PANELS

WINDOW = "window"
"""The name of the whole window among those of the panels."""


@dataclass(frozen=True, slots=True)
class Wish:
    """What picture is wanted. What is ``None`` is as in the picture that ``scene`` may be, else
    the default: the whole window, the natural size, a scale of 1 (300 pixels an inch for a size in
    millimetres), the light theme, English."""

    scene: str
    output: Path
    panel: str | None = None
    size: Size | None = None
    scale: float | None = None
    theme: str | None = None
    language: str | None = None
    type: str | None = None

    @property
    def suffix(self) -> str:
        """What the file is: told, or by its name; what goes to standard output has none."""
        if self.type is not None:
            return f".{self.type}"
        return ".png" if str(self.output) == "-" else self.output.suffix.lower()


class RenderError(UserError):
    """A picture that cannot be made."""


def render(wish: Wish) -> str:
    """Write a picture; what there is to say about it, if anything.

    Raises RenderError, SceneError, LiteralError, PlatformError.
    """
    names = (WINDOW, *PANELS)
    if wish.panel is not None and wish.panel not in names:
        raise RenderError(f"there is no panel '{wish.panel}'; there are {', '.join(names)}")
    if wish.suffix not in SUFFIXES:
        raise RenderError(f"'{wish.output.name}' must end in .png, .svg or .pdf, or take a --type")
    origin, _ = origin_from(wish.scene)
    application()
    look = _look(wish, origin)
    check_letters(look.language)
    with figure(origin.scene, look) as made:
        _put(encoded(made.picture, wish.suffix), wish.output)
    if made.shrunk > 1:
        return f"all of it has no room at this size; it is drawn at {100 / made.shrunk:.0f} %"
    return ""


def _put(data: bytes, path: Path) -> None:
    """Write a picture to its file, or to standard output. Raises RenderError, BrokenPipeError."""
    if str(path) == "-":
        sys.stdout.buffer.write(data)
        return
    try:
        write_whole(path, data)
    except BrokenPipeError:
        raise
    except OSError as error:
        raise RenderError(f"'{path}' cannot be written: {why(error)}") from None


def _look(wish: Wish, origin: Origin) -> PictureLook:
    """The look that is wished for, and for the rest the one that a picture had before."""
    panel = wish.panel if wish.panel is not None else origin.panel
    return PictureLook(
        "" if panel == WINDOW or panel not in PANELS else panel,
        wish.size or _size(origin.size),
        wish.scale if wish.scale is not None else _scale(wish.size, origin),
        wish.theme or (origin.theme if origin.theme in THEMES else LIGHT),
        wish.language or (origin.language if origin.language in LANGUAGES else ENGLISH),
    )


def _scale(wished: Size | None, origin: Origin) -> float:
    """The scale that a picture had, or more where a size on paper is wished for."""
    on_paper = wished is not None and wished.unit is Unit.MM
    least = PAPER_SCALE if on_paper else 0.1
    return min(max(origin.scale, least), 16.0)


def _size(text: str) -> Size | None:
    try:
        return parse_size(text) if text else None
    except SizeError:
        return None
