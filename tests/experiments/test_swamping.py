"""Swamping and drift: every figure of the worked loops, and what the lessons say."""

from __future__ import annotations

from fractions import Fraction

import pytest

from fpviz.core.arithmetic.rounding import Overflow, Rules
from fpviz.core.formats import find_format
from fpviz.core.numbers import Finite, finite
from fpviz.core.phrase import phrase, verbatim
from fpviz.experiments import EXPERIMENTS, ExperimentError, find_experiment
from fpviz.experiments.engine.constant_update.sentences import lesson, ratio_text, verdict
from fpviz.experiments.engine.constant_update.trajectory import Trajectory
from fpviz.experiments.engine.lesson import Outcome
from fpviz.experiments.engine.number_text import approx
from fpviz.experiments.engine.parameters import ParameterError
from fpviz.experiments.engine.readouts import Readout
from fpviz.experiments.engine.run import Run


def run(name: str, **texts: str) -> Run:
    experiment = find_experiment(name)
    named = {key.replace("_", "-"): text for key, text in texts.items()}
    return experiment.run(experiment.arguments(named))


LOOPS = [
    ("swamping", 1, 0x3F900DC4, 0x3C80, 0x3F90),
    ("swamping", 100, 0x3F956090, 0x3C80, 0x3F90),
    ("swamping", 101, 0x3F956E54, 0x3C80, 0x3F90),
    ("drift", 1, 0x3F9FF200, 0x3D00, 0x3FA0),
    ("drift", 100, 0x41595100, 0x4AD0, 0x415A),
    ("drift", 101, 0x415B4F40, 0x4AE0, 0x415C),
]


@pytest.mark.parametrize(("name", "additions", "master", "weight", "comparison"), LOOPS)
def test_the_worked_loops(
    name: str, additions: int, master: int, weight: int, comparison: int
) -> None:
    found = run(name, steps=str(additions))
    assert found.readout("master.final").code == master
    assert found.readout("weight.final").code == weight
    assert found.readout("comparison.final").code == comparison
    assert found.curve("weight").code(additions) == weight


@pytest.mark.parametrize(
    ("name", "values"),
    [
        ("swamping", ("1.1670093536376953125", "1.167429447174072265625")),
        ("drift", ("13.582275390625", "13.70684814453125")),
    ],
)
def test_the_classic_script_adds_once_before_its_loop(name: str, values: tuple[str, str]) -> None:
    loop, script = run(name), run(name, before="on")
    assert (loop.domain.steps, script.domain.steps) == (100, 101)
    assert (loop.readout("additions").machine, script.readout("additions").machine) == (100, 101)
    assert tuple(each.readout("master.final").machine for each in (loop, script)) == values


def test_the_readouts_of_swamping() -> None:
    found = run("swamping")
    assert str(found.readout("update").text) == "≈ 0.0004200935364 = 0x0ee2"
    assert found.readout("update").machine == "0.000420093536376953125"
    assert found.readout("update.error").value == Fraction("1.03536376953125e-7")
    assert found.readout("update.ulps").machine == "0.43017578125"
    assert str(found.readout("update.ratio").text).startswith("≈ 2677.975")
    assert str(found.readout("weight.verdict").text) == "update below half an ulp"
    assert str(found.readout("weight.stall").text) == "0 steps"
    assert found.readout("weight.first-swamped").value == 1
    assert found.readout("weight.error").machine == "-0.041999"
    assert found.readout("weight.error-ulps").machine == "-43.006976"


def test_the_readouts_of_drift() -> None:
    found = run("drift")
    assert found.readout("update").code_text == "0x2ff9"
    assert found.readout("weight.stall").value == 2039
    assert str(found.readout("weight.stall-value").text) == "256 = 0x5c00"
    assert found.readout("comparison.stall").value == 247
    assert found.readout("comparison.stall-value").machine == "32"
    assert str(found.readout("weight.verdict").text) == (
        "each step adds 0.125 instead of 0.12457275390625"
    )
    grown = [found.error("weight", t) - found.error("master", t) for t in (1, 100)]
    assert grown == [Fraction("0.00042724609375"), 100 * Fraction("0.00042724609375")]


def test_the_master_copy_is_exact_but_for_the_rounding_of_the_update() -> None:
    found = run("swamping")
    assert found.curve("exact").number(100).value == Fraction("1.125") + Fraction("0.041999")
    assert found.curve("exact-rounded").number(100) == found.curve("master").number(100)
    assert found.error("master", 100) == 100 * Fraction("1.03536376953125e-7")
    assert found.error_in_ulps("exact", 100) is None


def test_a_held_update_needs_one_exact_curve() -> None:
    found = run("drift", g="0.125")
    assert [curve.name for curve in found.curves] == ["weight", "comparison", "master", "exact"]


def test_the_rounding_steps_are_listed_in_words() -> None:
    steps = run("swamping", w0="1e6").rounding_steps
    assert [str(step.text) for step in steps] == [
        "w₀ rounded to fp16",
        "w₀ rounded to bf16",
        "w₀ rounded to fp32",
        "g rounded to fp16",
        "g rounded to bf16",
        "FP16 weight + FP16 g rounded to fp16",
        "BF16 weight + BF16 g rounded to bf16",
        "FP32 master copy + FP16 g rounded to fp32",
    ]
    assert str(steps[0].note) == "1e6 is out of range and becomes inf = 0x7c00"
    assert str(steps[1].note) == "1e6 becomes 999424 = 0x4974, an error of -576"
    assert str(steps[2].note) == "1e6 is held exactly: 0x49742400"


def test_the_lesson_of_a_swamped_update() -> None:
    told = run("swamping").lesson(40)
    assert told.outcome is Outcome.SWAMPED
    assert str(told.text) == (
        "To be added: ≈ 0.0004200935364; ulp of the weight: 2⁻¹⁰; midpoint: 1.12548828125. "
        "The update is 0.430 of an ulp of the weight. "
        "Less than half: FP16 rounds back to 1.125, now and at every later step."
    )
    assert str(told.aside) == (
        "The FP32 master copy has an ulp of 2⁻²³ there: the same update is 3524 ulps. "
        "That is what a master copy is for."
    )
    picture = told.picture
    assert picture is not None
    assert picture.half_ulp == Fraction(1, 2**11)
    assert picture.above == Finite(False, Fraction("1.1259765625"))
    assert (picture.floor, picture.ceiling) == (Fraction("1.125"), Fraction("1.1259765625"))
    assert picture.border == Fraction("1.125") + Fraction(1, 2**11)


def test_the_lesson_of_a_lossy_and_of_a_stalled_step() -> None:
    found = run("drift")
    assert str(found.lesson(0).text) == (
        "To be added: 0.12457275390625; ulp of the weight: 2⁻¹⁰; midpoint: 1.24951171875. "
        "The update is 127.6 ulps of the weight. FP16 adds 0.125 instead of "
        "0.12457275390625: an error of +0.00042724609375 in this step."
    )
    assert found.lesson(2038).outcome is Outcome.PARTLY_LOST
    assert found.lesson(10**12).outcome is Outcome.STALLED
    assert "The weight has stood at 256 since step 2039. The update is 0.498 of an ulp" in str(
        found.lesson(10**12).text
    )
    assert found.lesson(5, "master").outcome is Outcome.EXACT
    assert found.lesson(5, "master").aside is None
    assert str(found.lesson(5, "exact").text).startswith("Nothing is rounded here")


CASES = [
    ({"w0": "1.5", "g": "2^-11+2^-10"}, Outcome.TIE, "half-way between 1.5009765625 and"),
    ({"w0": "1", "g": "2^-11"}, Outcome.SWAMPED, "a tie, and the weight is even: FP16 rounds back"),
    (
        {"w0": "1", "g": "-2^-11", "rounding": "ties-away"},
        Outcome.EXACT,
        "The update is 0.500 of an ulp of the weight. The sum, 0.99951171875",
    ),
    (
        {"w0": "1", "g": "-2^-13"},
        Outcome.SWAMPED,
        "0.250 of the gap on the weight's side toward zero",
    ),
    ({"w0": "1", "g": "2^-11", "rounding": "ties-away"}, Outcome.TIE, "the one farther from zero"),
    ({"w0": "1", "g": "1e-4", "rounding": "toward-zero"}, Outcome.SWAMPED, "Rounding toward zero:"),
    ({"w0": "1", "g": "-1e-4", "rounding": "upward"}, Outcome.SWAMPED, "Rounding upward:"),
    ({"w0": "1", "g": "1e-4", "rounding": "downward"}, Outcome.SWAMPED, "Rounding downward:"),
    ({"w0": "1+2^-10", "g": "1e-4", "rounding": "to-odd"}, Outcome.SWAMPED, "whose last bit is 1:"),
    ({"w0": "65504", "g": "32"}, Outcome.OVERFLOWED, "The sum, 65536, lies beyond"),
    ({"w0": "1e6", "g": "1"}, Outcome.OVERFLOWED, "The weight is inf, and no update"),
    ({"w0": "7e4", "g": "1", "overflow": "saturate"}, Outcome.SWAMPED, "rounds back to 65504"),
    ({"w0": "3*2^-15", "g": "-2^-14", "flush": "on"}, Outcome.FLUSHED, "subnormals are flushed"),
    ({"w0": "2^-13", "g": "-2^-14", "flush": "on"}, Outcome.EXACT, "a value of FP16"),
    ({"w0": "65504", "g": "-32"}, Outcome.EXACT, "The update is 1.000 ulps"),
    ({"w0": "1", "g": "2^-24", "flush": "on"}, Outcome.NO_UPDATE, "nothing is added"),
    ({"w0": "1", "g": "0"}, Outcome.NO_UPDATE, "nothing is added"),
    (
        {"w0": "1", "g": "-4", "weight_format": "e8m0", "update_format": "fp16"},
        Outcome.OVERFLOWED,
        "The sum, -3, is not positive, as all values of E8M0 are: it becomes nan.",
    ),
]


@pytest.mark.parametrize(("texts", "outcome", "words"), CASES)
def test_what_else_may_become_of_a_step(
    texts: dict[str, str], outcome: Outcome, words: str
) -> None:
    told = run("swamping", **texts).lesson(0)
    assert told.outcome is outcome, str(told.text)
    assert words in str(told.text)
    assert told.title
    assert told.picture is not None


VERDICTS = [
    ({"w0": "1", "g": "2^-11"}, "update exactly half an ulp, a tie that leaves the weight"),
    ({"w0": "1", "g": "-2^-13"}, "update too small a part of the gap toward zero"),
    ({"w0": "1", "g": "1e-4", "rounding": "to-odd"}, "each step adds"),
    (
        {"w0": "1", "g": "1e-4", "rounding": "toward-zero"},
        "update below an ulp, cut off toward zero",
    ),
    ({"w0": "65504", "g": "32"}, "the first sum is out of range"),
]


@pytest.mark.parametrize(("texts", "words"), VERDICTS)
def test_the_verdict_on_the_first_step(texts: dict[str, str], words: str) -> None:
    assert str(run("swamping", **texts).readout("weight.verdict").text).startswith(words)


def test_lessons_at_the_ends_of_a_format() -> None:
    fp16, e8m0 = find_format("fp16"), find_format("e8m0")
    saturate = Trajectory(fp16, 0x7C00, finite(-32), Rules(overflow=Overflow.SATURATE))
    assert str(lesson(saturate, 0).text) == (
        "The weight is inf; this overflow rule turns it into 65504."
    )
    flushed = Rules(flush=True)
    up = lesson(Trajectory(fp16, 0, finite(fp16.min_normal * Fraction(4095, 4096)), flushed), 0)
    assert up.picture is not None
    assert (up.picture.floor, up.picture.ceiling) == (0, fp16.min_normal)
    least = Trajectory(e8m0, 1, finite(-e8m0.smallest * Fraction(3, 2)))
    assert lesson(least, 0).outcome is Outcome.PARTLY_LOST
    stuck = lesson(Trajectory(e8m0, 0, finite(-e8m0.smallest * Fraction(9, 10))), 0)
    assert "The update is 0.900 of an ulp of the weight. Nothing lies" in str(stuck.text)
    assert verdict(Trajectory(e8m0, 0, finite(-e8m0.smallest / 2))).template.startswith(
        "update below an ulp, and nothing below"
    )
    minus = Trajectory(fp16, 0, finite(-fp16.smallest / 4))  # +0 becomes -0 and stays
    assert [lesson(minus, t).outcome for t in (0, 1)] == [Outcome.SWAMPED, Outcome.STALLED]
    kept = lesson(Trajectory(fp16, 2, finite(fp16.smallest), flushed), 0)
    assert kept.outcome is Outcome.FLUSHED
    assert kept.picture is not None
    assert (kept.picture.floor, kept.picture.ceiling) == (0, fp16.min_normal)
    top = lesson(Trajectory(fp16, 0xFBFF, finite(-1)), 0)
    assert top.outcome is Outcome.SWAMPED
    assert top.picture is not None
    assert (top.picture.floor, top.picture.ceiling) == (None, -65504)
    assert top.picture.border == -65520


def test_two_nearly_equal_numbers_are_told_apart() -> None:
    sentence = str(run("drift", weight_format="fp64", update_format="fp64").lesson(0).text)
    assert "adds ≈ 0.12457275190625005656 instead of ≈ 0.12457275190625000105" in sentence


@pytest.mark.parametrize(
    ("texts", "field", "words"),
    [
        ({"g": "nan"}, "g", "'nan' is not finite"),
        ({"w0": "inf"}, "w0", "'inf' is not finite"),
        ({"steps": "0"}, "steps", "not from 1 to 10^15"),
        ({"g": "1e6"}, "g", "an update of '1e6' is infinite in fp16"),
        ({"g": "1e3", "comparison_format": "fp8_e4m3fn"}, "comparison-format", "NaN in fp8_e4m3fn"),
        ({"master_format": "fp33"}, "master-format", "unknown format 'fp33'"),
    ],
)
def test_a_bad_setting_is_told_at_its_field(texts: dict[str, str], field: str, words: str) -> None:
    with pytest.raises(ParameterError) as caught:
        run("swamping", **texts)
    assert caught.value.name == field
    assert words in str(caught.value.message)


def test_a_weight_out_of_range_is_no_error_but_has_no_figures() -> None:
    found = run("swamping", w0="1e6")
    assert str(found.readout("weight.final").text) == "inf = 0x7c00"
    assert str(found.readout("weight.verdict").text) == "the weight is inf from the start"
    for name in ("update.ulps", "update.ratio", "weight.error", "weight.first-swamped"):
        assert found.readout(name).machine is None
        assert str(found.readout(name).text) == "–"


def test_ten_to_the_twelve_steps() -> None:
    found = run("drift", steps="10^12", comparison_format="fp64")
    assert found.domain.steps == 10**12
    assert found.readout("weight.final").code == 0x5C00
    assert found.readout("master.final").code == 0x4A000000
    assert found.curve("exact").breakpoints(0, found.domain.steps) == (0, 10**12)


def test_every_parameter_reads_its_default_and_prints_it_back() -> None:
    for experiment in EXPERIMENTS:
        arguments = experiment.arguments()
        assert arguments.texts == {p.name: p.default for p in experiment.parameters}
        assert all(str(p.label) and str(p.help) for p in experiment.parameters)
        found = experiment.run(arguments)
        names = [item.name for item in (*found.curves, *found.readouts)]
        assert len(set(names)) == len(names)
        assert all(str(readout.text) and str(readout.label) for readout in found.readouts)


def test_finding_an_experiment() -> None:
    assert [experiment.name for experiment in EXPERIMENTS][:2] == ["swamping", "drift"]
    assert tuple(experiment.name for experiment in EXPERIMENTS) == EXPERIMENTS.names
    assert find_experiment(" Drift ") is EXPERIMENTS[1]
    with pytest.raises(ExperimentError, match="unknown experiment 'x'; there are swamping, drift"):
        find_experiment("x")
    with pytest.raises(KeyError, match="none of weight"):
        run("swamping").curve("wight")


def test_a_readout_reads_both_ways() -> None:
    third = Readout("third", verbatim("A third"), Fraction(-1, 3), verbatim("ulp"))
    assert (third.machine, str(third.text)) == ("-1/3", "≈ -0.3333333333 ulp")
    assert str(Readout("zero", verbatim("Zero"), Finite(True, Fraction(0))).text) == "-0"
    words = Readout("words", verbatim("Words"), phrase("{a} is {b}", a="1", b="one"))
    assert words.machine == str(words.text) == "1 is one"
    assert approx(3, signed=True) == "+3"


@pytest.mark.parametrize(
    ("ratio", "text"),
    [
        (Fraction(1, 2), "0.500"),
        (Fraction(1, 2) - Fraction(1, 10**9), "0.499999999"),
        (1 - Fraction(1, 10**5), "0.99999"),
        (Fraction(7, 3), "2.333"),
        (Fraction(255, 2), "127.5"),
        (Fraction(1045007), "1045007"),
        (Fraction(10**12), "1e+12"),
        (Fraction(1, 10**7), "1e-07"),
    ],
)
def test_a_ratio_never_reads_as_a_half_that_it_is_not(ratio: Fraction, text: str) -> None:
    assert ratio_text(ratio) == text


# -- what every lesson says ----------------------------------------------------------------------


def _lesson(name: str, step: int, curve: str = "", **values: str):
    experiment = find_experiment(name)
    return experiment.run(experiment.arguments(values)).lesson(step, curve)


def test_an_update_that_underflows_in_its_own_format_says_so_and_has_no_mark() -> None:
    told = _lesson("swamping", 0, g="1e-9")
    assert str(told.text) == (
        "1e-09 underflows in FP16, whose least value is 5.9604644775390625e-08: the update is 0 "
        "before anything is added. The update is 0: nothing is added."
    )
    assert told.picture.border is None


def test_an_exact_sum_has_no_mark() -> None:
    told = _lesson("swamping", 0, g="1", w0="40", before="0")
    assert told.outcome is Outcome.EXACT
    assert told.picture.border is None
    assert str(told.text).startswith("To be added: 1; ulp of the weight: 2⁻⁵. ")


def test_a_step_of_adam_is_told_as_that_of_any_weight() -> None:
    told = _lesson("adam", 5, "bf16")
    assert "To be added: ≈ -0.00" in str(told.text)
    assert "ulp of the weight: 2⁻⁷; midpoint: " in str(told.text)
    assert told.outcome is Outcome.SWAMPED
    assert told.picture.border is not None
    assert str(told.text).endswith("The step leads from 1 to 1.")
    lost = _lesson("adam", 0, "fp16", g="1e-9")
    assert "1e-09 underflows in FP16" in str(lost.text)
