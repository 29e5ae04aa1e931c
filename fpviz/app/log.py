"""Where warnings and errors are written: an installed program has no terminal to say them on."""

from __future__ import annotations

import logging
import sys
from logging.handlers import RotatingFileHandler
from pathlib import Path

_LARGEST = 200_000
"""Bytes of the file, before it becomes the old one."""


def log_to(file: Path) -> None:
    """From now on, warnings and worse go to ``file``, and to standard error where there is one."""
    file.parent.mkdir(parents=True, exist_ok=True)
    kept = RotatingFileHandler(file, maxBytes=_LARGEST, backupCount=1, encoding="utf-8", delay=True)
    kept.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    handlers: list[logging.Handler] = [kept]
    if sys.stderr is not None:  # as it is in a program that was started from a menu of Windows
        handlers.append(logging.StreamHandler())
    for handler in handlers:
        handler.setLevel(logging.WARNING)
        logging.getLogger().addHandler(handler)
