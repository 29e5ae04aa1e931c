"""Literals on the command line: told apart from options, read, and their readings said."""

from __future__ import annotations

import argparse
import shlex
from collections.abc import Callable, Iterable, Sequence

from fpviz.app.cli.output import complain
from fpviz.core.formats import Format
from fpviz.core.formats.names import AMBIGUOUS, ambiguous_names
from fpviz.core.literals import Context, Kind, Literal, LiteralError, parse_literal, readings
from fpviz.core.phrase import phrase, quoted


def add_kinds(parser: argparse.ArgumentParser) -> None:
    """The switches for texts that are a number and a code as well."""
    kinds = parser.add_mutually_exclusive_group()
    for kind, text in (
        (Kind.CODE, "take what may be a code, such as 7e00, as one"),
        (Kind.NUMBER, "take what may be a number, such as 0x3c00, as one"),
    ):
        kinds.add_argument(
            f"--{kind.value}", dest="prefer", action="store_const", const=kind, help=text
        )


def say_ambiguous(texts: Iterable[str], say: Callable[[str], None] = complain) -> None:
    """Say what names of formats are taken as that mean something else to others."""
    for name in dict.fromkeys(name for text in texts for name in ambiguous_names(text)):
        say(str(AMBIGUOUS[name]))


def read_literal(
    text: str,
    formats: Sequence[Format],
    prefer: Kind | None,
    say: Callable[[str], None] = complain,
) -> Literal:
    """What a text says, among formats of which the first is active; ``say`` is told of a choice.

    Raises LiteralError.
    """
    found = readings(text, Context(None, formats[0], tuple(formats), prefer, whole=True))
    try:
        literal = found.taken()
    except LiteralError as error:
        raise _pointing_on(text, error) from None
    if said := _said(text.strip(), found.literals, prefer):
        say(said)
    return literal


def _pointing_on(text: str, error: LiteralError) -> LiteralError:
    """The error, or of an expression the command that evaluates it."""
    from fpviz.core.expressions.typed import program_typed

    program = program_typed(text)
    if program is None:
        return error
    names = dict.fromkeys(name.partition("[")[0] for name in program.inputs)
    settings = [word for name in names for word in ("--set", f"{name}=…")]
    said = phrase(
        "{text}: an expression, which is no literal; type {command}",
        text=quoted(text),
        command=" ".join(["fpviz eval", shlex.quote(text.strip()), *settings]),
    )
    return LiteralError(said)


def _said(text: str, found: Sequence[Literal], prefer: Kind | None) -> str:
    """Which reading of a text was taken, and how to get another; or what reading it has done."""
    taken, *others = found
    if not others or taken.kind is prefer:
        return f"{quoted(text)}: {taken.note}" if taken.note else ""
    other = next((each for each in others if each.kind is not taken.kind), others[0])
    way = f"--{other.kind.value}" if other.kind is not taken.kind else f"'{other.text}'"
    return f"{quoted(text)} was read as {taken.said}; {way} reads {other.said}"


def literals_spared(parser: argparse.ArgumentParser, words: list[str]) -> list[str]:
    """``words`` with what begins with a minus and is no option, such as -inf, told apart."""
    options = {option for action in parser._actions for option in action.option_strings}  # noqa: SLF001 - argparse has no other way
    return [f" {word}" if _is_negative(word, options) else word for word in words]


def _is_negative(word: str, options: set[str]) -> bool:
    """Whether a word is a literal with a minus, right or wrong, and not an option."""
    if len(word) < 2 or word[0] != "-" or word.partition("=")[0] in options:
        return False
    return _is_literal(word) or not (word.startswith("--") or word[:2] in options)


def _is_literal(text: str) -> bool:
    try:
        parse_literal(text)
    except LiteralError:
        return False
    return True
