"""A typed text as an expression: a source in which machines see operations, or no literal."""

from __future__ import annotations

from fpviz.core.arithmetic.typed_operations import ByMachine
from fpviz.core.expressions.machine import executed
from fpviz.core.expressions.parser import parse
from fpviz.core.expressions.program import Constant, Program
from fpviz.core.phrase import Complaint
from fpviz.core.reading import Snapshot


def by_machines(snapshot: Snapshot, text: str) -> tuple[ByMachine, ...]:
    """What machines get in the formats shown, where it is not what the exact source rounds to."""
    program = _program(text)
    if program is None:
        return ()
    step = program.step(program.steps[0])
    operands = tuple(
        line.literal
        for line in (program.lines[at] for at in step.operands)
        if isinstance(line, Constant)
    )
    alone = step.operation if len(program.steps) == 1 else None
    rules, found = snapshot.state.rules, []
    for reading in snapshot.readings:
        done = executed(program, {}, reading.format, rules)[program.results[0]]
        if done.code != reading.code:
            found.append(
                ByMachine(reading.format, text, rules, done.code, alone, operands if alone else ())
            )
    return tuple(found)


def program_typed(text: str) -> Program | None:
    """The program of a text that has operations; ``None`` of any other text."""
    try:
        program = parse(text)
    except Complaint:
        return None
    return program if program.steps else None


def _program(text: str) -> Program | None:
    """The same, if there is nothing in it but numbers, and one result."""
    program = program_typed(text)
    return None if program is None or program.inputs or program.is_list else program
