"""From a text with variables, calls and statements to the listing of its operations.

The grammar is that of literals, with the same atoms, and

    program   = statement ((";" | newline) statement)*
    statement = (name ("@" format)? "=")? sum
    atom      = … | name | name "[" index "]" | name "(" sum ("," sum)* ")" | "[" sum ("," sum)* "]"
              | "√" atom

- An operator is an operation of a machine: ``1/3`` divides. A sign before a numeral is part of it,
  and a power of a whole number, ``2^-14``, is a numeral, too.
- ``x^3`` is ``x*x*x``, from the left, and ``x^-3`` is ``1/(x*x*x)``: what compilers make of it.
- A name of a format converts: ``bf16(x)``. ``s@fp32 = a*b + c`` has all its operations deliver in
  that format.
- Lists are written out: ``[1, 2, 3] * x`` is three products, ``sum(x)`` adds from the left.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import reduce

from fpviz.core.arithmetic.operations import Operation, find_operation
from fpviz.core.expressions.names import (
    CALLED,
    NEGATE,
    OPERATORS,
    REDUCTIONS,
    operation_named,
)
from fpviz.core.expressions.program import (
    MAX_LINES,
    Constant,
    ExpressionError,
    Instruction,
    Line,
    Program,
    TextSpan,
    Variable,
)
from fpviz.core.formats import Format, FormatError, find_format
from fpviz.core.literals import (
    MAX_LENGTH,
    SPACES,
    CodeLiteral,
    IncompleteLiteral,
    LiteralError,
    NumberLiteral,
)
from fpviz.core.literals.grammar import Grammar
from fpviz.core.literals.literal import pattern
from fpviz.core.literals.spelling import plain
from fpviz.core.numbers import Finite, Number, finite
from fpviz.core.phrase import Phrase, phrase, quoted

ACCEPTED = phrase("numbers, names, + - * / ^, calls such as sqrt(x), and a = 0.5 with ; behind it")

NAME = re.compile(r"[^\W\d]\w*")
"""A name, in letters of any language: ``β``."""

_NUMBER = pattern(r"(?:inf|infinity|[qs]?nan)(?![\w])(?!\s*=[^=])|∞|[a-z_][\w-]*:")
_MODULE = pattern(r"(?:np|numpy|jnp|math|cmath|torch|std)(?:\.|::)(?=[a-z])")
"""What stands before the names of functions in programs."""

_ASSIGNMENT = re.compile(rf"({NAME.pattern})\s*(?:@\s*([^\s=]*)\s*)?=")
_INDEX = pattern(r"\[\s*([0-9]{1,6})\s*\]")

_NO_LISTS: Mapping[str, int] = {}

Places = int | tuple[int, ...]
"""The place of a line, or those of a list's members."""


def parse(text: str, lists: Mapping[str, int] = _NO_LISTS) -> Program:
    """The listing of a text; ``lists`` says which of its variables are lists, and how long.

    >>> [line.name for line in parse("s = a*a; s + b").lines]
    ['a', 'multiply', 'b', 'add']

    Raises ExpressionError.
    """
    if len(text) > MAX_LENGTH:
        count, most = str(len(text)), str(MAX_LENGTH)
        said = phrase(
            "{text} has {count} characters; at most {most} are read",
            text=quoted(text),
            count=count,
            most=most,
        )
        raise ExpressionError(said, TextSpan(0, len(text)))
    reader = _ProgramReader(text, lists)
    try:
        return reader.program()
    except LiteralError as error:
        waits = isinstance(error, IncompleteLiteral)
        raise ExpressionError(error.phrase, reader.here(), waits) from None


class _ProgramReader(Grammar[Places]):
    """A text on its way to a program; ``lines`` are those that it has by now."""

    def __init__(self, text: str, lists: Mapping[str, int]) -> None:
        super().__init__(_on_one_line(plain(text)), text.strip(SPACES))
        self.lists = lists
        self.lines: list[Line] = []
        self.known: dict[str, Places] = {}
        self.assigned: list[tuple[int, str]] = []
        self.format: Format | None = None

    # -- statements -------------------------------------------------------------------------

    def program(self) -> Program:
        last: Places = ()
        self.skip_semicolons()
        while self.peek() or last == ():
            last = self.statement()
            if self.peek() and not self.take(";"):
                raise self.wrong()
            self.skip_semicolons()
        results = last if isinstance(last, tuple) else (last,)
        return Program(
            self.text,
            tuple(self.lines),
            results,
            isinstance(last, tuple),
            tuple(self.assigned),
        )

    def skip_semicolons(self) -> None:
        while self.take(";"):
            pass

    def statement(self) -> Places:
        self.peek()
        match = _ASSIGNMENT.match(self.text, self.at)
        if match is None:
            self.format = None
            return self.sum()
        name, fmt = match.groups()
        self.format = None if fmt is None else self.format_named(fmt)
        self.at = match.end()
        made = self.sum()
        self.known[name] = made
        if isinstance(made, int):
            self.assigned.append((made, name))
        else:
            self.assigned += [(place, f"{name}[{i}]") for i, place in enumerate(made)]
        return made

    def format_named(self, name: str) -> Format:
        try:
            return find_format(name)
        except FormatError as error:
            raise self.refused(error.phrase) from None

    # -- what is made -----------------------------------------------------------------------

    def emit(self, line: Line) -> int:
        if len(self.lines) >= MAX_LINES:
            said = phrase("it has more than {most} operations", most=str(MAX_LINES))
            raise self.refused(said)
        self.lines.append(line)
        return len(self.lines) - 1

    def constant(self, number: Number, start: int) -> Places:
        span = self.since(start)
        literal = NumberLiteral(self.text[slice(*span)], number, self.note)
        self.note = None  # it was of this numeral
        return self.emit(Constant(span, literal, self.format))

    def coded(self, fmt: Format, code: int, start: int) -> Places:
        span = self.since(start)
        literal = CodeLiteral(self.text[slice(*span)], fmt, code)
        return self.emit(Constant(span, literal, self.format))

    def binary(self, symbol: str, left: Places, right: Places, start: int) -> Places:
        return self.operation(find_operation(OPERATORS[symbol]), (left, right), start)

    def signed(self, sign: str, made: Places, start: int) -> Places:
        if sign == "+":
            return made
        number = self.fresh_number(made)
        if number is None:
            return self.operation(find_operation(NEGATE), (made,), start)
        self.lines.pop()
        return self.constant(replace(number, negative=not number.negative), start)

    def power_of(self, base: Places, exponent: Places, start: int) -> Places:
        power = self.fresh_number(exponent)
        if not (isinstance(power, Finite) and power.magnitude.denominator == 1):
            said = phrase("{text}: an exponent must be a whole number", text=quoted(self.written))
            raise ExpressionError(said, self.since(start))
        self.lines.pop()
        number = self.fresh_number(base)
        if isinstance(number, Finite) and number.magnitude.denominator == 1:
            self.lines.pop()
            return self.constant(self.raised(number, power), start)
        return self.multiplied_out(base, int(power.value), start)

    def multiplied_out(self, base: Places, power: int, start: int) -> Places:
        if not power:
            return self.constant(finite(1), start)
        one = self.constant(finite(1), start) if power < 0 else ()
        made = base
        for _ in range(min(abs(power), MAX_LINES + 1) - 1):
            made = self.binary("*", made, base, start)
        return made if power > 0 else self.binary("/", one, made, start)

    def fresh_number(self, made: Places) -> Number | None:
        """The number of a numeral that has just been read, and has no name."""
        last = len(self.lines) - 1
        if made != last or any(place == last for place, _ in self.assigned):
            return None
        line = self.lines[last]
        is_number = isinstance(line, Constant) and isinstance(line.literal, NumberLiteral)
        return line.literal.number if isinstance(line, Constant) and is_number else None

    def operation(
        self, operation: Operation | None, operands: Sequence[Places], start: int
    ) -> Places:
        """An operation, or one for each member where operands are lists."""
        span = self.since(start)
        if operation and operation.rule.counts:
            self.take_as_count(operands[-1], operation.rule.counts)
        lengths = {len(each) for each in operands if isinstance(each, tuple)}
        if len(lengths) > 1:
            told = " ≠ ".join(map(str, sorted(lengths)))
            raise self.refused(phrase("lists of different lengths, {lengths}", lengths=told), span)

        def one(at: int = 0) -> int:
            places = tuple(each[at] if isinstance(each, tuple) else each for each in operands)
            return self.emit(Instruction(span, operation, places, self.format))

        return tuple(map(one, range(lengths.pop()))) if lengths else one()

    def take_as_count(self, made: Places, fmt: str) -> None:
        """Let a numeral that has just been read be one of a format of integers."""
        line = self.lines[-1]
        if isinstance(line, Constant) and self.fresh_number(made) is not None:
            self.lines[-1] = replace(line, format=find_format(fmt))

    # -- atoms ------------------------------------------------------------------------------

    def atom(self) -> Places:
        start = self.at
        if self.take("√"):
            return self.operation(Operation.SQRT, (self.atom(),), start)
        if not self.take("["):
            return super().atom()
        members = self.listed("]")
        if not members or any(isinstance(each, tuple) for each in members):
            raise self.refused(phrase("a list has one number or more as its members"))
        self.since(start)
        return tuple(each for each in members if isinstance(each, int))

    def listed(self, end: str) -> list[Places]:
        """What stands between commas, up to a bracket."""
        found: list[Places] = []
        while not self.take(end):
            if found and not self.take(","):
                raise self.wrong() if self.peek() else self.incomplete()
            found.append(self.sum())
        return found

    def word(self) -> Places:
        start = self.at
        if module := _MODULE.match(self.text, start):
            self.at = module.end()
        elif _NUMBER.match(self.text, start):
            return super().word()
        match = NAME.match(self.text, self.at)
        if not match:
            raise self.wrong()
        self.at = match.end()
        if self.take("("):
            return self.call(match[0], self.listed(")"), start)
        made = self.variable(match[0], start)
        return self.member(made, match[0]) if self.text.startswith("[", self.at) else made

    def member(self, made: Places, name: str) -> Places:
        match = _INDEX.match(self.text, self.at)
        if match is None:
            raise self.wrong()
        span = TextSpan(self.at, match.end())
        if not isinstance(made, tuple):
            raise self.refused(phrase("{name} is no list", name=name), span)
        if int(match[1]) >= len(made):
            said = phrase(
                "{name} has {count} members, counted from 0", name=name, count=str(len(made))
            )
            raise self.refused(said, span)
        self.at = match.end()
        return made[int(match[1])]

    def variable(self, name: str, start: int) -> Places:
        if name not in self.known:
            span, count = self.since(start), self.lists.get(name)
            names = [name] if count is None else [f"{name}[{i}]" for i in range(count)]
            places = tuple(self.emit(Variable(span, each)) for each in names)
            self.known[name] = places[0] if count is None else places
        return self.known[name]

    def call(self, name: str, operands: list[Places], start: int) -> Places:
        folded = REDUCTIONS.get(name.lower())
        if folded and operands and _is_folded(operands):
            one = operands[0] if isinstance(operands[0], tuple) else operands
            return self.fold(find_operation(folded), one, start)
        operation = operation_named(name)
        if folded and not operation:
            said = phrase("{name} takes one list, or numbers", name=name)
            raise self.refused(said, self.since(start))
        fmt = None if operation else self.format_called(name, start)
        self.count(name, operation.arity if operation else 1, len(operands), start)
        if fmt is None:
            return self.operation(operation, operands, start)
        before, self.format = self.format, fmt
        made = self.operation(None, operands, start)
        self.format = before
        return made

    def fold(self, operation: Operation, members: Iterable[Places], start: int) -> Places:
        return reduce(lambda made, each: self.operation(operation, (made, each), start), members)

    def format_called(self, name: str, start: int) -> Format:
        try:
            return find_format(name)
        except FormatError:
            known = ", ".join(sorted({*CALLED, *REDUCTIONS}))
            said = phrase(
                "no operation is called {name}; there are {known}, and names of formats",
                name=quoted(name),
                known=known,
            )
            raise self.refused(said, self.since(start)) from None

    def count(self, name: str, wanted: int, given: int, start: int) -> None:
        if wanted != given:
            said = phrase(
                "operands that {name} takes: {count}, not {given}",
                name=name,
                count=str(wanted),
                given=str(given),
            )
            raise self.refused(said, self.since(start))

    # -- where we are -----------------------------------------------------------------------

    def since(self, start: int) -> TextSpan:
        """From ``start`` to here, without blanks around it."""
        end = self.at
        while end > start and self.text[end - 1] in SPACES:
            end -= 1
        while start < end and self.text[start] in SPACES:
            start += 1
        return TextSpan(start, end)

    def here(self) -> TextSpan:
        """The character that stands next."""
        self.peek()
        return TextSpan(self.at, min(self.at + 1, len(self.text)))

    def wrong(self) -> LiteralError:
        text = quoted(self.written)
        if rest := self.rest():
            said = phrase(
                "{text} is not understood at {rest}; type {accepted}",
                text=text,
                rest=quoted(rest[:12]),
                accepted=ACCEPTED,
            )
            return LiteralError(said)
        return self.incomplete()

    def refused(self, reason: Phrase, span: TextSpan | None = None) -> ExpressionError:
        """What is wrong with a text that is understood."""
        said = phrase("{text}: {reason}", text=quoted(self.written), reason=reason)
        return ExpressionError(said, span or self.here())


def _is_folded(operands: Sequence[Places]) -> bool:
    """Whether operands are one list, or many numbers."""
    lists = [isinstance(each, tuple) for each in operands]
    return lists == [True] or not any(lists)


def _on_one_line(text: str) -> str:
    """A text with semicolons where a line ends a statement: outside of brackets."""
    depth, found = 0, []
    for symbol in text.rstrip():
        depth += (symbol in "([") - (symbol in ")]")
        found.append(";" if symbol == "\n" and depth <= 0 else symbol)
    return "".join(found)
