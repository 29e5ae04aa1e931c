"""Texts to typed values and back, and the one-line errors of what cannot be read."""

from __future__ import annotations

from fractions import Fraction

import pytest

from fpviz.core.arithmetic.rounding import Overflow, Rounding
from fpviz.core.formats import find_format
from fpviz.core.phrase import verbatim
from fpviz.experiments.engine.parameter_kinds import Count, ExactNumber, FormatName, finite_value
from fpviz.experiments.engine.parameters import (
    FLUSH,
    OVERFLOW,
    ROUNDING,
    STEPS,
    Arguments,
    Parameter,
    ParameterError,
)

NUMBER = Parameter("x", verbatim("X"), ExactNumber(), "0.1", verbatim("A number."))
FORMAT = Parameter("in", verbatim("In"), FormatName(), "fp16", verbatim("A format."))
ALL = (NUMBER, FORMAT, STEPS, ROUNDING, OVERFLOW, FLUSH)


def test_defaults_are_typed() -> None:
    arguments = Arguments("any", ALL)
    assert finite_value(arguments[NUMBER]) == Fraction(1, 10)
    assert arguments[FORMAT] is find_format("fp16")
    assert arguments[STEPS] == 100
    assert arguments[ROUNDING] is Rounding.TIES_TO_EVEN
    assert arguments[OVERFLOW] is Overflow.IEEE
    assert arguments[FLUSH] is False


def test_texts_come_back_in_the_form_that_is_printed() -> None:
    given = {"x": " 1/3 ", "in": "half", "steps": "10^12", "rounding": "UPWARD", "flush": "yes"}
    arguments = Arguments("any", ALL, given)
    assert arguments.texts == {
        "x": "1/3",
        "in": "fp16",
        "steps": "1000000000000",
        "rounding": "upward",
        "overflow": "ieee",
        "flush": "on",
    }
    assert Arguments("any", ALL, arguments.texts) == arguments
    assert hash(Arguments("any", ALL, arguments.texts)) == hash(arguments)
    assert arguments != Arguments("any", ALL)
    assert "steps=1000000000000" in repr(arguments)


@pytest.mark.parametrize(
    ("parameter", "text", "words"),
    [
        (NUMBER, "one", "'one'"),
        (NUMBER, "nan", "'nan' is not finite"),
        (NUMBER, "-inf", "'-inf' is not finite"),
        (FORMAT, "fp17", "unknown format 'fp17'"),
        (STEPS, "0", "'0' is not from 1 to 10^15"),
        (STEPS, "-3", "'-3' is not from 1 to 10^15"),
        (STEPS, "10^16", "'10^16' is not from 1 to 10^15"),
        (STEPS, "2.5", "'2.5' is not a whole number"),
        (STEPS, "inf", "'inf' is not a whole number"),
        (ROUNDING, "stochastic", "'stochastic' is none of ties-to-even, ties-away, "),
        (OVERFLOW, "clip", "'clip' is none of ieee, saturate, propagate, nan, wrap"),
        (FLUSH, "maybe", "'maybe' is neither on nor off"),
    ],
)
def test_a_wrong_text_has_one_line_that_names_it(
    parameter: Parameter[object], text: str, words: str
) -> None:
    with pytest.raises(ParameterError) as caught:
        Arguments("any", ALL, {parameter.name: text})
    assert caught.value.name == parameter.name
    assert words in str(caught.value.message)
    assert str(caught.value) == f"{parameter.name}: {caught.value.message}"
    assert "\n" not in str(caught.value)
    assert not caught.value.incomplete


@pytest.mark.parametrize(("parameter", "text"), [(NUMBER, "1e-"), (NUMBER, ""), (STEPS, "10^")])
def test_a_text_that_typing_on_may_complete_says_so(
    parameter: Parameter[object], text: str
) -> None:
    with pytest.raises(ParameterError) as caught:
        parameter.parse(text)
    assert caught.value.incomplete


def test_an_unknown_name_lists_those_there_are() -> None:
    with pytest.raises(ParameterError, match="no such parameter; there are x, in, steps") as caught:
        Arguments("any", ALL, {"y": "1"})
    assert caught.value.name == "y"


def test_a_long_text_is_cut_in_the_message() -> None:
    with pytest.raises(ParameterError) as caught:
        FLUSH.parse("x" * 500)
    assert len(str(caught.value.message)) < 240


def test_a_count_has_its_own_limits() -> None:
    assert Count(0, 12).parse("1.2e1") == 12
    with pytest.raises(ValueError, match="from 0 to 12"):
        Count(0, 12).parse("13")


def test_an_experiment_may_raise_at_a_field() -> None:
    assert STEPS.error(verbatim("too many")).name == "steps"
