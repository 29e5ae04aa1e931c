"""How pins stand in a scene: a list of objects with name, source and, where there is one, note."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from fpviz.core.literals import parse_literal
from fpviz.core.phrase import Complaint, phrase, quoted
from fpviz.model.bench.pin_rules import MOST_PINS, checked
from fpviz.model.bench.records import Pin
from fpviz.model.views import unknown

_KEYS = ("name", "note", "source")


def written_pins(pins: Sequence[Pin]) -> list[dict[str, str]]:
    """Pins as they stand in the file."""
    return [
        {"name": pin.name, **({"note": pin.note} if pin.note else {}), "source": pin.source.text}
        for pin in pins
    ]


def pin_list(written: object) -> list[object]:
    """What is written for each pin. Raises Complaint where it is no list, or too long a one."""
    if not isinstance(written, list):
        raise Complaint(phrase("pins is no list"))
    if len(written) > MOST_PINS:
        raise Complaint(phrase("a scene has at most {most} pins", most=str(MOST_PINS)))
    return written


def read_pin(written: object, others: Sequence[Pin]) -> Pin:
    """The pin that is written, to stand beside the others. Raises Complaint."""
    if not isinstance(written, dict):
        raise Complaint(phrase("a pin is no object"))
    for key in written:
        if key not in _KEYS:
            raise Complaint(unknown(key, phrase("a pin")))
    name, source, note = (_text(written, key) for key in ("name", "source", "note"))
    return checked(Pin(parse_literal(source), name, note), others)


def _text(written: dict[str, Any], key: str) -> str:
    """What stands under a key; only the note may be left out."""
    if key not in written and key != "note":
        raise Complaint(phrase("a pin has no {key}", key=quoted(key)))
    text = written.get(key, "")
    if not isinstance(text, str):
        raise Complaint(phrase("the {key} of a pin is no text", key=quoted(key)))
    return text
