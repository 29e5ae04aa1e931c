"""What is said of an evaluation, in words and numbers: of its results, and of each operation."""

from __future__ import annotations

from fractions import Fraction

from fpviz.core.arithmetic.rounding import flags_raised
from fpviz.core.expressions.enclosing import Bounds
from fpviz.core.expressions.evaluation import Executed, Execution
from fpviz.core.expressions.listing import Listing
from fpviz.core.expressions.program import Constant, Instruction
from fpviz.core.formats import Format
from fpviz.core.formats.decoding import decode
from fpviz.core.numbers import Finite, NaN
from fpviz.core.phrase import Phrase, phrase, verbatim
from fpviz.core.text import brief, exact_text, scientific, shortest_decimal

HEAD = (
    phrase("line"),
    phrase("operation"),
    phrase("code"),
    phrase("value"),
    phrase("ulps made here"),
    phrase("carried in"),
    phrase("in all"),
    phrase("bits lost"),
    phrase("flags"),
)
"""What stands in the columns of ``row``."""


def row(executed: Executed, listing: Listing, home: Format) -> tuple[Phrase, ...]:
    """A line of an execution: its name and operation, what it gave, and its errors."""
    is_typed = not isinstance(executed.line, Instruction)
    return (
        verbatim(listing.names[executed.place]),
        phrase("as typed") if is_typed else verbatim(listing.written(executed.place)),
        verbatim(code_said(*executed.done.operand, home)),
        verbatim(value_said(executed.format, executed.code)),
        verbatim(ulps_said(executed.made)),
        verbatim(ulps_said(executed.carried)),
        verbatim(ulps_said(executed.total)),
        verbatim(str(executed.lost or "")),
        flags_raised(executed.flags) if executed.flags else verbatim(""),
    )


def exact_said(executed: Executed, code: int | None, home: Format) -> Phrase:
    """The exact value of a result, and the code that it rounds to, where that is decided."""
    fmt, value = executed.format, exact_digits(executed)
    if value is None:
        return phrase("not known: too far beyond all formats, or where an operation leaps")
    if code is None:
        return phrase("{value}, whose rounding is not decided", value=value)
    return phrase("{value}, rounds to {held}", value=value, held=held_said(fmt, code, home))


def exact_digits(executed: Executed) -> str | None:
    """The exact value, or its leading digits; of what may be zero, how small it is."""
    exact, number = executed.exact, executed.exact_number
    if isinstance(number, NaN):
        return exact_text(NaN())
    if number is not None:
        return brief(number)
    if not isinstance(exact, Bounds):
        return None
    if exact.holds_zero:
        return f"0 ± {scientific(exact.width, 1)}"
    return f"{scientific(exact.middle, 24)}…"


def held_said(fmt: Format, code: int, home: Format) -> str:
    """A value and its code."""
    return f"{value_said(fmt, code)} = {code_said(fmt, code, home)}"


def code_said(fmt: Format, code: int, home: Format) -> str:
    """A code; with its format before it, where that is not the one of the evaluation."""
    return fmt.code_text(code) if fmt == home else f"{fmt.name}:{fmt.code_text(code)}"


def value_said(fmt: Format, code: int) -> str:
    """The shortest decimal, as languages print it."""
    number = decode(fmt, code).number
    return shortest_decimal(fmt, code) if isinstance(number, Finite) else exact_text(number)


def result_said(executed: Executed, home: Format) -> Phrase:
    """What a machine gets, and how far that is from the exact value."""
    held, off = held_said(*executed.done.operand, home), executed.total
    if off is None or (not off and executed.exact_number is None):
        return verbatim(held)
    if not off:
        return phrase("{held}, exact", held=held)
    off_text = scientific(abs(off), 4)
    if off > 0:
        return phrase("{held}, {ulps} ulp above the exact value", held=held, ulps=off_text)
    return phrase("{held}, {ulps} ulp below the exact value", held=held, ulps=off_text)


def worst_said(followed: Execution, worst: Executed) -> Phrase:
    """At which operation the result was lost, or else the error grew most."""
    listing = Listing(followed.program)
    line, operation = listing.names[worst.place], listing.written(worst.place)
    if worst.is_lost:
        return phrase(
            "{line} = {operation} is {value} here, where the exact value is finite",
            line=line,
            operation=operation,
            value=value_said(*worst.done.operand),
        )
    return phrase(
        "{line} = {operation}: the error in ulps grows most here, to {ulps}",
        line=line,
        operation=operation,
        ulps=ulps_said(worst.total),
    )


def is_spared(executed: Executed) -> bool:
    """Whether a line need not be shown: a typed number that the format holds."""
    return isinstance(executed.line, Constant) and not executed.flags


def ulps_said(error: Fraction | None) -> str:
    """An error in ulps with its sign; a dash where there is none to tell."""
    if error is None:
        return "–"
    return f"{'+' if error > 0 else ''}{scientific(error, 4)}"
