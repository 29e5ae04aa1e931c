"""Products and sums fused, as compilers do it: ``-ffp-contract=fast`` of GCC and Clang.

``a*b + c`` becomes ``fma(a, b, c)``, ``a*b - c`` becomes ``fma(a, b, -c)``, and ``c - a*b``
becomes ``fma(-a, b, c)``, also across statements. A product is fused if it is read by nothing but
sums and differences, once in each, and then into all of them; products come in the order of the
text, and a sum takes one. So of ``a*b + c*d`` the first product is exact, and the second is
rounded. (Clang fuses a product that is read several times on some processors alone.) Sums that
deliver in another format than the product are left as they are.
"""

from __future__ import annotations

from dataclasses import replace

from fpviz.core.arithmetic.operations import Operation, find_operation
from fpviz.core.expressions.names import NEGATE
from fpviz.core.expressions.program import Instruction, Line, Program, TextSpan

_SUMS = (Operation.ADD, Operation.SUBTRACT)


def contracted(program: Program) -> Program:
    """The program with its products fused; itself where there is nothing to fuse."""
    fused = _fused(program)
    return _Rewriting(program, fused).program() if fused else program


def _fused(program: Program) -> dict[int, int]:
    """For each sum that takes in a product, the places of both."""
    fused: dict[int, int] = {}
    for at in program.steps:
        readers = program.uses[at]
        is_product = program.step(at).operation is Operation.MULTIPLY
        if not (is_product and readers) or at in program.results:
            continue
        if all(reader not in fused and _takes(program, reader, at) for reader in readers):
            fused |= dict.fromkeys(readers, at)
    return fused


def _takes(program: Program, at: int, product: int) -> bool:
    """Whether a line may take in a product."""
    step = program.step(at)
    is_sum = step.operation in _SUMS and step.operands.count(product) == 1
    return is_sum and step.format == program.step(product).format


class _Rewriting:
    """A program on its way to one with other lines, and so with other places."""

    def __init__(self, program: Program, fused: dict[int, int]) -> None:
        self.old, self.fused = program, fused
        self.lines: list[Line] = []
        self.places: dict[int, int] = {}

    def program(self) -> Program:
        """The program with the sums rewritten, without their products."""
        gone = set(self.fused.values())
        for at, line in enumerate(self.old.lines):
            if at in self.fused:
                self.places[at] = self.emit(self.fma(at))
            elif at not in gone:
                self.places[at] = self.emit(self.moved(line))
        return replace(
            self.old,
            lines=tuple(self.lines),
            results=tuple(self.places[at] for at in self.old.results),
            assigned=tuple(
                (self.places[at], name) for at, name in self.old.assigned if at in self.places
            ),
        )

    def emit(self, line: Line) -> int:
        self.lines.append(line)
        return len(self.lines) - 1

    def moved(self, line: Line) -> Line:
        if not isinstance(line, Instruction):
            return line
        return replace(line, operands=tuple(self.places[at] for at in line.operands))

    def fma(self, at: int) -> Instruction:
        """The sum at a place with its product taken in."""
        step, taken = self.old.step(at), self.fused[at]
        a, b = (self.places[each] for each in self.old.step(taken).operands)
        is_first = step.operands[0] == taken
        c = self.places[step.operands[is_first]]
        if step.operation is Operation.SUBTRACT:
            a, c = (a, self.negative(c, step)) if is_first else (self.negative(a, step), c)
        return replace(step, operation=Operation.FMA, operands=(a, b, c))

    def negative(self, place: int, step: Instruction) -> int:
        span: TextSpan = self.lines[place].span
        return self.emit(Instruction(span, find_operation(NEGATE), (place,), step.format))
