"""The part of a script that adds the same update again and again."""

from __future__ import annotations

from fpviz.experiments.engine.constant_update.trajectory import Trajectory
from fpviz.experiments.engine.curves import Curve
from fpviz.experiments.engine.scripts.dialects import Spelling
from fpviz.experiments.engine.scripts.writer import MOST_STEPS, Writer, fraction_text, holds


def lane(writer: Writer, curve: Curve) -> None:
    """A curve with a constant update."""
    course = curve.course
    assert isinstance(course, Trajectory)
    fmt, rules, update = course.format, course.rules, course.update.value
    fits = holds(fmt, update)
    stored = writer.stored(fmt, rules, course.number(writer.run.steps))
    if fits and stored is not None:
        _native_lane(writer, curve, stored, "added_stored")
        return
    kind = writer.kind(fmt, rules, exact=not fits)
    if kind.native:
        _native_lane(writer, curve, kind, "added" if kind.accumulates else "added_one_by_one")
    else:
        _exact_lane(writer, curve, kind, fits=fits)


def _native_lane(writer: Writer, curve: Curve, kind: Spelling, added: str) -> None:
    course, dialect = curve.course, writer.dialect
    assert isinstance(course, Trajectory)
    writer.use(kind)
    writer.function(
        {
            "added": dialect.added,
            "added_one_by_one": dialect.one_by_one,
            "added_stored": dialect.added_stored,
        }[added]
    )
    most = dialect.most if added == "added" else dialect.most_one_by_one
    start = kind.make.format(writer.literal(kind.format, course.start))
    update = kind.make.format(fraction_text(course.update.value))
    writer.add(f"""
{writer.heading(curve)}
w = {start}
g = {update}
w = {added}(w, g, {_steps(writer, curve, most)})
{writer.printed(curve.name, "w", kind)}
    """)


def _exact_lane(writer: Writer, curve: Curve, kind: Spelling, *, fits: bool) -> None:
    course = curve.course
    assert isinstance(course, Trajectory)
    start = kind.make.format(writer.literal(kind.format, course.start))
    update = fraction_text(course.update.value)
    g = kind.make.format(update) if fits else update
    step = "w + g" if fits else kind.cast.format("total(w.number, exact(g))")
    writer.add(f"""
{writer.heading(curve)}
w = {start}
g = {g}
for _ in range({_steps(writer, curve, MOST_STEPS)}):
    before, w = w, {step}
    if repr(w.number) == repr(before.number):
        break  # it moves no more
{writer.printed(curve.name, "w", kind)}
    """)


def _steps(writer: Writer, curve: Curve, most: int) -> str:
    """How many steps a loop makes: all, as it stops where nothing moves, unless that is too far."""
    course = curve.course
    assert isinstance(course, Trajectory)
    if min(writer.run.steps, course.stall) <= most:
        return "STEPS"
    writer.note(
        f"The run has {writer.run.steps} steps, too many for a loop: of some curves this script "
        f"makes the first {most}. The program finds the rest in closed form, binade by binade."
    )
    return f"min(STEPS, {most})"
