"""Expressions: the grammar of literals, and their exact numbers.

Loosest first::

    sum     = product (("+" | "-") product)*
    product = unary (("*" | "/") unary)*
    unary   = ("+" | "-") unary | power
    power   = atom (("^" | "**") unary)?
    atom    = decimal | hex-float | "inf" | "nan" | "nan(payload)" | "(" sum ")" | format:code

A text that could still become a literal by typing on is *incomplete*, not wrong.
Underscores may stand singly between digits; a numeral may have a suffix of a language behind it
(see ``suffixes``). Work is bounded (see ``limits``), so that ``9^9^9`` is refused before it is
computed.
"""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from math import log2

from fpviz.core.formats import Format, FormatError, find_format, format_names
from fpviz.core.formats.decoding import decode
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
from fpviz.core.numbers import Finite, Infinity, NaN, Number, finite, power_of_two
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


class Expression:
    """A text read by recursive descent: its ``number``.

    ``code`` is the format and the code if all of it is one ``format:code``, else ``None``;
    ``note`` says what suffixes did to the number. ``written`` is the text as messages name it.
    Raises LiteralError.
    """

    def __init__(self, text: str, written: str = "") -> None:
        self.text = text
        self.written = written or text
        self.note: Phrase | None = None
        self.at = 0
        self.work = 0
        self.depth = 0
        self.code: tuple[Format, int] | None = None
        self.number = self.sum()
        if self.peek():
            raise self.wrong()

    # -- where we are -----------------------------------------------------------------------

    def peek(self) -> str:
        """The next character that is no space; "" at the end."""
        while (symbol := self.text[self.at : self.at + 1]) and symbol in SPACES:
            self.at += 1
        return symbol

    def take(self, *symbols: str) -> str:
        """The first of ``symbols`` that stands next, stepped over; "" if none does."""
        self.peek()
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

    def sum(self) -> Number:
        number = self.product()
        while symbol := self.take("+", "-"):
            right = self.product()
            right = _negated(right) if symbol == "-" else right
            number = self.counted(_sum(self.bounded(number), self.bounded(right)))
        return number

    def product(self) -> Number:
        number = self.unary()
        while symbol := self.take("*", "/"):
            right = self.unary()
            result = _product if symbol == "*" else _quotient
            number = self.counted(result(self.bounded(number), self.bounded(right)))
        return number

    def unary(self) -> Number:
        self.depth += 1
        if self.depth > _MAX_DEPTH:
            raise LiteralError(phrase("{text} is nested too deeply", text=quoted(self.written)))
        sign = self.take("+", "-")
        number = self.unary() if sign else self.power()
        self.depth -= 1
        return _negated(number) if sign == "-" else number

    def power(self) -> Number:
        base = self.atom()
        return self.raised(base, self.unary()) if self.take("^", "**") else base

    def atom(self) -> Number:
        symbol = self.peek()
        if not symbol:
            raise self.incomplete()
        if self.take("("):
            number = self.sum()
            if self.take(")"):
                return number
            raise self.wrong() if self.peek() else self.incomplete()
        prefix = self.text[self.at : self.at + 2].lower()
        if prefix in ("0x", "0b"):
            return self.numeral(16 if prefix == "0x" else 2)
        return self.numeral(10) if symbol in ".0123456789" else self.word()

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

    def word(self) -> Number:
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
            return Infinity(False)
        if word in _NANS:
            return NaN(False, self.payload(), word != "snan")
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

    def format_code(self, start: int, name: str) -> Number:
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
        if start == 0 and not self.rest():
            self.code = fmt, code
        return decode(fmt, code).number

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


def _negated(number: Number) -> Number:
    return replace(number, negative=not number.negative)


def _sum(a: Number, b: Number) -> Number:
    match a, b:
        case (NaN() as nan, _) | (_, NaN() as nan):
            return nan
        case Finite(), Finite():
            if a.is_zero and b.is_zero:
                return Finite(a.negative and b.negative, Fraction(0))
            return finite(a.value + b.value)
        case Infinity(), Infinity() if a.negative != b.negative:
            return NaN()
        case _:
            return a if isinstance(a, Infinity) else b


def _product(a: Number, b: Number) -> Number:
    negative = a.negative != b.negative
    match a, b:
        case (NaN() as nan, _) | (_, NaN() as nan):
            return nan
        case Finite(), Finite():
            return Finite(negative, a.magnitude * b.magnitude)
        case (Finite(magnitude=factor), _) | (_, Finite(magnitude=factor)) if not factor:
            return NaN()
        case _:
            return Infinity(negative)


def _quotient(a: Number, b: Number) -> Number:
    """``a / b``: a product with the reciprocal, where that of a zero is infinite and conversely."""
    inverse: Number = b
    match b:
        case Finite(negative, magnitude):
            inverse = Finite(negative, 1 / magnitude) if magnitude else Infinity(negative)
        case Infinity(negative):
            inverse = Finite(negative, Fraction(0))
    return _product(a, inverse)


def _begins_a_word(text: str) -> bool:
    """Whether typing on may make a known word of ``text``, which is not one that ends here."""
    if text in (*_INFINITIES, *_NANS):
        return False
    words = ("infinity", "nan", "qnan", "snan", *format_names())
    return any(word.startswith(text) for word in words) or bool(_CUSTOM_BEGUN.fullmatch(text))
