"""The panels of a window in their frames: which are there, and when they are built."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from fpviz.app.late_panels import LatePanels
from fpviz.app.window.docks import Docks
from fpviz.app.window.later import Later
from fpviz.model.session import Session
from fpviz.model.workspaces import seen_at_first
from fpviz.panels.panel import Panel
from fpviz.widgets.frame.panel_frame import PanelFrame


class Framing:
    """Gives frames to the panels of the present workspace, and panels to the frames when somebody
    sees them, or ``later``.

    ``new_frame`` and ``new_panel`` make those of a panel's id; the panel is among the built ones by
    then.
    """

    def __init__(
        self,
        session: Session,
        docks: Docks,
        later: Later,
        new_frame: Callable[[str], PanelFrame],
        new_panel: Callable[[str], Panel],
    ) -> None:
        self._session = session
        self._docks = docks
        self._later = later
        self._new_frame = new_frame
        self._new_panel = new_panel
        self.panels = LatePanels(self._build)

    def build_first(self) -> None:
        """Build the frames, and what is seen at first of the panels in them."""
        self.build_frames()
        for panel_id in seen_at_first(self._session.workspace.places):
            self._later.add(self._build_first_part(panel_id).build_late)
        self.build_rest_later()

    def build_frames(self) -> None:
        """Build the frames that the workspace lacks."""
        for panel_id in self._session.workspace.places:
            self._frame(panel_id)

    def build_rest_later(self) -> None:
        """Build what the workspace has, but nobody sees yet, one panel after the other."""
        for panel_id in self._session.workspace.places:
            self._later.add(partial(self.panels.__getitem__, panel_id))

    def here(self) -> dict[str, Panel]:
        """The panels of the workspace."""
        return {panel_id: self.panels[panel_id] for panel_id in self._session.workspace.places}

    def see_what_came(self) -> None:
        """Build and renew what has come into view while nothing was painted."""
        for panel_id in self._session.workspace.places:
            frame = self._docks.frames[panel_id]
            self._came_into_view(panel_id, not frame.visibleRegion().isEmpty())

    def _came_into_view(self, panel_id: str, visible: bool) -> None:
        if visible and self._docks.frames[panel_id].updatesEnabled():
            self.panels[panel_id].catch_up()

    def _frame(self, panel_id: str) -> PanelFrame:
        """The frame of a panel, built where there is none."""
        if panel_id not in self._docks.frames:
            frame = self._new_frame(panel_id)
            frame.visibilityChanged.connect(partial(self._came_into_view, panel_id))
            self._docks.add(frame)
        return self._docks.frames[panel_id]

    def _build(self, panel_id: str) -> None:
        """All of a panel at one go."""
        self._build_first_part(panel_id).build_late()

    def _build_first_part(self, panel_id: str) -> Panel:
        """A panel without what it builds late."""
        frame = self._frame(panel_id)
        panel = self._new_panel(panel_id)
        frame.put_elsewhere.connect(panel.catch_up)
        frame.hold(panel, panel.tools)
        return panel
