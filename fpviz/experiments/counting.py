"""Counting: s ← s + 1 comes to a stop at 2^p, where one is half an ulp.

The default formats stop at 2^24, 2^11, 2^8, 2^4 and 2^3, which logarithmic axes show at a glance.
"""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from fpviz.core.formats import Format
from fpviz.core.phrase import phrase, verbatim
from fpviz.experiments.engine.counterparts import COUNTED
from fpviz.experiments.engine.experiment import Curve, Experiment, Progress, RoundingStep, Run
from fpviz.experiments.engine.lanes import Lane, explain_lanes, lane_readouts
from fpviz.experiments.engine.outline import Outline
from fpviz.experiments.engine.parameters import (
    FLUSH,
    OVERFLOW,
    ROUNDING,
    STEPS,
    ExactNumber,
    FormatList,
    Parameter,
    Settings,
    finite_value,
)
from fpviz.experiments.engine.plot import Axis, Scale
from fpviz.experiments.engine.trajectory import ExactTrajectory, Trajectory
from fpviz.experiments.engine.typed_numbers import rounded_finite, rules_of, typed_step
from fpviz.experiments.why.sentences import OF_A_SUM

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


def _outline(settings: Settings) -> Outline:
    return Outline((*(fmt.name for fmt in settings[FORMATS]), EXACT), settings[STEPS])


def _run(settings: Settings, _progress: Progress) -> Run:
    lanes = tuple(_lane(settings, fmt) for fmt in settings[FORMATS])
    exact = ExactTrajectory(finite_value(settings[START]), finite_value(settings[INCREMENT]))
    run = Run(
        experiment=COUNTING.name,
        settings=settings,
        steps=settings[STEPS],
        curves=(
            *(lane.curve for lane in lanes),
            Curve(EXACT, phrase("exact"), phrase("The exact sum."), exact),
        ),
        readouts=(),
        rounding_steps=tuple(step for lane in lanes for step in _rounding_steps(settings, lane)),
        explain=partial(explain_lanes, lanes, words=OF_A_SUM),
        reference=EXACT,
        focus=lanes[0].name,
        horizontal=Axis(phrase("step"), Scale.LOG10),
        vertical=Axis(phrase("sum"), Scale.LOG10),
    )
    readouts = (readout for lane in lanes for readout in lane_readouts(run, lane))
    return replace(run, readouts=tuple(readouts))


def _lane(settings: Settings, fmt: Format) -> Lane:
    start, _ = rounded_finite(settings, START, fmt, what=phrase("a start"))
    _, increment = rounded_finite(settings, INCREMENT, fmt, what=phrase("an increment"))
    course = Trajectory(fmt, start, increment, rules_of(settings))
    meaning = phrase(
        "The sum in {format}: each step adds the increment and rounds.", format=fmt.title
    )
    typed = finite_value(settings[INCREMENT])
    return Lane(fmt.name, verbatim(fmt.title), meaning, fmt, course, typed=typed, who=COUNTED)


def _rounding_steps(settings: Settings, lane: Lane) -> tuple[RoundingStep, ...]:
    fmt = lane.format
    return (
        typed_step(settings, phrase("start"), START, fmt),
        typed_step(settings, phrase("increment"), INCREMENT, fmt),
        RoundingStep(phrase("sum + increment"), fmt),
    )


COUNTING = Experiment(
    "counting",
    phrase("Counting"),
    phrase(
        "Adding ones stops at 2^p: there the next one is half an ulp, a tie that goes back to even."
    ),
    (START, INCREMENT, COUNT_STEPS, FORMATS, ROUNDING, OVERFLOW, FLUSH),
    _run,
    _outline,
    (phrase("A step counter kept in BF16 is this: it stops at 256 (formats=bf16 steps=1000)."),),
)
