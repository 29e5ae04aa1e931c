"""``fpviz render``: a picture of a scene without a screen."""

from __future__ import annotations

import tempfile
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QWidget

from fpviz.app.appearance import Appearance
from fpviz.app.launch import application, build_window, passing_settings
from fpviz.app.opening import scene_from
from fpviz.app.pictures import SUFFIXES, export_picture
from fpviz.app.window import MainWindow
from fpviz.panels import PANELS

DEFAULT_SIZE = (1440, 900)


@dataclass(frozen=True, slots=True)
class Wish:
    """What picture is wanted. ``panel`` is a panel's id, or ``None`` for the whole window."""

    scene: str
    output: Path
    panel: str | None = None
    size: tuple[int, int] | None = None
    scale: float = 1.0
    theme: str = "light"


class RenderError(ValueError):
    """A picture that cannot be made; the message is one line."""


def render(wish: Wish) -> None:
    """Write a picture. Raises RenderError, SceneError, LiteralError."""
    ids = [kind.ID for kind, _, _ in PANELS]
    if wish.panel is not None and wish.panel not in ids:
        raise RenderError(f"there is no panel '{wish.panel}'; there are {', '.join(ids)}")
    if wish.output.suffix.lower() not in SUFFIXES:
        raise RenderError(f"'{wish.output.name}' must end in .png, .svg or .pdf")
    scene, _ = scene_from(wish.scene)
    app = application()
    with tempfile.TemporaryDirectory() as folder:
        window = build_window(scene, passing_settings(folder), Appearance(app, wish.theme))
        target = _laid_out(window, wish)
        try:
            export_picture(target, wish.output, wish.scale)
        except OSError as error:
            reason = error.strerror or error
            raise RenderError(f"'{wish.output}' cannot be written: {reason}") from None
        finally:
            window.close()
            window.deleteLater()
            app.sendPostedEvents(window, QEvent.Type.DeferredDelete)


def _laid_out(window: MainWindow, wish: Wish) -> QWidget:
    """The widget of a wish at its size, complete and at rest."""
    app = application()
    target: QWidget = window
    window.resize(*(wish.size or DEFAULT_SIZE))
    if wish.panel is not None:
        for panel_id, frame in window.frames.items():
            frame.setVisible(panel_id == wish.panel)
        target = window.frames[wish.panel]
        window.frames[wish.panel].leave_out_controls()
    window.show()
    window.build_late()
    window.session.runs.wait()
    app.processEvents()
    if wish.panel is None:
        window.arrange()
    elif wish.size is not None:
        frame = window.frames[wish.panel]
        frame.setFloating(True)
        frame.resize(*wish.size)
    app.processEvents()
    app.processEvents()
    focused = app.focusWidget()
    if focused is not None:  # no caret and no frame of the keyboard in a picture
        focused.clearFocus()
    return target
