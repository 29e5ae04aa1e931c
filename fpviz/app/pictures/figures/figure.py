"""A figure set up out of sight: one panel or the whole window on a scene, at a size, in a theme.

Nothing that is on the screen changes meanwhile: the figure has a session and a theme of its own. A
panel needs no more than these and a language; a window is built for a picture of the window alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace

from PySide6.QtWidgets import QWidget

from fpviz.app.application import application
from fpviz.app.collector import uncollected
from fpviz.app.pictures.figures.fitting_in import Fitted, settle
from fpviz.app.pictures.figures.one_panel import one_panel
from fpviz.app.pictures.files.environment import drawn_with
from fpviz.app.pictures.files.origin import Origin
from fpviz.app.pictures.files.writing import ReadyWidget
from fpviz.app.pictures.look import Likeness, PictureLook
from fpviz.app.preferences.appearance import usual_text
from fpviz.app.preferences.language import Language
from fpviz.model.files.scene import Scene, SceneError
from fpviz.model.languages import ENGLISH
from fpviz.model.session import Session, new_session


@dataclass(frozen=True, slots=True)
class Figure:
    """A picture that is ready, and by how much it had to be shrunk for all of it to fit."""

    picture: ReadyWidget
    shrunk: float = 1.0


@contextmanager
def figure(scene: Scene, look: PictureLook, like: Likeness | None = None) -> Iterator[Figure]:
    """A figure of a scene. ``like`` says what it has in common with a window on the screen."""
    session = new_session(scene)  # it has to outlive what listens to it
    try:
        if like is None:
            session.runs.wait()
            if session.runs.error is not None:
                raise SceneError(session.runs.error.message)
        else:
            session.runs.take_over(like.runs)
        with (
            uncollected(),
            usual_text(application()),
            _spoken(look, like) as language,
            _set_up(session, scene, look, language, like) as it,
        ):
            target, fitted = it
            settle(target)
            if like is None:
                session.tensors.shelf.have_read()
            size = replace(fitted.size, height=fitted.height)
            about = str(look.size) if look.size is not None else ""
            spoken = language.present
            origin = Origin(scene, look.panel, about, look.scale, look.theme, spoken, drawn_with())
            yield Figure(ReadyWidget(target, size, origin), fitted.shrunk)
    finally:
        session.close()


@contextmanager
def _spoken(look: PictureLook, like: Likeness | None) -> Iterator[Language]:
    """The language of the figure, spoken while it is drawn."""
    if like is not None:
        yield like.language
        return
    language = Language(application(), look.language)
    try:
        yield language
    finally:
        language.choose(ENGLISH)


@contextmanager
def _set_up(
    session: Session, scene: Scene, look: PictureLook, language: Language, like: Likeness | None
) -> Iterator[tuple[QWidget, Fitted]]:
    """What is to be drawn, laid out."""
    if look.panel:
        with one_panel(session, scene.views, look, language.present) as (sheet, fitted):
            yield sheet, fitted
        return
    from fpviz.app.pictures.figures.whole_window import (  # noqa: PLC0415 - it loads far more
        whole_window,
    )

    with whole_window(session, scene, look, language, like) as (window, fitted):
        yield window, fitted
