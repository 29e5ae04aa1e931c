"""What a pin may be: the same wherever one is from, the keyboard, a scene or a link."""

from __future__ import annotations

import unicodedata
from collections.abc import Collection, Iterator, Sequence
from itertools import count, product
from string import ascii_uppercase

from fpviz.core.phrase import Complaint, Phrase, phrase, quoted
from fpviz.model.bench.records import Pin

MOST_PINS = 100
LONGEST_NAME = 24
LONGEST_NOTE = 500
LONGEST_SOURCE = 4000
"""Characters of a pinned value's text: so many of the longest pins are still a scene."""

_NOT_IN_A_LINE = ("Cc", "Cs", "Zl", "Zp")
"""Categories of characters that end a line, are no text, or cannot be written to a file."""


class PinError(Complaint):
    """What cannot be a pin; the message is one line."""


def checked(pin: Pin, others: Sequence[Pin]) -> Pin:
    """The pin, if it may stand beside the others. Raises PinError."""
    for wrong in (_wrong_name(pin, others), _wrong_note(pin), _wrong_source(pin)):
        if wrong is not None:
            raise PinError(wrong)
    if len(others) >= MOST_PINS:
        raise PinError(phrase("there are at most {most} pins", most=str(MOST_PINS)))
    return pin


def tidy(text: str) -> str:
    """A text as one line, without blanks around it or side by side."""
    return " ".join(text.split())


def as_note(text: str) -> str:
    """A text as a note; nothing where it can be none, as a name of a file may be."""
    line = tidy(text)
    return line if _is_line(line) and len(line) <= LONGEST_NOTE else ""


def free_name(taken: Collection[str]) -> str:
    """The first of A, B … Z, AA, AB … that is not taken."""
    return next(name for name in _names() if name not in taken)


def _names() -> Iterator[str]:
    for length in count(1):
        yield from map("".join, product(ascii_uppercase, repeat=length))


def _wrong_name(pin: Pin, others: Sequence[Pin]) -> Phrase | None:
    name = pin.name
    if not name or not _is_line(name):
        return phrase(
            "{name} is no name of a pin: it is one line, and not empty", name=quoted(name)
        )
    if len(name) > LONGEST_NAME:
        return phrase(
            "the name {name} has {count} characters; a pin's has at most {most}",
            name=quoted(name),
            count=str(len(name)),
            most=str(LONGEST_NAME),
        )
    if name in {other.name for other in others}:
        return phrase("another pin is called {name}", name=quoted(name))
    return None


def _wrong_note(pin: Pin) -> Phrase | None:
    if not _is_line(pin.note):
        return phrase("the note {note} is not one line of text", note=quoted(pin.note))
    if len(pin.note) > LONGEST_NOTE:
        return phrase(
            "the note {note} has {count} characters; a pin's has at most {most}",
            note=quoted(pin.note),
            count=str(len(pin.note)),
            most=str(LONGEST_NOTE),
        )
    return None


def _wrong_source(pin: Pin) -> Phrase | None:
    text = pin.source.text
    if len(text) <= LONGEST_SOURCE:
        return None
    return phrase(
        "{text} has {count} characters; a pinned value has at most {most}",
        text=quoted(text),
        count=str(len(text)),
        most=str(LONGEST_SOURCE),
    )


def _is_line(text: str) -> bool:
    """Whether a text is one line, without blanks around it."""
    lines = (unicodedata.category(char) in _NOT_IN_A_LINE for char in text)
    return text == text.strip() and not any(lines)
