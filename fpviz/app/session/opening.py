"""The door for all that is opened: scenes, pictures with a scene in them, links, literals."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import unquote

from fpviz.app.pictures import SUFFIXES
from fpviz.app.pictures.files.embedding import is_picture, read_origin
from fpviz.app.pictures.files.origin import Origin
from fpviz.core.link import is_link
from fpviz.core.literals import Context, LiteralError, readings
from fpviz.core.phrase import phrase
from fpviz.core.reading import State
from fpviz.model.bench.records import Bench
from fpviz.model.files.resources import resources
from fpviz.model.files.scene import SUFFIX, Scene, Setup, load_scene
from fpviz.model.links import read_link


def scene_from(text: str) -> tuple[Scene, Path | None]:
    """The scene that ``text`` stands for, and the file if it is in one of the user's.

    A file may be named by its URL, as desktops do that open links and files with one program.
    Raises SceneError for a file that cannot be read, a Complaint for a link that says nothing,
    LiteralError for a text that is neither.
    """
    origin, path = origin_from(text)
    return origin.scene, path


def origin_from(text: str) -> tuple[Origin, Path | None]:
    """The same, and what the picture looked like if ``text`` is a picture's file."""
    if is_link(text):
        linked = read_link(text)
        bench = None if linked.pins is None else Bench(linked.pins)
        return Origin(Scene(linked.state, linked.setup or Setup(), bench=bench)), None
    if path := _file_named(text):
        return _read(path), path
    if text in resource_scenes():
        return Origin(load_scene(resource_scenes()[text])), None
    try:
        return Origin(Scene(literal_state(text))), None
    except LiteralError as error:
        neither = phrase("no scene, and no value: {reason}", reason=error.phrase)
        raise LiteralError(neither) from None


def is_scene(text: str) -> bool:
    """Whether ``text`` names a scene, a picture or a link, and so is no literal."""
    return is_link(text) or _file_named(text) is not None or text in resource_scenes()


def holds_scene(path: Path) -> bool:
    """Whether a file is one of those in which scenes are: a scene's own, or a picture."""
    return path.suffix.lower() in (SUFFIX, *SUFFIXES)


def data_file(text: str) -> Path | None:
    """The file that ``text`` names if it is one of data: no scene, no picture."""
    path = _file_named(text)
    return None if path is None or holds_scene(path) else path


def _file_named(text: str) -> Path | None:
    path = Path(unquote(text.removeprefix("file://")) if text.startswith("file:///") else text)
    named = holds_scene(path) or path.is_file()
    return path if named else None


def load(path: Path) -> Scene:
    """The scene in a file, or the one that a picture was made from. Raises SceneError."""
    return _read(path).scene


def _read(path: Path) -> Origin:
    return read_origin(path) if is_picture(path) else Origin(load_scene(path))


def literal_state(text: str) -> State:
    """The default state with ``text`` as its source. Raises LiteralError."""
    state = State()
    where = Context(active=state.active, shown=state.formats, whole=True)
    return state.with_source(readings(text, where).taken())


def resource_scenes() -> dict[str, Path]:
    """The scenes that come with fpviz, by name: the gallery, then those of the Guide."""
    folders = (resources() / "scenes", resources() / "guide" / "scenes")
    return {path.stem: path for folder in folders for path in sorted(folder.glob(f"*{SUFFIX}"))}
