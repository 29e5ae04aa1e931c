"""A run as ``fpviz run --json`` prints it."""

from __future__ import annotations

from fpviz.app.reports import Json
from fpviz.experiments.engine.readouts import Readout
from fpviz.experiments.engine.run import Run


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
