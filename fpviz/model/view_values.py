"""What may stand under the keys of a panel's view in a scene, and what is wrong with the rest."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from math import isfinite, log10
from typing import TYPE_CHECKING, Any

from fpviz.core.arithmetic.operations import OPERANDS
from fpviz.core.formats import Format, find_format
from fpviz.core.line.view import parse_view
from fpviz.core.literals import parse_literal
from fpviz.core.phrase import Complaint, Phrase, phrase, quoted
from fpviz.core.reading import State
from fpviz.experiments.engine.run import Outline
from fpviz.model.guide import page_names

if TYPE_CHECKING:  # few scenes have an expression, or a worked sheet to be looked at
    from fpviz.core.expressions.typed_program import TypedProgram
    from fpviz.core.trace.whole_sheet import Sheet


@dataclass(frozen=True, slots=True)
class Basis:
    """What a view is read against: itself, the scene's state, and its run's outline."""

    view: Mapping[str, Any]
    state: State
    run: Outline

    @property
    def format(self) -> Format:
        """The format of codes that name none: one that the view chooses, else the active one."""
        name = self.view.get("format")
        try:
            return find_format(name) if isinstance(name, str) and name else self.state.active
        except Complaint:
            return self.state.active


Judge = Callable[[Any, Basis], Phrase | None]
"""Says what is wrong with a value of the file, if anything is."""

AROUND = "around"
"""The window of a number line that is around the value, whatever it is."""

MACHINE, CONTRACTED = "machine", "contracted"
"""The ways of evaluating an expression."""

OPERATIONS, SWEEP = "operations", "sweep"
"""What is shown of it."""

FIRST_EXPRESSION = "0.1 + 0.2"
"""The expression before another is typed."""

FIRST_OPERANDS = ("", "0.12457275190625", "1")
"""The operands of a worked sheet before others are typed; the empty one is the source."""

VALUES, DUMPS = "values", "dumps"
"""What is compared."""

FIRST_PAIR = ("", "1.125")
"""Two values that are compared before others are typed; the empty one is the source."""

TENSOR_COLUMNS = ("tensor", "dtype", "shape", "size", "lost")
"""By what tensors are sorted."""

SCALES = range(-40, 61)
"""Exponents of the powers of two that elements of tensors are multiplied by."""

_MOST_FILES = 10_000
_LONGEST_STEP = 17


def among(*names: str) -> Judge:
    """A text that is one of the names."""

    def read(value: Any, _basis: Basis) -> Phrase | None:  # noqa: ANN401 - JSON is untyped
        if value in names and isinstance(value, str):
            return None
        return phrase("{text} is not one of {names}", text=_shown(value), names=", ".join(names))

    return read


def such(check: Callable[[Any], bool], what: Phrase) -> Judge:
    """What passes a check; of the rest it is said that it is ``what``."""

    def read(value: Any, _basis: Basis) -> Phrase | None:  # noqa: ANN401 - as above
        return None if check(value) else phrase("{text} is {what}", text=_shown(value), what=what)

    return read


def read_by(*parsers: Callable[[str], object]) -> Judge:
    """A text that is empty or that every parser reads."""

    def read(value: Any, _basis: Basis) -> Phrase | None:  # noqa: ANN401 - as above
        if not isinstance(value, str):
            return phrase("{text} is no text", text=_shown(value))
        try:
            for parse in parsers if value.strip() else ():
                parse(value)
        except Complaint as error:
            return error.phrase
        except ValueError as error:
            return phrase("{reason}", reason=str(error))
        return None

    return read


def operands(value: Any, basis: Basis) -> Phrase | None:  # noqa: ANN401 - as above
    """Three lines, each empty or a literal that is read where the sheet stands."""
    if not isinstance(value, str) or value.count("\n") != 2:
        return phrase("{text} is not three lines, one for each operand", text=_shown(value))
    for name, text in zip("abc", value.split("\n"), strict=True):
        try:
            if text.strip():
                parse_literal(text, active=basis.format)
        except Complaint as error:
            return phrase("{operand}: {reason}", operand=name, reason=error.phrase)
    return None


def operand(value: Any, basis: Basis) -> Phrase | None:  # noqa: ANN401 - as above
    """Nothing, or a literal that is read where it stands."""
    return read_by(partial(parse_literal, active=basis.format))(value, basis)


def tolerance(value: Any, basis: Basis) -> Phrase | None:  # noqa: ANN401 - as above
    """What may lie between the elements of two dumps."""
    from fpviz.data.asked_tolerance import asked_tolerance  # noqa: PLC0415 - few scenes have one

    return read_by(asked_tolerance)(value, basis)


def window(value: Any, basis: Basis) -> Phrase | None:  # noqa: ANN401 - as above
    """A window of a number line, or ``AROUND``."""
    return None if value == AROUND else read_by(parse_view)(value or "-", basis)


def _element_filter(written: str) -> object:
    from fpviz.model.bench.choosing import read_filter  # noqa: PLC0415 - few scenes have one

    return read_filter(written)


ELEMENT_FILTER = read_by(_element_filter)


def two_formats(value: Any, basis: Basis) -> Phrase | None:  # noqa: ANN401 - as above
    """Nothing, or the names of two formats."""
    if wrong := TEXT(value, basis):
        return wrong
    names = value.split()
    if len(names) not in (0, 2):
        return phrase("{text} is not the names of two formats", text=_shown(value))
    return next(filter(None, (read_by(find_format)(name, basis) for name in names)), None)


def sheet_step(value: Any, basis: Basis) -> Phrase | None:  # noqa: ANN401 - as above
    """The index of a line of working that the sheet has, or -1."""
    if (wrong := SHEET_STEP(value, basis)) or value == -1:
        return wrong
    name = basis.view.get("operation", next(iter(OPERANDS)))
    texts = basis.view.get("operands", "\n".join(FIRST_OPERANDS))
    if not isinstance(name, str) or name not in OPERANDS or operands(texts, basis):
        return None  # which is said of them
    steps = len(sheet_of(name, texts.split("\n"), basis.format, basis.state).steps)
    if value < steps:
        return None
    return phrase(
        "the sheet has no line {text}; the last is {last}", text=str(value), last=str(steps - 1)
    )


def sheet_of(name: str, texts: Sequence[str], fmt: Format, state: State) -> Sheet:
    """The worked sheet of an operation on operands as typed; an empty one is the source."""
    sources = [
        parse_literal(text, active=fmt) if text.strip() else state.source
        for text in texts[: OPERANDS[name]]
    ]
    from fpviz.core.trace.whole_sheet import worked_sheet  # noqa: PLC0415 - when asked

    return worked_sheet(name, sources, fmt, state)


def expression(value: Any, basis: Basis) -> Phrase | None:  # noqa: ANN401 - as above
    """An expression that can be evaluated with what its variables are set to."""
    if wrong := TEXT(value, basis):
        return wrong
    try:
        program_of(value, basis.view.get("set", {}), basis.state)
    except Complaint as error:
        return error.phrase
    return None


def settings(value: Any, _basis: Basis) -> Phrase | None:  # noqa: ANN401 - as above
    """What variables are set to: texts by their names."""
    if isinstance(value, dict) and all(isinstance(text, str) for text in value.values()):
        return None
    return phrase("{text} is not texts by the names of variables", text=_shown(value))


def operation_line(value: Any, basis: Basis) -> Phrase | None:  # noqa: ANN401 - as above
    """The place of an operation of the expression, or -1."""
    if (wrong := SHEET_STEP(value, basis)) or value == -1:
        return wrong
    text = basis.view.get("expression", FIRST_EXPRESSION)
    if expression(text, basis):
        return None  # which is said of it
    program = program_of(text, basis.view.get("set", {}), basis.state).program
    if value < len(program.lines):
        return None
    return phrase("the expression has no line {text}", text=str(value))


def program_of(text: str, settings: object, state: State) -> TypedProgram:
    """An expression with its variables, of which those that are set to nothing are the source.

    Raises Complaint.
    """
    from fpviz.core.expressions.typed_program import read_program  # noqa: PLC0415 - as above

    named = settings if isinstance(settings, dict) else {}
    known = {name: each for name, each in named.items() if isinstance(each, str)}
    return read_program(text, known, state.rules, otherwise=state.source)


def files(value: Any, _basis: Basis) -> Phrase | None:  # noqa: ANN401 - as above
    """Files of tensors: objects with a path and a fingerprint."""
    if isinstance(value, list) and len(value) <= _MOST_FILES and all(map(_is_file, value)):
        return None
    return phrase("{text} is no list of files with path and fingerprint", text=_shown(value))


def _is_file(value: object) -> bool:
    return (
        isinstance(value, dict)
        and value.keys() == {"path", "fingerprint"}
        and all(isinstance(each, str) for each in value.values())
    )


def rate(value: Any, _basis: Basis) -> Phrase | None:  # noqa: ANN401 - as above
    """A learning rate as typed, or nothing."""
    return read_by(read_rate)(value, _basis)


def read_rate(text: str) -> float:
    """The learning rate that a text says. Raises Complaint."""
    try:
        found = float(text)
    except ValueError:
        found = 0.0
    if found and isfinite(found):
        return found
    raise Complaint(phrase("{text} is no learning rate; type 0.01 or 1e-3", text=quoted(text)))


def page(value: Any, basis: Basis) -> Phrase | None:  # noqa: ANN401 - as above
    """The name of a page of the Guide."""
    return among(*page_names())(value, basis)


# -- what may stand under a key of the updates, by what their run has ------------------------------


def hidden(value: Any, basis: Basis) -> Phrase | None:  # noqa: ANN401 - as above
    """Names of curves that the run has, with spaces between."""
    if wrong := TEXT(value, basis):
        return wrong
    return next(filter(None, (curve(name, basis) for name in value.split())), None)


def curve(value: Any, basis: Basis) -> Phrase | None:  # noqa: ANN401 - as above
    """The name of a curve that the run has, or nothing."""
    if wrong := TEXT(value, basis):
        return wrong
    curves = basis.run.curves
    if value in ("", *curves):
        return None
    return phrase(
        "the run has no curve {name}; there are {names}",
        name=quoted(value),
        names=", ".join(curves),
    )


def step(value: Any, basis: Basis) -> Phrase | None:  # noqa: ANN401 - as above
    """A step that the run has, as text."""
    wrong, last = STEP(value, basis), basis.run.domain.steps
    if wrong or int(value) <= last:
        return wrong
    return phrase("{text} is beyond the last step, {last}", text=quoted(value), last=str(last))


def measure(value: Any, basis: Basis) -> Phrase | None:  # noqa: ANN401 - as above
    """What can be measured of the run."""
    wrong = among("value", "error", "ulps")(value, basis)
    if wrong or value == "value" or basis.run.measured:
        return wrong
    return phrase("{text} is measured from an exact sum, and the run has none", text=quoted(value))


def part(value: Any, basis: Basis) -> Phrase | None:  # noqa: ANN401 - as above
    """A part of the plot in which there are steps of the run; empty for all of it."""
    if (wrong := PART(value, basis)) or not value:
        return wrong
    last = basis.run.domain.steps
    right = log10(last + 1) if basis.view.get("log_steps") is True else last
    if value[0] < right and value[1] > 0:
        return None
    return phrase(
        "{text} shows none of the steps from 0 to {last}", text=str(value), last=str(last)
    )


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and isfinite(value)


def _is_whole(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)


def _are_ranges(value: object, count: int) -> bool:
    """Whether a list holds so many ranges, each from a lower to a higher end."""
    if not (isinstance(value, list) and len(value) == 2 * count and all(map(_is_number, value))):
        return False
    return all(low < high for low, high in zip(value[::2], value[1::2], strict=True))


def _is_step(value: object) -> bool:
    digits = isinstance(value, str) and value.isascii() and value.isdecimal()
    return digits and isinstance(value, str) and len(value) <= _LONGEST_STEP


def _shown(value: object) -> str:
    return quoted(value) if isinstance(value, str) else str(value)


FLAG = such(lambda value: isinstance(value, bool), phrase("neither true nor false"))
STEP = such(_is_step, phrase("no step"))
TEXT = such(lambda value: isinstance(value, str), phrase("no text"))
PART = such(
    lambda value: value == [] or _are_ranges(value, 2), phrase("no list of left, right, low, high")
)
RANGE = such(lambda value: _are_ranges(value, 1), phrase("no list of a lower and a higher end"))
SHEET_STEP = such(lambda value: _is_whole(value) and value >= -1, phrase("no step of a sheet"))
SHARE = such(lambda value: _is_number(value) and 0 <= value <= 1, phrase("no part from 0 to 1"))
WHOLE = such(_is_whole, phrase("no whole number"))
PLACE = such(lambda value: _is_whole(value) and value >= 0, phrase("no place"))
SCALE = such(
    lambda value: _is_whole(value) and value in SCALES, phrase("no exponent from -40 to 60")
)
