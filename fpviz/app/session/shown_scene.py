"""What a window shows, as a scene: the state of its session, and the views of its panels."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject, QTimer, Signal

from fpviz.app.late_panels import LatePanels
from fpviz.core.phrase import Phrase
from fpviz.model.document import Views
from fpviz.model.files.scene import Scene
from fpviz.model.runs import Change
from fpviz.model.session import Session
from fpviz.model.views import VIEWS, PanelView
from fpviz.panels import PANELS
from fpviz.panels.panel import Panel

_SAVED = Change.LESSON | Change.ERROR
"""What of the runs a scene tells: where they are looked at, and which setup they are of."""


class ShownScene(QObject):
    """The scene on a window: read, and shown.

    ``panels`` are those of the window; in another language they are others. A view that is said to
    one that is not built yet waits for it.

    Signals:
        changed(): ``scene`` is another one; once for all that one event has changed.
    """

    changed = Signal()

    def __init__(self, session: Session, panels: LatePanels, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._panels = panels
        self._first: dict[str, PanelView] = {}
        self._waiting: dict[str, PanelView] = {}
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self.changed)
        document = session.document
        document.views_wanted.connect(self.restore_views)
        for told in (
            document.changed,
            document.setup_changed,
            document.bench_changed,
            document.views_wanted,
        ):
            told.connect(self._soon.start)
        session.runs.changed.connect(self._follow)

    def add(self, panel: Panel) -> None:
        """Take a panel of the window, new, and show in it what waits for it."""
        panel.restore_view(panel.view())
        self._first.setdefault(panel.ID, panel.view())
        if panel.ID in self._waiting:
            panel.restore_view(self._waiting.pop(panel.ID))
        panel.view_changed.connect(self._soon.start)

    def first_views(self) -> dict[str, PanelView]:
        """What each panel showed when it was new, if it has anything to remember."""
        return {name: self._first[name] for name in self.views()}

    def _follow(self, change: Change) -> None:
        if change & _SAVED:
            self._soon.start()

    def views(self) -> dict[str, PanelView]:
        """What each panel shows beyond the document, if it has anything to remember."""
        known = {name: panel for name, panel in self._panels.items() if name in VIEWS}
        return {name: panel.view() for name, panel in known.items()}

    def restore_views(self, views: Views) -> None:
        """Show what a scene's views say."""
        for panel_id, view in views.items():
            if panel_id in self._panels.built:
                self._panels[panel_id].restore_view(view)
            elif panel_id in self._panels:
                self._waiting[panel_id] = view.over(self._waiting.get(panel_id, view))

    def scene(self) -> Scene:
        """What the window shows; what is refused in it is not shown."""
        scene = self._session.document.scene(self.views())
        return replace(scene, setup=self._session.runs.sound_setup)

    def scene_without_views(self) -> Scene:
        """What the session alone says, should a panel be broken."""
        return self._session.document.scene({})

    def show(self, scene: Scene) -> None:
        """Show a scene, as an undoable change.

        A panel at the side goes on with what it shows, unless the scene itself says otherwise.
        """
        at_side = {panel_id for panel_id, entry in PANELS.items() if entry.place.at_side}
        views = self.views()
        for panel_id in at_side - scene.views.keys():
            del views[panel_id]
        self._session.document.load(scene, views)

    @property
    def old(self) -> Phrase | None:
        """Why something that is shown is older than what was asked for, if anything is."""
        return next((panel.old for panel in self._panels.values() if panel.old), None)
