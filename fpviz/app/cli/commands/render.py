"""``fpviz render``: a picture without a screen."""

from __future__ import annotations

import argparse
from pathlib import Path

from fpviz.app.cli.arguments import Parser, UsageError, argument
from fpviz.app.cli.literal_arguments import add_kinds
from fpviz.app.cli.output import complain
from fpviz.app.pictures.size import parse_size
from fpviz.app.platform_check import load_qt, without_screen
from fpviz.model.languages import LANGUAGES
from fpviz.model.themes import THEMES


def parser() -> Parser:
    """A scene, what to draw of it and how, and a file."""
    made = Parser(prog="fpviz render", description="A picture without a screen.")
    made.add_argument(
        "scene",
        metavar="SCENE",
        help="a .fpviz file, a picture made by fpviz, a link, or a literal",
    )
    add_kinds(made)
    made.add_argument("--panel", metavar="P", help="one panel instead of the window")
    made.add_argument(
        "--size",
        type=argument(parse_size),
        metavar="W[xH][mm]",
        help="in pixels before scaling, or in millimetres; without H as high as it needs",
    )
    made.add_argument("--scale", type=argument(_scale), metavar="N", help="pixels of a PNG a pixel")
    made.add_argument("--theme", choices=THEMES)
    made.add_argument("--lang", choices=LANGUAGES)
    made.add_argument(
        "-o", "--output", required=True, type=Path, metavar="FILE", help="- is standard output"
    )
    made.add_argument(
        "--type",
        choices=("png", "svg", "pdf"),
        help="what FILE is, whatever its name; png where it is standard output",
    )
    return made


def _scale(text: str) -> float:
    text = text.strip()
    try:
        scale = float(text)
    except ValueError:
        scale = 0.0
    if not 0.1 <= scale <= 16:
        raise UsageError(f"'{text}' is not a scale from 0.1 to 16")
    return scale


def answer(options: argparse.Namespace) -> int:
    """Write the picture."""
    load_qt()
    without_screen()
    from fpviz.app.cli.rendering import Wish, render
    from fpviz.app.cli.scene_arguments import read_scene

    note = render(
        Wish(
            read_scene(options.scene, options.prefer),
            options.output,
            options.panel,
            options.size,
            options.scale,
            options.theme,
            options.lang,
            options.type,
        )
    )
    if note:
        complain(note)
    return 0
