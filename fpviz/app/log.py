"""Where warnings and errors are written: an installed program has no terminal to say them on."""

from __future__ import annotations

import logging
import sys
from pathlib import Path

_LARGEST = 200_000
"""Bytes of the file before it becomes the old one, at the next start."""


class _LogFile(logging.FileHandler):
    """A file that a full disk does not make a further fault of."""

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802 - of logging
        pass


def log_to(file: Path) -> None:
    """From now on, warnings and worse go to ``file``, and to standard error where there is one."""
    file.parent.mkdir(parents=True, exist_ok=True)
    if file.exists() and file.stat().st_size > _LARGEST:
        file.replace(file.with_suffix(".old.log"))
    kept = _LogFile(file, encoding="utf-8", delay=True)
    kept.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    handlers: list[logging.Handler] = [kept]
    if sys.stderr is not None:  # as it is in a program that was started from a menu of Windows
        handlers.append(logging.StreamHandler())
    for handler in handlers:
        handler.setLevel(logging.WARNING)
        logging.getLogger().addHandler(handler)
