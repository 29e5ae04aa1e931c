"""Workspaces: what the window can be arranged for, each a list of panels with their places.

A new one is one entry of ``WORKSPACES``. Panels are shared: one that stands in several is there
once, and shows the same in each.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from fpviz.core.phrase import Phrase, phrase

VALUE, BENCH, TENSORS = "value", "bench", "tensors"
"""The names of workspaces, in scenes and in settings; the first one is that of old scenes."""


@dataclass(frozen=True, slots=True)
class FirstPlace:
    """Where a panel stands at first: those of one row and column are tabs, the first in front.

    ``share`` is how much of its column's height it gets, against the others; of one without a share
    all is seen, as far as it says how tall that is, and there is room. One ``across`` is as
    wide as the first column and all others. One at the side accompanies the others: it stands
    beside all of them, as tall as the window, is hidden until it is asked for, by a switch beside
    the value, and goes on with what it shows when a scene does not speak of it. The widest panel
    of a row is the first, or the one that is ``wide``.
    """

    row: int
    column: int
    share: int = 1
    across: bool = False
    at_side: bool = False
    wide: bool = False


Places = Mapping[str, FirstPlace]
"""Where each of some panels stands at first, by their ids."""


@dataclass(frozen=True, slots=True)
class Workspace:
    """What its tab says and what it is for; its panels by their ids, in the order of the keys that
    go to them, with their places."""

    title: Phrase
    tip: Phrase
    places: Places


WORKSPACES = {
    VALUE: Workspace(
        phrase("Value"),
        phrase("One value in every format, and what becomes of it"),
        {
            "bits": FirstPlace(0, 0, share=0, across=True),
            "number-line": FirstPlace(1, 0),
            "decoded": FirstPlace(1, 1, share=3),
            "updates": FirstPlace(2, 0),
            "steps": FirstPlace(2, 0),
            "formats": FirstPlace(2, 0),
            "why": FirstPlace(2, 1, share=2),
            "guide": FirstPlace(0, 2, at_side=True),
            "expression": FirstPlace(2, 0),
            "vectors": FirstPlace(2, 0),
            "pins": FirstPlace(2, 0),
        },
    ),
    BENCH: Workspace(
        phrase("Bench"),
        phrase("Many values: a dump in every order, what is kept of it, and what differs"),
        {
            "bench": FirstPlace(0, 0, share=9),
            "compare": FirstPlace(0, 1, share=5),
            "decoded": FirstPlace(1, 1, share=4),
            "chart": FirstPlace(2, 0, share=4, across=True),
            "bits": FirstPlace(2, 0),
            "pins": FirstPlace(2, 0),
            "number-line": FirstPlace(2, 0),
            "formats": FirstPlace(2, 0),
            "guide": FirstPlace(0, 2, at_side=True),
        },
    ),
    TENSORS: Workspace(
        phrase("Tensors"),
        phrase("Whole tensors: what each format loses of them, at which scale"),
        {
            "tensors": FirstPlace(0, 0, share=4),
            "swallowed": FirstPlace(1, 0, share=3),
            "decoded": FirstPlace(1, 0),
            "census": FirstPlace(0, 1, wide=True),
            "bits": FirstPlace(2, 0, share=3, across=True),
            "number-line": FirstPlace(2, 0),
            "pins": FirstPlace(2, 0),
            "formats": FirstPlace(2, 0),
            "guide": FirstPlace(0, 2, at_side=True),
        },
    ),
}
"""Each workspace, under its name, in the order of the tabs."""

PLACED = frozenset(panel for workspace in WORKSPACES.values() for panel in workspace.places)
"""The panels that any workspace has."""

COMPANIONS = frozenset(
    panel
    for workspace in WORKSPACES.values()
    for panel, place in workspace.places.items()
    if place.at_side
)
"""The panels at the side of any workspace."""


def workspace_with(panels: Sequence[str], present: str) -> str:
    """The name of the workspace that has most of these panels: the present one, if any is alike."""
    names = (present, *WORKSPACES)
    return max(names, key=lambda name: len(WORKSPACES[name].places.keys() & {*panels}))


def seen_at_first(places: Places) -> list[str]:
    """The panels that are seen at first: none at the side, of tabs the first."""
    return [tabs[0] for tabs in _tabs(places) if not places[tabs[0]].at_side]


def called_for(places: Places, panels: Collection[str]) -> list[str]:
    """Of each place's tabs the first one among some panels, if any is."""
    wanted = ([panel for panel in tabs if panel in panels] for tabs in _tabs(places))
    return [tabs[0] for tabs in wanted if tabs]


def _tabs(places: Places) -> list[list[str]]:
    """The panels of each place."""
    found: dict[tuple[int, int], list[str]] = {}
    for panel, place in places.items():
        found.setdefault((place.row, place.column), []).append(panel)
    return list(found.values())
