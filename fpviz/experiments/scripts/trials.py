"""The script of stochastic rounding: the same draws, trial by trial."""

from __future__ import annotations

from fpviz.core.formats import Format
from fpviz.core.rounding import Overflow
from fpviz.experiments import stochastic as experiment
from fpviz.experiments.parameters import FLUSH, OVERFLOW
from fpviz.experiments.rounded import rounded_finite, rules_of
from fpviz.experiments.scripts.writer import Writer, fraction_text
from fpviz.experiments.trajectory import Trajectory


def stochastic_rounding(writer: Writer) -> None:
    """All trials at once in binary64, which holds every sum while the formats are narrow."""
    settings = writer.run.settings
    fmt = settings[experiment.FORMAT]
    start, update = (
        fraction_text(rounded_finite(settings, p, settings[f])[1].value)
        for p, f in (
            (experiment.START, experiment.FORMAT),
            (experiment.UPDATE, experiment.UPDATE_FORMAT),
        )
    )
    writer.add(f'''
        STEPS, TRIALS = {writer.steps}, {settings[experiment.TRIALS]}
        BITS = {settings[experiment.BITS]}  # random bits of each draw
        LARGEST = {fraction_text(fmt.largest)}


        def rounded(x, draws):
            """x rounded to {fmt.title}: up where a draw reaches 1 - its part of an ulp."""
            _, exponent = np.frexp(x)
            quantum = np.ldexp(1.0, np.maximum(exponent - 1, {fmt.emin}) - {fmt.fraction_width})
            whole = np.trunc(x / quantum)
            ups = np.floor(np.abs(x / quantum - whole) * 2.0**BITS)
            result = (whole + np.sign(x) * (draws >= 2.0**BITS - ups)) * quantum
            {_flush(settings.get(FLUSH, False), fmt)}
            return np.where(np.abs(result) > LARGEST, {_beyond(fmt, settings[OVERFLOW])}, result)


        # Exact as long as binary64 holds w + g, which has to be looked at where formats are wide.
        generator = np.random.PCG64({settings[experiment.SEED]})
        w = np.full(TRIALS, {start})
        for _ in range(STEPS):
            draws = generator.random_raw(TRIALS) >> np.uint64(64 - BITS)
            w = rounded(w + {update}, draws)
        w = np.sort(w)
        print("mean", w.mean(), "standard deviation", w.std())
    ''')
    _edges(writer, fmt)
    _nearest(writer)


def _edges(writer: Writer, fmt: Format) -> None:
    """The codes below which 5 and 95 % of the trials lie."""
    form = writer.name(fmt, rules_of(writer.run.settings), emulated=True)
    for name, percent in ((experiment.LOW, 5), (experiment.HIGH, 95)):
        rank = f"-(-{percent} * TRIALS // 100) - 1"
        writer.report(name, f"{form}(float(w[{rank}]))", fmt)


def _flush(flush: bool, fmt: Format) -> str:
    limit = fraction_text(fmt.min_normal)
    return f"result = np.where(np.abs(result) < {limit}, 0 * x, result)" if flush else "# no flush"


def _beyond(fmt: Format, rule: Overflow) -> str:
    """What stands beyond the largest number."""
    if rule is Overflow.SATURATE or not fmt.has_nan:
        return "np.sign(x) * LARGEST"
    return "np.sign(x) * np.inf" if fmt.has_infinity and rule is Overflow.IEEE else "np.nan"


def _nearest(writer: Writer) -> None:
    course = writer.run.curve(experiment.NEAREST).course
    assert isinstance(course, Trajectory)
    form = writer.name(course.format, course.rules, emulated=True)
    writer.add(f"""
        # The same weight rounded to nearest
        w = {form}({writer.literal(course.format, course.start)})
        for _ in range(STEPS):
            w = {form}(total(exact(w), exact({fraction_text(course.update.value)})))
    """)
    writer.report(experiment.NEAREST, "w", course.format)
