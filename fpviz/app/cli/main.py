"""The command line. Its names and its JSON are a contract; see README.

Commands that draw nothing import neither Qt nor numpy. Bad input is one line on standard error
and exit status 2.
"""

from __future__ import annotations

import argparse
import json
import signal
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from enum import Enum
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn, TypeVar

from fpviz import __version__
from fpviz.app.cli.literal_arguments import add_kinds, literals_spared, read_literal
from fpviz.app.cli.output import complain, give_up, is_unicode, set_up
from fpviz.app.platform_check import (
    PlatformError,
    check_screen,
    has_screen,
    load_qt,
    without_screen,
)
from fpviz.core.arithmetic.rounding import Overflow, Rounding, Rules
from fpviz.core.formats import Format, FormatError, find_format
from fpviz.core.formats.names import AMBIGUOUS, ambiguous_names
from fpviz.core.link import is_link, parse_link
from fpviz.core.literals import Kind
from fpviz.core.names import find_rounding
from fpviz.core.phrase import Complaint, quoted
from fpviz.core.reading import DEFAULT_FORMATS, Snapshot, State, derive
from fpviz.model.files.errors import why

if TYPE_CHECKING:
    from _typeshed import SupportsWrite

    from fpviz.app.pictures.size import Size
    from fpviz.experiments.engine.run import Run

LANGUAGES = ("en", "zh_CN")
"""What the window and its pictures speak; the command line speaks English."""

DESCRIPTION = """\
fpviz makes floating-point numbers visible.

  fpviz [LITERAL or SCENE]   opens the window; a link counts as a literal
  fpviz formats              the catalogue of formats
  fpviz show LITERAL…        a value in several formats
  fpviz trace add A B -f F   an operation step by step; also a conversion
  fpviz experiments          the experiments with their parameters
  fpviz run EXPERIMENT       an experiment without a window
  fpviz render SCENE -o FILE a picture without a screen

'fpviz COMMAND --help' says more about a command."""


class UsageError(Exception):
    """What the command line cannot do; the message is one line."""


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        raise UsageError(message)

    def _print_message(self, message: str, file: SupportsWrite[str] | None = None) -> None:
        """Argparse's own says nothing of a full disk."""
        (file or sys.stdout).write(message)


_E = TypeVar("_E", bound=Enum)


def _choice(kind: type[_E]) -> Callable[[str], _E]:
    """A reader of one of an enumeration's values that names the accepted ones."""

    def read(text: str) -> _E:
        try:
            return kind(text)
        except ValueError:
            accepted = ", ".join(str(member.value) for member in kind)
            raise argparse.ArgumentTypeError(f"'{text}' is not one of {accepted}") from None

    return read


def _rounding(text: str) -> Rounding:
    try:
        return find_rounding(text)
    except Complaint as error:
        raise argparse.ArgumentTypeError(str(error)) from None


def _format(text: str) -> Format:
    try:
        return find_format(text)
    except FormatError as error:
        raise argparse.ArgumentTypeError(str(error)) from None


def _add_csv(parser: argparse.ArgumentParser, rows: str) -> None:
    parser.add_argument("--csv", type=Path, metavar="FILE", help=f"write {rows}; - prints it")


def _one_printer(options: argparse.Namespace, **names: str) -> None:
    """Raises UsageError where more than one of the options, and '--csv -', would print."""
    asked = [bool(getattr(options, name)) for name in names] + [str(options.csv) == "-"]
    if asked.count(True) > 1:
        printers = ", ".join(names.values())
        raise UsageError(f"{printers} and '--csv -' each print; choose one of them")


def _random_bits(text: str) -> int:
    try:
        bits = int(text.replace("_", ""), 0)
    except ValueError:
        bits = -1
    if not 0 <= bits < 1 << Rules().random_width:
        raise argparse.ArgumentTypeError(f"'{text}' is not a number of 32 bits such as 0x80000000")
    return bits


def _size(text: str) -> Size:
    from fpviz.app.pictures.size import SizeError, parse_size

    try:
        return parse_size(text)
    except SizeError as error:
        raise argparse.ArgumentTypeError(str(error)) from None


def _scale(text: str) -> float:
    text = text.strip()
    try:
        scale = float(text)
    except ValueError:
        scale = 0.0
    if not 0.1 <= scale <= 16:
        raise argparse.ArgumentTypeError(f"'{text}' is not a scale from 0.1 to 16")
    return scale


def _add_rules(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--rounding", type=_rounding, help="ties-to-even, RNE, FE_TONEAREST …")
    parser.add_argument("--overflow", type=_choice(Overflow))
    parser.add_argument("--flush", action="store_true", help="flush subnormal results to zero")
    parser.add_argument("--daz", action="store_true", help="take subnormal operands as zeros")
    parser.add_argument(
        "--random-bits",
        type=_random_bits,
        metavar="BITS",
        help="the 32 bits that stochastic rounding uses; drawn anew if not given",
    )


def _rules(options: argparse.Namespace, linked: Rules | None = None) -> Rules:
    """The rules of the options; what they leave open is as in a link, or the default."""
    usual = linked or Rules()
    rounding = options.rounding or usual.rounding
    bits = options.random_bits
    if bits is None:
        drawn = linked is None and rounding is Rounding.STOCHASTIC
        bits = _drawn_bits(usual.random_width) if drawn else usual.random_bits
    return Rules(
        rounding,
        options.overflow or usual.overflow,
        options.flush or usual.flush,
        bits,
        daz=options.daz or usual.daz,
    )


def _drawn_bits(width: int) -> int:
    import secrets

    return secrets.randbits(width)


def _show_parser() -> _Parser:
    parser = _Parser(prog="fpviz show", description="What a value becomes in several formats.")
    parser.add_argument(
        "literals",
        nargs="+",
        metavar="LITERAL",
        help="a value, a code, a link; - reads one a line from standard input",
    )
    parser.add_argument("--format", "-f", dest="formats", action="append", type=_format)
    _add_rules(parser)
    add_kinds(parser)
    parser.add_argument("--json", action="store_true", help="print JSON instead of text")
    parser.add_argument(
        "--as",
        dest="notation",
        metavar="NOTATION",
        help="print each code as rust, numpy, latex … writes it, and nothing else",
    )
    _add_csv(parser, "a row a reading")
    return parser


def _show(options: argparse.Namespace) -> int:
    from fpviz.app.cli.report import snapshots_json
    from fpviz.app.cli.report_tables import readings_table
    from fpviz.app.readings_text import SnapshotWriter

    _one_printer(options, json="--json", notation="--as")
    rules = _rules(options)
    refused: list[int] = []
    found = _snapshots(options, rules, refused)
    if "-" not in options.literals:
        found = iter(tuple(found))  # with a bad one among them, nothing is printed
    if options.csv is not None:
        _write_rows(readings_table(snapshot for _, snapshot in found), options.csv)
    elif options.json:
        _print_json(snapshots_json(list(found)))
    else:
        text = SnapshotWriter(options.notation)
        for _, snapshot in found:
            print(text(snapshot))
    return 1 if refused else 0


def _snapshots(
    options: argparse.Namespace, rules: Rules, refused: list[int]
) -> Iterator[tuple[int | None, Snapshot]]:
    """The snapshot of each literal, behind its line's number if it stands on standard input.

    What is wrong with a line is said, and its number joins ``refused``.
    """
    for word in options.literals:
        if word != "-":
            yield None, derive(_shown(word, options, rules, complain))
            continue
        for line, text in _lines():
            say = partial(_complain_of, line)
            for name in ambiguous_names(text):
                say(str(AMBIGUOUS[name]))
            try:
                snapshot = derive(_shown(text, options, rules, say))
            except Complaint as error:
                refused.append(line)
                say(str(error))
            else:
                yield line, snapshot


def _complain_of(line: int, message: str) -> None:
    complain(f"line {line}: {message}")


def _lines() -> Iterator[tuple[int, str]]:
    """The lines of standard input that are not empty, with their numbers from 1 on."""
    for line, data in enumerate(sys.stdin.buffer, 1):
        text = data.decode("utf-8", "backslashreplace").strip().removeprefix("\ufeff")
        if text:
            yield line, text


def _shown(
    text: str, options: argparse.Namespace, rules: Rules, say: Callable[[str], None]
) -> State:
    """A literal or a link as a state, in the formats and by the rules that the options name."""
    formats = tuple(dict.fromkeys(options.formats or ()))
    if is_link(text):
        state = parse_link(text).state
        formats = formats or state.formats
        return State(state.source, formats, formats[0], _rules(options, state.rules))
    formats = formats or DEFAULT_FORMATS
    return State(read_literal(text, formats, options.prefer, say), formats, formats[0], rules)


def _formats_parser() -> _Parser:
    parser = _Parser(prog="fpviz formats", description="Every fact of the formats, derived.")
    parser.add_argument("--json", action="store_true", help="print JSON instead of text")
    _add_csv(parser, "a row a format")
    return parser


def _formats(options: argparse.Namespace) -> int:
    from fpviz.app.cli.report import formats_json, formats_text
    from fpviz.app.cli.report_tables import formats_table

    _one_printer(options, json="--json")
    if options.csv is not None:
        _write_rows(formats_table(), options.csv)
    elif options.json:
        _print_json(formats_json())
    else:
        print(formats_text())
    return 0


_TRACES = {"add": 2, "subtract": 2, "multiply": 2, "fma": 3, "convert": 1}
"""How many operands each kind of trace takes."""


def _trace_name(text: str) -> str:
    if text not in _TRACES:
        raise argparse.ArgumentTypeError(f"'{text}' is not one of {', '.join(_TRACES)}")
    return text


def _trace_parser() -> _Parser:
    parser = _Parser(
        prog="fpviz trace",
        description="An operation or a conversion, worked out step by step.",
        epilog="Operands are literals, rounded to the format first, or codes such as fp16:0x3c80. "
        "A weight decay w·(1 - lr·wd) is a 'multiply', a step of a moving average "
        "m + (1-β)·(x - m) an 'fma'; for many steps see the end of 'fpviz experiments'.",
    )
    parser.add_argument("operation", type=_trace_name, metavar="|".join(_TRACES))
    parser.add_argument("operands", nargs="+", metavar="OPERAND")
    parser.add_argument("--format", "-f", type=_format, required=True, help="of the result")
    parser.add_argument(
        "--through",
        action="append",
        type=_format,
        default=[],
        metavar="FORMAT",
        help="convert: warn where rounding into this format first gives another code",
    )
    _add_rules(parser)
    add_kinds(parser)
    parser.add_argument("--json", action="store_true", help="print JSON instead of text")
    return parser


def _trace(options: argparse.Namespace) -> int:
    from fpviz.app.cli.trace_report import sheet_json
    from fpviz.core.arithmetic.operations import Operation
    from fpviz.core.trace.prose import sheet_text
    from fpviz.core.trace.whole_sheet import conversion_sheet, operation_sheet

    name, count = options.operation, _TRACES[options.operation]
    if len(options.operands) != count:
        given = len(options.operands)
        raise UsageError(f"{name} takes {count} operand{'s' * (count > 1)}, not {given}")
    sources = [read_literal(text, (options.format,), options.prefer) for text in options.operands]
    rules = _rules(options)
    if name == "convert":
        sheet = conversion_sheet(sources[0], options.format, rules, options.through)
    else:
        sheet = operation_sheet(Operation(name), sources, options.format, rules)
    if options.json:
        _print_json(sheet_json(sheet))
    else:
        print(sheet_text(sheet))
    return 0


def _experiments_parser() -> _Parser:
    parser = _Parser(
        prog="fpviz experiments", description="The experiments with their parameters and defaults."
    )
    parser.add_argument("--json", action="store_true", help="print JSON instead of text")
    return parser


def _experiments(options: argparse.Namespace) -> int:
    from fpviz.app.cli.experiment_report import experiments_json, experiments_text
    from fpviz.experiments import EXPERIMENTS

    if options.json:
        _print_json(experiments_json(EXPERIMENTS))
    else:
        print(experiments_text(EXPERIMENTS))
    return 0


def _assignment(text: str) -> tuple[str, str]:
    name, equals, value = text.partition("=")
    if not (name.strip() and equals):
        raise argparse.ArgumentTypeError(f"'{text}' is not NAME=VALUE, such as steps=1000")
    return name.strip(), value


def _run_parser() -> _Parser:
    parser = _Parser(prog="fpviz run", description="An experiment without a window.")
    parser.add_argument("experiment", metavar="EXPERIMENT", help="see 'fpviz experiments'")
    parser.add_argument(
        "--set",
        dest="settings",
        action="append",
        default=[],
        type=_assignment,
        metavar="NAME=VALUE",
        help="a parameter; the others keep their defaults",
    )
    parser.add_argument("--json", action="store_true", help="print JSON instead of text")
    _add_csv(parser, "a row a step")
    parser.add_argument(
        "--script",
        choices=("numpy", "pytorch", "mindspore"),
        help="print a script that reproduces the run, instead of the run",
    )
    return parser


def _run(options: argparse.Namespace) -> int:
    from fpviz.app.cli.experiment_report import run_json, run_text
    from fpviz.experiments import find_experiment

    _one_printer(options, json="--json", script="--script")
    experiment = find_experiment(options.experiment)
    run = experiment.run(experiment.arguments(dict(options.settings)))
    if options.csv is not None:
        _write_csv(options.csv, run)
    if options.script:
        print(experiment.script(run, options.script), end="")
    elif options.json:
        _print_json(run_json(run))
    elif str(options.csv) != "-":
        print(run_text(run))
    return 0


def _write_csv(path: Path, run: Run) -> None:
    """The table of a run, row by row."""
    from fpviz.app.cli.experiment_report import MAX_ROWS, csv_rows

    if run.domain.steps > MAX_ROWS:
        rows = f"the first {MAX_ROWS} steps of {run.domain.steps} and the last"
        complain(f"the table has {rows}")
    _write_rows(csv_rows(run), path)


def _write_rows(rows: Iterable[Sequence[str]], path: Path) -> None:
    from fpviz.app.cli.csv_rows import write_table

    try:
        write_table(rows, path)
    except OSError as error:
        if str(path) == "-" or isinstance(error, BrokenPipeError):
            raise
        raise UsageError(f"cannot write '{path}': {why(error)}") from None


def _render_parser() -> _Parser:
    parser = _Parser(prog="fpviz render", description="A picture without a screen.")
    parser.add_argument(
        "scene",
        metavar="SCENE",
        help="a .fpviz file, a picture made by fpviz, a link, or a literal",
    )
    add_kinds(parser)
    parser.add_argument("--panel", metavar="P", help="one panel instead of the window")
    parser.add_argument(
        "--size",
        type=_size,
        metavar="W[xH][mm]",
        help="in pixels before scaling, or in millimetres; without H as high as it needs",
    )
    parser.add_argument("--scale", type=_scale, metavar="N", help="pixels of a PNG a pixel")
    parser.add_argument("--theme", choices=("light", "dark", "print"))
    parser.add_argument("--lang", choices=LANGUAGES)
    parser.add_argument(
        "-o", "--output", required=True, type=Path, metavar="FILE", help="- is standard output"
    )
    parser.add_argument(
        "--type",
        choices=("png", "svg", "pdf"),
        help="what FILE is, whatever its name; png where it is standard output",
    )
    return parser


def _render(options: argparse.Namespace) -> int:
    load_qt()
    without_screen()
    from fpviz.app.cli.rendering import Wish, render

    _check_start(options.scene)
    note = render(
        Wish(
            _unambiguous(options.scene, options.prefer),
            options.output,
            options.panel,
            options.size,
            options.scale,
            options.theme,
            options.lang,
            options.type,
        )
    )
    if note:
        complain(note)
    return 0


def _check_start(text: str) -> None:
    """Read a scene, a link or a literal; say what ambiguous names in a file are taken as."""
    from fpviz.app.session.opening import scene_from

    scene, file = scene_from(text)
    if file is not None:
        _say_ambiguous((scene.state.source.text, *scene.setup.values.values()))


def _unambiguous(text: str, prefer: Kind | None) -> str:
    """A text that is opened; a literal as it was read, which is said if it had a choice."""
    from fpviz.app.session.opening import is_scene

    return text if is_scene(text) else read_literal(text, DEFAULT_FORMATS, prefer).text


def _window_parser() -> _Parser:
    parser = _Parser(
        prog="fpviz",
        description=DESCRIPTION,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("start", nargs="?", metavar="LITERAL or SCENE", help="or a link")
    parser.add_argument("--theme", choices=("light", "dark", "system"), help="for this run")
    parser.add_argument("--lang", choices=(*LANGUAGES, "system"), help="for this run")
    add_kinds(parser)
    parser.add_argument("--smoke", action="store_true", help="try the window out and leave")
    parser.add_argument("--version", action="version", version=f"fpviz {__version__}")
    return parser


def _window(options: argparse.Namespace) -> int:

    typed = None
    if options.start is not None:
        _check_start(options.start)  # what is no scene and no value is said before Qt has its say
        typed, options.start = options.start, _unambiguous(options.start, options.prefer)
    load_qt()
    if options.smoke and not has_screen():
        without_screen()
    check_screen()
    if options.smoke:
        from fpviz.app.smoke import smoke

        return smoke()
    from fpviz.app.launch import open_window

    return open_window(
        options.start, options.theme, options.lang, typed if typed != options.start else None
    )


_COMMANDS: dict[str, tuple[Callable[[], _Parser], Callable[[argparse.Namespace], int]]] = {
    "formats": (_formats_parser, _formats),
    "show": (_show_parser, _show),
    "trace": (_trace_parser, _trace),
    "experiments": (_experiments_parser, _experiments),
    "run": (_run_parser, _run),
    "render": (_render_parser, _render),
}


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line; the exit status."""
    set_up()
    if arguments is None:
        _end_in_order()
    try:
        try:
            return _answer(list(sys.argv[1:] if arguments is None else arguments))
        finally:
            sys.stdout.flush()
    except BrokenPipeError:
        give_up(sys.stdout)
        return 0
    except OSError as error:
        if error.filename is not None:  # of a file; what cannot be printed has no name
            raise
        give_up(sys.stdout)
        complain(f"standard output cannot be written: {why(error)}")
        return 2
    except KeyboardInterrupt:
        return 130  # as a shell says of a program that was interrupted


def _end_in_order() -> None:
    """Let a signal to end raise SystemExit, so that no half-written file is left behind."""
    for name in ("SIGTERM", "SIGHUP"):
        number = getattr(signal, name, None)  # Windows has no SIGHUP
        if number is not None and signal.getsignal(number) is signal.SIG_DFL:
            signal.signal(number, lambda number, _: sys.exit(128 + number))


def _answer(words: list[str]) -> int:
    """Do what the words of a command line say; the exit status."""
    named = bool(words) and words[0] in _COMMANDS
    if len(words) > 1 and words[0].isalpha() and not named:
        names = ", ".join(_COMMANDS)
        complain(f"no command {quoted(words[0])}; there are {names}")
        return 2
    _say_ambiguous(words)
    make_parser, run = _COMMANDS[words.pop(0)] if named else (_window_parser, _window)
    try:
        parser = make_parser()
        return run(parser.parse_args(literals_spared(parser, words)))
    except (UsageError, PlatformError, ValueError) as error:
        # every error of fpviz's own about an input is a ValueError with one line
        if not type(error).__module__.startswith("fpviz."):
            raise
        complain(str(error))
        return 2


def _say_ambiguous(texts: Iterable[str]) -> None:
    """Say what names of formats are taken as that mean something else to others."""
    for name in dict.fromkeys(name for text in texts for name in ambiguous_names(text)):
        complain(str(AMBIGUOUS[name]))


def _print_json(data: object) -> None:
    print(json.dumps(data, indent=2, ensure_ascii=not is_unicode(sys.stdout)))
