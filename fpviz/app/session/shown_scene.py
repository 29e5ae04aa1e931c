"""What a window shows, as a scene: the state of its session, and the views of its panels."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, QTimer, Signal

from fpviz.app.late_panels import LatePanels
from fpviz.core.phrase import Phrase
from fpviz.model.document import Views
from fpviz.model.files.scene import Scene
from fpviz.model.runs import Change
from fpviz.model.session import Session
from fpviz.model.views import VIEWS, PanelView
from fpviz.model.workspaces import COMPANIONS, VALUE
from fpviz.panels.panel import Panel

_SAVED = Change.LESSON | Change.ERROR
"""What of the runs a scene tells: where they are looked at, and which setup they are of."""


class ShownScene(QObject):
    """The scene on a window: read, and shown.

    ``panels`` are those of the window; in another language they are others. A view that is said to
    one that is not built yet waits for it. ``front`` says which are in front that are not so at
    first.

    Signals:
        changed(): ``scene`` is another one, not by way of the window's layout; once for all that
            one event has changed.
        front_wanted(names, spoken_of): a scene was loaded that wants these panels in front, and
            speaks of those.
    """

    changed = Signal()
    front_wanted = Signal(object, object)

    def __init__(
        self,
        session: Session,
        panels: LatePanels,
        front: Callable[[], tuple[str, ...]],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._panels = panels
        self._front = front
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
        session.workspace.changed.connect(self._soon.start)

    def add(self, panel: Panel) -> None:
        """Take a panel of the window, new, and show in it what waits for it."""
        panel.restore_view(panel.view())
        self._first.setdefault(panel.ID, panel.view())
        if panel.ID in self._waiting:
            panel.restore_view(self._waiting.pop(panel.ID))
        panel.view_changed.connect(self._soon.start)

    def first_views(self) -> dict[str, PanelView]:
        """What each panel showed when it was new, if it has anything to remember."""
        known = [name for name in self.views() if self._panels[name]]  # each is built
        return {name: self._first[name] for name in known}

    def _follow(self, change: Change) -> None:
        if change & _SAVED:
            self._soon.start()

    def views(self) -> dict[str, PanelView]:
        """What each panel shows beyond the document, if it has anything to remember.

        One that nobody has seen, since its workspace was never shown, has only what waits for it.
        """
        there = {*self._session.workspace.places, *self._panels.built}
        views = {name: self._panels[name].view() for name in there if name in VIEWS}
        known = self._waiting | views
        return {name: known[name] for name in VIEWS if name in known}

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
        setup, front = self._session.runs.sound_setup, self._front()
        return replace(scene, setup=setup, workspace=self._workspace(), front=front)

    def scene_without_views(self) -> Scene:
        """What the session alone says, should a panel be broken."""
        return replace(self._session.document.scene({}), workspace=self._workspace())

    def _workspace(self) -> str:
        """The workspace as a scene says it: of the first one nothing."""
        name = self._session.workspace.name
        return "" if name == VALUE else name

    def show(self, scene: Scene) -> None:
        """Show a scene, as an undoable change, in its workspace, if it says which.

        A panel at the side goes on with what it shows, unless the scene itself says otherwise.
        """
        for name in scene.views:
            self._panels[name]  # what it shows now is what undo brings back
        views = self.views()
        for panel_id in COMPANIONS - scene.views.keys():
            views.pop(panel_id, None)
        self._session.document.load(scene, views)
        self._session.workspace.choose(scene.workspace or self._session.workspace.name)
        self.front_wanted.emit(scene.front, scene.views.keys())

    @property
    def old(self) -> Phrase | None:
        """Why something that is shown is older than what was asked for, if anything is."""
        return next((panel.old for panel in self._panels.built.values() if panel.old), None)
