"""Counting: s ← s + 1 comes to a stop at 2^p, where one is half an ulp.

The default formats stop at 2^24, 2^11, 2^8, 2^4 and 2^3, which logarithmic axes show at a glance.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from fpviz.core.formats import Format
from fpviz.core.phrase import phrase, verbatim
from fpviz.experiments.engine.constant_update.running_sum import RunningSum
from fpviz.experiments.engine.constant_update.script import constant_updates
from fpviz.experiments.engine.constant_update.sentences import OF_A_SUM
from fpviz.experiments.engine.constant_update.trajectory import ExactTrajectory, Trajectory
from fpviz.experiments.engine.counterparts import COUNTED
from fpviz.experiments.engine.curves import Curve
from fpviz.experiments.engine.experiment import Experiment
from fpviz.experiments.engine.parameter_kinds import ExactNumber, FormatList, finite_value
from fpviz.experiments.engine.parameters import RULES, STEPS, Arguments, Parameter
from fpviz.experiments.engine.plot import Domain, Quantity
from fpviz.experiments.engine.readouts import side_by_side
from fpviz.experiments.engine.run import Outline, Progress, RoundingStep, Run
from fpviz.experiments.engine.typed_numbers import rounded_finite, rules_of, typed_step

START = Parameter("start", phrase("Start"), ExactNumber(), "0", phrase("The sum at step 0."))
INCREMENT = Parameter(
    "increment", phrase("Increment"), ExactNumber(), "1", phrase("What every step adds.")
)
FORMATS = Parameter(
    "formats",
    phrase("Formats"),
    FormatList(),
    "fp32, fp16, bf16, fp8_e4m3fn, fp8_e5m2",
    phrase("The formats that count, with commas between them."),
)
COUNT_STEPS = replace(
    STEPS,
    default="1000000000",
    help=phrase("How often the increment is added; at most 10^15."),
)

EXACT = "exact"


def _outline(arguments: Arguments) -> Outline:
    names = (*(fmt.name for fmt in arguments[FORMATS]), EXACT)
    return Outline(names, Domain(phrase("step"), arguments[STEPS], log=True))


def _run(arguments: Arguments, _progress: Progress) -> Run:
    sums = [_sum(arguments, fmt) for fmt in arguments[FORMATS]]
    course = ExactTrajectory(finite_value(arguments[START]), finite_value(arguments[INCREMENT]))
    exact = Curve(EXACT, phrase("exact"), phrase("The exact sum."), course)
    domain = _outline(arguments).domain
    return Run(
        arguments=arguments,
        domain=domain,
        quantity=Quantity(phrase("sum"), log=True),
        curves=(*(each.curve for each in sums), exact),
        readouts=side_by_side(out for each in sums for out in each.readouts(exact, domain.steps)),
        rounding_steps=tuple(
            step for each in sums for step in _rounding_steps(arguments, each.format)
        ),
        focus=sums[0].name,
        reference=EXACT,
    )


def _sum(arguments: Arguments, fmt: Format) -> RunningSum:
    start, _ = rounded_finite(arguments, START, fmt, what=phrase("a start"))
    _, increment = rounded_finite(arguments, INCREMENT, fmt, what=phrase("an increment"))
    course = Trajectory(fmt, start, increment, rules_of(arguments))
    meaning = phrase(
        "The sum in {format}: each step adds the increment and rounds.", format=fmt.title
    )
    typed = finite_value(arguments[INCREMENT])
    return RunningSum(fmt.name, verbatim(fmt.title), meaning, fmt, course, typed, OF_A_SUM, COUNTED)


def _rounding_steps(arguments: Arguments, fmt: Format) -> Iterator[RoundingStep]:
    yield typed_step(arguments, phrase("start"), START, fmt)
    yield typed_step(arguments, phrase("increment"), INCREMENT, fmt)
    yield RoundingStep(phrase("sum + increment"), fmt)


COUNTING = Experiment(
    "counting",
    phrase("Counting"),
    phrase(
        "Adding ones stops at 2^p: there the next one is half an ulp, a tie that goes back to even."
    ),
    (START, INCREMENT, COUNT_STEPS, FORMATS, *RULES),
    _outline,
    _run,
    constant_updates,
    (phrase("A step counter kept in BF16 is this: it stops at 256 (formats=bf16 steps=1000)."),),
)
