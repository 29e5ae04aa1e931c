"""Words for people, in a form that can be translated: a template, and what goes into it.

All that core and the experiments say in words is a ``Phrase``: a command line prints it with
``str``, in English; a window hands it to ``fpviz.widgets.translated``, which knows the language.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, reduce


@dataclass(frozen=True, slots=True)
class Phrase:
    """A sentence or a few words, with places for values.

    The template is translated; of the values, those that are phrases themselves.
    """

    template: str
    values: tuple[tuple[str, str | Phrase], ...] = ()

    def __str__(self) -> str:
        return self.template.format(**dict(self.values))


Say = Callable[[Phrase], str]
"""How a phrase becomes text: ``str`` for English, ``said`` for the language of the window."""


def phrase(text: str, /, **values: str | Phrase) -> Phrase:
    """``text`` with its ``{names}`` given values.

    >>> str(phrase("{format} rounds to {value}", format="fp16", value="1.125"))
    'fp16 rounds to 1.125'
    """
    return Phrase(text, tuple(values.items()))


def template(text: str) -> str:
    """``text`` itself, marked as one that phrases will be made of, or a teller tells."""
    return text


def verbatim(text: str) -> Phrase:
    """What every language writes alike: a formula, a list of numbers, the name of a format."""
    return phrase("{text}", text=text)


def teller(say: Say) -> Callable[..., str]:
    """What fills one template after the other with plain texts, and looks each up but once.

    >>> tell = teller(str)
    >>> tell("{value} ({code})", value="1.125", code="0x3c80")
    '1.125 (0x3c80)'
    """

    @cache
    def looked_up(text: str) -> str:
        places = re.findall(r"{(\w+)}", text)
        return say(phrase(text, **{place: f"{{{place}}}" for place in places}))

    return lambda text, /, **values: looked_up(text).format(**values)


def in_a_row(*sentences: Phrase) -> Phrase:
    """One sentence after another; how far they stand apart is a matter of the language.

    >>> str(in_a_row(phrase("It rounds."), phrase("It stays.")))
    'It rounds. It stays.'
    """
    return reduce(lambda said, next_: phrase("{said} {next}", said=said, next=next_), sentences)


def listed(*phrases: Phrase) -> Phrase:
    """Things one after another, with commas between.

    >>> str(listed(phrase("inexact"), phrase("overflow")))
    'inexact, overflow'
    """
    return reduce(lambda said, next_: phrase("{said}, {next}", said=said, next=next_), phrases)


def in_series(*phrases: Phrase) -> Phrase:
    """Facts one after another, with semicolons between.

    >>> str(in_series(phrase("w rounds to fp16"), phrase("g rounds to fp32")))
    'w rounds to fp16; g rounds to fp32'
    """
    return reduce(lambda said, next_: phrase("{said}; {next}", said=said, next=next_), phrases)


class UserError(Exception):
    """What a person can mend; its text is one line that says what is wrong."""


class Complaint(UserError, ValueError):  # noqa: N818 - errors are made of it
    """What is wrong with something that a person gave, as a phrase that can be translated."""

    def __init__(self, phrase: Phrase) -> None:
        super().__init__(phrase)
        self.phrase = phrase


_LONGEST_QUOTED = 200
"""Characters of a wrong text that a message names whole."""


def quoted(text: str) -> str:
    """``text`` as messages show it: in quotes, on one line, whole; a very long one by its ends.

    >>> quoted("fp17\\n"), quoted("9" * 50) == f"'{'9' * 50}'", len(quoted("9" * 1000))
    ("'fp17\\\\n'", True, 202)
    """
    ends = text if len(text) <= _LONGEST_QUOTED else f"{text[:120]}…{text[-79:]}"
    line = "".join(c if c.isprintable() else ascii(c)[1:-1] for c in ends)
    return f"'{line if len(line) <= _LONGEST_QUOTED else f'{line[:120]}…{line[-79:]}'}'"
