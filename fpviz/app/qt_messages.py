"""Qt's own messages go where fpviz's go: to the log."""

from __future__ import annotations

import logging

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

_log = logging.getLogger("qt")

_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}

# WORKAROUND Qt 6.10.3: the offscreen platform warns of what only a screen can do, which means
# nothing; not reported.
OFFSCREEN_REMARK = "This plugin does not support "
"""How it begins."""


def log_messages() -> None:
    """Send Qt's messages to the log from now on."""
    qInstallMessageHandler(_to_log)


def _to_log(kind: QtMsgType, _context: QMessageLogContext, message: str) -> None:
    if not message.startswith(OFFSCREEN_REMARK):
        _log.log(_LEVELS.get(kind, logging.WARNING), "%s", message)
