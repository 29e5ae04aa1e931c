"""Links: a state as one short line of text, for a comment, a mail, a lecture's page.

::

    link     = "fpviz:" value ["?" setting ("&" setting)*]
    setting  = "in=" formats | "active=" format | "rounding=" rule | "overflow=" rule
             | "flush=on" | "daz=on" | "tininess=before" | "nans=" rule | "random-bits=" number
             | "pin=" name "=" value | "note=" name "=" text
             | "run=" experiment ("&" parameter "=" text)*

What a link does not say is the default: ``fpviz:fp16:0x3c7c`` is that code among the formats of
a first start. A note is that of the pin of its name. All that follows ``run`` belongs to the
experiment, whose names core does not know, and neither the rules of pins.
Characters that would end a link stand as in other URLs: ``%20`` for a blank. A link is found in
the brackets, quotes and punctuation of a sentence around it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple
from urllib.parse import quote, unquote

from fpviz.core.arithmetic.rounding import Rules
from fpviz.core.arithmetic.rules_text import RULE_TEXTS, read_rules, written_rules
from fpviz.core.formats import Format, FormatError, find_format
from fpviz.core.literals import (
    SPACES,
    CodeLiteral,
    IncompleteLiteral,
    Kind,
    Literal,
    LiteralError,
    parse_literal,
)
from fpviz.core.phrase import Complaint, phrase, quoted
from fpviz.core.reading import MOST_FORMATS, State

SCHEME = "fpviz:"
MAX_LENGTH = 80_000

_OPENING = SPACES + "<([{\"'“‘„«"
_CLOSING = SPACES + ">]}\"'”’»“‘.,;:!?"
_PLAIN = "+-*/^()':,=.;@$_~!|"
"""What stands in a link as it is, beside letters and digits."""

_RUN = re.compile("&run=", re.IGNORECASE)


class LinkError(Complaint):
    """A text that begins as a link and is none; the message is one line."""


class LinkedPin(NamedTuple):
    """A pin in a link: its texts, of which only the note may be empty."""

    name: str
    value: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Link:
    """What a link says: a state, pins as they are written and, unless empty, an experiment with
    parameters as typed."""

    state: State
    experiment: str = ""
    parameters: tuple[tuple[str, str], ...] = ()
    pins: tuple[LinkedPin, ...] = ()


def is_link(text: str) -> bool:
    """Whether a text begins as a link does, in whatever brackets and case."""
    return text.lstrip(_OPENING)[: len(SCHEME)].lower() == SCHEME


# -- writing --------------------------------------------------------------------------------------


def link_text(link: Link) -> str:
    """A link as text, without what is the default.

    >>> link_text(Link(State(parse_literal("1.1"), active=find_format("bf16"))))
    'fpviz:1.1?active=bf16'
    """
    settings = [f"{name}={_escaped(value)}" for name, value in _settings(link.state)]
    for pin in link.pins:
        settings += _pin_settings(pin)
    if link.experiment:
        run = [("run", link.experiment), *link.parameters]
        settings += [f"{name}={_escaped(value)}" for name, value in run]
    text = SCHEME + _escaped(link.state.source.text.strip(SPACES))
    text += "?" * bool(settings) + "&".join(settings)
    return text if _bare(text) == text else f"{text[:-1]}%{ord(text[-1]):02X}"


def _settings(state: State) -> list[tuple[str, str]]:
    settings = []
    if state.formats != State().with_source(state.source).formats:
        settings.append(("in", ",".join(fmt.name for fmt in state.formats)))
    if state.active != _usual_active(state.source, state.formats):
        settings.append(("active", state.active.name))
    settings += written_rules(state.rules).items()
    return settings


def _pin_settings(pin: LinkedPin) -> list[str]:
    """A pin's value and its note; an equals sign in a name is no other's."""
    name = _escaped(pin.name).replace("=", "%3D")
    note = [f"note={name}={_escaped(pin.note)}"] if pin.note else []
    return [f"pin={name}={_escaped(pin.value)}", *note]


def _escaped(text: str) -> str:
    return quote(text, safe=_PLAIN)


# -- reading --------------------------------------------------------------------------------------


def parse_link(text: str) -> Link:
    """What a link says.

    >>> parse_link("<fpviz:1/3?in=bf16>.").state.active.name
    'bf16'

    Raises LinkError; IncompleteLiteral for a value that may still become one.
    """
    if not is_link(text):
        raise LinkError(phrase("{text} is no link: one begins with fpviz:", text=quoted(text)))
    if len(text) > MAX_LENGTH:
        raise LinkError(phrase("a link has at most {most} characters", most=str(MAX_LENGTH)))
    value, asks, settings = _bare(text)[len(SCHEME) :].partition("?")
    source = _source(unquote(value.strip("/")), whole=not asks)
    own, *run = _RUN.split(f"&{settings}", maxsplit=1)
    parts = [part for part in own.split("&") if part]
    state = _state(source, _pairs(part for part in parts if not _of_a_pin(part)))
    name, _, parameters = "".join(run).partition("&")
    return Link(
        state,
        unquote(name).strip(),
        tuple(_pairs(filter(None, parameters.split("&"))).items()),
        _pins([part for part in parts if _of_a_pin(part)]),
    )


def _bare(text: str) -> str:
    """A text without what a sentence puts around a link."""
    text = text.lstrip(_OPENING)
    spare, end = text.count(")") - text.count("("), len(text)
    while end and (text[end - 1] in _CLOSING or (text[end - 1] == ")" and spare > 0)):
        end -= 1
        spare -= text[end] == ")"
    return text[:end]


def _of_a_pin(part: str) -> str:
    """``pin`` or ``note``, if a setting is one of these; else nothing."""
    name = unquote(part.partition("=")[0]).strip().lower()
    return name if name in ("pin", "note") else ""


def _pins(parts: Iterable[str]) -> tuple[LinkedPin, ...]:
    said: dict[str, dict[str, str]] = {"pin": {}, "note": {}}
    for part in parts:
        kind = _of_a_pin(part)
        name, equals, text = (
            unquote(piece).strip() for piece in part.partition("=")[2].partition("=")
        )
        if not (name and equals and text):
            wrong = phrase(
                "{text} in a link is not {kind}=name=text, such as {kind}=A=0.1",
                text=quoted(part),
                kind=kind,
            )
            raise LinkError(wrong)
        if name in said[kind]:
            raise LinkError(phrase("the link says {name} twice", name=quoted(f"{kind}={name}")))
        said[kind][name] = text
    for name in said["note"].keys() - said["pin"].keys():
        raise LinkError(phrase("the link has a note on {name}, but no such pin", name=quoted(name)))
    return tuple(
        LinkedPin(name, at, said["note"].get(name, "")) for name, at in said["pin"].items()
    )


def _pairs(parts: Iterable[str]) -> dict[str, str]:
    pairs: dict[str, str] = {}
    for part in parts:
        name, equals, value = (unquote(piece).strip() for piece in part.partition("="))
        if not equals:
            raise LinkError(
                phrase("{text} in a link is not name=value, such as in=fp16", text=quoted(part))
            )
        if name.lower() in pairs:
            raise LinkError(phrase("the link says {name} twice", name=quoted(name)))
        pairs[name.lower()] = value
    return pairs


def _source(text: str, *, whole: bool) -> Literal:
    try:
        # a link says the same whatever is active: 0x3c00 is a number in it, as it always was
        active = State().active
        return parse_literal(text, active=active, prefer=Kind.NUMBER) if text else State().source
    except IncompleteLiteral as error:
        if whole:
            raise
        raise LinkError(error.phrase) from None
    except LiteralError as error:
        raise LinkError(error.phrase) from None


def _state(source: Literal, pairs: dict[str, str]) -> State:
    for name in pairs:
        if name not in _NAMES:
            raise LinkError(
                phrase(
                    "{name} is no setting of a link; there are {names}",
                    name=quoted(name),
                    names=", ".join((*_NAMES, "pin", "note", "run")),
                )
            )
    formats = _formats(pairs["in"]) if "in" in pairs else State().with_source(source).formats
    active = _format(pairs["active"]) if "active" in pairs else _usual_active(source, formats)
    if active not in formats:
        raise LinkError(
            phrase("the link's active format {format} is not among its formats", format=active.name)
        )
    return State(source, formats, active, _rules(pairs))


_NAMES = ("in", "active", *RULE_TEXTS)


def _usual_active(source: Literal, formats: tuple[Format, ...]) -> Format:
    if isinstance(source, CodeLiteral) and source.format in formats:
        return source.format
    return formats[0]


def _formats(text: str) -> tuple[Format, ...]:
    formats = tuple(map(_format, text.replace(",", " ").split()))
    if not 1 <= len(formats) <= MOST_FORMATS:
        raise LinkError(phrase("a link names 1 to {most} formats", most=str(MOST_FORMATS)))
    if len(set(formats)) != len(formats):
        raise LinkError(phrase("the link names a format twice"))
    return formats


def _format(name: str) -> Format:
    try:
        return find_format(name)
    except FormatError as error:
        raise LinkError(error.phrase) from None


def _rules(pairs: dict[str, str]) -> Rules:
    try:
        return read_rules({name: text for name, text in pairs.items() if name in RULE_TEXTS})
    except Complaint as error:
        raise LinkError(error.phrase) from None
