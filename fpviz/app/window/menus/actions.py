"""The actions of the window: a table a menu, each row with what it does."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtGui import QAction, QKeySequence

from fpviz.app.preferences.text_size import TextSize
from fpviz.app.session.scene_file import SceneFiles
from fpviz.app.window.focus import FocusOrder
from fpviz.app.window.layout import WindowLayout
from fpviz.app.window.menus.edit_menu import EditCommands
from fpviz.app.window.panel_doors import PanelDoors

_Key = QKeySequence.StandardKey


Act = Callable[[], object]
"""What an action does; nobody looks at what it returns."""


def tr(text: str) -> str:
    """``text`` in the language of the window."""
    return QCoreApplication.translate("Actions", text)


@dataclass(frozen=True, slots=True)
class ActionSpec:
    """One action: its name, its text, what it does, and its keys.

    Several keys for one action stand apart by a semicolon.
    """

    id: str
    text: str
    do: Act
    keys: str | QKeySequence.StandardKey = ""


SEPARATOR = None
Rows = tuple[ActionSpec | None, ...]
"""The entries of a menu from top to bottom; ``None`` is a line between them."""

NOTATION_KEYS = {"exact": "Ctrl+Shift+C", "code": "Ctrl+Shift+D"}
"""Keys in the menu "Copy as", by the names of notations."""


def open_actions(files: SceneFiles, doors: PanelDoors) -> Rows:
    """What opens something else in the window."""
    return (
        ActionSpec("new-scene", tr("&New"), files.new_scene, _Key.New),
        ActionSpec("open-scene", tr("&Open scene…"), files.open_scene, _Key.Open),
        ActionSpec("open-dump", tr("Open &dump…"), doors.open_dump, "Ctrl+Shift+O"),
        ActionSpec("open-tensors", tr("Open &tensors…"), doors.open_tensors, "Ctrl+Shift+T"),
        ActionSpec("check-vectors", tr("Check &vectors…"), doors.check_vectors),
    )


def file_actions(
    files: SceneFiles,
    export: Act,
    copy: Act,
    leave: Act,
) -> Rows:
    """What keeps, draws and leaves what is shown."""
    return (
        SEPARATOR,
        ActionSpec("save-scene", tr("&Save scene"), files.save_scene, _Key.Save),
        ActionSpec("save-scene-as", tr("Save scene &as…"), files.save_scene_as, "Ctrl+Shift+S"),
        SEPARATOR,
        ActionSpec("export-picture", tr("&Export picture…"), export, "Ctrl+Shift+E"),
        ActionSpec("copy-picture", tr("Copy &picture"), copy, "Ctrl+Shift+P"),
        SEPARATOR,
        ActionSpec("quit", tr("&Quit"), leave, "Ctrl+Q"),
    )


def edit_actions(edits: EditCommands, go_to_value: Act, go_to_bits: Act) -> Rows:
    """What copies and pastes, goes to where one edits, and takes a neighbouring value."""
    return (
        ActionSpec("copy-link", tr("Copy &link"), edits.copy_link, "Ctrl+Shift+L"),
        ActionSpec("copy-snapshot", tr("Copy all &readings as text"), edits.copy_snapshot),
        ActionSpec("paste-value", tr("&Paste as value"), edits.paste_value, "Ctrl+Shift+V"),
        SEPARATOR,
        ActionSpec("edit-value", tr("Go to the &value"), go_to_value, "Ctrl+L"),
        ActionSpec("edit-bits", tr("Go to the &bits"), go_to_bits, "Ctrl+B"),
        SEPARATOR,
        ActionSpec("pin-value", tr("P&in value"), edits.pin_value, "Ctrl+D"),
        SEPARATOR,
        ActionSpec("negate", tr("&Negate"), edits.negate, "Alt+-"),
        ActionSpec("previous-value", tr("Neighbour belo&w"), edits.previous_value, "Alt+Down"),
        ActionSpec("next-value", tr("Neighbo&ur above"), edits.next_value, "Alt+Up"),
    )


def view_actions(focus: FocusOrder, layout: WindowLayout) -> Rows:
    """What goes from panel to panel and arranges them."""
    return (
        ActionSpec("next-panel", tr("&Next panel"), focus.next_panel, "F6"),
        ActionSpec("previous-panel", tr("&Previous panel"), focus.previous_panel, "Shift+F6"),
        SEPARATOR,
        ActionSpec("panel-alone", tr("One panel &alone, or all"), layout.panel_alone, "Shift+F11"),
        ActionSpec("full-screen", tr("&Full screen"), layout.full_screen, "F11"),
        SEPARATOR,
    )


def reset_actions(layout: WindowLayout) -> Rows:
    """What brings the first arrangement back."""
    return (
        SEPARATOR,
        ActionSpec("reset-layout", tr("&Restore the default layout"), layout.reset_layout),
    )


def text_size_actions(text: TextSize) -> Rows:
    """What makes text larger and smaller."""
    return (
        ActionSpec("larger-text", tr("&Larger text"), text.larger_text, "Ctrl++; Ctrl+="),
        ActionSpec("smaller-text", tr("&Smaller text"), text.smaller_text, "Ctrl+-"),
        ActionSpec("usual-text", tr("&Usual text size"), text.usual_text, "Ctrl+0"),
    )


def format_actions(edits: EditCommands, make_format: Act, show_facts: Act) -> Rows:
    """What is done with the active format and its row."""
    return (
        ActionSpec("custom-format", tr("&Custom format…"), make_format, "Ctrl+Shift+F"),
        ActionSpec("remove-format", tr("Re&move the active format"), edits.remove_format),
        SEPARATOR,
        ActionSpec("previous-format", tr("P&revious format"), edits.previous_format, "Ctrl+PgUp"),
        ActionSpec("next-format", tr("&Next format"), edits.next_format, "Ctrl+PgDown"),
        SEPARATOR,
        ActionSpec("show-facts", tr("&Facts of all formats"), show_facts),
    )


def help_actions(
    show_guide: Act,
    show_shortcuts: Act,
    show_about: Act,
) -> Rows:
    """What explains the window."""
    return (
        ActionSpec("show-guide", tr("&Guide"), show_guide, "F1"),
        SEPARATOR,
        ActionSpec("show-shortcuts", tr("&Keyboard shortcuts"), show_shortcuts, "Ctrl+F1"),
        ActionSpec("show-about", tr("&About fpviz"), show_about),
    )


def made(row: ActionSpec | None, owner: QObject) -> QAction:
    """The action of a row of a table."""
    action = QAction(owner)
    if row is None:
        action.setSeparator(True)
        return action
    action.setText(row.text)
    action.setObjectName(row.id)
    if row.keys:
        action.setShortcuts(_sequences(row.keys))
    do = row.do
    action.triggered.connect(lambda _checked=False: do())
    return action


def _sequences(keys: str | QKeySequence.StandardKey) -> list[QKeySequence]:
    if isinstance(keys, str):
        return QKeySequence.listFromString(keys)
    return [QKeySequence(keys)]
