"""A menu of which one entry is ticked: what is chosen takes effect at once and is remembered."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu

from fpviz.app.preferences.choice import Preference
from fpviz.model.settings import Setting, Settings


class ChoiceMenu(QObject):
    """Fills ``menu`` with the names of what can be chosen; ``actions`` are its entries by key."""

    def __init__(
        self,
        menu: QMenu,
        names: Mapping[str, str],
        choice: Preference[Any],
        setting: Setting,
        settings: Settings,
    ) -> None:
        super().__init__(menu)
        self._choice = choice
        self._setting = setting
        self._settings = settings
        group = QActionGroup(self)
        self.actions = {key: group.addAction(name) for key, name in names.items()}
        for key, action in self.actions.items():
            action.setCheckable(True)
            action.triggered.connect(lambda _=False, key=key: self.choose(key))
        menu.addActions(group.actions())
        self._tick()

    def choose(self, key: str) -> None:
        """Take what an entry stands for, and remember it."""
        self._settings.set(self._setting, key)
        self._choice.choose(key)
        self._tick()

    def _tick(self) -> None:
        """Tick what is chosen; pictures have themes that no menu offers."""
        if self._choice.choice in self.actions:
            self.actions[self._choice.choice].setChecked(True)
