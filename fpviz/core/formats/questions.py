"""What a family of formats answers about its codes, and where they stand in order."""

from __future__ import annotations

from abc import ABC, abstractmethod
from functools import cached_property

from fpviz.core.formats.fields import Field, NumberClass, Piece
from fpviz.core.numbers import NaN
from fpviz.core.phrase import Phrase


class Encoding(ABC):
    """An encoding of numbers in ``width`` bits.

    ``signed`` says whether it has negative numbers. ``key`` tells formats apart by what their
    codes mean, without the name; equality includes the name.
    """

    name: str
    signed: bool
    aliases: tuple[str, ...]
    title: str

    # -- facts -------------------------------------------------------------------------------

    base = 2
    """Significands, ``precision``, ``emin``, ``emax`` and quanta count in digits of this base."""

    radix = 2
    """What a step of the exponent is worth: 16 in IBM's formats, whose digits are binary."""

    has_even_binades = True
    """Whether values between a power of two and the next are equally far apart, a power of two."""

    reads_as_ieee = False
    """Whether a code is read as IEEE 754 does: its exponent field less the excess is the exponent
    of a hidden 1, and an exponent field of 0 stands for the least exponent, without it."""

    never_overflows = False
    """Whether all that lies beyond the largest number becomes that, whatever the rules say."""

    rounds_to_zero = True
    """Whether a number that is not zero may become zero."""

    is_fixed_point = False
    """Whether all values are equally far apart: no number has more digits than another."""

    has_consecutive_codes = False
    """Whether every datum that is no NaN has one code, and those of one sign follow each other in
    the order of their places, up or down."""

    has_fixed_shape = True
    """Whether the fields of all codes have the same places."""

    nan_name = "NaN"
    """What its code that is no number is called, in a word."""

    @property
    def wraps(self) -> bool:
        """Whether numbers beyond the ends can go round: then ``code_at`` of a place beyond the
        last is the code of the value that it comes round to."""
        return False

    @property
    def note(self) -> Phrase | None:
        """What else is to be said of the format as a whole, in a sentence or two."""
        return None

    @property
    @abstractmethod
    def width(self) -> int:
        """Bits of a code."""

    @property
    @abstractmethod
    def key(self) -> tuple[object, ...]:
        """Two formats with the same key have the same values at the same codes."""

    @property
    @abstractmethod
    def has_zero(self) -> bool:
        """Whether zero is a value."""

    @property
    @abstractmethod
    def has_negative_zero(self) -> bool:
        """Whether a zero may have a sign."""

    @property
    @abstractmethod
    def has_infinity(self) -> bool:
        """Whether there are infinities; then of both signs if it is signed."""

    @property
    @abstractmethod
    def has_nan(self) -> bool:
        """Whether any code is not a number."""

    @property
    @abstractmethod
    def payload_width(self) -> int:
        """Bits of a NaN's payload; 0 where NaNs say nothing more."""

    @property
    @abstractmethod
    def precision(self) -> int:
        """The most significant digits that a value has (p of IEEE 754-2019)."""

    @property
    @abstractmethod
    def emin(self) -> int:
        """The exponent of the smallest normal number."""

    @property
    @abstractmethod
    def emax(self) -> int:
        """The exponent of the largest finite number."""

    @property
    @abstractmethod
    def binade_size(self) -> int | None:
        """How many values every binade of normal numbers has; ``None`` where that varies."""

    @property
    def has_subnormals(self) -> bool:
        """Whether there are values below the smallest normal number, but for zero."""
        return self.smallest_place < self.min_normal_place

    # -- codes -------------------------------------------------------------------------------

    @abstractmethod
    def number_class(self, code: int) -> NumberClass:
        """What kind of datum a code is."""

    @abstractmethod
    def fields(self, code: int) -> tuple[Field, ...]:
        """What a code is made of, the most significant field first; lengths may depend on it."""

    @cached_property
    def shape(self) -> tuple[Field, ...]:
        """The fields of the code 0: where lengths are fixed, those of all codes."""
        return self.fields(0)

    @abstractmethod
    def formula(self, code: int) -> tuple[Piece, ...]:
        """How the value of a finite code comes about."""

    def hidden_bit(self, code: int) -> int | None:
        """The digit before the point that a finite code does not store; ``None`` where none is."""
        return None

    def unit_exponent(self, code: int) -> int:
        """The exponent of what a digit of weight 0 is worth in a finite code: that of the digit
        before the point, which stands where the smallest normal number has it in smaller ones."""
        negative, place = self.sign_and_place(code)
        significand, quantum = self.scaled(place, negative)
        return max(significand.bit_length() - 1 + quantum, self.emin)

    def canonical(self, code: int) -> int:
        """The code that rounding delivers for the datum of ``code``, if it delivers that at all."""
        return code

    def remark(self, code: int) -> Phrase | None:
        """What is to be said of a code beyond its class: why it is invalid, or not canonical."""
        return None

    @abstractmethod
    def nan(self, code: int) -> NaN:
        """What a code of class NaN or invalid says."""

    @abstractmethod
    def code_of_nan(self, nan: NaN) -> int | None:
        """The code that stands for a NaN: of its payload the leading bits; ``None``: no code."""

    def is_nan(self, code: int) -> bool:
        """Whether a code stands for no number."""
        return self.number_class(code) in (NumberClass.NAN, NumberClass.INVALID)

    def is_finite(self, code: int) -> bool:
        """Whether a code is a zero, subnormal or normal number."""
        return self.number_class(code) is not NumberClass.INFINITE and not self.is_nan(code)

    def code_text(self, code: int) -> str:
        """``code`` in hexadecimal, padded to the format's width: ``0x3c7c``."""
        return f"0x{code:0{(self.width + 3) // 4}x}"

    # -- order -------------------------------------------------------------------------------

    @abstractmethod
    def sign_and_place(self, code: int) -> tuple[bool, int]:
        """Whether a code is negative, and its place; the code must not be a NaN."""

    @abstractmethod
    def code_at(self, place: int, negative: bool = False) -> int:
        """The canonical code at a place of one sign; of zero that of the sign, where zeros have
        one."""

    @abstractmethod
    def scaled(self, place: int, negative: bool = False) -> tuple[int, int]:
        """(significand, quantum) of a place: its magnitude is ``significand * base**quantum``.

        Where binades are even, two to the quantum is the ulp, and this is also right for the place
        one above the largest finite number, read as if there were more of them.
        """

    @property
    @abstractmethod
    def min_normal_place(self) -> int:
        """The place of the smallest normal number."""

    @property
    @abstractmethod
    def largest_place(self) -> int:
        """The place of the largest finite number."""

    @property
    def steps_below_normal(self) -> int:
        """How many steps of full precision, had exponents no end, reach from the value before the
        smallest normal number up to that."""
        return self.radix

    def last_place(self, negative: bool) -> int:
        """The place of the finite value of one sign that is farthest from zero."""
        return self.largest_place

    @cached_property
    def smallest_place(self) -> int:
        """The place of the smallest positive number, subnormal where there are any."""
        return 1 if self.has_zero else 0

    @cached_property
    def least_delivered(self) -> int:
        """The place of the least magnitude that rounding makes of a number that is not zero."""
        return 0 if self.rounds_to_zero else self.smallest_place

    @cached_property
    def infinity_place(self) -> int | None:
        """The place of the infinities, if there are any."""
        return self.largest_place + 1 if self.has_infinity else None
