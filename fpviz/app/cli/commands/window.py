"""``fpviz`` without the name of a command: the window."""

from __future__ import annotations

import argparse
import gc

from fpviz import __version__
from fpviz.app.cli.arguments import Parser
from fpviz.app.cli.literal_arguments import add_kinds
from fpviz.app.platform_check import check_screen, has_screen, load_qt, without_screen
from fpviz.model.languages import LANGUAGES
from fpviz.model.themes import SCREEN_THEMES, SYSTEM
from fpviz.model.workspaces import WORKSPACES

DESCRIPTION = """\
fpviz makes floating-point numbers visible.

  fpviz [LITERAL or FILE]    opens the window: a value or a link; a scene, a dump, tensors
  fpviz formats              the catalogue of formats
  fpviz show LITERAL…        a value in several formats
  fpviz trace add A B -f F   an operation step by step; also a conversion
  fpviz eval EXPRESSION      an expression, operation by operation
  fpviz decode FILE          what a dump or a file of bytes says, in every order
  fpviz experiments          the experiments with their parameters
  fpviz run EXPERIMENT       an experiment without a window
  fpviz render SCENE -o FILE a picture without a screen

'fpviz COMMAND --help' says more about a command."""


def parser() -> Parser:
    """What to open, and how."""
    made = Parser(
        prog="fpviz",
        description=DESCRIPTION,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    made.add_argument("start", nargs="?", metavar="LITERAL or FILE", help="or a link")
    made.add_argument("--theme", choices=(*SCREEN_THEMES, SYSTEM), help="for this run")
    made.add_argument("--lang", choices=(*LANGUAGES, SYSTEM), help="for this run")
    made.add_argument("--workspace", choices=tuple(WORKSPACES), help="what to arrange it for")
    add_kinds(made)
    made.add_argument("--smoke", action="store_true", help="try the window out and leave")
    made.add_argument("--version", action="version", version=f"fpviz {__version__}")
    return made


def answer(options: argparse.Namespace) -> int:
    """Open the window, and be done when it is closed."""
    start = None
    if options.start is not None:  # what is no scene and no value is said before Qt has its say
        from fpviz.app.cli.scene_arguments import read_start

        start = read_start(options.start, options.prefer)
    load_qt()
    if options.smoke and not has_screen():
        without_screen()
    check_screen()
    if options.smoke:
        from fpviz.app.smoke import smoke

        return smoke()
    gc.disable()  # what is loaded from here on stays; later the window collects
    from fpviz.app.launch import open_window

    typed = options.start if options.start != start else None
    return open_window(start, options.theme, options.lang, typed, options.workspace)
