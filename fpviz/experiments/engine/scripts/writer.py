"""A script under construction: its head, its imports, the functions it needs, and its body."""

from __future__ import annotations

import re
from textwrap import dedent, fill

from fpviz.core.arithmetic.overflow_rules import Overflow
from fpviz.core.arithmetic.rounding import Rules
from fpviz.core.arithmetic.rounding_rules import Rounding
from fpviz.core.formats import Format
from fpviz.core.formats.decoding import decode
from fpviz.core.numbers import Finite
from fpviz.experiments.engine.curves import Curve
from fpviz.experiments.engine.run import Run
from fpviz.experiments.engine.scripts.any_format import SOURCE
from fpviz.experiments.engine.scripts.dialects import NUMPY, Dialect, Spelling
from fpviz.experiments.engine.scripts.python_text import layout_values, number_text, quoted

WIDTH = 96

_EXACT_IMPORTS = ("import math", "from fractions import Fraction")


class Writer:
    """Collects the parts of a script in one dialect; what is never asked for is not written."""

    def __init__(self, run: Run, dialect: Dialect) -> None:
        self.run, self.dialect = run, dialect
        self._title = dialect.title
        self._imports: set[str] = set()
        self._functions: dict[str, None] = {}
        self._formats: dict[str, None] = {}
        self._body: list[str] = []
        self._notes: list[str] = []

    # -- numbers ----------------------------------------------------------------------------

    def spelling(self, fmt: Format, rules: Rules, *, exact: bool = False) -> Spelling:
        """A format in the script: the library's, where it has it and rounds so, else our own.

        ``exact`` asks for our own in any case.
        """
        native = _is_usual(rules) and not exact and fmt.name in self.dialect.types
        if native:
            return self.dialect.spelling(fmt, self.dialect.types[fmt.name])
        name = self.define(fmt, rules)
        return Spelling(
            fmt, f"{name}({{}})", f"{name}({{}})", f"{name}.encode({{}}.number)", native=False
        )

    def spellings(self, *formats: Format, rules: Rules) -> list[Spelling]:
        """Several formats whose numbers meet: all are the library's, or none."""
        exact = any(fmt.name not in self.dialect.types for fmt in formats)
        return [self.spelling(fmt, rules, exact=exact) for fmt in formats]

    def stored(self, fmt: Format, rules: Rules, last: object) -> Spelling | None:
        """A format that the library can only store, if sums up to ``last`` come out alike there.

        Its overflow may be another: so what is not finite in the end is left to our own.
        """
        name = self.dialect.stored.get(fmt.name)
        if name is None or not _is_usual(rules) or not isinstance(last, Finite):
            return None
        return self.dialect.spelling(fmt, name)

    def define(self, fmt: Format, rules: Rules) -> str:
        """Have one of our own formats; returns its name in the script."""
        name = re.sub(r"\W", "_", fmt.name)
        overflow = Overflow.IEEE if rules.overflow.rule.wraps else rules.overflow  # as for any such
        values = [*layout_values(fmt), rules.rounding.value, overflow.value, rules.flush]
        self.need(*_EXACT_IMPORTS)
        self._formats[f"{name} = Format({', '.join(map(quoted, values))})"] = None
        return name

    def literal(self, fmt: Format, code: int) -> str:
        """The exact number of a code as Python writes it."""
        return number_text(decode(fmt, code).number)

    # -- parts ------------------------------------------------------------------------------

    def need(self, *lines: str) -> None:
        """Import something."""
        self._imports.update(lines)

    def function(self, source: str) -> None:
        """Have a function, once."""
        self._functions[source] = None

    def note(self, text: str) -> None:
        """Say something at the head, once."""
        if text not in self._notes:
            self._notes.append(text)

    def borrow_numpy(self, note: str) -> None:
        """Go on in the types of numpy, and say why, if the library is another one."""
        if self.dialect is not NUMPY:
            self.dialect = NUMPY
            self.note(note)

    def add(self, text: str) -> None:
        """A block of the body, dedented; blank lines part it from its neighbours."""
        self._body.append(dedent(text).strip("\n"))

    def comment(self, text: str) -> str:
        """A comment of a few lines."""
        return fill(text, WIDTH, initial_indent="# ", subsequent_indent="# ")

    def heading(self, curve: Curve) -> str:
        """The comment above what makes a curve."""
        return self.comment(f"{curve.label!s}: {curve.meaning!s}")

    def printed(self, name: str, variable: str, spelling: Spelling) -> str:
        """The line that prints the code of a variable under a curve's name."""
        self.use(spelling)
        digits = (spelling.format.width + 3) // 4 + 2
        return f'print("{name}", f"{{{spelling.code.format(variable)}:#0{digits}x}}")'

    def use(self, spelling: Spelling) -> None:
        """Have what a spelling needs."""
        self.need(*spelling.imports)
        if spelling.native:
            self.function(self.dialect.code_of)

    # -- the whole --------------------------------------------------------------------------

    @property
    def text(self) -> str:
        """The whole script."""
        blocks = [self._import_text()]
        if self.dialect.setup and any(line in self._imports for line in self.dialect.imports):
            blocks.append(self.dialect.setup)
        blocks += [each.strip("\n") for each in self._functions]
        if self._formats:
            blocks += [SOURCE.strip("\n"), "\n".join(self._formats)]
        text, before = self._head(), ""
        for block in [block for block in (*blocks, *self._body) if block]:
            gap = "\n" if not before else "\n\n\n" if _defines(before, block) else "\n\n"
            text += gap + block
            before = block
        return text + "\n"

    def _import_text(self) -> str:
        """The imports, those of Python first."""
        groups: tuple[list[str], list[str]] = ([], [])
        for line in sorted(self._imports, key=lambda line: (line.startswith("from"), line)):
            foreign = line.split()[1].partition(".")[0] in _FOREIGN
            groups[foreign].append(line)
        return "\n\n".join("\n".join(group) for group in groups if group)

    def _head(self) -> str:
        run = self.run
        lines = [f"fpviz, experiment {run.experiment}, for {self._title}.", ""]
        if self.dialect.note and set(self.dialect.imports) & self._imports:
            lines += [fill(self.dialect.note, WIDTH), ""]
        for note in self._notes:
            lines += [fill(note, WIDTH), ""]
        lines += ["Parameters:"]
        lines += [_indented(f"{name} = {text}") for name, text in run.arguments.texts.items()]
        steps = dict.fromkeys(str(step.text) for step in run.rounding_steps)
        lines += ["", "Every rounding:", *map(_indented, steps)]
        return '"""' + "\n".join(lines).replace("\\", "\\\\") + '\n"""\n'


_FOREIGN = frozenset({"numpy", "torch", "mindspore", "ml_dtypes"})


def _is_usual(rules: Rules) -> bool:
    """Whether rules are those of every library."""
    plain = (rules.rounding, rules.overflow, rules.flush)
    return plain == (Rounding.TIES_TO_EVEN, Overflow.IEEE, False)


def _defines(before: str, after: str) -> bool:
    """Whether one of two neighbours defines a function or a class: two lines part them then."""
    return any(re.search(r"^(def|class|@)", text, re.MULTILINE) for text in (before, after))


def _indented(text: str) -> str:
    return fill(text, WIDTH, initial_indent="    ", subsequent_indent="        ")
