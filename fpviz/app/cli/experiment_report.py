"""Experiments and their runs as text, JSON and CSV: what ``fpviz experiments`` and ``run`` print.

The names in the JSON and in the head of the CSV are a contract, as in ``report``.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from fpviz.core.phrase import Phrase, Say, in_series, phrase
from fpviz.core.text import columns, padded, value_text
from fpviz.experiments.engine.experiment import Experiment
from fpviz.experiments.engine.readouts import Readout
from fpviz.experiments.engine.run import RoundingStep, Run

Json = dict[str, Any]


def experiments_json(experiments: Sequence[Experiment]) -> list[Json]:
    """Every experiment with its parameters, as ``fpviz experiments --json`` prints them."""
    return [
        {
            "name": experiment.name,
            "title": str(experiment.title),
            "summary": str(experiment.summary),
            "also": [str(each) for each in experiment.also],
            "parameters": [
                {
                    "name": parameter.name,
                    "label": str(parameter.label),
                    "default": parameter.default,
                    "help": str(parameter.help),
                    "choices": _choices(parameter.kind),
                }
                for parameter in experiment.parameters
            ],
        }
        for experiment in experiments
    ]


def _choices(kind: object) -> list[str] | None:
    """The texts that a parameter takes, if they can be listed."""
    options = getattr(kind, "options", None)
    return None if options is None else [option.name for option in options]


_WAYS = """also asked for
  a step counter           counting
  a moving average (EMA)   master-copy: w0 is the average, target what is averaged, lr is 1 - β
  a weight decay           master-copy with target=0: lr is the rate times the decay;
                           w·(1 - lr·wd) once: fpviz trace multiply"""
"""The way to what people look for under another name."""


def experiments_text(experiments: Sequence[Experiment]) -> str:
    """The same for a person: a block an experiment, a line a parameter."""
    blocks = []
    for experiment in experiments:
        told = (experiment.summary, *experiment.also)
        lines = [experiment.name, *(f"  {sentence!s}" for sentence in told)]
        width = max(len(f"{p.name}={p.default}") for p in experiment.parameters)
        for parameter in experiment.parameters:
            given = f"{parameter.name}={parameter.default}"
            choices = _choices(parameter.kind)
            among = f" ({', '.join(choices)})" if choices else ""
            lines.append(f"    {given:<{width}}  {parameter.help!s}{among}")
        blocks.append("\n".join(lines))
    blocks.append(_WAYS)
    return "\n\n".join(blocks)


def run_json(run: Run) -> Json:
    """A run as ``fpviz run --json`` prints it; what has no value is ``null``."""
    return {
        "experiment": run.experiment,
        "parameters": run.arguments.texts,
        "steps": run.domain.steps,
        "rounding": [
            {
                "operation": str(step.operation),
                "format": step.format.name,
                "note": None if step.note is None else str(step.note),
            }
            for step in run.rounding_steps
        ],
        "readouts": {readout.name: _readout_json(readout) for readout in run.readouts},
        "final": run.final_codes,
        "who": {c.name: str(c.who) for c in run.curves if c.who is not None},
    }


def _readout_json(readout: Readout) -> Json:
    found: Json = {"label": str(readout.label), "value": readout.machine}
    if readout.unit is not None:
        found["unit"] = str(readout.unit)
    if readout.format is not None:
        found |= {"format": readout.format.name, "code": readout.code_text}
    return found


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


MAX_ROWS = 1_000_000
"""The most steps that a table has a row for; of a longer run the first, and its last."""


def csv_rows(run: Run) -> Iterator[list[str]]:
    """A head and a row a step: the step, each curve's exact value, and its code if it has one."""
    head = [str(run.domain.counts)]
    for curve in run.curves:
        head += [curve.name] if curve.format is None else [curve.name, f"{curve.name} code"]
    yield head
    for t in range(min(run.domain.steps, MAX_ROWS) + 1):
        yield _row(run, t)
    if run.domain.steps > MAX_ROWS:
        yield _row(run, run.domain.steps)


def _row(run: Run, t: int) -> list[str]:
    row = [str(run.domain.number(t))]
    for curve in run.curves:
        row.append(value_text(curve.number(t)))
        if curve.format is not None:
            code = curve.code(t)
            row.append("" if code is None else curve.format.code_text(code))
    return row
