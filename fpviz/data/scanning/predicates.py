"""What elements can be filtered and found by: a table of predicates, each with words for a menu."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from functools import partial
from typing import NamedTuple

import numpy as np

from fpviz.core.arithmetic.rounding import encode
from fpviz.core.formats import Format, NumberClass
from fpviz.core.formats.decoding import decode
from fpviz.core.formats.order import ulp_at
from fpviz.core.numbers import Finite, Infinity, NaN, Number
from fpviz.core.phrase import Complaint, Phrase, phrase, quoted, template
from fpviz.core.text import value_text
from fpviz.data.layout.layout import CodeArray
from fpviz.data.scanning.anomalies import BINADES, NEIGHBOURS, anomalies
from fpviz.data.scanning.code_sets import Sought, Test, Truths, code_test
from fpviz.data.scanning.steps import steps_beyond
from fpviz.data.scanning.whole_numbers import whole_numbers

Operand = Number | int
"""An exact number, or an integer: a code, or a count of binades."""

Kernel = Callable[[CodeArray, int], Truths]
"""(codes, lead): of which of the codes behind the first ``lead`` it is true."""


class Wanted(Enum):
    """What a predicate wants to be told."""

    NUMBER = "number"
    CODE = "code"
    BINADES = "binades"


class PredicateKind(NamedTuple):
    """A predicate without what it wants to be told.

    ``words`` name it in a menu; ``said``, with what it was told in the places {a} and {b}. A
    kernel looks back at ``lookback`` elements before each.
    """

    key: str
    words: Phrase
    said: str
    kernel: Callable[..., Kernel]
    wants: tuple[Wanted, ...] = ()
    lookback: int = 0


@dataclass(frozen=True, slots=True)
class Predicate:
    """What is asked of elements. Raises Complaint for what its kind does not want."""

    kind: PredicateKind
    operands: tuple[Operand, ...] = ()

    def __post_init__(self) -> None:
        _check(self)

    @property
    def said(self) -> Phrase:
        """The question in words."""
        return phrase(self.kind.said, **dict(zip("ab", map(_text, self.operands), strict=False)))

    def kernel(self, fmt: Format) -> Kernel:
        """What answers it for codes of a format."""
        return self.kind.kernel(fmt, *self.operands)


def _text(operand: Operand) -> str:
    return f"{operand:#x}" if isinstance(operand, int) else value_text(operand)


def _check(predicate: Predicate) -> None:
    kind, operands = predicate.kind, predicate.operands
    if len(kind.wants) != len(operands):
        raise Complaint(
            phrase(
                "{predicate} wants {count} numbers",
                predicate=kind.words,
                count=str(len(kind.wants)),
            )
        )
    for wanted, operand in zip(kind.wants, operands, strict=True):
        if isinstance(operand, int) == (wanted is Wanted.NUMBER) or isinstance(operand, NaN):
            raise Complaint(
                phrase("{predicate} wants no {text}", predicate=kind.words, text=_text(operand))
            )


def _each(test: Test) -> Kernel:
    """A kernel that looks at nothing but each code itself."""
    return lambda codes, lead: test(codes[lead:])


def _of_class(*classes: NumberClass) -> Callable[[Format], Kernel]:
    return lambda fmt: _each(code_test(Sought(frozenset(classes)), fmt))


def _negative(fmt: Format) -> Kernel:
    return _each(code_test(Sought(negative=True), fmt))


def _whole(fmt: Format) -> Kernel:
    return _each(whole_numbers(fmt))


def _in_range(fmt: Format, least: Finite | Infinity, greatest: Finite | Infinity) -> Kernel:
    return _each(code_test(Sought(least=least, greatest=greatest), fmt))


def _equal_to(fmt: Format, number: Finite | Infinity) -> Kernel:
    found = _value_meant(fmt, number)
    return _nothing if found is None else _in_range(fmt, found, found)


def _nothing(codes: CodeArray, lead: int) -> Truths:
    return np.zeros(len(codes) - lead, np.bool_)


def _value_meant(fmt: Format, number: Finite | Infinity) -> Finite | Infinity | None:
    """What a number becomes in the format, in which 0.1 may be no value; ``None`` where that is
    not near: what overflows or becomes zero is equal to nothing."""
    found = decode(fmt, encode(fmt, number).code).number
    if isinstance(number, Infinity):
        return number if found == number else None
    if not isinstance(found, Finite) or found.is_zero != number.is_zero:
        return None
    near = ulp_at(fmt, found.magnitude, found.negative) / 2
    return found if abs(found.value - number.value) <= near else None


def _of_code(_fmt: Format, code: int) -> Kernel:
    return _each(lambda codes: codes == code)


def _step(fmt: Format, number: Finite) -> Kernel:
    def kernel(codes: CodeArray, lead: int) -> Truths:
        found = steps_beyond(fmt, codes, number.value)
        return found if lead else np.concatenate([np.zeros(1, np.bool_), found])

    return kernel


def _anomaly(fmt: Format, binades: int) -> Kernel:
    return partial(anomalies, fmt, binades=binades)


_NUMBER, _CODE, _BINADES = Wanted

PREDICATES = (
    PredicateKind("nan", phrase("NaN"), template("NaN"), _of_class(NumberClass.NAN)),
    PredicateKind(
        "infinite", phrase("infinite"), template("infinite"), _of_class(NumberClass.INFINITE)
    ),
    PredicateKind("zero", phrase("zero"), template("zero"), _of_class(NumberClass.ZERO)),
    PredicateKind(
        "subnormal", phrase("subnormal"), template("subnormal"), _of_class(NumberClass.SUBNORMAL)
    ),
    PredicateKind("normal", phrase("normal"), template("normal"), _of_class(NumberClass.NORMAL)),
    PredicateKind(
        "invalid", phrase("invalid"), template("invalid"), _of_class(NumberClass.INVALID)
    ),
    PredicateKind("negative", phrase("negative, -0 too"), template("negative, -0 too"), _negative),
    PredicateKind("integer", phrase("integers"), template("integers"), _whole),
    PredicateKind(
        "range",
        phrase("in the range …"),
        template("from {a} to {b}"),
        _in_range,
        (_NUMBER, _NUMBER),
    ),
    PredicateKind(
        "equal", phrase("equal to the number …"), template("equal to {a}"), _equal_to, (_NUMBER,)
    ),
    PredicateKind(
        "code", phrase("equal to the code …"), template("equal to the code {a}"), _of_code, (_CODE,)
    ),
    PredicateKind(
        "step",
        phrase("differs from the one before by more than …"),
        template("differs from the one before by more than {a}"),
        _step,
        (_NUMBER,),
        lookback=1,
    ),
    PredicateKind(
        "anomaly",
        phrase("anomalies: no number, infinite, or far from those before by … binades"),
        template("anomalies: no number, infinite, or far from those before by {a} binades"),
        _anomaly,
        (_BINADES,),
        lookback=NEIGHBOURS,
    ),
)
"""All that can be asked, in the order of a menu."""


def find_predicate(key: str, *operands: Operand) -> Predicate:
    """The predicate of a kind with what it wants to be told. Raises Complaint."""
    for kind in PREDICATES:
        if kind.key == key:
            return Predicate(kind, operands)
    keys = ", ".join(kind.key for kind in PREDICATES)
    raise Complaint(phrase("no predicate {key}; there are {keys}", key=quoted(key), keys=keys))


ANOMALY = find_predicate("anomaly", BINADES)
"""What is looked for as the next anomaly."""
