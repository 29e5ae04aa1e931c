"""The menu of which the entry of the present workspace is ticked."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtGui import QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu

from fpviz.app.window.workspace_tabs import workspace_keys
from fpviz.model.present_workspace import PresentWorkspace
from fpviz.model.workspaces import WORKSPACES
from fpviz.widgets.translated import said


class WorkspaceMenu(QObject):
    """Fills ``menu`` with the workspaces; ``actions`` are its entries by their names."""

    def __init__(self, menu: QMenu, workspace: PresentWorkspace) -> None:
        super().__init__(menu)
        group = QActionGroup(self)
        self.actions = {
            name: group.addAction(f"&{at}  {said(entry.title)}")
            for at, (name, entry) in enumerate(WORKSPACES.items(), 1)
        }
        for at, (name, action) in enumerate(self.actions.items(), 1):
            action.setCheckable(True)
            action.setShortcut(QKeySequence(workspace_keys(at)))
            action.triggered.connect(lambda _=False, name=name: workspace.choose(name))
        menu.addActions(group.actions())
        workspace.changed.connect(self._tick)
        self._tick(workspace.name)

    def _tick(self, name: str) -> None:
        self.actions[name].setChecked(True)
