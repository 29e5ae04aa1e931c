"""What a number line shows, as tables of text: for a spreadsheet, for Markdown, for a reader."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from fpviz.core.formats.decoding import class_said, decode, is_finite_code, value_of
from fpviz.core.formats.facts import exact_integers
from fpviz.core.formats.order import ulp
from fpviz.core.line.pending_update import pending
from fpviz.core.line.real_text import code_value_text, real_text
from fpviz.core.line.ticks import count, ticks
from fpviz.core.line.zones import rounding_interval, zone_of
from fpviz.core.numbers import Finite
from fpviz.core.text import brief, exact_decimal
from fpviz.widgets.number_line import words
from fpviz.widgets.number_line.picture import Lane, Picture
from fpviz.widgets.translated import said

translate = QCoreApplication.translate

MOST_VALUES = 64
"""So many values of a lane are listed; of more, every so many-th, and the table says so."""


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of texts under their headings."""

    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]

    def tsv(self) -> str:
        """Columns separated by tabs."""
        return "\n".join("\t".join(row) for row in (self.headings, *self.rows))

    def markdown(self) -> str:
        """A table of Markdown."""
        rule = tuple("---" for _ in self.headings)
        return "\n".join(f"| {' | '.join(row)} |" for row in (self.headings, rule, *self.rows))


def tables(picture: Picture) -> tuple[Table, ...]:
    """A row for each lane, a row for each value in view and, where pins are, one for each."""
    lane_columns, value_columns = _lane_columns(), _value_headings()
    lanes = tuple(tuple(text(picture, lane) for _, text in lane_columns) for lane in picture.lanes)
    values = tuple(row for lane in picture.lanes for row in _value_rows(picture, lane))
    found = Table(tuple(name for name, _ in lane_columns), lanes), Table(value_columns, values)
    return (*found, _pins_table(picture)) if picture.pins_in_view else found


def as_tsv(picture: Picture) -> str:
    """The tables, for a spreadsheet."""
    return "\n\n".join(table.tsv() for table in tables(picture)) + "\n"


def as_markdown(picture: Picture) -> str:
    """The tables in Markdown, under the sentence that describes the picture."""
    parts = [words.description(picture), *(table.markdown() for table in tables(picture))]
    return "\n\n".join(parts) + "\n"


def _pins_table(picture: Picture) -> Table:
    headings = (
        translate("NumberLine", "pin"),
        translate("NumberLine", "value"),
        translate("NumberLine", "note"),
    )
    pins = picture.pins_in_view
    return Table(headings, tuple((pin.name, brief(pin.source.number), pin.note) for pin in pins))


def _lane_columns() -> Sequence[tuple[str, Callable[[Picture, Lane], str]]]:
    return (
        (translate("NumberLine", "format"), lambda _, lane: lane.format.name),
        (translate("NumberLine", "values in view"), _count),
        (translate("NumberLine", "code"), lambda _, lane: lane.format.code_text(lane.code)),
        (translate("NumberLine", "value"), lambda _, lane: code_value_text(lane.format, lane.code)),
        (translate("NumberLine", "error"), _error),
        (translate("NumberLine", "ulp"), _ulp),
        (translate("NumberLine", "rounds to it"), _interval),
        (translate("NumberLine", "zone of the source"), _zone),
        (translate("NumberLine", "after the update"), _update),
        (translate("NumberLine", "integers exact to"), _integers),
    )


def _count(picture: Picture, lane: Lane) -> str:
    return str(count(lane.format, picture.view.lo, picture.view.hi))


def _integers(_picture: Picture, lane: Lane) -> str:
    return str(exact_integers(lane.format))


def _error(picture: Picture, lane: Lane) -> str:
    if not isinstance(picture.number, Finite) or not is_finite_code(lane.format, lane.code):
        return "–"
    return exact_decimal(value_of(lane.format, lane.code) - picture.number.value)


def _ulp(_picture: Picture, lane: Lane) -> str:
    spacing = ulp(lane.format, lane.code)
    return "–" if spacing is None else real_text(spacing)


def _interval(picture: Picture, lane: Lane) -> str:
    interval = rounding_interval(lane.format, lane.code, picture.rules)
    return "–" if interval is None else interval.condition()


def _zone(picture: Picture, lane: Lane) -> str:
    if lane.zeroed:
        return translate("NumberLine", "none: DAZ takes the source as a zero")
    zone = zone_of(lane.format, picture.number, picture.rules)
    return "–" if zone is None else words.zone_sentence(lane.format, zone, picture.rules)


def _update(picture: Picture, lane: Lane) -> str:
    if picture.update is None:
        return "–"
    addition = pending(lane.format, lane.code, picture.update, picture.rules)
    return "–" if addition is None else words.pending_texts(addition, picture.rules)[0]


def _value_headings() -> tuple[str, ...]:
    return (
        translate("NumberLine", "format"),
        translate("NumberLine", "code"),
        translate("NumberLine", "value"),
        translate("NumberLine", "class"),
    )


def _value_rows(picture: Picture, lane: Lane) -> list[tuple[str, ...]]:
    fmt, view = lane.format, picture.view
    found = ticks(fmt, view.lo, view.hi, MOST_VALUES)
    rows: list[tuple[str, ...]] = [
        (
            fmt.name,
            fmt.code_text(t.code),
            real_text(t.value),
            said(class_said(decode(fmt, t.code))),
        )
        for t in found.ticks
    ]
    if found.every > 1:
        listed = translate("NumberLine", "{shown} of {count} values listed")
        rows.append((fmt.name, "…", listed.format(shown=len(rows), count=found.count), ""))
    return rows
