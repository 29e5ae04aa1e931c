"""A scene on the command line: what the window opens and ``fpviz render`` draws."""

from __future__ import annotations

from fpviz.app.cli.dump_input import dump_input
from fpviz.app.cli.literal_arguments import read_literal, say_ambiguous
from fpviz.app.session.opening import data_file, is_scene, scene_from
from fpviz.core.literals import Kind
from fpviz.core.reading import DEFAULT_FORMATS


def read_start(text: str, prefer: Kind | None) -> str:
    """What the window begins with: a scene, or a file of data, which can be read.

    Raises UsageError for a file that cannot.
    """
    if path := data_file(text):
        dump_input(str(path))
        return text
    return read_scene(text, prefer)


def read_scene(text: str, prefer: Kind | None) -> str:
    """The text, a literal as it was read, which is said if it had a choice.

    Of a file it is said what ambiguous names in it are taken as. Raises SceneError or another
    Complaint for what is no scene and no value.
    """
    scene, file = scene_from(text)
    if file is not None:
        say_ambiguous((scene.state.source.text, *scene.setup.values.values()))
    return text if is_scene(text) else read_literal(text, DEFAULT_FORMATS, prefer).text
