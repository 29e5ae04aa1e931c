"""How the lines of a program are written: ``s = a * a``, ``%1 = s + b``, as compilers do."""

from __future__ import annotations

from functools import cached_property

from fpviz.core.expressions.program import Constant, Instruction, Program


class Listing:
    """The names of a program's lines, and what stands behind them."""

    def __init__(self, program: Program) -> None:
        self.program = program

    @cached_property
    def names(self) -> tuple[str, ...]:
        """For each line its last name in the text; of a numeral that; else a number: ``%1``."""
        found, nameless = [], 0
        for at, line in enumerate(self.program.lines):
            if names := self.program.names(at):
                found.append(names[-1])
            elif isinstance(line, Constant):
                found.append(line.literal.text)
            else:
                nameless += 1
                found.append(f"%{nameless}")
        return tuple(found)

    def written(self, at: int) -> str:
        """The operation of a line on the names of its operands; empty where it has none."""
        line = self.program.lines[at]
        if not isinstance(line, Instruction):
            return ""
        operands = [self.names[each] for each in line.operands]
        if line.operation is None:
            return f"{line.format.name if line.format else ''}({operands[0]})"
        return line.operation.rule.written.format(*operands)
