"""Floating point as machines had it before and beside IEEE 754, told by a few facts.

A code has an exponent field (with an excess, or in two's complement), and a significand (sign and
magnitude, or two's complement; with a digit that is not stored, or without). There are neither
infinities nor NaNs. Without a hidden digit a value may have several codes: the normalised one,
which has the least exponent, is canonical; with one, an exponent field of zero, or the least one,
is zero whatever the other bits are.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from functools import cached_property

from fpviz.core.formats.encoding import Format
from fpviz.core.formats.families.machines.layout import CodeLayout, CodeParts, Slot
from fpviz.core.formats.fields import Field, FieldKind, Level, NumberClass, Piece
from fpviz.core.formats.places import Stretch
from fpviz.core.numbers import NaN, power_of_two
from fpviz.core.phrase import Phrase, phrase, template


class Leading(Enum):
    """What stands before the stored digits of a significand."""

    POINT = "0."
    """The point: no digit is hidden."""
    ONE = "1."
    """A hidden 1, then the point (in two's complement of a negative number: -2)."""
    HALF = "0.1"
    """The point, then a hidden 1."""
    NOTHING = ""
    """Nothing: the significand is an integer."""


@dataclass(frozen=True)
class MachineFormat(Format):
    """A format of the family.

    ``excess`` is what is taken off the exponent field; ``None`` where that is in two's complement.
    ``complement`` says that the significand is, sign included. ``reserved`` is what a code with
    the sign 1 and the exponent field 0 is called, where no operation takes it.
    """

    name: str
    title: str
    layout: CodeLayout
    leading: Leading = Leading.POINT
    radix: int = 2
    excess: int | None = None
    complement: bool = False
    reserved: Phrase | None = None
    aliases: tuple[str, ...] = ()

    signed = True
    has_zero = True
    has_infinity = False
    nan_name = "reserved"
    payload_width = 0

    def __hash__(self) -> int:
        return hash(self.name)

    # -- facts -------------------------------------------------------------------------------

    @cached_property
    def width(self) -> int:
        return self.layout.width

    @cached_property
    def key(self) -> tuple[object, ...]:
        facts = (self.layout, self.leading, self.radix, self.excess, self.complement)
        return (*facts, self.reserved is None)

    @cached_property
    def has_negative_zero(self) -> bool:
        return not self.complement and not self.hides

    @cached_property
    def has_nan(self) -> bool:
        """A reserved operand is what there is of one."""
        return self.reserved is not None

    @cached_property
    def hides(self) -> bool:
        """Whether there is a digit that no code stores."""
        return self.leading in (Leading.ONE, Leading.HALF)

    @cached_property
    def precision(self) -> int:
        return self.layout.digits + self.hides

    @cached_property
    def binade_size(self) -> int | None:
        return self._stretch_size if self.radix == 2 else None

    @cached_property
    def emin(self) -> int:
        return self._quantum(int(self.hides)) + self.precision - self._digit

    @cached_property
    def emax(self) -> int:
        return self._quantum(self._last_step) + self.precision - 1

    # -- the layout, in numbers --------------------------------------------------------------

    @cached_property
    def _digit(self) -> int:
        """Bits of a digit of the radix."""
        return self.radix.bit_length() - 1

    @cached_property
    def _stored(self) -> int:
        return 1 << self.layout.digits

    @cached_property
    def _least_normal(self) -> int:
        """The smallest significand with a leading digit that is not zero."""
        return 1 << self.precision - self._digit

    @cached_property
    def _stretch_size(self) -> int:
        return (1 << self.precision) - self._least_normal

    @cached_property
    def _before(self) -> int:
        """What a place is less than counted off by stretches: the subnormals that are not there."""
        return 2 * self._stored - 1 if self.hides else 0

    @cached_property
    def _flip(self) -> int:
        """Exponent fields with these bits flipped grow with the exponent, from 0: the *step*."""
        return 0 if self.excess is not None else 1 << self.layout.exponent_width - 1

    @cached_property
    def _bias(self) -> int:
        """The step of exponent 0."""
        return self._flip if self.excess is None else self.excess

    @cached_property
    def _last_step(self) -> int:
        return (1 << self.layout.exponent_width) - 1

    @cached_property
    def _point(self) -> int:
        """How many digits of a significand stand behind the point."""
        if self.leading is Leading.NOTHING:
            return 0
        return self.layout.digits + (self.leading is Leading.HALF)

    def _quantum(self, step: int) -> int:
        return self._digit * (step - self._bias) - self._point

    def _scaled(self, place: int) -> tuple[int, int]:
        """(significand, step) of a place that is not zero."""
        count = place + self._before
        step = max(0, (count - self._least_normal) // self._stretch_size)
        return count - step * self._stretch_size, step

    def _magnitude(self, parts: CodeParts) -> tuple[int, int]:
        """(significand, step) of the parts of a code; (0, 0) of a zero."""
        step = parts.exponent ^ self._flip
        if self.hides and not step:
            return 0, 0
        if self.complement and parts.sign:
            return (1 << self.precision) - parts.digits, step
        significand = parts.digits | self._stored if self.hides else parts.digits
        return (significand, step) if significand else (0, 0)

    # -- codes -------------------------------------------------------------------------------

    def number_class(self, code: int) -> NumberClass:
        if self._is_reserved(self.layout.parts(code)):
            return NumberClass.INVALID
        _, place = self.sign_and_place(code)
        if not place:
            return NumberClass.ZERO
        return NumberClass.NORMAL if place >= self.min_normal_place else NumberClass.SUBNORMAL

    def _is_reserved(self, parts: CodeParts) -> bool:
        return self.reserved is not None and parts.sign == 1 and not parts.exponent

    def fields(self, code: int) -> tuple[Field, ...]:
        exponent = self._exponent(self.layout.parts(code).exponent)
        return tuple(self._field(code, slot, exponent) for slot in self.layout.slots)

    def _field(self, code: int, slot: Slot, exponent: int) -> Field:
        """The field of a slot; of an exponent's, with what the whole exponent field says."""
        bits = code >> slot.low & (1 << slot.width) - 1
        digits = f"{bits:0{slot.width}b}"
        behind = self._point - (self.leading is Leading.HALF)
        facts: tuple[tuple[int, int, int | None, int], ...] = (
            (bits, 0, None, 0),
            (exponent, self.excess or 0, None, slot.below),
            (bits, 0, slot.below - behind, 0),
        )
        return Field(slot.kind, slot.low, digits, *facts[slot.part])

    def _exponent(self, field: int) -> int:
        """What an exponent field says, before the excess is taken off."""
        return field if self.excess is not None else (field ^ self._flip) - self._flip

    def formula(self, code: int) -> tuple[Piece, ...]:
        parts = self.layout.parts(code)
        if self.hides and not parts.exponent ^ self._flip:
            return (Piece("0"),)
        power = str(self._exponent(parts.exponent)).replace("-", "−")
        if self.excess is not None:
            power += f"−{self.excess}"
        scale = (Piece(str(self.radix)), Piece(power, FieldKind.EXPONENT, Level.RAISED))
        kind = FieldKind.FRACTION if self._point else FieldKind.INTEGER
        digits = Piece(f"{parts.digits:0{self.layout.digits}b}", kind)
        lowered = Piece("2", None, Level.LOWERED)
        if self.complement:
            before = " + 0." if self._point else " + "
            sign = Piece(self._worth_of_sign(parts.sign), FieldKind.SIGN)
            return (*scale, Piece(" × ("), sign, Piece(before), digits, lowered, Piece(")"))
        sign = Piece(str(parts.sign), FieldKind.SIGN, Level.RAISED)
        times = Piece(f" × {self.leading.value}")
        return (Piece("(−1)"), sign, Piece(" × "), *scale, times, digits, lowered)

    def _worth_of_sign(self, sign: int) -> str:
        """What the sign of a significand in two's complement stands for, with the hidden digit."""
        if not sign:
            return str(int(self.hides))
        return f"−{(1 << self.precision) >> self._point}"

    def hidden_bit(self, code: int) -> int | None:
        parts = self.layout.parts(code)
        if not self.hides or not parts.exponent ^ self._flip:
            return None
        return 1 - parts.sign if self.complement else 1

    def unit_exponent(self, code: int) -> int:
        step = self.layout.parts(code).exponent ^ self._flip
        return self._digit * (step - self._bias) - (self.leading is Leading.HALF)

    def canonical(self, code: int) -> int:
        if self._is_reserved(self.layout.parts(code)):
            return self._reserved_code
        negative, place = self.sign_and_place(code)
        return self.code_at(place, negative)

    def remark(self, code: int) -> Phrase | None:
        parts = self.layout.parts(code)
        if self._is_reserved(parts):
            return self.reserved
        twin = self.canonical(code)
        if twin != code:
            return self._of_twin(parts, twin)
        if self.number_class(code) is NumberClass.SUBNORMAL:
            return phrase("unnormalised, below the smallest normal number")
        return None

    def _of_twin(self, parts: CodeParts, twin: int) -> Phrase:
        """Why a code with these parts is not canonical, and which one is."""
        there = self.code_text(twin)
        if not self._magnitude(parts)[0]:
            return phrase("a zero with other bits set; canonical is {code}", code=there)
        if parts == self.layout.parts(twin):
            text = template("the second half's sign and exponent say nothing; canonical is {code}")
            return phrase(text, code=there)
        return phrase("unnormalised; canonical is {code}", code=there)

    def nan(self, code: int) -> NaN:
        return NaN(quiet=False, payload_width=0)

    def code_of_nan(self, nan: NaN) -> int | None:
        return self._reserved_code if self.reserved else None

    @cached_property
    def _reserved_code(self) -> int:
        return self.layout.code(CodeParts(1, 0, 0))

    # -- order -------------------------------------------------------------------------------

    def sign_and_place(self, code: int) -> tuple[bool, int]:
        parts = self.layout.parts(code)
        significand, step = self._magnitude(parts)
        if not significand:
            return self.has_negative_zero and parts.sign == 1, 0
        digits = min(step, (self.precision - significand.bit_length()) // self._digit)
        if digits > 0:
            significand, step = significand << digits * self._digit, step - digits
        return parts.sign == 1, step * self._stretch_size + significand - self._before

    def code_at(self, place: int, negative: bool = False) -> int:
        if not place:
            zero_field = self._flip if self.hides else 0
            return self.layout.code(
                CodeParts(int(negative and self.has_negative_zero), zero_field, 0)
            )
        significand, step = self._scaled(place)
        if negative and self.complement:
            if significand == self._least_normal and step:
                significand, step = 2 * significand, step - 1
            significand = (1 << self.precision) - significand
        field = step ^ self._flip
        return self.layout.code(CodeParts(int(negative), field, significand & self._stored - 1))

    def scaled(self, place: int, negative: bool = False) -> tuple[int, int]:
        if not place:
            return 0, self.quantum_at(self.emin - 1)
        significand, step = self._scaled(place)
        return significand, self._quantum(step)

    def place_of(self, significand: int, quantum: int) -> int:
        if self.hides and significand <= 1:  # in the first stretch, which has zero alone
            return significand
        step = (quantum + self._point) // self._digit + self._bias
        return step * self._stretch_size + significand - self._before

    @cached_property
    def min_normal_place(self) -> int:
        return 1 if self.hides else self._least_normal

    @cached_property
    def largest_place(self) -> int:
        return self._last_step * self._stretch_size + (1 << self.precision) - 1 - self._before

    @property
    def steps_below_normal(self) -> int:
        return 1 << self.precision if self.hides else self.radix

    def last_place(self, negative: bool) -> int:
        return self.largest_place + (negative and self.complement)

    # -- stretches ---------------------------------------------------------------------------

    def quantum_at(self, exponent: int) -> int:
        if exponent >= self.emin:
            return self._quantum(self.hides + (exponent - self.emin) // self._digit)
        return self.emin if self.hides else self._quantum(0)

    def stretch_in(self, exponent: int) -> Stretch:
        if self.radix == 2 or exponent < self.emin:
            return super().stretch_in(exponent)
        start = exponent - (exponent - self.emin) % self._digit
        quantum, first = self.quantum_at(start), self._least_normal
        place = self.place_of(first, quantum)
        return Stretch(power_of_two(start), power_of_two(quantum), self._stretch_size, place)

    # -- counts ------------------------------------------------------------------------------

    def class_counts(self) -> Mapping[NumberClass, int]:
        found = self._counts_of_hidden() if self.hides else self._counts_of_shown()
        return {kind: count << self.layout.ignored for kind, count in found.items()}

    def _counts_of_hidden(self) -> dict[NumberClass, int]:
        normal = 2 * self._last_step * self._stored
        if self.reserved is None:
            return {NumberClass.ZERO: 2 * self._stored, NumberClass.NORMAL: normal}
        zeros, reserved = self._stored, self._stored
        return {
            NumberClass.ZERO: zeros,
            NumberClass.NORMAL: normal,
            NumberClass.INVALID: reserved,
        }

    def _counts_of_shown(self) -> dict[NumberClass, int]:
        """A significand below the least normal one is too small for as many steps as it lacks
        digits."""
        steps, least, digit = self._last_step + 1, self._least_normal, self._digit
        zeros = steps if self.complement else 2 * steps
        spread = range(min(steps, least.bit_length() // digit + 1))
        small = 2 * sum(max(0, (least - 1) >> digit * step) for step in spread)
        normal = 2 * steps * self._stored - zeros - small
        return {NumberClass.ZERO: zeros, NumberClass.SUBNORMAL: small, NumberClass.NORMAL: normal}
