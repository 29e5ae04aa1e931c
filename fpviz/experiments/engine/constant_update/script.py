"""The script of a constant update: the part of a program that adds it again and again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fpviz.experiments.engine.constant_update.trajectory import Trajectory
from fpviz.experiments.engine.curves import Curve
from fpviz.experiments.engine.scripts.python_text import MOST_STEPS, fraction_text, holds

if TYPE_CHECKING:
    from fpviz.experiments.engine.scripts.dialects import Spelling
    from fpviz.experiments.engine.scripts.writer import Writer


def constant_updates(writer: Writer) -> None:
    """Every curve with a constant update."""
    writer.add(f"STEPS = {writer.run.domain.steps}")
    for curve in writer.run.curves:
        if isinstance(curve.course, Trajectory):
            constant_update(writer, curve, curve.course)


def constant_update(writer: Writer, curve: Curve, course: Trajectory) -> None:
    """A curve with a constant update."""
    fmt, rules, update = course.format, course.rules, course.update.value
    fits = holds(fmt, update)
    stored = writer.stored(fmt, rules, course.number(writer.run.domain.steps))
    if fits and stored is not None:
        _in_library(writer, curve, course, stored, "added_stored")
        return
    spelling = writer.spelling(fmt, rules, exact=not fits)
    if spelling.native:
        added = "added" if spelling.accumulates else "added_one_by_one"
        _in_library(writer, curve, course, spelling, added)
    else:
        _in_our_own(writer, curve, course, spelling, fits=fits)


def _in_library(
    writer: Writer, curve: Curve, course: Trajectory, spelling: Spelling, added: str
) -> None:
    dialect = writer.dialect
    writer.use(spelling)
    writer.function(
        {
            "added": dialect.added,
            "added_one_by_one": dialect.one_by_one,
            "added_stored": dialect.added_stored,
        }[added]
    )
    most = dialect.most if added == "added" else dialect.most_one_by_one
    start = spelling.make.format(writer.literal(spelling.format, course.start))
    update = spelling.make.format(fraction_text(course.update.value))
    writer.add(f"""
{writer.heading(curve)}
w = {start}
g = {update}
w = {added}(w, g, {_steps(writer, course, most)})
{writer.printed(curve.name, "w", spelling)}
    """)


def _in_our_own(
    writer: Writer, curve: Curve, course: Trajectory, spelling: Spelling, *, fits: bool
) -> None:
    start = spelling.make.format(writer.literal(spelling.format, course.start))
    update = fraction_text(course.update.value)
    g = spelling.make.format(update) if fits else update
    step = "w + g" if fits else spelling.cast.format("total(w.number, exact(g))")
    writer.add(f"""
{writer.heading(curve)}
w = {start}
g = {g}
for _ in range({_steps(writer, course, MOST_STEPS)}):
    before, w = w, {step}
    if repr(w.number) == repr(before.number):
        break  # it moves no more
{writer.printed(curve.name, "w", spelling)}
    """)


def _steps(writer: Writer, course: Trajectory, most: int) -> str:
    """How many steps a loop makes: all, as it stops where nothing moves, unless that is too far."""
    steps = writer.run.domain.steps
    if steps <= most or (course.stall is not None and course.stall <= most):
        return "STEPS"
    writer.note(
        f"The run has {steps} steps, too many for a loop: of some curves this script "
        f"makes the first {most}. The program finds the rest in closed form, binade by binade."
    )
    return f"min(STEPS, {most})"
