"""What the Guide asks of the window: to be shown, and to load a lesson's scene."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject, Signal

from fpviz.app.session.opening import resource_scenes
from fpviz.model.files.scene import Scene, load_scene
from fpviz.panels import GUIDE
from fpviz.panels.panel import Panel


class GuideRequests(QObject):
    """Joins the Guide to its scenes and to the other panels.

    Signals:
        remark(str): something for the status line.
    """

    remark = Signal(str)

    def __init__(
        self,
        panels: Mapping[str, Panel],
        show_scene: Callable[[Scene], None],
        bring_to_front: Callable[..., None],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._panels = panels
        self._show_scene = show_scene
        self._bring_to_front = bring_to_front

    def show_guide(self) -> None:
        """Bring the Guide to the front and give it the keyboard."""
        self._bring_to_front(GUIDE)
        self._panels[GUIDE].take_keyboard()
        self.remark.emit("")

    def load(self, name: str) -> None:
        """Load a scene that comes with fpviz; the panels of which it speaks come to the front.

        It is a change like any other, so the file that is open stays open.
        """
        scene = load_scene(resource_scenes()[name])
        self._show_scene(scene)
        self._bring_to_front(*scene.views, *scene.front)
        self.remark.emit(self.tr("Scene loaded. Undo brings back what you had."))
