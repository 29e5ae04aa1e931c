"""The one application object of Qt, which also tells of files that the desktop hands over."""

from __future__ import annotations

import sys

from PySide6.QtCore import QEvent, QHashSeed, Signal
from PySide6.QtGui import QFileOpenEvent, QIcon
from PySide6.QtWidgets import QApplication

from fpviz import __version__
from fpviz.app.qt_messages import log_messages
from fpviz.model.files.resources import resource


class Application(QApplication):
    """Qt's application object.

    Signals:
        file_wanted(str), link_wanted(str): a file was double-clicked, or a link followed, and the
            running program is to open it, as macOS has it.
    """

    file_wanted = Signal(str)
    link_wanted = Signal(str)

    def event(self, event: QEvent) -> bool:
        if not isinstance(event, QFileOpenEvent):
            return super().event(event)
        if event.file():
            self.file_wanted.emit(event.file())
        else:
            self.link_wanted.emit(event.url().toString())
        return True


def application() -> QApplication:
    """The one application object, made if it is not there."""
    existing = QApplication.instance()
    if isinstance(existing, QApplication):
        return existing
    log_messages()
    # WORKAROUND Qt 6.10.3: QPdfWriter writes its parts in the order of a hash; not reported.
    QHashSeed.setDeterministicGlobalSeed()
    app = Application(sys.argv[:1])
    app.setApplicationName("fpviz")
    app.setApplicationVersion(__version__)
    app.setDesktopFileName("fpviz")
    app.setWindowIcon(QIcon(str(resource("icons/fpviz.svg"))))
    return app
