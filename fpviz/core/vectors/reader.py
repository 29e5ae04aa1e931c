"""From lines to vectors: the form is found, comments are left out, words are read."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from fpviz.core.arithmetic.rounding_rules import Rounding, find_rounding
from fpviz.core.phrase import Complaint, phrase, quoted
from fpviz.core.vectors.flag_words import read_flags
from fpviz.core.vectors.line_forms import LineForm, LineParts, form_of
from fpviz.core.vectors.text_lines import LONGEST
from fpviz.core.vectors.vector import Given, Task, Unread, Vector
from fpviz.core.vectors.words import Digits, operand_of, result_of

_COMMENT = re.compile(r"(?:^|\s)(?:#|//|--).*")

_FRM = {"0": "rne", "1": "rtz", "2": "rdn", "3": "rup", "4": "rmm"}
"""RISC-V's numbers of rounding modes (``frm``)."""


def vectors(
    lines: Iterable[tuple[int, str]],
    task: Task,
    form: type[LineForm] | None = None,
    digits: Digits | None = None,
) -> Iterator[Vector | Unread]:
    """What the numbered lines say; those that are empty or a comment say nothing.

    ``form`` is tried out where it is ``None``; ``digits`` says what hexadecimal digits without a
    mark are, if the form is not to.
    """
    reader = _LineReader(task, form, digits)
    for number, line in lines:
        try:
            found = reader.read(number, line)
        except Complaint as error:
            yield Unread(number, error.phrase)
        else:
            if found is not None:
                yield found


class _LineReader:
    def __init__(self, task: Task, form: type[LineForm] | None, digits: Digits | None) -> None:
        self._task, self._digits = task, digits
        self._form = form(task.arity) if form else None

    def read(self, number: int, line: str) -> Vector | None:
        """The vector of a line; ``None`` where it says nothing. Raises Complaint."""
        if len(line) > LONGEST:
            raise Complaint(phrase("more than {count} characters", count=str(LONGEST)))
        text = _COMMENT.sub("", line).strip()
        if not text:
            return None
        form = self._form_for(text)
        parts = form.parts(text)
        return None if parts is None else self._vector(number, form, parts)

    def _form_for(self, line: str) -> LineForm:
        if self._form is None:
            found = form_of(line)
            if found is None:
                raise Complaint(
                    phrase(
                        "{text} is no line of operands and a result such as {examples}",
                        text=quoted(line),
                        examples='3F800000 40000000 40400000 01, A=0x3f80 B=16\'h4000 EXP=x"4040" '
                        "or 1,2,3",
                    )
                )
            self._form = found(self._task.arity)
        return self._form

    def _vector(self, number: int, form: LineForm, parts: LineParts) -> Vector:
        task = self._task
        digits = self._digits or form.digits
        operands = tuple(
            [
                operand_of(word, fmt, digits)
                for word, fmt in zip(parts.operands, task.operands, strict=True)
            ]
        )
        given = []
        for name, word in parts.results.items():
            code, any_nan = result_of(word, task.result, digits)
            flags = read_flags(parts.flags[name]) if name in parts.flags else None
            given.append(Given(name, code, flags, any_nan))
        rounding = None if parts.rounding is None else _read_rounding(parts.rounding)
        return Vector(number, operands, tuple(given), rounding)


@cache
def _read_rounding(text: str) -> Rounding:
    word = text.strip().lower()
    return find_rounding(_FRM.get(word.removeprefix("0x"), word))
