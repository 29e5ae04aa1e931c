"""The actions of the window as a table, and the menus as lists of their names."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtGui import QAction, QKeySequence

if TYPE_CHECKING:
    # WORKAROUND PySide6 6.10.3: its stubs say that it returns an object; not reported.
    def QT_TRANSLATE_NOOP(context: str, text: str) -> str:  # noqa: N802 - Qt's name
        """``text``, marked for translation."""

else:
    from PySide6.QtCore import QT_TRANSLATE_NOOP

CONTEXT = "Actions"


@dataclass(frozen=True, slots=True)
class ActionSpec:
    """One action: its name, its text, its keys, and the method that does it.

    Several keys for one action stand apart by a semicolon.
    """

    id: str
    text: str
    keys: str | QKeySequence.StandardKey = ""

    @property
    def intent(self) -> str:
        """The name of the method that the action calls."""
        return self.id.replace("-", "_")


_Key = QKeySequence.StandardKey

ACTIONS: tuple[ActionSpec, ...] = (
    ActionSpec("new-scene", QT_TRANSLATE_NOOP("Actions", "&New"), _Key.New),
    ActionSpec("open-scene", QT_TRANSLATE_NOOP("Actions", "&Open scene…"), _Key.Open),
    ActionSpec("save-scene", QT_TRANSLATE_NOOP("Actions", "&Save scene"), _Key.Save),
    ActionSpec("save-scene-as", QT_TRANSLATE_NOOP("Actions", "Save scene &as…"), "Ctrl+Shift+S"),
    ActionSpec("export-picture", QT_TRANSLATE_NOOP("Actions", "&Export picture…"), "Ctrl+Shift+E"),
    ActionSpec("copy-picture", QT_TRANSLATE_NOOP("Actions", "Copy &picture"), "Ctrl+Shift+P"),
    ActionSpec("quit", QT_TRANSLATE_NOOP("Actions", "&Quit"), "Ctrl+Q"),
    ActionSpec("copy-link", QT_TRANSLATE_NOOP("Actions", "Copy &link"), "Ctrl+Shift+L"),
    ActionSpec("copy-snapshot", QT_TRANSLATE_NOOP("Actions", "Copy all &readings as text")),
    ActionSpec("paste-value", QT_TRANSLATE_NOOP("Actions", "&Paste as value"), "Ctrl+Shift+V"),
    ActionSpec("edit-value", QT_TRANSLATE_NOOP("Actions", "Go to the &value"), "Ctrl+L"),
    ActionSpec("edit-bits", QT_TRANSLATE_NOOP("Actions", "Go to the &bits"), "Ctrl+B"),
    ActionSpec("negate", QT_TRANSLATE_NOOP("Actions", "&Negate"), "Alt+-"),
    ActionSpec("previous-value", QT_TRANSLATE_NOOP("Actions", "Neighbour belo&w"), "Alt+Down"),
    ActionSpec("next-value", QT_TRANSLATE_NOOP("Actions", "Neighbo&ur above"), "Alt+Up"),
    ActionSpec("next-panel", QT_TRANSLATE_NOOP("Actions", "&Next panel"), "F6"),
    ActionSpec("previous-panel", QT_TRANSLATE_NOOP("Actions", "&Previous panel"), "Shift+F6"),
    ActionSpec("full-screen", QT_TRANSLATE_NOOP("Actions", "&Full screen"), "F11"),
    ActionSpec(
        "panel-alone", QT_TRANSLATE_NOOP("Actions", "One panel &alone, or all"), "Shift+F11"
    ),
    ActionSpec("larger-text", QT_TRANSLATE_NOOP("Actions", "&Larger text"), "Ctrl++; Ctrl+="),
    ActionSpec("smaller-text", QT_TRANSLATE_NOOP("Actions", "&Smaller text"), "Ctrl+-"),
    ActionSpec("usual-text", QT_TRANSLATE_NOOP("Actions", "&Usual text size"), "Ctrl+0"),
    ActionSpec("reset-layout", QT_TRANSLATE_NOOP("Actions", "&Restore the default layout")),
    ActionSpec("previous-format", QT_TRANSLATE_NOOP("Actions", "P&revious format"), "Ctrl+PgUp"),
    ActionSpec("next-format", QT_TRANSLATE_NOOP("Actions", "&Next format"), "Ctrl+PgDown"),
    ActionSpec("custom-format", QT_TRANSLATE_NOOP("Actions", "&Custom format…"), "Ctrl+Shift+F"),
    ActionSpec("remove-format", QT_TRANSLATE_NOOP("Actions", "Re&move the active format")),
    ActionSpec("show-guide", QT_TRANSLATE_NOOP("Actions", "&Guide"), "F1"),
    ActionSpec("show-shortcuts", QT_TRANSLATE_NOOP("Actions", "&Keyboard shortcuts"), "Ctrl+F1"),
    ActionSpec("show-about", QT_TRANSLATE_NOOP("Actions", "&About fpviz")),
)

OPEN_MENU = ("new-scene", "open-scene")
FILE_MENU = (
    "",
    "save-scene",
    "save-scene-as",
    "",
    "export-picture",
    "copy-picture",
    "",
    "quit",
)
EDIT_MENU = (
    "",
    "copy-as",
    "copy-link",
    "copy-snapshot",
    "paste-value",
    "",
    "edit-value",
    "edit-bits",
    "",
    "negate",
    "previous-value",
    "next-value",
)
NOTATION_KEYS = {"exact": "Ctrl+Shift+C", "code": "Ctrl+Shift+D"}
"""Keys in the menu "Copy as", by the names of notations."""

VIEW_MENU = ("next-panel", "previous-panel", "", "panel-alone", "full-screen", "")
TEXT_SIZE_MENU = ("larger-text", "smaller-text", "usual-text")
FORMATS_MENU = ("", "custom-format", "remove-format", "", "previous-format", "next-format")
HELP_MENU = ("show-guide", "", "show-shortcuts", "show-about")


def build_actions(doers: Sequence[QObject], owner: QObject) -> dict[str, QAction]:
    """The actions of the table, each calling the method of its name that one of the doers has."""
    actions = {}
    for spec in ACTIONS:
        action = QAction(QCoreApplication.translate(CONTEXT, spec.text), owner)
        action.setObjectName(spec.id)
        if spec.keys:
            action.setShortcuts(_sequences(spec.keys))
        (intent,) = (getattr(doer, spec.intent) for doer in doers if hasattr(doer, spec.intent))
        action.triggered.connect(intent)
        actions[spec.id] = action
    return actions


def _sequences(keys: str | QKeySequence.StandardKey) -> list[QKeySequence]:
    if isinstance(keys, str):
        return QKeySequence.listFromString(keys)
    return [QKeySequence(keys)]
