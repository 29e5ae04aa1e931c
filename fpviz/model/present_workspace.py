"""Which workspace a window shows: a matter of the view, which no undo changes."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal

from fpviz.model.workspaces import VALUE, WORKSPACES, Places, workspace_with


class PresentWorkspace(QObject):
    """The workspace that is shown, by its name.

    Signals:
        changed(str): another one is wanted, and from now on the present one.
    """

    changed = Signal(str)

    def __init__(self, name: str = VALUE) -> None:
        super().__init__()
        self.name = name

    @property
    def places(self) -> Places:
        """Its panels, with their places."""
        return WORKSPACES[self.name].places

    def choose(self, name: str) -> None:
        """Show the workspace of this name."""
        if name != self.name:
            self.name = name
            self.changed.emit(name)

    def choose_with(self, panels: Sequence[str]) -> None:
        """Show these panels: in the present workspace, unless another one has more of them."""
        self.choose(workspace_with(panels, self.name))
