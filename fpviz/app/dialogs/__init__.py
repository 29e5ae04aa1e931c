"""The dialogs of the window: files, questions, shortcuts, about."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from enum import Enum, auto
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QHeaderView,
    QMenu,
    QMenuBar,
    QMessageBox,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

_KEY = re.compile(r"\(&\w\)|&")
"""The key of a menu entry in its text: in Chinese it stands behind, in brackets."""


def tr(text: str) -> str:
    """``text`` in the language of the window."""
    return QCoreApplication.translate("Dialogs", text)


class Unsaved(Enum):
    """What to do with changes that are not saved."""

    SAVE = auto()
    DISCARD = auto()
    CANCEL = auto()


def complain(parent: QWidget, title: str, reason: str) -> None:
    """Say that something did not work, and why."""
    box = QMessageBox(QMessageBox.Icon.Warning, "fpviz", title, parent=parent)
    box.setInformativeText(reason)
    box.exec()


def ask_unsaved(parent: QWidget, name: str) -> Unsaved:
    """Ask what becomes of a changed scene."""
    box = QMessageBox(
        QMessageBox.Icon.Question,
        "fpviz",
        tr("Save the changes to {0}?").format(name),
        parent=parent,
    )
    buttons = QMessageBox.StandardButton
    box.setStandardButtons(buttons.Save | buttons.Discard | buttons.Cancel)
    answers = {buttons.Save: Unsaved.SAVE, buttons.Discard: Unsaved.DISCARD}
    return answers.get(buttons(box.exec()), Unsaved.CANCEL)


def ask_open(parent: QWidget, folder: str, what: str, suffixes: Sequence[str]) -> Path | None:
    """Ask for a file to open."""
    pattern = " ".join(f"*{suffix}" for suffix in suffixes)
    name, _ = QFileDialog.getOpenFileName(parent, tr("Open"), folder, f"{what} ({pattern})")
    return Path(name) if name else None


def ask_save(
    parent: QWidget, folder: str, what: str, suffixes: Sequence[str], name: str
) -> Path | None:
    """Ask for a file to write; the first suffix is added to a name without one."""
    pattern = " ".join(f"*{suffix}" for suffix in suffixes)
    start = str(Path(folder) / f"{name}{suffixes[0]}")
    chosen, _ = QFileDialog.getSaveFileName(parent, tr("Save"), start, f"{what} ({pattern})")
    if not chosen:
        return None
    path = Path(chosen)
    return path if path.suffix.lower() in suffixes else path.with_name(path.name + suffixes[0])


def show_shortcuts(parent: QWidget, menus: QMenuBar) -> None:
    """List the shortcuts of all menus, and the keys of the panels."""
    rows = [*_menu_keys(menus), *_panel_keys()]
    table = QTableWidget(len(rows), 2)
    table.setHorizontalHeaderLabels([tr("Keys"), tr("What they do")])
    table.verticalHeader().hide()
    table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
    for at, (keys, text) in enumerate(rows):
        table.setItem(at, 0, QTableWidgetItem(keys))
        table.setItem(at, 1, QTableWidgetItem(text))
    table.resizeColumnToContents(0)
    table.horizontalHeader().setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
    dialog = QDialog(parent)
    dialog.setWindowTitle(tr("Keyboard shortcuts"))
    dialog.resize(620, 560)
    QVBoxLayout(dialog).addWidget(table)
    dialog.exec()


def _menu_keys(menu: QMenuBar | QMenu) -> Iterator[tuple[str, str]]:
    """The keys of a menu and of all below it; those of a menu in a menu behind its name."""
    for action in menu.actions():
        text = _KEY.sub("", action.text().partition("\t")[0])
        below = action.menu()
        if isinstance(below, QMenu):
            nested = isinstance(menu, QMenu)
            yield from ((k, f"{text}: {t}" if nested else t) for k, t in _menu_keys(below))
        elif not action.shortcut().isEmpty():
            yield action.shortcut().toString(QKeySequence.SequenceFormat.NativeText), text


def _panel_keys() -> tuple[tuple[str, str], ...]:
    return (
        (tr("←  →"), tr("Bits: to the next bit")),
        (tr("Home  End"), tr("Bits: to the first and the last bit")),
        (tr("Ctrl+←  Ctrl+→"), tr("Bits: to the next field")),
        (tr("Space"), tr("Bits: toggle")),
        (tr("0  1"), tr("Bits: set and go on")),
        (tr("↑  ↓"), tr("Bits: one ulp up, one ulp down")),
        (tr("Shift+↑  Shift+↓"), tr("Bits: the exponent up, down")),
        (tr("Ctrl+↑  Ctrl+↓"), tr("Bits: to the row above, below")),
        (tr("Alt+↑  Alt+↓"), tr("Bits: move the row up, down")),
        (tr("Alt+←  Alt+→"), tr("Guide: to the lesson before, to the next one")),
    )
