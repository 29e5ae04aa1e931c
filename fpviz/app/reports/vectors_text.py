"""Wrong lines of vectors for a person: a table, and what they have in common."""

from __future__ import annotations

from fpviz.core.arithmetic.operations import CONVERT
from fpviz.core.arithmetic.rules_text import written_rules
from fpviz.core.formats import Format
from fpviz.core.vectors.checking import Checked, Wrong
from fpviz.core.vectors.said import bits_text, explanation
from fpviz.core.vectors.summary import Summary
from fpviz.core.vectors.vector import Task

_ALWAYS_TOLD = ("rounding", "overflow")


class VectorsText:
    """A report that is written while a file is read."""

    def __init__(self, task: Task) -> None:
        self._task = task
        self._wide, self._widest = max(map(_digits, task.operands)), _digits(task.result)
        self._begun = False

    def head(self) -> str:
        """What lines are checked for."""
        task = self._task
        name = CONVERT if task.operation is None else task.operation.value
        rules = [task.rules.rounding.value, f"overflow {task.rules.overflow.value}"]
        others = written_rules(task.rules)
        rules += [f"{name} {others[name]}" for name in others if name not in _ALWAYS_TOLD]
        operands = ", ".join(dict.fromkeys(fmt.name for fmt in task.operands))
        formats = dict.fromkeys((operands, task.result.name))
        return f"{name}  {' into '.join(formats)}  {', '.join(rules)}\n"

    def line(self, checked: Checked) -> str:
        """The wrong results of a line, a row each; empty if there is none."""
        rows = [self._row(checked, wrong) for wrong in checked.wrong]
        if rows and not self._begun:
            self._begun = True
            rows.insert(0, "\n" + self._titles())
        return "".join(f"{row.rstrip()}\n" for row in rows)

    def end(self, summary: Summary) -> str:
        """How many lines there are, and the diagnosis."""
        said = [str(summary.counted()), *map(str, summary.diagnosis())]
        return "\n" * self._begun + "\n".join(said) + "\n"

    def _titles(self) -> str:
        letters = "abc"[: self._task.arity]
        operands = "".join(f"{letter:{self._wide}}  " for letter in letters)
        results = f"{'expected':{self._widest}}  {'actual':{self._widest}}"
        return f"{'line':>7}  {operands}{results}  {'bits':10}  {'ulps':>5}  right under"

    def _row(self, checked: Checked, wrong: Wrong) -> str:
        fmt, vector = self._task.result, checked.vector
        operands = "".join(f"{f.code_text(code):{self._wide}}  " for f, code in vector.operands)
        expected, actual = fmt.code_text(wrong.given.code), fmt.code_text(checked.right.code)
        results = f"{expected:{self._widest}}  {actual:{self._widest}}"
        ulps = "-" if wrong.ulps is None else str(wrong.ulps)
        bits = bits_text(wrong.bits) or "-"
        said = str(explanation(checked, wrong))
        return f"{vector.line:>7}  {operands}{results}  {bits:10}  {ulps:>5}  {said}"


def _digits(fmt: Format) -> int:
    return max(len(fmt.code_text(0)), len("expected"))
