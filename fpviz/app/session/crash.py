"""What happens when fpviz itself goes wrong: the work is kept, the user is told, once.

An exception that nobody caught, in a slot, in painting or in a thread, comes here by Python's own
hooks. From within painting no window may be opened, so it is told when Qt's loop is next at rest.
"""

from __future__ import annotations

import logging
import sys
import threading
import traceback
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QApplication, QWidget

from fpviz.app.components import parts, system

_Place = tuple[str, str, int]

if TYPE_CHECKING:
    from fpviz.app.dialogs.crash import CrashDialog

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Crash:
    """An exception that nobody caught, and the thread it came up in."""

    error: BaseException
    thread: str

    @property
    def what(self) -> str:
        """The exception in one line."""
        return " ".join("".join(traceback.format_exception_only(self.error)).split())

    @property
    def place(self) -> _Place:
        """What makes it the same crash as another: its kind, and the line that raised it."""
        *_, last = [("", 0), *((f.filename, f.lineno or 0) for f in self._frames())]
        return type(self.error).__name__, *last

    def _frames(self) -> traceback.StackSummary:
        return traceback.extract_tb(self.error.__traceback__)

    def report(self, scene: str) -> str:
        """What someone needs to know who would mend it; in English, as code is."""
        when = datetime.now().astimezone().isoformat(" ", "seconds")
        made_of = ", ".join(f"{part.name} {part.version}" for part in parts())
        trace = "".join(traceback.format_exception(self.error))
        return f"{when}, thread {self.thread}\n{made_of}\n{system()}\n\n{trace}\n{scene}"


class CrashWatch(QObject):
    """Takes up what nobody caught, once it is installed.

    ``rescue`` keeps the work and returns where, or raises OSError; from ``session`` the next start
    goes on. The same crash is shown in a dialog once; when it comes again it is counted, in that
    dialog or by ``remark``.

    Signals:
        remark(str): the same crash has come again.
    """

    remark = Signal(str)
    _caught = Signal(object)

    def __init__(self, window: QWidget, rescue: Callable[[], Path], session: Path) -> None:
        super().__init__(window)
        self._window = window
        self._rescue = rescue
        self._session = session
        self._times = Counter[_Place]()
        self._told: set[_Place] = set()
        self.dialog: CrashDialog | None = None
        self._caught.connect(self._tell, Qt.ConnectionType.QueuedConnection)

    def install(self) -> None:
        """Take up, from now on, what nobody catches."""
        sys.excepthook = self._of_main_thread
        threading.excepthook = self._of_thread

    def _of_main_thread(
        self, kind: type[BaseException], error: BaseException, _trace: TracebackType | None
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            QApplication.exit(130)  # as a shell says of a program that was interrupted
        else:
            self._take(Crash(error, "main"))

    def _of_thread(self, caught: threading.ExceptHookArgs) -> None:
        if caught.exc_value is not None:
            self._take(Crash(caught.exc_value, caught.thread.name if caught.thread else "unknown"))

    def _take(self, crash: Crash) -> None:
        """Log it, and tell of it when Qt's loop is at rest; any thread may call this."""
        if not self._times[crash.place]:
            _log.critical("nobody caught this", exc_info=crash.error)
        self._times[crash.place] += 1
        self._caught.emit(crash)

    def _tell(self, crash: Crash) -> None:
        try:
            kept, scene = self._keep()
            if crash.place in self._told:
                self._count(self._times[crash.place])
            else:
                self._told.add(crash.place)
                self._show(kept, crash.what, crash.report(scene))
        except Exception:  # noqa: BLE001 - a dialog that fails must not bring up the next one
            _log.critical("the crash could not be told", exc_info=True)

    def _count(self, times: int) -> None:
        if self.dialog is not None:
            self.dialog.count(times)
        else:
            self.remark.emit(self.tr("The same error again, {0} times by now").format(times))

    def _show(self, kept: str, what: str, report: str) -> None:
        if self.dialog is not None:
            self.dialog.add(report)
            return
        from fpviz.app.dialogs.crash import CrashDialog  # noqa: PLC0415 - seldom, one hopes

        parent = QApplication.activeModalWidget() or self._window
        self.dialog = CrashDialog(what, kept, report, parent)
        self.dialog.destroyed.connect(self._forget_dialog)
        self.dialog.quit_wanted.connect(self._quit)
        self.dialog.show()

    def _keep(self) -> tuple[str, str]:
        """Keep the work at once: a sentence that says where, or why not; and what was kept."""
        try:
            file = self._rescue()
            scene = file.read_text(encoding="utf-8")
        except OSError as error:
            return self.tr("Your work could not be kept: {0}").format(error), ""
        if file == self._session:
            kept = self.tr("Your work is kept, and the next start goes on with it: {0}")
        else:
            kept = self.tr("Your work is kept, to be opened as a scene: {0}")
        return kept.format(file), scene

    def _forget_dialog(self) -> None:
        self.dialog = None

    def _quit(self) -> None:
        QApplication.exit(1)
