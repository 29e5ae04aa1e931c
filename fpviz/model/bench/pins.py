"""What is done with pins: each is one undo step of the document."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import replace

from fpviz.core.literals import Literal
from fpviz.core.phrase import Phrase, phrase
from fpviz.core.text import brief
from fpviz.model.bench.pin_rules import PinError, as_note, checked, free_name, tidy
from fpviz.model.bench.records import Pin
from fpviz.model.document import Document

_DIGITS = 17
"""Digits of a value in a remark."""


class Pins:
    """The pins of a document, in their order; ``at`` is the place of one, from 0.

    ``place`` says where the source stands in the dump that is open: the first note of its pin.
    """

    def __init__(self, document: Document, place: Callable[[], str] = str) -> None:
        self._document, self._place = document, place

    @property
    def all(self) -> tuple[Pin, ...]:
        """The pins as they are."""
        return self._document.bench.pins

    def pin(self, source: Literal | None = None) -> tuple[Pin, bool]:
        """Keep a value, the source where none is given: its pin, and whether that is a new one.

        Raises PinError.
        """
        present = self._document.state.source
        source = source or present
        place = as_note(self._place()) if source == present else ""
        alike = (pin for pin in self.all if pin.source == source and place in pin.note)
        if (found := next(alike, None)) is not None:
            return found, False
        pin = checked(Pin(source, free_name({pin.name for pin in self.all}), place), self.all)
        self._set(phrase("pin a value"), (*self.all, pin))
        return pin, True

    def keep(self, source: Literal | None = None) -> Phrase:
        """Pin a value, the source where none is given; what came of it, in one line."""
        refusal = self._document.refusal if source is None else None
        if refusal is not None:
            return phrase("Not pinned: {reason}", reason=refusal)
        try:
            pin, is_new = self.pin(source)
        except PinError as error:
            return phrase("Not pinned: {reason}", reason=error.phrase)
        value = brief(pin.source.number, _DIGITS)
        if is_new:
            return phrase("Pinned as {name}: {value}", name=pin.name, value=value)
        return phrase("Pinned already, as {name}: {value}", name=pin.name, value=value)

    def rename(self, at: int, name: str) -> None:
        """Give a pin another name. Raises PinError."""
        self._change(phrase("rename a pin"), at, replace(self.all[at], name=tidy(name)))

    def annotate(self, at: int, note: str) -> None:
        """Give a pin another note. Raises PinError."""
        self._change(phrase("change a note"), at, replace(self.all[at], note=tidy(note)))

    def remove(self, places: Collection[int]) -> None:
        """Keep the pins at these places no longer."""
        rest = tuple(pin for at, pin in enumerate(self.all) if at not in places)
        self._set(phrase("remove pins"), rest)

    def move(self, at: int, to: int) -> int:
        """Let a pin stand at another place, as far as there is one; where it stands now."""
        pins = list(self.all)
        to = max(0, min(len(pins) - 1, to))
        pins.insert(to, pins.pop(at))
        self._set(phrase("move a pin"), tuple(pins))
        return to

    def choose(self, at: int) -> None:
        """Make a pinned value the source."""
        self._document.set_source(self.all[at].source)

    def _change(self, what: Phrase, at: int, pin: Pin) -> None:
        before, after = self.all[:at], self.all[at + 1 :]
        self._set(what, (*before, checked(pin, (*before, *after)), *after))

    def _set(self, what: Phrase, pins: tuple[Pin, ...]) -> None:
        self._document.set_bench(what, replace(self._document.bench, pins=pins))
