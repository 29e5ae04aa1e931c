"""Where the fields of a machine's format stand in its codes, in whatever slots and order."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from fpviz.core.formats.encoding import FieldKind

_KINDS = {
    "s": FieldKind.SIGN,
    "e": FieldKind.EXPONENT,
    "f": FieldKind.FRACTION,
    "i": FieldKind.INTEGER,
}
_SIGNIFICAND = (FieldKind.FRACTION, FieldKind.INTEGER)


class CodeParts(NamedTuple):
    """A code taken apart: the sign bit, the exponent field and the digits of the significand."""

    sign: int
    exponent: int
    digits: int


class Slot(NamedTuple):
    """Bits of one field side by side: ``above`` of the field's bits stand before them, ``below``
    behind them. ``ignored`` are those that repeat another field and say nothing."""

    kind: FieldKind
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
        for part in reversed(self.text.split()):
            letter, width = part[0], int(part[1:])
            kind, ignored = _KINDS[letter.lower()], letter.isupper()
            found.insert(0, Slot(kind, low, width, below[letter], ignored))
            low += width
            below[letter] += width
        return tuple(found)

    @cached_property
    def slots(self) -> tuple[Slot, ...]:
        """The slots of codes, the leading one first."""
        if not self.words:
            return self._plain
        parts = (part for slot in self._plain for part in _bytes_of(slot))
        moved = [part._replace(low=part.low ^ 8) for part in parts]
        return tuple(_united(sorted(moved, key=lambda part: -part.low)))

    @cached_property
    def width(self) -> int:
        """Bits of a code."""
        return sum(slot.width for slot in self.slots)

    def width_of(self, *kinds: FieldKind) -> int:
        """How many bits of these kinds a code has, but for those that are ignored."""
        return sum(p.width for p in self.slots if p.kind in kinds and not p.ignored)

    @cached_property
    def digits(self) -> int:
        """How many digits of the significand a code stores."""
        return self.width_of(*_SIGNIFICAND)

    @cached_property
    def exponent_width(self) -> int:
        """Bits of the exponent field."""
        return self.width_of(FieldKind.EXPONENT)

    @cached_property
    def ignored(self) -> int:
        """How many bits say nothing."""
        return sum(slot.width for slot in self.slots if slot.ignored)

    def parts(self, code: int) -> CodeParts:
        """A code taken apart."""
        sign = exponent = digits = 0
        for kind, low, width, below, ignored in self.slots:
            bits = (code >> low & (1 << width) - 1) << below
            if ignored:
                continue
            if kind is FieldKind.SIGN:
                sign = bits
            elif kind is FieldKind.EXPONENT:
                exponent |= bits
            else:
                digits |= bits
        return CodeParts(sign, exponent, digits)

    def code(self, parts: CodeParts) -> int:
        """The code of these parts; the inverse of ``parts``."""
        repeated = 0 if not parts.digits else parts.exponent - self.lag
        code = 0
        for kind, low, width, below, ignored in self.slots:
            if kind is FieldKind.SIGN:
                field = parts.sign
            elif kind is FieldKind.EXPONENT:
                field = repeated if ignored else parts.exponent
            else:
                field = parts.digits
            code |= (field >> below & (1 << width) - 1) << low
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
