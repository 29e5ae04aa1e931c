"""The grammar of what is typed: atoms, signs, powers, products and sums.

Loosest first::

    sum     = product (("+" | "-") product)*
    product = unary (("*" | "/") unary)*
    unary   = ("+" | "-") unary | power
    power   = atom (("^" | "**") unary)?
    atom    = decimal | hex-float | "inf" | "nan" | "nan(payload)" | "(" sum ")" | format:code

What is made of them is a matter of whoever reads: a number (``expressions``) or the operations of
a machine (``fpviz.core.expressions``). A text that could still be completed by typing on is
*incomplete*, not wrong. Underscores may stand singly between digits; a numeral may have a suffix
of a language behind it (see ``suffixes``). Work is bounded (see ``limits``), so that ``9^9^9`` is
refused before it is computed.
"""

from __future__ import annotations

import re
from abc import ABC, abstractmethod
from decimal import Decimal
from fractions import Fraction
from math import log2
from typing import Generic, TypeVar

from fpviz.core.formats import Format, FormatError, find_format, format_names
from fpviz.core.literals.codes import code_at, integer_at, waits_for_digits
from fpviz.core.literals.limits import MAX_BITS, MAX_EXPONENT, WORK
from fpviz.core.literals.literal import (
    ACCEPTED,
    SPACES,
    IncompleteLiteral,
    LiteralError,
    digits,
    pattern,
)
from fpviz.core.literals.suffixes import (
    INTEGER_SUFFIX,
    MARKERS,
    SUFFIX,
    format_of_suffix,
    rounded,
    rounding_said,
)
from fpviz.core.numbers import Finite, Infinity, NaN, Number, power_of_two
from fpviz.core.phrase import Phrase, phrase, quoted

_MAX_DEPTH = 100


def _number(prefix: str, digit: str, marker: str) -> re.Pattern[str]:
    """Groups: the digits before the point and after it, the exponent's marker, sign and digits."""
    some = digits(digit)
    return pattern(rf"{prefix}{some}?(?:\.{some}?)?(?:({marker})([+-]?)([0-9]*))?")


_NUMBERS = {
    10: _number("", "[0-9]", "[edq]"),
    16: _number("0x", "[0-9a-f]", "p"),
    2: _number("0b", "[01]", "p"),
}
_WORD = pattern(r"∞|u?e[0-9]+m[0-9]+b-\w*|u?q-?[0-9]+\.(?:-?[0-9]\w*)?|u?q-[0-9]*|[a-z_]\w*")
_INFINITIES = ("inf", "infinity", "∞")
_NANS = ("nan", "qnan", "snan")
_PAYLOAD = pattern(r"\((0x[0-9a-f_]*|0b[01_]*|[0-9]*)(\)?)")
_CUSTOM_BEGUN = pattern(
    r"u?e[0-9]*(m[0-9]*(b-?[0-9]*)?(f|fn|fnu|fnuz|fi|fin|fini|finit|finite)?)?|u?q-?[0-9]*(\.-?[0-9]*[so]?)?"
)


Made = TypeVar("Made")


class Grammar(ABC, Generic[Made]):
    """A text read by recursive descent, from ``at`` on; its subclasses say what is ``Made`` of it.

    ``written`` is the text as messages name it; ``note`` says what suffixes did to a number.
    ``start`` is, of all that is made, where it begins, or blanks before it. Raises LiteralError.
    """

    def __init__(self, text: str, written: str = "") -> None:
        self.text = text
        self.written = written or text
        self.note: Phrase | None = None
        self.at = 0
        self.work = 0
        self.depth = 0

    # -- what is made -----------------------------------------------------------------------

    @abstractmethod
    def constant(self, number: Number, start: int) -> Made:
        """Of a numeral or a word that says a number."""

    @abstractmethod
    def coded(self, fmt: Format, code: int, start: int) -> Made:
        """Of a code behind the name of its format."""

    @abstractmethod
    def binary(self, symbol: str, left: Made, right: Made, start: int) -> Made:
        """Of ``+``, ``-``, ``*`` or ``/`` with what stands on both its sides."""

    @abstractmethod
    def signed(self, sign: str, made: Made, start: int) -> Made:
        """Of a sign with what stands behind it."""

    @abstractmethod
    def power_of(self, base: Made, exponent: Made, start: int) -> Made:
        """Of a power."""

    # -- where we are -----------------------------------------------------------------------

    def peek(self) -> str:
        """The next character that is no space; "" at the end."""
        while (symbol := self.text[self.at : self.at + 1]) and symbol in SPACES:
            self.at += 1
        return symbol

    def take(self, *symbols: str) -> str:
        """The first of ``symbols`` that stands next, stepped over; "" if none does."""
        if not self.peek():
            return ""
        for symbol in symbols:
            if self.text.startswith(symbol, self.at):
                self.at += len(symbol)
                return symbol
        return ""

    def rest(self) -> str:
        return self.text[self.at :]

    # -- what can go wrong ------------------------------------------------------------------

    def wrong(self) -> LiteralError:
        return LiteralError(
            phrase(
                "{text} is not understood; type {accepted}",
                text=quoted(self.written),
                accepted=ACCEPTED,
            )
        )

    def incomplete(self) -> IncompleteLiteral:
        return IncompleteLiteral(phrase("{text} is not complete", text=quoted(self.written)))

    def too_large(self) -> LiteralError:
        return LiteralError(
            phrase("{text} is too large or too small to be written out", text=quoted(self.written))
        )

    # -- the grammar ------------------------------------------------------------------------

    def whole(self) -> Made:
        """What all of the text says."""
        made = self.sum()
        if self.peek():
            raise self.wrong()
        return made

    def sum(self) -> Made:
        start, made = self.at, self.product()
        while symbol := self.take("+", "-"):
            made = self.binary(symbol, made, self.product(), start)
        return made

    def product(self) -> Made:
        start, made = self.at, self.unary()
        while symbol := self.take("*", "/"):
            made = self.binary(symbol, made, self.unary(), start)
        return made

    def unary(self) -> Made:
        self.depth += 1
        if self.depth > _MAX_DEPTH:
            raise LiteralError(phrase("{text} is nested too deeply", text=quoted(self.written)))
        start, sign = self.at, self.take("+", "-")
        made = self.signed(sign, self.unary(), start) if sign else self.power()
        self.depth -= 1
        return made

    def power(self) -> Made:
        start, base = self.at, self.atom()
        return self.power_of(base, self.unary(), start) if self.take("^", "**") else base

    def atom(self) -> Made:
        symbol = self.peek()
        if not symbol:
            raise self.incomplete()
        if self.take("("):
            made = self.sum()
            if self.take(")"):
                return made
            raise self.wrong() if self.peek() else self.incomplete()
        start = self.at
        prefix = self.text[start : start + 2].lower()
        if prefix in ("0x", "0b"):
            return self.constant(self.numeral(16 if prefix == "0x" else 2), start)
        if symbol in ".0123456789":
            return self.constant(self.numeral(10), start)
        return self.word()

    # -- atoms ------------------------------------------------------------------------------

    def numeral(self, base: int) -> Number:
        match = _NUMBERS[base].match(self.text, self.at)
        assert match
        whole, fraction, marker, sign, exponent = match.groups()
        if marker in ("d", "D") and not exponent and not sign and "." in match[0]:
            match = _NUMBERS[base].match(self.text, self.at, match.start(3))  # Java's 1.5d
            assert match
            whole, fraction, marker, sign, exponent = match.groups()
        all_digits = f"{whole or ''}{fraction or ''}".replace("_", "")
        if not all_digits or exponent == "" or match[0].endswith("_"):
            waits = match.end() == len(self.text) and (all_digits or exponent is None)
            raise self.incomplete() if waits else self.wrong()
        self.at = match.end()
        places = len((fraction or "").replace("_", "")) * (
            1 if base == 10 else base.bit_length() - 1
        )
        coefficient = int(Decimal(all_digits)) if base == 10 else int(all_digits, base)
        power = self.exponent(sign, exponent) if coefficient else 0
        number = self.scaled(coefficient, 10 if base == 10 else 2, power - places)
        return self.suffixed(number, marker, "." in match[0] or exponent is not None)

    def suffixed(self, number: Number, marker: str | None, is_float: bool) -> Number:
        """``number`` as the suffix behind it, or the letter in it, has it rounded."""
        if not is_float and (match := INTEGER_SUFFIX.match(self.text, self.at)):
            self.at = match.end()
            return number
        match = SUFFIX.match(self.text, self.at)
        if match and (is_float or not match[2]):
            name = format_of_suffix(self.written, match[0])
            self.at = match.end()
            return self.rounded(number, match[0], name)
        name = MARKERS.get((marker or "").lower(), "")
        return self.rounded(number, marker or "", name) if name else number

    def rounded(self, number: Number, spelling: str, name: str) -> Number:
        result = rounded(number, (name,))
        if result != number:
            self.note = rounding_said(spelling, (name,))
        return result

    def exponent(self, sign: str | None, places: str | None) -> int:
        significant = (places or "").lstrip("0") or "0"
        if len(significant) > len(str(MAX_EXPONENT)):
            raise self.too_large()
        return -int(significant) if sign == "-" else int(significant)

    def scaled(self, coefficient: int, radix: int, power: int) -> Number:
        """``coefficient * radix**power``, as far as formats reach."""
        if not coefficient:
            return Finite(False, Fraction(0))
        leading = coefficient.bit_length() + power * log2(radix)
        if not -MAX_EXPONENT <= leading <= MAX_EXPONENT or -power * log2(radix) > 2 * MAX_EXPONENT:
            raise self.too_large()
        return Finite(False, coefficient * Fraction(radix) ** power)

    def word(self) -> Made:
        match = _WORD.match(self.text, self.at)
        if not match:
            raise self.wrong()
        start, word = self.at, match[0].lower()
        if match.end() == len(self.text) and _begins_a_word(word):
            raise self.incomplete()
        self.at = match.end()
        if self.text.startswith(":", self.at):
            self.at += 1
            return self.format_code(start, match[0])
        if word in _INFINITIES:
            return self.constant(Infinity(False), start)
        if word in _NANS:
            return self.constant(NaN(False, self.payload(), word != "snan"), start)
        self.at = start
        raise self.wrong()

    def payload(self) -> int:
        match = _PAYLOAD.match(self.text, self.at)
        if not match:
            return 0
        written, closed = match.groups()
        if not closed and match.end() == len(self.text):
            raise self.incomplete()
        try:
            payload = int(written, 0)
        except ValueError:
            closed = ""
        if not closed:
            raise LiteralError(
                phrase("{text} has no payload; type nan(0x123)", text=quoted(self.written))
            )
        self.at = match.end()
        return payload

    def format_code(self, start: int, name: str) -> Made:
        try:
            fmt = find_format(name)
        except FormatError as error:
            raise LiteralError(error.phrase) from None
        if self.rest() in ("", "0") or waits_for_digits(self.text, self.at):
            raise self.incomplete()
        written = code_at(self.text, self.at) or integer_at(self.text, self.at)
        if not written:
            raise LiteralError(
                phrase(
                    "{text} is not a code of {format}; type {format}:0x… or {format}:0b…",
                    text=quoted(self.written),
                    format=fmt.name,
                )
            )
        code = written.of(fmt)
        self.at = written.end
        return self.coded(fmt, code, start)

    # -- work that is bounded ---------------------------------------------------------------

    def bounded(self, number: Number) -> Number:
        """``number``, if it is not too large to be calculated with."""
        if _bits(number) > 2 * MAX_BITS:
            raise self.too_large()
        return number

    def counted(self, number: Number) -> Number:
        """``number``, its size added to the work done so far."""
        self.work += _bits(number)
        if self.work > WORK:
            raise self.too_large()
        return self.bounded(number)

    def raised(self, base: Number, exponent: Number) -> Number:
        if not (isinstance(base, Finite) and isinstance(exponent, Finite)):
            raise LiteralError(
                phrase(
                    "{text}: a power needs a finite base and exponent", text=quoted(self.written)
                )
            )
        if exponent.magnitude.denominator != 1:
            raise LiteralError(
                phrase("{text}: an exponent must be a whole number", text=quoted(self.written))
            )
        power = int(exponent.value)
        negative = base.negative and power % 2 == 1
        if base.is_zero and power < 0:
            return Infinity(negative)
        if base.magnitude == 2 and abs(power) <= MAX_EXPONENT:
            return Finite(negative, power_of_two(power))
        size = max(base.magnitude.numerator.bit_length(), base.magnitude.denominator.bit_length())
        if (size - 1) * abs(power) > MAX_BITS:
            raise self.too_large()
        return self.counted(Finite(negative, base.magnitude**power))


def _bits(number: Number) -> int:
    if not isinstance(number, Finite):
        return 0
    return number.magnitude.numerator.bit_length() + number.magnitude.denominator.bit_length()


def _begins_a_word(text: str) -> bool:
    """Whether typing on may make a known word of ``text``, which is not one that ends here."""
    if text in (*_INFINITIES, *_NANS):
        return False
    words = ("infinity", "nan", "qnan", "snan", *format_names())
    return any(word.startswith(text) for word in words) or bool(_CUSTOM_BEGUN.fullmatch(text))
