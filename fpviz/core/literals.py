"""What a person types, read exactly: decimals, fractions, hex-floats, codes, expressions.

The grammar, loosest first (DESIGN: the command line's literals)::

    sum     = product (("+" | "-") product)*
    product = unary (("*" | "/") unary)*
    unary   = ("+" | "-") unary | power
    power   = atom (("^" | "**") unary)?
    atom    = decimal | hex-float | "inf" | "nan" | "nan(payload)" | "(" sum ")" | format:code

A text that could still become a literal by typing on is *incomplete*, not wrong.
Work is bounded: a result may have at most ``MAX_BITS`` bits, and all results of an expression
together four times that, so that ``9^9^9`` is refused before it is computed.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from fpviz.core.decoding import decode
from fpviz.core.formats import Format, FormatError, find_format, format_names
from fpviz.core.numbers import Finite, Infinity, NaN, Number

MAX_LENGTH = 20_000
MAX_BITS = 300_000
_WORK = 4 * MAX_BITS
_MAX_DEPTH = 100

ACCEPTED = "a decimal, 1/3, 0x1.8p-3, inf, nan, fp16:0x3c00, or an expression such as 2^-14"

_DECIMAL = re.compile(r"(\d[\d_]*)?(?:\.([\d_]*))?(?:e([+-]?)(\d*))?", re.IGNORECASE)
_HEX = re.compile(r"0x([\da-f_]*)(?:\.([\da-f_]*))?(?:p([+-]?)(\d*))?", re.IGNORECASE)
_BINARY = re.compile(r"0b([01_]*)(?:\.([01_]*))?(?:p([+-]?)(\d*))?", re.IGNORECASE)
_WORD = re.compile(r"[a-z_][\w]*", re.IGNORECASE)
_CODE = re.compile(r"0x([\da-f_]*)|0b([01_]*)", re.IGNORECASE)
_OPERATORS = "+-*/^()−×·÷"
_SAME = str.maketrans({"−": "-", "×": "*", "·": "*", "÷": "/", "\u00a0": " ", "\u2009": " "})


class LiteralError(ValueError):
    """A text that is no literal; the message is one line that names the bad text."""


class IncompleteLiteral(LiteralError):
    """A text that may still become a literal: ``1e-``."""


@dataclass(frozen=True, slots=True)
class Literal:
    """What a text says: its exact number and, where it is a code, the format and the code."""

    text: str
    number: Number
    format: Format | None = None
    code: int | None = None


def parse_literal(text: str, fmt: Format | None = None) -> Literal:
    """The exact number that ``text`` says.

    With ``fmt``, the text stands in a field that belongs to this format: there a bare ``0x…`` or
    ``0b…`` of at most the format's width is a code.

    >>> parse_literal("1/3 + 2^-1").number
    Finite(negative=False, magnitude=Fraction(5, 6))

    Raises IncompleteLiteral for a text that typing on may complete, else LiteralError.
    """
    if len(text) > MAX_LENGTH:
        raise LiteralError(f"the text has {len(text)} characters; at most {MAX_LENGTH} are read")
    cleaned = text.strip().translate(_SAME)
    if fmt is not None and (code := _bare_code(cleaned, fmt)) is not None:
        return Literal(text, decode(fmt, code).number, fmt, code)
    parser = _Parser(cleaned)
    number = parser.whole()
    if parser.code is not None and parser.code_is_all:
        coded_format, code = parser.code
        return Literal(text, number, coded_format, code)
    return Literal(text, number)


def _bare_code(text: str, fmt: Format) -> int | None:
    match = _CODE.fullmatch(text)
    if not match or not text[2:].replace("_", ""):
        return None
    digits, base = (match[1], 16) if match[1] is not None else (match[2], 2)
    code = int(digits.replace("_", ""), base)
    return code if code < 1 << fmt.width else None


def _shown(text: str) -> str:
    return text if len(text) <= 40 else text[:37] + "…"


class _Parser:
    """A recursive descent over one text; ``code`` is the last ``format:code`` it met."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.at = 0
        self.work = 0
        self.depth = 0
        self.code: tuple[Format, int] | None = None
        self.code_is_all = False

    def whole(self) -> Number:
        number = self.sum()
        self.space()
        if self.at < len(self.text):
            self.wrong()
        return number

    # -- where we are -----------------------------------------------------------------------

    def space(self) -> None:
        while self.at < len(self.text) and self.text[self.at].isspace():
            self.at += 1

    def peek(self) -> str:
        self.space()
        return self.text[self.at : self.at + 1]

    def take(self, symbols: str) -> str:
        symbol = self.peek()
        if not symbol or symbol not in symbols:
            return ""
        self.at += 1
        return symbol

    def wrong(self) -> None:
        raise LiteralError(f"'{_shown(self.text[self.at :])}' is not understood; type {ACCEPTED}")

    def incomplete(self) -> IncompleteLiteral:
        return IncompleteLiteral(f"'{_shown(self.text)}' is not complete")

    # -- the grammar ------------------------------------------------------------------------

    def sum(self) -> Number:
        number = self.product()
        while symbol := self.take("+-"):
            right = self.product()
            number = self.add(number, _negated(right) if symbol == "-" else right)
        return number

    def product(self) -> Number:
        number = self.unary()
        while True:
            if self.text.startswith("**", self.at):
                self.wrong()
            if not (symbol := self.take("*/")):
                return number
            right = self.unary()
            number = self.multiply(number, right) if symbol == "*" else self.divide(number, right)

    def unary(self) -> Number:
        self.depth += 1
        if self.depth > _MAX_DEPTH:
            raise LiteralError("the expression is nested too deeply")
        sign = self.take("+-")
        number = self.unary() if sign else self.power()
        self.depth -= 1
        return _negated(number) if sign == "-" else number

    def power(self) -> Number:
        base = self.atom()
        if self.take("^"):
            return self.raised(base, self.unary())
        self.space()
        if self.text.startswith("**", self.at):
            self.at += 2
            return self.raised(base, self.unary())
        return base

    def atom(self) -> Number:
        symbol = self.peek()
        if not symbol:
            raise self.incomplete()
        if self.take("("):
            number = self.sum()
            if not self.take(")"):
                if not self.peek():
                    raise self.incomplete()
                self.wrong()
            return number
        prefix = self.text[self.at : self.at + 2].lower()
        if prefix == "0x":
            return self.based(_HEX, 4)
        if prefix == "0b":
            return self.based(_BINARY, 1)
        if symbol.isdigit() or symbol == ".":
            return self.decimal()
        return self.word()

    # -- atoms ------------------------------------------------------------------------------

    def decimal(self) -> Number:
        match = _DECIMAL.match(self.text, self.at)
        assert match
        whole, fraction, exponent_sign, exponent = match.groups()
        digits = ((whole or "") + (fraction or "")).replace("_", "")
        self.advance(match, bool(digits) and exponent != "")
        if not digits.isascii():
            raise LiteralError(f"'{_shown(match[0])}' has digits other than 0 to 9")
        power = self.small_exponent(exponent_sign, exponent) - len((fraction or "").replace("_", ""))
        coefficient = int(Decimal(digits))
        if not coefficient:
            return Finite(False, Fraction(0))
        if abs(power) * 10 // 3 > MAX_BITS:
            raise self.too_large()
        value = Fraction(coefficient * 10**power) if power >= 0 else Fraction(coefficient, 10**-power)
        return self.counted(Finite(False, value))

    def based(self, pattern: re.Pattern[str], bits: int) -> Number:
        match = pattern.match(self.text, self.at)
        assert match
        whole, fraction, exponent_sign, exponent = match.groups()
        digits = ((whole or "") + (fraction or "")).replace("_", "")
        self.advance(match, bool(digits) and exponent != "")
        power = self.small_exponent(exponent_sign, exponent)
        power -= bits * len((fraction or "").replace("_", ""))
        coefficient = int(digits, 1 << bits)
        if not coefficient:
            return Finite(False, Fraction(0))
        if abs(power) > MAX_BITS:
            raise self.too_large()
        value = Fraction(coefficient << power) if power >= 0 else Fraction(coefficient, 1 << -power)
        return self.counted(Finite(False, value))

    def small_exponent(self, sign: str | None, digits: str | None) -> int:
        if not digits:
            return 0
        if len(digits.lstrip("0")) > 7:
            raise self.too_large()
        return -int(digits) if sign == "-" else int(digits)

    def advance(self, match: re.Match[str], complete: bool) -> None:
        """Step over a number; one that lacks digits is incomplete at the end, wrong before it."""
        if not complete:
            if match.end() == len(self.text):
                raise self.incomplete()
            self.wrong()
        self.at = match.end()
        if self.text[self.at : self.at + 1].isalnum() or self.text[self.at : self.at + 1] in "_.":
            if self.at < len(self.text):
                self.wrong()

    def word(self) -> Number:
        match = _WORD.match(self.text, self.at)
        if not match:
            self.wrong()
            raise AssertionError
        start, word = self.at, match[0].lower()
        after = self.text[match.end() : match.end() + 1]
        if after == ":":
            self.at = match.end() + 1
            return self.format_code(start, match[0])
        if word in ("inf", "infinity", "∞"):
            self.at = match.end()
            return Infinity(False)
        if word in ("nan", "qnan", "snan"):
            self.at = match.end()
            return NaN(False, self.payload(), word != "snan")
        if not after and _begins_a_word(word):
            raise self.incomplete()
        self.wrong()
        raise AssertionError

    def payload(self) -> int:
        if self.text[self.at : self.at + 1] != "(":
            return 0
        match = re.compile(r"\((0x[\da-f_]*|0b[01_]*|\d*)(\)?)", re.IGNORECASE).match(
            self.text, self.at
        )
        assert match
        if not match[2]:
            if match.end() == len(self.text):
                raise self.incomplete()
            self.at = match.end()
            self.wrong()
        try:
            payload = int(match[1].replace("_", ""), 0)
        except ValueError:
            raise LiteralError(f"'{_shown(match[0])}' is no payload; type nan(0x123)") from None
        self.at = match.end()
        return payload

    def format_code(self, start: int, name: str) -> Number:
        try:
            fmt = find_format(name)
        except FormatError as error:
            raise LiteralError(str(error)) from None
        match = _CODE.match(self.text, self.at)
        if not match or not match[0][2:].replace("_", ""):
            if self.text[self.at :].lower() in ("", "0", "0x", "0b"):
                raise self.incomplete()
            raise LiteralError(
                f"'{_shown(self.text[self.at :])}' is not a code of {fmt.name}; "
                f"type {fmt.name}:0x… or {fmt.name}:0b…"
            )
        code = _bare_code(match[0], fmt)
        if code is None:
            raise LiteralError(f"'{_shown(match[0])}' has more than the {fmt.width} bits of {fmt.name}")
        self.at = match.end()
        self.code = fmt, code
        self.code_is_all = start == 0 and self.at == len(self.text)
        return decode(fmt, code).number

    # -- arithmetic -------------------------------------------------------------------------

    def too_large(self) -> LiteralError:
        return LiteralError(f"'{_shown(self.text)}' is too large or too small to be written out")

    def counted(self, number: Number) -> Number:
        """``number``, its size added to the work done so far."""
        if isinstance(number, Finite):
            magnitude = number.magnitude
            bits = magnitude.numerator.bit_length() + magnitude.denominator.bit_length()
            self.work += bits
            if bits > 2 * MAX_BITS or self.work > _WORK:
                raise self.too_large()
        return number

    def add(self, a: Number, b: Number) -> Number:
        match a, b:
            case Finite(), Finite():
                if a.is_zero and b.is_zero:
                    return Finite(a.negative and b.negative, Fraction(0))
                total = a.value + b.value
                return self.counted(Finite(total < 0, abs(total)))
            case NaN(), _:
                return a
            case _, NaN():
                return b
            case Infinity(), Infinity() if a.negative != b.negative:
                return NaN()
            case Infinity(), _:
                return a
            case _:
                return b

    def multiply(self, a: Number, b: Number) -> Number:
        match a, b:
            case NaN(), _:
                return a
            case _, NaN():
                return b
            case Finite(), Finite():
                negative = a.negative != b.negative
                return self.counted(Finite(negative, a.magnitude * b.magnitude))
        if (isinstance(a, Finite) and a.is_zero) or (isinstance(b, Finite) and b.is_zero):
            return NaN()
        return Infinity(a.negative != b.negative)

    def divide(self, a: Number, b: Number) -> Number:
        match a, b:
            case NaN(), _:
                return a
            case _, NaN():
                return b
            case Infinity(), Infinity():
                return NaN()
            case Infinity(), _:
                return Infinity(a.negative != b.negative)
            case _, Infinity():
                return Finite(a.negative != b.negative, Fraction(0))
        if b.is_zero:
            return NaN() if a.is_zero else Infinity(a.negative != b.negative)
        return self.counted(Finite(a.negative != b.negative, a.magnitude / b.magnitude))

    def raised(self, base: Number, exponent: Number) -> Number:
        if not (isinstance(base, Finite) and isinstance(exponent, Finite)):
            raise LiteralError("a power needs a finite base and exponent")
        power = exponent.value
        if power.denominator != 1:
            raise LiteralError(f"the exponent {_shown(str(power))} is not a whole number")
        if power == 0:
            return Finite(False, Fraction(1))
        negative = base.negative and bool(power.numerator & 1)
        if base.is_zero:
            return Finite(negative, Fraction(0)) if power > 0 else Infinity(negative)
        size = max(base.magnitude.numerator.bit_length(), base.magnitude.denominator.bit_length())
        if size > 1 and (size - 1) * abs(power) > MAX_BITS:
            raise self.too_large()
        return self.counted(Finite(negative, base.magnitude ** int(power)))


def _negated(number: Number) -> Number:
    match number:
        case Finite(negative, magnitude):
            return Finite(not negative, magnitude)
        case Infinity(negative):
            return Infinity(not negative)
        case NaN(negative, payload, quiet, width):
            return NaN(not negative, payload, quiet, width)


def _begins_a_word(text: str) -> bool:
    words = ("inf", "infinity", "nan", "qnan", "snan", *format_names())
    if any(word.startswith(text) for word in words):
        return True
    return re.fullmatch(r"u?e\d*(m\d*(b-?\d*)?(f|fn|fnu|fnuz|fi|fin|fini|finit|finite)?)?", text) is not None
