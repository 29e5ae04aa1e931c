"""What the panels remember in a scene: the keys of each view, and what may stand under them.

This is the one place that knows all of them. A panel is handed only what was read here, so it need
not look at it again; what a panel writes has to stand here, or its own scenes would be refused.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from math import isfinite, log10
from typing import Any

from fpviz.core.arithmetic.operations import OPERANDS
from fpviz.core.formats import Format, find_format
from fpviz.core.line.axis import AXES
from fpviz.core.line.view import parse_view
from fpviz.core.literals import parse_literal
from fpviz.core.phrase import Complaint, Phrase, phrase, quoted
from fpviz.experiments.engine.run import Outline

View = Mapping[str, Any]
"""What one panel remembers: texts, numbers, true or false, by their keys."""


@dataclass(frozen=True, slots=True)
class Basis:
    """What a view is read against: itself, the scene's active format, and its run's outline."""

    view: View
    active: Format
    run: Outline

    @property
    def format(self) -> Format:
        """The format of codes that name none: one that the view chooses, else the active one."""
        name = self.view.get("format")
        try:
            return find_format(name) if isinstance(name, str) and name else self.active
        except Complaint:
            return self.active


Reader = Callable[[Any, Basis], Phrase | None]
"""Says what is wrong with a value, if anything is."""

AROUND = "around"
"""The window of a number line that is around the value, whatever it is."""

_LONGEST_STEP = 17
MOST_SHEET_STEPS = 100
"""More than any sheet has."""


def misread(panel: str, view: View, active: Format, run: Outline) -> Iterator[tuple[str, Phrase]]:
    """The keys of a view under which something wrong stands, and what it is.

    A key that is not known is wrong, too: it may be a later version's, which would show more.
    """
    readers = VIEWS.get(panel)
    if readers is None:
        for key in view or [""]:
            yield key, unknown(panel, phrase("the views"))
        return
    basis = Basis(view, active, run)
    for key, value in view.items():
        if key not in readers:
            yield key, unknown(key, phrase("the view of {panel}", panel=panel))
        elif (wrong := readers[key](value, basis)) is not None:
            yield key, phrase("{key} of {panel}: {wrong}", key=key, panel=panel, wrong=wrong)


def unknown(key: str, what: Phrase) -> Phrase:
    """That a part of a scene holds a key which nobody here knows."""
    return phrase(
        "{key} in {what} is unknown to this fpviz; a later one may have written it",
        what=what,
        key=quoted(key),
    )


# -- what may stand under a key ------------------------------------------------------------------


def _among(*names: str) -> Reader:
    def read(value: Any, _basis: Basis) -> Phrase | None:  # noqa: ANN401 - JSON is untyped
        if value in names and isinstance(value, str):
            return None
        return phrase("{text} is not one of {names}", text=_shown(value), names=", ".join(names))

    return read


def _such(check: Callable[[Any], bool], what: Phrase) -> Reader:
    def read(value: Any, _basis: Basis) -> Phrase | None:  # noqa: ANN401 - as above
        return None if check(value) else phrase("{text} is {what}", text=_shown(value), what=what)

    return read


def _read_by(*parsers: Callable[[str], object]) -> Reader:
    """A text that is empty or that every parser reads."""

    def read(value: Any, _basis: Basis) -> Phrase | None:  # noqa: ANN401 - as above
        if not isinstance(value, str):
            return phrase("{text} is no text", text=_shown(value))
        try:
            for parse in parsers if value.strip() else ():
                parse(value)
        except Complaint as error:
            return error.phrase
        except ValueError as error:
            return phrase("{reason}", reason=str(error))
        return None

    return read


def _operands(value: Any, basis: Basis) -> Phrase | None:  # noqa: ANN401 - as above
    if not isinstance(value, str) or value.count("\n") != 2:
        return phrase("{text} is not three lines, one for each operand", text=_shown(value))
    for name, text in zip("abc", value.split("\n"), strict=True):
        try:
            if text.strip():
                parse_literal(text, active=basis.format)
        except Complaint as error:
            return phrase("{operand}: {reason}", operand=name, reason=error.phrase)
    return None


def _window(value: Any, basis: Basis) -> Phrase | None:  # noqa: ANN401 - as above
    return None if value == AROUND else _read_by(parse_view)(value or "-", basis)


# -- what may stand under a key of the updates, by what their run has ------------------------------


def _hidden(value: Any, basis: Basis) -> Phrase | None:  # noqa: ANN401 - as above
    if wrong := _TEXT(value, basis):
        return wrong
    return next(filter(None, (_curve(name, basis) for name in value.split())), None)


def _curve(value: Any, basis: Basis) -> Phrase | None:  # noqa: ANN401 - as above
    if wrong := _TEXT(value, basis):
        return wrong
    curves = basis.run.curves
    if value in ("", *curves):
        return None
    return phrase(
        "the run has no curve {name}; there are {names}",
        name=quoted(value),
        names=", ".join(curves),
    )


def _step(value: Any, basis: Basis) -> Phrase | None:  # noqa: ANN401 - as above
    wrong, last = _STEP(value, basis), basis.run.domain.steps
    if wrong or int(value) <= last:
        return wrong
    return phrase("{text} is beyond the last step, {last}", text=quoted(value), last=str(last))


def _measure(value: Any, basis: Basis) -> Phrase | None:  # noqa: ANN401 - as above
    wrong = _among("value", "error", "ulps")(value, basis)
    if wrong or value == "value" or basis.run.measured:
        return wrong
    return phrase("{text} is measured from an exact sum, and the run has none", text=quoted(value))


def _part(value: Any, basis: Basis) -> Phrase | None:  # noqa: ANN401 - as above
    if (wrong := _PART(value, basis)) or not value:
        return wrong
    last = basis.run.domain.steps
    right = log10(last + 1) if basis.view.get("log_steps") is True else last
    if value[0] < right and value[1] > 0:
        return None
    return phrase(
        "{text} shows none of the steps from 0 to {last}", text=str(value), last=str(last)
    )


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and isfinite(value)


def _is_whole(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)


def _are_ranges(value: object, count: int) -> bool:
    """Whether a list holds so many ranges, each from a lower to a higher end."""
    if not (isinstance(value, list) and len(value) == 2 * count and all(map(_is_number, value))):
        return False
    return all(low < high for low, high in zip(value[::2], value[1::2], strict=True))


def _is_step(value: object) -> bool:
    digits = isinstance(value, str) and value.isascii() and value.isdecimal()
    return digits and isinstance(value, str) and len(value) <= _LONGEST_STEP


def _shown(value: object) -> str:
    return quoted(value) if isinstance(value, str) else str(value)


_FLAG = _such(lambda value: isinstance(value, bool), phrase("neither true nor false"))
_STEP = _such(_is_step, phrase("no step"))
_TEXT = _such(lambda value: isinstance(value, str), phrase("no text"))
_PART = _such(
    lambda value: value == [] or _are_ranges(value, 2), phrase("no list of left, right, low, high")
)

VIEWS: Mapping[str, Mapping[str, Reader]] = {
    "bits": {"arrangement": _among("aligned", "packed")},
    "number-line": {
        "window": _window,
        "axis": _among(*AXES),
        "shows": _among("line", "spacing", "both"),
        "spacing": _such(
            lambda value: _are_ranges(value, 1), phrase("no list of a lower and a higher end")
        ),
        "update": _read_by(parse_literal),
        "overlay": _FLAG,
    },
    "decoded": {},
    "updates": {
        "shows": _measure,
        "stage": _among("plot", "table", "results"),
        "log_steps": _FLAG,
        "log_values": _FLAG,
        "hidden": _hidden,
        "step": _step,
        "curve": _curve,
        "window": _part,
    },
    "steps": {
        "operation": _among(*OPERANDS),
        "format": _read_by(find_format),
        "operands": _operands,
        "current": _such(
            lambda value: _is_whole(value) and -1 <= value < MOST_SHEET_STEPS,
            phrase("no step of a sheet"),
        ),
    },
    "why": {},
    "formats": {"from": _read_by(parse_literal), "below": _read_by(parse_literal)},
    "guide": {
        "page": _TEXT,
        "scrolled": _such(
            lambda value: _is_number(value) and 0 <= value <= 1, phrase("no part from 0 to 1")
        ),
        "zoom": _such(_is_whole, phrase("no whole number")),
    },
}
"""The keys of each panel's view, by the panel's id."""
