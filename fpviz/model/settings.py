"""What fpviz remembers between runs, declared once.

Window geometry stands in a group of its own with a version, so that an old layout is never forced
onto a new window.
"""

from __future__ import annotations

import logging
from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QByteArray, QSettings

from fpviz.model.languages import LANGUAGES
from fpviz.model.themes import SCREEN_THEMES, SYSTEM, THEMES
from fpviz.model.workspaces import VALUE

LAYOUT_VERSION = 1
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Setting:
    """One remembered text: its key, its default, and the texts it may have (empty: any)."""

    key: str
    default: str
    choices: tuple[str, ...] = ()


THEME = Setting("theme", SYSTEM, (SYSTEM, *SCREEN_THEMES))
TEXT_SIZES = (80, 90, 100, 110, 125, 150, 175, 200)
"""How large text may be, in per cent of the system's."""

TEXT_SIZE = Setting("text_size", "100", tuple(map(str, TEXT_SIZES)))
LANGUAGE = Setting("language", SYSTEM, (SYSTEM, *LANGUAGES))
LAST_FOLDER = Setting("last_folder", "")
OPEN_FILE = Setting("open_file", "")
"""The file of the user's that the session belongs to."""
PICTURE_THEME = Setting("picture/theme", "shown", ("shown", *THEMES))
PICTURE_SIZE = Setting("picture/size", "shown")
PICTURE_SCALE = Setting("picture/scale", "2")
PICTURE_SUFFIX = Setting("picture/suffix", ".png", (".png", ".svg", ".pdf"))
READS = Setting("reads", "usual", ("usual", "numbers", "codes"))
"""What a text is taken as that may be a number and a code."""
RECENT_FILES = "recent_files"
RECENT_VALUES = "recent_values"
"""Keys of lists of texts."""


class Settings:
    """Remembered texts and the window's layout, over a ``QSettings`` given from outside."""

    def __init__(self, store: QSettings) -> None:
        self._store = store

    def get(self, setting: Setting) -> str:
        """The remembered text, or the default where none or an unknown one is remembered."""
        value = self._store.value(setting.key, setting.default)
        if isinstance(value, str) and (not setting.choices or value in setting.choices):
            return value
        _log.info("setting %s: %r is not understood, using %r", setting.key, value, setting.default)
        return setting.default

    def set(self, setting: Setting, value: str) -> None:
        """Remember a text. Raises ValueError if it is not among the setting's choices."""
        if setting.choices and value not in setting.choices:
            raise ValueError(f"{setting.key} cannot be {value!r}")
        self._keep({setting.key: value})

    def get_list(self, key: str) -> list[str]:
        """The remembered list of texts; empty where none is remembered."""
        value = self._store.value(key)
        texts = value if isinstance(value, list) else [value]  # a list of one comes back as a text
        return [text for text in texts if isinstance(text, str) and text]

    def set_list(self, key: str, texts: list[str]) -> None:
        """Remember a list of texts."""
        self._keep({key: texts})

    def geometry(self) -> QByteArray | None:
        """Where the window was and how large, if remembered."""
        return self._of_window("geometry")

    def docks(self, workspace: str) -> QByteArray | None:
        """How the docks stood in a workspace, if remembered."""
        return self._of_window(_docks(workspace))

    def set_layout(self, geometry: QByteArray, docks: Mapping[str, QByteArray]) -> None:
        """Remember where the window is, and how the docks stand in workspaces."""
        named = {_docks(workspace): state for workspace, state in docks.items()}
        layout = {"version": str(LAYOUT_VERSION), "geometry": geometry, **named}
        self._keep({f"window/{key}": value for key, value in layout.items()})

    def _of_window(self, key: str) -> QByteArray | None:
        """A part of this version's layout, if remembered."""
        if self._store.value("window/version", "") != str(LAYOUT_VERSION):
            return None
        value = self._store.value(f"window/{key}")
        return value if isinstance(value, QByteArray) else None

    def _keep(self, values: Mapping[str, object]) -> None:
        """Remember values, at once and for good, whatever becomes of the program."""
        for key, value in values.items():
            self._store.setValue(key, value)
        self._store.sync()


def _docks(workspace: str) -> str:
    """The key of the docks in a workspace; the first was once the only one."""
    return "docks" if workspace == VALUE else f"docks-{workspace}"


def passing_settings(folder: str) -> Settings:
    """Settings that are the defaults and are forgotten, for pictures and trials."""
    return Settings(QSettings(f"{folder}/settings.ini", QSettings.Format.IniFormat))
