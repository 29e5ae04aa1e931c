"""The row of tabs that chooses the workspace."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QWheelEvent
from PySide6.QtWidgets import QHBoxLayout, QMenuBar, QTabBar, QWidget

from fpviz.model.present_workspace import PresentWorkspace
from fpviz.model.workspaces import WORKSPACES
from fpviz.widgets.look.style import tabs_sheet
from fpviz.widgets.look.theme import Theme
from fpviz.widgets.translated import said


class WorkspaceTabs(QTabBar):
    """A tab for each workspace, that of the present one in front."""

    def __init__(self, workspace: PresentWorkspace, theme: Theme) -> None:
        super().__init__()
        self._workspace = workspace
        self.setAccessibleName(self.tr("Workspaces"))
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setElideMode(Qt.TextElideMode.ElideNone)
        for at, (name, entry) in enumerate(WORKSPACES.items(), 1):
            keys = QKeySequence(workspace_keys(at)).toString(QKeySequence.SequenceFormat.NativeText)
            tab = self.addTab(said(entry.title))
            self.setTabData(tab, name)
            self.setTabToolTip(tab, f"{said(entry.tip)} ({keys})")
            self.setAccessibleTabName(tab, said(entry.title))
        self._show(workspace.name)
        self.currentChanged.connect(self._choose)
        workspace.changed.connect(self._show)
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self.setStyleSheet(tabs_sheet(theme))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """A wheel that passes by changes nothing."""
        event.ignore()

    def _show(self, name: str) -> None:
        self.setCurrentIndex([*WORKSPACES].index(name))

    def _choose(self, tab: int) -> None:
        self._workspace.choose(self.tabData(tab))


def put_in_corner(bar: QMenuBar, tabs: WorkspaceTabs) -> None:
    """Put tabs at the right of a menu bar, in place of those that came from the bar before it."""
    if former := bar.cornerWidget():
        former.deleteLater()
    # WORKAROUND Qt 6.10.3: a bar whose corner itself has a style sheet keeps the palette and the
    # font that it had when the corner came; not reported.
    corner = QWidget(bar)
    row = QHBoxLayout(corner)
    row.setContentsMargins(0, 0, 0, 0)
    row.addWidget(tabs)
    bar.setCornerWidget(corner)


def workspace_keys(number: int) -> str:
    """The keys of a workspace, by its number from 1 on."""
    return f"Alt+{number}"
