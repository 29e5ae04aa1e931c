"""What a text on the command line opens: a scene file, a scene of the resources, or a literal."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from fpviz.app.assets import resources
from fpviz.core.literals import LiteralError, parse_literal
from fpviz.core.phrase import phrase
from fpviz.core.reading import State
from fpviz.model.scene import SUFFIX, Scene, load_scene


def scene_from(text: str) -> tuple[Scene, Path | None]:
    """The scene that ``text`` stands for, and the file if it is one of the user's.

    Raises SceneError for a file that cannot be read, LiteralError for a text that is neither.
    """
    path = Path(text)
    if path.suffix == SUFFIX or path.is_file():
        return load_scene(path), path
    if text in resource_scenes():
        return load_scene(resource_scenes()[text]), None
    try:
        return Scene(literal_state(text)), None
    except LiteralError as error:
        neither = phrase("no scene, and no value: {reason}", reason=error.phrase)
        raise LiteralError(neither) from None


def literal_state(text: str) -> State:
    """The default state with ``text`` as its source. Raises LiteralError."""
    state = State()
    source = parse_literal(text, active=state.active)
    if source.format is not None and source.code is not None:
        state = state.with_code(source.format, source.code)
    return replace(state, source=source)


def resource_scenes() -> dict[str, Path]:
    """The scenes that come with fpviz, by name: the gallery, then those of the Guide."""
    folders = (resources() / "scenes", resources() / "guide" / "scenes")
    return {path.stem: path for folder in folders for path in sorted(folder.glob(f"*{SUFFIX}"))}
