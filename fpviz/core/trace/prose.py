"""Worked sheets as plain text: digits in columns, binary points under each other."""

from __future__ import annotations

from fractions import Fraction

from fpviz.core.decoding import Decoded, decode
from fpviz.core.numbers import NaN, finite
from fpviz.core.proof import Proof
from fpviz.core.rounding import Rounding
from fpviz.core.text import brief, exact_decimal, integer_text
from fpviz.core.trace.sheet import DigitRow, Role, Step, Trace
from fpviz.core.trace.worked import Sheet

_SYMBOLS = {"add": "{} + {}", "subtract": "{} - {}", "multiply": "{} × {}", "fma": "{} × {} + {}"}


def sheet_text(sheet: Sheet) -> str:
    """A sheet for a person: a heading, then the steps with their digits under each other."""
    trace = sheet.trace
    parts = [_heading(sheet)]
    for title, trace in _sections(sheet):
        parts += [title] if sheet.conversions else []
        parts += _steps_text(trace)
    if sheet.proof:
        parts.append(proof_text(sheet.proof))
    return "\n\n".join(parts)


def _heading(sheet: Sheet) -> str:
    trace, fmt, rules = sheet.trace, sheet.trace.format, sheet.trace.rules
    texts = [source.text.strip() for source in sheet.sources]
    what = _SYMBOLS[trace.name].format(*texts) if sheet.operands else texts[0]
    flush = ", subnormal results flushed" if rules.flush else ""
    draw = ""
    if rules.rounding is Rounding.STOCHASTIC:
        draw = f" with random bits {rules.random_bits:#x} of {rules.random_width}"
    result = f"{fmt.code_text(trace.code)} = {brief(decode(fmt, trace.code).number)}"
    return "\n".join(
        (
            f"{trace.name:<10}{what}  into {fmt.name}",
            f"rules     {rules.rounding.value}{draw}, overflow {rules.overflow.value}{flush}",
            f"exact     {'nan' if isinstance(trace.exact, NaN) else brief(trace.exact)}",
            f"result    {result}",
            f"flags     {', '.join(trace.flags.names()) or 'none'}",
        )
    )


def _steps_text(trace: Trace) -> list[str]:
    """A block of lines for each step; the points of all rows stand in one column."""
    return [
        "\n".join((heading, *(f"   {sentence}" for sentence in sentences), *digits))
        for heading, sentences, digits in _blocks(trace)
    ]


def _rows_text(step: Step, labels: int, heads: int) -> list[str]:
    """The rows of a step; a line above a total is as long as the longest."""
    digits = [f"{head:>{heads}}{tail}" for head, tail in (_split(r, step.cut) for r in step.rows)]
    width = max(map(len, digits), default=0)
    lines = []
    for row, text in zip(step.rows, digits, strict=True):
        if row.total:
            lines.append(" " * (labels + 8) + "-" * width)
        sign = "-" if row.negative else " "
        power = "" if row.exponent is None else f"  × 2^{row.exponent}"
        lines.append(f"     {row.label!s:<{labels}} {sign} {text:<{width}}{power}".rstrip())
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
    point = "." if any(digit.role is not Role.CARRY for digit in row.digits) else " "
    return text[: start + 1], point + text[start + 1 :] + ("…" if row.tail else "")


def _packed(row: DigitRow) -> tuple[str, str]:
    """The sign and exponent field of a code, and its fraction."""
    fields = {
        role: "".join(digit.symbol for digit in row.digits if digit.role is role)
        for role in (Role.SIGN, Role.EXPONENT, Role.KEPT)
    }
    head = f"{fields[Role.SIGN]} {fields[Role.EXPONENT]}".strip()
    return head, f" {fields[Role.KEPT]}"


def proof_text(proof: Proof) -> str:
    """A rounding proof for a person."""
    fmt, around = proof.format, proof.neighbours
    lines = ["Why this code"]
    if proof.exact is not None:
        lines.append(f"   exact     {_fraction_text(proof.exact)}")
    if around is not None:
        below, above = around.distances
        lines.append(f"   below     {_neighbour_text(around.below, below, around.ulp)}")
        lines.append(f"   above     {_neighbour_text(around.above, above, around.ulp)}")
        lines.append(f"   midpoint  {_shortened(exact_decimal(around.midpoint))}")
    lines += [f"   {each}" for each in proof.reasons]
    by_code: dict[int, list[str]] = {}
    for choice in proof.choices:
        by_code.setdefault(choice.rounded.code, []).append(choice.rounding.value)
    lines += [
        f"   {_code_text(decode(fmt, code))} by {', '.join(rules)}"
        for code, rules in by_code.items()
    ]
    for each in proof.warnings:
        lines.append(
            f"   Double rounding: through {each.through.name} "
            f"({each.through.code_text(each.first.code)}) it becomes "
            f"{_code_text(decode(fmt, each.second.code))}, not {fmt.code_text(proof.rounded.code)}."
        )
    return "\n".join(lines)


def _code_text(decoded: Decoded) -> str:
    return f"{decoded.format.code_text(decoded.code)} = {brief(decoded.number)}"


def _neighbour_text(decoded: Decoded | None, distance: Fraction, ulp: Fraction) -> str:
    """A neighbour and how far away it is, in ulps."""
    name = "none" if decoded is None else _code_text(decoded)
    return f"{name}, {brief(finite(distance))} away, {brief(finite(distance / ulp))} ulp"


def _fraction_text(value: Fraction) -> str:
    if value.denominator == 1:
        return _shortened(exact_decimal(value))
    text = f"{integer_text(value.numerator)}/{integer_text(value.denominator)}"
    return _shortened(text)


def _shortened(text: str, longest: int = 80) -> str:
    """Long numbers cut in the middle, with their length: nothing is cut in silence."""
    if len(text) <= longest:
        return text
    return f"{text[:40]}…{text[-20:]} ({len(text)} characters; --json prints all)"


def sheet_markdown(sheet: Sheet) -> str:
    """A sheet as Markdown: a heading, a list of steps, digits in code blocks."""
    parts = [f"### {_title(sheet)}", f"`{sheet.trace.rules.rounding.value}`"]
    for title, trace in _sections(sheet):
        parts.append(f"**{title}**")
        for heading, sentences, digits in _blocks(trace):
            parts.append(f"{heading}  \n" + "  \n".join(sentences))
            if digits:
                parts.append("\n".join(("```", *digits, "```")))
    if sheet.proof:
        parts.append("\n".join(("```", proof_text(sheet.proof), "```")))
    return "\n\n".join(parts)


def sheet_latex(sheet: Sheet) -> str:
    """A sheet as LaTeX: paragraphs, and digits set verbatim."""
    parts = [f"\\paragraph{{{_latex(_title(sheet))}}}"]
    for title, trace in _sections(sheet):
        parts.append(f"\\textbf{{{_latex(title)}}}")
        for heading, sentences, digits in _blocks(trace):
            parts.append(f"\\noindent {_latex(heading)}: {_latex(' '.join(sentences))}")
            if digits:
                parts.append("\n".join(("\\begin{verbatim}", *digits, "\\end{verbatim}")))
    if sheet.proof:
        lines = ("\\begin{verbatim}", proof_text(sheet.proof), "\\end{verbatim}")
        parts.append("\n".join(lines))
    return "\n\n".join(parts)


def _title(sheet: Sheet) -> str:
    return _heading(sheet).splitlines()[0]


def _sections(sheet: Sheet) -> list[tuple[str, Trace]]:
    """The traces of a sheet in order, each with its title."""
    first = [
        (f"{name} is rounded first: {trace.inputs[0]} into {trace.format.name}", trace)
        for name, trace in sheet.conversions
    ]
    last = f"then {sheet.trace.name}" if first else sheet.trace.name
    return [*first, (last, sheet.trace)]


def _blocks(trace: Trace) -> list[tuple[str, list[str], list[str]]]:
    """The steps of a trace as (heading, sentences, lines of digits)."""
    rows = [row for step in trace.steps for row in step.rows]
    labels = max((len(str(row.label)) for row in rows), default=0)
    heads = max((len(_split(row)[0]) for row in rows), default=0)
    return [
        (f"{number}. {step.title}", list(map(str, step.sentences)), _rows_text(step, labels, heads))
        for number, step in enumerate(trace.steps, 1)
    ]


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
        "−": "$-$",
        "…": r"\dots{}",
    }
)


def _latex(text: str) -> str:
    return text.translate(_LATEX)
