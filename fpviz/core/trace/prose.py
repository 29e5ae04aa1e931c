"""Worked sheets as plain text: digits in columns, binary points under each other."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from fpviz.core.phrase import Say
from fpviz.core.text import columns, padded
from fpviz.core.trace.headings import WHY, Line, heading, proof_lines, sections
from fpviz.core.trace.proof import Proof
from fpviz.core.trace.sheet import DigitRow, Step, Trace
from fpviz.core.trace.whole_sheet import Sheet

_NAME_COLUMNS = 10
"""How many columns the name of a line takes at least, with the gap behind it."""


def sheet_text(sheet: Sheet, say: Say = str) -> str:
    """A sheet for a person: a heading, then the steps with their digits under each other."""
    parts = [heading_text(sheet, say)]
    for title, trace in sections(sheet):
        parts += [say(title)] if sheet.conversions else []
        parts += (
            "\n".join((block.heading, *(f"   {each}" for each in block.sentences), *block.digits))
            for block in _blocks(trace, say)
        )
    if sheet.proof:
        parts.append(proof_text(sheet.proof, say))
    return "\n\n".join(parts)


def heading_text(sheet: Sheet, say: Say = str) -> str:
    """What a sheet works out, by which rules, and what comes of it."""
    return "\n".join(_lines_text(heading(sheet), say))


def proof_text(proof: Proof, say: Say = str) -> str:
    """A rounding proof for a person."""
    lines = _lines_text(proof_lines(proof), say)
    return "\n".join((say(WHY), *(f"   {line}" for line in lines)))


def sheet_markdown(sheet: Sheet, say: Say = str) -> str:
    """A sheet as Markdown: a heading, a list of steps, digits in code blocks."""
    parts = [f"### {_title(sheet, say)}", f"`{say(sheet.trace.rules.rounding.rule.name)}`"]
    for title, trace in sections(sheet):
        parts.append(f"**{say(title)}**")
        for block in _blocks(trace, say):
            parts.append("  \n".join((block.heading, *block.sentences)))
            if block.digits:
                parts.append("\n".join(("```", *block.digits, "```")))
    if sheet.proof:
        parts.append("\n".join(("```", proof_text(sheet.proof, say), "```")))
    return "\n\n".join(parts)


def sheet_latex(sheet: Sheet, say: Say = str) -> str:
    """A sheet as LaTeX: paragraphs, and digits set verbatim."""
    parts = [f"\\paragraph{{{_latex(_title(sheet, say))}}}"]
    for title, trace in sections(sheet):
        parts.append(f"\\textbf{{{_latex(say(title))}}}")
        for block in _blocks(trace, say):
            words = _latex(f"{block.heading}: {say(block.step.text)}")
            parts.append(f"\\noindent {words}")
            if block.digits:
                parts.append("\n".join(("\\begin{verbatim}", *block.digits, "\\end{verbatim}")))
    if sheet.proof:
        lines = ("\\begin{verbatim}", proof_text(sheet.proof, say), "\\end{verbatim}")
        parts.append("\n".join(lines))
    return "\n\n".join(parts)


def _title(sheet: Sheet, say: Say) -> str:
    return _lines_text(heading(sheet), say)[0]


# -- lines in columns ------------------------------------------------------------------------------


def _lines_text(lines: Iterable[Line], say: Say) -> list[str]:
    """Lines, those with names beginning in one column."""
    named = [("" if line.name is None else say(line.name), line) for line in lines]
    start = max([_NAME_COLUMNS, *(columns(name) + 2 for name, _ in named)])
    return [(padded(name, start) if name else "") + say(line.text) for name, line in named]


class _Block(NamedTuple):
    """A step in lines."""

    step: Step
    heading: str
    sentences: list[str]
    digits: list[str]


def _blocks(trace: Trace, say: Say) -> list[_Block]:
    """The steps of a trace; the points of all rows stand in one column."""
    rows = [row for step in trace.steps for row in step.rows]
    labels = max((columns(say(row.label)) for row in rows), default=0)
    heads = max((len(_split(row)[0]) for row in rows), default=0)
    return [
        _Block(
            step,
            f"{number}. {say(step.title)}",
            [say(sentence) for sentence in step.sentences],
            _rows_text(step, labels, heads, say),
        )
        for number, step in enumerate(trace.steps, 1)
    ]


def _rows_text(step: Step, labels: int, heads: int, say: Say) -> list[str]:
    """The rows of a step; a line above a total is as long as the longest."""
    digits = [f"{head:>{heads}}{tail}" for head, tail in (_split(r, step.cut) for r in step.rows)]
    width = max(map(len, digits), default=0)
    lines = []
    for row, text in zip(step.rows, digits, strict=True):
        if row.total:
            lines.append(" " * (labels + 8) + "-" * width)
        sign = "-" if row.negative else " "
        power = "" if row.exponent is None else f"  × {row.base}^{row.exponent}"
        label = padded(say(row.label), labels)
        lines.append(f"     {label} {sign} {text:<{width}}{power}".rstrip())
    return lines


def _split(row: DigitRow, cut: int | None = None) -> tuple[str, str]:
    """A row's digits before its binary point, and from the point on; a bar stands at the cut."""
    if row.packed:
        return _packed(row)
    start = max(row.column, 0)
    text = " " * (start - row.column) + row.symbols + " " * max(row.last_column, 0)
    if cut is not None and row.last_column < cut <= start:
        text = f"{text[: start - cut + 1]}|{text[start - cut + 1 :]}"
        start += cut > 0
    point = "." if row.has_point else " "
    return text[: start + 1], point + text[start + 1 :] + ("…" if row.tail else "")


def _packed(row: DigitRow) -> tuple[str, str]:
    """The fields of a code before the point, and those behind it."""
    symbols, point = row.symbols, row.column + 1
    spans = row.field_spans()
    head = " ".join(symbols[start:end] for start, end in spans if start < point)
    return head, "".join(f" {symbols[start:end]}" for start, end in spans if start >= point)


_LATEX = str.maketrans(
    {
        "\\": r"\textbackslash{}",
        "_": r"\_",
        "^": r"\^{}",
        "&": r"\&",
        "%": r"\%",
        "#": r"\#",
        "{": r"\{",
        "}": r"\}",
        "×": r"$\times$",
        "÷": r"$\div$",
        "√": r"$\surd$",
        "²": r"$^2$",
        "₂": r"$_2$",
        "≠": r"$\ne$",
        "≤": r"$\le$",
        "≥": r"$\ge$",
        "≮": r"$\not<$",
        "≯": r"$\not>$",
        "−": "$-$",
        "…": r"\dots{}",
    }
)


def _latex(text: str) -> str:
    return text.translate(_LATEX)
