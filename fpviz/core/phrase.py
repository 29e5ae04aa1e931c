"""Sentences that can be translated: a template, and the values that go into it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Phrase:
    """A sentence with places for values: the template can be translated, the values cannot."""

    template: str
    values: tuple[tuple[str, str], ...] = ()

    def __str__(self) -> str:
        return self.template.format(**dict(self.values))


def phrase(template: str, **values: str) -> Phrase:
    """``template`` with its ``{names}`` given values."""
    return Phrase(template, tuple(values.items()))
