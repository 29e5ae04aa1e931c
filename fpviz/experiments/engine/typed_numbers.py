"""Typed numbers rounded into the formats of a run, and what is said of that."""

from __future__ import annotations

from typing import Any

from fpviz.core.arithmetic.overflow_rules import Overflow
from fpviz.core.arithmetic.rounding import Flags, Rules, encode
from fpviz.core.arithmetic.rounding_rules import Rounding
from fpviz.core.formats import Format
from fpviz.core.formats.decoding import decode
from fpviz.core.literals import Literal
from fpviz.core.numbers import Finite, Infinity
from fpviz.core.phrase import Phrase, phrase, quoted, template
from fpviz.core.text import value_text
from fpviz.experiments.engine.number_text import approx
from fpviz.experiments.engine.parameter_kinds import finite_value
from fpviz.experiments.engine.parameters import (
    FLUSH,
    OVERFLOW,
    ROUNDING,
    Arguments,
    Parameter,
    ParameterError,
)
from fpviz.experiments.engine.run import RoundingStep

_INFINITE = template("{what} of {text} is infinite in {format}")
_NAN = template("{what} of {text} is NaN in {format}")

_NOTE_HELD = template("{typed} is held exactly: {code}")
_NOTE_ROUNDED = template("{typed} becomes {value} = {code}, an error of {error}")
_NOTE_RANGE = template("{typed} is out of range and becomes {value} = {code}")


def rules_of(arguments: Arguments) -> Rules:
    """The rules that the three parameters of rounding say; the usual ones where one is missing."""
    return Rules(
        arguments.get(ROUNDING, Rounding.TIES_TO_EVEN),
        arguments.get(OVERFLOW, Overflow.IEEE),
        arguments.get(FLUSH, False),
    )


def rounded_finite(
    arguments: Arguments,
    typed: Parameter[Literal],
    fmt: Format,
    at: Parameter[Any] | None = None,
    *,
    what: Phrase = phrase("a value"),
) -> tuple[int, Finite]:
    """(code, number): a typed number rounded into ``fmt``.

    Raises ParameterError, at the field of ``at`` (else of ``typed``), if ``what`` it is to be is
    not finite there.
    """
    literal = arguments[typed]
    code = encode(fmt, literal.number, rules_of(arguments)).code
    number = decode(fmt, code).number
    if isinstance(number, Finite):
        return code, number
    became = _INFINITE if isinstance(number, Infinity) else _NAN
    text = quoted(literal.text.strip())
    raise (at or typed).error(phrase(became, what=what, text=text, format=fmt.name))


def no_zero(at: Parameter[Any], fmt: Format) -> ParameterError:
    """The error of a format in which no sum can begin, to be raised."""
    return at.error(phrase("{format} has no zero to begin a sum with", format=fmt.name))


def is_held(arguments: Arguments, typed: Parameter[Literal], fmt: Format) -> bool:
    """Whether a typed number is a value of ``fmt``, and is left as it is."""
    return not encode(fmt, arguments[typed].number, rules_of(arguments)).flags


def rounding_note(arguments: Arguments, parameter: Parameter[Literal], fmt: Format) -> Phrase:
    """What became of a typed number in a format."""
    literal = arguments[parameter]
    rounded = encode(fmt, literal.number, rules_of(arguments))
    number, typed = decode(fmt, rounded.code).number, finite_value(literal)
    values = {"typed": literal.text.strip(), "code": fmt.code_text(rounded.code)}
    if not rounded.flags:
        return phrase(_NOTE_HELD, **values)
    if not isinstance(number, Finite) or rounded.flags & (Flags.OVERFLOW | Flags.INVALID):
        return phrase(_NOTE_RANGE, **values, value=value_text(number))
    error = approx(number.value - typed, signed=True)
    return phrase(_NOTE_ROUNDED, **values, value=approx(number), error=error)


def typed_step(
    arguments: Arguments, name: Phrase, parameter: Parameter[Literal], fmt: Format
) -> RoundingStep:
    """The rounding of a typed number, ``name`` in formulas, into a format."""
    return RoundingStep(name, fmt, rounding_note(arguments, parameter, fmt))
