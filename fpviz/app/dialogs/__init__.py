"""The dialogs of the window. Here are those that ask: for files, and what is to become of them."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum, auto
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QMessageBox,
    QWidget,
)


def tr(text: str) -> str:
    """``text`` in the language of the window."""
    return QCoreApplication.translate("Dialogs", text)


class Unsaved(Enum):
    """What to do with changes that are not saved."""

    SAVE = auto()
    DISCARD = auto()
    CANCEL = auto()


def show(dialog: QDialog) -> None:
    """Show a dialog until it is closed; then it is gone."""
    dialog.exec()
    dialog.deleteLater()


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
