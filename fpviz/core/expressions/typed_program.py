"""An expression with the values of its variables, as a person has typed both."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from fpviz.core.arithmetic.rounding import Rules
from fpviz.core.expressions.evaluation import Evaluation, evaluate
from fpviz.core.expressions.parser import parse
from fpviz.core.expressions.program import Program
from fpviz.core.expressions.values import Values, values_of
from fpviz.core.formats import Format
from fpviz.core.literals import Literal, parse_literal
from fpviz.core.phrase import Complaint, phrase


@dataclass(frozen=True)
class TypedProgram:
    """A program, and what its variables stand for, by the names of its ``inputs``."""

    program: Program
    values: Mapping[str, Literal]

    @property
    def names(self) -> tuple[str, ...]:
        """The variables as the text names them: a list is one."""
        return tuple(dict.fromkeys(map(_of_list, self.program.inputs)))

    def evaluated(self, fmt: Format, rules: Rules) -> Evaluation:
        """The evaluation in a format. Raises ExpressionError where a variable has no value."""
        return evaluate(self.program, self.values, fmt, rules)


def read_program(
    text: str,
    settings: Mapping[str, str],
    rules: Rules = Rules(),
    read: Callable[[str], Literal] = parse_literal,
    otherwise: Literal | None = None,
) -> TypedProgram:
    """An expression whose variables are set to texts, in which ``read`` reads literals.

    A variable that is set to nothing is ``otherwise``, if that is there. What the expression does
    not name may be set to anything.

    >>> found = read_program("a*b", {"a": "2", "b": "0x1p-3", "c": "what?"})
    >>> found.names, str(found.values["b"].number.magnitude)
    (('a', 'b'), '1/8')

    Raises Complaint.
    """
    read_settings: dict[str, Values] = {}
    wrong: dict[str, Complaint] = {}
    for name, setting in settings.items():
        if setting.strip():
            try:
                read_settings[name] = values_of({name: setting}, rules, read)
            except Complaint as error:
                wrong[name] = Complaint(phrase("{name}: {reason}", name=name, reason=error.phrase))
    lists = {name: n for each in read_settings.values() for name, n in each.lists.items()}
    program = parse(text, lists)
    for name in map(_of_list, program.inputs):
        if name in wrong:
            raise wrong[name]
    values = {name: said for each in read_settings.values() for name, said in each.values.items()}
    given = {name: values.get(name, otherwise) for name in program.inputs}
    return TypedProgram(program, {name: said for name, said in given.items() if said is not None})


def _of_list(name: str) -> str:
    return name.partition("[")[0]
