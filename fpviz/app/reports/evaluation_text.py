"""Evaluations of expressions for a person: what ``fpviz eval`` prints."""

from __future__ import annotations

import shlex
from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction

from fpviz.app.reports.snapshot_text import rules_said
from fpviz.core.arithmetic.rounding import flags_raised
from fpviz.core.expressions import Bounds, Constant, Evaluation, Executed, Execution, Instruction
from fpviz.core.expressions.examples import EXAMPLES, Example
from fpviz.core.expressions.listing import Listing
from fpviz.core.formats import Format
from fpviz.core.formats.decoding import decode
from fpviz.core.literals import Literal
from fpviz.core.numbers import Finite
from fpviz.core.phrase import Phrase, Say, phrase, verbatim
from fpviz.core.text import brief, columns, exact_text, padded, scientific, shortest_decimal

_HEAD = (
    phrase("line"),
    phrase("operation"),
    phrase("code"),
    phrase("value"),
    phrase("ulps made here"),
    phrase("carried"),
    phrase("in all"),
    phrase("bits lost"),
    phrase("flags"),
)
_NAMES = (phrase("exact"), phrase("machine"), phrase("contracted"), phrase("worst"))
_LONGEST = 44
"""Columns of an operation; of a longer one the middle is left out."""


def evaluations_text(found: Sequence[Evaluation], is_contracted: bool, say: Say = str) -> str:
    """An expression in several formats: results, then the operations of one of two ways."""
    return "\n\n".join([_heading(found[0], say), *(_block(e, is_contracted, say) for e in found)])


def _heading(evaluation: Evaluation, say: Say) -> str:
    told = [(phrase("expression"), evaluation.program.text)]
    if evaluation.values:
        told.append((phrase("variables"), _variables(evaluation.values)))
    told.append((phrase("rules"), say(rules_said(evaluation.rules))))
    return "\n".join(_beside(told, say))


def _variables(values: Mapping[str, Literal]) -> str:
    return ", ".join(f"{name} = {literal.text.strip()}" for name, literal in values.items())


def _beside(told: Sequence[tuple[Phrase | str, str]], say: Say) -> list[str]:
    """Names, all as wide as the widest, with what is told behind them."""
    named = [(name if isinstance(name, str) else say(name), text) for name, text in told]
    width = 2 + max(columns(name) for name, _ in named)
    return [padded(name, width) + text for name, text in named]


def _block(evaluation: Evaluation, is_contracted: bool, say: Say) -> str:
    followed = evaluation.contracted if is_contracted else evaluation.machine
    lines = [f"  {line}" for line in _beside(list(_results(evaluation, followed, say)), say)]
    table = [f"  {line}" for line in _table(followed, evaluation.format, say)]
    return "\n".join([evaluation.format.name, *lines, "", *table])


def _results(
    evaluation: Evaluation, followed: Execution, say: Say
) -> Iterator[tuple[Phrase | str, str]]:
    exact, machine, contracted, worst = _NAMES
    is_fused, home = evaluation.contracted is not evaluation.machine, evaluation.format
    for at, result in enumerate(evaluation.machine.results):
        place = f" [{at}]" if evaluation.program.is_list else ""
        yield say(exact) + place, say(_exact(result, evaluation.nearest[at], home))
        yield say(machine) + place, say(_result(result, home))
        if is_fused:
            yield say(contracted) + place, say(_result(evaluation.contracted.results[at], home))
    if not is_fused:
        yield contracted, say(phrase("the same: no product goes into a sum alone"))
    if followed.worst:
        yield worst, say(_worst(followed, followed.worst))


def _exact(executed: Executed, code: int | None, home: Format) -> Phrase:
    fmt, value = executed.format, _exact_digits(executed)
    if value is None:
        return phrase("not known: an operation leaps where its operand may lie on either side")
    if code is None:
        return phrase("{value}, which is not decided to which code it rounds", value=value)
    return phrase("{value}, rounds to {held}", value=value, held=_held(fmt, code, home))


def _exact_digits(executed: Executed) -> str | None:
    """The exact value, or its leading digits; of what may be zero, how small it is."""
    exact, number = executed.exact, executed.exact_number
    if number is not None:
        return brief(number)
    if not isinstance(exact, Bounds):
        return None
    if exact.holds_zero:
        return f"0 ± {scientific(exact.width, 1)}"
    return f"{scientific(exact.middle, 24)}…"


def _held(fmt: Format, code: int, home: Format) -> str:
    return f"{_value(fmt, code)} = {_code(fmt, code, home)}"


def _code(fmt: Format, code: int, home: Format) -> str:
    """A code; with its format before it, where that is not the one of the evaluation."""
    return fmt.code_text(code) if fmt == home else f"{fmt.name}:{fmt.code_text(code)}"


def _value(fmt: Format, code: int) -> str:
    """The shortest decimal, as languages print it."""
    number = decode(fmt, code).number
    return shortest_decimal(fmt, code) if isinstance(number, Finite) else exact_text(number)


def _result(executed: Executed, home: Format) -> Phrase:
    held, off = _held(*executed.done.operand, home), executed.total
    if off is None:
        return verbatim(held)
    if not off:
        return phrase("{held}, exact", held=held)
    off_text = scientific(abs(off), 4)
    if off > 0:
        return phrase("{held}, {ulps} ulp above the exact value", held=held, ulps=off_text)
    return phrase("{held}, {ulps} ulp below the exact value", held=held, ulps=off_text)


def _worst(followed: Execution, worst: Executed) -> Phrase:
    listing = Listing(followed.program)
    return phrase(
        "{line} = {operation}: the error in ulps grows most here, to {ulps}",
        line=listing.names[worst.place],
        operation=listing.written(worst.place),
        ulps=_ulps(worst.total),
    )


def _table(execution: Execution, home: Format, say: Say) -> list[str]:
    listing = Listing(execution.program)
    shown = [each for each in execution.lines if not _is_spared(each)]
    rows = [tuple(map(say, _HEAD)), *(_row(each, listing, home, say) for each in shown)]
    widths = [max(columns(row[i]) for row in rows) for i in range(len(_HEAD))]
    return [
        "  ".join(padded(cell, width) for cell, width in zip(row, widths, strict=True)).rstrip()
        for row in rows
    ]


def _is_spared(executed: Executed) -> bool:
    """Whether a line need not be shown: a typed number that the format holds."""
    return isinstance(executed.line, Constant) and not executed.flags


def _row(executed: Executed, listing: Listing, home: Format, say: Say) -> tuple[str, ...]:
    is_typed = not isinstance(executed.line, Instruction)
    return (
        _cut(listing.names[executed.place]),
        say(phrase("as typed")) if is_typed else _cut(listing.written(executed.place)),
        _code(*executed.done.operand, home),
        _value(executed.format, executed.code),
        _ulps(executed.made),
        _ulps(executed.carried),
        _ulps(executed.total),
        str(executed.lost or ""),
        say(flags_raised(executed.flags)) if executed.flags else "",
    )


def _ulps(error: Fraction | None) -> str:
    if error is None:
        return "–"
    return f"{'+' if error > 0 else ''}{scientific(error, 4)}"


def _cut(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST // 2]}…{text[-_LONGEST // 3 :]}"


def examples_text() -> str:
    """A block an example, with the command that shows it."""
    blocks = [
        f"{each.name}\n  {each.title!s}\n  {each.sentence!s}\n  {command(each)}"
        for each in EXAMPLES
    ]
    return "\n\n".join(blocks)


def command(example: Example) -> str:
    """The command that evaluates an example."""
    words = ["fpviz", "eval", example.text, "--format", example.format]
    for name, text in example.variables.items():
        words += ["--set", f"{name}={text}"]
    return shlex.join(words)
