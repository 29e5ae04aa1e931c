"""What a sheet says beside its steps: its heading, the titles of its parts, and the proof."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import NamedTuple

from fpviz.core.arithmetic.operands import taken
from fpviz.core.arithmetic.operations import CONVERT, Operation, find_operation
from fpviz.core.arithmetic.rounding import Rules, flags_raised, rounding_drawn, told_apart
from fpviz.core.formats.decoding import Decoded, decode
from fpviz.core.numbers import Finite, finite
from fpviz.core.phrase import Phrase, listed, phrase, verbatim
from fpviz.core.text import brief, exact_decimal, integer_text, value_brief
from fpviz.core.trace.proof import Detour, Neighbours, Proof
from fpviz.core.trace.sheet import Trace
from fpviz.core.trace.whole_sheet import Sheet
from fpviz.core.trace.working.endless import exact_brief

_NAMES = {CONVERT: phrase("convert"), **{each.value: each.rule.name for each in Operation}}

WHY = phrase("Why this code")
"""The title of a proof."""


class Line(NamedTuple):
    """One line: a text, what it is called if it has a name, and whether it is a warning."""

    text: Phrase
    name: Phrase | None = None
    warns: bool = False


def heading(sheet: Sheet) -> tuple[Line, ...]:
    """What a sheet works out, by which rules, and what comes of it."""
    trace = sheet.trace
    return (
        Line(_task(sheet), _NAMES[trace.name]),
        Line(_rules(trace.rules), phrase("rules")),
        *_found(trace),
        Line(flags_raised(trace.flags), phrase("flags")),
    )


def _found(trace: Trace) -> Iterator[Line]:
    """The exact result, and the code; in words, too, where it is no number."""
    exact = verbatim(exact_brief(trace.format, trace.exact))
    code = verbatim(_code_text(decode(trace.format, trace.code)))
    meaning = relation(trace)
    if meaning:
        exact = phrase("{value}, {meaning}", value=exact, meaning=meaning)
        code = phrase("{value}, {meaning}", value=code, meaning=meaning)
    yield Line(exact, phrase("exact"))
    yield Line(code, phrase("result"))


def relation(trace: Trace) -> Phrase | None:
    """How the operands of a comparison stand to each other, or whether a predicate is true;
    ``None`` of all other results, which are what they are."""
    means = find_operation(trace.name).rule.means if trace.name != CONVERT else {}
    return means.get(int(trace.exact.value)) if isinstance(trace.exact, Finite) else None


def _task(sheet: Sheet) -> Phrase:
    texts = [source.text.strip() for source in sheet.sources]
    what = texts[0]
    if sheet.operands:
        what = find_operation(sheet.trace.name).rule.written.format(*texts)
    return phrase("{what} into {format}", what=what, format=sheet.trace.format.name)


def _rules(rules: Rules) -> Phrase:
    names = {"rounding": rounding_drawn(rules), "overflow": rules.overflow.rule.name}
    usual = phrase("{rounding}, overflow {overflow}", **names)
    if rules.flush:
        usual = phrase("{rounding}, overflow {overflow}, subnormal results flushed", **names)
    operands = (phrase("subnormal operands zero"),) if rules.daz else ()
    return listed(usual, *operands, *told_apart(rules))


def sections(sheet: Sheet) -> tuple[tuple[Phrase, Trace], ...]:
    """The traces of a sheet in order, each with its title."""
    operation = _NAMES[sheet.trace.name]
    if not sheet.conversions:
        return ((operation, sheet.trace),)
    first = (
        (
            phrase(
                "{name} is rounded first: {text} into {format}",
                name=name,
                text=trace.inputs[0],
                format=trace.format.name,
            ),
            trace,
        )
        for name, trace in sheet.conversions
    )
    return (*first, (phrase("then {operation}", operation=operation), sheet.trace))


def proof_lines(proof: Proof) -> Iterator[Line]:
    """A rounding proof below its title: the neighbours, the reasons, what other rules make."""
    if proof.exact is not None:
        yield Line(_fraction(proof.exact), phrase("exact"))
    if proof.neighbours is not None and proof.neighbours.share:
        yield from _between(proof.neighbours)
    yield from map(Line, proof.reasons)
    by_code: dict[int, list[Phrase]] = {}
    for choice in proof.choices:
        by_code.setdefault(choice.rounded.code, []).append(choice.rounding.rule.name)
    for code, rules in by_code.items():
        value = _code_text(decode(proof.format, code))
        yield Line(phrase("{value} by {rules}", value=value, rules=listed(*rules)))
    for each in proof.warnings:
        yield Line(_warning(proof, each), warns=True)


def _between(around: Neighbours) -> Iterator[Line]:
    below, above = around.distances
    yield Line(_neighbour(around.below, below, around.ulp), phrase("below"))
    yield Line(_neighbour(around.above, above, around.ulp), phrase("above"))
    yield Line(_shortened(exact_decimal(around.midpoint)), phrase("midpoint"))


def _neighbour(decoded: Decoded | None, distance: Fraction, ulp: Fraction) -> Phrase:
    """A neighbour and how far away it is, in ulps."""
    away = {"distance": brief(finite(distance)), "ulps": brief(finite(distance / ulp))}
    if decoded is None:
        return phrase("none; it would be {distance} away, {ulps} ulp", **away)
    return phrase("{value}, {distance} away, {ulps} ulp", value=_code_text(decoded), **away)


def _warning(proof: Proof, detour: Detour) -> Phrase:
    first = detour.through, detour.first.code
    return phrase(
        "Double rounding: through {format} ({code}) it becomes {value}, not {other}."
        if taken(first, proof.rules) == first
        else "DAZ: through {format} ({code}, subnormal) it becomes {value}, not {other}.",
        format=detour.through.name,
        code=detour.through.code_text(detour.first.code),
        value=_code_text(decode(proof.format, detour.second.code)),
        other=proof.format.code_text(proof.rounded.code),
    )


def _code_text(decoded: Decoded) -> str:
    value = value_brief(decoded)
    return f"{decoded.format.code_text(decoded.code)} = {value}"


def _fraction(value: Fraction) -> Phrase:
    if value.denominator == 1:
        return _shortened(exact_decimal(value))
    return _shortened(f"{integer_text(value.numerator)}/{integer_text(value.denominator)}")


def _shortened(text: str, longest: int = 80) -> Phrase:
    """Long numbers cut in the middle, with their length: nothing is cut in silence."""
    if len(text) <= longest:
        return verbatim(text)
    return phrase(
        "{text} ({count} characters; 'fpviz trace --json' prints all)",
        text=f"{text[:40]}…{text[-20:]}",
        count=str(len(text)),
    )
