"""The one application object of Qt."""

from __future__ import annotations

import sys

from PySide6.QtCore import QHashSeed
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from fpviz import __version__
from fpviz.app.assets import resource
from fpviz.app.qt_messages import log_messages


def application() -> QApplication:
    """The one application object, made if it is not there."""
    existing = QApplication.instance()
    if isinstance(existing, QApplication):
        return existing
    log_messages()
    QHashSeed.setDeterministicGlobalSeed()  # else the parts of a PDF come in any order
    app = QApplication(sys.argv[:1])
    app.setApplicationName("fpviz")
    app.setApplicationVersion(__version__)
    app.setDesktopFileName("fpviz")
    app.setWindowIcon(QIcon(str(resource("icons/fpviz.svg"))))
    return app
