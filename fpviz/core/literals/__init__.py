"""What a person types, read exactly: decimals, fractions, hex-floats, codes, expressions.

A text may have several readings, and ``readings`` gives them all; ``parse_literal`` is the first.
Ways of spelling are evened out in ``spelling``; the grammar is in ``expressions``, texts that are
codes as a whole in ``codes``, a value beside its code in ``both``, those of programming languages
in ``programs``; ``refusals`` says what it is that is not read.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from fpviz.core.formats import Format
from fpviz.core.literals.codes import (
    field_codes,
    fields_said,
    filling_codes,
    hex_integer,
    is_whole_digits,
    sure_codes,
)
from fpviz.core.literals.expressions import Expression
from fpviz.core.literals.limits import LONGEST_DECIMAL, MAX_BITS, MAX_LENGTH
from fpviz.core.literals.literal import (
    ACCEPTED,
    SPACES,
    AmbiguousLiteral,
    CodeLiteral,
    Context,
    IncompleteLiteral,
    Kind,
    Literal,
    LiteralError,
    NumberLiteral,
    Readings,
    code_source,
    pattern,
)
from fpviz.core.literals.long_decimals import complete_decimal
from fpviz.core.literals.programs import of_a_program
from fpviz.core.literals.refusals import refusal
from fpviz.core.literals.spelling import plain, spellings, unwrapped, without_label
from fpviz.core.literals.value_beside_code import value_and_code
from fpviz.core.numbers import finite
from fpviz.core.phrase import phrase, quoted

__all__ = [
    "ACCEPTED",
    "LONGEST_DECIMAL",
    "MAX_BITS",
    "MAX_LENGTH",
    "SPACES",
    "AmbiguousLiteral",
    "CodeLiteral",
    "Context",
    "IncompleteLiteral",
    "Kind",
    "Literal",
    "LiteralError",
    "NumberLiteral",
    "Readings",
    "code_source",
    "parse_literal",
    "readings",
]

_DECIMAL = pattern(r"[0-9]*\.?[0-9]*(?:e[+-]?[0-9]+)?")
_LEAST_DIGITS = 4
_WIDE = 16
"""Bits of a format that a bare code is of although another is active; narrower ones, whose codes
are words and short numbers, too, are offered."""


def parse_literal(
    text: str,
    fmt: Format | None = None,
    active: Format | None = None,
    *,
    prefer: Kind | None = None,
) -> Literal:
    """The exact number that ``text`` says.

    With ``fmt``, the text stands in a field that belongs to this format: there a bare ``0x…`` or
    ``0b…`` of at most the format's width is a code. A text that fills ``active`` to the bit, or
    can be nothing but a code, such as ``16'h3c7c``, is one of ``fmt`` or else of ``active``. The
    literal's text names the format then: it reads back as the same literal wherever it stands.

    >>> parse_literal("1/3 + 2^-1").number
    Finite(negative=False, magnitude=Fraction(5, 6))
    >>> from fpviz.core.formats import find_format
    >>> parse_literal("16'h3c80", active=find_format("fp16")).text
    "fp16:16'h3c80"

    Raises IncompleteLiteral for a text that typing on may complete, AmbiguousLiteral for one
    that asks, else LiteralError.
    """
    return readings(text, Context(fmt, active, prefer=prefer)).taken()


def readings(text: str, where: Context = Context()) -> Readings:
    """All that ``text`` may say where it stands.

    What is a decimal is a number first; ``0x…`` and ``0b…`` that fill the active format, and
    hexadecimal digits that are no decimal, are codes first; ``where.prefer`` turns that round.

    >>> from fpviz.core.formats import find_format
    >>> [str(each.said) for each in readings("4e00", Context(active=find_format("fp16"))).literals]
    ['the integer 4', 'a code of FP16 = 24']
    """
    if len(text) > MAX_LENGTH:
        return _long(text)
    try:
        found = _readings(text, where)
    except LiteralError as error:
        found = Readings(refusal=error)
    if found.refusal is not None:
        found = replace(found, refusal=type(found.refusal)(found.refusal.phrase))
    return found


def _long(text: str) -> Readings:
    literal = complete_decimal(plain(unwrapped(text))) if len(text) <= LONGEST_DECIMAL else None
    if literal:
        return Readings((literal,))
    return Readings(
        refusal=LiteralError(
            phrase(
                "{text} has {count} characters; at most {most} are read",
                text=quoted(text),
                count=str(len(text)),
                most=str(MAX_LENGTH),
            )
        )
    )


def _readings(text: str, where: Context) -> Readings:
    bare, whole = unwrapped(text), text.strip(SPACES)
    cleaned = plain(bare)
    value = without_label(cleaned)
    prefers_codes = where.prefer is Kind.CODE and is_whole_digits(value)
    if prefers_codes and not filling_codes(value, where):
        where = replace(where, own=where.home)
    if literal := of_a_program(value):
        return Readings((literal,))
    if said := value_and_code(cleaned, whole, where):
        return readings(said, where) if isinstance(said, str) else Readings((said,))
    if codes := sure_codes(cleaned, where) or sure_codes(value, where):
        return _with_codes_first(text, (), codes, where)
    codes = field_codes(value, where) + filling_codes(value, where)
    try:
        numbers = tuple(_numbers(bare, cleaned, whole))
    except LiteralError as error:
        if not codes:
            error = fields_said(value, where) or refusal(cleaned, whole, error)
        return _without_number(text, value, codes, where, error)
    if codes and not where.own and _is_everyday(value):
        codes = ()
    if codes and _is_code_first(value, codes, where):
        return _with_codes_first(text, numbers, codes, where)
    found = numbers + codes
    return Readings(found, _question(text, numbers) if len(numbers) > 1 else None)


def _numbers(text: str, cleaned: str, written: str) -> Iterator[Literal]:
    """The literals of the number, or of the two, that a text spells; as it was ``written``."""
    spelled = spellings(cleaned)
    for each in spelled:
        expression = Expression(each.text, written)
        said = each.text if len(spelled) > 1 or (each.changed and " " in text) else text
        said = f"+{each.text}" if _may_be_a_code(each.text) else said
        note = expression.note
        if each.changed and not note:
            note = phrase("read as {text}", text=each.text)
        if expression.code is None:
            yield NumberLiteral(said, expression.number, note)
        else:
            yield CodeLiteral(said, *expression.code, note)


def _may_be_a_code(text: str) -> bool:
    """Whether digits are taken as a code wherever they fill a format; a sign prevents it."""
    return is_whole_digits(text) or (hex_integer(text) is not None and not _is_decimal(text))


def _is_decimal(text: str) -> bool:
    return _DECIMAL.fullmatch(text) is not None


def _is_everyday(text: str) -> bool:
    """Whether a decimal is too short to be offered as a code: ``12`` is typed every day."""
    return len(text) < _LEAST_DIGITS and text.isdecimal() and not text.startswith("0")


def _is_code_first(text: str, codes: tuple[CodeLiteral, ...], where: Context) -> bool:
    """Whether a text that is a number as well is taken as a code."""
    if where.prefer is not None:
        return where.prefer is Kind.CODE and _is_sure(codes, where)
    if is_whole_digits(text) and not where.own:
        return codes[0].format == where.active
    return not _is_decimal(text) and _is_sure(codes, where)


def _is_sure(codes: tuple[CodeLiteral, ...], where: Context) -> bool:
    """Whether it is plain which format the first of some codes is of."""
    fmt = codes[0].format
    return fmt == where.home or (len(codes) == 1 and fmt.width >= _WIDE)


def _with_codes_first(
    text: str, numbers: tuple[Literal, ...], codes: tuple[CodeLiteral, ...], where: Context
) -> Readings:
    found = codes + numbers
    return Readings(found, None if _is_sure(codes, where) else _question(text, found))


def _without_number(
    text: str, value: str, codes: tuple[CodeLiteral, ...], where: Context, error: LiteralError
) -> Readings:
    """The readings of a text that is no number as it stands: codes, and the integer they are."""
    if not codes:
        return Readings(refusal=error)
    integer = hex_integer(value)
    numbers = () if integer is None else (NumberLiteral(f"+0x{value}", finite(integer)),)
    if isinstance(error, IncompleteLiteral) and " " not in value and not where.whole:
        return Readings(codes + numbers, error)
    if where.prefer is Kind.NUMBER and numbers:
        return Readings(numbers + codes)
    return _with_codes_first(text, numbers, codes, where)


def _question(text: str, found: tuple[Literal, ...]) -> AmbiguousLiteral:
    """Which of the readings is meant, with a text for each that asks nothing."""
    text = text.strip(SPACES)
    if len(found) == 1:
        return AmbiguousLiteral(
            phrase(
                "{text} may be {reading}; type {example}",
                text=quoted(text),
                reading=found[0].said,
                example=found[0].text,
            )
        )
    return AmbiguousLiteral(
        phrase(
            "{text} may be {first} or {second}; type {one} or {other}",
            text=quoted(text),
            first=found[0].said,
            second=found[1].said,
            one=found[0].text,
            other=found[1].text,
        )
    )
