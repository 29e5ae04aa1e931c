"""What the Guide asks of the window: to be shown, to load a lesson's scene, to show a panel."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal

from fpviz.app.assets import resource
from fpviz.app.session.opening import resource_scenes
from fpviz.model.files.scene import load_scene
from fpviz.panels.guide import GuidePanel
from fpviz.panels.panel import Panel

if TYPE_CHECKING:
    from fpviz.app.window.main_window import MainWindow


def give_pages(panel: Panel, language: str) -> None:
    """Tell the Guide, if ``panel`` is it, where its pages in this language are."""
    if isinstance(panel, GuidePanel):
        panel.read_from(resource("guide"), language)


class Lessons(QObject):
    """Joins the Guide to its files and to the other panels.

    Signals:
        remark(str): something for the status line.
    """

    remark = Signal(str)

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        panel = window.panels[GuidePanel.ID]
        assert isinstance(panel, GuidePanel)
        self._panel = panel
        give_pages(panel, window.language.present)
        panel.scene_wanted.connect(self.load)
        panel.panel_wanted.connect(window.docks.bring_to_front)
        toggle = window.frames[GuidePanel.ID].toggleViewAction()
        toggle.setToolTip(self.tr("Lessons on all that this window shows (F1)"))
        window.value_bar.add_switch(toggle)

    def show_guide(self) -> None:
        """Bring the Guide to the front and give it the keyboard."""
        self._window.docks.bring_to_front(GuidePanel.ID)
        self._panel.text.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.remark.emit("")

    def load(self, name: str) -> None:
        """Load a scene that comes with fpviz; the panels of which it speaks come to the front.

        It is a change like any other, so the file that is open stays open.
        """
        scene = load_scene(resource_scenes()[name])
        for panel_id in scene.views:
            self._window.docks.bring_to_front(panel_id)
        self._window.show_scene(scene)
        self.remark.emit(self.tr("Scene loaded. Undo brings back what you had."))
