"""What the panels remember in a scene: a view for each, and how it stands in the file.

This is the one place that knows all of them, and the only one that knows how they are written. A
panel is handed only what was read here, so it need not look at it again; what a panel writes has to
stand here, or its own scenes would be refused.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, field, fields, replace
from typing import Any, NamedTuple, Self

from fpviz.core.arithmetic.operations import OPERANDS
from fpviz.core.formats import find_format
from fpviz.core.line.axis import AXES
from fpviz.core.literals import parse_literal
from fpviz.core.phrase import Phrase, phrase, quoted
from fpviz.core.reading import State
from fpviz.experiments.engine.run import Outline
from fpviz.model import view_values as values
from fpviz.model.view_values import ELEMENT_FILTER, Basis, Judge, among, read_by
from fpviz.model.workspaces import PLACED


def _same(value: Any) -> Any:  # noqa: ANN401 - JSON is untyped
    return value


class Key(NamedTuple):
    """Where a field of a view stands in the file, and how.

    ``read`` is given only what ``wrong`` finds nothing wrong with. ``name`` is that of the field
    where it is empty.
    """

    wrong: Judge
    read: Callable[[Any], Any] = _same
    write: Callable[[Any], Any] = _same
    name: str = ""


def _at(
    wrong: Judge,
    read: Callable[[Any], Any] = _same,
    write: Callable[[Any], Any] = _same,
    name: str = "",
) -> Any:  # noqa: ANN401 - a field of any type
    """A field of a view; ``None`` where nothing is said of it."""
    return field(default=None, metadata={"key": Key(wrong, read, write, name)})


@dataclass(frozen=True, slots=True)
class PanelView:
    """What a panel shows beyond the document. A field that is ``None`` is not said."""

    def over(self, other: Self) -> Self:
        """This view, and what it does not say as another one has it."""
        return replace(other, **self._said())

    def written(self) -> dict[str, Any]:
        """What is said, as it stands in the file."""
        said = self._said()
        return {
            name: key.write(said[field_name])
            for name, (field_name, key) in self.keys().items()
            if field_name in said
        }

    def _said(self) -> dict[str, Any]:
        return {name: value for name, value in asdict(self).items() if value is not None}

    @classmethod
    def keys(cls) -> dict[str, tuple[str, Key]]:
        """For each key in the file the name of the field, and how it is written."""
        keys: dict[str, Key] = {each.name: each.metadata["key"] for each in fields(cls)}
        return {key.name or name: (name, key) for name, key in keys.items()}


@dataclass(frozen=True, slots=True)
class ViewOfBits(PanelView):
    """How the bits are arranged."""

    arrangement: str | None = _at(among("aligned", "packed"))


@dataclass(frozen=True, slots=True)
class ViewOfNumberLine(PanelView):
    """``window`` is what ``parse_view`` reads, or ``AROUND``; ``spacing`` are exponents of two."""

    window: str | None = _at(values.window)
    axis: str | None = _at(among(*AXES))
    shows: str | None = _at(among("line", "spacing", "both"))
    spacing: tuple[float, float] | None = _at(values.RANGE, tuple, list)
    update: str | None = _at(read_by(parse_literal))
    overlay: bool | None = _at(values.FLAG)
    pins: bool | None = _at(values.FLAG)


@dataclass(frozen=True, slots=True)
class ViewOfUpdates(PanelView):
    """``hidden`` are names of curves; ``window`` is left, right, low, high, or empty for all."""

    shows: str | None = _at(values.measure)
    stage: str | None = _at(among("plot", "table", "results"))
    log_steps: bool | None = _at(values.FLAG)
    log_values: bool | None = _at(values.FLAG)
    hidden: frozenset[str] | None = _at(
        values.hidden, lambda text: frozenset(text.split()), lambda names: " ".join(sorted(names))
    )
    step: int | None = _at(values.step, int, str)
    curve: str | None = _at(values.curve)
    window: tuple[float, float, float, float] | tuple[()] | None = _at(values.part, tuple, list)


@dataclass(frozen=True, slots=True)
class ViewOfSteps(PanelView):
    """``format`` is the name of the result's, empty for the active one; ``shows`` is the sheet or
    the table of all rules."""

    operation: str | None = _at(among(*OPERANDS))
    format: str | None = _at(read_by(find_format))
    operands: tuple[str, ...] | None = _at(
        values.operands, lambda text: tuple(text.split("\n")), "\n".join
    )
    current: int | None = _at(values.sheet_step)
    shows: str | None = _at(among("sheet", "rules"))

    def for_state(self, state: State) -> Self:
        """This view, which says all, without a line of working that the sheet of a state lacks."""
        assert self.operation is not None
        assert self.operands is not None
        if self.current is None or self.current < 0:
            return self
        fmt = find_format(self.format) if self.format else state.active
        sheet = values.sheet_of(self.operation, self.operands, fmt, state)
        return self if self.current < len(sheet.steps) else replace(self, current=-1)


@dataclass(frozen=True, slots=True)
class ViewOfExpression(PanelView):
    """An expression, what its variables are set to, the way of evaluating it that is followed, and
    the place of the operation that is looked at, -1 for none; of a sweep the variable, and the
    ends as typed, empty for those of the format."""

    expression: str | None = _at(values.expression)
    settings: tuple[tuple[str, str], ...] | None = _at(
        values.settings, lambda named: tuple(named.items()), dict, "set"
    )
    way: str | None = _at(among(values.MACHINE, values.CONTRACTED))
    line: int | None = _at(values.operation_line)
    stage: str | None = _at(among(values.OPERATIONS, values.SWEEP))
    variable: str | None = _at(values.TEXT)
    start: str | None = _at(read_by(parse_literal), name="from")
    stop: str | None = _at(read_by(parse_literal), name="to")


@dataclass(frozen=True, slots=True)
class ViewOfFormats(PanelView):
    """The ends between which values are counted, as typed, what formats are searched for, and the
    names of two that are compared, empty for none."""

    start: str | None = _at(read_by(parse_literal), name="from")
    below: str | None = _at(read_by(parse_literal))
    search: str | None = _at(values.TEXT)
    compare: tuple[str, ...] | None = _at(
        values.two_formats, lambda text: tuple(text.split()), " ".join
    )


@dataclass(frozen=True, slots=True)
class ViewOfCompare(PanelView):
    """Two values as texts, the empty one the source, and the name of the format in which they are
    compared, empty for the active one; two dumps by the paths of their files, an empty one that of
    the bench, or none, and what may lie between them."""

    a: str | None = _at(values.operand)
    b: str | None = _at(values.operand)
    format: str | None = _at(read_by(find_format))
    shows: str | None = _at(among(values.VALUES, values.DUMPS))
    expected: str | None = _at(values.TEXT)
    actual: str | None = _at(values.TEXT)
    tolerance: str | None = _at(values.tolerance)


@dataclass(frozen=True, slots=True)
class ViewOfBench(PanelView):
    """How values are written, the name of the format whose errors are shown, empty for none, and
    the key of the filter with what it was told, empty for all elements."""

    values: str | None = _at(among("exact", "shortest"))
    errors: str | None = _at(read_by(find_format))
    filter: str | None = _at(ELEMENT_FILTER)


@dataclass(frozen=True, slots=True)
class ViewOfChart(PanelView):
    """What is drawn of elements, what their axis says, and the part in view: left, right, low,
    high, or empty for all."""

    shows: str | None = _at(among("value", "exponent", "error"))
    axis: str | None = _at(among("index", "address"))
    window: tuple[float, float, float, float] | tuple[()] | None = _at(values.PART, tuple, list)


@dataclass(frozen=True, slots=True)
class ViewOfTensors(PanelView):
    """The files that are open, by their paths and fingerprints; what tensors are searched for, and
    by which column they are sorted, the one of the file where that is empty."""

    files: tuple[tuple[str, str], ...] | None = _at(
        values.files,
        lambda listed: tuple((each["path"], each["fingerprint"]) for each in listed),
        lambda names: [{"path": path, "fingerprint": mark} for path, mark in names],
    )
    search: str | None = _at(values.TEXT)
    sort: str | None = _at(among("", *values.TENSOR_COLUMNS))


@dataclass(frozen=True, slots=True)
class ViewOfCensus(PanelView):
    """The tensor that is looked at, by its name and the place of its file, and the exponent of the
    power of two that its elements are multiplied by."""

    tensor: str | None = _at(values.TEXT)
    file: int | None = _at(values.PLACE)
    scale: int | None = _at(values.SCALE)


@dataclass(frozen=True, slots=True)
class ViewOfSwallowed(PanelView):
    """The learning rate as typed; empty for the one that the file says."""

    rate: str | None = _at(values.rate)


@dataclass(frozen=True, slots=True)
class ViewOfGuide(PanelView):
    """The page by its name, and how far it is scrolled, from 0 to 1; nothing shows ``zoom``."""

    page: str | None = _at(values.page)
    scrolled: float | None = _at(values.SHARE)
    zoom: int | None = _at(values.WHOLE)


_KINDS: Mapping[str, type[PanelView]] = {
    "bits": ViewOfBits,
    "number-line": ViewOfNumberLine,
    "decoded": PanelView,
    "updates": ViewOfUpdates,
    "steps": ViewOfSteps,
    "why": PanelView,
    "expression": ViewOfExpression,
    "formats": ViewOfFormats,
    "vectors": PanelView,
    "pins": PanelView,
    "compare": ViewOfCompare,
    "bench": ViewOfBench,
    "chart": ViewOfChart,
    "tensors": ViewOfTensors,
    "census": ViewOfCensus,
    "swallowed": ViewOfSwallowed,
    "guide": ViewOfGuide,
}

VIEWS: Mapping[str, type[PanelView]] = {
    **_KINDS,
    **dict.fromkeys(sorted(PLACED - _KINDS.keys()), PanelView),
}
"""The kind of each panel's view, by the panel's id, in the order of the file: a panel that is not
in the table keeps nothing, and can be spoken of all the same."""


def read_view(
    panel: str, view: Mapping[str, Any], state: State, run: Outline
) -> tuple[PanelView | None, list[Phrase]]:
    """What a view in a file says, without what is wrong in it, and why that is wrong.

    A key that is not known is wrong, too: it may be a later version's, which would show more. Of a
    panel that is not known there is no view.
    """
    kind = VIEWS.get(panel)
    if kind is None:
        return None, [unknown(panel, phrase("the views")) for _ in view or [""]]
    keys, basis = kind.keys(), Basis(view, state, run)
    said, wrongs = {}, []
    for name, value in view.items():
        if name not in keys:
            wrongs.append(unknown(name, phrase("the view of {panel}", panel=panel)))
            continue
        field_name, key = keys[name]
        if (wrong := key.wrong(value, basis)) is None:
            said[field_name] = key.read(value)
        else:
            wrongs.append(phrase("{key} of {panel}: {wrong}", key=name, panel=panel, wrong=wrong))
    return replace(kind(), **said), wrongs


def unknown(key: str, what: Phrase) -> Phrase:
    """That a part of a scene holds a key which nobody here knows."""
    return phrase(
        "{key} in {what} is unknown to this fpviz; a later one may have written it",
        what=what,
        key=quoted(key),
    )
