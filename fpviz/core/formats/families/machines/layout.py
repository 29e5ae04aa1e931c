"""Where the fields of a machine's format stand in its codes, in whatever slots and order."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from fpviz.core.formats.fields import FieldKind

_KINDS = {
    "s": (FieldKind.SIGN, 0),
    "e": (FieldKind.EXPONENT, 1),
    "f": (FieldKind.FRACTION, 2),
    "i": (FieldKind.INTEGER, 2),
}
"""What a letter stands for, and which of a code's parts it is of."""


class CodeParts(NamedTuple):
    """A code taken apart: the sign bit, the exponent field and the digits of the significand."""

    sign: int
    exponent: int
    digits: int


class Slot(NamedTuple):
    """Bits of one field side by side, of the ``part`` of a code with that index.

    ``below`` is how many bits of the field are worth less; ``ignored`` are bits that repeat
    another field and say nothing.
    """

    kind: FieldKind
    part: int
    low: int
    width: int
    below: int
    ignored: bool = False


@dataclass(frozen=True)
class CodeLayout:
    """The places of the fields, read from ``text``: ``s1 e7 f24`` from the leading bit on.

    The letters are sign, exponent, fraction and integer; a field may stand in several slots. An
    ``S`` or ``E`` repeats the field: it is ignored when read, and written as the field less
    ``lag``. With ``words`` each two bytes stand in the other order, as a PDP-11 puts 16-bit words
    into memory.
    """

    text: str
    words: bool = False
    lag: int = 0

    @cached_property
    def _plain(self) -> tuple[Slot, ...]:
        """The slots before bytes change places, the leading one first."""
        found: list[Slot] = []
        low, below = 0, dict.fromkeys("sefiSE", 0)
        for word in reversed(self.text.split()):
            letter, width = word[0], int(word[1:])
            kind, part = _KINDS[letter.lower()]
            found.insert(0, Slot(kind, part, low, width, below[letter], letter.isupper()))
            low += width
            below[letter] += width
        return tuple(found)

    @cached_property
    def slots(self) -> tuple[Slot, ...]:
        """The slots of codes, the leading one first."""
        if not self.words:
            return self._plain
        bytewise = (cut for slot in self._plain for cut in _bytes_of(slot))
        moved = [cut._replace(low=cut.low ^ 8) for cut in bytewise]
        return tuple(_united(sorted(moved, key=lambda slot: -slot.low)))

    @cached_property
    def width(self) -> int:
        """Bits of a code."""
        return sum(slot.width for slot in self.slots)

    def _width_of(self, part: int) -> int:
        return sum(slot.width for slot in self.slots if slot.part == part and not slot.ignored)

    @cached_property
    def digits(self) -> int:
        """How many digits of the significand a code stores."""
        return self._width_of(2)

    @cached_property
    def exponent_width(self) -> int:
        """Bits of the exponent field."""
        return self._width_of(1)

    @cached_property
    def ignored(self) -> int:
        """How many bits say nothing."""
        return sum(slot.width for slot in self.slots if slot.ignored)

    def parts(self, code: int) -> CodeParts:
        """A code taken apart."""
        found = [0, 0, 0]
        for slot in self.slots:
            if not slot.ignored:
                found[slot.part] |= (code >> slot.low & (1 << slot.width) - 1) << slot.below
        return CodeParts(*found)

    def code(self, parts: CodeParts) -> int:
        """The code of these parts; the inverse of ``parts``."""
        repeated = parts._replace(exponent=parts.exponent - self.lag if parts.digits else 0)
        code = 0
        for slot in self.slots:
            field = (repeated if slot.ignored else parts)[slot.part]
            code |= (field >> slot.below & (1 << slot.width) - 1) << slot.low
        return code


def _bytes_of(slot: Slot) -> list[Slot]:
    """A slot cut where bytes begin."""
    found, at, end = [], slot.low, slot.low + slot.width
    while at < end:
        stop = min(end, (at | 7) + 1)
        found.append(slot._replace(low=at, width=stop - at, below=slot.below + at - slot.low))
        at = stop
    return found


def _united(slots: list[Slot]) -> list[Slot]:
    """Pieces, the leading one first, with those that go on where another ends made one."""
    found = slots[:1]
    for slot in slots[1:]:
        last = found[-1]
        if last.kind is slot.kind and last.below == slot.below + slot.width:
            found[-1] = slot._replace(width=last.width + slot.width)
        else:
            found.append(slot)
    return found
