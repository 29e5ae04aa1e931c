"""The dialog that lists the keys: of the menus, of the value entry and of every panel."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QMenu,
    QMenuBar,
    QVBoxLayout,
    QWidget,
)

from fpviz.app.dialogs.table import ReadingTable
from fpviz.widgets.input.drops import DropLine

_KEY = re.compile(r"\(&\w\)|&")
"""The key of a menu entry in its text: in Chinese it stands behind, in brackets."""

Keys = tuple[str, str]
"""Sequences of keys, and what they do."""


@dataclass(frozen=True, slots=True)
class Group:
    """Keys that belong together, under a title."""

    title: str
    keys: Sequence[Keys]


class ShortcutsDialog(QDialog):
    """All keys in groups; what is typed into the line above leaves those that speak of it."""

    def __init__(self, groups: Iterable[Group], parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Keyboard shortcuts"))
        self._rows = [
            row for group in groups if group.keys for row in [(group.title,), *group.keys]
        ]
        name = self.tr("Keys and what they do")
        self.table = ReadingTable([self.tr("Keys"), self.tr("What they do")], self._rows, name)
        self.filter = DropLine()
        self.filter.setPlaceholderText(self.tr("Find a key or what it does"))
        self.filter.setAccessibleName(self.tr("Find"))
        self.filter.textChanged.connect(self._show_found)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 12)
        layout.setSpacing(10)
        for widget in (self.filter, self.table, buttons):
            layout.addWidget(widget)
        self.resize(640, 620)

    def _show_found(self, text: str) -> None:
        """Show the rows with all words of a text, under their headings."""
        words, heading = text.casefold().split(), 0
        for at, row in enumerate(self._rows):
            if len(row) == 1:
                heading = at
                self.table.setRowHidden(at, bool(words))
                continue
            found = all(word in " ".join(row).casefold() for word in words)
            self.table.setRowHidden(at, not found)
            if found:
                self.table.setRowHidden(heading, False)


def menu_groups(bar: QMenuBar) -> list[Group]:
    """The keys of each menu, with those of the menus in it."""
    # WORKAROUND PySide6 6.10.3: QAction.menu() makes the wrapper of the menu the child of the
    # action's, and deletes it with that; not reported.
    menus = {menu.menuAction(): menu for menu in bar.findChildren(QMenu)}
    return [
        Group(_plain(action.text()), list(_keys_of(menus[action], menus)))
        for action in bar.actions()
        if action in menus
    ]


def _keys_of(menu: QMenu, menus: Mapping[QAction, QMenu]) -> Iterator[Keys]:
    """Those of a menu in a menu stand behind its name."""
    within = QCoreApplication.translate("ShortcutsDialog", "{0}: {1}")
    for action in menu.actions():
        text = _plain(action.text())
        if action in menus:
            keys_below = _keys_of(menus[action], menus)
            yield from ((keys, within.format(text, what)) for keys, what in keys_below)
        elif action.shortcuts():
            yield _native(key.toString() for key in action.shortcuts()), text


def shown(keys: Iterable[Keys]) -> list[Keys]:
    """Keys with their sequences, such as ``Left Ctrl+Up``, as the system writes them."""
    return [(_native(sequences.split()), what) for sequences, what in keys]


def _native(sequences: Iterable[str]) -> str:
    form = QKeySequence.SequenceFormat.NativeText
    return "  ".join(QKeySequence(sequence).toString(form) for sequence in sequences)


def _plain(text: str) -> str:
    return _KEY.sub("", text.partition("\t")[0])
