"""What an experiment can be told: parameters, their kinds, and the arguments of one run.

A form has a field for each parameter, a command line a ``NAME=VALUE``; both deal in text alone,
which the parameter's kind reads and writes. An experiment reads its arguments typed:
``arguments[STEPS]`` is an ``int`` because ``STEPS`` is a ``Parameter[int]``.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, Generic, TypeVar

from fpviz.core.arithmetic.overflow_rules import Overflow
from fpviz.core.arithmetic.rounding_rules import Rounding
from fpviz.core.literals import IncompleteLiteral
from fpviz.core.phrase import Complaint, Phrase, phrase
from fpviz.experiments.engine.parameter_kinds import (
    Count,
    ExactNumber,
    FormatName,
    ParameterKind,
    Switch,
    one_of,
)

T = TypeVar("T")


class ParameterError(Complaint):
    """A value that a parameter, or the experiment as a whole, cannot take.

    ``name`` is the parameter at whose field ``message``, one line, belongs. ``incomplete`` says
    that typing on may complete the text: a form waits instead of complaining.
    """

    def __init__(self, name: str, message: Phrase, *, incomplete: bool = False) -> None:
        super().__init__(phrase("{parameter}: {message}", parameter=name, message=message))
        self.name = name
        self.message = message
        self.incomplete = incomplete


@dataclass(frozen=True)
class Parameter(Generic[T]):
    """One thing an experiment can be told.

    ``name`` is what scripts call it, ``label`` what stands at its field, ``default`` a text that
    its kind reads, ``help`` one or two sentences.
    """

    name: str
    label: Phrase
    kind: ParameterKind[T]
    default: str
    help: Phrase

    def parse(self, text: str) -> T:
        """The value that ``text`` says. Raises ParameterError."""
        try:
            return self.kind.parse(text)
        except Complaint as error:
            incomplete = isinstance(error, IncompleteLiteral)
            raise ParameterError(self.name, error.phrase, incomplete=incomplete) from None

    def error(self, message: Phrase) -> ParameterError:
        """An error for this parameter's field, to be raised."""
        return ParameterError(self.name, message)


class Arguments:
    """What one run of an ``experiment`` is told: the values of all its parameters, typed.

    ``texts`` are the same as text, by the parameters' names.
    """

    def __init__(
        self,
        experiment: str,
        parameters: tuple[Parameter[Any], ...],
        texts: Mapping[str, str] | None = None,
    ) -> None:
        """Reads ``texts`` by parameter name; what is not there has its default.

        Raises ParameterError for the first wrong text, and for a name that no parameter has.
        """
        self.experiment = experiment
        texts = texts or {}
        names = [parameter.name for parameter in parameters]
        for name in texts:
            if name not in names:
                there_are = phrase("no such parameter; there are {names}", names=", ".join(names))
                raise ParameterError(name, there_are)
        self._values = {p.name: p.parse(texts.get(p.name, p.default)) for p in parameters}
        self.texts = {p.name: p.kind.text(self._values[p.name]) for p in parameters}

    def __getitem__(self, parameter: Parameter[T]) -> T:
        value: T = self._values[parameter.name]
        return value

    def get(self, parameter: Parameter[T], default: T) -> T:
        """The value of a parameter that this experiment may not have."""
        value: T = self._values.get(parameter.name, default)
        return value

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Arguments) and self._told == other._told

    def __hash__(self) -> int:
        return hash(self._told)

    def __repr__(self) -> str:
        given = (f"{name}={text}" for name, text in self.texts.items())
        return f"Arguments({', '.join((self.experiment, *given))})"

    @property
    def _told(self) -> tuple[str, tuple[tuple[str, str], ...]]:
        return self.experiment, tuple(self.texts.items())


START = Parameter(
    "w0", phrase("Weight w₀"), ExactNumber(), "1.125", phrase("The weight at step 0.")
)
UPDATE = Parameter(
    "g", phrase("Update g"), ExactNumber(), "0.00041999", phrase("What every step adds.")
)
STEPS = Parameter(
    "steps",
    phrase("Steps"),
    Count(),
    "100",
    phrase("How often the update is added; at most 10^15."),
)
LOOP_STEPS = replace(
    STEPS, kind=Count(1, 10**6), help=phrase("How often the update is added; at most 10^6.")
)
"""The steps of what has no closed form."""

WEIGHT_FORMAT = Parameter(
    "weight-format", phrase("Weight in"), FormatName(), "fp16", phrase("The format of the weight.")
)
UPDATE_FORMAT = Parameter(
    "update-format",
    phrase("Update in"),
    FormatName(),
    "fp16",
    phrase("The format that g is rounded to."),
)
MASTER_FORMAT = Parameter(
    "master-format",
    phrase("Master copy in"),
    FormatName(),
    "fp32",
    phrase("The format of the master copy."),
)
GRADIENT_FORMAT = Parameter(
    "gradient-format",
    phrase("Gradients in"),
    FormatName(),
    "fp16",
    phrase("The format that the scaled gradients are rounded to."),
)
NARROW_FORMAT = Parameter(
    "accumulator-format",
    phrase("Accumulator in"),
    FormatName(),
    "fp16",
    phrase("The format of the running sum."),
)
WIDE_FORMAT = Parameter(
    "wide-format",
    phrase("Wide accumulator in"),
    FormatName(),
    "fp32",
    phrase("The format of a second, wider running sum."),
)
ROUNDING = Parameter(
    "rounding",
    phrase("Rounding"),
    one_of(
        {each: each.rule.label for each in Rounding if not each.rule.draws},
        {each: each.rule.aliases for each in Rounding},
    ),
    "ties-to-even",
    phrase("Which of the two neighbours of an unrepresentable number is taken."),
)
OVERFLOW = Parameter(
    "overflow",
    phrase("Overflow"),
    one_of({each: each.rule.label for each in Overflow}),
    "ieee",
    phrase("What stands for a result beyond the largest finite number."),
)
FLUSH = Parameter(
    "flush",
    phrase("Flush subnormals"),
    Switch(),
    "off",
    phrase("Whether a rounded result that is subnormal becomes zero."),
)
RULES = (ROUNDING, OVERFLOW, FLUSH)
"""How results are rounded, the same in most experiments."""
