"""The options ``--signal`` and ``--dbc`` of ``fpviz decode``: signals in frames of a CAN bus."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from itertools import chain, islice
from pathlib import Path
from typing import TYPE_CHECKING

from fpviz.app.cli.arguments import Parser, UsageError
from fpviz.app.cli.csv_arguments import write_rows
from fpviz.app.cli.dump_input import dump_input
from fpviz.app.cli.output import complain, print_json
from fpviz.core.phrase import Complaint, quoted

if TYPE_CHECKING:
    from fpviz.data.can.signal_rows import SignalReading, SignalRow
    from fpviz.data.can.signals import Signal

_OTHERS = ("formats", "order", "all_orders", "syntax", "words", "offset", "stride")
"""Options about bytes, which signals do not go with."""


def add_signals(made: Parser) -> None:
    """The options."""
    made.add_argument(
        "--signal",
        dest="signals",
        action="append",
        metavar="SIGNAL",
        help="in the frames of candump: '123#Speed 24|16@1+ (0.1,0)', as DBC files write it",
    )
    made.add_argument(
        "--dbc", type=Path, metavar="FILE", help="a DBC file whose signals are looked for"
    )


def answer_signals(options: argparse.Namespace) -> int:
    """Print what signals say, frame by frame. Raises UserError."""
    from fpviz.data.can.signal_rows import SignalReading
    from fpviz.data.text import DumpText

    if any(getattr(options, name) for name in _OTHERS):
        raise UsageError(
            "--signal and --dbc say where bits stand; they do not go with --format, --order, "
            "--all-orders, --syntax, --words, --offset and --stride"
        )
    signals = tuple(_signals(options))
    content = dump_input(options.file)
    reading = SignalReading(DumpText(content), signals)
    rows = islice(_some(reading, options.file), options.count)
    if options.json:
        from fpviz.app.reports.signals_json import signals_json

        print_json(signals_json(signals, list(rows), reading))
        return 0
    if options.csv is not None:
        from fpviz.app.reports.signals_csv import signals_table

        write_rows(signals_table(rows), options.csv)
    else:
        from fpviz.app.reports.signals_text import signals_text

        sys.stdout.writelines(f"{line}\n" for line in signals_text(rows))
    for said in reading.said:
        complain(str(said))
    return 0


def _some(reading: SignalReading, name: str) -> Iterator[SignalRow]:
    """What the signals say, frame by frame. Raises UsageError where they are in none."""
    rows = reading.rows()
    first = next(rows, None)
    if first is None:
        none = f"{quoted(name)} has no frame with a signal that is asked for"
        raise UsageError("; ".join([none, *map(str, reading.said)]))
    return chain([first], rows)


def _signals(options: argparse.Namespace) -> Iterator[Signal]:
    from fpviz.data.can.dbc import signals_of_dbc, text_of_dbc
    from fpviz.data.can.signals import signal_of

    yield from map(signal_of, options.signals or ())
    if options.dbc is not None:
        content = dump_input(str(options.dbc))
        try:
            yield from signals_of_dbc(text_of_dbc(bytes(content[:])))
        except Complaint as error:
            raise UsageError(f"{quoted(str(options.dbc))}: {error}") from None
