"""The end of a worked sheet in a format that is not evenly spaced: between two of its values."""

from __future__ import annotations

from collections.abc import Iterator

from fpviz.core.phrase import Phrase, phrase
from fpviz.core.text import brief_in, value_brief
from fpviz.core.trace.proof import Neighbours, prove
from fpviz.core.trace.sheet import Step
from fpviz.core.trace.working.finish import Job, special_steps


def neighbour_steps(job: Job) -> Iterator[Step]:
    """Which of its neighbours an exact number becomes that is finite and not zero."""
    proof = prove(job.exact, job.format, job.rules)
    where = [] if proof.neighbours is None else _where(job, proof.neighbours)
    yield from special_steps(job, *where, *proof.reasons)


def _where(job: Job, found: Neighbours) -> list[Phrase]:
    values = {"value": brief_in(job.format, job.exact), "format": job.format.name}
    if not found.share:
        return [phrase("{value} is a value of {format}.", **values)]
    if found.below is None or found.above is None:
        return []
    return [
        phrase(
            "{value} lies between {below} and {above}, its neighbours in {format}.",
            below=value_brief(found.below),
            above=value_brief(found.above),
            **values,
        )
    ]
