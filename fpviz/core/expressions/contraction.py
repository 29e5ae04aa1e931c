"""Products and sums fused, as compilers do it: ``-ffp-contract=fast`` of GCC and Clang.

``a*b + c`` becomes ``fma(a, b, c)``, ``a*b - c`` becomes ``fma(a, b, -c)``, and ``c - a*b``
becomes ``fma(-a, b, c)``, also across statements, and so does ``-(a*b) + c``: a sum looks through
a negation that nothing else reads. A product is fused if it is read by nothing but
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
    """For each sum that takes in a product, the places of both; of one that is negated on the way
    that of the negation."""
    fused: dict[int, int] = {}
    for at in program.steps:
        if program.step(at).operation is not Operation.MULTIPLY or at in program.results:
            continue
        takers = [_taker(program, reader, at) for reader in program.uses[at]]
        found = dict(taker for taker in takers if taker is not None)
        if found and len(found) == len(takers) and fused.keys().isdisjoint(found):
            fused |= found
    return fused


def _taker(program: Program, at: int, product: int) -> tuple[int, int] | None:
    """The sum that takes in a product, and as which of its operands; ``None`` where a line that
    reads the product is none, and none lies behind it."""
    step, readers = program.step(at), program.uses[at]
    if _is_negation(step) and step.format == program.step(product).format:
        is_read_once = len(readers) == 1 and at not in program.results
        return _taker_of(program, readers[0], at) if is_read_once else None
    return _taker_of(program, at, product)


def _taker_of(program: Program, at: int, operand: int) -> tuple[int, int] | None:
    step = program.step(at)
    is_sum = step.operation in _SUMS and step.operands.count(operand) == 1
    return (at, operand) if is_sum and step.format == program.step(operand).format else None


def _is_negation(step: Instruction) -> bool:
    return step.operation is find_operation(NEGATE)


class _Rewriting:
    """A program on its way to one with other lines, and so with other places."""

    def __init__(self, program: Program, fused: dict[int, int]) -> None:
        self.old, self.fused = program, fused
        self.lines: list[Line] = []
        self.places: dict[int, int] = {}

    def program(self) -> Program:
        """The program with the sums rewritten, without their products."""
        gone = set(self.fused.values()) | set(map(self.product, self.fused.values()))
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
        product = self.product(taken)
        a, b = (self.places[each] for each in self.old.step(product).operands)
        is_first = step.operands[0] == taken
        c = self.places[step.operands[is_first]]
        is_difference = step.operation is Operation.SUBTRACT
        if (product != taken) != (is_difference and not is_first):
            a = self.negative(a, step)
        if is_difference and is_first:
            c = self.negative(c, step)
        return replace(step, operation=Operation.FMA, operands=(a, b, c))

    def product(self, taken: int) -> int:
        """The product that a sum takes in, or whose negation it does."""
        step = self.old.step(taken)
        return step.operands[0] if _is_negation(step) else taken

    def negative(self, place: int, step: Instruction) -> int:
        span: TextSpan = self.lines[place].span
        return self.emit(Instruction(span, find_operation(NEGATE), (place,), step.format))
