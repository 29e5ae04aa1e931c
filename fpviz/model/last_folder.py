"""Where dialogs that ask for a file begin."""

from __future__ import annotations

from pathlib import Path

from fpviz.model.settings import LAST_FOLDER, Settings


class LastFolder:
    """The folder of the file that was chosen last; empty where none was."""

    def __init__(self) -> None:
        self._path = ""
        self._settings: Settings | None = None

    def keep_in(self, settings: Settings) -> None:
        """Share the folder that is remembered."""
        self._settings = settings

    @property
    def path(self) -> str:
        """The folder."""
        return self._path if self._settings is None else self._settings.get(LAST_FOLDER)

    def chosen(self, name: str) -> Path:
        """A file that was chosen by its name; its folder is the last one from now on."""
        path = Path(name)
        self._path = str(path.parent)
        if self._settings is not None:
            self._settings.set(LAST_FOLDER, self._path)
        return path
