"""The panels of a window, each built when it is first asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from fpviz.panels import PANELS
from fpviz.panels.panel import Panel


class LatePanels(Mapping[str, Panel]):
    """Every panel of a window, under its id; to ask for one is to have it built.

    ``build`` builds the panel of an id and puts it among ``built``, those that are there. What one
    that is not there need not hear is said to these alone.
    """

    def __init__(self, build: Callable[[str], None]) -> None:
        self.built: dict[str, Panel] = {}
        self._build = build

    def __getitem__(self, panel_id: str) -> Panel:
        if panel_id not in self.built:
            if panel_id not in PANELS:
                raise KeyError(panel_id)
            self._build(panel_id)
        return self.built[panel_id]

    def __contains__(self, panel_id: object) -> bool:
        return panel_id in PANELS

    def __iter__(self) -> Iterator[str]:
        return iter(PANELS)

    def __len__(self) -> int:
        return len(PANELS)
