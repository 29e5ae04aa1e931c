"""A run for a person: what ``fpviz run`` prints, and a window copies."""

from __future__ import annotations

from fpviz.core.phrase import Phrase, Say, in_series, phrase
from fpviz.core.text import columns, padded
from fpviz.experiments.engine.run import RoundingStep, Run


def run_text(run: Run, say: Say = str) -> str:
    """A run for a person: parameters, roundings, readouts, final codes."""
    given = "  ".join(f"{name}={text}" for name, text in run.arguments.texts.items())
    roundings = [f"  {say(_rounding(step))}" for step in run.rounding_steps]
    named = [(say(readout.label), say(readout.text)) for readout in run.readouts]
    width = max((columns(label) for label, _ in named), default=0)
    readouts = [f"  {padded(label, width)}  {text}" for label, text in named]
    final = [f"  {padded(name, width)}  {code}" for name, code in run.final_codes.items()]
    parts = [f"{run.experiment}  {given}", "\n".join([say(phrase("rounded")), *roundings])]
    parts.append("\n".join([say(phrase("readouts")), *readouts]))
    if final:
        parts.append("\n".join([say(phrase("final codes")), *final]))
    if run.who:
        told = [
            f"  {say(in_series(*(curve.label for curve in curves)))}\n      {say(line)}"
            for line, curves in run.who.items()
        ]
        parts.append("\n".join([say(phrase("who computes so")), *told]))
    return "\n\n".join(parts)


def _rounding(step: RoundingStep) -> Phrase:
    if step.note is None:
        return step.text
    return phrase("{rounding}: {note}", rounding=step.text, note=step.note)
