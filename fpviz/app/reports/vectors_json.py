"""Wrong lines of vectors, and what they have in common, as JSON."""

from __future__ import annotations

import json

from fpviz.app.reports import Json
from fpviz.app.reports.rules_json import rules_json
from fpviz.core.arithmetic.operations import CONVERT
from fpviz.core.vectors.checking import Checked, Wrong
from fpviz.core.vectors.summary import Summary, Tally
from fpviz.core.vectors.vector import Task

LETTERS = "abc"


def wrong_json(checked: Checked, wrong: Wrong, task: Task) -> Json:
    """A wrong result of a line: what the line gives, and what is right."""
    fmt, flags = task.result, wrong.given.flags
    vector, right = checked.vector, checked.right
    return {
        "line": vector.line,
        "operands": {
            letter: operand[0].code_text(operand[1])
            for letter, operand in zip(LETTERS, vector.operands, strict=False)
        },
        "given": wrong.given.name,
        "expected": fmt.code_text(wrong.given.code),
        "actual": fmt.code_text(right.code),
        "bits": fmt.code_text(wrong.bits),
        "ulps": wrong.ulps,
        "expected_flags": None if flags is None else flags.names(),
        "actual_flags": right.flags.names(),
        "right_under": [each.key for each in wrong.right_under],
        "right_under_but_flags": [each.key for each in wrong.right_under_but_flags],
    }


def task_json(task: Task) -> Json:
    """What lines are checked for."""
    return {
        "operation": CONVERT if task.operation is None else task.operation.value,
        "operands": task.operands[0].name,
        "operand_formats": [fmt.name for fmt in task.operands],
        "format": task.result.name,
        **rules_json(task.rules),
        "any_nan": task.any_nan,
    }


def summary_json(summary: Summary) -> Json:
    """What came of a file."""
    return {
        "lines": summary.lines,
        "wrong": summary.wrong_lines,
        "unread": summary.unread,
        "diagnosis": [str(each) for each in summary.diagnosis()],
        "hypotheses": {name: _tally(tally) for name, tally in summary.tallies.items()},
    }


def _tally(tally: Tally) -> list[Json]:
    return [
        {"key": each.key, "name": str(each.name), "lines": lines} for each, lines in tally.counts()
    ]


class VectorsJson:
    """A report that is written while a file is read: an object, with a line for each result."""

    def __init__(self, task: Task, ascii_only: bool) -> None:
        self._task, self._ascii = task, ascii_only
        self._between = ""

    def head(self) -> str:
        """What stands before the first line."""
        return f'{self._text(task_json(self._task))[:-1]},\n"wrong": ['

    def line(self, checked: Checked) -> str:
        """The wrong results of a line; empty if there is none."""
        found = ""
        for wrong in checked.wrong:
            found += f"{self._between}\n{self._text(wrong_json(checked, wrong, self._task))}"
            self._between = ","
        return found

    def end(self, summary: Summary) -> str:
        """What stands behind the last line."""
        return f'\n],\n"summary": {self._text(summary_json(summary))}}}\n'

    def _text(self, data: Json) -> str:
        return json.dumps(data, ensure_ascii=self._ascii)
