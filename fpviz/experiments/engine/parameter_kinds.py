"""The kinds of values that parameters take, and how each is read and written."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from fractions import Fraction
from typing import Generic, Protocol, TypeVar

from fpviz.core.formats import Format, find_format
from fpviz.core.literals import Literal, NumberLiteral, parse_literal
from fpviz.core.numbers import Finite
from fpviz.core.phrase import Complaint, Phrase, phrase, quoted
from fpviz.core.text import exact_text

T = TypeVar("T")

MAX_STEPS = 10**15
"""Axis coordinates are binary64, which tells any two steps up to 2^53 apart."""


class ParameterKind(Protocol[T]):
    """What values a parameter takes, and how they are written.

    ``parse`` raises Complaint (LiteralError, FormatError); ``text`` is its inverse, in the one
    form that is printed.
    """

    def parse(self, text: str) -> T: ...

    def text(self, value: T) -> str: ...


@dataclass(frozen=True, slots=True)
class ExactNumber:
    """A number, exactly as typed: any literal of fpviz. It must be ``finite``, or need not."""

    finite: bool = True

    def parse(self, text: str) -> Literal:
        literal = _unambiguous(text)
        if self.finite and not isinstance(literal.number, Finite):
            raise Complaint(
                phrase("{text} is not finite; type a number", text=quoted(text.strip()))
            )
        return literal

    def text(self, value: Literal) -> str:
        return value.text.strip()


def _unambiguous(text: str) -> Literal:
    """The literal that a text is, unless it is digits that may be a code of any format."""
    literal = parse_literal(text)
    if isinstance(literal, NumberLiteral) and literal.text == f"+{text.strip()}":
        raise Complaint(
            phrase(
                "{text} may be the number {number} or a code; type {number}, or the code with its "
                "format, such as fp16:0x3c00",
                text=quoted(text.strip()),
                number=exact_text(literal.number),
            )
        )
    return literal


@dataclass(frozen=True, slots=True)
class FormatName:
    """A binary format of the catalogue, or a custom one such as ``e5m7``."""

    def parse(self, text: str) -> Format:
        return _binary(text)

    def text(self, value: Format) -> str:
        return value.name


@dataclass(frozen=True, slots=True)
class Count:
    """A whole number from ``least`` to ``most``; ``10^12`` and ``1e12`` are read, too."""

    least: int = 1
    most: int = MAX_STEPS

    def parse(self, text: str) -> int:
        number = parse_literal(text).number
        value = number.value if isinstance(number, Finite) else None
        if value is None or value.denominator != 1:
            raise Complaint(phrase("{text} is not a whole number", text=quoted(text.strip())))
        if not self.least <= value <= self.most:
            least, most = str(self.least), _power(self.most)
            outside = phrase(
                "{text} is not from {least} to {most}",
                text=quoted(text.strip()),
                least=least,
                most=most,
            )
            raise Complaint(outside)
        return int(value)

    def text(self, value: int) -> str:
        return str(value)


@dataclass(frozen=True, slots=True)
class Exponent:
    """The k of 2^k, a whole number from ``least`` to ``most``: a slider has a place for each."""

    least: int
    most: int

    def parse(self, text: str) -> int:
        return Count(self.least, self.most).parse(text)

    def text(self, value: int) -> str:
        return str(value)


_BETWEEN = re.compile(r"\s*[-–—]\s*(?=\d)")
_RANGE = re.compile(r"(?P<first>.*\d)-(?P<last>\d.*)")


@dataclass(frozen=True, slots=True)
class StepList:
    """Numbers of steps, the first being 1, and ranges: ``7, 8, 20-40``; may be empty.

    The value is what there is in ascending order: ranges that do not touch.
    """

    def parse(self, text: str) -> tuple[range, ...]:
        parts = re.split(r"[\s,;，、；]+", _BETWEEN.sub("-", text.strip()))
        ranges = sorted((_steps(part) for part in parts if part), key=lambda steps: steps.start)
        return tuple(_united(ranges))

    def text(self, value: tuple[range, ...]) -> str:
        return ", ".join(map(_steps_text, value))


def _steps(text: str) -> range:
    """The steps that a number or a range of numbers says."""
    found = _RANGE.fullmatch(text)
    first, last = (found["first"], found["last"]) if found else (text, text)
    steps = range(Count().parse(first), Count().parse(last) + 1)
    if not steps:
        raise Complaint(phrase("{text} ends before it begins", text=quoted(text)))
    return steps


def _united(ranges: list[range]) -> Iterator[range]:
    """Ranges, ascending by their starts, with those that meet made one."""
    pending = range(0)
    for steps in ranges:
        if pending and steps.start <= pending.stop:
            pending = range(pending.start, max(pending.stop, steps.stop))
        else:
            yield from (pending,) if pending else ()
            pending = steps
    yield from (pending,) if pending else ()


def _steps_text(steps: range) -> str:
    """``7``, ``7, 8`` or ``20-40``."""
    return f"{steps[0]}-{steps[-1]}" if len(steps) > 2 else ", ".join(map(str, steps))


def _binary(text: str) -> Format:
    """The format of that name, which an experiment can run in."""
    fmt = find_format(text)
    if fmt.base != 2:
        raise Complaint(
            phrase(
                "{text} is decimal; experiments run in binary formats, such as fp16",
                text=quoted(text.strip()),
            )
        )
    return fmt


@dataclass(frozen=True, slots=True)
class FormatList:
    """Several formats with commas between, each once, in the order given."""

    def parse(self, text: str) -> tuple[Format, ...]:
        parts = [part for part in text.replace(",", " ").split() if part]
        if not 1 <= len(parts) <= 12:
            raise Complaint(
                phrase(
                    "{text}: name 1 to 12 formats, with commas between them",
                    text=quoted(text.strip()),
                )
            )
        return tuple(dict.fromkeys(map(_binary, parts)))

    def text(self, value: tuple[Format, ...]) -> str:
        return ", ".join(fmt.name for fmt in value)


@dataclass(frozen=True, slots=True)
class Option(Generic[T]):
    """One value of a choice: ``name`` on the command line, ``label`` in a form.

    ``aliases`` are other names by which it may be typed, with blanks between.
    """

    name: str
    label: Phrase
    value: T
    aliases: str = ""


@dataclass(frozen=True, slots=True)
class OneOf(Generic[T]):
    """One of a few values."""

    options: tuple[Option[T], ...]

    def parse(self, text: str) -> T:
        wanted = text.strip().lower()
        for option in self.options:
            if wanted in (option.name, *option.aliases.split()):
                return option.value
        names = ", ".join(option.name for option in self.options)
        raise Complaint(phrase("{text} is none of {names}", text=quoted(text.strip()), names=names))

    def text(self, value: T) -> str:
        return next(option.name for option in self.options if option.value == value)


@dataclass(frozen=True, slots=True)
class Switch:
    """On or off; yes and no, true and false, 1 and 0 are read, too."""

    def parse(self, text: str) -> bool:
        match text.strip().lower():
            case "on" | "yes" | "true" | "1":
                return True
            case "off" | "no" | "false" | "0":
                return False
        raise Complaint(phrase("{text} is neither on nor off", text=quoted(text.strip())))

    def text(self, value: bool) -> str:
        return "on" if value else "off"


def finite_value(literal: Literal) -> Fraction:
    """The rational that a literal of kind ExactNumber says."""
    assert isinstance(literal.number, Finite)
    return literal.number.value


def _power(value: int) -> str:
    """``10^15`` for a long power of ten, digits for any other number."""
    zeros = len(str(value)) - 1
    return f"10^{zeros}" if zeros > 5 and value == 10**zeros else str(value)


E = TypeVar("E", bound=Enum)


def one_of(labels: Mapping[E, Phrase], aliases: Mapping[E, str] | None = None) -> OneOf[E]:
    """The members of an enumeration, under their values as names and these labels."""
    named = aliases or {}
    return OneOf(
        tuple(
            Option(member.value, label, member, named.get(member, ""))
            for member, label in labels.items()
        )
    )
