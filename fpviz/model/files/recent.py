"""The files opened or saved last, most recent first, kept in the settings."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from fpviz.model.settings import RECENT_FILES, Settings

MOST = 8


class RecentFiles:
    """A list of at most ``MOST`` files; every change of it is remembered at once."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings

    @property
    def paths(self) -> tuple[Path, ...]:
        """The files, most recent first."""
        return tuple(map(Path, self._settings.get_list(RECENT_FILES)[:MOST]))

    def add(self, path: Path) -> None:
        """Put a file first."""
        path = path.absolute()
        self._keep([path, *(other for other in self.paths if other != path)])

    def forget(self, path: Path) -> None:
        """Take a file off the list."""
        self._keep([other for other in self.paths if other != path.absolute()])

    def clear(self) -> None:
        """Forget all files."""
        self._keep([])

    def _keep(self, paths: Sequence[Path]) -> None:
        self._settings.set_list(RECENT_FILES, [str(path) for path in paths[:MOST]])


def short_names(paths: Sequence[Path]) -> list[str]:
    """The paths' ends that tell them apart: the file's name alone where no other has it, else with
    as many folders before it as are needed."""
    lengths = [1] * len(paths)
    for length in range(1, max((len(path.parts) for path in paths), default=1)):
        ends = Counter(path.parts[-length:] for path in paths)
        for at, path in enumerate(paths):
            if ends[path.parts[-length:]] > 1:
                lengths[at] = length + 1
    return [str(Path(*path.parts[-length:])) for path, length in zip(paths, lengths, strict=True)]
