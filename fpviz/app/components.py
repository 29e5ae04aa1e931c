"""What the program is made of, and what it runs on."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QSysInfo, qVersion
from PySide6.QtGui import QGuiApplication

from fpviz import __version__
from fpviz.core.phrase import Phrase, phrase


@dataclass(frozen=True, slots=True)
class Part:
    """A program or library, its version, and the short name of its licence."""

    name: str
    version: str
    licence: str


def parts() -> tuple[Part, ...]:
    """fpviz itself first, then what it stands on."""
    import platform  # noqa: PLC0415 - slow to load, and seldom asked for
    from importlib import metadata  # noqa: PLC0415 - the same

    return (
        Part("fpviz", __version__, "MIT"),
        Part("Python", platform.python_version(), "PSF"),
        Part("Qt", qVersion(), "LGPL 3"),
        Part("PySide6", metadata.version("PySide6-Essentials"), "LGPL 3"),
        Part("pyqtgraph", metadata.version("pyqtgraph"), "MIT"),
        Part("numpy", metadata.version("numpy"), "BSD 3-clause"),
    )


def system() -> Phrase:
    """The operating system, the processor, how Qt shows windows and how large a pixel is."""
    screen = QGuiApplication.primaryScreen()
    return phrase(
        "{system}, {processor}, Qt platform {platform}, scale {scale}",
        system=QSysInfo.prettyProductName(),
        processor=QSysInfo.currentCpuArchitecture(),
        platform=QGuiApplication.platformName(),
        scale=f"{screen.devicePixelRatio():g}" if screen else "–",
    )
