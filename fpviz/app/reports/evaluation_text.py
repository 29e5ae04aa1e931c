"""Evaluations of expressions for a person: what ``fpviz eval`` prints."""

from __future__ import annotations

import shlex
from collections.abc import Iterator, Mapping, Sequence

from fpviz.app.reports.snapshot_text import rules_said
from fpviz.core.expressions import Evaluation, Execution
from fpviz.core.expressions.examples import EXAMPLES, Example
from fpviz.core.expressions.listing import Listing
from fpviz.core.expressions.said import HEAD, exact_said, is_spared, result_said, row, worst_said
from fpviz.core.formats import Format
from fpviz.core.literals import Literal
from fpviz.core.phrase import Phrase, Say, phrase
from fpviz.core.text import columns, padded

_NAMES = (phrase("exact"), phrase("machine"), phrase("contracted"), phrase("worst"))
_LONGEST = 44
"""Columns of an operation; of a longer one the middle is left out."""


def evaluations_text(found: Sequence[Evaluation], is_contracted: bool, say: Say = str) -> str:
    """An expression in several formats: results, then the operations of one of two ways."""
    return "\n\n".join([_heading(found[0], say), *(_block(e, is_contracted, say) for e in found)])


def _heading(evaluation: Evaluation, say: Say) -> str:
    told = [(phrase("expression"), evaluation.program.text)]
    if evaluation.values:
        told.append((phrase("variables"), _variables(evaluation.values)))
    told.append((phrase("rules"), say(rules_said(evaluation.rules))))
    return "\n".join(_beside(told, say))


def _variables(values: Mapping[str, Literal]) -> str:
    return ", ".join(f"{name} = {literal.text.strip()}" for name, literal in values.items())


def _beside(told: Sequence[tuple[Phrase | str, str]], say: Say) -> list[str]:
    """Names, all as wide as the widest, with what is told behind them."""
    named = [(name if isinstance(name, str) else say(name), text) for name, text in told]
    width = 2 + max(columns(name) for name, _ in named)
    return [padded(name, width) + text for name, text in named]


def _block(evaluation: Evaluation, is_contracted: bool, say: Say) -> str:
    followed = evaluation.contracted if is_contracted else evaluation.machine
    lines = [f"  {line}" for line in _beside(list(_results(evaluation, followed, say)), say)]
    table = [f"  {line}" for line in _table(followed, evaluation.format, say)]
    return "\n".join([evaluation.format.name, *lines, "", *table])


def _results(
    evaluation: Evaluation, followed: Execution, say: Say
) -> Iterator[tuple[Phrase | str, str]]:
    exact, machine, contracted, worst = _NAMES
    is_fused, home = evaluation.contracted is not evaluation.machine, evaluation.format
    for at, result in enumerate(evaluation.machine.results):
        place = f" [{at}]" if evaluation.program.is_list else ""
        yield say(exact) + place, say(exact_said(result, evaluation.nearest[at], home))
        yield say(machine) + place, say(result_said(result, home))
        if is_fused:
            yield say(contracted) + place, say(result_said(evaluation.contracted.results[at], home))
    if not is_fused:
        yield contracted, say(phrase("the same: no product goes into a sum alone"))
    if followed.worst:
        yield worst, say(worst_said(followed, followed.worst))


def _table(execution: Execution, home: Format, say: Say) -> list[str]:
    listing = Listing(execution.program)
    shown = [each for each in execution.lines if not is_spared(each)]
    said = [HEAD, *(row(each, listing, home) for each in shown)]
    rows = [(*(_cut(say(name)) for name in cells[:2]), *map(say, cells[2:])) for cells in said]
    widths = [max(columns(row[i]) for row in rows) for i in range(len(HEAD))]
    return [
        "  ".join(padded(cell, width) for cell, width in zip(row, widths, strict=True)).rstrip()
        for row in rows
    ]


def _cut(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST // 2]}…{text[-_LONGEST // 3 :]}"


def examples_text() -> str:
    """A block an example, with the command that shows it."""
    blocks = [
        f"{each.name}\n  {each.title!s}\n  {each.sentence!s}\n  {command(each)}"
        for each in EXAMPLES
    ]
    return "\n\n".join(blocks)


def command(example: Example) -> str:
    """The command that evaluates an example."""
    words = ["fpviz", "eval", example.text, "--format", example.format]
    for name, text in example.variables.items():
        words += ["--set", f"{name}={text}"]
    return shlex.join(words)
