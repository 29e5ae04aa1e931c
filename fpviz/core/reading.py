"""One source, many readings: the state of a session and everything that follows from it.

``State`` says what is looked at and by which rules; ``derive`` turns it into a ``Snapshot`` with a
``Reading`` for each format. The window draws the Snapshot and the command line prints it.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from fractions import Fraction
from functools import cached_property

from fpviz.core.arithmetic.operands import read_source
from fpviz.core.arithmetic.rounding import Flags, Rules, encode
from fpviz.core.arithmetic.rounding_rules import Rounding
from fpviz.core.formats import Format, find_format
from fpviz.core.formats.decoding import Decoded, NumberClass, decode
from fpviz.core.formats.order import next_down, next_up, ulp
from fpviz.core.literals import CodeLiteral, Literal, NumberLiteral, code_source, parse_literal
from fpviz.core.numbers import Finite, NaN, Number, floor_log2
from fpviz.core.phrase import Phrase, phrase
from fpviz.core.text import exact_text, hexfloat, shortest_decimal, value_brief

DEFAULT_FORMATS = tuple(map(find_format, ("fp16", "bf16", "fp32", "fp64", "fp8_e4m3fn")))
DEFAULT_LITERAL = "1.12156456132"

MOST_FORMATS = 64
"""Formats that a state taken from a file or a link shows at most."""

_LONGEST_DECIMAL_SOURCE = 32
_USUAL = Rules()


@dataclass(frozen=True)
class State:
    """What a session looks at: the source, the formats shown and the rules of rounding.

    ``source`` is a typed literal, or a code of a format, which then is read in its own format as
    it stands and, as the operand of a conversion, rounded once into every other. ``active`` is one
    of ``formats``, which is never empty.
    """

    source: Literal = field(default_factory=lambda: parse_literal(DEFAULT_LITERAL))
    formats: tuple[Format, ...] = DEFAULT_FORMATS
    active: Format = DEFAULT_FORMATS[0]
    rules: Rules = Rules()

    def __post_init__(self) -> None:
        if self.active not in self.formats:
            raise ValueError(f"{self.active.name} is active but not shown")
        if len(set(self.formats)) != len(self.formats):
            raise ValueError("a format is shown twice")

    def with_source(self, source: Literal) -> State:
        """The state with another source; the format of a code becomes active."""
        if isinstance(source, NumberLiteral):
            return replace(self, source=source)
        return replace(self.with_code(*source.operand), source=source)

    def with_code(self, fmt: Format, code: int) -> State:
        """The state whose source is ``code`` of ``fmt``, which becomes active."""
        formats = self.formats if fmt in self.formats else (*self.formats, fmt)
        return replace(self, source=code_source(fmt, code), active=fmt, formats=formats)


@dataclass(frozen=True, slots=True)
class Errors:
    """How far a reading is from the source: reading minus source, exactly.

    ``relative`` is to the source's magnitude, ``None`` where the source is zero; ``ulps`` counts
    ulps of the reading.
    """

    absolute: Fraction
    relative: Fraction | None
    ulps: Fraction


@dataclass(frozen=True)
class Reading:
    """The source as one format holds it.

    ``flags`` are the exceptions that rounding it raised. ``zeroed_in`` is the format in which the
    source is a subnormal code, where DAZ took it as a zero on its way into this format.
    """

    source: Number
    decoded: Decoded
    flags: Flags
    rules: Rules = Rules()
    zeroed_in: Format | None = None

    @property
    def format(self) -> Format:
        return self.decoded.format

    @property
    def code(self) -> int:
        return self.decoded.code

    @property
    def number(self) -> Number:
        return self.decoded.number

    @property
    def is_exact(self) -> bool:
        """Whether the format holds the source itself; of a NaN, its whole payload."""
        untouched = self.flags == Flags.NONE and self.zeroed_in is None
        return untouched and _same_payload(self.source, self.number)

    @cached_property
    def changed_bits(self) -> int:
        """Where the code differs from the source cut off: what rounding, not truncation, did."""
        if not self.flags:
            return 0
        cut = replace(self.rules, rounding=Rounding.TOWARD_ZERO)
        return self.code ^ encode(self.format, self.source, cut).code

    @property
    def is_spared(self) -> bool:
        """Whether results are flushed and this subnormal number, a code as it stands, is not."""
        return self.rules.flush and self.decoded.number_class is NumberClass.SUBNORMAL

    @property
    def about_daz(self) -> Phrase | None:
        """What DAZ has done to the source here, or will do to this code; ``None`` for nothing."""
        if self.zeroed_in is not None:
            return phrase("flushed by DAZ: subnormal in {format}", format=self.zeroed_in.title)
        if self.rules.daz and self.decoded.number_class is NumberClass.SUBNORMAL:
            return phrase("a zero as an operand, by DAZ")
        return None

    @cached_property
    def error(self) -> Errors | None:
        """The error against the source, or ``None`` if either is not finite."""
        if not (isinstance(self.source, Finite) and isinstance(self.number, Finite)):
            return None
        if not self.format.has_even_binades:
            return self._error_between(self.source.value, self.number.value)
        ulp, significand = self.ulp, self.decoded.significand
        assert ulp is not None
        assert significand is not None
        n, d = self.source.value.as_integer_ratio()
        up, down = ulp.as_integer_ratio()
        held = (-significand if self.number.negative else significand) * up
        off = held * d - n * down  # the error, in units of 1 / (d * down)
        relative = Fraction(off, abs(n) * down) if n else None
        return Errors(Fraction(off, d * down), relative, Fraction(off, d * up))

    def _error_between(self, source: Fraction, held: Fraction) -> Errors:
        """The same where a value may be no multiple of its ulp."""
        off, ulp = held - source, self.ulp
        assert ulp is not None
        return Errors(off, off / abs(source) if source else None, off / ulp)

    @property
    def ulp(self) -> Fraction | None:
        """The distance between consecutive values around this one; ``None`` if not finite."""
        return ulp(self.format, self.code)

    @cached_property
    def previous(self) -> Decoded | None:
        """The neighbour below."""
        return _decoded(self.format, next_down(self.format, self.code))

    @cached_property
    def next(self) -> Decoded | None:
        """The neighbour above."""
        return _decoded(self.format, next_up(self.format, self.code))

    @cached_property
    def shortest(self) -> str:
        """The shortest decimal that ties-to-even reads back as this code, or ``inf``, ``nan``."""
        if isinstance(self.number, Finite):
            return shortest_decimal(self.format, self.code)
        return exact_text(self.number)

    @property
    def about_shortest(self) -> Phrase | None:
        """That the shortest decimal is one for ties-to-even, where other rules are in force."""
        if not isinstance(self.number, Finite) or self.rules == _USUAL:
            return None
        here = encode(self.format, parse_literal(self.shortest).number, self.rules)
        if here.code != self.code:
            value = value_brief(decode(self.format, here.code))
            return phrase("for ties-to-even; by these rules it reads as {value}", value=value)
        usual = self.rules.rounding is Rounding.TIES_TO_EVEN
        return None if usual else phrase("for ties-to-even")

    @property
    def hexfloat(self) -> str | None:
        """The value as a hexadecimal literal of C, or ``inf``, ``nan``; ``None`` of decimals."""
        if isinstance(self.number, Finite):
            return hexfloat(self.format, self.code) if self.format.base == 2 else None
        return exact_text(self.number)

    @cached_property
    def exponent_shift(self) -> int:
        """By how much a column of this row is worth more than in a row with the source's exponent.

        Not 0 where rounding carried into the next binade, or where the value is subnormal here.
        """
        if not isinstance(self.source, Finite) or self.source.is_zero:
            return 0
        if not isinstance(self.number, Finite) or self.number.is_zero or self.format.base != 2:
            return 0
        return self.format.unit_exponent(self.code) - floor_log2(self.source.magnitude)


@dataclass(frozen=True)
class Snapshot:
    """A state and a reading for each of its formats, in order."""

    state: State
    readings: tuple[Reading, ...]

    @cached_property
    def active(self) -> Reading:
        """The reading of the active format."""
        return self.readings[self.state.formats.index(self.state.active)]

    @cached_property
    def exact_formats(self) -> tuple[Format, ...]:
        """The formats that hold the source itself."""
        return tuple(reading.format for reading in self.readings if reading.is_exact)


def derive(state: State) -> Snapshot:
    """Everything that follows from ``state``. Long texts are made when first asked for."""
    return Snapshot(state, tuple(read(state.source, fmt, state.rules) for fmt in state.formats))


def read(source: Literal, fmt: Format, rules: Rules) -> Reading:
    """``source`` as ``fmt`` holds it: its own code as it stands, any other number rounded once.

    A code of another format is the operand of a conversion, which DAZ may take as a zero.
    """
    if isinstance(source, CodeLiteral) and source.format == fmt:
        return Reading(source.number, decode(fmt, source.code), Flags.NONE, rules)
    number = read_source(source, rules)
    rounded = encode(fmt, number, rules)
    reading = Reading(source.number, decode(fmt, rounded.code), rounded.flags, rules)
    if isinstance(source, CodeLiteral) and number != source.number:
        return replace(reading, zeroed_in=source.format)
    return reading


def source_text(source: Literal) -> str:
    """How a source is written in the value entry: as typed; a code as its value while short.

    A short value of a code is easier to read than the code; a long one, a NaN or a number that
    would lose its format's dialect is shown as the code.
    """
    if isinstance(source, NumberLiteral) or not isinstance(source.number, Finite):
        return source.text
    magnitude = source.number.magnitude
    bits = magnitude.numerator.bit_length() + magnitude.denominator.bit_length()
    if bits > 4 * _LONGEST_DECIMAL_SOURCE:
        return source.text
    text = exact_text(source.number)
    return text if len(text) <= _LONGEST_DECIMAL_SOURCE else source.text


def _same_payload(source: Number, held: Number) -> bool:
    """Whether no bit of a NaN's payload was lost; true of all other numbers."""
    if not (isinstance(source, NaN) and isinstance(held, NaN)):
        return True
    if source.payload_width is None:
        return held.payload == source.payload or (not source.quiet and not source.payload)
    here = held.payload_width or 0
    widest = max(here, source.payload_width)
    return held.payload << widest - here == source.payload << widest - source.payload_width


def _decoded(fmt: Format, code: int | None) -> Decoded | None:
    return None if code is None else decode(fmt, code)
