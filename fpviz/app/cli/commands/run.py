"""``fpviz run``: an experiment without a window."""

from __future__ import annotations

import argparse
from pathlib import Path

from fpviz.app.cli.arguments import Parser, UsageError, add_json, argument
from fpviz.app.cli.csv_arguments import add_csv, one_printer, write_rows
from fpviz.app.cli.output import complain, print_json
from fpviz.experiments import find_experiment
from fpviz.experiments.engine.run import Run


def parser() -> Parser:
    """An experiment, its parameters and a form."""
    made = Parser(prog="fpviz run", description="An experiment without a window.")
    made.add_argument("experiment", metavar="EXPERIMENT", help="see 'fpviz experiments'")
    made.add_argument(
        "--set",
        dest="settings",
        action="append",
        default=[],
        type=argument(_assignment),
        metavar="NAME=VALUE",
        help="a parameter; the others keep their defaults",
    )
    add_json(made)
    add_csv(made, "a row a step")
    made.add_argument(
        "--script",
        choices=("numpy", "pytorch", "mindspore"),
        help="print a script that reproduces the run, instead of the run",
    )
    return made


def _assignment(text: str) -> tuple[str, str]:
    name, equals, value = text.partition("=")
    if not (name.strip() and equals):
        raise UsageError(f"'{text}' is not NAME=VALUE, such as steps=1000")
    return name.strip(), value


def answer(options: argparse.Namespace) -> int:
    """Run the experiment, and print it or its script."""
    one_printer(options, json="--json", script="--script")
    experiment = find_experiment(options.experiment)
    run = experiment.run(experiment.arguments(dict(options.settings)))
    if options.csv is not None:
        _write_csv(options.csv, run)
    if options.script:
        print(experiment.script(run, options.script), end="")
    elif options.json:
        from fpviz.app.reports.run_json import run_json

        print_json(run_json(run))
    elif str(options.csv) != "-":
        from fpviz.app.reports.run_text import run_text

        print(run_text(run))
    return 0


def _write_csv(path: Path, run: Run) -> None:
    """The table of a run, row by row."""
    from fpviz.app.reports.run_csv import MAX_ROWS, steps_table

    last = run.domain.steps
    if last > MAX_ROWS:
        complain(f"the table has the first {MAX_ROWS} steps of {last} and the last")
    write_rows(steps_table(run), path)
