"""A script under construction: its head, the formats it needs, and its body line by line."""

from __future__ import annotations

import re
from contextlib import suppress
from fractions import Fraction
from textwrap import dedent, fill

from fpviz.core.decoding import decode
from fpviz.core.formats import Format
from fpviz.core.numbers import Finite, Infinity, NaN, finite
from fpviz.core.rounding import Overflow, Rounding, Rules, encode
from fpviz.experiments.experiment import Run
from fpviz.experiments.scripts.any_format import SOURCE
from fpviz.experiments.scripts.dialects import Dialect

MOST_STEPS = 1_000_000
"""Steps that a loop in Python makes in seconds."""

_REPORT = '''\
def report(name, x, digits):
    """Print the code of a number under a name."""
    code = x.form.encode(x.number) if hasattr(x, "form") else code_of(x)
    print(name, f"{code:#0{digits + 2}x}")
'''


class Writer:
    """Collects the parts of a script in one dialect."""

    def __init__(self, run: Run, dialect: Dialect) -> None:
        self.run, self.dialect = run, dialect
        self._formats: dict[str, str] = {}
        self._emulated = False
        self._body: list[str] = []
        self._imports: list[str] = []

    @property
    def steps(self) -> int:
        """How many steps the script makes."""
        return min(self.run.steps, MOST_STEPS)

    def name(self, fmt: Format, rules: Rules, *, emulated: bool = False) -> str:
        """The name that a format has in the script, where it is defined on the way."""
        plain = (rules.rounding, rules.overflow, rules.flush)
        usual = plain == (Rounding.TIES_TO_EVEN, Overflow.IEEE, False)
        name = re.sub(r"\W", "_", fmt.name)
        if usual and not emulated and fmt.name in self.dialect.native:
            kind = self.dialect.native[fmt.name]
            self._formats[name] = self.dialect.define.format(
                name=name, type=kind, maker="float" if kind == "bfloat16" else f"np.{kind}"
            )
            return name
        name += "_exact" if fmt.name in self.dialect.native else ""
        facts = (fmt.exponent_width, fmt.fraction_width, fmt.bias, fmt.specials.value)
        values = [*facts, rules.rounding.value, rules.overflow.value, rules.flush]
        self._formats[name] = f"{name} = Format({', '.join(map(repr, values))})\n"
        self._emulated = True
        return name

    def is_native(self, name: str) -> bool:
        """Whether a format of that name is the library's own."""
        return "= Format(" not in self._formats[name]

    def literal(self, fmt: Format, code: int) -> str:
        """The exact number of a code as Python writes it."""
        return number_text(decode(fmt, code).number)

    def need(self, line: str) -> None:
        """Import something."""
        if line not in self._imports:
            self._imports.append(line)

    def add(self, text: str) -> None:
        """Lines of the body, dedented."""
        lines = dedent(text).strip("\n")
        spaced = "\n\n" if re.search(r"^def ", lines, re.MULTILINE) else ""
        self._body.append(f"{lines}\n{spaced}")

    def report(self, name: str, variable: str, fmt: Format) -> None:
        """Print the code of a variable under a curve's name."""
        self.add(f'report("{name}", {variable}, {(fmt.width + 3) // 4})')

    @property
    def text(self) -> str:
        """The whole script."""
        parts = [self._head(), "".join(f"{line}\n" for line in self._import_lines())]
        parts.append(self.dialect.imports)
        if self._emulated:
            parts.append("\n" + SOURCE.rstrip() + "\n")
        parts += ["\n" + self.dialect.reader, "\n" + _REPORT]
        parts.append("\n" + "".join(self._formats.values()))
        body = "".join("\n" + text if text.startswith("#") else text for text in self._body)
        return re.sub(r"\n{4,}", "\n\n\n", "\n".join([*parts, body]))

    def _import_lines(self) -> list[str]:
        exact = ["import math", "from fractions import Fraction"] if self._emulated else []
        return sorted({*exact, *self._imports}, key=lambda line: (line.startswith("from"), line))

    def _head(self) -> str:
        run = self.run
        lines = [f"fpviz, experiment {run.experiment}, for {self.dialect.title}.", ""]
        if self.dialect.note:
            lines += [fill(self.dialect.note, 96), ""]
        if run.steps > MOST_STEPS:
            told = (
                f"The run has {run.steps} steps, too many for a loop: this script makes the first "
                f"{MOST_STEPS}. The program finds the rest in closed form, binade by binade."
            )
            lines += [fill(told, 96), ""]
        lines += ["Parameters:", *(f"    {k} = {v}" for k, v in run.settings.texts.items()), ""]
        steps = dict.fromkeys(str(step.text) for step in run.rounding_steps)
        lines += ["Every rounding:", *(f"    {text}" for text in steps)]
        return '"""' + "\n".join(lines) + '\n"""\n'


def number_text(number: object) -> str:
    """An exact number as Python writes it: a float where that holds it, else a Fraction."""
    if isinstance(number, Infinity):
        return 'float("-inf")' if number.negative else 'float("inf")'
    if not isinstance(number, Finite):
        return 'float("-nan")' if isinstance(number, NaN) and number.negative else 'float("nan")'
    if number.is_zero:
        return "-0.0" if number.negative else "0.0"
    return fraction_text(number.value)


def fraction_text(value: Fraction) -> str:
    """A rational as Python writes it: a float where that holds it, else a Fraction."""
    with suppress(OverflowError):  # beyond binary64 there is no float to write
        if Fraction(float(value)) == value:
            return repr(float(value))
    return f"Fraction({value.numerator}, {value.denominator})"


def holds(fmt: Format, value: Fraction) -> bool:
    """Whether a number is a value of a format."""
    return not encode(fmt, finite(value)).flags
