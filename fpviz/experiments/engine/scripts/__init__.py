"""A run as a script that does it again, with numpy, PyTorch or MindSpore.

Where the library has a format, a class or a cast that rounds as the run does, the script computes
in it; elsewhere it carries a small exact arithmetic of its own, and imports no library. It prints
the name and the final code of each curve, and what else the run counts.
"""

from __future__ import annotations

from fpviz.core.phrase import Complaint, phrase, quoted
from fpviz.experiments.engine.run import Run
from fpviz.experiments.engine.scripts.bodies import BODIES
from fpviz.experiments.engine.scripts.dialects import DIALECTS
from fpviz.experiments.engine.scripts.writer import MOST_STEPS, Writer

__all__ = ["DIALECTS", "MOST_STEPS", "ScriptError", "script"]


class ScriptError(Complaint):
    """What cannot be written as a script."""


def script(run: Run, dialect: str) -> str:
    """The source of a script that repeats ``run``; ``dialect`` is a name in ``DIALECTS``.

    Its loops stop where nothing moves any more. One that would take too long stops before, and
    the script says so at its head.

    Raises ScriptError for another dialect.
    """
    if dialect not in DIALECTS:
        names = ", ".join(DIALECTS)
        raise ScriptError(
            phrase("no scripts for {name}; there are {names}", name=quoted(dialect), names=names)
        )
    writer = Writer(run, DIALECTS[dialect])
    BODIES[run.experiment](writer)
    return writer.text
