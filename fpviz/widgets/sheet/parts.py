"""A worked sheet as the parts that its view lays out under each other."""

from __future__ import annotations

from fpviz.core.phrase import Phrase, phrase
from fpviz.core.trace.headings import WHY, Line, heading, proof_lines, sections
from fpviz.core.trace.whole_sheet import Sheet
from fpviz.widgets.sheet.layout import Ink, Paragraph, Part


def parts_of(sheet: Sheet) -> list[Part]:
    """The heading, the steps of each trace under its title, and the proof."""
    head, *facts = map(_line, heading(sheet))
    parts: list[Part] = [Paragraph(((head, Ink.TITLE), *((each, Ink.DIM) for each in facts)))]
    for title, trace in sections(sheet):
        if sheet.conversions:
            parts.append(Paragraph(((title, Ink.TITLE),)))
        parts += trace.steps
    if sheet.proof is not None:
        lines = (
            (_line(line), Ink.WARNING if line.warns else Ink.WORDS)
            for line in proof_lines(sheet.proof)
        )
        parts.append(Paragraph(((WHY, Ink.TITLE), *lines)))
    return parts


def _line(line: Line) -> Phrase:
    """A line of a sheet's heading or proof, its name before it."""
    if line.name is None:
        return line.text
    return phrase("{name}: {text}", name=line.name, text=line.text)
