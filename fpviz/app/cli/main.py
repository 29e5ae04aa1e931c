"""The command line. Its names and its JSON are a contract; see README.

Commands that draw nothing import neither Qt nor numpy. Bad input is one line on standard error
and exit status 2.
"""

from __future__ import annotations

import signal
import sys
from collections.abc import Sequence

from fpviz.app.cli.commands import NAMES, WINDOW, command
from fpviz.app.cli.literal_arguments import literals_spared, say_ambiguous
from fpviz.app.cli.output import complain, give_up, set_up
from fpviz.core.phrase import UserError, quoted
from fpviz.model.files.errors import why


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line; the exit status."""
    set_up()
    if arguments is None:
        _end_in_order()
    try:
        try:
            return _answer(list(sys.argv[1:] if arguments is None else arguments))
        finally:
            sys.stdout.flush()
    except BrokenPipeError:
        give_up(sys.stdout)
        return 0
    except OSError as error:
        if error.filename is not None:  # of a file; what cannot be printed has no name
            raise
        give_up(sys.stdout)
        complain(f"standard output cannot be written: {why(error)}")
        return 2
    except KeyboardInterrupt:
        return 130  # as a shell says of a program that was interrupted


def _end_in_order() -> None:
    """Let a signal to end raise SystemExit, so that no half-written file is left behind."""
    for name in ("SIGTERM", "SIGHUP"):
        number = getattr(signal, name, None)  # Windows has no SIGHUP
        if number is not None and signal.getsignal(number) is signal.SIG_DFL:
            signal.signal(number, lambda number, _: sys.exit(128 + number))


def _answer(words: list[str]) -> int:
    """Do what the words of a command line say; the exit status."""
    named = bool(words) and words[0] in NAMES
    if len(words) > 1 and words[0].isalpha() and not named:
        complain(f"no command {quoted(words[0])}; there are {', '.join(NAMES)}")
        return 2
    say_ambiguous(words)
    called = command(words.pop(0) if named else WINDOW)
    try:
        parser = called.parser()
        return called.answer(parser.parse_args(literals_spared(parser, words)))
    except UserError as error:
        complain(str(error))
        return 2
